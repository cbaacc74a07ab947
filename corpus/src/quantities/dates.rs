//! Calendar dates: `2026年`, `2026年汛期前`, `2月3日`, `2025年12月29日至30日`, `2026.3.1`,
//! `2026年上半年`, `2027年三季度`, `2026年6月中旬前`.
//!
//! A date becomes a deadline where the text says so: 到 before it, 前 or 内 after it, or a verb of
//! achievement right behind it (`2026年实现…`).

use std::fmt::Write;
use std::ops::Range;

mod parts;
mod plans;

pub(super) use self::parts::times_of_day;
pub use self::plans::last_year as last_year_of_plan;

use self::parts::{
    Parts, in_digits, joined, months_in_digits, parts, slashed, ten_days, time_of_day,
};
use super::numerals::{is_numeric, numeral};
use super::{bounds, periods};
use crate::chars::Chars;
use crate::text::is_han;

/// A date in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where it stands, with the words that make it a deadline after it.
    pub range: Range<usize>,
    /// ISO 8601 as far as stated: `2026`, `2026-06`, `--02-03`, `2025-12-29/2025-12-30`; halves and
    /// quarters as `2026-H1`, `2026-Q2`; empty for `今年底前`.
    pub iso: String,
    /// The year, or 0 where none is stated.
    pub year: f64,
    /// The last unit printed: 年, 月, 日.
    pub unit: char,
    /// Whether something is due then.
    pub deadline: bool,
}

/// At most this many characters name the event before 前: 汛期前, 春节前, 采暖季前.
const LONGEST_EVENT: usize = 4;

/// Characters that make another word with 前: 提前, 目前.
const NO_EVENT: &str = "提目当此空面跟向超生";

/// Reads the date that begins at this index.
pub fn date(text: &Chars, at: usize) -> Option<Date> {
    if let Some(((first, last), end)) = months_in_digits(text, at) {
        let iso = format!("{}/{}", first.iso(), last.iso());
        let year = first.year.map_or(0.0, f64::from);
        let (end, deadline) = deadline_after(text, end);
        return Some(Date { range: at..end, iso, year, unit: '月', deadline });
    }
    if let Some((year, end)) = plans::end_of_plan(text, at) {
        return Some(whole_year(text, at, year, end));
    }
    if let Some((last, end)) = plans::period_of_plan(text, at) {
        return Some(years_of_plan(text, at, last, end));
    }
    let Some((first, mut end)) = in_digits(text, at).or_else(|| parts(text, at, Parts::default()))
    else {
        return relative(text, at);
    };
    let (mut iso, mut last) = (first.iso(), first);
    if let Some((quarters, after)) = first_quarters(text, end, first) {
        (iso, end) = (quarters, after);
    } else if let Some((upper, after)) = second(text, at, end, first) {
        let _ = write!(iso, "/{}", upper.iso());
        (end, last) = (after, upper);
    } else if let Some((days, after)) = ten_days(text, end, first) {
        (iso, end) = (days, after);
    }
    // 2026年度 is one word; 度 begins another one in 度过.
    let yearly = last.unit() == '年' && last.part.is_none() && text.ends(end, "年");
    end +=
        usize::from(yearly && text.has(end, "度") && text.any_at(end, &["度过", "度假"]).is_none());
    let (end, before) = match time_of_day(text, end + weekday(text, end)) {
        Some(clock) if deadline_after(text, clock).1 => deadline_after(text, clock),
        _ => match deadline_after(text, end + weekday(text, end)) {
            before @ (_, true) => before,
            _ => deadline_after(text, end),
        },
    };
    let until = ends_at(text, at);
    let verb = end + text.any_at(end, &["分别", "应当", "应", "将", "要"]).map_or(0, |(_, n)| n);
    let achieves = text.any_at(verb, &periods::ACHIEVES).is_some()
        || text.any_before(end, &["底", "末"]).is_some() && periods::acts(text, end)
        || text.any_before(end, &["旬"]).is_some() && text.any_at(end, &["报送", "上报"]).is_some();
    let year = first.year.map_or(0.0, f64::from);
    let deadline = (before || until || achieves) && !tells_which(text, end);
    Some(Date { range: at..end, iso, year, unit: last.unit(), deadline })
}

