//! What the order of the interpretation tells: which measures a paragraph is about, and what its
//! heading therefore names.

use std::collections::{HashMap, HashSet};

use super::LinkKind;
use super::decide::{DecidedLink, is_title};
use super::named::Named;
use super::passage::PreparedSentence;
use super::share::{Share, alone};
use super::weights::Weights;
use crate::address::Unit;

/// What the links that stand alone tell about the rest.
pub struct Context<'a> {
    sources: &'a [PreparedSentence],
    targets: &'a [PreparedSentence],
    /// Which units of the policy each paragraph of the interpretation explains.
    by_unit: HashSet<(Unit, Unit)>,
    /// Which units each part of the interpretation explains.
    by_part: HashSet<(String, Unit)>,
    /// Sentences that explain a sentence by themselves.
    explains: HashSet<usize>,
    /// Which units sentences name by their numbers.
    named: &'a [Named],
    weights: &'a Weights,
}

/// Shared words that count, one distinctive word of two characters, in a sentence that would
/// explain nothing else, under the same heading.
const NEAR: f64 = 1.0;

/// The same where only another paragraph of the part explains that measure.
const FAR: f64 = 2.0;

/// Shared words that count in a sentence which already explains something.
const BESIDE: f64 = 2.6;

/// The part that a sentence of the interpretation stands in: `2` under part 2 and in its `2.1`. By
/// the heading above it and not by its own number, which may count on from part to part.
fn part(sources: &[PreparedSentence], at: usize) -> String {
    let own = &sources[at].at.unit;
    let heading = match own {
        Unit::Provision(_) => heading_above(sources, at).map(|above| &sources[above].at.unit),
        _ => None,
    };
    match heading.unwrap_or(own) {
        Unit::Title => String::new(),
        Unit::Division(number) | Unit::Provision(number) => {
            number.split('.').next().unwrap_or_default().to_owned()
        }
    }
}

impl<'a> Context<'a> {
    /// Reads the context from links that stand alone.
    pub fn of(
        found: &[DecidedLink],
        sources: &'a [PreparedSentence],
        targets: &'a [PreparedSentence],
        named: &'a [Named],
        weights: &'a Weights,
    ) -> Self {
        let pairs = || found.iter().map(|link| (link.from, &targets[link.share.to].at.unit));
        let explains =
            found.iter().filter(|link| !is_title(&targets[link.share.to])).map(|link| link.from);
        Self {
            sources,
            targets,
            by_unit: pairs()
                .map(|(from, to)| (sources[from].at.unit.clone(), to.clone()))
                .collect(),
            by_part: pairs().map(|(from, to)| (part(sources, from), to.clone())).collect(),
            explains: explains.collect(),
            named,
            weights,
        }
    }

    /// Whether the surroundings make a link of what the pair shares.
    pub fn supports(&self, from: usize, share: &Share) -> bool {
        let here = &self.sources[from].at.unit;
        let there = &self.targets[share.to].at.unit;
        let named = self.named[from].units.contains(there);
        // One row of an annexed table says nothing of another.
        let near =
            named || !there.is_in_annex() && self.by_unit.contains(&(here.clone(), there.clone()));
        let far = self.by_part.contains(&(part(self.sources, from), there.clone()));
        let needed = if self.explains.contains(&from) {
            BESIDE
        } else if near {
            NEAR
        } else {
            FAR
        };
        let (source, target) = (&self.sources[from], &self.targets[share.to]);
        let tells = || share.whole_words(self.weights, source, target);
        (near || far) && (tells() >= needed || near && share.cover >= 0.5)
    }
}

/// A heading that names one of the titles which its text explains must share this much of it.
const HEADING: f64 = 0.2;

/// Links from headings of the interpretation that have none yet: to the title or part heading
/// which they resemble most, among those that the text under them explains.
pub fn headings(
    weights: &Weights,
    found: &[DecidedLink],
    sources: &[PreparedSentence],
    targets: &[PreparedSentence],
) -> Vec<DecidedLink> {
    let linked: HashSet<usize> = found.iter().map(|link| link.from).collect();
    let mut links = Vec::new();
    for (from, source) in sources.iter().enumerate() {
        if !is_title(source) || linked.contains(&from) {
            continue;
        }
        let explained = explained_by(source, found, sources, targets);
        let candidates: Vec<usize> = (0..targets.len())
            .filter(|to| is_title(&targets[*to]) && explained.contains_key(&targets[*to].at.unit))
            .collect();
        // Each alone: here they don't compete for words, they are compared.
        let best = candidates
            .iter()
            .map(|to| alone(weights, source, &targets[*to], *to))
            .filter(|share| share.cover >= HEADING)
            .max_by(|a, b| a.cover.total_cmp(&b.cover));
        links.extend(best.map(|share| DecidedLink { from, kind: LinkKind::Mention, share }));
    }
    links
}

/// The heading of the part that a sentence stands in.
pub fn heading_above(targets: &[PreparedSentence], to: usize) -> Option<usize> {
    (0..to).rev().find(|at| matches!(targets[*at].at.unit, Unit::Division(_)))
}

/// The units of the policy that the text under this heading explains, with how many links; the
/// part that most of them belong to is among them.
fn explained_by(
    heading: &PreparedSentence,
    found: &[DecidedLink],
    sources: &[PreparedSentence],
    targets: &[PreparedSentence],
) -> HashMap<Unit, usize> {
    let under = |at: usize| match &heading.at.unit {
        Unit::Division(number) => part(sources, at) == *number,
        unit => sources[at].at.unit == *unit,
    };
    let mut explained: HashMap<Unit, usize> = HashMap::new();
    for link in found.iter().filter(|link| under(link.from)) {
        let to = link.share.to;
        *explained.entry(targets[to].at.unit.clone()).or_default() += 1;
        if let Some(above) = heading_above(targets, to) {
            *explained.entry(targets[above].at.unit.clone()).or_default() += 1;
        }
    }
    explained
}
