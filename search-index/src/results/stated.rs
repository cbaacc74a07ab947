//! Whether the first hits state what a question asks of its subject.

use std::collections::BTreeSet;

use crate::index::engine::Engine;
use crate::protocol::Detail;
use crate::rank::evaluation::Outcome;
use crate::rank::ranking::Evidence;
use crate::results::highlight;
use crate::text::question;

/// At most this many hits are looked at.
const FIRST: usize = 3;

/// The details that the question asks for and that no sentence of the first hits states in which a
/// word of the question stands.
pub fn unstated(
    engine: &Engine,
    question: &str,
    outcome: &Outcome,
    hits: &[(usize, Evidence)],
) -> Vec<Detail> {
    let mut details = question::details(question);
    if details.is_empty() {
        return details;
    }
    let unit = question::unit(question);
    let least = engine.weights.listing.stating * hits.first().map_or(0.0, |(_, e)| e.score);
    let first = hits.iter().take(FIRST).filter(|(_, evidence)| evidence.score >= least);
    for hit in first.map(|(unit, _)| *unit) {
        let info = &engine.units[hit];
        let (source, translation) =
            (info.source(&engine.library), info.translation(&engine.library));
        let marks = highlight::marks(engine, hit, outcome);
        let marked: BTreeSet<u16> = marks
            .iter()
            .filter_map(|mark| {
                let pieces = if mark.translation { &translation } else { &source };
                pieces.get(usize::from(mark.origin.piece))?.sentence
            })
            .collect();
        for piece in &source {
            let asked = piece.sentence.is_some_and(|sentence| marked.contains(&sentence));
            details.retain(|detail| !(asked && question::states(piece.text, *detail, unit)));
        }
    }
    details
}
