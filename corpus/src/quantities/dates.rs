//! Calendar dates: `2026年`, `2026年汛期前`, `2月3日`, `2025年12月29日至30日`, `2026.3.1`,
//! `2026年上半年`, `2027年三季度`, `2026年6月中旬前`.
//!
//! A date becomes a deadline where the text says so: 到 before it, 前 or 内 after it, or a verb of
//! achievement right behind it (`2026年实现…`).

use std::fmt::Write;
use std::ops::Range;

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

const JOINING: [&str; 4] = ["至", "到", "-", "~"];

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    /// `H1`, `Q2`.
    part: Option<(char, u32)>,
}

impl Parts {
    fn iso(self) -> String {
        let mut iso = self.year.map_or("-".to_owned(), |year| year.to_string());
        // A String takes every write.
        if let Some((part, number)) = self.part {
            if self.year.is_none() {
                return String::new();
            }
            let _ = write!(iso, "-{part}{number}");
        }
        for part in [self.month, self.day].into_iter().flatten() {
            let _ = write!(iso, "-{part:02}");
        }
        iso
    }

    fn unit(self) -> char {
        match self {
            Self { day: Some(_), .. } => '日',
            Self { month: Some(_), .. } => '月',
            _ => '年',
        }
    }
}

/// Reads the date that begins at this index.
pub fn date(text: &Chars, at: usize) -> Option<Date> {
    let Some((first, mut end)) = in_digits(text, at).or_else(|| parts(text, at, Parts::default()))
    else {
        return relative(text, at);
    };
    let (mut iso, mut last) = (first.iso(), first);
    if let Some(from) = joined(text, end)
        && let Some((upper, after)) = in_digits(text, from).or_else(|| parts(text, from, first))
    {
        let _ = write!(iso, "/{}", upper.iso());
        (end, last) = (after, upper);
    } else if let Some((days, after)) = ten_days(text, end, first) {
        (iso, end) = (days, after);
    }
    let (end, before) = deadline_after(text, end);
    let until = ends_at(text, at);
    let achieves = text.any_at(end, &periods::ACHIEVES).is_some()
        || text.any_before(end, &["底", "末"]).is_some() && periods::acts(text, end);
    let year = first.year.map_or(0.0, f64::from);
    let deadline = before || until || achieves;
    Some(Date { range: at..end, iso, year, unit: last.unit(), deadline })
}

/// Whether the words before this index make the date behind them the last day: 到, 最迟于,
/// 不得晚于, 截止日期为.
fn ends_at(text: &Chars, at: usize) -> bool {
    let linked = at - text.any_before(at, &["于", "在", "为", "是", ":"]).map_or(0, |(_, n)| n);
    let late = text.any_before(at, &["晚于", "迟于"]);
    text.any_before(at, &["到", "力争", "争取"]).is_some() && !text.ends(at, "截到")
        || text.any_before(linked, &["最迟", "最晚", "力争", "争取"]).is_some()
        || text.any_before(linked, &["截止时间", "截止日期", "截止日"]).is_some()
        || late.is_some_and(|(_, length)| bounds::negation(text, at - length).is_some())
}

fn joined(text: &Chars, at: usize) -> Option<usize> {
    let (_, length) = text.any_at(at, &JOINING)?;
    let mut from = at + length;
    while text.has(from, "-") {
        from += 1;
    }
    Some(from)
}

/// 今年底前, 汛期前: said without a year, so that ISO 8601 can't tell it.
fn relative(text: &Chars, at: usize) -> Option<Date> {
    let end = periods::deadline(text, at)?;
    Some(Date { range: at..end, iso: String::new(), year: 0.0, unit: '年', deadline: true })
}

/// 2026-05-26, 2026.3.1, 2026/7/1.
fn in_digits(text: &Chars, at: usize) -> Option<(Parts, usize)> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        let count =
            text.all()[at.min(text.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
        let value = text.text(at..at + count).parse::<u32>().ok()?;
        digits.contains(&count).then_some((value, at + count))
    };
    let inside = at > 0 && text.get(at - 1).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let (year, end) = number(at, 4..=4).filter(|(year, _)| (1900..=2100).contains(year))?;
    let mark = text.get(end).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, end) = number(end + 1, 1..=2).filter(|(month, _)| (1..=12).contains(month))?;
    text.get(end).filter(|c| *c == mark)?;
    let (day, end) = number(end + 1, 1..=2).filter(|(day, _)| (1..=31).contains(day))?;
    let ended = !text.get(end).is_some_and(|c| c == mark || c.is_ascii_alphanumeric());
    let parts = Parts { year: Some(year), month: Some(month), day: Some(day), part: None };
    (ended && !inside).then_some((parts, end))
}

