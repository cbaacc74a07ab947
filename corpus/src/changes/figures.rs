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
        counts.map(|fact| (*fact, words(document, fact))).collect::<Vec<_>>()
    });
    now.retain(|(fact, _)| {
        let equal = before.iter().position(|(other, _)| same(other, fact));
        equal.map(|at| before.remove(at)).is_none()
    });
    // Which of several dates in the same setting goes with which cannot be told.
    let alone = |document: &Document, facts: &[(&Fact, HashSet<[char; 2]>)], of: &Fact| {
        let same =
            |(fact, _): &&(&Fact, _)| in_the_same_setting(document, of, document, fact) > 0.0;
        facts.iter().filter(same).count() == 1
    };
    let single_before: Vec<bool> =
        before.iter().map(|(fact, _)| alone(old.0, &before, fact)).collect();
    let single_now: Vec<bool> = now.iter().map(|(fact, _)| alone(new.0, &now, fact)).collect();
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for (i, (a, of_a)) in before.iter().enumerate() {
        for (j, (b, of_b)) in now.iter().enumerate() {
            let single = single_before[i] && single_now[j];
            let setting = if single { in_the_same_setting(old.0, a, new.0, b) } else { 0.0 };
            let alike = likeness(of_a, of_b).max(setting);
            if a.unit == b.unit && a.date.is_empty() == b.date.is_empty() && alike >= ALIKE {
                fits.push((alike, i, j));
            }
        }
    }
    let partners = best_pairs(fits);
    let earlier: HashMap<usize, usize> = partners.iter().map(|(i, j)| (*j, *i)).collect();
    let told = now.iter().enumerate().map(|(j, (fact, _))| FigureChange {
        old: earlier.get(&j).map(|i| before[*i].0.clone()),
        new: Some((*fact).clone()),
    });
    let gone = before.iter().enumerate().filter(|(i, _)| !partners.contains_key(i));
    told.chain(gone.map(|(_, (fact, _))| FigureChange { old: Some((*fact).clone()), new: None }))
        .collect()
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

/// 1 for dates whose clauses have no words to be told by, where what little there is is the same;
/// else 0.
fn in_the_same_setting(old: &Document, a: &Fact, new: &Document, b: &Fact) -> f64 {
    let (first, second) = (sides(old, a), sides(new, b));
    let bare = first.iter().all(|side| side.len() < 2) && !a.date.is_empty();
    let same = first == second && a.date.len() == b.date.len() && a.kind == b.kind;
    f64::from(u8::from(bare && same))
}

/// The character pairs of the clause around a figure, without the figure.
fn words(document: &Document, fact: &Fact) -> HashSet<[char; 2]> {
    sides(document, fact).iter().flat_map(|side| pairs(side).collect::<Vec<_>>()).collect()
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
