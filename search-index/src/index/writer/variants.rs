//! Makes the tables of [`crate::lexicon::variants`] for the characters of the texts, natively: pinyin from
//! the crate `pinyin` (data of the project pinyin-data), Traditional characters from
//! `ferrous-opencc` (data of the project `OpenCC`).

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use pinyin::ToPinyinMulti;

use crate::lexicon::variants::{LAST, Variants};

/// A syllable that texts hardly ever mean is not worth its noise: at most this many per character,
/// in the order of pinyin-data, the commonest first.
const MOST_READINGS: usize = 4;

/// Traditional characters with a second simplified form, which `OpenCC`'s characters leave out.
const MORE: [(char, char); 1] = [('著', '着')];

/// Common characters, the commonest first, by their frequency in the dictionary of the project
/// jieba (MIT), without those of the policy of 2026.
const COMMON: &str = include_str!("common.txt");
/// At most this many characters that the texts don't have.
const MOST_OTHERS: usize = 900;

/// The tables for the characters of the texts; `everyday` are those of the thesaurus.
pub fn variants(
    occurring: impl Iterator<Item = char>,
    everyday: impl Iterator<Item = char>,
) -> Variants {
    let mut characters: Vec<char> = occurring.filter(|c| corpus::text::is_han(*c)).collect();
    characters.sort_unstable();
    characters.dedup();
    let own: Vec<Vec<String>> = characters.iter().map(|c| syllables(*c)).collect();
    let mut all: Vec<String> = own.iter().flatten().cloned().collect();
    all.sort_unstable();
    all.dedup();
    let mut readings = Vec::new();
    for syllables in &own {
        let index = |s: &String| all.binary_search(s).unwrap_or_default() as u16;
        readings.extend(syllables.iter().map(index));
        match readings.last_mut().filter(|_| !syllables.is_empty()) {
            Some(last) => *last |= LAST,
            // A character without pinyin: an index past the end, which no syllable has.
            None => readings.push((LAST - 1) | LAST),
        }
    }
    let (traditional, simplified) = traditional(&characters);
    let others = others(&characters, &all, everyday);
    Variants {
        characters: characters.into_iter().collect(),
        syllables: all.join(" "),
        readings,
        others,
        traditional,
        simplified,
    }
}

/// Characters that the texts don't have, by syllable.
fn others(
    characters: &[char],
    syllables: &[String],
    everyday: impl Iterator<Item = char>,
) -> String {
    let mut groups = vec![String::new(); syllables.len()];
    let mut chosen: Vec<char> = Vec::new();
    for c in everyday.chain(COMMON.chars()).filter(|c| corpus::text::is_han(*c)) {
        if characters.binary_search(&c).is_ok() || chosen.contains(&c) {
            continue;
        }
        let own = self::syllables(c).into_iter().next();
        if let Some(Ok(at)) = own.map(|own| syllables.binary_search(&own))
            && chosen.len() < MOST_OTHERS
        {
            chosen.push(c);
            groups[at].push(c);
        }
    }
    groups.join(" ")
}

fn syllables(c: char) -> Vec<String> {
    let Some(multi) = c.to_pinyin_multi() else { return Vec::new() };
    let mut own: Vec<String> = Vec::new();
    for reading in multi {
        let syllable: String = reading.plain().chars().map(crate::text::fold::fold).collect();
        if !own.contains(&syllable) && own.len() < MOST_READINGS {
            own.push(syllable);
        }
    }
    own
}

/// Characters that `OpenCC` turns into one of ours, in any of its ways to Simplified.
fn traditional(characters: &[char]) -> (String, Vec<u16>) {
    let pairs = traditional_of(characters);
    let mut before = 0;
    let steps =
        pairs.iter().map(|(at, _)| (at - std::mem::replace(&mut before, *at)) as u16).collect();
    (pairs.iter().map(|(_, c)| *c).collect(), steps)
}

/// Each Traditional character with the index of the one of ours that it stands for.
fn traditional_of(characters: &[char]) -> Vec<(usize, char)> {
    let ways = [BuiltinConfig::T2s, BuiltinConfig::Tw2s, BuiltinConfig::Hk2s];
    let converters: Vec<OpenCC> =
        ways.into_iter().filter_map(|way| OpenCC::from_config(way).ok()).collect();
    let mut pairs: Vec<(usize, char)> = Vec::new();
    for c in ('\u{3400}'..='\u{9fff}').chain('\u{f900}'..='\u{faff}') {
        for converter in &converters {
            let simplified = converter.convert(&c.to_string());
            let mut simplified = simplified.chars();
            if let (Some(s), None) = (simplified.next(), simplified.next())
                && s != c
                && let Ok(index) = characters.binary_search(&s)
            {
                pairs.push((index, c));
            }
        }
    }
    for (c, simplified) in MORE {
        pairs.extend(characters.binary_search(&simplified).map(|index| (index, c)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Traditional characters that the texts don't have, each before the one of the texts that it
/// stands for, as one string. Of several the first by code point.
pub fn traditional_pairs(occurring: impl Iterator<Item = char>) -> String {
    let mut characters: Vec<char> = occurring.filter(|c| corpus::text::is_han(*c)).collect();
    characters.sort_unstable();
    characters.dedup();
    let mut pairs: Vec<(char, char)> = traditional_of(&characters)
        .into_iter()
        .map(|(index, c)| (c, characters[index]))
        .filter(|(c, _)| characters.binary_search(c).is_err())
        .collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|(c, _)| *c);
    pairs.into_iter().flat_map(|(c, simplified)| [c, simplified]).collect()
}
