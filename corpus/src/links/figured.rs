//! Figures as ground of a link: a sentence that says in other words what a measure says, and gives
//! its figure, speaks of that measure.
//!
//! A figure alone proves nothing. It does where the comparison of both texts finds it to be the same
//! for the same thing, or where one measure only has it and a telling word stands beside it. What a
//! figure shows to speak of one measure explains no other, whose figures are different ones.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use super::decide::percent;
use super::passage::PreparedSentence;
use super::runs::Run;
use super::share::alone;
use super::weights::{Weights, covered};
use super::{Evidence, Link, LinkKind};
use crate::address::{Address, Unit};
use crate::compare::{alike_pairs, counts, measured_alike, same_figure};
use crate::facts::{self, Fact};
use crate::model::{Document, Span};

/// What words beside an equal figure must tell: one distinctive word of two characters.
const TELLS: f64 = 1.0;

/// What the words of a further sentence must tell, in a measure that the figures already point to.
const BESIDE: f64 = 0.5;

/// A sentence that gives so many figures of another says in other words what that one says.
const SEVERAL: usize = 3;

/// Smaller numbers are equal by chance: 三年, 两次.
const SMALLEST: f64 = 10.0;

/// A link with a larger share in percent repeats its sentence, whatever its figures are.
const NEAR_QUOTE: u8 = 35;

/// The two texts made ready.
pub(super) struct Texts<'a> {
    pub(super) policy: &'a Document,
    pub(super) interpretation: &'a Document,
    pub(super) sources: &'a [PreparedSentence],
    pub(super) targets: &'a [PreparedSentence],
    pub(super) weights: &'a Weights,
    /// The sentences that tell of the past or of other documents.
    pub(super) elsewhere: &'a [bool],
}

/// The facts of both texts that count something.
struct Told {
    ours: Vec<Fact>,
    theirs: Vec<Fact>,
}

/// The links, those that their figures refute as mentions, and with mentions of what figures point to.
pub(super) fn with_figures(mut links: Vec<Link>, texts: &Texts<'_>) -> Vec<Link> {
    let proper = |fact: &Fact| is_proper(texts.policy, &fact.at.unit);
    let of = |document| facts::facts(document, &[]).into_iter().filter(counts);
    let told = Told {
        ours: of(texts.policy).filter(proper).collect(),
        theirs: of(texts.interpretation).collect(),
    };
    let mut pairs: Vec<(&Fact, &Fact)> = texts.pointed(&told, &links);
    // It stays a mention: where the interpretation has a figure wrong, the measure is not passed over.
    for link in &mut links {
        if is_refuted(link, &told, &pairs, texts) {
            (link.kind, link.score) = (LinkKind::Mention, 0);
        }
    }
    let (ours, theirs) = ((texts.policy, &*told.ours), (texts.interpretation, &*told.theirs));
    pairs.extend(alike_pairs(ours, theirs, &links));
    let further = texts.further(&told, &pairs);
    pairs.extend(further);
    for (own, other) in &pairs {
        texts.mention(own, other, &mut links);
    }
    for link in links.iter_mut().filter(|link| link.kind == LinkKind::Mention) {
        let here = |(own, other): &&(&Fact, &Fact)| own.at == link.to && other.at == link.from;
        let equal: BTreeSet<Span> = pairs.iter().filter(here).map(|(own, _)| own.span).collect();
        if equal.len() >= SEVERAL {
            (link.kind, link.score) = (LinkKind::Paraphrase, texts.share_covered(link));
        }
    }
    links
}

/// Whether the unit is a provision of the text proper.
fn is_proper(policy: &Document, unit: &Unit) -> bool {
    let Unit::Provision(number) = unit else { return false };
    policy.provision(number).is_some_and(|provision| provision.around().is_none())
}

