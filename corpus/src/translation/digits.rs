//! Whether a translation into any language has the figures of its source, and no others, as far as
//! digits tell.
//!
//! Where a figure is put in words it can't be looked for: that is told, not claimed to be wrong.

use super::figures::{allowed, same, severity};
use super::numerals::{Numeral, numerals};
use super::{Translation, place::Places};
use crate::address::Address;
use crate::facts::{self, Fact, FactKind};
use crate::languages::Language;
use crate::model::{Document, Sentence};
use crate::problem::{Position, Problem, ProblemKind, Severity};

/// Compares the figures of a document with those of its translation into this language.
pub(super) fn check(
    document: &Document,
    translation: &Translation,
    language: &Language,
    file: &str,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut places = Places::new(file);
    let (mut compared, mut unseen) = (0, Vec::new());
    for ((unit, sentence), text) in document.sentences().zip(&translation.sentences) {
        let position = places.of(&sentence.text);
        if text.is_empty() {
            continue;
        }
        let at = Address { document: document.id.clone(), unit, sentence: Some(sentence.number) };
        let facts = facts::of_sentence(&at, sentence, &[]);
        let numerals = numerals(text, language);
        let tell = |severity, message: String| {
            let message = format!("{at}: {message}");
            Problem::new(ProblemKind::TranslationFigure, severity, position, message)
        };
        problems.extend(
            strangers(&facts, sentence, &numerals, language)
                .map(|(severity, message)| tell(severity, message)),
        );
        for fact in facts.iter().filter(|fact| severity(fact) == Severity::Error) {
            if found(fact, &numerals) {
                compared += 1;
                continue;
            }
            unseen.push(position);
            let printed = fact.span.of(&sentence.text);
            if printed.contains(|c: char| c.is_ascii_digit()) {
                problems.push(tell(Severity::Warning, not_in_digits(printed, language)));
            }
        }
    }
    problems.extend(summary(compared, &unseen, language));
    problems
}

/// Numbers of the translation that the source does not have. Where the magnitudes of the language
/// are not known, a number may mean more than its digits.
fn strangers<'a>(
    facts: &[Fact],
    sentence: &Sentence,
    numerals: &'a [Numeral],
    language: &'a Language,
) -> impl Iterator<Item = (Severity, String)> + 'a {
    let allowed = allowed(facts, &sentence.text);
    let known = !language.magnitudes.is_empty();
    let strange = move |numeral: &&Numeral| {
        !numeral.values.iter().any(|value| allowed.iter().any(|other| same(*other, *value)))
    };
    numerals.iter().filter(strange).map(move |numeral| {
        let message = format!("“{}” has no figure in the Chinese sentence", numeral.text);
        if known {
            (Severity::Error, message)
        } else {
            let name = &language.en;
            let words = format!("{message}; number words of {name} are not known to this check");
            (Severity::Warning, words)
        }
    })
}

/// Whether the digits of the translation have the fact: its value, or the year and day of its date.
fn found(fact: &Fact, numerals: &[Numeral]) -> bool {
    let has = |value: f64| {
        numerals.iter().any(|numeral| numeral.values.iter().any(|other| same(*other, value)))
    };
    if fact.kind == FactKind::Date && !fact.date.is_empty() {
        // A month may have a name.
        let date = |date: &str| {
            let date = date.strip_prefix("--").map_or(date.to_owned(), |rest| format!("-{rest}"));
            let number = |part: &str| part.parse::<f64>().ok();
            date.split('-')
                .enumerate()
                .all(|(part, text)| part == 1 || number(text).is_none_or(has))
        };
        return fact.date.split('/').all(date);
    }
    has(fact.value) && fact.upper.is_none_or(has)
}

fn not_in_digits(printed: &str, language: &Language) -> String {
    format!(
        "“{printed}” is not found in digits; if it is there in words, a reader of {} has to compare \
         it",
        language.en
    )
}

/// What was compared and what was not, once for the whole translation.
fn summary(compared: usize, unseen: &[Position], language: &Language) -> Option<Problem> {
    let first = *unseen.first()?;
    let message = format!(
        "{compared} of {} figures were found in the digits of the translation; the others may be in \
         words, which this check does not read: a reader of {} has to compare them",
        compared + unseen.len(),
        language.en
    );
    Some(Problem::new(ProblemKind::TranslationFigure, Severity::Notice, first, message))
}
