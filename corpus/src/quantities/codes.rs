//! Numbers that name without counting: codes (`GB 3095-2012`, `国发〔2026〕12号`), ratios (`1:3`),
//! telephone numbers, levels (`千亿级`, `5A级`), school years (`八年级`) and places (`九台区`).

use std::ops::Range;

use super::dates;
use super::numerals::{Script, digit, numeral};
use super::reading::RANGE_MARKS;
use super::units::{self, Measure};
use crate::chars::Chars;
use crate::text::is_han;

/// The code that begins at this index.
pub fn code(text: &Chars, at: usize) -> Option<Range<usize>> {
    let counted = || !names_table(text, at);
    document_number(text, at)
        .or_else(|| standard(text, at))
        .or_else(|| {
            dates::times_of_day(text, at).map(|end| at..end).filter(|time| {
                // 15:15:15 is how much of each.
                counted() && !text.has(time.end, ":")
            })
        })
        .or_else(|| ratio(text, at).filter(|_| counted()))
        .or_else(|| fraction_of_a_grade(text, at))
        .or_else(|| level(text, at))
        .or_else(|| circle(text, at))
        .or_else(|| coordinates(text, at))
        .or_else(|| vehicle_or_class(text, at))
        .or_else(|| door(text, at))
        .or_else(|| doors(text, at))
        .or_else(|| last_digits(text, at))
        .or_else(|| meeting(text, at))
}

/// 〔2026〕12号, 〔2026〕第12号, 〔2026〕第9期, with 文件 or 文 behind it.
fn document_number(text: &Chars, at: usize) -> Option<Range<usize>> {
    text.any_at(at, &["〔", "[", "【", "［"])?;
    let year = numeral(text, at + 1)?.range.end;
    text.any_at(year, &["〕", "]", "】", "］"])?;
    let from = year + 1 + usize::from(text.has(year + 1, "第"));
    let end = numeral(text, from)?.range.end;
    text.any_at(end, &["号", "期"]).map(|(_, length)| at..end + length)
}

/// GB 3095-2012, DB15/T 1234—2020, A4, 5A级, PM2.5, K0+500: letters with digits.
fn standard(text: &Chars, at: usize) -> Option<Range<usize>> {
    let inside = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_alphanumeric());
    if !text.get(at)?.is_ascii_alphabetic() || at > 0 && inside(at - 1) {
        return None;
    }
    let part = |at: &usize| {
        inside(*at) || text.get(*at).is_some_and(|c| "/.-+".contains(c)) && inside(*at + 1)
    };
    let end = (at..text.len()).find(|i| !part(i)).unwrap_or(text.len());
    let digits = text.all()[at..end].iter().any(char::is_ascii_digit);
    (digits && end > at + 1).then_some(at..end)
}

/// Whether the number here is that of a table or an annex, whose words follow: 表3:12个县.
fn names_table(text: &Chars, at: usize) -> bool {
    text.any_before(at, &["表", "图", "附件", "附录", "专栏"]).is_some()
        && digits(text, at).is_some_and(|end| text.has(end, ":"))
}

/// 1:3, 3+1, 50×100: numbers of which none is an amount.
fn ratio(text: &Chars, at: usize) -> Option<Range<usize>> {
    let mut end = digits(text, at)?;
    let mut parts = 1;
    while matches!(text.get(end), Some(':' | '∶' | '×' | '+' | '*'))
        && super::digits::times_power(text, end).is_none()
        && let Some(after) =
            digits(text, end + 1).or_else(|| text.has(end + 1, "N").then_some(end + 2))
    {
        (end, parts) = (after, parts + 1);
    }
    (parts > 1).then_some(at..end)
}

fn digits(text: &Chars, at: usize) -> Option<usize> {
    let part = |at: usize| {
        let c = text.get(at)?;
        let decimal = c == '.' && text.get(at + 1).is_some_and(|c| c.is_ascii_digit());
        (c.is_ascii_digit() || decimal).then_some(())
    };
    let end = (at..=text.all().len()).find(|i| part(*i).is_none())?;
    (end > at).then_some(end)
}

/// 42.5级水泥: a grade with decimals is a kind; earthquakes and winds are measured.
fn fraction_of_a_grade(text: &Chars, at: usize) -> Option<Range<usize>> {
    let number = numeral(text, at).filter(|number| number.value.fract() != 0.0)?;
    let end = number.range.end + text.any_at(number.range.end, &["级"])?.1;
    let measured = text.any_at(end, &["地震", "以上地震", "大风", "风"]).is_some()
        || text.any_before(at, &["地震", "震级", "风力"]).is_some();
    (!measured).then_some(at..end)
}

