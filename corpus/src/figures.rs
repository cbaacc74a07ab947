//! Numerals in Chinese text: reading `1000万`, `1.52亿`, `百万`, `二十二`, `二〇二六`.
//!
//! A numeral here is only the number: units, bounds and what the number means are read by
//! [`crate::facts`]. Values of Chinese numerals follow the usual grammar of 个十百千 within
//! sections of 万 and 亿.

pub mod english;
pub mod units;

use std::ops::Range;

use crate::chars::{Chars, fold};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// `1000万`
    Arabic,
    /// `二十二`
    Chinese,
    /// `百万`, `万`: powers of ten alone.
    Power,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Where it stands, in characters.
    pub range: Range<usize>,
    /// Its value.
    pub value: f64,
    /// How it is written.
    pub script: Script,
    /// Whether 多, 余 or 几 follow or take part: “a little more than”.
    pub more: bool,
}

impl Numeral {
    /// The value where it is a whole number that is small enough for dates and the like.
    pub fn small(&self) -> Option<u32> {
        let fits = self.value.fract() == 0.0 && (0.0..1e9).contains(&self.value);
        #[expect(clippy::cast_sign_loss, reason = "not negative by the line above")]
        fits.then_some(self.value as u32)
    }
}

/// The value of a Chinese digit.
fn digit(c: char) -> Option<f64> {
    let value = "零一二三四五六七八九".chars().position(|d| d == c)?;
    Some(value as f64)
}

