//! What a question asks for beside its subject (an amount, a time, a way to go about it), and
//! whether a sentence states such a thing: 低保一个月多少 asks for an amount, and a sentence on 低保
//! that has no amount does not answer it.

use crate::protocol::Detail;
use corpus::text::is_han;

use crate::text::fold::{self, Glyph};
use crate::text::quantities::{self, Quantity};

/// Chinese words that ask for an amount.
const AMOUNT: &str =
    "多少 几块 几元 几万 几千 几百 几十 几成 几岁 几头 几只 几亩 几个 几个点 百分之几 多大 多高";
/// English words that do.
const AMOUNT_ENGLISH: &str =
    "how much|how many|what percentage|what rate|interest rate|what amount";
/// Words that ask for a time.
const TIME: &str = "什么时候 啥时候 啥时间 什么时间 何时 几时 哪天 哪一天 几号 几月 哪年 哪个月 多会 多久 \
    多长时间 补几年 给几年 免几年 贷几年 签几年 包几年 管几年 从哪天 到哪天 截止到";
/// English words that do.
const TIME_ENGLISH: &str = "when is|when are|when does|when do|when did|when will|when can|when should|\
    what date|what day|which month|how long|how soon";
/// Words that ask how or where to go about something.
const WAY: &str = "怎么申请 咋申请 如何申请 怎么申报 咋申报 如何申报 怎么办理 咋办理 如何办理 怎么报名 咋报名 如何报名 \
    怎么领 咋领 如何领 去哪办 去哪儿办 在哪办 在哪儿办 上哪办 上哪儿办 到哪办 哪里办 去哪申请 在哪申请 哪里申请 \
    上哪申请 去哪报名 在哪报名 哪里报名 上哪报名 去哪领 在哪领 哪里领 上哪领 哪个窗口 什么手续 啥手续 什么材料 \
    啥材料 什么电话 啥电话 电话多少 哪个电话";
/// English words that do.
const WAY_ENGLISH: &str = "how to apply|how do i apply|how can i apply|where to apply|where do i apply|\
    how do i register|where do i register|how do i sign|where do i sign|where to sign|how to sign|\
    how do i get|how do i claim|who do i call|what number|which office|which documents|what documents";

/// Units of time.
const TIME_UNITS: [&str; 10] =
    ["年", "月", "日", "天", "个月", "小时", "分钟", "星期", "学期", "周内"];
/// Words that tell a time without a figure.
const TOLD_TIME: &str = "及时 按时 按期 定期 逐月 按月 每月 每年 年内 年底 年初 年末 月底 汛期 当年 季度 期限 长期 近期";
/// Words that tell how or where to go about something.
const TOLD_WAY: &str = "申请 申报 报名 登记 办理 窗口 热线 电话 网址 受理 领取";

fn has_any(text: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| text.contains(word))
}

/// Whether words stand in the text, as whole words.
fn has_words(text: &str, phrases: &str) -> bool {
    let words: Vec<String> = fold::words(text).into_iter().map(|word| word.text).collect();
    let row = format!(" {} ", words.join(" "));
    phrases.split('|').any(|phrase| row.contains(&format!(" {phrase} ")))
}

/// What the question asks for.
pub fn details(question: &str) -> Vec<Detail> {
    let text: String = fold::folded(question).into_iter().collect();
    let asks = [
        (Detail::Amount, AMOUNT, AMOUNT_ENGLISH),
        (Detail::Time, TIME, TIME_ENGLISH),
        (Detail::Way, WAY, WAY_ENGLISH),
    ];
    let asks = asks
        .into_iter()
        .filter(|(_, chinese, english)| has_any(&text, chinese) || has_words(question, english));
    asks.map(|(detail, ..)| detail).collect()
}

/// The unit of the amount that is asked for, where it is told: 多少亩, 几万块, 百分之几.
pub fn unit(question: &str) -> Option<&'static str> {
    let chars = fold::folded(question);
    let text: String = chars.iter().collect();
    let after = ["多少", "几百", "几千", "几万", "几十", "几"].iter().find_map(|word| {
        let rest = &text[text.find(word)? + word.len()..];
        Some(rest.trim_start_matches(['万', '千', '百', '亿']).to_owned())
    });
    let after = after.unwrap_or_default();
    if ["钱", "块"].iter().any(|money| after.starts_with(money)) || has_words(question, "money") {
        return Some("元");
    }
    if ["百分之", "几个点", "几成"].iter().any(|share| text.contains(share))
        || has_words(question, "interest rate|what percentage|what share")
    {
        return Some("%");
    }
    if after.starts_with("平米") || after.starts_with("平方") {
        return Some("平方米");
    }
    quantities::unit_at_start(&after).filter(|unit| *unit != "个")
}