/// Whether the clause that a link rests on gives figures which point to another measure, while the
/// linked one has figures of that sort and other values.
fn is_refuted(link: &Link, told: &Told, pairs: &[(&Fact, &Fact)], texts: &Texts<'_>) -> bool {
    if link.score >= NEAR_QUOTE || link.kind == LinkKind::Mention {
        return false;
    }
    let Some(source) = texts.source(&link.from) else { return false };
    let touched: Vec<Range<usize>> = source
        .text
        .clauses()
        .into_iter()
        .filter(|clause| {
            let clause = source.text.span(clause.clone());
            link.evidence.iter().any(|e| e.from.start < clause.end && clause.start < e.from.end)
        })
        .collect();
    let inside = |fact: &Fact| {
        let stands = |clause: &Range<usize>| {
            let clause = source.text.span(clause.clone());
            clause.start <= fact.span.start && fact.span.end <= clause.end
        };
        fact.at == link.from && touched.iter().any(stands)
    };
    let here: Vec<&Fact> = told.theirs.iter().filter(|fact| inside(fact)).collect();
    let own: Vec<&Fact> = told.ours.iter().filter(|fact| fact.at.unit == link.to.unit).collect();
    let shares_one = here.iter().any(|fact| own.iter().any(|own| same_figure(own, fact)));
    let points_elsewhere = |(own, other): &(&Fact, &Fact)| {
        own.at.unit != link.to.unit && here.iter().any(|fact| fact == other)
    };
    let sort = |fact: &&Fact| own.iter().any(|own| measured_alike(own, fact));
    !shares_one && here.iter().any(sort) && pairs.iter().any(points_elsewhere)
}

