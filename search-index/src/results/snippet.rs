//! Snippets: which sentences of a hit to show, and what to mark in them.

use corpus::{Library, Locale, Span};

use crate::protocol::Snippet;
use crate::text::occurrences::Mark;
use crate::text::units::{Piece, UnitInfo};

/// At most this many sentences are shown for a hit, counterparts in the other language not counted.
const MOST: usize = 3;

/// What the words weigh that a sentence shows and that are not shown yet, what all its words weigh,
/// and whether it is in the reader's language.
type Worth = (f32, f32, bool);

/// What a word without weight counts, so that it is shown where nothing else is.
const LEAST: f32 = 0.01;

/// All marked sentences of a unit, source first, in reading order.
pub fn marked(library: &Library, unit: &UnitInfo, marks: &[Mark]) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    for translation in [false, true] {
        let pieces = pieces(library, unit, translation);
        for (piece, index) in pieces.iter().zip(0..) {
            if marks.iter().any(|m| m.translation == translation && m.origin.piece == index) {
                snippets.push(snippet(library, unit, piece, (translation, index), marks));
            }
        }
    }
    snippets
}

/// The sentences that show a hit best: each next one is that which shows the weightiest words not
/// yet shown; `weights` are those of the words of the query. The first is followed by its
/// counterpart in the other language.
pub fn best(
    library: &Library,
    unit: &UnitInfo,
    marks: &[Mark],
    weights: &[f32],
    english: bool,
) -> Vec<Snippet> {
    let weight =
        |word: &u16| weights.get(usize::from(*word)).copied().unwrap_or_default().max(LEAST);
    let mut shown: Vec<u16> = Vec::new();
    let mut chosen: Vec<(bool, u16)> = Vec::new();
    while chosen.len() < MOST {
        let mut best: Option<(Worth, (bool, u16))> = None;
        for mark in marks {
            let place = (mark.translation, mark.origin.piece);
            if chosen.contains(&place) {
                continue;
            }
            let mut words: Vec<u16> = marks
                .iter()
                .filter(|m| (m.translation, m.origin.piece) == place)
                .map(|m| m.word)
                .collect();
            words.sort_unstable();
            words.dedup();
            let new = words.iter().filter(|word| !shown.contains(word)).map(weight).sum();
            let worth = (new, words.iter().map(weight).sum(), mark.translation == english);
            if best.is_none_or(|(old, at)| worth > old || worth == old && place.1 < at.1) {
                best = Some((worth, place));
            }
        }
        match best {
            Some(((new, ..), place)) if new > 0.0 || chosen.is_empty() => {
                chosen.push(place);
                let here = marks.iter().filter(|m| (m.translation, m.origin.piece) == place);
                shown.extend(here.map(|m| m.word));
            }
            _ => break,
        }
    }
    let mut snippets = Vec::new();
    for (order, (translation, index)) in chosen.iter().enumerate() {
        let own = pieces(library, unit, *translation);
        let Some(piece) = own.get(usize::from(*index)) else { continue };
        snippets.push(snippet(library, unit, piece, (*translation, *index), marks));
        let others = pieces(library, unit, !translation);
        let other = others.iter().zip(0u16..).find(|(other, at)| {
            other.sentence.is_some()
                && other.sentence == piece.sentence
                && !chosen.contains(&(!translation, *at))
        });
        if let Some((other, at)) = other.filter(|_| order == 0) {
            snippets.push(snippet(library, unit, other, (!translation, at), marks));
        }
    }
    if snippets.is_empty() {
        let own = pieces(library, unit, english);
        let first = own.iter().zip(0u16..).find(|(piece, _)| piece.sentence.is_some());
        snippets.extend(first.map(|(piece, at)| snippet(library, unit, piece, (english, at), &[])));
    }
    snippets
}

fn pieces<'a>(library: &'a Library, unit: &UnitInfo, translation: bool) -> Vec<Piece<'a>> {
    if translation { unit.translation(library) } else { unit.source(library) }
}

fn snippet(
    library: &Library,
    unit: &UnitInfo,
    piece: &Piece<'_>,
    (translation, index): (bool, u16),
    marks: &[Mark],
) -> Snippet {
    let here = |m: &&Mark| m.translation == translation && m.origin.piece == index;
    let mut spans: Vec<Span> = marks.iter().filter(here).map(|m| m.origin.span).collect();
    spans.sort_unstable();
    Snippet {
        at: unit.address(library, piece.sentence),
        locale: if translation { Locale::en() } else { Locale::zh() },
        text: piece.text.to_owned(),
        marks: merged(&spans),
        corrected: marks.iter().filter(here).any(|m| m.corrected),
    }
}

/// Sorted spans, put together where they touch or overlap.
pub(crate) fn merged(spans: &[Span]) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans.iter().filter(|span| span.start < span.end) {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(*span),
        }
    }
    merged
}