/// Whether a sentence of a source states such a detail; an amount in the `unit`, if one was asked.
pub fn states(sentence: &str, detail: Detail, unit: Option<&str>) -> bool {
    let glyphs = fold::glyphs(sentence);
    // The index knows few units; here any word behind a figure is one.
    let behind = |quantity: &Quantity| {
        let rest = glyphs.get(quantity.end..).unwrap_or_default();
        let first = rest.first().filter(|glyph| glyph.parted == 0 && is_han(glyph.c));
        first.map_or(&[][..], |_| rest)
    };
    let counts = |quantity: &Quantity, unit: &str| {
        quantity.unit == unit || quantity.unit.is_empty() && begins(behind(quantity), unit)
    };
    let is_time = |quantity: &Quantity| TIME_UNITS.iter().any(|unit| counts(quantity, unit));
    let found = quantities::in_chinese(&glyphs);
    let mut found = found.iter();
    match detail {
        Detail::Amount => found.any(|quantity| {
            if let Some(unit) = unit {
                // Ages are asked in 岁 and stated in 周岁.
                return counts(quantity, unit) || unit == "岁" && counts(quantity, "周岁");
            }
            // 三级, 两委: a small numeral in words is a part of a name more often than an amount.
            let named = quantity.chinese && quantity.milli < 10_000;
            let counted = !quantity.unit.is_empty() || !behind(quantity).is_empty();
            counted && !is_time(quantity) && !named
        }),
        Detail::Time => found.any(is_time) || has_any(sentence, TOLD_TIME) || takes_time(&glyphs),
        Detail::Way => has_any(sentence, TOLD_WAY),
    }
}

fn begins(glyphs: &[Glyph], unit: &str) -> bool {
    let mut glyphs = glyphs.iter();
    unit.chars().all(|c| glyphs.next().is_some_and(|glyph| glyph.c == c))
}

/// Whether a small numeral, which the grammar of quantities leaves alone, stands before a unit of more
/// than one character: 两小时. 一天 and 一年 are said of much.
fn takes_time(glyphs: &[Glyph]) -> bool {
    let numeral = |c: char| "一二两三四五六七八九十半几".contains(c);
    let unit = |c: char| matches!(c, '小' | '分' | '星' | '学');
    glyphs.windows(3).any(|three| {
        numeral(three[0].c)
            && unit(three[1].c)
            && TIME_UNITS.iter().any(|time| begins(&three[1..], time))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for() {
        assert_eq!(details("羊舍补贴一平米多少钱"), [Detail::Amount]);
        assert_eq!(details("牛犊啥时候打针"), [Detail::Time]);
        assert_eq!(details("救济咋申请"), [Detail::Way]);
        assert_eq!(
            details("how much does a sheep cost, and when is it sold"),
            [Detail::Amount, Detail::Time]
        );
        assert_eq!(details("when sheep graze"), []);
        assert_eq!(details("羊舍怎么盖"), []);
    }

    #[test]
    fn the_unit_that_is_asked_for() {
        for (question, unit) in [
            ("一户补几万块", Some("元")),
            ("补多少钱", Some("元")),
            ("修多少亩", Some("亩")),
            ("盖多少平米", Some("平方米")),
            ("利率百分之几", Some("%")),
            ("多少个村", None),
            ("产量是多少", None),
        ] {
            assert_eq!(super::unit(question), unit, "{question}");
        }
    }

    #[test]
    fn what_a_sentence_states() {
        assert!(states("新建圈舍500万平方米", Detail::Amount, None));
        assert!(states("新建圈舍500万平方米", Detail::Amount, Some("平方米")));
        assert!(!states("新建圈舍500万平方米", Detail::Amount, Some("元")));
        assert!(!states("2026年推广种公羊", Detail::Amount, None));
        assert!(!states("完善县乡村三级网络", Detail::Amount, None));
        assert!(states("将病种由32种增至38种。", Detail::Amount, None));
        assert!(states("年满6周岁的儿童", Detail::Amount, Some("岁")));
        assert!(states("头两小时免费", Detail::Time, None));
        assert!(!states("头两小时免费", Detail::Amount, None));
        assert!(!states("对80周岁以上老人发放津贴", Detail::Time, None));
        assert!(states("对80周岁以上老人发放津贴", Detail::Amount, None));
        assert!(!states("小学数学期末考试", Detail::Time, None));
        assert!(states("2026年推广种公羊", Detail::Time, None));
        assert!(states("补贴及时发放到户", Detail::Time, None));
        assert!(!states("推广种公羊", Detail::Time, None));
        assert!(states("健全自主申报机制", Detail::Way, None));
        assert!(!states("健全机制", Detail::Way, None));
    }
}