impl Texts<'_> {
    fn source(&self, at: &Address) -> Option<&PreparedSentence> {
        self.sources.iter().find(|source| source.at == *at)
    }

    /// The figures that one measure only has, beside words that tell of it; those that lie in words
    /// which are linked already point nowhere else.
    fn pointed<'f>(&self, told: &'f Told, links: &[Link]) -> Vec<(&'f Fact, &'f Fact)> {
        let mut pairs = Vec::new();
        for other in told.theirs.iter().filter(|fact| fact.value >= SMALLEST) {
            let explained = links.iter().filter(|link| link.from == other.at).any(|link| {
                let holds = |e: &Evidence| {
                    e.from.start <= other.span.start && other.span.start < e.from.end
                };
                link.evidence.iter().any(holds)
            });
            if explained || self.is_elsewhere(&other.at) {
                continue;
            }
            let equal: Vec<&Fact> =
                told.ours.iter().filter(|own| same_figure(own, other)).collect();
            let units: HashSet<&Unit> = equal.iter().map(|own| &own.at.unit).collect();
            if units.len() != 1 {
                continue;
            }
            let best = equal
                .into_iter()
                .map(|own| (self.shared_words(own, other), own))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let tells = best.filter(|(words, _)| *words >= TELLS);
            pairs.extend(tells.map(|(_, own)| (own, other)));
        }
        pairs
    }

    /// Equal figures of further sentences of a measure that a sentence is shown to speak of.
    fn further<'f>(
        &self,
        told: &'f Told,
        pairs: &[(&'f Fact, &'f Fact)],
    ) -> Vec<(&'f Fact, &'f Fact)> {
        let mut found = Vec::new();
        let spoken: BTreeSet<(&Address, &Unit)> =
            pairs.iter().map(|(own, other)| (&other.at, &own.at.unit)).collect();
        for (from, unit) in spoken {
            for other in told.theirs.iter().filter(|fact| fact.at == *from) {
                let equal = |own: &&Fact| {
                    own.at.unit == *unit
                        && same_figure(own, other)
                        && self.shared_words(own, other) >= BESIDE
                };
                found.extend(told.ours.iter().filter(equal).map(|own| (own, other)));
            }
        }
        found.sort_by_key(|(own, other)| (other.span.start, own.span.start));
        found
    }

    fn is_elsewhere(&self, at: &Address) -> bool {
        let index = self.sources.iter().position(|source| source.at == *at);
        index.is_none_or(|index| self.elsewhere[index])
    }

    /// What the words of the clause around their figure and of the one before tell of the sentence
    /// and the run-in title of ours.
    fn shared_words(&self, own: &Fact, other: &Fact) -> f64 {
        let Some(source) = self.source(&other.at) else { return 0.0 };
        let around = around(source, other);
        let titled = |target: &&PreparedSentence| {
            target.at.unit == own.at.unit && matches!(target.at.sentence, Some(0))
        };
        let title = self.targets.iter().find(titled);
        let body = self.targets.iter().find(|target| target.at == own.at);
        let mut used: Vec<Range<usize>> = Vec::new();
        let mut sum = 0.0;
        for target in body.into_iter().chain(title) {
            for run in alone(self.weights, source, target, 0).runs {
                let meets =
                    |range: &Range<usize>| range.start < run.from.end && run.from.start < range.end;
                if meets(&around) && !used.iter().any(meets) {
                    sum += self.weights.words(&source.folded[run.from.clone()]);
                    used.push(run.from);
                }
            }
        }
        sum
    }

    /// Adds mentions of the sentence of ours and of the run-in title above it, as far as they are
    /// not linked yet: what the title shares has its ground there as well.
    fn mention(&self, own: &Fact, other: &Fact, links: &mut Vec<Link>) {
        let Some(source) = self.source(&other.at) else { return };
        let title = Address { sentence: Some(0), ..own.at.clone() };
        let figure = Evidence { from: other.span, to: own.span };
        for at in [&own.at, &title] {
            let figure = (*at == own.at).then_some(figure);
            let linked = links.iter_mut().find(|link| link.from == other.at && link.to == *at);
            if let Some(link) = linked {
                if let Some(figure) = figure.filter(|_| link.kind == LinkKind::Mention) {
                    add_evidence(&mut link.evidence, figure);
                }
                continue;
            }
            let target = self.targets.iter().find(|target| target.at == *at);
            let Some(target) = target else { continue };
            let mut evidence = self.shared_around(source, other, target);
            if let Some(figure) = figure {
                add_evidence(&mut evidence, figure);
            }
            if !evidence.is_empty() {
                links.push(Link {
                    from: other.at.clone(),
                    to: at.clone(),
                    kind: LinkKind::Mention,
                    score: 0,
                    evidence,
                    differences: Vec::new(),
                });
            }
        }
    }

    /// How much of our sentence lies in what the link shows, in percent of its weight.
    fn share_covered(&self, link: &Link) -> u8 {
        let target = self.targets.iter().find(|target| target.at == link.to);
        target.map_or(0, |target| {
            let inside = |at: &usize| {
                let here = target.span(*at..at + 1);
                link.evidence.iter().any(|e| e.to.start <= here.start && here.end <= e.to.end)
            };
            let ranges = (0..target.folded.len()).filter(inside).map(|at| at..at + 1);
            percent(covered(&target.weights, 0..target.folded.len(), ranges))
        })
    }

    /// The stretches that the words around a figure share with a sentence of ours.
    fn shared_around(
        &self,
        source: &PreparedSentence,
        figure: &Fact,
        target: &PreparedSentence,
    ) -> Vec<Evidence> {
        let around = around(source, figure);
        let meets = |run: &Run| run.from.start < around.end && around.start < run.from.end;
        let runs = alone(self.weights, source, target, 0).runs.into_iter().filter(meets);
        runs.map(|run| Evidence { from: source.span(run.from), to: target.span(run.to) }).collect()
    }
}

/// Adds a figure that lies in no stretch yet, on either side.
fn add_evidence(evidence: &mut Vec<Evidence>, figure: Evidence) {
    let meets = |e: &Evidence| {
        e.from.start < figure.from.end && figure.from.start < e.from.end
            || e.to.start < figure.to.end && figure.to.start < e.to.end
    };
    if !evidence.iter().any(meets) {
        evidence.push(figure);
        evidence.sort_by_key(|e| e.to.start);
    }
}

/// The clause of a figure and the one before it, in folded characters.
fn around(source: &PreparedSentence, fact: &Fact) -> Range<usize> {
    let (start, _) = fact.span.in_characters(&source.text.text(0..source.text.len()));
    let at = source.places.partition_point(|place| place.end <= start);
    let index = source.clauses.iter().position(|clause| clause.contains(&at));
    let Some(index) = index else { return at..at + 1 };
    source.clauses[index.saturating_sub(1)].start..source.clauses[index].end
}
