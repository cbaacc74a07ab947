//! Deadlines that are told without a year: 今年底前, 季度末前, 年末报送, 次月10日前, 汛期前.

use super::numerals::{is_numeric, numeral};
use crate::chars::Chars;

/// Verbs that make the date before them a deadline.
pub(super) const ACHIEVES: [&str; 17] = [
    "实现",
    "完成",
    "达到",
    "建成",
    "力争",
    "基本",
    "全部",
    "全面完成",
    "新增",
    "累计",
    "通车",
    "竣工",
    "完工",
    "投产",
    "并网",
    "投用",
    "投入使用",
];

/// Verbs of handing in, which make the end of a period before them a deadline.
const HANDS_IN: [&str; 14] = [
    "报送",
    "上报",
    "呈报",
    "填报",
    "报备",
    "报国",
    "报省",
    "报自治区",
    "报市",
    "报县",
    "报区",
    "提交",
    "递交",
    "上交",
];

/// Words with 前 that are no time: 前置, 前期 ….
const NOT_BEFORE: &str = "置期景沿列提往程端身线瞻";

/// Whether 前 before this index begins another word: 前期, 前提, but not in 3月底前提交.
pub(super) fn other_word(text: &Chars, at: usize) -> bool {
    let handed = text.any_at(at, &["提交", "提出", "提供", "提请", "提升", "提高", "提前", "列入"]);
    text.get(at).is_some_and(|c| NOT_BEFORE.contains(c)) && handed.is_none()
}

/// Times that count from the day of the text.
const RELATIVE: [&str; 6] = ["本世纪末", "今年内", "年内", "今年", "明年", "次年"];

/// Periods whose end may be meant: 季度末, 年底.
const PERIODS: [&str; 23] = [
    "本年度",
    "今年",
    "本年",
    "当年",
    "明年",
    "次年",
    "翌年",
    "后年",
    "本季度",
    "当季度",
    "下季度",
    "季度",
    "当季",
    "本学期",
    "本学年",
    "本月",
    "当月",
    "次月",
    "下月",
    "年",
    "月",
    "本旬",
    "旬",
];

/// Months that count from another.
const MONTHS: [&str; 9] =
    ["下个月", "次月", "下月", "翌月", "当月", "本月", "每个月", "每月", "首月"];

/// Events that return every year.
const EVENTS: [&str; 14] = [
    "主汛期",
    "汛期",
    "春节",
    "国庆节",
    "入冬",
    "采暖季",
    "供暖期",
    "开学",
    "雨季",
    "秋收",
    "春耕",
    "封冻",
    "上冻",
    "冬季来临",
];

/// Whether a verb at this index says what is to be done by the date before it.
pub(super) fn acts(text: &Chars, at: usize) -> bool {
    text.any_at(at, &ACHIEVES).or(text.any_at(at, &HANDS_IN)).is_some()
}

/// Where the deadline ends that begins at this index.
pub(super) fn deadline(text: &Chars, at: usize) -> Option<usize> {
    if let Some(end) = day_of_month(text, at) {
        return before(text, end);
    }
    if let Some(end) = end_of_period(text, at) {
        let status = text.any_before(at, &["截至", "截止", "截止到", "截至到"]).is_some();
        let until = text.any_before(at, &["到", "至"]).is_some();
        return before(text, end).or((!status && (until || acts(text, end))).then_some(end));
    }
    let (word, length) = text.any_at(at, &RELATIVE).or(text.any_at(at, &EVENTS))?;
    let end = at + length;
    if !begun(text, at) {
        return None;
    }
    if matches!(word, "年内" | "今年内") { Some(end) } else { before(text, end) }
}

/// Past 前 or 内 at this index, where it says until when.
fn before(text: &Chars, at: usize) -> Option<usize> {
    let words = ["底以前", "底之前", "底前", "以前", "之前", "前", "内"];
    let end = at + text.any_at(at, &words)?.1;
    (!other_word(text, end)).then_some(end)
}

/// 季度末, 今年年底.
fn end_of_period(text: &Chars, at: usize) -> Option<usize> {
    let (_, length) = text.any_at(at, &PERIODS)?;
    let (_, last) = text.any_at(at + length, &["年底", "年末", "底", "末"])?;
    begun(text, at).then_some(at + length + last)
}

/// 次月10日, 下月中旬, 每月15日.
fn day_of_month(text: &Chars, at: usize) -> Option<usize> {
    let from = at + text.any_at(at, &MONTHS)?.1;
    if let Some((_, length)) = text.any_at(from, &["上旬", "中旬", "下旬", "初"]) {
        return Some(from + length);
    }
    let day = numeral(text, from)?;
    let (_, length) = text.any_at(day.range.end, &["日", "号"])?;
    day.small().filter(|day| (1..=31).contains(day))?;
    Some(day.range.end + length)
}

/// Whether the period is the text's own one: not 每年底, which comes again, and not 上年末, which
/// is over.
fn begun(text: &Chars, at: usize) -> bool {
    let bare = text.get(at).is_some_and(|c| "年月季旬".contains(c));
    // 去年年底
    let at = if text.has(at, "年") && at > 0 && text.has(at - 1, "年") { at - 1 } else { at };
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    !bare || !before.is_some_and(|c| is_numeric(c) || "每几各逐去上往历近前".contains(c))
}
