//! Whether a translation is written in the letters of its language: a line that went into the wrong
//! file, or was left in another script, is seen before a reader sees it.

use super::{Translation, place::Places};
use crate::bilingual;
use crate::languages::Language;
use crate::model::Document;
use crate::problem::{Problem, ProblemKind, Severity};

/// Reports every sentence that has letters, but none of the language's own.
pub fn check_letters(
    document: &Document,
    translation: &Translation,
    language: &Language,
    file: &str,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut places = Places::new(file);
    for ((unit, sentence), text) in document.sentences().zip(&translation.sentences) {
        let position = places.of(&sentence.text);
        let written = text.chars().any(char::is_alphabetic);
        if !written || text.chars().any(|c| language.has_letter(c)) {
            continue;
        }
        let name = language.names();
        let message = bilingual!(
            "译文里没有一个{name}字母；是不是把别的语言写到这里了？",
            "the translation has no letter of {name}; is it a line of another language?"; name
        );
        let message = message.after(format_args!("{}/{unit}#s{}", document.id, sentence.number));
        problems.push(Problem::new(
            ProblemKind::TranslationScript,
            Severity::Warning,
            position,
            message,
        ));
    }
    problems
}
