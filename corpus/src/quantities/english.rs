//! Numbers in English text: `10 million`, `1.45`, `twenty-two`, `14th`, `three-year`, `No. 1`.

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

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const MAGNITUDES: [(&str, f64); 5] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];

/// All numbers of an English sentence in reading order.
pub fn numbers(text: &str) -> Vec<EnglishNumber> {
    let words = words(text);
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((mut value, spelled)) = simple(&words[at]) else {
            at += 1;
            continue;
        };
        let start = at;
        at += 1;
        // twenty-two; two hundred and five.
        if spelled
            && (20.0..100.0).contains(&value)
            && let Some((ones, true)) = words.get(at).and_then(|word| simple(word))
            && ones < 10.0
            && value % 10.0 == 0.0
        {
            value += ones;
            at += 1;
        }
        while let Some(factor) = words.get(at).and_then(|word| magnitude(word)) {
            value *= factor;
            at += 1;
        }
        numbers.push(EnglishNumber { value, words: words[start..at].join(" "), spelled });
    }
    numbers
}

/// Words and numbers; hyphens and dashes part words, commas within digits don't.
fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (at, c) in chars.iter().enumerate() {
        let beside_digits = |at: usize| {
            at.checked_sub(1).and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit)
                && chars.get(at + 1).is_some_and(char::is_ascii_digit)
        };
        let part_of_number = match c {
            ',' => {
                beside_digits(at)
                    && (1..=3).all(|i| chars.get(at + i).is_some_and(char::is_ascii_digit))
            }
            '.' => beside_digits(at),
            _ => false,
        };
        if c.is_alphanumeric() {
            words.last_mut().into_iter().for_each(|word| word.push(*c));
        } else if part_of_number {
            if *c == '.' {
                words.last_mut().into_iter().for_each(|word| word.push('.'));
            }
        } else {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The value of one word, and whether it is spelled out.
fn simple(word: &str) -> Option<(f64, bool)> {
    let lower = word.to_ascii_lowercase();
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &lower[digits.len()..];
        return matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "s")
            .then(|| digits.parse().ok())
            .flatten()
            .map(|value| (value, false));
    }
    let position = |list: &[&str]| list.iter().position(|entry| *entry == lower);
    let tens = |word: &str| TENS.iter().position(|entry| *entry == word);
    let value = position(&ONES)
        .or_else(|| position(&ORDINALS))
        .or_else(|| tens(&lower).map(|index| (index + 2) * 10))
        .or_else(|| tens(&lower.replace("ieth", "y")).map(|index| (index + 2) * 10))
        .map(|value| value as f64)
        .or_else(|| match lower.as_str() {
            "both" | "twice" | "dual" | "double" => Some(2.0),
            "once" | "single" => Some(1.0),
            _ => magnitude(&lower),
        })?;
    Some((value, true))
}

fn magnitude(word: &str) -> Option<f64> {
    let lower = word.to_ascii_lowercase();
    MAGNITUDES
        .iter()
        .find(|(name, _)| lower == *name || lower.strip_suffix('s') == Some(name))
        .map(|(_, factor)| *factor)
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
    }
}
