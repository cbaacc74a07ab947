//! Numbers and quantities in any way of writing, brought to one term: `1000万亩`, `一千万亩`,
//! `１０００万亩` and `10 million mu` all become `#10000000亩`.

use corpus::Library;

use crate::text::fold::{Glyph, glyphs};
use crate::text::units::UnitInfo;

mod english;
#[cfg(test)]
mod tests;
mod units;

pub use english::{in_english, ordinal, whole};
use units::{CONVERSIONS, UNITS};

/// A number in a text, with its unit if one follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The value in thousandths.
    pub milli: u64,
    /// The unit as Chinese texts write it; empty where there is none.
    pub unit: &'static str,
    /// Index of its first glyph or word.
    pub start: usize,
    /// One past the last, unit included.
    pub end: usize,
    /// Whether it was written with Chinese numerals alone.
    pub chinese: bool,
}

impl Quantity {
    /// The term of the bare value.
    pub fn value_term(&self) -> String {
        match self.milli % 1000 {
            0 => format!("#{}", self.milli / 1000),
            _ => format!("#{}m", self.milli),
        }
    }

    /// The term of the value with its unit.
    pub fn term(&self) -> String {
        self.value_term() + self.unit
    }

    /// Whether somebody may mean the other one by it: the same in another unit, or the same number where
    /// one has no unit or which is large enough to tell by itself. 60 years are not 60 %.
    pub fn may_mean(&self, other: &Self) -> bool {
        let bare = self.unit.is_empty() || other.unit.is_empty() || self.milli >= TELLING;
        self.converts_to(other) || bare && self.milli == other.milli
    }

    /// Whether the other one is the same in another unit, as far as people round: to 1 %.
    pub fn converts_to(&self, other: &Self) -> bool {
        CONVERSIONS.iter().any(|(from, to, factor)| {
            let value = self.milli as f32 * factor;
            let off = (value - other.milli as f32).abs();
            (*from, *to) == (self.unit, other.unit) && value > 0.0 && off * 100.0 <= value
        })
    }
}

/// From ten thousand on, in thousandths, a number is equal to another hardly by chance.
const TELLING: u64 = 10_000_000;

/// Whether the word is one of the units that Chinese texts use.
pub fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// The unit of Chinese texts that a text begins with.
pub fn unit_at_start(text: &str) -> Option<&'static str> {
    UNITS.iter().copied().find(|unit| text.starts_with(unit))
}

/// All quantities in a Chinese text.
pub fn in_chinese(glyphs: &[Glyph]) -> Vec<Quantity> {
    let chars: Vec<char> = glyphs.iter().map(|glyph| glyph.c).collect();
    in_parts(&chars, &|at| glyphs.get(at).is_some_and(|glyph| glyph.parted != 0))
}

/// All quantities in folded characters, of which punctuation parts some from the one before it. It
/// ends a number: the cells of a table are parted by signs as well.
pub fn in_parts(chars: &[char], parted: &dyn Fn(usize) -> bool) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 1..=chars.len() {
        if end == chars.len() || parted(end) {
            let before = found.len();
            found.append(&mut in_chars(&chars[start..end]));
            for quantity in &mut found[before..] {
                quantity.start += start;
                quantity.end += start;
            }
            start = end;
        }
    }
    found
}

/// Formal numerals. Most of them mean something else alone (大陆, 收拾), so they count only beside each
/// other or a power of ten.
const CAPITALS: &str = "零壹贰叁肆伍陆柒捌玖拾佰仟";
const PLAIN: &str = "零一二三四五六七八九十百千";

/// A character in the spelling of this grammar: Traditional numerals and units, formal numerals, and
/// `w` for 万 behind a digit (`600w亩`).
fn spelled(chars: &[char], at: usize) -> char {
    let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().unwrap_or(' ');
    match chars[at] {
        '萬' => '万',
        '億' => '亿',
        '兩' => '两',
        '畝' => '亩',
        '噸' => '吨',
        'w' if beside(at.checked_sub(1)).is_ascii_digit()
            && !beside(at.checked_add(1)).is_ascii_alphanumeric() =>
        {
            '万'
        }
        c if c > '〇' => {
            let beside = [beside(at.checked_sub(1)), beside(at.checked_add(1))];
            let number = |c: &char| CAPITALS.contains(*c) || "万亿".contains(*c);
            // 队伍万人, 大陆亿元: the end of a word is no digit.
            let in_word = "伍陆拾".contains(c) && "队入退大内收".contains(beside[0]);
            let place = CAPITALS.chars().position(|own| own == c);
            let place = place.filter(|_| !in_word && beside.iter().any(number));
            place.and_then(|place| PLAIN.chars().nth(place)).unwrap_or(c)
        }
        c => c,
    }
}

/// All quantities in folded characters.
pub fn in_chars(chars: &[char]) -> Vec<Quantity> {
    let chars: Vec<char> = (0..chars.len()).map(|at| spelled(chars, at)).collect();
    let chars = &chars[..];
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(quantity) = chinese(chars, at) {
            at = quantity.end;
            found.push(quantity);
            continue;
        }
        // No part of a name is a number either.
        let numeral = |c: &&char| digit(**c).is_some() || power(**c).is_some();
        let length = chars[at..].iter().take_while(numeral).count();
        at += if is_name(&chars[at..at + length]) { length } else { 1 };
    }
    found
}

