//! The figures of a policy beside those of its interpretation.

use std::collections::HashSet;

use super::{Agreement, FigurePair};
use crate::facts::{Fact, FactKind};
use crate::links::Link;
use crate::links::weights::pairs;
use crate::model::Document;

/// A document with its facts.
pub type Figures<'a> = (&'a Document, &'a [Fact]);

/// Pairs the amounts, ranks and counts of both texts that speak of the same thing: the same unit
/// in linked sentences, or the same unit about the same words. Policy figures come first, in
/// reading order; those that only the interpretation has follow. Names and ordinals are left out.
pub fn figures(
    policy: Figures<'_>,
    interpretation: Figures<'_>,
    links: &[Link],
) -> Vec<FigurePair> {
    let ours: Vec<&Fact> = policy.1.iter().filter(|fact| counts(fact)).collect();
    let theirs: Vec<&Fact> = interpretation.1.iter().filter(|fact| counts(fact)).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    let mut paired: Vec<FigurePair> = ours
        .iter()
        .map(|fact| {
            let partner = best_partner(policy.0, fact, interpretation.0, &theirs, &taken, links);
            taken.extend(partner);
            pair(Some(*fact), partner.map(|index| theirs[index]))
        })
        .collect();
    let rest = (0..theirs.len()).filter(|index| !taken.contains(index));
    paired.extend(rest.map(|index| pair(None, Some(theirs[index]))));
    paired
}

fn counts(fact: &Fact) -> bool {
    !matches!(fact.kind, FactKind::Name | FactKind::Ordinal) && fact.date.is_empty()
}

fn pair(policy: Option<&Fact>, interpretation: Option<&Fact>) -> FigurePair {
    let agreement = match (policy, interpretation) {
        (Some(a), Some(b)) if same(a, b) => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        (_, None) => Agreement::OnlyPolicy,
        (None, Some(_)) => Agreement::OnlyInterpretation,
    };
    FigurePair { policy: policy.cloned(), interpretation: interpretation.cloned(), agreement }
}

fn same(a: &Fact, b: &Fact) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    let upper = match (a.upper, b.upper) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a == b,
    };
    close(a.value, b.value) && upper && a.bound == b.bound
}

/// Words about the same thing share at least this part of the shorter one's character pairs.
const ALIKE: f64 = 0.5;

fn best_partner(
    policy: &Document,
    fact: &Fact,
    interpretation: &Document,
    theirs: &[&Fact],
    taken: &HashSet<usize>,
    links: &[Link],
) -> Option<usize> {
    let about = about(policy, fact);
    let fit = |index: &usize| {
        let other = theirs[*index];
        if taken.contains(index) || other.unit != fact.unit {
            return None;
        }
        let linked = links.iter().any(|link| link.to == fact.at && link.from == other.at);
        let alike = likeness(&about, &self::about(interpretation, other));
        (linked || alike >= ALIKE).then_some(alike + if same(fact, other) { 1.0 } else { 0.0 })
    };
    let fits = (0..theirs.len()).filter_map(|index| Some((index, fit(&index)?)));
    fits.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

fn about(document: &Document, fact: &Fact) -> Vec<char> {
    let text = document.sentence(&fact.at).map_or("", |sentence| fact.about.of(&sentence.text));
    text.chars().collect()
}

fn likeness(a: &[char], b: &[char]) -> f64 {
    let (a, b): (HashSet<_>, HashSet<_>) = (pairs(a).collect(), pairs(b).collect());
    let shorter = a.len().min(b.len());
    if shorter == 0 { 0.0 } else { a.intersection(&b).count() as f64 / shorter as f64 }
}
