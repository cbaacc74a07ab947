//! The sentences that have an English translation, as the checks of translations go through them.

use super::Files;
use super::exceptions::Exceptions;
use crate::address::Address;
use crate::library::Library;
use crate::locale::Bilingual;
use crate::model::Sentence;
use crate::problem::Problem;
use crate::translation::Places;

/// Tells what `findings` has on each translated sentence and no exception names. It gets the
/// sentence's address, the sentence and its English, and gives words, each with what to do.
pub fn check(
    library: &Library,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
    findings: impl Fn(&Address, &Sentence, &str) -> Vec<(String, Bilingual)>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for edition in &library.editions {
        let document = &edition.document;
        for translation in edition.translations.iter().filter(|t| t.locale.0 == "en") {
            let path = format!("{}/translation.en.md", document.id);
            let file = files(&path).unwrap_or_default();
            let mut places = Places::new(&file);
            for ((unit, sentence), english) in document.sentences().zip(&translation.sentences) {
                let line = places.of(&sentence.text).line;
                if english.is_empty() {
                    continue;
                }
                let address = Address {
                    document: document.id.clone(),
                    unit: unit.clone(),
                    sentence: Some(sentence.number),
                };
                let at = format!("{}/{unit}#s{}", document.id, sentence.number);
                for (word, message) in findings(&address, sentence, english) {
                    let message = message.after(&at);
                    problems.extend(exceptions.unless(&path, &at, &word, line, message));
                }
            }
        }
    }
    problems
}
