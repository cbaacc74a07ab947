//! Numbers in English text: `10 million`, `1.45`, `twenty-two`, `two hundred and five`, `14th`,
//! `two-thirds`, `two and a half`, `350bn`, `minus 20`.

mod words;

use words::{Part, Word, part, split};

/// A number in an English sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct EnglishNumber {
    /// Its value, magnitude words included.
    pub value: f64,
    /// The words, for messages.
    pub words: String,
    /// Whether it is spelled out: `one`, `first` are often no figures at all.
    pub spelled: bool,
}

/// All numbers of an English sentence in reading order.
pub fn numbers(text: &str) -> Vec<EnglishNumber> {
    let words = split(text);
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match number(&words, at) {
            Some((number, end)) => {
                numbers.push(number);
                at = end;
            }
            None => at += 1,
        }
    }
    numbers
}

/// The number that begins with this word, and one past its last word.
fn number(words: &[Word], at: usize) -> Option<(EnglishNumber, usize)> {
    let spelled = !matches!(part(&words[at].text)?, Part::Digits(_));
    let (mut value, mut end) = share(words, at).or_else(|| whole(words, at))?;
    // minus 20
    let minus = at > 0 && words[at - 1].text.eq_ignore_ascii_case("minus") && words[at].joined;
    if words[at].negative || minus {
        value = -value;
    }
    end = end.max(at + 1);
    let text = words[at..end].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    Some((EnglishNumber { value, words: text, spelled }, end))
}

/// The word there, where nothing but a space or a hyphen parts it from the one before.
fn next(words: &[Word], at: usize) -> Option<Part> {
    words.get(at).filter(|word| word.joined).and_then(|word| part(&word.text))
}

fn is(words: &[Word], at: usize, forms: &[&str]) -> bool {
    words.get(at).is_some_and(|word| forms.iter().any(|form| word.text.eq_ignore_ascii_case(form)))
}

/// `first half`, `second quarter`, `first three quarters`: parts of a year, no shares.
fn is_period(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|word| {
        matches!(part(&word.text), Some(Part::Ordinal(_)))
            || ["last", "next", "past", "other", "latter", "each", "every", "per", "this"]
                .iter()
                .any(|form| word.text.eq_ignore_ascii_case(form))
    })
}