/// The quantities of the texts, each once, as printed.
pub fn printed(library: &Library, units: &[UnitInfo]) -> Vec<(Quantity, String)> {
    let mut known: Vec<(Quantity, String)> = Vec::new();
    for piece in units.iter().flat_map(|unit| unit.source(library)) {
        let glyphs = glyphs(piece.text);
        for quantity in in_chinese(&glyphs) {
            let known_already = |(other, _): &(Quantity, String)| {
                (other.milli, other.unit) == (quantity.milli, quantity.unit)
            };
            if !known.iter().any(known_already) {
                let (start, end) = (glyphs[quantity.start].start, glyphs[quantity.end - 1].end);
                known.push((quantity, piece.text[start as usize..end as usize].to_owned()));
            }
        }
    }
    known
}

/// The quantity that begins at this character.
fn chinese(chars: &[char], start: usize) -> Option<Quantity> {
    // 百分之十
    if chars[start..].starts_with(&['百', '分', '之']) {
        let (milli, end) =
            arabic_number(chars, start + 3).or_else(|| chinese_number(chars, start + 3))?;
        return Some(Quantity { milli, unit: "%", start, end, chinese: true });
    }
    let arabic = chars[start].is_ascii_digit();
    let (milli, mut end) =
        if arabic { arabic_number(chars, start)? } else { chinese_number(chars, start)? };
    let rest = &chars[end..];
    let unit = UNITS.iter().find(|unit| {
        let mut length = 0;
        unit.chars().all(|c| {
            length += 1;
            rest.get(length - 1) == Some(&c)
        })
    });
    let unit = unit.copied().unwrap_or_default();
    // 一是, 三农, 十分: a lone Chinese numeral counts only with a unit.
    if !arabic && unit.is_empty() && end - start < 2 {
        return None;
    }
    end += unit.chars().count();
    Some(Quantity { milli, unit, start, end, chinese: !arabic })
}

/// Arabic digits, then 十百千万亿. Returns thousandths and the end.
fn arabic_number(chars: &[char], start: usize) -> Option<(u64, usize)> {
    chars.get(start).filter(|c| c.is_ascii_digit())?;
    let (mut milli, mut fraction, mut end) = (0u64, None, start);
    for c in &chars[start..] {
        match (c.to_digit(10), fraction) {
            (Some(digit), None) => {
                milli = milli.checked_mul(10)?.checked_add(u64::from(digit) * 1000)?;
            }
            (Some(digit), Some(place)) => {
                milli += u64::from(digit) * place;
                fraction = Some(place / 10);
            }
            (None, None) if *c == '.' => fraction = Some(100),
            _ => break,
        }
        end += 1;
    }
    while let Some(power) = chars.get(end).and_then(|c| power(*c)) {
        milli = milli.checked_mul(power)?;
        end += 1;
    }
    Some((milli, end))
}

/// Chinese numerals. Returns thousandths and the end.
fn chinese_number(chars: &[char], start: usize) -> Option<(u64, usize)> {
    let length =
        chars[start..].iter().take_while(|c| digit(**c).is_some() || power(**c).is_some()).count();
    let numeral = &chars[start..start + length];
    if numeral.is_empty() || numeral.len() > 12 || matches!(numeral[0], '万' | '亿') {
        return None;
    }
    // 二〇二六: digits alone are a row of digits.
    if numeral.len() > 1 && numeral.iter().all(|c| digit(*c).is_some()) {
        let value = numeral.iter().try_fold(0u64, |value, c| {
            value.checked_mul(10)?.checked_add(digit(*c).unwrap_or_default())
        })?;
        return Some((value.checked_mul(1000)?, start + length));
    }
    if is_name(numeral) {
        return None;
    }
    let (mut total, mut section, mut pending) = (0u64, 0u64, None);
    for c in numeral {
        match (digit(*c), power(*c).unwrap_or(1)) {
            (Some(value), _) => pending = Some(value),
            (None, power) if power < 10_000 => section += pending.take().unwrap_or(1) * power,
            (None, power) => {
                section += pending.take().unwrap_or(0);
                let own = if total == 0 { section.max(1) } else { section };
                // 一亿二千万: 万 counts its own thousands; in 一万亿, 亿 counts all before it.
                total = if power < total {
                    total.checked_add(own.checked_mul(power)?)?
                } else {
                    total.checked_add(own)?.checked_mul(power)?
                };
                section = 0;
            }
        }
    }
    let value = total.checked_add(section)?.checked_add(pending.unwrap_or(0))?;
    Some((value.checked_mul(1000)?, start + length))
}

/// Whether a row of numerals is a name or an estimate and no number: 十四五, 三四十.
pub fn is_name(numeral: &[char]) -> bool {
    let counts = |c: char| digit(c).is_some_and(|value| value > 0);
    numeral.iter().any(|c| power(*c).is_some())
        && numeral.windows(2).any(|two| counts(two[0]) && counts(two[1]))
}

fn digit(c: char) -> Option<u64> {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => digits.iter().position(|d| *d == c).map(|value| value as u64),
    }
}

/// The power of ten that the character stands for.
pub fn power(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}
