//! Everyday Chinese words of the thesaurus: as they begin a stretch of a query, with gaps; as they
//! sound, with a typing error or in pinyin.

use crate::lexicon::thesaurus::Related;
use crate::lexicon::variants::Lookup;
use crate::text::fold;

/// Stands for a gap in an everyday word: `房子 塌` is in 房子快塌了 too.
const GAP: char = ' ';
/// As many characters may stand in a gap.
const WIDEST_GAP: usize = 4;

/// An everyday word of the thesaurus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everyday {
    /// Folded, its gaps kept.
    word: Vec<char>,
    /// The entry that it stands in.
    pub entry: usize,
}

impl Everyday {
    /// Folds a word of an entry.
    pub fn new(text: &str, entry: usize) -> Self {
        let parts: Vec<Vec<char>> = text.split_whitespace().map(fold::folded).collect();
        Self { word: parts.join(&GAP), entry }
    }

    /// Its first character.
    pub fn first(&self) -> Option<char> {
        self.word.first().copied()
    }

    /// How many characters of its own it has.
    pub fn own(&self) -> usize {
        self.word.iter().filter(|c| **c != GAP).count()
    }

    /// How many of the characters it takes, where they begin with it.
    fn length_in(&self, chars: &[char]) -> Option<usize> {
        let mut end = 0;
        for (at, part) in self.word.split(|c| *c == GAP).enumerate() {
            let widest = if at == 0 { 0 } else { WIDEST_GAP };
            let fits =
                |gap: &usize| chars.get(end + gap..).is_some_and(|rest| rest.starts_with(part));
            end += (0..=widest).find(fits)? + part.len();
        }
        Some(end)
    }
}

/// The everyday Chinese words of all entries.
#[derive(Clone, Debug, Default)]
pub struct EverydayWords {
    words: Vec<Everyday>,
    /// Their first characters with their indices, sorted.
    begun: Vec<(u32, usize)>,
}

impl EverydayWords {
    /// Folds the words of the entries.
    pub fn new(entries: &[Related]) -> Self {
        let words_of = |(entry, related): (usize, &Related)| {
            related.everyday.iter().map(|text| Everyday::new(text, entry)).collect::<Vec<_>>()
        };
        let words: Vec<Everyday> = entries.iter().enumerate().flat_map(words_of).collect();
        let first = |(word, at): (&Everyday, usize)| Some((word.first()? as u32, at));
        let mut begun: Vec<(u32, usize)> = words.iter().zip(0..).filter_map(first).collect();
        begun.sort_unstable();
        Self { words, begun }
    }

    /// The everyday words that begin with the same character.
    fn begun(&self, chars: &[char]) -> impl Iterator<Item = &Everyday> {
        let first = chars.first().map_or(0, |c| *c as u32);
        let from = self.begun.partition_point(|(known, _)| *known < first);
        let same = self.begun[from..].iter().take_while(move |(known, _)| *known == first);
        same.map(|(_, at)| &self.words[*at])
    }

    /// The everyday words that the characters begin with, and how many characters each takes.
    pub fn beginning(&self, chars: &[char]) -> impl Iterator<Item = (&Everyday, usize)> {
        self.begun(chars).filter_map(|known| Some((known, known.length_in(chars)?)))
    }

    /// The entries that have just this everyday word.
    pub fn related(&self, word: &[char]) -> Vec<usize> {
        let mut entries: Vec<usize> = Vec::new();
        for (everyday, length) in self.beginning(word) {
            if length == word.len() && !entries.contains(&everyday.entry) {
                entries.push(everyday.entry);
            }
        }
        entries
    }

    /// The everyday words that the characters sound like, but for one of them are.
    pub fn sounding_alike(&self, lookup: &Lookup, chars: &[char], wrong: usize) -> Vec<Vec<char>> {
        let mut found: Vec<Vec<char>> = Vec::new();
        let mut look = |known: &Everyday| {
            if known.word.len() == chars.len()
                && (0..chars.len()).all(|at| at == wrong || known.word[at] == chars[at])
                && lookup.alike(known.word[wrong], chars[wrong])
                && !found.contains(&known.word)
            {
                found.push(known.word.clone());
            }
        };
        if wrong > 0 {
            self.begun(chars).for_each(&mut look);
        } else {
            self.words.iter().for_each(&mut look);
        }
        found
    }

    /// The everyday words that may be typed so: each character as it is or in pinyin.
    pub fn read_as(&self, lookup: &Lookup, typed: &[char]) -> Vec<Vec<char>> {
        let mut found: Vec<Vec<char>> = Vec::new();
        for known in &self.words {
            if !found.contains(&known.word) && is_read(lookup, typed, &known.word) {
                found.push(known.word.clone());
            }
        }
        found
    }
}

/// Whether the characters are typed so, each as it is or by one of its syllables.
fn is_read(lookup: &Lookup, typed: &[char], chars: &[char]) -> bool {
    let (Some(first), Some(next)) = (chars.first(), typed.first()) else {
        return typed.is_empty() && chars.is_empty();
    };
    let rest = &chars[1..];
    if first == next {
        return is_read(lookup, &typed[1..], rest);
    }
    next.is_ascii_alphabetic()
        && lookup.sounds(*first).any(|syllable| {
            let length = syllable.len();
            length > 0
                && typed.len() >= length
                && syllable.chars().eq(typed[..length].iter().copied())
                && is_read(lookup, &typed[length..], rest)
        })
}