/// `two-thirds`, `one third`, `half`, `three quarters`, `a quarter of`.
fn share(words: &[Word], at: usize) -> Option<(f64, usize)> {
    if is_period(words, at) {
        return None;
    }
    match part(&words[at].text)? {
        Part::Share(2.0, false) => Some((0.5, at + 1)),
        Part::Share(of, false) if is(words, at + 1, &["of"]) => Some((1.0 / of, at + 1)),
        Part::Ordinal(of) if at > 0 && is(words, at - 1, &["a"]) && is(words, at + 1, &["of"]) => {
            Some((1.0 / of, at + 1))
        }
        Part::Spelled(count) | Part::Digits(count) => match next(words, at + 1)? {
            Part::Share(of, _) if count < of => Some((count / of, at + 2)),
            Part::Ordinal(of)
                if (count - 1.0).abs() < f64::EPSILON
                    && of >= 3.0
                    && !is(words, at + 2, &["party", "parties"]) =>
            {
                Some((1.0 / of, at + 2))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A whole or decimal number with its magnitudes: sections below a thousand, as they are spoken.
fn whole(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let (mut total, mut end) = (0.0, at + 1);
    let first = part(&words[at].text)?;
    let in_words = matches!(first, Part::Spelled(_));
    let mut section = match first {
        Part::Digits(value) | Part::Spelled(value) => value,
        Part::Ordinal(value) => return Some((value, end)),
        Part::Magnitude(factor, several) => {
            // dozens: some tens; hundreds of thousands.
            let one = if several && factor < 100.0 { 10.0 } else { factor };
            let of = several && is(words, end, &["of"]);
            if let Some(Part::Magnitude(by, _)) = next(words, end + 1).filter(|_| of) {
                return Some((one * by, end + 2));
            }
            one
        }
        Part::Share(..) => return None,
    };
    if let Some(after) = and_a_half(words, end) {
        (section, end) = (section + 0.5, after);
    }
    loop {
        let joined =
            if in_words && is(words, end, &["and"]) && section >= 100.0 { end + 1 } else { end };
        match next(words, joined) {
            Some(Part::Magnitude(factor, false)) if joined == end => {
                if factor > 100.0 {
                    total += section * factor;
                    section = 0.0;
                } else {
                    section *= factor;
                }
                end += 1;
            }
            Some(Part::Magnitude(factor, true)) if joined == end => {
                section *= factor;
                end += 1;
            }
            Some(Part::Spelled(value) | Part::Ordinal(value))
                if in_words && fits(section, value) =>
            {
                section += value;
                end = joined + 1;
            }
            _ => break,
        }
    }
    Some((total + section, end))
}

/// Whether a spoken number goes on with this one: twenty-two, two hundred and five.
fn fits(section: f64, value: f64) -> bool {
    let tens = (20.0..100.0).contains(&(section % 100.0)) && section % 10.0 == 0.0 && value < 10.0;
    let hundreds = section >= 100.0 && section % 100.0 == 0.0 && value < 100.0;
    (tens || hundreds) && value > 0.0
}

/// `two and a half`: one past it.
fn and_a_half(words: &[Word], at: usize) -> Option<usize> {
    let half = is(words, at, &["and"]) && is(words, at + 1, &["a"]) && is(words, at + 2, &["half"]);
    half.then_some(at + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[f64]) {
        let found: Vec<f64> = numbers(text).into_iter().map(|number| number.value).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn digits_words_and_magnitudes() {
        check("10 million mu, 1.45 million tonnes", &[1e7, 1.45e6]);
        check("84 billion jin; 22 consecutive", &[8.4e10, 22.0]);
        check("the 14th Five-Year Plan", &[14.0, 5.0]);
        check("twenty-two bumper harvests", &[22.0]);
        check("Ten Thousand Villages", &[1e4]);
        check("from December 29 to 30, 2025", &[29.0, 30.0, 2025.0]);
        check("1,000 or more, 10%", &[1000.0, 10.0]);
        check("the fortieth, a three-year campaign", &[40.0, 3.0]);
        check("“five 100s”, 5G", &[5.0, 100.0]);
        check("twosome, onerous", &[]);
        check("12,345,678 yuan; RMB 350bn", &[12_345_678.0, 3.5e11]);
        check("from 10-15%, five 20-tonne lorries", &[10.0, 15.0, 5.0, 20.0]);
    }

    #[test]
    fn spoken_numbers() {
        check("two hundred and five villages", &[205.0]);
        check("two hundred and fifty thousand people", &[2.5e5]);
        check("one hundred towns and five cities", &[100.0, 5.0]);
        check("the twenty-first, thirty-second", &[21.0, 32.0]);
        check("ten, twenty and thirty", &[10.0, 20.0, 30.0]);
        check("hundreds of thousands of mu, several million head", &[1e5, 1e6]);
        check("dozens of schools, a dozen", &[10.0, 12.0]);
    }

    #[test]
    fn shares_and_halves() {
        check("two-thirds of them, one third, a third of it", &[2.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
        check("three quarters, a quarter of the land, more than half", &[0.75, 0.25, 0.5]);
        check("two and a half years, one and a half million", &[2.5, 1.5e6]);
        check("the first half of 2026, the first three quarters", &[1.0, 2026.0, 1.0, 3.0]);
        check("in the second quarter", &[2.0]);
        check("one third-party body", &[1.0, 3.0]);
    }

    #[test]
    fn signs() {
        check("minus 20 degrees, −18 °C, -3.5%", &[-20.0, -18.0, -3.5]);
        check("2025-2027, PM-10", &[2025.0, 2027.0, 10.0]);
    }
}
