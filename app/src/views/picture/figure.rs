//! The figure of a card: its number, and what is set smaller behind it.

use corpus::Fact;
use corpus::facts::convert;
use corpus::facts::convert::ConversionKind;

/// The number at the front, and the rest: `1000` and `万亩`.
pub fn parts(printed: &str) -> (String, String) {
    let digits = printed.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '%')));
    match digits.unwrap_or(printed.len()) {
        0 => (printed.to_owned(), String::new()),
        end => (printed[..end].to_owned(), printed[end..].to_owned()),
    }
}

/// The figure for English readers, a range with both its ends: in words where it is large, otherwise
/// its digits. What small numbers count is told beneath where the translation tells it; `counted` says
/// so. Otherwise the unit stands beside the number as printed.
pub fn english(fact: &Fact, printed: &str, counted: bool) -> (String, String) {
    let spoken = |value: f64| -> Option<(String, String)> {
        if let Some(words) = in_words(value, &fact.unit) {
            let (number, rest) = words.split_once(' ').unwrap_or((&words, ""));
            return Some((number.to_owned(), format!(" {rest}")));
        }
        let digits = printed.starts_with(|c: char| c.is_ascii_digit()) && value < 1e4;
        let unit =
            if counted || fact.unit.is_empty() { String::new() } else { format!(" {}", fact.unit) };
        match fact.unit.as_str() {
            "%" => Some((value.to_string(), "%".to_owned())),
            _ => digits.then(|| (value.to_string(), unit)),
        }
    };
    let joined = |(number, rest): (String, String)| match rest.as_str() {
        "%" => ([number, rest].concat(), String::new()),
        _ => (number, rest),
    };
    // Both ends of a range stand in one language: the lower one has no unit of its own beside an
    // upper one in words.
    let upper_in_words = fact.upper.and_then(|upper| in_words(upper, &fact.unit)).is_some();
    let lower = match spoken(fact.value) {
        Some(_) if upper_in_words && in_words(fact.value, &fact.unit).is_none() => {
            Some((grouped(fact.value), String::new()))
        }
        lower => lower,
    };
    let Some(lower) = lower else { return parts(printed) };
    match fact.upper.map(spoken) {
        None => joined(lower),
        Some(None) => parts(printed),
        Some(Some(upper)) if upper.1 == lower.1 => {
            joined((format!("{}–{}", lower.0, upper.0), upper.1))
        }
        // 9,000 to 1.2 million
        Some(Some(upper)) => {
            (format!("{}{} – {}{}", lower.0, lower.1, upper.0, upper.1), String::new())
        }
    }
}

/// A number with a comma behind its thousands, where it has no fraction: `9,000`.
fn grouped(value: f64) -> String {
    let digits = value.to_string();
    match digits.len() {
        4 if value.fract() == 0.0 => [&digits[..1], ",", &digits[1..]].concat(),
        _ => digits,
    }
}

/// A large number in words with its unit: `1.45 million tonnes`.
fn in_words(value: f64, unit: &str) -> Option<String> {
    let words = |conversion: &convert::Conversion| conversion.kind == ConversionKind::Words;
    convert(value, unit).into_iter().find(words).map(|conversion| conversion.en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use corpus::{Address, Bound, FactKind, Span};

    fn fact(value: f64, upper: Option<f64>, unit: &str) -> Fact {
        let at: Address = "a/1#s1".parse().expect("an address");
        let span = Span::new(0, 0);
        Fact {
            at,
            span,
            kind: FactKind::Target,
            value,
            upper,
            unit: unit.into(),
            bound: Bound::Exact,
            aimed: false,
            stable: false,
            about: span,
            date: String::new(),
            due: String::new(),
            due_at: None,
            place: None,
        }
    }

    #[test]
    fn the_number_stands_out() {
        assert_eq!(parts("1000万亩"), ("1000".into(), "万亩".into()));
        assert_eq!(parts("百万头"), ("百万头".into(), String::new()));
        assert_eq!(parts("10%以下"), ("10%".into(), "以下".into()));
    }

    #[test]
    fn english_ranges_have_both_ends_and_units_are_told() {
        let shown = |fact: &Fact, printed: &str, counted: bool| {
            let (number, rest) = english(fact, printed, counted);
            [number, rest].concat()
        };
        assert_eq!(
            shown(&fact(30_000.0, Some(50_000.0), "元"), "3～5万元", true),
            "30,000–50,000 yuan"
        );
        assert_eq!(shown(&fact(3.0, Some(5.0), "%"), "3%至5%", true), "3–5%");
        assert_eq!(shown(&fact(8.0, Some(12.0), "个"), "8—12个", true), "8–12");
        assert_eq!(shown(&fact(8.0, None, "班"), "8", false), "8 班");
        assert_eq!(
            shown(&fact(9000.0, Some(12_000.0), "人"), "9000至1.2万人", true),
            "9,000 – 12,000 people"
        );
        assert_eq!(
            shown(&fact(9000.0, Some(12_000.0), "米"), "9000米至1.2万米", false),
            "9,000 – 12,000 metres"
        );
    }
}
