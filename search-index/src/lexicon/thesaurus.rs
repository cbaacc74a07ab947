//! The thesaurus as the bundle carries it: columns of text, which compress better than entries
//! one after another (26 against 30 kB for 419 entries).

use corpus::glossary::ThesaurusEntry;
use serde::{Deserialize, Serialize};

use crate::text::fold;
use crate::text::stem::stem;

/// Everyday words: one line for each entry, words parted by `|`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thesaurus {
    /// The terms as the texts have them.
    pub terms: String,
    /// Everyday Chinese words.
    pub everyday: String,
    /// The terms in English.
    pub english: String,
    /// Everyday English words.
    pub everyday_english: String,
}

/// An entry of the thesaurus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// The term as the texts have it.
    pub term: String,
    /// Everyday Chinese words.
    pub everyday: Vec<String>,
    /// The term in English.
    pub english: String,
    /// Everyday English words.
    pub everyday_english: Vec<String>,
    /// How many of the Chinese and of the English words are common; the rarer ones follow.
    pub common: [usize; 2],
}

impl Thesaurus {
    /// The entries of the editors without their notes, and without words that find nothing that
    /// another word of the entry does not find.
    pub fn new(entries: &[ThesaurusEntry]) -> Self {
        let lines = |of: fn(&ThesaurusEntry) -> String| {
            entries.iter().map(of).collect::<Vec<String>>().join("\n")
        };
        Self {
            terms: lines(|entry| on_one_line(&entry.term)),
            everyday: lines(|entry| joined(chinese(&entry.zh))),
            english: lines(|entry| on_one_line(&entry.en_term)),
            everyday_english: lines(|entry| joined(english(&entry.en))),
        }
    }

    /// Rarer words beside the `common` ones: the first lines add words to the entries of these, and
    /// leave out what stands there; then come entries of its own. Only [`Thesaurus::entries_with`]
    /// reads it.
    pub fn rare(common: &[ThesaurusEntry], rare: &[ThesaurusEntry]) -> Self {
        if rare.is_empty() {
            return Self::default();
        }
        let mut own: Vec<&ThesaurusEntry> = rare.iter().collect();
        let mut lines: Vec<ThesaurusEntry> = Vec::new();
        for entry in common {
            let same = |other: &&ThesaurusEntry| {
                other.term == entry.term && other.en_term == entry.en_term
            };
            let mut added = ThesaurusEntry::default();
            for other in own.iter().filter(|other| same(other)) {
                added.zh.extend(added_to(&other.zh, &entry.zh, chinese));
                added.en.extend(added_to(&other.en, &entry.en, english));
            }
            own.retain(|other| !same(other));
            lines.push(added);
        }
        lines.extend(own.into_iter().cloned());
        Self::new(&lines)
    }

    /// The entries with rarer words, as [`Thesaurus::rare`] made them beside these.
    pub fn entries_with(&self, rare: &Self) -> Vec<Related> {
        let mut entries = self.entries();
        for (at, own) in rare.entries().into_iter().enumerate() {
            match entries.get_mut(at) {
                Some(entry) if own.term.is_empty() => {
                    entry.everyday.extend(own.everyday);
                    entry.everyday_english.extend(own.everyday_english);
                }
                _ => entries.push(Related { common: [0; 2], ..own }),
            }
        }
        entries
    }

