//! Dates in Latin letters and digits: `December 29, 2025`, `2025-12-29`, `20251229`.

use crate::text::fold::Word;
use crate::text::quantities;

pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: Option<u64>,
    pub(super) month: u64,
    pub(super) day: u64,
    pub(super) taken: usize,
}

impl Date {
    pub(super) fn read(words: &[Word]) -> Option<Self> {
        if let Some(date) = Self::in_one_word(&words.first()?.text) {
            return Some(date);
        }
        let month = |at: usize| month(&words.get(at)?.text);
        let number = |at: usize| words.get(at)?.text.parse::<u64>().ok();
        let day = |at: usize| {
            let day = number(at).or_else(|| Some(quantities::ordinal(words, at)?.0))?;
            (1..=31).contains(&day).then_some(day)
        };
        let year = |at: usize| number(at).filter(|year| (1900..2100).contains(year));
        let date = |year: Option<u64>, month: u64, day: u64, taken: usize| {
            Some(Self { year, month, day, taken })
        };
        if let (Some(month), Some(day)) = (month(0), day(1)) {
            return date(year(2), month, day, 2 + usize::from(year(2).is_some()));
        }
        if let (Some(day), Some(month)) = (day(0), month(1)) {
            return date(year(2), month, day, 2 + usize::from(year(2).is_some()));
        }
        let in_digits = number(1).filter(|month| (1..=12).contains(month));
        date(Some(year(0)?), in_digits?, day(2)?, 3)
    }
}

impl Date {
    /// `2025.12.29`, `20251229`.
    fn in_one_word(word: &str) -> Option<Self> {
        let mut parts = word.split('.').map(|part| part.parse::<u64>().ok());
        let (year, month, day) = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day), None) => (year, month?, day?),
            (Some(all), None, ..) if word.len() == 8 => (all / 10_000, all / 100 % 100, all % 100),
            _ => return None,
        };
        let fits =
            (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        fits.then_some(Self { year: Some(year), month, day, taken: 1 })
    }
}

/// The month of this name or of its first three letters.
fn month(word: &str) -> Option<u64> {
    let short = |name: &&str| word == &name[..3] || word == "sept" && *name == "september";
    let at = MONTHS.iter().position(|name| *name == word || short(name))?;
    Some(at as u64 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::words;

    #[test]
    fn dates_in_every_order() {
        let read = |text: &str| {
            Date::read(&words(text)).map(|date| (date.year, date.month, date.day, date.taken))
        };
        for text in ["December 29, 2025", "29 Dec 2025", "29th December 2025", "2025-12-29"] {
            assert_eq!(read(text), Some((Some(2025), 12, 29, 3)), "{text}");
        }
        for text in ["2025.12.29", "20251229"] {
            assert_eq!(read(text), Some((Some(2025), 12, 29, 1)), "{text}");
        }
        assert_eq!(read("20251399"), None);
        assert_eq!(read("2.1"), None);
        assert_eq!(read("sept 3"), Some((None, 9, 3, 2)));
        assert_eq!(read("may farmers"), None);
        assert_eq!(read("2025 13 29"), None);
    }
}
