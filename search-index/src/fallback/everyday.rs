//! Everyday words without the engine: a question in Chinese is cut into words of the texts and of
//! the thesaurus as the engine cuts it, and units are ranked by the same formula and weights. What
//! the engine knows besides (typing errors, pinyin, quantities, plain-language lines, closeness)
//! waits for it.

use corpus::text::is_han;

use super::related::RelatedWords;
use super::stretches::{lengths, longest};
use super::texts::Texts;
use crate::lexicon::segmentation::{Segment, SegmentKind, cut};
use crate::protocol::{Fit, Notice, Reason};
use crate::query::Ast;
use crate::text::count::{inverse_document_frequency, saturated};
use crate::text::fold;
use crate::text::occurrences::{Mark, Needle};
use crate::text::units::UnitInfo;
use crate::weights::Weights;

/// Whoever pastes more than this asks no question in everyday words.
const MOST_CHARACTERS: usize = 60;
/// As many where no engine will answer: in an excerpt, long questions cost little.
const MOST_CHARACTERS_ALONE: usize = 150;

/// One way that the texts may have a word.
struct Alternative {
    /// The related word; `None` where it is the word itself.
    related: Option<String>,
    /// By unit: the marks of each place.
    places: Vec<Vec<Vec<Mark>>>,
}

/// A word of the question.
struct Word {
    asked: String,
    alternatives: Vec<Alternative>,
    /// How much of the question it is, in characters; under 1 it may be missing.
    weight: f32,
    /// Whether all that was typed between two spaces stands in the texts as it is.
    whole: bool,
}

/// A question as the texts and the thesaurus have it.
pub struct Question<'a> {
    units: &'a [UnitInfo],
    weights: Weights,
    /// By unit, characters of its source against the mean.
    lengths: Vec<f32>,
    words: Vec<Word>,
    /// Whether figures and letters of it were left unread: then nothing has all of it.
    unread: bool,
}

/// A unit that has words of a question, or words related to them.
pub struct RelatedUnit {
    /// The unit.
    pub unit: usize,
    /// Higher is better.
    pub score: f32,
    /// Whether it has all words, or a part.
    pub fit: Fit,
}

impl<'a> Question<'a> {
    /// Reads what is Chinese of plain words, where no engine will read the rest.
    pub fn read_alone(texts: &'a Texts<'_>, related: &RelatedWords, query: &Ast) -> Option<Self> {
        let Ast::Words(run) = query else { return None };
        let chars = fold::folded(run);
        let chunks = chars.split(|c| !is_han(*c)).filter(|chunk| !chunk.is_empty());
        let chunks: Vec<Vec<char>> = chunks.map(<[char]>::to_vec).collect();
        let length = chunks.iter().map(Vec::len).sum::<usize>();
        let fits = (1..=MOST_CHARACTERS_ALONE).contains(&length);
        fits.then(|| Self { unread: length < chars.len(), ..Self::of(&chunks, texts, related) })
    }

    /// Reads plain words; `None` where something is to be read that only the engine can.
    pub fn read(texts: &'a Texts<'_>, related: &RelatedWords, query: &Ast) -> Option<Self> {
        let Ast::Words(run) = query else { return None };
        let chunks: Vec<Vec<char>> = run.split_whitespace().map(fold::folded).collect();
        let chinese =
            |chunk: &Vec<char>| chunk.iter().all(|c| is_han(*c)) && chunk.first() != Some(&'第');
        if chunks.iter().map(Vec::len).sum::<usize>() > MOST_CHARACTERS
            || !chunks.iter().all(chinese)
        {
            return None;
        }
        Some(Self::of(&chunks, texts, related))
    }

    fn of(chunks: &[Vec<char>], texts: &'a Texts<'_>, related: &RelatedWords) -> Self {
        let mut question = Self {
            units: texts.units(),
            weights: Weights::default(),
            lengths: lengths(texts),
            words: Vec::new(),
            unread: false,
        };
        for chunk in chunks {
            question.chunk(chunk, texts, related);
        }
        question
    }

    /// Reads a stretch without white space.
    fn chunk(&mut self, chars: &[char], texts: &Texts<'_>, related: &RelatedWords) {
        let known: Vec<usize> = (0..chars.len()).map(|at| longest(texts, &chars[at..])).collect();
        if known.first() == Some(&chars.len()) {
            self.word(chars, true, texts, related);
            return;
        }
        let weights = &self.weights.segmentation;
        for Segment { start, length, kind } in
            cut(chars, &known, &related.everyday, "", weights, std::iter::empty())
        {
            if kind == SegmentKind::Known {
                self.word(&chars[start..start + length], false, texts, related);
            }
        }
    }

    fn word(&mut self, chars: &[char], whole: bool, texts: &Texts<'_>, related: &RelatedWords) {
        let number = self.words.len() as u16;
        let find = |text: &str, related: Option<String>| {
            let needle = Needle::new(text);
            let places: Vec<_> =
                texts.all_streams().map(|unit| unit.places(&needle, number)).collect();
            places.iter().any(|own| !own.is_empty()).then_some(Alternative { related, places })
        };
        let asked: String = chars.iter().collect();
        let terms = related.everyday.related(chars).into_iter().map(|entry| &related.terms[entry]);
        let alternatives = find(&asked, None)
            .into_iter()
            .chain(terms.filter_map(|term| find(term, Some(term.clone()))))
            .collect();
        let weight =
            if whole || chars.len() > 1 { chars.len() as f32 } else { self.weights.clauses.single };
        self.words.push(Word { asked, alternatives, weight, whole });
    }

