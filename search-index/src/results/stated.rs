//! Whether the first hits state what a question asks of its subject.

use std::collections::BTreeSet;

use crate::index::engine::Engine;
use crate::protocol::Detail;
use crate::rank::evaluation::Outcome;
use crate::rank::ranking::Evidence;
use crate::results::highlight;
use crate::text::question;
use crate::text::units::Piece;

/// At most this many hits are looked at.
const FIRST: usize = 5;

/// A first sentence of at most this many characters names what the provision is about:
/// `提高高龄津贴。`
const RUN_IN_HEADING: usize = 14;

/// The details that the question asks for and that no sentence of the first hits states in which a
/// word of the question stands, or that goes on from such a one: a row of its table, the sentences
/// below a heading.
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
        let asked = asked(&source, &marked, unit.is_some());
        let money = source.iter().any(|piece| piece.text.contains('元'));
        for piece in source.iter().zip(asked).filter_map(|(piece, asked)| asked.then_some(piece)) {
            details.retain(|detail| {
                !(question::states(piece.text, *detail, unit)
                    || *detail == Detail::Amount && states_in_cell(piece.text, unit, money))
            });
        }
    }
    details
}

/// Which pieces speak of what was asked. Below a heading that has a word of the question all do where
/// the question names a unit; without one any figure would do, and only the next sentence is near
/// enough. Rows of a table go on from the sentence above them.
fn asked(source: &[Piece<'_>], marked: &BTreeSet<u16>, names_unit: bool) -> Vec<bool> {
    let is_marked = |piece: &Piece<'_>| piece.sentence.is_some_and(|own| marked.contains(&own));
    let heads = |piece: &Piece<'_>| {
        piece.heading || piece.sentence == Some(1) && piece.text.chars().count() <= RUN_IN_HEADING
    };
    let headed = source.iter().any(|piece| is_marked(piece) && heads(piece));
    let (mut table, mut heading) = (false, false);
    let found = source.iter().map(|piece| {
        if piece.sentence.is_none() {
            return false;
        }
        let row = is_row(piece.text);
        let own = is_marked(piece);
        let near = own || heading && !row || row && table;
        // 单位：元 stands between a table and its name.
        let short = piece.text.chars().count() <= RUN_IN_HEADING;
        table = own || table && (row || short);
        heading = own && heads(piece);
        near || headed && names_unit
    });
    found.collect()
}

/// Whether the sentence is a row of a table.
fn is_row(text: &str) -> bool {
    text.contains('|')
}

/// Whether a row has a cell that is a number alone: its unit stands in the head of the table. An amount
/// of money wants money somewhere in the provision.
fn states_in_cell(text: &str, unit: Option<&str>, money: bool) -> bool {
    let number = |cell: &str| {
        let cell = cell.trim();
        // A year is none.
        cell.contains(|c: char| c.is_ascii_digit())
            && !(cell.len() == 4 && cell.starts_with("20"))
            && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '，'))
    };
    // The first cell may number the rows.
    let cells = || text.split('|').skip(1);
    is_row(text) && cells().any(number) && (unit.is_none() || unit == Some("元") && money)
}
