//! Everyday words: their English term stands where the Chinese one does, and none of them is a
//! word that a portal can't print, as the search offers them while a reader types.

use super::exceptions::{Exceptions, line_of};
use super::table::Table;
use super::{Files, words};
use crate::bilingual;
use crate::glossary::ThesaurusEntry;
use crate::library::Library;
use crate::locale::Bilingual;
use crate::problem::Problem;

/// The files of everyday words, and of the rarer ones.
const FILES: [&str; 2] = ["thesaurus.toml", "thesaurus-rare.toml"];

pub fn check(
    library: &Library,
    thesaurus: &[ThesaurusEntry],
    table: &Table,
    files: &Files<'_>,
    exceptions: &mut Exceptions<'_>,
) -> Vec<Problem> {
    let texts = FILES.map(|file| files(file).unwrap_or_default());
    let mut problems = Vec::new();
    let mut lines = [0; 2];
    for entry in thesaurus {
        let list = usize::from(entry.rare);
        lines[list] = line_of(&texts[list], &entry.term, lines[list]);
        let mut tell = |word: &str, message: Bilingual| {
            let (file, line) = (FILES[list], lines[list]);
            problems.extend(exceptions.unless(file, &entry.term, word, line, message));
        };
        if elsewhere(library, entry) {
            let ThesaurusEntry { term, en_term, .. } = entry;
            let message = bilingual!(
                "“{term}”：有这个中文词的句子，译文里都没有英文词“{en_term}”；请用译文里的词",
                "“{term}”: the English term “{en_term}” stands in no sentence that has the Chinese \
                 one; use the words of the translation"
            );
            tell(&entry.en_term, message);
        }
        for word in entry.zh.iter().chain(&entry.en) {
            if let Some(bad) = unprintable(word, &table.unprintable.words) {
                let term = &entry.term;
                let message = bilingual!(
                    "“{term}”：“{word}”里有门户网站不能登的“{bad}”，而搜索会向读者提示这些词；请删去",
                    "“{term}”: “{word}” has “{bad}”, which a portal can't print, but the search \
                     offers these words; remove it"
                );
                tell(word, message);
            }
        }
    }
    problems
}

/// Whether the term occurs in translated sentences, but its English in none of them.
fn elsewhere(library: &Library, entry: &ThesaurusEntry) -> bool {
    let term = compared(&entry.term);
    let english = compared(&entry.en_term);
    if term.is_empty() || english.is_empty() {
        return false;
    }
    let mut translated = false;
    for edition in &library.editions {
        for translation in edition.translations.iter().filter(|t| t.locale.0 == "en") {
            for ((_, sentence), text) in edition.document.sentences().zip(&translation.sentences) {
                if text.is_empty() || !compared(&sentence.text).contains(&term) {
                    continue;
                }
                translated = true;
                if compared(text).contains(&english) {
                    return false;
                }
            }
        }
    }
    translated
}

/// Letter case and the shape of quotation marks don't matter.
fn compared(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '“' | '”' | '"')).flat_map(char::to_lowercase).collect()
}

/// The listed word that this one has: anywhere in Chinese, as a whole word in English.
fn unprintable<'w>(word: &str, list: &'w [String]) -> Option<&'w str> {
    let has = |bad: &&String| {
        if bad.is_ascii() {
            words::english(word, std::slice::from_ref(bad))
        } else {
            // Chinese words with a gap are searched with and never offered.
            !word.contains(' ') && word.contains(bad.as_str())
        }
    };
    list.iter().find(has).map(String::as_str)
}
