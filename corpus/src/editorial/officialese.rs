//! Words of official texts that readers may not know: where one occurs, the glossary explains it.

use super::Files;
use super::exceptions::Exceptions;
use super::table::Table;
use crate::library::Library;
use crate::problem::Problem;

/// The file of the glossary.
const FILE: &str = "glossary.toml";

pub fn check(
    library: &Library,
    table: &Table,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    // A site without a glossary has decided to have none.
    if files(FILE).is_none() {
        return Vec::new();
    }
    let explained = |word: &str| {
        library.terms.iter().any(|term| term.zh.iter().any(|form| form.contains(word)))
    };
    let mut problems = Vec::new();
    for word in &table.officialese.words {
        let mut sentences = library.documents().flat_map(|document| {
            document.sentences().map(move |(unit, sentence)| (document, unit, sentence))
        });
        let found = sentences.find(|(_, _, sentence)| sentence.text.contains(word.as_str()));
        let Some((document, unit, sentence)) = found.filter(|_| !explained(word)) else { continue };
        let message = format!(
            "“{word}” stands in {}/{unit}#s{} and readers may not know it; explain it in a \
             [[term]], or name an exception in editorial.toml",
            document.id, sentence.number
        );
        problems.extend(exceptions.unless(FILE, word, word, 1, message));
    }
    problems
}
