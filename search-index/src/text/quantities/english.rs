//! Numbers as English writes them: `10`, `1.45m`, `35bn`, `twenty-four`, `six hundred thousand`,
//! `10 million`, `13th`, `twenty-fourth`.

use super::units::{ENGLISH_UNITS, MAGNITUDES, ORDINALS, SMALL, SUFFIXES, TENS};
use super::{Quantity, arabic_number};
use crate::text::fold::{Word, word_at};

/// All quantities in English words.
pub fn in_english(words: &[Word]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match quantity(words, at) {
            Some(quantity) => {
                at = quantity.end;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

fn quantity(words: &[Word], start: usize) -> Option<Quantity> {
    let text = |at: usize| word_at(words, at);
    // RMB 35 billion
    let money = matches!(text(start), "rmb" | "cny");
    let number = cardinal(words, start + usize::from(money))?;
    let end = number.end;
    let unit = match (text(end), text(end + 1)) {
        _ if number.unit.is_some() => number.unit.map(|unit| (unit, 0)),
        ("square", "meters" | "metres") => Some(("平方米", 2)),
        ("square", "kilometers" | "kilometres") | ("sq", "km") => Some(("平方公里", 2)),
        ("cubic", "meters" | "metres") => Some(("立方米", 2)),
        ("percentage", "point" | "points") => Some(("个百分点", 2)),
        ("per", "cent") => Some(("%", 2)),
        (word, _) => ENGLISH_UNITS.iter().find(|(name, _)| *name == word).map(|(_, u)| (*u, 1)),
    };
    if number.bare && unit.is_none() {
        return None;
    }
    let (unit, more) = unit.unwrap_or((if money { "元" } else { "" }, 0));
    Some(Quantity { milli: number.milli, unit, start, end: end + more, chinese: false })
}

/// A cardinal number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cardinal {
    /// The value in thousandths.
    pub milli: u64,
    /// One past its last word.
    pub end: usize,
    /// Whether it is one word like `two`, which says little by itself.
    pub bare: bool,
    /// The unit that is written together with it: `35kg`.
    pub unit: Option<&'static str>,
}

fn value<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The cardinal number that begins at this word.
pub(super) fn cardinal(words: &[Word], start: usize) -> Option<Cardinal> {
    let mut number = if word_at(words, start).starts_with(|c: char| c.is_ascii_digit()) {
        digits(word_at(words, start), start)?
    } else {
        spelled(words, start)?
    };
    while let Some(power) = value(&MAGNITUDES, word_at(words, number.end)) {
        number.milli = number.milli.checked_mul(power)?;
        number.end += 1;
        number.bare = false;
    }
    Some(number)
}

/// Digits, with what may be written together with them.
fn digits(word: &str, at: usize) -> Option<Cardinal> {
    let chars: Vec<char> = word.chars().collect();
    let (milli, read) = arabic_number(&chars, 0)?;
    let rest: String = chars[read..].iter().collect();
    let power = if rest.is_empty() { Some(1) } else { value(&SUFFIXES, &rest) };
    let unit = value(&ENGLISH_UNITS, &rest);
    if power.is_none() && unit.is_none() {
        return None;
    }
    let milli = milli.checked_mul(power.unwrap_or(1))?;
    Some(Cardinal { milli, end: at + 1, bare: false, unit })
}

/// Number words below a thousand; magnitudes follow.
fn spelled(words: &[Word], start: usize) -> Option<Cardinal> {
    let (mut sum, mut end) = (0u64, start);
    if let Some(tens) = value(&TENS, word_at(words, end)) {
        (sum, end) = (tens, end + 1);
    }
    let small = value(&SMALL, word_at(words, end));
    if let Some(small) = small.filter(|small| sum == 0 || *small < 10) {
        (sum, end) = (sum + small, end + 1);
    }
    if end == start {
        return None;
    }
    Some(Cardinal { milli: sum * 1000, end, bare: end == start + 1, unit: None })
}

/// The ordinal number that begins at this word, and one past its last word.
pub fn ordinal(words: &[Word], start: usize) -> Option<(u64, usize)> {
    let word = word_at(words, start);
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        let ending = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th");
        return ending.then(|| digits.parse().ok())?.map(|number| (number, start + 1));
    }
    if let Some(tens) = value(&TENS, word)
        && let Some(last) = value(&ORDINALS, word_at(words, start + 1)).filter(|last| *last < 10)
    {
        return Some((tens + last, start + 2));
    }
    value(&ORDINALS, word).map(|number| (number, start + 1))
}

/// The whole number that begins at this word, digits or words, and one past its last word.
pub fn whole(words: &[Word], start: usize) -> Option<(u64, usize)> {
    let number = cardinal(words, start)?;
    let plain = number.milli % 1000 == 0 && number.unit.is_none();
    plain.then_some((number.milli / 1000, number.end))
}
