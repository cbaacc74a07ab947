//! Amounts whose unit is left out: `投资10.7亿`, `惠及500万农民`, `罚款一万以上十万以下`,
//! `容积率不低于1.0`, `集资三百五`.
//!
//! Without a unit a number counts something only where its form leaves no doubt: it is so large
//! that it names nothing, a word bounds it, or its last digit is spoken without its power. What it
//! counts is said where the words around it do: money and people; otherwise it has no unit.

use super::bounds;
use super::numerals::{Hedge, Numeral, Script, digit, numeral, power};
use super::units::{Measure, Unit, unit_at};
use crate::chars::{Chars, ends_clause};
use crate::text::is_han;

/// What is counted in yuan.
const MONEY: [&str; 56] = [
    "投资",
    "资金",
    "贷款",
    "补助",
    "补贴",
    "奖励",
    "奖补",
    "奖金",
    "收入",
    "产值",
    "营收",
    "利润",
    "税收",
    "纳税",
    "税额",
    "预算",
    "支出",
    "经费",
    "费用",
    "资本",
    "金额",
    "数额",
    "罚款",
    "罚金",
    "债券",
    "债务",
    "GDP",
    "生产总值",
    "增加值",
    "销售额",
    "交易额",
    "成交额",
    "营业额",
    "进出口",
    "出口额",
    "零售额",
    "保费",
    "保额",
    "基金",
    "授信",
    "融资",
    "存款",
    "出资",
    "赔偿",
    "资产",
    "借款",
    "欠款",
    "货款",
    "价款",
    "票款",
    "造价",
    "财政",
    "信贷",
    "社零",
    "集资",
    "罚",
];

/// What is counted in persons.
const PEOPLE: [&str; 4] = ["人口", "人数", "人员", "职工总数"];

/// Words before an amount that only go on with what the clause before speaks of: 其中省级2000万.
const GOES_ON: [&str; 6] = ["其中", "完成", "已完成", "累计", "到位", "已到位"];

/// Behind a number these make a name or another unit of it: 十万级, 10万分之一.
const NO_AMOUNT: &str = "级分门像档版号型";

/// The unit of the number that ends the quantity, where it needs none: without length, and without
/// a name where the text does not tell what is counted. And how many characters of 多 or 余 stand
/// behind the number.
pub(super) fn unit(text: &Chars, number: &Numeral) -> Option<(Unit, usize)> {
    let (at, end) = (number.range.start, number.range.end);
    let before = at.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    let named = before.is_ascii_alphanumeric() || "第每:∶/-~+.号".contains(before);
    if !number.clear || named {
        return None;
    }
    let more = usize::from(matches!(text.get(end), Some('多' | '余')));
    // 千万群众 is a phrase, 十万以下 an amount.
    let stated = number.script != Script::Power
        || number.hedge != Hedge::None
        || number.range.len() > 1 && bounds::after(text, end, Measure::Amount).is_some();
    let large = text.get(end - 1).is_some_and(|c| matches!(c, '万' | '亿'))
        && stated
        && ends_or_names(text, end + more);
    let acid = more == 0 && number.script == Script::Arabic && is_acidity(text, at);
    let bounded = more == 0 && number.script == Script::Arabic && is_bounded(text, at, end);
    let spoken = more == 0 && number.hedge == Hedge::None && is_short_form(text, at, end);
    if !large && !bounded && !spoken && !acid {
        return None;
    }
    let unit = match pair(text, end).filter(|_| large) {
        Some(unit) => unit,
        None => amount_of(if large || spoken { counted(text, at, end + more) } else { "" }),
    };
    Some((unit, if large { more } else { 0 }))
}

/// What a number without a unit counts.
pub(super) fn amount_of(name: &'static str) -> Unit {
    Unit::implied(name, Measure::Amount)
}

/// Whether the amount ends here, or what it counts is named: 10.7亿。 and 500万农民.
fn ends_or_names(text: &Chars, at: usize) -> bool {
    let Some(c) = text.get(at) else { return true };
    ends_clause(c)
        || "、)”|".contains(c)
        || is_han(c) && !NO_AMOUNT.contains(c) && !super::is_numeric(c)
}

