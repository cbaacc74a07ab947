//! Exact occurrences: where given characters stand in a unit, in the source, its corrected reading
//! and the translation. Shared by the fallback and the engine, so that both count the same places.

use corpus::Library;

use crate::text::stream::{Origin, Phrase, Stream};
use crate::text::units::UnitInfo;

/// A unit's streams, folded once.
#[derive(Debug)]
pub struct UnitStreams {
    /// The source as printed.
    pub printed: Stream,
    /// In its corrected reading, where there is one.
    pub corrected: Option<Stream>,
    /// The translation.
    pub translation: Stream,
}

/// A stretch to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Whether it is in the translation (otherwise in the source).
    pub translation: bool,
    /// Where.
    pub origin: Origin,
    /// Whether it matched only in the corrected reading.
    pub corrected: bool,
    /// Which word of the query it belongs to.
    pub word: u16,
}

/// Words to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    /// As they are folded in the source: without spaces.
    pub source: Phrase,
    /// As they are folded in the translation: words parted by single spaces.
    pub translation: Phrase,
    /// Whether they may be parts of words in the translation.
    pub parts: bool,
}

impl Needle {
    /// Folds the characters.
    pub fn new(text: &str) -> Self {
        let (source, translation) = (Phrase::new(text), Phrase::of_words(text));
        Self { source, translation, parts: false }
    }

    /// Folds the characters of a quotation: its punctuation is meant as well, wherever a text has
    /// it so (`stands`). Where none has, a sign too many is no reason to find nothing.
    pub fn quoted(text: &str, stands: impl FnOnce(&Self) -> bool) -> Self {
        let mut needle = Self::new(text);
        if !needle.source.breaks.is_empty() {
            needle.source.strict = true;
            needle.source.strict = stands(&needle);
        }
        needle
    }

    /// For the source alone.
    pub fn source(phrase: Phrase) -> Self {
        Self { source: phrase, translation: Phrase::default(), parts: false }
    }

    /// Whether nothing is left to look for.
    pub fn is_empty(&self) -> bool {
        self.source.chars.is_empty()
    }

    /// Whether it has letters or digits, which a translation may have as well.
    pub fn is_latin(&self) -> bool {
        self.source.chars.iter().any(char::is_ascii_alphanumeric)
    }

    /// Where it stands in a translation.
    pub fn in_translation(&self, stream: &Stream) -> Vec<usize> {
        let found = stream.find(&self.translation);
        if self.parts { found } else { stream.whole_words(found, self.translation.chars.len()) }
    }
}

impl UnitStreams {
    /// Folds the unit's texts.
    pub fn new(library: &Library, unit: &UnitInfo) -> Self {
        Self {
            printed: unit.printed_stream(library),
            corrected: unit.corrected_stream(library),
            translation: unit.translation_stream(library),
        }
    }

    /// Whether the needle stands in the source, as printed or corrected.
    pub fn in_source(&self, needle: &Needle) -> bool {
        let has = |stream: &Stream| !stream.find(&needle.source).is_empty();
        has(&self.printed) || self.corrected.as_ref().is_some_and(has)
    }

    /// The places where the needle stands. A place that both readings have counts once: each place
    /// of the print stands for one of the corrected reading in the same printed words.
    pub fn places(&self, needle: &Needle, word: u16) -> Vec<Vec<Mark>> {
        let marks = |stream: &Stream, start, length, translation, corrected| -> Vec<Mark> {
            let printed = stream.printed(start, length).into_iter();
            printed.map(|origin| Mark { translation, origin, corrected, word }).collect()
        };
        let length = needle.source.chars.len();
        let find = |stream: &Stream| stream.find(&needle.source);
        let printed = find(&self.printed).into_iter();
        let mut places: Vec<Vec<Mark>> =
            printed.map(|start| marks(&self.printed, start, length, false, false)).collect();
        if let Some(corrected) = &self.corrected {
            let mut free: Vec<usize> = (0..places.len()).collect();
            for start in find(corrected) {
                let own = marks(corrected, start, length, false, true);
                match free.iter().position(|place| overlap(&places[*place], &own)) {
                    Some(known) => drop(free.remove(known)),
                    None => places.push(own),
                }
            }
        }
        let length = needle.translation.chars.len();
        let translated = needle.in_translation(&self.translation).into_iter();
        places.extend(translated.map(|at| marks(&self.translation, at, length, true, false)));
        places.retain(|marks| !marks.is_empty());
        places
    }
}

/// Whether two places have printed characters in common.
fn overlap(one: &[Mark], other: &[Mark]) -> bool {
    let common = |a: &Mark, b: &Mark| {
        let (a, b) = (a.origin, b.origin);
        a.piece == b.piece && a.span.start < b.span.end && b.span.start < a.span.end
    };
    one.iter().any(|a| other.iter().any(|b| common(a, b)))
}
