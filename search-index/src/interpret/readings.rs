//! Pinyin and initials as patterns of characters: `gaobiaozhun` is cut into syllables that the
//! texts have, each syllable stands for all characters that are read so.

use crate::index::engine::Engine;
use crate::index::phrases::{Element, exact, starts};
use crate::index::postings::IndexedText;
use crate::lexicon::syllables;

/// What a stretch of pinyin may mean: Chinese characters of the texts.
#[derive(Clone, Debug, PartialEq)]
pub struct PinyinReading {
    /// The characters.
    pub text: Vec<char>,
    /// Where they stand.
    pub starts: Vec<u32>,
    /// Whether they are printed somewhere without anything between them.
    pub joined: bool,
    /// How likely they are meant, in logarithms; comparable within one stretch.
    worth: f32,
}

/// At most this many places of a reading are looked at to find out what stands beside it.
const LOOKED_AT: usize = 4;
/// At most this many places are looked at to find out what stands there.
const MOST_PLACES: usize = 3000;

/// The ways to cut a folded Latin word into syllables, as patterns; those with fewer syllables
/// first. The last syllable may be unfinished when `open`.
pub fn cuts(engine: &Engine, word: &str, open: bool) -> Vec<Vec<Element>> {
    let plain: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    let found = syllables::cuts(&engine.lookup, &plain, open);
    let element = |(syllable, last): (&&str, bool)| {
        let whole = |other: &str| other == *syllable || *syllable == "lu" && other == "lv";
        let start = |other: &str| other.starts_with(*syllable);
        let known = engine.lookup.is_syllable(syllable);
        Element::Of(if last && !known {
            engine.lookup.read_as(start)
        } else {
            engine.lookup.read_as(whole)
        })
    };
    let pattern = |cut: &Vec<&str>| {
        let last = cut.len().saturating_sub(1);
        cut.iter()
            .enumerate()
            .map(|(at, syllable)| element((syllable, open && at == last)))
            .collect()
    };
    found.iter().map(pattern).collect()
}

/// One pattern for the letters of a word as initials of syllables.
pub fn initials(engine: &Engine, word: &str) -> Option<Vec<Element>> {
    let fits = word.len() >= 3 && word.len() <= 12 && word.bytes().all(|b| b.is_ascii_lowercase());
    fits.then(|| {
        let of = |letter: char| Element::Of(engine.lookup.read_as(|s| s.starts_with(letter)));
        word.chars().map(of).collect()
    })
}

/// What stands in the texts where the pattern matches, the likeliest first.
pub fn readings(engine: &Engine, pattern: &[Element], most: usize) -> Vec<PinyinReading> {
    let mut found: Vec<PinyinReading> = Vec::new();
    for start in starts(&engine.store, pattern).into_iter().take(MOST_PLACES) {
        // What punctuation cuts in two is hardly one word.
        let (text, joined) = engine.text_at(start, pattern.len());
        let worth = if joined { 1.0 } else { engine.weights.matches.separated_reading };
        match found.iter_mut().find(|reading| reading.text == text) {
            Some(reading) => {
                reading.starts.push(start);
                reading.joined |= joined;
                reading.worth += worth;
            }
            None => found.push(PinyinReading { text, starts: vec![start], joined, worth }),
        }
    }
    for reading in &mut found {
        reading.worth =
            reading.worth.ln() + cohesion(engine, &reading.text) + fame(engine, &reading.text)
                - straddling(engine, reading);
    }
    found.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let best = found.first().map_or(0.0, |first| first.worth);
    found.retain(|reading| reading.worth > best - engine.weights.matches.reading_range);
    found.truncate(most);
    found
}

/// Mean pointwise mutual information of neighbouring characters: how much they belong together.
/// Discounted where little is known (Pantel and Lin, "Discovering word senses from text", 2002):
/// two rare characters that meet once would else look like the surest of words.
fn cohesion(engine: &Engine, text: &[char]) -> f32 {
    let count = |text: &[char]| exact(&engine.store, text).len() as f32;
    let all = engine.store.base(IndexedText::Source, engine.store.docs().len()) as f32;
    let pairs = text.windows(2).map(|two| {
        let (both, one, other) = (count(two), count(&two[..1]), count(&two[1..]));
        let information = (both * all / (one * other).max(1.0)).max(1e-3).ln();
        let least = one.min(other);
        information * both / (both + 1.0) * least / (least + 1.0)
    });
    pairs.sum::<f32>() / (text.len().max(2) - 1) as f32
}

/// How much likelier, in logarithms, the ends of the stretch belong to the characters beside them
/// than to it: 家骨 is a chance row in 国家骨干. The least over its places.
fn straddling(engine: &Engine, reading: &PinyinReading) -> f32 {
    let count = |text: &[char]| exact(&engine.store, text).len() as f32;
    let length = reading.text.len() as u32;
    let own = count(&reading.text);
    let at_place = |start: &u32| {
        let beside = |border: u32, at: u32, pair: fn(&[char]) -> (usize, usize)| {
            if engine.is_parted(border) {
                return 0.0;
            }
            let (text, _) = engine.text_at(at, reading.text.len() + 1);
            let (from, to) = pair(&text);
            // What stands beside it elsewhere, not counting this very row.
            text.get(from..to).map_or(0.0, |two| count(two) - count(&text))
        };
        let before = match start.checked_sub(1) {
            Some(before) if engine.same_text(before, *start) => beside(*start, before, |_| (0, 2)),
            _ => 0.0,
        };
        let after = if engine.same_text(*start, start + length) {
            beside(start + length, *start, |text| (text.len().saturating_sub(2), text.len()))
        } else {
            0.0
        };
        (before.max(after).max(own) / own.max(1.0)).ln()
    };
    let places = reading.starts.iter().take(LOOKED_AT).map(at_place);
    places.fold(f32::INFINITY, f32::min)
}

/// A term of the glossary or thesaurus is likelier meant than a chance row of characters.
fn fame(engine: &Engine, text: &[char]) -> f32 {
    let starts = |folded: &[char]| folded.starts_with(text);
    let known = engine.synonyms.entries.iter().any(|entry| starts(&entry.phrase.chars))
        || engine
            .library
            .terms
            .iter()
            .flat_map(|term| &term.zh)
            .any(|form| starts(&crate::text::fold::folded(form)));
    if known { engine.weights.matches.known_term } else { 0.0 }
}