/// Year, month and day from this index on; what a second date leaves out it has from the first.
fn parts(text: &Chars, at: usize, from: Parts) -> Option<(Parts, usize)> {
    let mut parts = Parts::default();
    let mut end = at;
    if let Some((year, after)) = part(text, end, &["年"], 1900..=2100) {
        (parts.year, end) = (Some(year), after);
    } else if let Some(year) = bare_year(text, end) {
        return Some((Parts { year: Some(year), ..parts }, end + 4));
    }
    if let Some((part, after)) = part_of_year(text, end, end > at) {
        return Some((Parts { part: Some(part), year: parts.year.or(from.year), ..parts }, after));
    }
    if let Some((month, after)) =
        part(text, end, &["月份", "月"], 1..=12).or_else(|| bare_month(text, end))
    {
        parts.month = Some(month);
        parts.year = parts.year.or(from.year);
        end = after;
    }
    let may_have_day = parts.month.is_some() || parts.year.is_none() && from.month.is_some();
    if may_have_day && let Some((day, after)) = part(text, end, &["日", "号"], 1..=31) {
        parts = Parts {
            year: parts.year.or(from.year),
            month: parts.month.or(from.month),
            day: Some(day),
            part: None,
        };
        end = after;
    }
    (end > at).then_some((parts, end))
}

/// 上半年, 第二季度, after a year or alone.
fn part_of_year(text: &Chars, at: usize, _after_year: bool) -> Option<((char, u32), usize)> {
    for (words, number) in [("上半年", 1), ("下半年", 2)] {
        if text.has(at, words) {
            return Some((('H', number), at + 3));
        }
    }
    let from = at + usize::from(text.has(at, "第"));
    let (quarter, after) = part(text, from, &["季度"], 1..=4)?;
    Some((('Q', quarter), after))
}

/// 6月中旬: its ten days.
fn ten_days(text: &Chars, at: usize, of: Parts) -> Option<(String, usize)> {
    let (word, length) = text.any_at(at, &["上旬", "中旬", "下旬"])?;
    let month = of.month.filter(|_| of.day.is_none())?;
    let last = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let (first, last) = match word {
        "上旬" => (1, 10),
        "中旬" => (11, 20),
        _ => (21, last),
    };
    let on = |day| Parts { day: Some(day), ..of }.iso();
    Some((format!("{}/{}", on(first), on(last)), at + length))
}

/// The `2026` of `2026—2030年`.
fn bare_year(text: &Chars, at: usize) -> Option<u32> {
    let number = numeral(text, at)?;
    let from = joined(text, number.range.end)?;
    part(text, from, &["年"], 1900..=2100)?;
    let year = number.small()?;
    (number.range.len() == 4 && (1900..=2100).contains(&year)).then_some(year)
}

/// The `1` of `1—6月`.
fn bare_month(text: &Chars, at: usize) -> Option<(u32, usize)> {
    let number = numeral(text, at)?;
    let from = joined(text, number.range.end)?;
    part(text, from, &["月份", "月"], 1..=12)?;
    let month = number.small().filter(|month| (1..=12).contains(month))?;
    Some((month, number.range.end))
}

fn part(
    text: &Chars,
    at: usize,
    units: &[&str],
    valid: std::ops::RangeInclusive<u32>,
) -> Option<(u32, usize)> {
    let number = numeral(text, at)?;
    let digits = number.range.len();
    let (_, length) = text.any_at(number.range.end, units)?;
    // 一千年 is a duration; a year is written digit by digit.
    let is_year = units == ["年"];
    let spelled = text.all()[number.range.clone()].iter().any(|c| matches!(c, '千' | '百' | '万'));
    let value = number.small()?;
    (valid.contains(&value) && !spelled && (!is_year || digits == 4))
        .then_some((value, number.range.end + length))
}

/// Takes in the words after a date that make it a deadline: 前, 底前, 汛期前, 以前, 内.
fn deadline_after(text: &Chars, end: usize) -> (usize, bool) {
    if text.has(end, "内") && !text.get(end + 1).is_some_and(|c| "蒙部外容".contains(c)) {
        return (end + 1, true);
    }
    for at in end..=end + LONGEST_EVENT {
        match text.get(at) {
            Some('前') => {
                let ends = !text.get(at + 1).is_some_and(|c| periods::NOT_BEFORE.contains(c));
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
