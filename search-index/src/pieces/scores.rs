//! Which provisions a query is about, from the lists of its terms: BM25 over pairs of characters and
//! words, with what the headings above have counted in, the standing of the document, and what
//! it has to say on the matter; the same weights as [`crate::weights`] gives the engine.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lists::{LEVELS, TermList};
use super::manifest::Manifest;
use super::terms::Asked;
use crate::text::count::inverse_document_frequency;
use crate::weights::Ranking;

/// What the lists say of a query.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// The score of each place that has a term.
    pub by_place: BTreeMap<u32, f32>,
    /// Places, those that have all typed terms first, then by score.
    pub order: Vec<u32>,
    /// How many places have all typed terms; `None` where a list was cut, so that there may be more.
    pub all: Option<usize>,
}

/// Ranks the places that some list has; `within` are the places that may be found.
pub fn rank<'l>(
    manifest: &Manifest,
    terms: impl Iterator<Item = (&'l Asked, &'l TermList)>,
    typed: usize,
    within: &[Range<u32>],
    weights: &Ranking,
) -> Scores {
    let mut found: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
    let mut is_cut = false;
    for (asked, list) in terms {
        is_cut |= list.is_cut();
        let information =
            inverse_document_frequency(list.found as usize, manifest.provisions as usize);
        for (place, level) in list.places().filter(|(place, _)| allowed(within, *place)) {
            let own = found.entry(place).or_default();
            own.0 += asked.weight * information * worth(level, weights);
            own.1 += usize::from(asked.typed);
        }
    }
    weigh_documents(manifest, &mut found, weights);
    let mut order: Vec<u32> = found.keys().copied().collect();
    let has_all = |place: &u32| typed > 0 && found[place].1 >= typed;
    let all = order.iter().filter(|place| has_all(place)).count();
    order.sort_by(|a, b| {
        has_all(b).cmp(&has_all(a)).then(found[b].0.total_cmp(&found[a].0)).then(a.cmp(b))
    });
    let by_place = found.into_iter().map(|(place, (score, _))| (place, score)).collect();
    Scores { by_place, order, all: (!is_cut).then_some(all) }
}

fn allowed(within: &[Range<u32>], place: u32) -> bool {
    within.is_empty() || within.iter().any(|range| range.contains(&place))
}

/// What a level stands for: BM25's saturated frequency.
fn worth(level: u32, weights: &Ranking) -> f32 {
    level as f32 / LEVELS as f32 * (weights.saturation + 1.0)
}

/// The level of a worth, rounded up: whatever has a term says something.
#[cfg(feature = "writer")]
pub fn level(worth: f32, weights: &Ranking) -> u32 {
    let step = (weights.saturation + 1.0) / LEVELS as f32;
    (1..LEVELS).find(|level| worth <= *level as f32 * step).unwrap_or(LEVELS)
}

/// What a document says counts by its weight, and one that has much to say on the matter is likelier
/// meant.
fn weigh_documents(
    manifest: &Manifest,
    found: &mut BTreeMap<u32, (f32, usize)>,
    weights: &Ranking,
) {
    let mut start = 0;
    for document in &manifest.documents {
        let range = start..start + document.provisions;
        start = range.end;
        for (_, (score, _)) in found.range_mut(range.clone()) {
            *score *= f32::from(document.weight) / 1000.0;
        }
        let mut best: Vec<f32> = found.range(range.clone()).map(|(_, (score, _))| *score).collect();
        if best.is_empty() {
            continue;
        }
        best.sort_unstable_by(|a, b| b.total_cmp(a));
        let mean = best.iter().take(weights.companions).sum::<f32>() / weights.companions as f32;
        for (_, (score, _)) in found.range_mut(range) {
            *score += weights.document * mean;
        }
    }
}
