//! Ranking: BM25 over clauses and over pairs of characters, with what stands in headings, and in
//! the headings above, weighted in; then closeness, for the best.
//!
//! BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; fields are weighted
//! into one frequency as in BM25F, section 3.6 there. How the weights were found stands in
//! `docs/decisions/0005-search-ranking.md`.

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Alternative, MatchKind};
use crate::interpret::interpreter::{InterpretedRun, Scope};
use crate::interpret::typed;
use crate::protocol::Fit;
use crate::rank::bm25::inverse_document_frequency;
use crate::text::count::{Count, saturated};
use crate::text::units::{Slot, UnitInfo};

/// What a leaf, or a whole query, says about a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Higher is better; 0 where nothing was found.
    pub score: f32,
    /// How well the unit fits, where it does.
    pub fit: Option<Fit>,
    /// In how many places it has the words exactly as asked.
    pub places: u32,
    /// Whether it has a word of it, or two characters that follow each other there.
    pub words: bool,
}

/// Ranks the units by a leaf.
pub fn leaf(engine: &Engine, leaf: &InterpretedRun, scope: Scope) -> Vec<Evidence> {
    let ranker = Ranker { engine, scope };
    let weights = &engine.weights.ranking;
    let mut scores = vec![0.0; engine.units.len()];
    let mut scratch = scores.clone();
    for term in leaf.bag.iter().filter(|term| ranker.allows(term.side)) {
        ranker.add(&term.counts, term.side, term.weight, &mut scratch);
        for (score, own) in scores.iter_mut().zip(&mut scratch) {
            *score += std::mem::take(own);
        }
    }
    for clause in &leaf.clauses {
        let mut best = vec![0.0f32; engine.units.len()];
        for alternative in clause.alternatives.iter().filter(|a| ranker.allows(a.side)) {
            let segment = alternative.how == MatchKind::Words && clause.best_fit == Fit::Related;
            let base = if segment { weights.segment } else { weights.clause };
            let weight = base * alternative.factor * clause.weight.sqrt();
            ranker.add(&alternative.counts, alternative.side, weight, &mut scratch);
            for (best, own) in best.iter_mut().zip(&mut scratch) {
                *best = best.max(std::mem::take(own));
            }
        }
        scores.iter_mut().zip(best).for_each(|(score, best)| *score += best);
    }
    for (score, unit) in scores.iter_mut().zip(&engine.units) {
        *score *= ranker.document_weight(unit);
    }
    ranker.closeness(leaf, &mut scores);
    ranker.company(&mut scores);
    let words = ranker.words(leaf);
    let places = ranker.places(leaf);
    let enclosed = leaf.typed.source.edges != [0; 2];
    let evidence = |(unit, score): (usize, f32)| {
        let places = places[unit];
        // What has all the words as typed fits, whatever else they may mean.
        let typed = places > 0;
        let fit = if typed { Some(Fit::Exact) } else { ranker.fit(leaf, unit) };
        // Without the brackets that were typed around it, it is another writing.
        let fit = fit.map(|fit| if typed || !enclosed { fit } else { fit.max(Fit::Related) });
        let least = if typed { f32::MIN_POSITIVE } else { 0.0 };
        let provision = engine.units[unit].is_provision();
        let own = if provision { 1.0 } else { weights.heading_unit };
        let own = if fit == Some(Fit::Partial) { own * weights.partial } else { own };
        let total = if fit.is_some() { (score * own).max(least) } else { 0.0 };
        Evidence { score: total, fit: fit.filter(|_| total > 0.0), places, words: words[unit] }
    };
    scores.into_iter().enumerate().map(evidence).collect()
}

struct Ranker<'e> {
    engine: &'e Engine,
    scope: Scope,
}

