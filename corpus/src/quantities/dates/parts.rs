//! The parts of a date: year, month, day, halves, quarters and ten days, in words and in digits.

use std::fmt::Write;

use super::super::numerals::numeral;
use crate::chars::Chars;

/// Behind a year; 2025/2026学年 are two of them.
const YEARS: [&str; 2] = ["年", "学年"];

/// What stands between two dates.
const JOINING: [&str; 4] = ["至", "到", "-", "~"];

/// What a date states of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Parts {
    pub year: Option<u32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// `H1`, `Q2`.
    pub part: Option<(char, u32)>,
}

impl Parts {
    pub(super) fn iso(self) -> String {
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

    /// Whether there is such a day.
    pub(super) fn is_in_calendar(self) -> bool {
        let (Some(month), Some(day)) = (self.month, self.day) else { return true };
        let leap = self.year.is_none_or(|y| y % 4 == 0 && y % 100 != 0 || y % 400 == 0);
        day <= days(month) + u32::from(leap && month == 2)
    }

    pub(super) fn unit(self) -> char {
        match self {
            Self { day: Some(_), .. } => '日',
            Self { month: Some(_), .. } => '月',
            _ => '年',
        }
    }
}

/// Past the mark between two dates.
pub(super) fn joined(text: &Chars, at: usize) -> Option<usize> {
    // 自2026年4月1日起至2031年3月31日止
    let at = at + usize::from(text.any_at(at, &["起至", "起到"]).is_some());
    let (_, length) = text.any_at(at, &JOINING)?;
    let mut from = at + length;
    while text.has(from, "-") {
        from += 1;
    }
    Some(from)
}

/// Past the slash between two years: 2025/2026学年.
pub(super) fn slashed(text: &Chars, at: usize) -> Option<usize> {
    text.has(at, "/").then_some(at + 1)
}

/// 2026-05-26, 2026.3.1, 2026/7/1.
pub(super) fn in_digits(text: &Chars, at: usize) -> Option<(Parts, usize)> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        // Behind a gap another number begins: 2026-08-15 17:30.
        let digit = |at: &usize| text.get(*at).is_some_and(|c| c.is_ascii_digit());
        let goes_on = |next: &usize| digit(next) && (*next == at || !text.gap(*next));
        let count = (at..text.len()).take_while(goes_on).count();
        let value = text.text(at..at + count).parse::<u32>().ok()?;
        digits.contains(&count).then_some((value, at + count))
    };
    let inside = at > 0 && text.get(at - 1).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let (year, end) = number(at, 4..=4).filter(|(year, _)| (1900..=2100).contains(year))?;
    let mark = text.get(end).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, end) = number(end + 1, 1..=2).filter(|(month, _)| (1..=12).contains(month))?;
    text.get(end).filter(|c| *c == mark)?;
    let (day, end) = number(end + 1, 1..=2).filter(|(day, _)| (1..=31).contains(day))?;
    let joined = |c: char| c == mark || c.is_ascii_alphanumeric() && !text.gap(end);
    let ended = !text.get(end).is_some_and(joined);
    let parts = Parts { year: Some(year), month: Some(month), day: Some(day), part: None };
    (ended && !inside).then_some((parts, end))
}