/// 千亿级, 百亿元级, 5A级, 百千瓦级: a size, no amount.
fn level(text: &Chars, at: usize) -> Option<Range<usize>> {
    let lettered = digits(text, at).filter(|end| {
        text.get(*end).is_some_and(|c| c.is_ascii_uppercase()) && text.has(end + 1, "级")
    });
    if let Some(end) = lettered {
        return Some(at..end + 2);
    }
    let number = numeral(text, at)?;
    let sized = number.script == Script::Power || number.value >= 1e7;
    let end = number.range.end;
    let unit = units::unit_at(text, end).filter(|unit| unit.form != "级" && unit.form != "吨级");
    // 百亿元企业 are of that size; 上百家企业 are so many.
    let measured = unit.as_ref().is_some_and(|unit| unit.measure == Measure::Amount);
    let end = end + unit.map_or(0, |unit| unit.length);
    let named = ["级", "产业", "企业", "园区", "集群", "俱乐部"];
    let (word, length) = text.any_at(end, &named)?;
    let counts = word == "级" || number.script == Script::Power && measured;
    (sized && counts).then(|| at..end + if word == "级" { length } else { 0 })
}

/// 15分钟医疗圈, 500米上学圈: the size names the thing.
fn circle(text: &Chars, at: usize) -> Option<Range<usize>> {
    let end = numeral(text, at)?.range.end;
    let unit = units::unit_at(text, end)?;
    let near = matches!(unit.form, "分钟" | "小时" | "个小时" | "米" | "公里");
    let from = end + unit.length;
    let noun = text.all()[from.min(text.len())..].iter().take(8).take_while(|c| is_han(**c));
    let circle =
        noun.enumerate().find(|(_, c)| **c == '圈').map(|(length, _)| from + length + 1)?;
    (near && circle > from + 1).then_some(at..circle)
}

/// 北纬28度, 东经124度30分: a place on a map.
fn coordinates(text: &Chars, at: usize) -> Option<Range<usize>> {
    let (_, length) = text.any_at(at, &["北纬", "南纬", "东经", "西经"])?;
    let part = |at: &usize| {
        text.get(*at).is_some_and(|c| {
            c.is_ascii_digit() || digit(c).is_some() || ".度分秒°′″十百".contains(c)
        })
    };
    let end = (at + length..text.len()).find(|i| !part(i)).unwrap_or(text.len());
    (end > at + length).then_some(at..end)
}

/// 12/10万: so many among so many.
pub(super) fn among(text: &Chars, at: usize) -> Option<(f64, Range<usize>, String)> {
    let first =
        numeral(text, at).filter(|number| number.clear && number.script == Script::Arabic)?;
    text.has(first.range.end, "/").then_some(())?;
    let from = first.range.end + 1;
    let whole = numeral(text, from).filter(|whole| whole.clear && whole.value >= 1e4)?;
    let end = whole.range.end;
    text.any_at(end - 1, &["万", "亿"])?;
    Some((first.value, at..end, format!("/{}", text.text(from..end))))
}

/// 八年级, 两轮摩托车, 90年代.
fn vehicle_or_class(text: &Chars, at: usize) -> Option<Range<usize>> {
    let end = numeral(text, at)?.range.end;
    let words = [
        "年级",
        "年代",
        "轮摩托车",
        "轮电动车",
        "轮车",
        "轮驱动",
        "轮农用",
        "轮低速",
        "轮载货",
        "号楼",
        "号线",
        "孩政策",
        "次供水",
        "次元",
        "维码",
        "手车",
        "手房",
        "等奖",
        "会一课",
        "本科",
        "本线",
        "本院校",
        "本批",
    ];
    // 发放3轮汽车消费券 counts.
    if let Some((_, length)) = text.any_at(at, &["三轮汽车", "四轮汽车"]) {
        return Some(at..at + length);
    }
    text.any_at(end, &words).map(|(_, length)| at..end + length)
}

/// 3单元502室, 5栋2单元301号: where someone lives, told by house, entrance and door.
fn door(text: &Chars, at: usize) -> Option<Range<usize>> {
    let part = |from: usize, words: &[&str]| {
        let number = numeral(text, from).filter(|number| number.script == Script::Arabic)?;
        let end = number.range.end;
        text.any_at(end, words).map(|(_, length)| end + length)
    };
    let house = part(at, &["号楼", "栋", "幢", "座"]);
    let entrance = part(house.unwrap_or(at), &["单元"]).or(house)?;
    part(entrance, &["室", "号"]).map(|end| at..end)
}