/// The date to which the one from `at` to `end` goes on, and where it ends. Times of the day belong to
/// both: 6月10日9:00至6月20日17:00.
fn second(text: &Chars, at: usize, end: usize, first: Parts) -> Option<(Parts, usize)> {
    let read = |from| {
        in_next_year(text, from, first)
            .or_else(|| in_digits(text, from))
            .or_else(|| parts(text, from, first))
    };
    let from = joined(text, end).or_else(|| slashed(text, end).filter(|_| at + 4 == end));
    if let Some(found) = from.and_then(read) {
        return Some(found);
    }
    let clock = time_of_day(text, end).filter(|_| first.day.is_some())?;
    let (upper, after) = read(joined(text, clock)?).filter(|(upper, _)| upper.day.is_some())?;
    Some((upper, time_of_day(text, after).unwrap_or(after)))
}

/// 11月1日至次年3月31日: a day of the year behind the one of the first date.
fn in_next_year(text: &Chars, at: usize, first: Parts) -> Option<(Parts, usize)> {
    let (_, length) = text.any_at(at, &["次年", "翌年", "第二年"])?;
    let (mut upper, after) = parts(text, at + length, Parts::default())?;
    upper.year = first.year.map(|year| year + 1);
    (first.month.is_some() && upper.month.is_some()).then_some((upper, after))
}

/// How long the bracket at this index is that names the day of the week: （星期四）.
fn weekday(text: &Chars, at: usize) -> usize {
    let named = text.any_at(at, &["(星期", "(周"]).map_or(0, |(_, length)| length);
    if named > 0 && text.has(at + named + 1, ")") { named + 2 } else { 0 }
}

/// Whether the end of a five-year plan or its years are named here.
pub fn is_of_plan(text: &Chars, at: usize) -> bool {
    plans::end_of_plan(text, at).is_some() || plans::period_of_plan(text, at).is_some()
}

/// The five years up to the last one of a plan.
fn years_of_plan(text: &Chars, at: usize, last: u32, end: usize) -> Date {
    let first = last - 4;
    let iso = format!("{first}/{last}");
    let deadline = periods::acts(text, end);
    Date { range: at..end, iso, year: f64::from(first), unit: '年', deadline }
}

/// The year that the words from here to `end` stand for.
fn whole_year(text: &Chars, at: usize, year: u32, end: usize) -> Date {
    let (end, before) = deadline_after(text, end);
    let deadline =
        before || ends_at(text, at) || periods::acts(text, end) || plans::sets_aim(text, at, end);
    let range = at..end;
    Date { range, iso: year.to_string(), year: f64::from(year), unit: '年', deadline }
}

/// A date that no calendar has, such as 2月30日, where it begins at this index.
pub fn impossible(text: &Chars, at: usize) -> Option<Range<usize>> {
    let (found, end) = in_digits(text, at).or_else(|| parts(text, at, Parts::default()))?;
    (!found.is_in_calendar()).then_some(at..end)
}

/// A year of two digits, whose century is a guess, where one begins at this index: 26年底.
pub fn short_year(text: &Chars, at: usize) -> Option<Range<usize>> {
    let digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let inside =
        at > 0 && text.get(at - 1).is_some_and(|c| c.is_ascii_digit() || "-~.".contains(c));
    if inside || !digit(at) || !digit(at + 1) || !text.has(at + 2, "年") {
        return None;
    }
    let (_, length) = text
        .any_at(at + 3, &["年底", "底", "末", "初", "上半年", "下半年"])
        .or_else(|| parts(text, at + 3, Parts::default()).map(|(_, end)| ("", end - at - 3)))?;
    Some(at..at + 3 + length)
}

/// 2026年前三季度: its first quarters.
fn first_quarters(text: &Chars, at: usize, of: Parts) -> Option<(String, usize)> {
    let year = of.year.filter(|_| of.unit() == '年' && of.part.is_none() && text.has(at, "前"))?;
    let number = numeral(text, at + 1)?;
    let (_, length) = text.any_at(number.range.end, &["个季度", "季度"])?;
    let last = number.small().filter(|last| (2..=4).contains(last))?;
    Some((format!("{year}-Q1/{year}-Q{last}"), number.range.end + length))
}