/// 2025.10—2026.3: from one month to another, which nothing but the pair tells from decimals.
pub(super) fn months_in_digits(text: &Chars, at: usize) -> Option<((Parts, Parts), usize)> {
    let inside = at > 0 && text.get(at - 1).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let one = |at: usize| {
        let digits = |at: usize| {
            text.all()[at.min(text.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
        };
        let (year, month) = (digits(at), digits(at + 5));
        let year_end = (year == 4 && text.has(at + 4, ".")).then_some(at + 4)?;
        let value = |range: std::ops::Range<usize>| text.text(range).parse::<u32>().ok();
        let end = (1..=2).contains(&month).then_some(year_end + 1 + month)?;
        let parts = Parts {
            year: value(at..year_end).filter(|year| (1900..=2100).contains(year)),
            month: value(year_end + 1..end).filter(|month| (1..=12).contains(month)),
            ..Parts::default()
        };
        (parts.year.is_some() && parts.month.is_some()).then_some((parts, end))
    };
    let (first, end) = one(at)?;
    let (last, end) = one(joined(text, end)?)?;
    let ended = !text.get(end).is_some_and(|c| c == '.' || c.is_ascii_alphanumeric());
    let order = (first.year, first.month) < (last.year, last.month);
    (ended && order && !inside).then_some(((first, last), end))
}

/// Year, month and day from this index on; what a second date leaves out it has from the first.
pub(super) fn parts(text: &Chars, at: usize, from: Parts) -> Option<(Parts, usize)> {
    let mut parts = Parts::default();
    let mut end = at;
    if let Some((year, after)) = part(text, end, &YEARS, 1900..=2100) {
        (parts.year, end) = (Some(year), after);
    } else if let Some(year) = bare_year(text, end) {
        return Some((Parts { year: Some(year), ..parts }, end + 4));
    }
    if let Some((part, after)) = part_of_year(text, end, end > at) {
        return Some((Parts { part: Some(part), year: parts.year.or(from.year), ..parts }, after));
    }
    if let Some((month, after)) = part(text, end, &["月份", "月"], 1..=12)
        .or_else(|| text.has(end, "元月").then_some((1, end + 2)))
        .or_else(|| bare_month(text, end))
    {
        parts.month = Some(month);
        parts.year = parts.year.or(from.year);
        end = after;
    }
    let may_have_day = parts.month.is_some() || parts.year.is_none() && from.month.is_some();
    if may_have_day
        && let Some((day, after)) =
            part(text, end, &["日", "号"], 1..=31).or_else(|| spaced_day(text, end))
    {
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

/// 6月1 5日: a day of two digits with a space between, behind its month.
fn spaced_day(text: &Chars, at: usize) -> Option<(u32, usize)> {
    let digit = |at: usize| text.get(at).and_then(|c| c.to_digit(10));
    let day = digit(at)? * 10 + digit(at + 1)?;
    let spaced = text.gap(at + 1) && !text.gap(at) && text.has(at + 2, "日");
    (spaced && (10..=31).contains(&day)).then_some((day, at + 3))
}

/// 上半年, 第二季度, after a year or alone.
fn part_of_year(text: &Chars, at: usize, after_year: bool) -> Option<((char, u32), usize)> {
    for (words, number) in [("上半年", 1), ("下半年", 2)] {
        if text.has(at, words) {
            return Some((('H', number), at + 3));
        }
    }
    let letters = (text.get(at), text.get(at + 1).and_then(|c| c.to_digit(10)));
    let ends = !text.get(at + 2).is_some_and(|c| c.is_ascii_alphanumeric());
    if let (Some(letter @ ('Q' | 'H')), Some(number @ 1..=4)) = letters
        && after_year
        && ends
        && (letter == 'Q' || number <= 2)
    {
        return Some(((letter, number), at + 2));
    }
    let from = at + usize::from(text.has(at, "第"));
    // 前三季度 are the first three.
    if from == at && !after_year && text.ends(at, "前") {
        return None;
    }
    let (quarter, after) = part(text, from, &["季度"], 1..=4)?;
    Some((('Q', quarter), after))
}

/// How many days a month has, in years that are no leap years.
fn days(month: u32) -> u32 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Past the time of the day at this index: 17:30, 24时, 下午5点, 上午9时30分.
pub(super) fn time_of_day(text: &Chars, at: usize) -> Option<usize> {
    let from = at + text.any_at(at, &["上午", "下午", "中午", "晚上", "晚"]).map_or(0, |(_, n)| n);
    let hour = numeral(text, from)?;
    hour.small().filter(|hour| *hour <= 24)?;
    let (mark, length) = text.any_at(hour.range.end, &["时整", "点整", "时", "点", ":"])?;
    let after = hour.range.end + length;
    let minute = numeral(text, after).filter(|m| m.small().is_some_and(|minute| minute < 60));
    match (mark, minute) {
        // 4:3 compares.
        (":", minute) => Some(minute.filter(|minute| minute.range.len() == 2)?.range.end),
        (_, Some(minute)) if text.has(minute.range.end, "分") => Some(minute.range.end + 1),
        _ => Some(after),
    }
}

/// 9:00至17:30, 上午9时30分, 9时至17时: times of the day, one or from one to another. An hour alone
/// (10时) may count hours.
pub(in super::super) fn times_of_day(text: &Chars, at: usize) -> Option<usize> {
    let first = time_of_day(text, at)?;
    let last = joined(text, first).and_then(|from| time_of_day(text, from));
    last.or_else(|| {
        let minutes = text.any_before(first, &["分"]).is_some()
            || text.any_before(first, &["时", "点", "整"]).is_none();
        minutes.then_some(first)
    })
}

/// 6月中旬: its ten days.
pub(super) fn ten_days(text: &Chars, at: usize, of: Parts) -> Option<(String, usize)> {
    let (word, length) = text.any_at(at, &["上旬", "中旬", "下旬"])?;
    let month = of.month.filter(|_| of.day.is_none())?;
    let (first, last) = match word {
        "上旬" => (1, 10),
        "中旬" => (11, 20),
        _ => (21, days(month)),
    };
    let on = |day| Parts { day: Some(day), ..of }.iso();
    Some((format!("{}/{}", on(first), on(last)), at + length))
}

/// The `2026` of `2026—2030年`.
fn bare_year(text: &Chars, at: usize) -> Option<u32> {
    let number = numeral(text, at)?;
    let from = joined(text, number.range.end).or_else(|| slashed(text, number.range.end))?;
    let (next, _) = part(text, from, &YEARS, 1900..=2100)?;
    let year = number.small()?;
    if text.has(number.range.end, "/") && next != year + 1 {
        return None;
    }
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
    let is_year = units == YEARS;
    let spelled = text.all()[number.range.clone()].iter().any(|c| matches!(c, '千' | '百' | '万'));
    let value = number.small()?;
    (valid.contains(&value) && !spelled && (!is_year || digits == 4))
        .then_some((value, number.range.end + length))
}
