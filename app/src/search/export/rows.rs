//! One row for each matching sentence, in either language: what a table counts is sentences, so
//! that no sentence of a unit is lost behind its best one.

use corpus::{Address, Locale, Unit};
use search_index::protocol::{Fit, Hit, Snippet};

use super::Search;
use crate::citation::{absolute, citation, issuers};
use crate::page_context::PageContext;

/// A hit with every sentence in which something was found, in both languages.
#[derive(Clone, Debug)]
pub struct Matched {
    /// The hit.
    pub hit: Hit,
    /// Its marked sentences; empty where the unit was found by its number alone.
    pub sentences: Vec<Snippet>,
}

/// The columns, in their order.
pub const COLUMNS: [&str; 11] = [
    "number",
    "title",
    "document",
    "issuer",
    "sentence",
    "text",
    "translation",
    "found",
    "fit",
    "address",
    "citation",
];

/// A row, a value for each of [`COLUMNS`].
pub type Row = [String; COLUMNS.len()];

/// Whether a column holds numbers, which are written as such and not as text.
pub fn is_number(column: &str) -> bool {
    column == "sentence"
}

/// The rows of a hit, in reading order.
pub fn rows(page_context: &PageContext, search: &Search<'_>, matched: &Matched) -> Vec<Row> {
    let mut numbers: Vec<u16> =
        matched.sentences.iter().filter_map(|snippet| snippet.at.sentence).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let hit = &matched.hit;
    if numbers.is_empty() {
        let first = || hit.snippets.iter().find_map(|snippet| snippet.at.sentence);
        numbers.extend(hit.at.sentence.or_else(first));
    }
    if numbers.is_empty() {
        return vec![row(page_context, search, matched, &hit.at)];
    }
    let at = |number: &u16| Address { sentence: Some(*number), ..hit.at.clone() };
    numbers.iter().map(|number| row(page_context, search, matched, &at(number))).collect()
}

fn row(page_context: &PageContext, search: &Search<'_>, matched: &Matched, at: &Address) -> Row {
    let locale = page_context.route.locale;
    let edition = page_context.edition(&at.document);
    let title = edition
        .map(|edition| page_context.unit_name(&edition.document, &at.unit, locale))
        .unwrap_or_default();
    let number = match &at.unit {
        Unit::Title => String::new(),
        Unit::Division(number) | Unit::Provision(number) => number.clone(),
    };
    let fit = match matched.hit.fit {
        Fit::Exact => "exact",
        Fit::Related => "related",
        Fit::Partial => "partial",
    };
    let text = page_context.library().sentence(at).map_or("", |sentence| sentence.text.as_str());
    [
        number,
        title,
        edition.map_or("", |e| e.metadata.title.pick(locale.english())).to_owned(),
        edition.map(|edition| issuers(edition, locale)).unwrap_or_default(),
        at.sentence.map_or_else(String::new, |number| number.to_string()),
        text.to_owned(),
        page_context.library_index.translated(at).unwrap_or_default().to_owned(),
        found_words(&matched.sentences, at),
        fit.to_owned(),
        absolute(search.access.root, locale, at),
        citation(page_context, at, &search.access),
    ]
}

/// The words that were found in the sentence as they are printed, each once, the source's first.
fn found_words(sentences: &[Snippet], at: &Address) -> String {
    let mut words: Vec<&str> = Vec::new();
    for translation in [false, true] {
        let here = sentences.iter().filter(|snippet| {
            snippet.at.sentence == at.sentence && (snippet.locale != Locale::zh()) == translation
        });
        for word in here.flat_map(|snippet| snippet.marks.iter().map(|m| m.of(&snippet.text))) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words.join(" / ")
}