/// Whether the words behind a date say which things are meant, and not when something is due:
/// 2000年底前建成的小区.
fn tells_which(text: &Chars, end: usize) -> bool {
    // 2019年8月31日及以前出生: who was born by then.
    if let Some((_, length)) = text.any_at(end, &["出生"]) {
        // 到2030年出生人口性别比降至112以下 says when it is due.
        return text
            .any_at(end + length, &["人口", "缺陷", "性别", "率", "医学", "登记"])
            .is_none();
    }
    // 9月底前完成任务的60%: how much is done by then. 2000年底前建成的120个小区 says which.
    let share = |at: usize| {
        let per = text.any_at(at, &["百分之", "千分之"]).is_some();
        per || numeral(text, at).is_some_and(|number| {
            text.any_at(number.range.end, &["%", "‰", "成", "分之"]).is_some()
        })
    };
    let words = text.all()[end.min(text.len())..].iter().take(5);
    let before: Vec<char> = words.take_while(|c| is_han(**c) && **c != '的').copied().collect();
    (2..=4).contains(&before.len())
        && text.has(end + before.len(), "的")
        && !share(end + before.len() + 1)
        && !before.iter().any(|c| "全所各部".contains(*c))
}

/// Whether the words before this index make the date behind them the last day: 到, 最迟于,
/// 不得晚于, 截止日期为.
fn ends_at(text: &Chars, at: usize) -> bool {
    let linked = at - text.any_before(at, &["于", "在", "为", "是", ":"]).map_or(0, |(_, n)| n);
    let late = text.any_before(at, &["晚于", "迟于"]);
    // 至 begins what is said; behind other words (截至, 有效期至) it ends a time.
    let begins = text.ends(at, "至") && text.clause(at).start + 1 == at;
    begins
        || text.any_before(at, &["到", "力争", "争取"]).is_some() && !text.ends(at, "截到")
        || text.any_before(linked, &["最迟", "最晚", "力争", "争取"]).is_some()
        || text.any_before(linked, &["截止时间", "截止日期", "截止日"]).is_some()
        || late.is_some_and(|(_, length)| bounds::negation(text, at - length).is_some())
}

/// 今年底前, 汛期前: said without a year, so that ISO 8601 can't tell it.
fn relative(text: &Chars, at: usize) -> Option<Date> {
    let end = periods::deadline(text, at)?;
    let day = text.all()[at..end].iter().any(|c| matches!(c, '日' | '号'));
    let unit = if day { '日' } else { '年' };
    Some(Date { range: at..end, iso: String::new(), year: 0.0, unit, deadline: true })
}

/// Takes in the words after a date that make it a deadline: 前, 底前, 汛期前, 以前, 内.
fn deadline_after(text: &Chars, end: usize) -> (usize, bool) {
    if text.has(end, "内") && !text.get(end + 1).is_some_and(|c| "蒙部外容".contains(c)) {
        return (end + 1, true);
    }
    for at in end..=end + LONGEST_EVENT {
        match text.get(at) {
            Some('前') => {
                let other =
                    at > end && ends_other_word(text, at) || counts_from_start(text, at + 1);
                let ends = !other && !periods::other_word(text, at + 1);
                return if ends { (at + 1, true) } else { (end, false) };
            }
            Some(c) if is_han(c) && !is_numeric(c) => {}
            _ => break,
        }
    }
    let ends = ["年底", "年末", "年初", "年中", "月底", "月末", "月初", "底", "末", "初"];
    let length = text.any_at(end, &ends).map_or(0, |(_, length)| length);
    (end + length, false)
}

/// Whether 前 before this index counts from the start: 前三季度, 前5个月.
fn counts_from_start(text: &Chars, at: usize) -> bool {
    let units = ["个季度", "季度", "个月", "天", "年", "名", "位", "批"];
    numeral(text, at).is_some_and(|number| text.any_at(number.range.end, &units).is_some())
}

/// Whether 前 at this index ends a word that is no time: 提前, 目前, and the 学前 that is not that of
/// 开学前.
fn ends_other_word(text: &Chars, at: usize) -> bool {
    let before = text.get(at - 1).unwrap_or(' ');
    let begins = at.checked_sub(2).and_then(|at| text.get(at)).unwrap_or(' ');
    NO_EVENT.contains(before) || before == '学' && !"开入放返复".contains(begins)
}
