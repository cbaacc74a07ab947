//! The figures and deadlines of a provision beside those of what it was before.
//!
//! Equal figures are set aside first. Of the rest two are the same figure with another value where
//! they have the same unit and stand among the same words (Dice coefficient of the character pairs
//! of their clauses, numbers left out), or where nothing but a date stands on both sides in the same
//! setting (the day of a signature, 到2026年底); what is not certain enough is told on each side by itself.

use std::collections::{HashMap, HashSet};

use super::FigureChange;
use super::align::best_pairs;
use crate::chars::Chars;
use crate::facts::{Fact, FactKind};
use crate::links::weights::pairs;
use crate::model::Document;
use crate::text::is_han;

/// Two figures with different values speak of the same thing from this likeness of their clauses on.
const ALIKE: f64 = 0.4;

/// A document with those of its facts that are compared.
pub type ComparedDocument<'a> = (&'a Document, Vec<&'a Fact>);

/// What changed, in the order of the new document, then what only the earlier one states.
pub fn figures(old: &ComparedDocument<'_>, new: &ComparedDocument<'_>) -> Vec<FigureChange> {
    let [mut before, mut now] = [old, new].map(|(document, facts)| {
        let counts = facts.iter().filter(|fact| counts(fact));
        counts.map(|fact| Figure::of(document, fact)).collect::<Vec<_>>()
    });
    now.retain(|figure| {
        let equal = before.iter().position(|other| same(other.fact, figure.fact));
        equal.map(|at| before.remove(at)).is_none()
    });
    // Which of several dates in the same setting goes with which cannot be told.
    let alone = |figures: &[Figure<'_>]| -> Vec<bool> {
        let same = |of: &Figure<'_>| figures.iter().filter(|own| own.is_set_as(of)).count();
        figures.iter().map(|figure| same(figure) == 1).collect()
    };
    let (alone_before, alone_now) = (alone(&before), alone(&now));
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for (i, a) in before.iter().enumerate() {
        for (j, b) in now.iter().enumerate() {
            let set = alone_before[i] && alone_now[j] && a.is_set_as(b);
            let alike = if set { 1.0 } else { likeness(&a.words, &b.words) };
            let (a, b) = (a.fact, b.fact);
            if a.unit == b.unit && a.date.is_empty() == b.date.is_empty() && alike >= ALIKE {
                fits.push((alike, i, j));
            }
        }
    }
    let partners = best_pairs(fits);
    let earlier: HashMap<usize, usize> = partners.iter().map(|(i, j)| (*j, *i)).collect();
    let told = now.iter().enumerate().map(|(j, figure)| FigureChange {
        old: earlier.get(&j).map(|i| before[*i].fact.clone()),
        new: Some(figure.fact.clone()),
    });
    let gone = before.iter().enumerate().filter(|(i, _)| !partners.contains_key(i));
    told.chain(gone.map(|(_, figure)| FigureChange { old: Some(figure.fact.clone()), new: None }))
        .collect()
}

/// A figure with what stands around it.
struct Figure<'a> {
    fact: &'a Fact,
    sides: [Vec<char>; 2],
    /// The character pairs of the clause around it, without the figure.
    words: HashSet<[char; 2]>,
}

impl<'a> Figure<'a> {
    fn of(document: &Document, fact: &'a Fact) -> Self {
        let sides = sides(document, fact);
        let words = sides.iter().flat_map(|side| pairs(side).collect::<Vec<_>>()).collect();
        Self { fact, sides, words }
    }

    /// Whether both are dates whose clauses have no words to be told by, and what little there is is
    /// the same.
    fn is_set_as(&self, other: &Self) -> bool {
        let (a, b) = (self.fact, other.fact);
        let bare = self.sides.iter().all(|side| side.len() < 2) && !a.date.is_empty();
        bare && self.sides == other.sides && a.date.len() == b.date.len() && a.kind == b.kind
    }
}

/// Numbers in names and ordinals are no quantities.
fn counts(fact: &Fact) -> bool {
    !matches!(fact.kind, FactKind::Name | FactKind::Ordinal)
}

/// Whether two facts state the same.
pub fn same(a: &Fact, b: &Fact) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    let upper = match (a.upper, b.upper) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let value = close(a.value, b.value) && upper && a.unit == b.unit && a.bound == b.bound;
    value && a.date == b.date && a.due == b.due
}

/// The letters of the clause before and behind a figure.
fn sides(document: &Document, fact: &Fact) -> [Vec<char>; 2] {
    let Some(sentence) = document.sentence(&fact.at) else { return [Vec::new(), Vec::new()] };
    let text = Chars::new(&sentence.text);
    let (start, end) = fact.span.in_characters(&sentence.text);
    let clause = text.clause(start);
    let side = |from: usize, to: usize| -> Vec<char> {
        let chars = text.all().get(from..to).unwrap_or_default();
        chars.iter().copied().filter(|c| is_han(*c) || c.is_alphabetic()).collect()
    };
    [side(clause.start, start), side(end, clause.end.max(end))]
}

fn likeness(a: &HashSet<[char; 2]>, b: &HashSet<[char; 2]>) -> f64 {
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * a.intersection(b).count() as f64 / all as f64 }
}
