//! Numbers in digits, in any language: `1,571`, `1.571`, `12 500`, `᠑᠒᠓`, `1,5 сая`.
//!
//! Languages differ in what parts groups and decimals, and in whether a word behind is a magnitude.
//! So a numeral has all the values that it may have: a check that compares them with those of the
//! source may pass over a mistake, but does not see one where there is none.

use crate::languages::Language;

/// A number in digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// All values that it may have.
    pub values: Vec<f64>,
    /// Its characters, for messages.
    pub text: String,
}

/// What may stand between the digits of a number: groups, or a decimal point.
const SEPARATORS: [char; 10] = [',', '.', '\'', '’', '،', '٫', '٬', ' ', '\u{a0}', '\u{202f}'];

/// What may stand between a number and its magnitude.
const GAPS: [char; 5] = [' ', '\u{a0}', '\u{202f}', '-', '་'];

/// All numbers in digits of a sentence, in reading order.
pub fn numerals(text: &str, language: &Language) -> Vec<Numeral> {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(|c| language.digit(*c).is_some());
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut groups = vec![String::new()];
        loop {
            while let Some(digit) = chars.get(at).and_then(|c| language.digit(*c)) {
                groups.last_mut().into_iter().for_each(|group| group.push_str(&digit.to_string()));
                at += 1;
            }
            let parted = chars.get(at).is_some_and(|c| SEPARATORS.contains(c)) && is_digit(at + 1);
            // Without a sign of its own a gap parts groups of three alone; `3 500` may be either.
            let three = (at + 1..at + 4).all(is_digit) && !is_digit(at + 4);
            let gap = chars.get(at).is_some_and(|c| c.is_whitespace());
            if !parted || gap && !three {
                break;
            }
            groups.push(String::new());
            at += 1;
        }
        let values = scaled(readings(&groups), &chars[at..], language);
        found.push(Numeral { values, text: chars[start..at].iter().collect() });
    }
    found
}

/// What groups of digits may mean: one number in groups, a number with decimals, several numbers.
fn readings(groups: &[String]) -> Vec<f64> {
    let whole = groups.concat();
    let mut texts = vec![whole];
    if let Some((decimals, before)) = groups.split_last()
        && !before.is_empty()
    {
        texts.push([&before.concat(), ".", decimals].concat());
        texts.extend(groups.iter().cloned());
    }
    texts.iter().filter_map(|text| text.parse().ok()).collect()
}

/// The values with those under the magnitudes that follow.
fn scaled(mut values: Vec<f64>, after: &[char], language: &Language) -> Vec<f64> {
    let rest: String =
        after.iter().filter(|c| !language.joins(**c) || GAPS.contains(c)).collect::<String>();
    let rest = rest.to_lowercase();
    let mut rest = rest.as_str();
    let mut factor = 1.0;
    while let Some((word, value)) = magnitude(rest.trim_start_matches(GAPS), language) {
        factor *= value;
        let scaled: Vec<f64> = values.iter().map(|value| value * factor).collect();
        values.extend(scaled);
        // The next magnitude follows as a word of its own: in 5 mil millones, 10 мянган сая.
        let start = rest.trim_start_matches(GAPS);
        rest = &start[word.len()..];
        rest = rest.trim_start_matches(char::is_alphabetic);
    }
    values
}

/// The longest magnitude that the text begins with.
fn magnitude<'l>(text: &str, language: &'l Language) -> Option<(&'l str, f64)> {
    let begins = language.magnitudes.iter().filter(|(word, _)| text.starts_with(word.as_str()));
    begins.max_by_key(|(word, _)| word.len()).map(|(word, value)| (word.as_str(), *value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::language;
    use crate::locale::Locale;

    #[track_caller]
    fn check(tag: &str, text: &str, expected: &[f64]) {
        let language = language(&Locale(tag.to_owned())).expect("a known language");
        let found = numerals(text, language);
        assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
        for (numeral, value) in found.iter().zip(expected) {
            let near = |other: &f64| (other - value).abs() < 1e-6 * value.abs();
            assert!(numeral.values.iter().any(near), "{text}: {value} is not in {numeral:?}");
        }
    }

    #[test]
    fn digits_of_every_script_are_read() {
        check("mn-Mong", "᠒᠐᠓᠐ ᠣᠨ", &[2030.0]);
        check("bo", "ལོ་༢༠༣༠ དང་ 15", &[2030.0, 15.0]);
        check("ar", "عام ٢٠٣٠ و١٠٪", &[2030.0, 10.0]);
        check("th", "ปี ๒๐๓๐", &[2030.0]);
    }

    #[test]
    fn groups_and_decimals_are_read_as_each_language_writes_them() {
        check("de", "1.571 und 1,5", &[1571.0, 1.5]);
        check("fr", "12\u{202f}500 ha", &[12500.0]);
        check("ru", "1 250 000 рублей", &[1_250_000.0]);
        check("mn", "2026 он 15", &[2026.0, 15.0]);
    }

    #[test]
    fn magnitudes_behind_a_number_count() {
        check("mn", "10 сая му, 1,45 сая тонн, 84 тэрбум", &[1e7, 1.45e6, 8.4e10]);
        check("mn-Mong", "᠑᠐\u{202f}ᠰᠠᠶ\u{180e}ᠠ", &[1e7]);
        check("es", "5 mil millones", &[5e9]);
        check("ug", "10 تۈمەن، 3 مىليون", &[10.0, 3e6]);
        check("ko", "350억", &[3.5e10]);
    }

    #[test]
    fn nothing_is_read_where_no_digit_stands() {
        check("mn", "арван сая", &[]);
    }
}
