//! Reads Latin letters and digits: quantities, numbers of measures, pinyin, initials, English with
//! its forms and typing errors.

use crate::clause::{Alternative, How, Pattern, counts};
use crate::exact::Needle;
use crate::fold::Word;
use crate::number::{self, Quantity};
use crate::pattern::exact;
use crate::plain::PlainPattern;
use crate::protocol::Fit;
use crate::reader::Reader;
use crate::spelling::KnownWord;
use crate::stem::stem;
use crate::store::{Side, at_distance};

/// English words that say nothing about what is looked for.
const FILLERS: &str = "a an the of for to in on at by with and or is are was were be been do does did how \
    what who whom which when where why can could will would shall should may might must i you he she we they \
    it my your our their this that these those there from as any some about into if not no yes has have had \
    s get me us last next now";

/// The most frequent of them, a third of all places in English: the index does without.
const UNINDEXED: &str =
    "a an the of for to in on at by with and or is are was were be been as from that this";

/// Whether the index has places of the word.
pub(crate) fn is_indexed(word: &str) -> bool {
    !UNINDEXED.split(' ').any(|own| own == word)
}

const MENDED: f32 = 0.75;
const RELATED: f32 = 0.75;
/// Worth of two English words next to each other in ranking.
const PAIR: f32 = 1.2;