/// 建设街1至99号, 1—12号楼: from one number of a street to another.
fn doors(text: &Chars, at: usize) -> Option<Range<usize>> {
    let number = |at| numeral(text, at).filter(|number| number.script == Script::Arabic);
    let (_, length) = text.any_at(number(at)?.range.end, &RANGE_MARKS)?;
    let end = number(number(at)?.range.end + length)?.range.end;
    text.any_at(end, &["号楼", "号院", "号"]).map(|(_, length)| at..end + length)
}

/// 十四届全国人大四次会议: which meeting of a term.
fn meeting(text: &Chars, at: usize) -> Option<Range<usize>> {
    let end = numeral(text, at).filter(|number| number.script == Script::Chinese)?.range.end;
    let (_, length) = text.any_at(end, &["次会议", "次全会", "次全体会议"])?;
    let of_term = (at.saturating_sub(12)..at).any(|i| text.has(i, "届"));
    of_term.then_some(at..end + length)
}

/// 尾号为1和6, 尾号按1和6、2和7分组: the last digits of plates and cards.
fn last_digits(text: &Chars, at: usize) -> Option<Range<usize>> {
    let from = at + text.any_at(at, &["尾号"])?.1;
    let digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let mut end = (from..from + 5).take_while(|i| text.get(*i).is_some_and(is_han)).count() + from;
    let start = end;
    while digit(end) {
        end = (end..text.len()).find(|i| !digit(*i)).unwrap_or(text.len());
        end += usize::from(
            text.any_at(end, &["和", "、", "或", "与", "及", "/"]).is_some() && digit(end + 1),
        );
    }
    (end > start).then_some(at..end)
}

/// What ends the name of a place.
const ENDS: [&str; 22] = [
    "子村",
    "街道",
    "街",
    "自治县",
    "县",
    "区",
    "市",
    "镇",
    "乡",
    "旗",
    "屯",
    "庄",
    "堡",
    "铺",
    "河",
    "沟",
    "江",
    "湾",
    "桥",
    "寨",
    "店",
    "岭",
];

/// Where the number counts administrative units and does not name one.
const COUNTING: &str = "个座类批种级大条处片些方名位所户人年月日次项期省市县区乡镇旗、等";

/// Characters before 区, 县 or 市 that say what kind of place it is, or count.
const KINDS: &str = "家城郊山牧农林矿老新特景园小社街校厂库湖海灾国全本外内边贫";

/// The 步区 of 八步区: one character that neither counts nor tells a kind, and 区, 县 or 市.
fn short_name(text: &Chars, from: usize) -> Option<usize> {
    let c = text.get(from).filter(|c| is_han(*c) && !COUNTING.contains(*c))?;
    let plain = !KINDS.contains(c) && !super::numerals::is_numeric(c);
    let ends = text.any_at(from + 1, &["区", "县", "市"]).is_some();
    let goes_on = text.get(from + 2).is_some_and(|c| "级属场域民块间".contains(c));
    (plain && ends && !goes_on).then_some(from + 2)
}

/// 九台区, 三台县, 八里庄街道, 六家子镇: a Chinese number, one or two characters that are no
/// counting of places, and the end of a place's name.
pub fn place(text: &Chars, at: usize) -> Option<Range<usize>> {
    let number = numeral(text, at).filter(|number| number.script == Script::Chinese)?;
    let from = number.range.end;
    if let Some(end) = short_name(text, from).filter(|_| number.range.len() == 1) {
        return Some(at..end);
    }
    if number.range.len() > 3 || !"台道里家门河原户间连都水江峰棵面".contains(text.get(from)?)
    {
        return None;
    }
    let household = text.has(from, "家");
    let first = if household { from + 2 } else { from + 1 };
    for end in first..=from + 3 {
        let named =
            (from..end).all(|i| text.get(i).is_some_and(|c| is_han(c) && !COUNTING.contains(c)));
        if !named {
            return None;
        }
        if let Some((word, length)) = text.any_at(end, &ENDS) {
            let plain =
                !household || text.has(from + 1, "子") || "堡铺渠".contains(text.get(from + 1)?);
            let goes_on = text.get(end + length).is_some_and(|c| "级属场域民渠流货".contains(c));
            let longer = text.any_at(end + length, &["街道", "镇", "乡", "县", "区", "市"]);
            let end = end + length + longer.map_or(0, |(_, length)| length);
            return (plain && !goes_on && !word.is_empty()).then_some(at..end);
        }
    }
    None
}
