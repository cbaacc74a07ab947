//! Reads Latin letters and digits: quantities, numbers of measures, pinyin, initials, English with
//! its forms and typing errors.

use crate::index::postings::{IndexedText, at_distance};
use crate::interpret::clause::{Alternative, MatchKind, Pattern, counts};
use crate::interpret::interpreter::Interpreter;
use crate::lexicon::plain_language::PlainPattern;
use crate::lexicon::vocabulary::KnownWord;
use crate::protocol::Fit;
use crate::text::fold::Word;
use crate::text::occurrences::Needle;
use crate::text::quantities::{self, Quantity};
use crate::text::stem::stem;
use crate::text::stop_words;
use crate::text::stream::Phrase;

impl Interpreter<'_> {
    /// Reads words and numbers that follow each other. `alone`: nothing else is in the query.
    pub(crate) fn latin(&mut self, words: &[Word], alone: bool) {
        let mut before: Option<(String, usize)> = None;
        let mut at = 0;
        // Where the words stand in a text as they were typed, none of them means another one.
        self.verbatim = words.len() > 1
            && self.quoted_translation(&Needle::new(&text(words)), &text(words)).is_some();
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
            let only_fillers = words.iter().all(|word| stop_words::is_english(&word.text));
            if stop_words::is_english(word) && !only_fillers {
                at += 1;
                continue;
            }
            let subject = |word: &Word| {
                !stop_words::is_english(&word.text) && !stop_words::is_common_english(&word.text)
            };
            let weights = &self.engine.weights.clauses;
            let common = !subject(&words[at]) && words.iter().any(subject);
            let weight = if common { weights.english_common } else { weights.english_word };
            let stem = self.english(word, weight);
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
            quantities::in_english(&words[at..]).into_iter().next().filter(|q| q.start == 0)?;
        let taken = quantity.end;
        self.quantity(&quantity, &text(&words[at..at + taken]));
        Some(taken)
    }

    /// Everyday words of the thesaurus, the longest first.
    fn everyday(&mut self, words: &[Word], at: usize) -> Option<usize> {
        let stems: Vec<String> = words[at..].iter().map(|word| stem(&word.text)).collect();
        let entries = self.engine.synonyms.entries.iter();
        let longest = entries
            .flat_map(|entry| &entry.everyday_english)
            .filter(|phrase| stems.starts_with(phrase))
            .map(Vec::len)
            .max()?;
        let asked = text(&words[at..at + longest]);
        let phrase = &stems[..longest];
        let mut alternatives: Vec<Alternative> =
            self.translated(MatchKind::Words, 1.0, phrase, &asked);
        if !self.verbatim || longest == words.len() {
            alternatives.extend(self.meant(phrase, &asked));
        }
        if alternatives.is_empty() {
            return None;
        }
        self.push(&asked, alternatives, Fit::Exact, longest as f32);
        for one in phrase {
            let places = self.engine.store.places(IndexedText::Translation, one).to_vec();
            self.bag(
                IndexedText::Translation,
                places,
                1,
                self.engine.weights.ranking.english_single,
                Pattern::Stems(vec![one.clone()]),
            );
        }
        Some(longest)
    }

    /// What the thesaurus has for these stems.
    fn meant(&mut self, phrase: &[String], asked: &str) -> Vec<Alternative> {
        let mut related = Vec::new();
        for entry in &self.engine.synonyms.entries {
            if entry.everyday_english.iter().any(|other| other[..] == *phrase) {
                let places = self.engine.exact(&entry.phrase);
                if !places.is_empty() {
                    related.push(Alternative {
                        found: entry.term.clone(),
                        ..self.source(
                            MatchKind::Related,
                            self.engine.weights.matches.synonym,
                            &entry.phrase,
                            &places,
                        )
                    });
                }
                if entry.english[..] != *phrase {
                    let name = &entry.english_term;
                    related.extend(self.translated(
                        MatchKind::Related,
                        self.engine.weights.matches.synonym,
                        &entry.english,
                        name,
                    ));
                }
            }
        }
        // Told in the reader's language, where the translation has the term.
        let side = if related.iter().any(|r| r.side == IndexedText::Translation) {
            IndexedText::Translation
        } else {
            IndexedText::Source
        };
        let told: Vec<Alternative> = related.iter().filter(|r| r.side == side).cloned().collect();
        self.also(asked, &told);
        related
    }

    /// Where these stems follow each other in the translations.
    pub(crate) fn translated(
        &self,
        how: MatchKind,
        factor: f32,
        stems: &[String],
        found: &str,
    ) -> Vec<Alternative> {
        // What has no places in the index still takes one in the text.
        let mut own = stems.iter().zip(0u32..).filter(|(stem, _)| stop_words::is_indexed(stem));
        let Some((first, offset)) = own.next() else { return Vec::new() };
        let places = |stem: &str| self.engine.store.places(IndexedText::Translation, stem);
        let mut starts = places(first).to_vec();
        for (stem, distance) in own {
            starts = at_distance(&starts, &places(stem), i64::from(distance) - i64::from(offset));
        }
        let alternative = || Alternative {
            how,
            found: found.to_owned(),
            factor,
            side: IndexedText::Translation,
            counts: counts(
                self.engine,
                IndexedText::Translation,
                &starts,
                stems.len() as u32 - offset,
            ),
            starts: Vec::new(),
            pattern: Pattern::Stems(stems.to_vec()),
        };
        if starts.is_empty() { Vec::new() } else { vec![alternative()] }
    }

    /// One English word, or Latin letters of the source; returns the stem that was found.
    fn english(&mut self, word: &str, weight: f32) -> Option<String> {
        let mut own = stem(word);
        let mut alternatives =
            self.translated(MatchKind::Words, 1.0, std::slice::from_ref(&own), word);
        if alternatives.is_empty() && self.engine.knows_stem(word) {
            // The beginning of a word, such as `relaps`.
            word.clone_into(&mut own);
            alternatives = self.translated(MatchKind::Words, 1.0, std::slice::from_ref(&own), word);
        }
        if !stop_words::is_indexed(word) {
            // Looked up in the texts: the index does without.
            alternatives.extend(self.quoted_translation(&Needle::new(word), word));
        }
        let phrase = Phrase::typed(word);
        let places = self.engine.exact(&phrase);
        if phrase.chars.len() > 1 && !places.is_empty() {
            alternatives.push(self.source(MatchKind::Words, 1.0, &phrase, &places));
        }
        alternatives.extend(self.in_plain_language(word, PlainPattern::Stem(own.clone())));
        let mut found = (!alternatives.is_empty()).then_some(own);
        // A common word is no slip for a word of the texts.
        if alternatives.is_empty() && !stop_words::is_common_english(word) {
            (alternatives, found) = self.respelt(word);
        }
        self.push(word, alternatives, Fit::Exact, weight);
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
        let (mut alternatives, mut found, mut corrected) = (Vec::new(), None, None);
        for known in near {
            let stems: Vec<String> = known.iter().flat_map(|k| k.stems.clone()).collect();
            let name: Vec<&str> = known.iter().map(|k| k.word.as_str()).collect();
            let name = name.join(" ");
            let before = alternatives.len();
            alternatives.extend(self.translated(
                MatchKind::Spelling,
                self.engine.weights.matches.english_correction,
                &stems,
                &name,
            ));
            alternatives.extend(self.meant(&stems, &name));
            if alternatives.len() > before {
                found = found.or_else(|| stems.last().cloned());
                corrected = corrected.or(Some(name));
            }
        }
        self.corrected
            .extend(corrected.filter(|name| name != word).map(|name| (word.to_owned(), name)));
        (alternatives, found)
    }

    /// Two words that stand close together in the text as they do in the query.
    fn pair(&mut self, one: &str, other: &str, distance: usize) {
        let farthest = i64::try_from(distance).unwrap_or(0) + 1;
        let first = self.engine.store.places(IndexedText::Translation, one);
        let second = self.engine.store.places(IndexedText::Translation, other);
        let mut near: Vec<u32> =
            (1..=farthest).flat_map(|distance| at_distance(&first, &second, distance)).collect();
        near.sort_unstable();
        near.dedup();
        self.bag(
            IndexedText::Translation,
            near,
            1,
            self.engine.weights.ranking.english_pair,
            Pattern::Nothing,
        );
    }
}

/// The words as typed.
pub(crate) fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}
