//! Whether a translation into any language has the figures of its source, and no others, as far as
//! digits tell.
//!
//! Where a figure is put in words it can't be looked for: that is told, not claimed to be wrong.

use super::figures::{allowed, same, severity};
use super::numerals::{Numeral, numerals};
use super::{Translation, place::Places};
use crate::address::Address;
use crate::bilingual;
use crate::facts::{self, Fact, FactKind};
use crate::languages::Language;
use crate::locale::Bilingual;
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
        let tell = |severity, message: Bilingual| {
            let message = message.after(&at);
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
) -> impl Iterator<Item = (Severity, Bilingual)> + 'a {
    let allowed = allowed(facts, &sentence.text);
    let known = !language.magnitudes.is_empty();
    let strange = move |numeral: &&Numeral| {
        !numeral.values.iter().any(|value| allowed.iter().any(|other| same(*other, *value)))
    };
    numerals.iter().filter(strange).map(move |numeral| {
        let text = &numeral.text;
        let message = bilingual!(
            "译文里的“{text}”在中文原句里没有对应的数字",
            "“{text}” has no figure in the Chinese sentence"
        );
        if known {
            (Severity::Error, message)
        } else {
            let name = language.names();
            let words = bilingual!(
                "{message}；这项检查不认得{name}里的数词",
                "{message}; number words of {name} are not known to this check"; message, name
            );
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

fn not_in_digits(printed: &str, language: &Language) -> Bilingual {
    let name = language.names();
    bilingual!(
        "译文里没有找到“{printed}”的数字；如果译文用文字写了它，请懂{name}的人核对",
        "“{printed}” is not found in digits; if it is there in words, a reader of {name} has to \
         compare it"; name
    )
}

/// What was compared and what was not, once for the whole translation.
fn summary(compared: usize, unseen: &[Position], language: &Language) -> Option<Problem> {
    let first = *unseen.first()?;
    let (all, name) = (compared + unseen.len(), language.names());
    let message = bilingual!(
        "{all} 个数字中，有 {compared} 个在译文里找到了同样的数字；其余的可能用文字写出，\
         这项检查读不了：请懂{name}的人核对",
        "{compared} of {all} figures were found in the digits of the translation; the others may be \
         in words, which this check does not read: a reader of {name} has to compare them"; name
    );
    Some(Problem::new(ProblemKind::TranslationFigure, Severity::Notice, first, message))
}
