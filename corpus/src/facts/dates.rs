//! Calendar dates: `2026年`, `2026年汛期前`, `2月3日`, `2025年12月29日至30日`, `到2028年`.
//!
//! A date becomes a deadline where the text says so: 到 before it, 前 or 内 after it, or a verb of
//! achievement right behind it (`2026年实现…`).

use std::fmt::Write;
use std::ops::Range;

use crate::chars::{Chars, fold};
use crate::figures::{self, numeral};
use crate::text::is_han;

/// A date in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// Where it stands, with the words that make it a deadline after it.
    pub range: Range<usize>,
    /// ISO 8601 as far as stated: `2026`, `2026-06`, `--02-03`, `2025-12-29/2025-12-30`.
    pub iso: String,
    /// The year, or 0 where none is stated.
    pub year: f64,
    /// The last unit printed: 年, 月, 日.
    pub unit: char,
    /// Whether something is due then.
    pub deadline: bool,
}

/// Verbs that make the date before them a deadline.
const ACHIEVES: [&str; 10] =
    ["实现", "完成", "达到", "建成", "力争", "基本", "全部", "全面完成", "新增", "累计"];

/// Words with 前 that are no time: 前置, 前期 ….
const NOT_BEFORE: &str = "置期景沿列提往程端身线瞻";

/// At most this many characters name the event before 前: 汛期前, 春节前, 采暖季前.
const LONGEST_EVENT: usize = 4;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Parts {
    fn iso(self) -> String {
        let mut iso = self.year.map_or("-".to_owned(), |year| year.to_string());
        for part in [self.month, self.day].into_iter().flatten() {
            // A String takes every write.
            let _ = write!(iso, "-{part:02}");
        }
        iso
    }
}

/// Reads the date that begins at this index.
pub fn date(text: &Chars, at: usize) -> Option<Date> {
    let (first, mut end) = parts(text, at, Parts::default())?;
    let (mut iso, mut last) = (first.iso(), first);
    if let Some(from) = joined(text, end)
        && let Some((upper, after)) = parts(text, from, first)
    {
        let _ = write!(iso, "/{}", upper.iso());
        (end, last) = (after, upper);
    }
    let unit = match last {
        Parts { day: Some(_), .. } => '日',
        Parts { month: Some(_), .. } => '月',
        _ => '年',
    };
    let (end, before) = deadline_after(text, end);
    let until =
        ["到", "力争", "争取"].iter().any(|word| text.ends(at, word)) && !text.ends(at, "截到");
    let achieves = text.any_at(end, &ACHIEVES).is_some();
    let year = first.year.map_or(0.0, f64::from);
    Some(Date { range: at..end, iso, year, unit, deadline: before || until || achieves })
}

fn joined(text: &Chars, at: usize) -> Option<usize> {
    let (_, length) = text.any_at(at, &["至", "到", "—", "–", "-", "~", "～"])?;
    Some(at + length)
}

/// Year, month and day from this index on; what a second date leaves out it has from the first.
fn parts(text: &Chars, at: usize, from: Parts) -> Option<(Parts, usize)> {
    let mut parts = Parts::default();
    let mut end = at;
    if let Some((year, after)) = part(text, end, &["年"], 1000..=2999) {
        (parts.year, end) = (Some(year), after);
    } else if let Some(year) = bare_year(text, end) {
        return Some((Parts { year: Some(year), ..parts }, end + 4));
    }
    if let Some((month, after)) = part(text, end, &["月"], 1..=12) {
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
        };
        end = after;
    }
    (end > at).then_some((parts, end))
}

/// The `2026` of `2026—2030年`.
fn bare_year(text: &Chars, at: usize) -> Option<u32> {
    let number = numeral(text, at)?;
    let from = joined(text, number.range.end)?;
    part(text, from, &["年"], 1900..=2100)?;
    let year = number.small()?;
    (number.range.len() == 4 && (1900..=2100).contains(&year)).then_some(year)
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
                let ends = !text.get(at + 1).is_some_and(|c| NOT_BEFORE.contains(c));
                return if ends { (at + 1, true) } else { (end, false) };
            }
            Some(c) if is_han(c) && !figures::is_numeric(c) => {}
            Some(c) if fold(c) == ' ' => {}
            _ => break,
        }
    }
    if text.has(end, "底") { (end + 1, false) } else { (end, false) }
}
