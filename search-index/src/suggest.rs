//! Completions while typing: headings, terms, numbers of measures; in Chinese, English, pinyin and
//! initials.

use corpus::{Address, UnitRef};

use crate::engine::Engine;
use crate::fold;
use crate::protocol::{Suggestion, SuggestionKind};

/// The best completions of what is being typed.
pub fn suggest(engine: &Engine, prefix: &str, english: bool, limit: usize) -> Vec<Suggestion> {
    let typed: Vec<char> = fold::folded(&prefix.chars().take(40).collect::<String>());
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, usize, Suggestion)> = Vec::new();
    let mut add = |quality: Option<u8>, text: &str, kind, at: Option<Address>| {
        let known = |(_, _, other): &(u8, usize, Suggestion)| other.text == text;
        if let Some(quality) = quality.filter(|_| !found.iter().any(known)) {
            let suggestion = Suggestion { text: text.to_owned(), kind, at };
            found.push((quality, text.chars().count(), suggestion));
        }
    };
    for unit in &engine.units {
        let at = || Some(unit.address(&engine.library, None));
        match unit.get(&engine.library) {
            UnitRef::Title(_) => {}
            UnitRef::Division(division) => {
                let text = &division.title.text;
                add(quality(engine, &typed, text), text, SuggestionKind::Title, at());
            }
            UnitRef::Provision(provision) => {
                if provision.number.chars().eq(typed.iter().copied()) && !provision.label.is_empty()
                {
                    let text = format!("{}{}", provision.label, provision.heading());
                    add(Some(0), &text, SuggestionKind::Number, at());
                }
                let text = provision.heading();
                add(quality(engine, &typed, text), text, SuggestionKind::Title, at());
            }
        }
        let headings = unit.translation(&engine.library).into_iter().filter(|p| p.heading);
        for heading in headings.take(1) {
            let text = heading.text.trim_end_matches('.');
            add(quality(engine, &typed, text), text, SuggestionKind::Title, at());
        }
    }
    for term in &engine.library.terms {
        for form in term.zh.iter().take(1).chain(term.en.iter().take(1)) {
            add(quality(engine, &typed, form), form, SuggestionKind::Term, None);
        }
    }
    for entry in &engine.thesaurus {
        add(quality(engine, &typed, &entry.term), &entry.term, SuggestionKind::Term, None);
    }
    let foreign = |text: &str| text.chars().any(corpus::text::is_han) == english;
    found.sort_by_key(|(quality, length, suggestion)| {
        (*quality, foreign(&suggestion.text), *length)
    });
    found.into_iter().take(limit).map(|(.., suggestion)| suggestion).collect()
}

/// How well the text completes what was typed: 0 at its beginning, 1 inside, 2 read as pinyin.
fn quality(engine: &Engine, typed: &[char], text: &str) -> Option<u8> {
    let own = fold::folded(text);
    if own.starts_with(typed) {
        return Some(0);
    }
    let latin = typed.iter().all(char::is_ascii_alphabetic);
    if own.windows(typed.len().max(1)).any(|window| window == typed) {
        return (!latin || typed.len() > 2).then_some(1);
    }
    (latin && typed.len() > 1 && sounds(engine, typed, &own)).then_some(2)
}

/// Whether the beginning of the characters is read so, each in full or by its initial.
fn sounds(engine: &Engine, typed: &[char], chars: &[char]) -> bool {
    let (Some(first), false) = (chars.first(), typed.is_empty()) else { return typed.is_empty() };
    engine.lookup.readings(*first).iter().any(|reading| {
        let Some(syllable) = engine.lookup.syllables.get(usize::from(*reading)) else {
            return false;
        };
        let syllable: Vec<char> = syllable.chars().collect();
        let unfinished = syllable.starts_with(typed);
        let full =
            typed.starts_with(&syllable) && sounds(engine, &typed[syllable.len()..], &chars[1..]);
        let initial = typed[0] == syllable[0] && sounds(engine, &typed[1..], &chars[1..]);
        unfinished || full || initial
    })
}
