//! What a sentence of the interpretation shares with each sentence of the policy.
//!
//! Targets compete for the words of the interpretation: words that a longer shared run gives to
//! one sentence can't speak for another that only has a part of them. Otherwise every sentence
//! with 防止返贫致贫对象 would be “explained” by each of the others.

use std::ops::Range;

use super::decide::is_title;
use super::passage::{PreparedSentence, is_number};
use super::runs::{self, Run};
use super::weights::{Weights, covered};

/// A pair of sentences with what they share.
#[derive(Clone, Debug)]
pub struct Share {
    /// Index of the policy's sentence.
    pub to: usize,
    /// The shared runs that this pair may claim, in the order of the policy's sentence.
    pub runs: Vec<Run>,
    /// What the most telling run tells (see [`Weights::run`]).
    pub top: f64,
    /// What all runs tell together.
    pub total: f64,
    /// The share of the policy's sentence that the runs cover, by weight.
    pub cover: f64,
    /// The share of the best-covered clause of the interpretation that they cover.
    pub clause: f64,
}

impl Share {
    /// That the pair shares nothing.
    pub fn none(to: usize) -> Self {
        Self { to, runs: Vec::new(), top: 0.0, total: 0.0, cover: 0.0, clause: 0.0 }
    }

    /// What the words of the runs tell, numbers left out, without characters that are part of a common word beyond their ends
    /// (人才发 of 人才发展 and of 人才发放), and without names of documents in the policy, which say
    /// nothing of its content.
    pub fn whole_words(
        &self,
        weights: &Weights,
        from: &PreparedSentence,
        to: &PreparedSentence,
    ) -> f64 {
        let tells = |run: &Run| {
            let cut = |text: &[char], at: usize| {
                let pair = at.checked_sub(1).and_then(|before| text.get(before..=at));
                pair.is_some_and(|pair| weights.is_common([pair[0], pair[1]]))
            };
            let begins = cut(&from.folded, run.from.start) || cut(&to.folded, run.to.start);
            let ends = cut(&from.folded, run.from.end) || cut(&to.folded, run.to.end);
            let whole = run.to.start + usize::from(begins)..run.to.end - usize::from(ends);
            to.folded.get(whole).map_or(0.0, |words| weights.words(words))
        };
        self.runs.iter().filter(|run| !in_name(to, run.to.start)).map(tells).sum()
    }
}

/// Whether the folded character stands in the name of a document.
fn in_name(passage: &PreparedSentence, at: usize) -> bool {
    let place = passage.places.get(at).map_or(0, |place| place.start);
    let before = passage.text.all().get(..place).unwrap_or_default();
    before.iter().rev().find(|c| matches!(c, '《' | '》')) == Some(&'《')
}

/// Runs shorter than this are chance.
const SHORTEST: usize = 2;

/// Runs that tell less than this don't count: a common word, a function word and its neighbour.
const FAINTEST: f64 = 0.2;

/// What the sentence shares with each of the candidates, after they have competed for its words.
/// `taken` are words that are already spoken for.
pub fn shares(
    weights: &Weights,
    from: &PreparedSentence,
    policy: &[PreparedSentence],
    candidates: &[usize],
    taken: &[Range<usize>],
) -> Vec<Share> {
    let mut claims: Vec<(f64, f64, usize, Run)> = Vec::new();
    for &to in candidates {
        let share = alone(weights, from, &policy[to], to);
        for run in share.runs {
            let tells = weights.run(&policy[to].folded[run.to.clone()]);
            // A title is named by most of its words, a sentence by its most telling ones.
            let claim = if is_title(&policy[to]) { tells * share.cover } else { tells };
            claims.push((claim, share.cover, to, run));
        }
    }
    // The strongest claim first; of equals, that of a measure before that of an annex which repeats
    // it, then the one whose sentence is covered best.
    let annexed = |to: usize| policy[to].at.unit.is_in_annex();
    claims.sort_by(|a, b| {
        let best = || b.1.total_cmp(&a.1).then(a.2.cmp(&b.2));
        b.0.total_cmp(&a.0).then(annexed(a.2).cmp(&annexed(b.2))).then_with(best)
    });
    let mut owner: Vec<Option<usize>> = vec![None; from.folded.len()];
    for range in taken {
        owner[range.clone()].fill(Some(usize::MAX));
    }
    let mut shares: Vec<Share> = Vec::new();
    for (_, _, to, run) in claims {
        for run in free_parts(&run, to, &owner) {
            if weights.run(&from.folded[run.from.clone()]) >= FAINTEST {
                owner[run.from.clone()].fill(Some(to));
                add(&mut shares, to, run);
            }
        }
    }
    for share in &mut shares {
        measure(share, weights, from, &policy[share.to]);
    }
    shares.sort_by_key(|share| share.to);
    shares
}