    /// The units found, best first: those that have all words, and those that come near where
    /// enough of the question is known.
    pub fn found(&self) -> Vec<RelatedUnit> {
        let mut found = self.fitting();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.unit.cmp(&b.unit)));
        let listing = &self.weights.listing;
        let answered = found.iter().any(|own| own.fit != Fit::Partial);
        if !answered && self.share_known(&found) < listing.answer {
            return Vec::new();
        }
        let best = found.first().map_or(0.0, |own| own.score);
        let share = if answered { listing.near_answer } else { listing.near };
        found.retain(|own| own.fit != Fit::Partial || own.score >= share * best);
        found
    }

    /// All units that have a word of the question, or one related to it, in their order.
    pub fn fitting(&self) -> Vec<RelatedUnit> {
        let scores = self.scores();
        (0..self.units.len()).filter_map(|unit| self.fits(unit, scores[unit])).collect()
    }

    fn fits(&self, unit: usize, score: f32) -> Option<RelatedUnit> {
        let had = |word: &&Word| word.alternatives.iter().any(|own| !own.places[unit].is_empty());
        let share = |word: &Word| word.weight.max(1.0);
        let all: f32 = self.words.iter().map(share).sum();
        let own: f32 = self.words.iter().filter(had).map(share).sum();
        let mut needed = self.words.iter().filter(|word| word.weight >= 1.0);
        if score <= 0.0 || !needed.clone().any(|word| had(&word)) {
            return None;
        }
        let ranking = &self.weights.ranking;
        let complete = needed.all(|word| had(&word)) && own >= ranking.enough * all;
        let typed = |word: &Word| {
            word.whole
                && word
                    .alternatives
                    .iter()
                    .any(|a| a.related.is_none() && !a.places[unit].is_empty())
        };
        let (fit, share) = match complete && !self.unread {
            true if self.words.iter().all(typed) => (Fit::Exact, 1.0),
            true => (Fit::Related, 1.0),
            false => (Fit::Partial, ranking.partial),
        };
        let heading = if self.units[unit].is_provision() { 1.0 } else { ranking.heading_unit };
        Some(RelatedUnit { unit, score: score * share * heading, fit })
    }

    /// How much of the question, weighed by its information, the best of the first units has.
    fn share_known(&self, found: &[RelatedUnit]) -> f32 {
        let words = || self.words.iter().filter(|word| word.weight >= 1.0);
        let worth = |word: &Word| word.weight * self.information(word);
        let had = |unit: usize| -> f32 {
            let own = |word: &&Word| word.alternatives.iter().any(|a| !a.places[unit].is_empty());
            words().filter(own).map(worth).sum()
        };
        let all: f32 = words().map(worth).sum();
        let best = found.iter().take(3).map(|own| had(own.unit)).fold(0.0, f32::max);
        best / all.max(f32::MIN_POSITIVE)
    }

    fn scores(&self) -> Vec<f32> {
        let ranking = &self.weights.ranking;
        let mut scores = vec![0.0; self.units.len()];
        for word in &self.words {
            let mut best = vec![0.0f32; self.units.len()];
            for alternative in &word.alternatives {
                let segment = alternative.related.is_none() && !word.whole;
                let base = if segment { ranking.segment } else { ranking.clause };
                let factor =
                    if alternative.related.is_some() { self.weights.matches.synonym } else { 1.0 };
                let found = alternative.places.iter().filter(|own| !own.is_empty()).count();
                let weight = base
                    * factor
                    * word.weight.sqrt()
                    * inverse_document_frequency(found, self.units.len());
                for (unit, places) in alternative.places.iter().enumerate() {
                    let own = saturated(places.len() as f32, self.lengths[unit], ranking);
                    best[unit] = best[unit].max(weight * own);
                }
            }
            scores.iter_mut().zip(best).for_each(|(score, best)| *score += best);
        }
        scores
    }

    fn information(&self, word: &Word) -> f32 {
        let had = |own: &Alternative| own.places.iter().filter(|places| !places.is_empty()).count();
        let found = word.alternatives.iter().map(had).max().unwrap_or(0);
        inverse_document_frequency(found, self.units.len())
    }

    /// What each word weighs, for the choice of sentences.
    pub fn word_weights(&self) -> Vec<f32> {
        self.words.iter().map(|word| word.weight.max(1.0) * self.information(word)).collect()
    }

    /// The marks in a unit.
    pub fn marks(&self, unit: usize) -> Vec<Mark> {
        let needed = self.words.iter().filter(|word| word.weight >= 1.0);
        let places = needed.flat_map(|word| &word.alternatives).flat_map(|own| &own.places[unit]);
        places.flatten().copied().collect()
    }

    /// Why the unit was found.
    pub fn reasons(&self, unit: usize) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for word in &self.words {
            for own in word.alternatives.iter().filter(|own| !own.places[unit].is_empty()) {
                let reason = match &own.related {
                    None => Reason::Words,
                    Some(found) => {
                        Reason::Related { asked: word.asked.clone(), found: found.clone() }
                    }
                };
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        reasons
    }

    /// Which related words were searched as well.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        for word in &self.words {
            let related: Vec<String> =
                word.alternatives.iter().filter_map(|own| own.related.clone()).collect();
            if !related.is_empty() {
                notices.push(Notice::AlsoSearched { asked: word.asked.clone(), related });
            }
        }
        notices
    }
}
