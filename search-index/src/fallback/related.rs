//! The thesaurus without the engine: what everyday words mean, and which of them may be typed so.

use std::ops::Range;

use crate::lexicon::everyday::EverydayWords;
use crate::lexicon::thesaurus::Thesaurus;
use crate::lexicon::variants::Lookup;

/// Everyday words with more characters are not looked for where one of them is wrong.
const LONGEST_MENDED: usize = 4;

/// What the thesaurus knows of Chinese words.
#[derive(Clone, Debug, Default)]
pub struct RelatedWords {
    /// By entry, the term as the texts have it.
    pub(super) terms: Vec<String>,
    pub(super) everyday: EverydayWords,
}

impl RelatedWords {
    /// Opens what the page gets.
    pub fn open(thesaurus: &Thesaurus) -> Self {
        let entries = thesaurus.entries();
        let everyday = EverydayWords::new(&entries);
        Self { terms: entries.into_iter().map(|entry| entry.term).collect(), everyday }
    }

    /// The official terms for all everyday words that stand in the folded characters.
    pub fn meant_in(&self, chars: &[char]) -> impl Iterator<Item = &str> {
        let starts = (0..chars.len()).map(|start| &chars[start..]);
        let words = starts.flat_map(|rest| self.everyday.beginning(rest));
        words.filter_map(|(word, _)| self.terms.get(word.entry)).map(String::as_str)
    }

    /// How many of the folded characters the longest everyday word takes that they begin with.
    pub fn longest(&self, chars: &[char]) -> usize {
        self.everyday.beginning(chars).map(|(_, length)| length).max().unwrap_or_default()
    }

    /// The first everyday word that may be typed so: each character as it is or in pinyin.
    pub fn read_as(&self, lookup: &Lookup, typed: &[char]) -> Option<String> {
        let words = self.everyday.read_as(lookup, typed);
        words.first().map(|word| word.iter().collect())
    }

    /// The character that makes an everyday word out of what stands around it, and sounds like the
    /// one that was typed; and where that word stands.
    pub fn mended(
        &self,
        lookup: &Lookup,
        chars: &[char],
        wrong: usize,
    ) -> Option<(char, Range<usize>)> {
        let starts = wrong.saturating_sub(LONGEST_MENDED - 1)..=wrong;
        let stretches =
            starts.flat_map(|start| (2..=LONGEST_MENDED).map(move |length| start..start + length));
        stretches.filter(|own| own.contains(&wrong)).find_map(|own| {
            let typed = chars.get(own.clone())?;
            let words = self.everyday.sounding_alike(lookup, typed, wrong - own.start);
            Some((*words.first()?.get(wrong - own.start)?, own))
        })
    }
}