/// 三百五, 一千八, 两万三: the last digit counts tens, hundreds, thousands, as only amounts are
/// spoken, and the clause ends.
fn is_short_form(text: &Chars, at: usize, end: usize) -> bool {
    let digits = |c: char| digit(c).is_some_and(|digit| digit > 0.0);
    let [.., first, scale, last] = text.all()[at..end] else { return false };
    // 从三万五调整到四万二
    let moves = text.any_at(
        end,
        &["调整", "提高", "增加", "上调", "下调", "降低", "提", "增", "涨", "升", "降"],
    );
    let goes_on = moves.is_some_and(|(_, n)| text.any_at(end + n, &["到", "至", "为"]).is_some());
    digits(first)
        && power(scale).is_some_and(|power| power > 10.0)
        && digits(last)
        && (goes_on || text.get(end).is_none_or(|c| ends_clause(c) || "、)".contains(c)))
}

/// pH值为6, pH 6.5: acidity has no unit.
pub(super) fn is_acidity(text: &Chars, at: usize) -> bool {
    let from = text.any_before(at, &["为", "在", "达", "约"]).map_or(at, |(_, n)| at - n);
    text.any_before(from, &["pH值", "PH值", "ph值", "pH", "酸碱度"]).is_some()
}

/// 不低于1.0, ≤0.8, 4.9以上: a comparison says that the number is a size.
fn is_bounded(text: &Chars, at: usize, end: usize) -> bool {
    let after = bounds::after(text, end, Measure::Amount);
    let last = end + after.map_or(0, |(_, length)| length);
    let ended = text.get(last).is_none_or(|c| ends_clause(c) || "、)的且".contains(c));
    let year = text.text(at..end).parse::<u32>().is_ok_and(|n| (1900..=2100).contains(&n));
    ended && !year && (after.is_some() || bounds::compared(text, at))
        || !year && moves(text, at, end)
}

/// 系数由0.56提高到0.58: what a size was before it moves.
fn moves(text: &Chars, at: usize, end: usize) -> bool {
    let verbs = ["提高", "增加", "上升", "提升", "降低", "下降", "降", "升", "增"];
    let verb = text.any_at(end, &verbs).map(|(_, length)| end + length);
    let to = verb.and_then(|verb| Some(verb + text.any_at(verb, &["到", "至", "为"])?.1));
    let decimal = (at..end).any(|i| text.has(i, "."));
    let next =
        to.and_then(|to| numeral(text, to)).filter(|next| unit_at(text, next.range.end).is_none());
    decimal && next.is_some() && text.any_before(at, &["由", "从"]).is_some()
}

/// The unit of 一万以上十万元以下, which stands at the second number alone.
fn pair(text: &Chars, end: usize) -> Option<Unit> {
    let (_, length) = bounds::after(text, end, Measure::Amount)?;
    let next = numeral(text, end + length)?;
    let unit = unit_at(text, next.range.end)?;
    Some(Unit { length: 0, ..unit })
}

/// What the number counts by the words around it.
fn counted(text: &Chars, at: usize, end: usize) -> &'static str {
    if text.any_at(end, &MONEY).is_some() {
        return "元";
    }
    if text.get(end).is_some_and(is_han) && bounds::after(text, end, Measure::Amount).is_none() {
        return "";
    }
    let clause = text.clause(at);
    // 处一万以上十万以下罚款
    let bounded = bounds::after(text, end, Measure::Amount).is_some();
    if bounded && (end..clause.end).any(|i| text.any_at(i, &MONEY).is_some()) {
        return "元";
    }
    let speaks = |range: std::ops::Range<usize>, words: &[&str]| {
        range
            .clone()
            .rev()
            .find(|i| text.any_at(*i, words).is_some_and(|(_, n)| i + n <= range.end))
    };
    let goes_on =
        clause.start > 0 && (clause.start == at || text.any_at(clause.start, &GOES_ON).is_some());
    let before = if goes_on { text.clause(clause.start - 1).start..clause.start } else { at..at };
    for range in [clause.start..at, before] {
        match (speaks(range.clone(), &MONEY), speaks(range, &PEOPLE)) {
            (Some(money), people) if people.is_none_or(|people| people < money) => return "元",
            (_, Some(_)) => return "人",
            _ => {}
        }
    }
    ""
}
