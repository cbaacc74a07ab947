//! What a provision has beyond its partner, where that clearly stands in a third provision.

use std::collections::HashMap;

use super::{Characters, Content, Weights};

/// A third provision must have so much weight that neither partner explains (about the number of
/// rare character pairs).
const TELLING: f64 = 5.0;

/// And so large a share of the provision or sentence.
const SHARE: f64 = 0.2;

/// And so many times as much as the next best.
const STANDS_OUT: f64 = 2.0;

/// Pairs beside the `partners` of `a` and, the other way round, those of `b`. Words that the
/// partner has already do not count, on both sides: a provision on penalties repeats the duty that
/// it guards, and is no part of it.
pub fn strays(
    a: &[Content],
    b: &[Content],
    [partners, back]: [&HashMap<usize, usize>; 2],
    weights: &Weights,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, content) in a.iter().enumerate() {
        let partner = partners.get(&i).copied();
        let kept = partner.map(|j| &b[j].whole);
        let others: Vec<usize> = (0..b.len()).filter(|j| Some(*j) != partner).collect();
        for part in std::iter::once(&content.whole).chain(&content.sentences) {
            let beyond = |j: usize| {
                let explained = back.get(&j).map(|i| &a[*i].whole);
                beyond(part, &b[j].whole, [kept, explained], weights)
            };
            let ranked: Vec<f64> = others.iter().map(|j| beyond(*j)).collect();
            let Some(best) = (0..ranked.len()).max_by(|x, y| ranked[*x].total_cmp(&ranked[*y]))
            else {
                continue;
            };
            let next = (0..ranked.len()).filter(|other| *other != best);
            let next = next.map(|other| ranked[other]).fold(0.0, f64::max);
            let least = TELLING.max(SHARE * weights.of(part.iter())).max(STANDS_OUT * next);
            if ranked[best] >= least {
                found.push((i, others[best]));
            }
        }
    }
    found
}

/// The weight that two texts share, without what is `explained` already.
fn beyond(
    part: &Characters,
    other: &Characters,
    explained: [Option<&Characters>; 2],
    weights: &Weights,
) -> f64 {
    let known = |pair: &&super::CharacterPair| {
        explained.iter().flatten().any(|explained| explained.contains(*pair))
    };
    weights.of(part.intersection(other).filter(|pair| !known(pair)))
}
