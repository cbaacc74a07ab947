//! The glossary: what the list of officialese names is explained where it occurs, and every English
//! form of a term stands in a translation.

use super::Files;
use super::exceptions::{Exceptions, line_of};
use super::table::Table;
use crate::bilingual;
use crate::glossary::Term;
use crate::library::Library;
use crate::problem::Problem;
use crate::text::{is_han, typewritten};

/// The file of the glossary.
const FILE: &str = "glossary.toml";

pub fn check(
    library: &Library,
    table: &Table,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    // A site without a glossary has decided to have none.
    let Some(file) = files(FILE) else { return Vec::new() };
    let mut problems = unexplained(library, table, exceptions);
    for term in &library.terms {
        let line = line_of(&file, &term.id, 0);
        for form in unused(library, term) {
            let message = bilingual!(
                "正文里有这个词的地方，译文都没有用“{form}”；请用译文里的译法，\
                 或者在 editorial.toml 里写一条例外",
                "no translation has “{form}” where the text has the term; use the words of the \
                 translation, or name an exception in editorial.toml"
            );
            let message = message.after(&term.id);
            problems.extend(exceptions.unless(FILE, &term.id, form, line, message));
        }
    }
    problems
}

/// Words of official texts that readers may not know, and that no term explains.
fn unexplained(library: &Library, table: &Table, exceptions: &mut Exceptions<'_>) -> Vec<Problem> {
    let explains = |term: &Term, word: &str| {
        let empty = term.explain_zh.is_empty() && term.explain_en.is_empty();
        !empty && term.zh.iter().any(|form| form.contains(word))
    };
    let mut problems = Vec::new();
    for word in &table.officialese.words {
        let mut sentences = library.documents().flat_map(|document| {
            document.sentences().map(move |(unit, sentence)| (document, unit, sentence))
        });
        let found = sentences.find(|(_, _, sentence)| sentence.text.contains(word.as_str()));
        let explained = library.terms.iter().any(|term| explains(term, word));
        let Some((document, unit, sentence)) = found.filter(|_| !explained) else { continue };
        let at = format!("{}/{unit}#s{}", document.id, sentence.number);
        let message = bilingual!(
            "{at} 里有“{word}”，读者可能不懂；请写一个 [[term]] 解释它，\
             或者在 editorial.toml 里写一条例外",
            "“{word}” stands in {at} and readers may not know it; explain it in a [[term]], or \
             name an exception in editorial.toml"
        );
        problems.extend(exceptions.unless(FILE, word, word, 1, message));
    }
    problems
}

/// The English forms that stand in no translated sentence that has the term; none where the term is
/// not translated yet.
fn unused<'t>(library: &Library, term: &'t Term) -> Vec<&'t str> {
    let mut sentences = Vec::new();
    for edition in &library.editions {
        for translation in edition.translations.iter().filter(|t| t.locale.0 == "en") {
            let pairs = edition.document.sentences().zip(&translation.sentences);
            let has = |text: &str| term.zh.iter().any(|form| text.contains(form.as_str()));
            let here = pairs.filter(|((_, s), english)| !english.is_empty() && has(&s.text));
            sentences.extend(here.map(|(_, english)| typewritten(english).to_lowercase()));
        }
    }
    let used = |form: &str| {
        sentences.iter().any(|english| english.contains(&typewritten(form).to_lowercase()))
    };
    let translated = !sentences.is_empty();
    let english = term.en.iter().map(String::as_str).filter(|form| !form.contains(is_han));
    english.filter(|form| translated && !used(form)).collect()
}
