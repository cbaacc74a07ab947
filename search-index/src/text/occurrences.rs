//! Exact occurrences: where given characters stand in a unit, in the source, its corrected reading
//! and the translation. Shared by the fallback and the engine, so that both count the same places.

use corpus::Library;

use crate::text::fold;
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
    pub fn quoted(text: &str, stands: &dyn Fn(&Self) -> bool) -> Self {
        Self::with_signs(text, true, stands)
    }

    /// Folds words as typed: brackets around all of them are meant as well (《办法》), wherever a
    /// text has them so (`stands`).
    pub fn typed(text: &str, stands: &dyn Fn(&Self) -> bool) -> Self {
        Self::with_signs(text, false, stands)
    }

    fn with_signs(text: &str, all: bool, stands: &dyn Fn(&Self) -> bool) -> Self {
        let mut needle = Self::new(text);
        let edges = fold::edges(text);
        if all || fold::is_pair(edges) {
            needle.source.strict = all;
            needle.source.edges = edges;
            if !stands(&needle) {
                (needle.source.strict, needle.source.edges) = (false, [0; 2]);
            }
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
        let mut places: Vec<Vec<Mark>> = Vec::new();
        // Which place of the print is the next that stands for one of the corrected reading.
        let mut next = 0;
        let mut add = |stream: &Stream, starts: Vec<usize>, length, translation, corrected| {
            let printed = places.len();
            for start in starts {
                let marks: Vec<Mark> = stream
                    .printed(start, length)
                    .into_iter()
                    .map(|origin| Mark { translation, origin, corrected, word })
                    .collect();
                while corrected && next < printed && ends_before(&places[next], &marks) {
                    next += 1;
                }
                if corrected && next < printed && !ends_before(&marks, &places[next]) {
                    next += 1;
                } else {
                    places.push(marks);
                }
            }
        };
        let length = needle.source.chars.len();
        add(&self.printed, self.printed.find(&needle.source), length, false, false);
        if let Some(corrected) = &self.corrected {
            add(corrected, corrected.find(&needle.source), length, false, true);
        }
        let length = needle.translation.chars.len();
        add(&self.translation, needle.in_translation(&self.translation), length, true, false);
        places
    }
}

/// Whether a place ends in print before another begins.
fn ends_before(one: &[Mark], other: &[Mark]) -> bool {
    let (Some(last), Some(first)) = (one.last(), other.first()) else { return false };
    (last.origin.piece, last.origin.span.end) <= (first.origin.piece, first.origin.span.start)
}
