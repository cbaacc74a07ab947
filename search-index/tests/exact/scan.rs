//! A plain scan of the texts, which tells the true counts.

use std::sync::OnceLock;

use corpus::{Erratum, Sentence, errata};
use search_index::text::fold;

use crate::support;

/// The text of a unit for a plain scan: everything as printed but white space, width and case.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub printed: String,
    pub corrected: String,
    /// With one correction alone, for each.
    pub one_corrected: Vec<String>,
    pub translation: String,
}

/// Without white space, in half width and small: punctuation stays.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(fold::fold).collect()
}

/// English with single spaces, small; a hyphen between letters is a space, an apostrophe nothing.
pub fn english(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(fold::fold).collect();
    let letter =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let mut plain = String::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '-' if letter(Some(at + 1)) => plain.push(' '),
            '\'' | '’' if letter(at.checked_sub(1)) && letter(Some(at + 1)) => {}
            ',' if chars.get(at + 1).is_some_and(char::is_ascii_digit) => {}
            _ => plain.push(*c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn texts() -> &'static Vec<Text> {
    static TEXTS: OnceLock<Vec<Text>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let library = support::library();
        let mut texts = Vec::new();
        for edition in &library.editions {
            let mut translated = edition.translations[0].sentences.iter();
            for unit in edition.document.units() {
                let mut own = Text::default();
                // Labels belong to the text: they come with the document's own characters.
                let label = match unit {
                    corpus::UnitRef::Title(_) => "",
                    corpus::UnitRef::Division(division) => &division.label,
                    corpus::UnitRef::Provision(provision) => &provision.label,
                };
                let here = |erratum: &&Erratum| {
                    erratum.at.unit == unit.unit() && erratum.corrected.is_some()
                };
                let here: Vec<Erratum> = edition.errata.iter().filter(here).cloned().collect();
                let reading = |errata: &[Erratum]| -> String {
                    let read = |sentence: &Sentence| {
                        errata::corrected(&sentence.text, &unit.unit(), sentence.number, errata)
                    };
                    let sentences = unit.sentences();
                    let read = sentences.map(|own| read(own).unwrap_or_else(|| own.text.clone()));
                    plain(label) + &read.map(|text| plain(&text)).collect::<String>()
                };
                own.printed = reading(&[]);
                own.corrected = reading(&here);
                own.one_corrected =
                    here.iter().map(|one| reading(std::slice::from_ref(one))).collect();
                for _ in unit.sentences() {
                    own.translation += translated.next().unwrap();
                    own.translation.push(' ');
                }
                own.translation = english(&own.translation);
                texts.push(own);
            }
        }
        texts
    })
}

/// How many places a plain scan finds in the print, and those that a correction adds to it: at least
/// and at most, for where corrections touch each other it does not tell. `whole`: figures must be
/// whole.
pub fn scan(needle: &str, whole: bool) -> (usize, usize) {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (first, last) = (digit(needle.chars().next()), digit(needle.chars().last()));
    let count = |text: &str| {
        let places = text.match_indices(needle).filter(|(at, _)| {
            let (before, after) = (&text[..*at], &text[at + needle.len()..]);
            let joined =
                |c: Option<char>, next: Option<char>| digit(c) || c == Some('.') && digit(next);
            let mut back = before.chars().rev();
            let mut ahead = after.chars();
            let cut = first && joined(back.next(), back.next())
                || last && joined(ahead.next(), ahead.next());
            !whole || !cut
        });
        places.count()
    };
    texts().iter().fold((0, 0), |(least, most), text| {
        let (printed, corrected) = (count(&text.printed), count(&text.corrected));
        let each: Vec<usize> = text.one_corrected.iter().map(|one| count(one)).collect();
        let apart = each.iter().sum::<usize>() + printed == corrected + each.len() * printed;
        let added = each.iter().map(|one| one.saturating_sub(printed));
        let with_added = printed + added.sum::<usize>();
        if apart {
            (least + with_added, most + with_added)
        } else {
            (least + printed.max(corrected), most + printed + corrected)
        }
    })
}

/// How many places a plain scan of the translations finds where whole words stand.
pub fn scan_english(needle: &str) -> usize {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let count = |text: &str| {
        let whole = |at: &usize| {
            let (before, after) = (&text[..*at], &text[at + needle.len()..]);
            !letter(before.chars().last()) && !letter(after.chars().next())
        };
        text.match_indices(needle).filter(|(at, _)| whole(at)).count()
    };
    texts().iter().map(|text| count(&text.translation)).sum()
}
