//! Completions while typing: headings, terms, numbers of measures, everyday words; in Chinese,
//! English, pinyin and initials.

use corpus::{Address, UnitRef};

use crate::index::engine::Engine;
use crate::lexicon::synonyms::SynonymEntry;
use crate::protocol::{Suggestion, SuggestionKind};
use crate::text::fold;

/// How well a text completes what was typed, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    /// At its beginning, or the number of a measure.
    Begins,
    /// The official term for the everyday word that was typed.
    Means,
    /// At the beginning of an everyday word.
    Everyday,
    /// Inside.
    Inside,
    /// Read as pinyin or initials.
    Sounds,
    /// An everyday word, read so.
    EverydaySounds,
}

/// At most this many everyday words, so that official ones keep their places.
const MOST_EVERYDAY: usize = 3;

/// The completions found.
struct Found<'e> {
    engine: &'e Engine,
    typed: Vec<char>,
    list: Vec<(Quality, usize, Suggestion)>,
}

/// The best completions of what is being typed.
pub fn suggest(engine: &Engine, prefix: &str, english: bool, limit: usize) -> Vec<Suggestion> {
    let typed: Vec<char> = fold::folded(&prefix.chars().take(40).collect::<String>());
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found = Found { engine, typed, list: Vec::new() };
    found.units();
    for term in &engine.library.terms {
        for form in term.zh.iter().take(1).chain(term.en.iter().take(1)) {
            found.text(form, SuggestionKind::Term, None);
        }
    }
    for entry in &engine.synonyms.entries {
        found.entry(entry);
    }
    let foreign = |text: &str| text.chars().any(corpus::text::is_han) == english;
    let mut list = found.list;
    list.sort_by_key(|(quality, length, suggestion)| {
        (*quality, foreign(&suggestion.text), *length)
    });
    let mut everyday = 0;
    list.retain(|(quality, ..)| {
        let own = matches!(quality, Quality::Everyday | Quality::EverydaySounds);
        everyday += usize::from(own);
        !own || everyday <= MOST_EVERYDAY
    });
    list.into_iter().take(limit).map(|(.., suggestion)| suggestion).collect()
}

impl Found<'_> {
    fn add(&mut self, quality: Quality, text: &str, kind: SuggestionKind, at: Option<Address>) {
        let known = self.list.iter_mut().find(|(.., other)| other.text == text);
        if let Some((old, ..)) = known {
            *old = quality.min(*old);
        } else {
            let suggestion = Suggestion { text: text.to_owned(), kind, at };
            self.list.push((quality, text.chars().count(), suggestion));
        }
    }

    fn text(&mut self, text: &str, kind: SuggestionKind, at: Option<Address>) {
        if let Some(quality) = self.quality(text) {
            self.add(quality, text, kind, at);
        }
    }

    fn units(&mut self) {
        let engine = self.engine;
        for unit in &engine.units {
            let at = || Some(unit.address(&engine.library, None));
            match unit.get(&engine.library) {
                UnitRef::Title(_) => {}
                UnitRef::Division(division) => {
                    self.text(&division.title.text, SuggestionKind::Title, at());
                }
                UnitRef::Provision(provision) => {
                    let typed = self.typed.iter().copied();
                    if provision.number.chars().eq(typed) && !provision.label.is_empty() {
                        let text = format!("{}{}", provision.label, provision.heading());
                        self.add(Quality::Begins, &text, SuggestionKind::Number, at());
                    }
                    self.text(provision.heading(), SuggestionKind::Title, at());
                }
            }
            let headings = unit.translation(&engine.library).into_iter().filter(|p| p.heading);
            for heading in headings.take(1) {
                self.text(heading.text.trim_end_matches('.'), SuggestionKind::Title, at());
            }
        }
    }

    /// An entry of the thesaurus: its term, an everyday word that is being typed, and the term
    /// for one that was typed whole.
    fn entry(&mut self, entry: &SynonymEntry) {
        let mut own: Vec<(Quality, &str)> = Vec::new();
        own.extend(self.quality(&entry.term).map(|quality| (quality, entry.term.as_str())));
        for (words, term, common) in [
            (&entry.everyday, &entry.term, entry.common[0]),
            (&entry.english_words, &entry.english_term, entry.common[1]),
        ] {
            // A word with a gap is not one that anybody would choose.
            let whole = |word: &String| word.is_ascii() || !word.contains(' ');
            for (index, word) in words.iter().enumerate() {
                if !self.may_begin(word) || !whole(word) {
                    continue;
                }
                let folded = fold::folded(word);
                if folded == self.typed {
                    own.push((Quality::Means, term));
                } else if index >= common {
                    // Rare words would take the place of those that most people mean.
                } else if folded.starts_with(&self.typed) {
                    own.push((Quality::Everyday, word));
                } else if self.is_sound(&folded) {
                    own.push((Quality::EverydaySounds, word));
                }
            }
        }
        // Some terms wait for texts that have them.
        if !own.is_empty() && !self.engine.exact(&entry.phrase).is_empty() {
            for (quality, text) in own {
                self.add(quality, text, SuggestionKind::Term, None);
            }
        }
    }

    /// Whether the text's first character allows for it, which spares folding most words.
    fn may_begin(&self, text: &str) -> bool {
        let first = text.chars().next().map(fold::fold);
        let letter = self.typed.first().filter(|c| c.is_ascii_alphabetic());
        first == self.typed.first().copied()
            || first.is_some_and(|c| {
                let sound = |syllable: &str| syllable.chars().next().as_ref() == letter;
                letter.is_some() && self.engine.lookup.sounds(c).any(sound)
            })
    }

    fn quality(&self, text: &str) -> Option<Quality> {
        let own = fold::folded(text);
        let typed = &self.typed;
        if own.starts_with(typed) {
            return Some(Quality::Begins);
        }
        if own.windows(typed.len()).any(|window| window == typed) {
            let enough = typed.len() > 2 || !typed.iter().all(char::is_ascii_alphabetic);
            return enough.then_some(Quality::Inside);
        }
        self.is_sound(&own).then_some(Quality::Sounds)
    }

    fn is_sound(&self, chars: &[char]) -> bool {
        let latin = self.typed.iter().all(char::is_ascii_alphabetic);
        latin && self.typed.len() > 1 && sounds(self.engine, &self.typed, chars)
    }
}

/// Whether the beginning of the characters is read so, each in full or by its initial.
fn sounds(engine: &Engine, typed: &[char], chars: &[char]) -> bool {
    let (Some(first), false) = (chars.first(), typed.is_empty()) else { return typed.is_empty() };
    engine.lookup.sounds(*first).any(|syllable| {
        // How many letters of the syllable are typed.
        let same = syllable.chars().zip(typed).take_while(|(a, b)| a == *b).count();
        let unfinished = same == typed.len();
        let full = same == syllable.len() && sounds(engine, &typed[same..], &chars[1..]);
        let initial = same > 0 && sounds(engine, &typed[1..], &chars[1..]);
        unfinished || full || initial
    })
}