    /// The entries.
    pub fn entries(&self) -> Vec<Related> {
        let words = |line: Option<&str>| -> Vec<String> {
            let words = line.unwrap_or_default().split('|').filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let mut everyday = self.everyday.split('\n');
        let mut english = self.english.split('\n');
        let mut everyday_english = self.everyday_english.split('\n');
        // Rarer words that add to one entry alone have neither a term nor a line break.
        let empty =
            self.terms.is_empty() && self.everyday.is_empty() && self.everyday_english.is_empty();
        let terms = self.terms.split('\n').filter(|_| !empty);
        terms
            .map(|term| {
                let [everyday, everyday_english] =
                    [&mut everyday, &mut everyday_english].map(|lines| words(lines.next()));
                Related {
                    term: term.to_owned(),
                    english: english.next().unwrap_or_default().to_owned(),
                    common: [everyday.len(), everyday_english.len()],
                    everyday,
                    everyday_english,
                }
            })
            .collect()
    }
}

/// Nothing that parts lines or words.
fn on_one_line(text: &str) -> String {
    text.replace(['\n', '|'], " ")
}

/// Sorted, which compresses better.
fn joined(mut words: Vec<&String>) -> String {
    words.sort_unstable();
    words.into_iter().map(|word| on_one_line(word)).collect::<Vec<String>>().join("|")
}

/// The words that find something which the `known` ones do not; `spare` leaves those out.
fn added_to(
    words: &[String],
    known: &[String],
    spare: for<'w> fn(&'w [String]) -> Vec<&'w String>,
) -> Vec<String> {
    let all: Vec<String> = known.iter().chain(words).cloned().collect();
    spare(&all).into_iter().filter(|word| !known.contains(word)).cloned().collect()
}

/// A word with one character more than another is found by that one.
fn chinese(words: &[String]) -> Vec<&String> {
    let longer = |word: &&String| {
        let shorter = |other: &String| {
            other.chars().count() + 1 == word.chars().count() && word.contains(other.as_str())
        };
        !words.iter().any(shorter)
    };
    words.iter().filter(longer).collect()
}

/// Forms of one word are found by the first.
fn english(words: &[String]) -> Vec<&String> {
    let stems = |text: &str| -> Vec<String> {
        fold::words(text).iter().map(|word| stem(&word.text)).collect()
    };
    let mut known: Vec<Vec<String>> = Vec::new();
    let mut kept = Vec::new();
    for word in words {
        let own = stems(word);
        if !known.contains(&own) {
            known.push(own);
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_without_what_is_spare() {
        let entry = |term: &str, zh: &[&str], en: &[&str]| ThesaurusEntry {
            term: term.to_owned(),
            zh: zh.iter().map(ToString::to_string).collect(),
            en: en.iter().map(ToString::to_string).collect(),
            ..ThesaurusEntry::default()
        };
        let entries = [
            entry("牲畜圈舍", &["羊圈", "盖羊圈", "房子|塌"], &["barn", "barns", "sheep pen"]),
            entry("农机", &[], &[]),
        ];
        let read = Thesaurus::new(&entries).entries();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].everyday, ["房子 塌", "羊圈"]);
        assert_eq!(read[0].everyday_english, ["barn", "sheep pen"]);
        assert_eq!((read[1].term.as_str(), read[1].everyday.len()), ("农机", 0));
        assert!(Thesaurus::new(&[]).entries().is_empty());
    }

    #[test]
    fn rarer_words_join_the_entries_of_their_terms() {
        let entry = |term: &str, zh: &[&str], en: &[&str]| ThesaurusEntry {
            term: term.to_owned(),
            zh: zh.iter().map(ToString::to_string).collect(),
            en: en.iter().map(ToString::to_string).collect(),
            ..ThesaurusEntry::default()
        };
        let common = [entry("牲畜圈舍", &["羊圈"], &["barn"])];
        let more = entry("牲畜圈舍", &["羊圈", "大羊圈", "羊棚"], &["barns", "sheepfold"]);
        let thesaurus = Thesaurus::new(&common);
        for rare in [vec![more.clone()], vec![entry("农机", &["拖拉机"], &[]), more]] {
            let entries = thesaurus.entries_with(&Thesaurus::rare(&common, &rare));
            assert_eq!(entries.len(), rare.len());
            assert_eq!(entries[0].everyday, ["羊圈", "羊棚"]);
            assert_eq!(entries[0].everyday_english, ["barn", "sheepfold"]);
            let last = entries.last().unwrap();
            assert_eq!(last.everyday.last().unwrap(), rare[0].zh.last().unwrap());
        }
        assert_eq!(thesaurus.entries_with(&Thesaurus::rare(&common, &[])), thesaurus.entries());
    }
}