impl Ranker<'_> {
    fn allows(&self, side: IndexedText) -> bool {
        self.scope.side.is_none_or(|own| own == side)
    }

    /// Whether each unit has a word of it, or two characters that follow each other there.
    fn words(&self, leaf: &InterpretedRun) -> Vec<bool> {
        let mut words = vec![false; self.engine.units.len()];
        let bag =
            leaf.bag.iter().filter(|term| self.allows(term.side) && !term.pattern.is_single());
        let clauses = leaf.clauses.iter().filter(|clause| !clause.optional());
        let alternatives = clauses.flat_map(|clause| &clause.alternatives);
        let alternatives = alternatives.filter(|a| self.allows(a.side)).map(|a| &a.counts);
        let bag = bag.flat_map(|term| &term.counts).filter(|count| count.all() > 0);
        for count in bag.chain(alternatives.flatten()) {
            words[count.unit as usize] = true;
        }
        words
    }

    /// What the standing of the unit's document makes of its score.
    fn document_weight(&self, unit: &UnitInfo) -> f32 {
        f32::from(self.engine.document_weights[unit.edition]) / 1000.0
    }

    fn counted(&self, count: &Count) -> bool {
        !self.scope.title || count.heading > 0
    }

    /// Adds the BM25 score of one term to the (empty) scores.
    fn add(&self, counts: &[Count], side: IndexedText, weight: f32, scores: &mut [f32]) {
        let units = &self.engine.units;
        let weights = &self.engine.weights.ranking;
        let mut found = 0;
        for count in counts.iter().filter(|count| self.counted(count)) {
            let at = count.unit as usize;
            let body = if self.scope.title { 0 } else { count.body };
            scores[at] += body as f32
                + count.heading as f32 * (1.0 + weights.heading)
                + count.plain_language as f32 * self.engine.weights.matches.plain_language;
            found += 1;
            if !units[at].is_provision() && !self.scope.title {
                scores[at + 1..units[at].end]
                    .iter_mut()
                    .for_each(|score| *score += weights.context);
            }
        }
        let idf = inverse_document_frequency(found, units.len());
        for (unit, score) in scores.iter_mut().enumerate().filter(|(_, score)| **score > 0.0) {
            let doc = &self.engine.store.docs()[unit];
            let length = if side == IndexedText::Source { doc.source } else { doc.translation };
            let length = length as f32 / self.engine.mean[side as usize];
            *score = weight * idf * saturated(*score, length, weights);
        }
    }

    /// By unit, in how many places it has the words as typed.
    fn places(&self, leaf: &InterpretedRun) -> Vec<u32> {
        let mut places = vec![0; self.engine.units.len()];
        for count in typed::places(self.engine, leaf, self.scope.side) {
            places[count.unit as usize] =
                if self.scope.title { count.heading } else { count.all() };
        }
        places
    }

    /// How well the unit fits.
    fn fit(&self, leaf: &InterpretedRun, unit: usize) -> Option<Fit> {
        let mut fit = Fit::Exact;
        let (mut had, mut all) = (0.0, 0.0);
        let mut complete = true;
        let mut words = false;
        for clause in &leaf.clauses {
            all += clause.share();
            let own =
                clause.found(unit).filter(|(a, count)| self.allows(a.side) && self.counted(count));
            let own: Vec<(&Alternative, Count)> = own.collect();
            let Some(best) = own.iter().map(|(alternative, _)| alternative.fit()).min() else {
                complete &= clause.optional();
                continue;
            };
            had += clause.share();
            words |= !clause.optional();
            fit = fit.max(best).max(clause.best_fit);
        }
        if complete && words && had >= self.engine.weights.ranking.enough * all {
            // What is asked for in titles must stand in them as it is.
            Some(fit).filter(|fit| !self.scope.title || *fit == Fit::Exact)
        } else if leaf.hard || self.scope.title {
            None
        } else {
            Some(Fit::Partial)
        }
    }

    /// A provision of a document, or division, that has much to say on the matter is likelier
    /// meant than one that stands alone.
    fn company(&self, scores: &mut [f32]) {
        let units = &self.engine.units;
        let weights = &self.engine.weights.ranking;
        let own = scores.to_vec();
        let mut start = 0;
        while start < units.len() {
            let title = units[start].slot == Slot::Title;
            let weight = if title { weights.document } else { weights.division };
            let mut best: Vec<f32> = (start..units[start].end)
                .filter(|unit| units[*unit].is_provision())
                .map(|unit| own[unit])
                .collect();
            best.sort_unstable_by(|a, b| b.total_cmp(a));
            let mean =
                best.iter().take(weights.companions).sum::<f32>() / weights.companions as f32;
            for score in scores[start..units[start].end].iter_mut().filter(|score| **score > 0.0) {
                *score += weight * mean;
            }
            // On to the next title or division; those inside this one come in their turn.
            start += 1;
            start += units[start..].iter().take_while(|unit| unit.is_provision()).count();
        }
    }

    /// Adds, for the best units, the worth of the terms that stand together in one window.
    fn closeness(&self, leaf: &InterpretedRun, scores: &mut [f32]) {
        let mut best: Vec<usize> = (0..scores.len()).filter(|unit| scores[*unit] > 0.0).collect();
        let weights = &self.engine.weights.ranking;
        if best.len() > weights.closest {
            best.select_nth_unstable_by(weights.closest, |a, b| scores[*b].total_cmp(&scores[*a]));
            best.truncate(weights.closest);
        }
        for side in [IndexedText::Source, IndexedText::Translation] {
            let terms: Vec<_> =
                leaf.bag.iter().filter(|t| t.side == side && self.allows(side)).collect();
            if terms.len() < 2 {
                continue;
            }
            for unit in &best {
                let (from, to) =
                    (self.engine.store.base(side, *unit), self.engine.store.base(side, unit + 1));
                let mut events: Vec<(u32, usize)> = Vec::new();
                for (term, starts) in terms.iter().map(|term| &term.starts).enumerate() {
                    let low = starts.partition_point(|start| *start < from);
                    let high = starts.partition_point(|start| *start < to);
                    events.extend(starts[low..high].iter().map(|start| (*start, term)));
                }
                events.sort_unstable();
                let worth = |term: usize| {
                    let found = terms[term].counts.len();
                    terms[term].weight * inverse_document_frequency(found, self.engine.units.len())
                };
                scores[*unit] += self.document_weight(&self.engine.units[*unit])
                    * weights.closeness
                    * densest(&events, terms.len(), weights.window, worth);
            }
        }
    }
}

/// The highest sum of worths of different terms in one window.
fn densest(
    events: &[(u32, usize)],
    terms: usize,
    window: u32,
    worth: impl Fn(usize) -> f32,
) -> f32 {
    let mut inside = vec![0u32; terms];
    let (mut first, mut sum, mut best) = (0, 0.0f32, 0.0f32);
    for (place, term) in events {
        if inside[*term] == 0 {
            sum += worth(*term);
        }
        inside[*term] += 1;
        while events[first].0 + window < *place {
            let left = events[first].1;
            inside[left] -= 1;
            if inside[left] == 0 {
                sum -= worth(left);
            }
            first += 1;
        }
        best = best.max(sum);
    }
    best
}
