//! Days as documents state them.

use crate::address::{Address, Unit};
use crate::model::{Document, Sentence};
use crate::{calendar, facts};

/// The day that the sentence consists of.
pub(super) fn whole_day(document: &Document, unit: &str, sentence: &Sentence) -> Option<String> {
    let text = sentence.text.trim_end_matches(|c: char| c.is_whitespace());
    let has_only_date = text.chars().count() <= 16 && text.ends_with('日');
    let at = Address {
        document: document.id.clone(),
        unit: Unit::Provision(unit.to_owned()),
        sentence: Some(sentence.number),
    };
    let first = facts::of_sentence(&at, sentence, &[]).into_iter().find(|f| !f.date.is_empty());
    let day = first.filter(|f| f.span.start == 0).map(|fact| fact.date);
    day.filter(|day| has_only_date && is_day(day))
}

pub(super) fn day(value: &str) -> Option<String> {
    let sentence = Sentence { number: 1, text: value.to_owned(), line: 1, column: 1 };
    if is_day(value) {
        return Some(value.to_owned());
    }
    whole_day(&Document::default(), "head", &sentence)
}

/// The day, and the minute where one stands behind it: 2026-03-25 10:12:33.
pub(super) fn minute(value: &str) -> Option<String> {
    let (date, time) = value.trim().split_once(char::is_whitespace).unwrap_or((value, ""));
    let date = day(date.trim())?;
    let minute = format!("{date} {}", time.trim().get(..5).unwrap_or_default());
    Some(if calendar::is_minute(&minute) { minute } else { date })
}

/// Whether it is `2026-03-01`.
fn is_day(text: &str) -> bool {
    let shape =
        |(at, b): (usize, u8)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

/// Whether two values are the same day, one of them to the minute.
pub(super) fn is_same_day(given: &str, stated: &str) -> bool {
    let within = |day: &str, minute: &str| is_day(day) && minute.starts_with(day);
    within(given, stated) || within(stated, given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_stated_with_or_without_the_minute() {
        for (value, expected) in [
            ("2026-03-25 10:12:33", Some("2026-03-25 10:12")),
            ("2026年3月25日　10:12", Some("2026-03-25 10:12")),
            ("2026年3月25日", Some("2026-03-25")),
            ("2026-03-25 浏览次数：12", Some("2026-03-25")),
            ("近日", None),
        ] {
            assert_eq!(minute(value).as_deref(), expected, "{value}");
        }
        assert!(is_same_day("2026-03-25 10:12", "2026-03-25"));
        assert!(!is_same_day("2026-03-25 10:12", "2026-03-25 10:13"));
    }
}
