//! Why a unit was found, and what to mark in it.

use corpus::Span;

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Clause, MatchKind, Pattern};
use crate::protocol::Reason;
use crate::rank::evaluation::Outcome;
use crate::text::fold;
use crate::text::occurrences::{Mark, Needle};
use crate::text::quantities::{self, Quantity};
use crate::text::stream::Origin;
use crate::text::units::Piece;

/// The reasons for a unit, the strongest first, each once.
pub fn reasons(
    engine: &Engine,
    unit: usize,
    clauses: &[Clause],
    marks: &[Mark],
    english: bool,
) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    let mut heading = false;
    let own = if english { IndexedText::Translation } else { IndexedText::Source };
    for clause in clauses {
        // A related word is told in the reader's language, where both texts have it.
        let told = clause.found(unit).any(|(a, _)| a.how == MatchKind::Related && a.side == own);
        for (alternative, count) in clause.found(unit) {
            heading |= count.heading > 0 && alternative.how != MatchKind::Numbered;
            if told && alternative.how == MatchKind::Related && alternative.side != own {
                continue;
            }
            let reason = alternative.reason(&clause.asked);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    if heading && engine.units[unit].is_provision() {
        reasons.push(Reason::Title);
    }
    if marks.iter().any(|mark| mark.corrected) {
        reasons.push(Reason::CorrectedReading);
    }
    reasons
}

/// All marks in a unit: what it has of the clauses; failing that, of those it may do without;
/// failing that, of their parts. Single characters are never marked for a longer word: they stand
/// inside other words.
pub fn marks(engine: &Engine, unit: usize, outcome: &Outcome) -> Vec<Mark> {
    let mut marks = whole(engine, unit, &outcome.clauses, false);
    if marks.is_empty() {
        marks = whole(engine, unit, &outcome.clauses, true);
    }
    if marks.is_empty() {
        for (part, word) in outcome.parts.iter().zip(outcome.clauses.len() as u16..) {
            if !part.is_single() {
                mark(engine, unit, part, word, &mut marks);
            }
        }
    }
    marks
}

fn whole(engine: &Engine, unit: usize, clauses: &[Clause], optional: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    let wanted = |(clause, _): &(&Clause, u16)| clause.optional() == optional;
    for (clause, word) in clauses.iter().zip(0u16..).filter(wanted) {
        for (alternative, _) in clause.found(unit) {
            mark(engine, unit, &alternative.pattern, word, &mut marks);
        }
    }
    marks
}

fn mark(engine: &Engine, unit: usize, pattern: &Pattern, word: u16, marks: &mut Vec<Mark>) {
    let info = &engine.units[unit];
    let library = &engine.library;
    match pattern {
        Pattern::Source(phrase) => {
            let places = engine.streams(unit).places(&Needle::source(phrase.clone()), word);
            marks.extend(places.into_iter().flatten());
        }
        Pattern::Exact(needle) => {
            let places = engine.streams(unit).places(needle, word);
            marks.extend(places.into_iter().flatten());
        }
        Pattern::Stems(stems) => {
            for own in engine.stems(unit).windows(stems.len().max(1)) {
                let same = own.iter().zip(stems).all(|(place, stem)| place.stem == *stem);
                if same && own[0].origin.piece == own[own.len() - 1].origin.piece {
                    let last = own[own.len() - 1].origin;
                    let span = Span { start: own[0].origin.span.start, end: last.span.end };
                    let origin = Origin { span, ..last };
                    marks.push(Mark { translation: true, origin, corrected: false, word });
                }
            }
        }
        Pattern::Quantity(term) => {
            let source = info.source(library);
            let translation = info.translation(library);
            for (pieces, translated) in [(source, false), (translation, true)] {
                for (piece, index) in pieces.iter().zip(0..) {
                    for span in quantity_spans(piece, term, translated) {
                        let origin = Origin { piece: index, span };
                        marks.push(Mark {
                            translation: translated,
                            origin,
                            corrected: false,
                            word,
                        });
                    }
                }
            }
        }
        Pattern::Plain(words) => {
            let quotes = engine.plain_language.quotes(unit, words).into_iter();
            let mark = |origin| Mark { translation: false, origin, corrected: false, word };
            marks.extend(quotes.map(mark));
        }
        Pattern::Nothing => {}
    }
}

fn quantity_spans(piece: &Piece<'_>, term: &str, translated: bool) -> Vec<Span> {
    let fits = |q: &&Quantity| q.term() == term || q.value_term() == term;
    let words = fold::words(piece.text);
    let glyphs = fold::glyphs(piece.text);
    if translated {
        let span = |q: &Quantity| Span { start: words[q.start].start, end: words[q.end - 1].end };
        quantities::in_english(&words).iter().filter(fits).map(span).collect()
    } else {
        let span = |q: &Quantity| Span { start: glyphs[q.start].start, end: glyphs[q.end - 1].end };
        quantities::in_chinese(&glyphs).iter().filter(fits).map(span).collect()
    }
}