/// What the sentence shares with one sentence of the policy, without competition.
pub fn alone(
    weights: &Weights,
    from: &PreparedSentence,
    policy: &PreparedSentence,
    to: usize,
) -> Share {
    let runs = runs::shared(&from.folded, &policy.folded, SHORTEST)
        .into_iter()
        .map(|run| behind_number(run, &from.folded, &policy.folded))
        .filter(|run| run.from.len() >= SHORTEST)
        .collect();
    let mut share = Share { runs, ..Share::none(to) };
    measure(&mut share, weights, from, policy);
    share
}

/// The run without what belongs to a number that one of the texts has before it, and the run has
/// not: 日前 of 30日前 is no word, 年4月 of 2029年4月 no date.
fn behind_number(run: Run, from: &[char], to: &[char]) -> Run {
    let number = |text: &[char], at: usize| {
        at.checked_sub(1).and_then(|before| text.get(before)).is_some_and(|c| is_number(*c))
    };
    if !number(from, run.from.start) && !number(to, run.to.start) {
        return run;
    }
    let unit = |c: &&char| "年月日万亿千百元".contains(**c);
    let length = from[run.from.clone()].iter().take_while(unit).count();
    Run { from: run.from.start + length..run.from.end, to: run.to.start + length..run.to.end }
}

/// The parts of a run whose words nobody else has claimed.
fn free_parts(run: &Run, to: usize, owner: &[Option<usize>]) -> Vec<Run> {
    let mut parts = Vec::new();
    let mut start = None;
    for offset in 0..=run.from.len() {
        let at = run.from.start + offset;
        let free = offset < run.from.len() && owner[at].is_none_or(|owner| owner == to);
        match (free, start) {
            (true, None) => start = Some(offset),
            (false, Some(first)) => {
                if offset - first >= SHORTEST {
                    parts.push(Run {
                        from: run.from.start + first..at,
                        to: run.to.start + first..run.to.start + offset,
                    });
                }
                start = None;
            }
            _ => {}
        }
    }
    parts
}

fn add(shares: &mut Vec<Share>, to: usize, run: Run) {
    if let Some(share) = shares.iter_mut().find(|share| share.to == to) {
        share.runs.push(run);
    } else {
        shares.push(Share { runs: vec![run], ..Share::none(to) });
    }
}

fn measure(share: &mut Share, weights: &Weights, from: &PreparedSentence, to: &PreparedSentence) {
    share.runs.sort_by_key(|run| run.to.start);
    for run in &share.runs {
        let tells = weights.ground(&to.folded[run.to.clone()]);
        share.top = share.top.max(tells);
        share.total += tells;
    }
    let to_ranges = share.runs.iter().map(|run| run.to.clone());
    share.cover = covered(&to.weights, 0..to.folded.len(), to_ranges);
    for clause in &from.clauses {
        let from_ranges = share.runs.iter().map(|run| run.from.clone());
        share.clause = share.clause.max(covered(&from.weights, clause.clone(), from_ranges));
    }
}
