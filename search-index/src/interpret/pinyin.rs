//! Reads pinyin: over several words, mixed with characters (`meng字标`), as initials, and as everyday
//! words of the thesaurus.

use crate::index::phrases::Element;
use crate::interpret::clause::{Alternative, MatchKind};
use crate::interpret::interpreter::Interpreter;
use crate::interpret::latin::text;
use crate::interpret::readings;
use crate::protocol::{Fit, Notice};
use crate::text::fold::Word;
use crate::text::stem::stem;
use crate::text::stop_words;

/// At most this many everyday words are meant by what may sound like many.
const MOST_SPOKEN: usize = 3;

impl Interpreter<'_> {
    /// Pinyin over as many words as possible: `gao biaozhun nongtian`; then initials: `gbznt`.
    pub(crate) fn pinyin(&mut self, words: &[Word], at: usize) -> Option<usize> {
        let known = |word: &Word| self.engine.knows_stem(&stem(&word.text));
        let cuts: Vec<Vec<Vec<Element>>> = words[at..]
            .iter()
            .take(12)
            .map(|word| readings::cuts(self.engine, &word.text, false))
            .take_while(|cuts| !cuts.is_empty())
            .collect();
        for taken in (1..=cuts.len()).rev() {
            let run = &words[at..at + taken];
            if run.iter().all(known) && taken < 3 {
                continue;
            }
            let mut patterns: Vec<Vec<Element>> = vec![Vec::new()];
            for cuts in &cuts[..taken] {
                patterns = patterns
                    .iter()
                    .flat_map(|before| cuts.iter().take(4).map(move |c| [&before[..], c].concat()))
                    .take(16)
                    .collect();
            }
            let least = if words.len() > 1 { 2 } else { 1 };
            let readings: Vec<readings::PinyinReading> = patterns
                .iter()
                .filter(|pattern| pattern.len() >= least)
                .flat_map(|pattern| readings::readings(self.engine, pattern, 3))
                .take(3)
                .collect();
            // What punctuation cuts in two is less likely meant than an everyday word.
            let joined = readings.iter().any(|reading| reading.joined);
            let letters: Vec<char> = run.iter().flat_map(|word| word.text.chars()).collect();
            if !joined && self.spoken(&text(run), &letters) {
                return Some(taken);
            }
            let found: Vec<Alternative> = readings
                .iter()
                .map(|r| {
                    self.source(
                        MatchKind::Pinyin,
                        self.engine.weights.matches.pinyin,
                        &r.text[..].into(),
                        &r.starts,
                    )
                })
                .collect();
            if !found.is_empty() {
                self.latin_reading(&text(run), found);
                return Some(taken);
            }
        }
        // `why` asks; it is no one's initials.
        let asks = words.len() > 1 && stop_words::is_english(&words[at].text);
        (!asks && self.initials(&words[at])).then_some(1)
    }

    fn initials(&mut self, word: &Word) -> bool {
        let vowels = word.text.contains(['a', 'e', 'i', 'o', 'u']);
        if self.engine.knows_stem(&stem(&word.text))
            || vowels && !self.engine.vocabulary().near(&word.text, 1).is_empty()
        {
            return false;
        }
        let Some(pattern) = readings::initials(self.engine, &word.text) else { return false };
        let found: Vec<Alternative> = readings::readings(self.engine, &pattern, 4)
            .into_iter()
            .zip(self.engine.weights.matches.initials)
            .map(|(r, f)| self.source(MatchKind::Pinyin, f, &r.text[..].into(), &r.starts))
            .collect();
        if found.is_empty() {
            return false;
        }
        self.latin_reading(&word.text, found);
        true
    }

    fn latin_reading(&mut self, asked: &str, found: Vec<Alternative>) {
        self.read_as(asked, &found);
        let weight = found[0].found.chars().count() as f32;
        self.push(asked, found, Fit::Exact, weight);
    }

    /// The stretch with its Latin letters read as pinyin: `meng字标`.
    pub(crate) fn with_pinyin(&self, chars: &[char]) -> Vec<Alternative> {
        let mut patterns: Vec<Vec<Element>> = vec![Vec::new()];
        let mut latin = false;
        for part in chars.chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic()) {
            let more: Vec<Vec<Element>> = if part[0].is_ascii_alphabetic() {
                latin = true;
                let word: String = part.iter().collect();
                readings::cuts(self.engine, &word, false).into_iter().take(3).collect()
            } else {
                vec![part.iter().map(|c| self.elements(*c)).collect()]
            };
            patterns = patterns
                .iter()
                .flat_map(|before| more.iter().map(move |more| [&before[..], more].concat()))
                .take(12)
                .collect();
        }
        if !latin {
            return Vec::new();
        }
        let readings = patterns.iter().flat_map(|p| readings::readings(self.engine, p, 3));
        let to_alternative = |r: readings::PinyinReading| {
            let factor = self.engine.weights.matches.pinyin;
            self.source(MatchKind::Pinyin, factor, &r.text[..].into(), &r.starts)
        };
        readings.take(3).map(to_alternative).collect()
    }

    /// Characters in pinyin, all or some of them, as everyday words: `yangjuan`, `羊juan`.
    pub(crate) fn spoken(&mut self, asked: &str, typed: &[char]) -> bool {
        if !typed.iter().any(char::is_ascii_alphabetic) {
            return false;
        }
        let words = self.engine.synonyms.everyday.read_as(&self.engine.lookup, typed);
        let mut alternatives: Vec<Alternative> = Vec::new();
        let mut read = Vec::new();
        for word in words.iter().take(MOST_SPOKEN) {
            let told: String = word.iter().collect();
            let related = self.related(&told, word);
            if !related.is_empty() {
                read.push(told);
            }
            alternatives.extend(related);
        }
        if alternatives.is_empty() {
            return false;
        }
        self.notices.push(Notice::ReadAs { asked: asked.to_owned(), readings: read });
        for alternative in &alternatives {
            self.pairs(
                &crate::text::fold::folded(&alternative.found),
                self.engine.weights.matches.synonym,
            );
        }
        self.push(asked, alternatives, Fit::Exact, words[0].len() as f32);
        true
    }
}