/// The value of a Chinese power of ten.
fn power(c: char) -> Option<f64> {
    Some(match c {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

fn chinese(c: char) -> Option<char> {
    let c = match c {
        '两' => '二',
        '〇' => '零',
        _ => c,
    };
    (digit(c).is_some() || power(c).is_some()).then_some(c)
}

/// Whether the character may be part of a number.
pub fn is_numeric(c: char) -> bool {
    fold(c).is_ascii_digit() || chinese(c).is_some()
}

/// Reads the numeral that begins at this index, as long as it goes.
pub fn numeral(text: &Chars, at: usize) -> Option<Numeral> {
    if fold(text.get(at)?).is_ascii_digit() { arabic(text, at) } else { han(text, at) }
}

fn arabic(text: &Chars, at: usize) -> Option<Numeral> {
    let digit_at = |i: usize| text.get(i).map(fold).filter(char::is_ascii_digit);
    let mut plain = String::new();
    let mut end = at;
    while let Some(c) = text.get(end).map(fold) {
        // 1,000: groups of exactly three; in Chinese text a half-width comma may end a clause.
        let group = c == ','
            && (1..=3).all(|i| digit_at(end + i).is_some())
            && digit_at(end + 4).is_none()
            && !plain.contains('.');
        let point = c == '.' && !plain.contains('.') && digit_at(end + 1).is_some();
        if c.is_ascii_digit() || point {
            plain.push(c);
        } else if !group {
            break;
        }
        end += 1;
    }
    let (factor, end, more) = magnitude(text, end);
    let value = whole(plain.parse::<f64>().ok()? * factor);
    Some(Numeral { range: at..end, value, script: Script::Arabic, more })
}

/// The powers of ten that follow digits, and 多 or 余 among them: `余万` in `20余万`.
fn magnitude(text: &Chars, start: usize) -> (f64, usize, bool) {
    let (mut factor, mut end, mut more) = (1.0, start, false);
    while let Some(c) = text.get(end) {
        if matches!(c, '多' | '余') && !more {
            more = true;
        } else if let Some(power) = power(c).filter(|_| !units::begins_longer_unit(text, end)) {
            factor *= power;
        } else {
            break;
        }
        end += 1;
    }
    (factor, end, more)
}

fn han(text: &Chars, at: usize) -> Option<Numeral> {
    let mut end = at;
    while text.get(end).is_some_and(|c| chinese(c).is_some())
        && (end == at || !units::begins_longer_unit(text, end))
    {
        end += 1;
    }
    let digits: Vec<char> = text.all()[at..end].iter().filter_map(|c| chinese(*c)).collect();
    let script = if digits.iter().all(|c| power(*c).is_some()) && digits != ['十'] {
        Script::Power
    } else {
        Script::Chinese
    };
    let mut value = value_of(&digits)?;
    let more = end > at && matches!(text.get(end), Some('多' | '余'));
    if more {
        let (factor, after, _) = magnitude(text, end);
        value *= factor;
        end = after;
    } else if text.get(end) == Some('点') {
        let tail: Vec<f64> =
            text.all()[end + 1..].iter().map_while(|c| chinese(*c).and_then(digit)).collect();
        let mut place = 1.0;
        for digit in &tail {
            place /= 10.0;
            value += digit * place;
        }
        if !tail.is_empty() {
            let (factor, after, _) = magnitude(text, end + 1 + tail.len());
            value *= factor;
            end = after;
        }
    }
    Some(Numeral { range: at..end, value: whole(value), script, more })
}

/// The value of Chinese digits: `二〇二六` digit by digit, otherwise by powers of ten. `None` where
/// they don't make one number, as in the slogan `十四五`.
fn value_of(digits: &[char]) -> Option<f64> {
    if digits.len() > 1 && digits.iter().all(|c| digit(*c).is_some()) {
        let positional = digits.len() > 2 || digits[0] == '零';
        let value = digits.iter().filter_map(|c| digit(*c)).fold(0.0, |v, d| v * 10.0 + d);
        return positional.then_some(value);
    }
    if digits.is_empty() {
        return None;
    }
    let (mut total, mut section, mut pending) = (0.0, 0.0, None);
    for c in digits {
        match (digit(*c), power(*c)) {
            (Some(_), _) if pending.is_some_and(|p| p > 0.0) => return None,
            (Some(digit), _) => pending = Some(digit),
            (None, Some(power)) if power >= 1e4 => {
                let before = section + pending.take().unwrap_or(0.0);
                // 三万五千亿: all that is smaller counts 亿; 三亿五千万: 亿 stays.
                if total < power {
                    total = (total + before).max(1.0) * power;
                } else {
                    total += before.max(1.0) * power;
                }
                section = 0.0;
            }
            (None, Some(power)) => section += pending.take().unwrap_or(1.0) * power,
            (None, None) => return None,
        }
    }
    Some(total + section + pending.unwrap_or(0.0))
}

/// Takes away the rounding error of multiplying decimals: `1.52亿` is 152,000,000 exactly.
fn whole(value: f64) -> f64 {
    let rounded = value.round();
    if (value - rounded).abs() < 1e-6 * value.abs().max(1.0) && value >= 1.0 {
        rounded
    } else {
        (value * 1e9).round() / 1e9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(f64, usize)>) {
        let found = numeral(&Chars::new(text), 0).map(|n| (n.value, n.range.end));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn arabic_numerals_with_magnitudes() {
        check("1000万亩", Some((1e7, 5)));
        check("1.52亿吨", Some((152_000_000.0, 5)));
        check("350亿元", Some((35_000_000_000.0, 4)));
        check("１２家", Some((12.0, 2)));
        check("1,571项", Some((1571.0, 5)));
        check("20,新建", Some((20.0, 2)));
        check("20余万人", Some((200_000.0, 4)));
        check("2万亿元", Some((2e12, 3)));
        check("50千瓦", Some((50.0, 2)));
        check("50万千瓦", Some((500_000.0, 3)));
        check("3.5%", Some((3.5, 3)));
    }

    #[test]
    fn chinese_numerals() {
        check("百万头", Some((1e6, 2)));
        check("二十二连丰", Some((22.0, 3)));
        check("二〇二六年", Some((2026.0, 4)));
        check("两千三百万", Some((2.3e7, 5)));
        check("三万五千亿", Some((3.5e12, 5)));
        check("一百零三条", Some((103.0, 4)));
        check("三点五亿", Some((3.5e8, 4)));
        check("十余家", Some((10.0, 2)));
        check("十四五", None);
        check("甲", None);
    }
}
