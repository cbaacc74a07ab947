//! The entries of the thesaurus as the engine compares them: folded, and stemmed in English.

use crate::lexicon::everyday::EverydayWords;
use crate::lexicon::thesaurus::{Related, Thesaurus};
use crate::text::fold;
use crate::text::stem::stem;
use crate::text::stream::Phrase;

/// An entry of the thesaurus, folded for comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SynonymEntry {
    /// The term as the texts have it, as printed.
    pub term: String,
    /// The same, folded.
    pub phrase: Phrase,
    /// The English term as stems.
    pub english: Vec<String>,
    /// Everyday English words as stems; the English term is one of them.
    pub everyday_english: Vec<Vec<String>>,
    /// Everyday Chinese words, as their editors wrote them.
    pub everyday: Vec<String>,
    /// Everyday English words, likewise.
    pub english_words: Vec<String>,
    /// The English term, likewise.
    pub english_term: String,
    /// How many of the Chinese and of the English words are common: only these are suggested.
    pub common: [usize; 2],
}

impl From<Related> for SynonymEntry {
    fn from(entry: Related) -> Self {
        let stems = |text: &str| fold::words(text).iter().map(|w| stem(&w.text)).collect();
        let english: Vec<String> = stems(&entry.english);
        let mut everyday_english: Vec<Vec<String>> =
            entry.everyday_english.iter().map(|text| stems(text)).collect();
        everyday_english.push(english.clone());
        everyday_english.retain(|words| !words.is_empty());
        Self {
            phrase: Phrase::new(&entry.term),
            english,
            everyday_english,
            everyday: entry.everyday,
            english_words: entry.everyday_english,
            english_term: entry.english,
            common: entry.common,
            term: entry.term,
        }
    }
}

/// The thesaurus, opened.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// Its entries.
    pub entries: Vec<SynonymEntry>,
    /// Its everyday Chinese words.
    pub everyday: EverydayWords,
}

impl Synonyms {
    /// Opens what the bundle carries, with its rarer words.
    pub fn open(thesaurus: &Thesaurus, rare: &Thesaurus) -> Self {
        let entries = thesaurus.entries_with(rare);
        let everyday = EverydayWords::new(&entries);
        Self { entries: entries.into_iter().map(SynonymEntry::from).collect(), everyday }
    }
}
