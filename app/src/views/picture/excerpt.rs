//! The words of a translation around a figure: the clause that states the same number.

use corpus::Fact;
use corpus::quantities::english::numbers;

/// Fewer words than this don't say what a number is about.
const FEWEST: usize = 4;

/// The clause of the English sentence with the fact's number, as a phrase of its own. `None` for
/// dates and names, and where the translation has the number in no clause.
pub fn around(english: &str, fact: &Fact) -> Option<String> {
    if fact.value <= 0.0 || !fact.date.is_empty() {
        return None;
    }
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
    let clauses = clauses(english);
    let has = |clause: &&str| numbers(clause).iter().any(|number| same(number.value, fact.value));
    let at = clauses.iter().position(has)?;
    let (mut start, mut end) = (at, at + 1);
    let mut text = join(&clauses[start..end]);
    // Too little, or one half of a quotation or bracket: take in the neighbours.
    while text.split_whitespace().count() < FEWEST || !balanced(&text) {
        match (start, end < clauses.len()) {
            (0, false) => break,
            (0, true) => end += 1,
            _ => start -= 1,
        }
        text = join(&clauses[start..end]);
    }
    Some(phrase(&text))
}

/// The sentence cut behind commas, semicolons and colons that end words, the marks kept.
fn clauses(text: &str) -> Vec<&str> {
    text.split_inclusive(", ")
        .flat_map(|clause| clause.split_inclusive("; "))
        .flat_map(|clause| clause.split_inclusive(": "))
        .collect()
}

fn join(clauses: &[&str]) -> String {
    clauses.concat()
}

fn balanced(text: &str) -> bool {
    [('“', '”'), ('(', ')')]
        .iter()
        .all(|(open, close)| text.matches(*open).count() == text.matches(*close).count())
}

/// Without a conjunction at its front and punctuation at its end, and with a capital.
fn phrase(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    let text =
        ["and ", "or ", "but "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let mut characters = text.chars();
    let first = characters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}", characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use corpus::{Address, Bound, FactKind, Span};

    fn fact(value: f64) -> Fact {
        let at: Address = "a/1#s1".parse().expect("an address");
        let span = Span::new(0, 0);
        Fact {
            at,
            span,
            kind: FactKind::Target,
            value,
            upper: None,
            unit: "亩".into(),
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
    fn the_clause_with_the_number_becomes_a_phrase() {
        let text = "Carry out the campaign, and build, or renovate, 100,000 mu of greenhouses.";
        assert_eq!(around(text, &fact(1e5)).as_deref(), Some("100,000 mu of greenhouses"));
        let text = "Build 5 roads; certify at least 30 “Meng” enterprises, and explore.";
        assert_eq!(
            around(text, &fact(30.0)).as_deref(),
            Some("Certify at least 30 “Meng” enterprises")
        );
        assert_eq!(around(text, &fact(7.0)), None);
    }

    #[test]
    fn quotations_stay_whole() {
        let text = "Use “open, 10 million mu of fair land” for all.";
        assert_eq!(around(text, &fact(1e7)).as_deref(), Some(text.trim_end_matches('.')));
    }
}
