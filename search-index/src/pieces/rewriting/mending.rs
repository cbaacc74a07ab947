//! Characters that fit nowhere, replaced by such that sound alike.

use std::ops::Range;

use corpus::text::is_han;

use super::{Known, Rewriter, Writing};
use crate::lexicon::variants::Lookup;
use crate::pieces::forms::STEPS;
use crate::pieces::sounds::{Slot, sounding_like};
use crate::pieces::terms::is_asking;
use crate::text::quantities;

/// What sounds like a mistyped word must be a common one: in a large library nearly every row of
/// syllables stands somewhere.
const LEAST_MENDED: f32 = 6.0 * STEPS;
/// The worth of an everyday word of the thesaurus that sounds like what was typed.
const EVERYDAY: f32 = 5.0 * STEPS;
/// Longer stretches are not looked through for mistyped characters: in a question, neighbours that
/// stand beside each other nowhere are usual.
const LONGEST: usize = 8;
/// A query of more words is not looked through either: each pair of characters may cost a piece.
const MOST_CHUNKS: usize = 4;
/// At most so many mistyped characters in a stretch.
const MOST_MENDED: usize = 3;

impl<'k, K: Known> Rewriter<'k, K> {
    /// The stretch with characters that fit nowhere replaced by such that sound alike, so that words
    /// of the texts or of the thesaurus result.
    pub(super) fn mended(&mut self, mut chars: Vec<char>) -> Vec<char> {
        let short = chars.len() <= LONGEST && self.chunks <= MOST_CHUNKS;
        let most = if short { MOST_MENDED } else { 0 };
        for _ in 0..most {
            let wrong = self.fitting_nowhere(&chars);
            if wrong.is_empty() {
                break;
            }
            let Some(lookup) = self.there(self.known.lookup()) else { break };
            let candidates = wrong.iter().flat_map(|at| self.alike(lookup, &chars, *at));
            let best = candidates.max_by(|a, b| a.worth.total_cmp(&b.worth).then(b.at.cmp(&a.at)));
            let Some(Candidate { at, right, word, .. }) = best else { break };
            let told = |chars: &[char]| chars.get(word.clone()).map(|own| own.iter().collect());
            let asked: Option<String> = told(&chars);
            chars[at] = right;
            let found: Option<String> = told(&chars);
            self.change(&asked.unwrap_or_default(), &found.unwrap_or_default(), Writing::Spelling);
        }
        chars
    }

    /// The characters that no text has beside the ones that they stand beside here, and that are no
    /// part of an everyday word or of words that ask.
    fn fitting_nowhere(&self, chars: &[char]) -> Vec<usize> {
        let mut asks = is_asking(chars);
        // A number has no slips of the ear, and stands beside anything: 十亿 is not 十一.
        for quantity in quantities::in_chars(chars) {
            asks[quantity.start..quantity.end].fill(true);
        }
        let fits: Vec<bool> = chars
            .array_windows()
            .zip(asks.windows(2))
            .map(|([a, b], asks)| {
                let han = is_han(*a) && is_han(*b);
                !han || asks.contains(&true)
                    || !self.is_absent(&[*a, *b].iter().collect::<String>())
            })
            .collect();
        let mut known = vec![false; chars.len()];
        for (at, _) in chars.iter().enumerate() {
            let length = self.related.map_or(0, |related| related.longest(&chars[at..]));
            known[at..(at + length).min(chars.len())].fill(true);
        }
        let beside = |at: usize| [at.checked_sub(1), Some(at)].into_iter().flatten();
        let wrong = |at: &usize| {
            let mut pairs = beside(*at).filter_map(|pair| fits.get(pair));
            let alone = fits.is_empty();
            is_han(chars[*at]) && !known[*at] && !alone && !pairs.any(|fits| *fits)
        };
        (0..chars.len()).filter(wrong).collect()
    }

    /// The characters that may stand there instead.
    fn alike(&self, lookup: &'k Lookup, chars: &[char], at: usize) -> Vec<Candidate> {
        let pairs = [at.checked_sub(1), Some(at)].into_iter().flatten();
        let pairs = pairs.filter(|first| first + 2 <= chars.len());
        let mut found: Vec<Candidate> = pairs
            .flat_map(|first| {
                let [one, other] = [first, first + 1].map(|at| Slot::Character(chars[at]));
                let forms = sounding_like(&one, &other, lookup, &|key| self.forms(key));
                forms.into_iter().filter_map(move |form| {
                    let text: Vec<char> = form.text.chars().collect();
                    let other = 1 - (at - first);
                    let kept = text.get(other) == chars.get(first + other);
                    let right = *text.get(at - first)?;
                    let worth = f32::from(form.worth);
                    let better = kept && right != chars[at] && worth >= LEAST_MENDED;
                    better.then_some(Candidate { worth, at, right, word: first..first + 2 })
                })
            })
            .collect();
        let everyday = self.related.and_then(|related| related.mended(lookup, chars, at));
        found.extend(everyday.map(|(right, word)| Candidate { worth: EVERYDAY, at, right, word }));
        found
    }
}

/// A character for one that was mistyped.
struct Candidate {
    /// How likely it is meant, as [`Form::worth`].
    worth: f32,
    /// The place of the mistyped one.
    at: usize,
    /// The character that sounds alike.
    right: char,
    /// The place of the word that results.
    word: Range<usize>,
}