impl Reader<'_> {
    /// Reads words and numbers that follow each other. `alone`: nothing else is in the query.
    pub(crate) fn latin(&mut self, words: &[Word], alone: bool) {
        let mut before: Option<(String, usize)> = None;
        let mut at = 0;
        while at < words.len() {
            let taken = self
                .numbered(words, at, alone)
                .or_else(|| self.date(words, at))
                .or_else(|| self.amount(words, at))
                .or_else(|| self.everyday(words, at))
                .or_else(|| self.pinyin(words, at));
            if let Some(taken) = taken {
                at += taken;
                before = None;
                continue;
            }
            let word = words[at].text.as_str();
            let only_fillers = words.iter().all(|word| is_filler(&word.text));
            if is_filler(word) && !only_fillers {
                at += 1;
                continue;
            }
            let stem = self.english(word);
            if let (Some(stem), Some((other, place))) = (&stem, &before) {
                self.pair(other, stem, at - place);
            }
            before = stem.map(|stem| (stem, at));
            at += 1;
        }
    }

    /// A quantity: `10 million mu`.
    fn amount(&mut self, words: &[Word], at: usize) -> Option<usize> {
        let quantity: Quantity =
            number::in_english(&words[at..]).into_iter().next().filter(|q| q.start == 0)?;
        let taken = quantity.end;
        self.quantity(&quantity, &text(&words[at..at + taken]));
        Some(taken)
    }

    /// Everyday words of the thesaurus, the longest first.
    fn everyday(&mut self, words: &[Word], at: usize) -> Option<usize> {
        let stems: Vec<String> = words[at..].iter().map(|word| stem(&word.text)).collect();
        let entries = self.engine.thesaurus.iter();
        let longest = entries
            .flat_map(|entry| &entry.everyday_english)
            .filter(|phrase| stems.starts_with(phrase))
            .map(Vec::len)
            .max()?;
        let asked = text(&words[at..at + longest]);
        let phrase = &stems[..longest];
        let mut alternatives: Vec<Alternative> = self.translated(How::Words, 1.0, phrase, &asked);
        alternatives.extend(self.meant(phrase, &asked));
        if alternatives.is_empty() {
            return None;
        }
        self.push(&asked, alternatives, Fit::Exact, longest as f32);
        for one in phrase {
            let places = self.engine.store.places(Side::Translation, one).to_vec();
            self.bag(Side::Translation, places, 1, 0.6, Pattern::Stems(vec![one.clone()]));
        }
        Some(longest)
    }

    /// What the thesaurus has for these stems.
    fn meant(&mut self, phrase: &[String], asked: &str) -> Vec<Alternative> {
        let mut related = Vec::new();
        for entry in &self.engine.thesaurus {
            if entry.everyday_english.iter().any(|other| other[..] == *phrase) {
                let places = exact(&self.engine.store, &entry.folded);
                if !places.is_empty() {
                    related.push(Alternative {
                        found: entry.term.clone(),
                        ..self.source(How::Related, RELATED, &entry.folded, &places)
                    });
                }
                if entry.english[..] != *phrase {
                    let name = &entry.english_term;
                    related.extend(self.translated(How::Related, RELATED, &entry.english, name));
                }
            }
        }
        // Told in the reader's language, where the translation has the term.
        let side = if related.iter().any(|r| r.side == Side::Translation) {
            Side::Translation
        } else {
            Side::Source
        };
        let told: Vec<Alternative> = related.iter().filter(|r| r.side == side).cloned().collect();
        self.also(asked, &told);
        related
    }

    /// Where these stems follow each other in the translations.
    pub(crate) fn translated(
        &self,
        how: How,
        factor: f32,
        stems: &[String],
        found: &str,
    ) -> Vec<Alternative> {
        // What has no places in the index still takes one in the text.
        let mut own = stems.iter().zip(0u32..).filter(|(stem, _)| is_indexed(stem));
        let Some((first, offset)) = own.next() else { return Vec::new() };
        let places = |stem: &str| self.engine.store.places(Side::Translation, stem);
        let mut starts = places(first).to_vec();
        for (stem, distance) in own {
            starts = at_distance(&starts, &places(stem), i64::from(distance) - i64::from(offset));
        }
        let alternative = || Alternative {
            how,
            found: found.to_owned(),
            factor,
            side: Side::Translation,
            counts: counts(self.engine, Side::Translation, &starts, stems.len() as u32 - offset),
            pattern: Pattern::Stems(stems.to_vec()),
        };
        if starts.is_empty() { Vec::new() } else { vec![alternative()] }
    }

    /// One English word, or Latin letters of the source; returns the stem that was found.
    fn english(&mut self, word: &str) -> Option<String> {
        let mut own = stem(word);
        let mut alternatives = self.translated(How::Words, 1.0, std::slice::from_ref(&own), word);
        if alternatives.is_empty() && self.engine.knows_stem(word) {
            // The beginning of a word, such as `relaps`.
            word.clone_into(&mut own);
            alternatives = self.translated(How::Words, 1.0, std::slice::from_ref(&own), word);
        }
        if !is_indexed(word) {
            // Looked up in the texts: the index does without.
            alternatives.extend(self.quoted_translation(&Needle::new(word), word));
        }
        let chars: Vec<char> = word.chars().collect();
        let places = exact(&self.engine.store, &chars);
        if chars.len() > 1 && !places.is_empty() {
            alternatives.push(self.source(How::Words, 1.0, &chars, &places));
        }
        alternatives.extend(self.plain(word, PlainPattern::Stem(own.clone())));
        let mut found = (!alternatives.is_empty()).then_some(own);
        if alternatives.is_empty() {
            (alternatives, found) = self.respelt(word);
        }
        self.push(word, alternatives, Fit::Exact, 1.5);
        found
    }

    /// What a word with a typing error may mean, and the stem of the likeliest.
    fn respelt(&mut self, word: &str) -> (Vec<Alternative>, Option<String>) {
        let vocabulary = self.engine.vocabulary();
        let mut near: Vec<Vec<&KnownWord>> =
            vocabulary.near(word, 3).into_iter().map(|known| vec![known]).collect();
        near.extend(vocabulary.get(word).map(|known| vec![known]));
        if near.is_empty() {
            near.extend(vocabulary.split(word).map(Vec::from));
        }
        let (mut alternatives, mut found, mut mended) = (Vec::new(), None, None);
        for known in near {
            let stems: Vec<String> = known.iter().flat_map(|k| k.stems.clone()).collect();
            let name: Vec<&str> = known.iter().map(|k| k.word.as_str()).collect();
            let name = name.join(" ");
            let before = alternatives.len();
            alternatives.extend(self.translated(How::Spelling, MENDED, &stems, &name));
            alternatives.extend(self.meant(&stems, &name));
            if alternatives.len() > before {
                found = found.or_else(|| stems.last().cloned());
                mended = mended.or(Some(name));
            }
        }
        self.mended.extend(mended.filter(|name| name != word).map(|name| (word.to_owned(), name)));
        (alternatives, found)
    }

    /// Two words that stand close together in the text as they do in the query.
    fn pair(&mut self, one: &str, other: &str, distance: usize) {
        let farthest = i64::try_from(distance).unwrap_or(0) + 1;
        let first = self.engine.store.places(Side::Translation, one);
        let second = self.engine.store.places(Side::Translation, other);
        let mut near: Vec<u32> =
            (1..=farthest).flat_map(|distance| at_distance(&first, &second, distance)).collect();
        near.sort_unstable();
        near.dedup();
        self.bag(Side::Translation, near, 1, PAIR, Pattern::Nothing);
    }
}

/// Whether the word says nothing about what is looked for.
pub(crate) fn is_filler(word: &str) -> bool {
    FILLERS.split_whitespace().any(|filler| filler == word)
}

/// The words as typed.
pub(crate) fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}
