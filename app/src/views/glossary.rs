//! The glossary: every term in both languages, where its explanation comes from, where it occurs.

use corpus::glossary::Term;
use corpus::{Address, Unit};
use maud::{Markup, html};

use super::quoted;
use super::sentence::SOURCE;
use crate::reader::Reader;
use crate::route::UiLocale;
use crate::words::words;

/// Terms that stand together.
struct Group {
    anchor: String,
    /// The heading.
    name: String,
    /// The heading in the row of links.
    short: String,
    /// The indexes of its terms.
    terms: Vec<usize>,
}

/// The glossary.
pub fn glossary(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let terms = &reader.library().terms;
    let forms: Vec<&[String]> = terms.iter().map(|term| term.zh.as_slice()).collect();
    let found = quoted::occurrences(reader, &forms);
    let groups = if reader.english() { by_letter(terms) } else { by_part(reader, &found) };
    html! {
        article.glossary-page data-enhance {
            h1 tabindex="-1" { (reader.texts().glossary) }
            p.lead { (words.glossary_lead) }
            (tools(reader, &html! {}))
            nav aria-label=(reader.texts().contents) {
                ul.chips {
                    @for group in &groups {
                        li { a href={ "#" (group.anchor) } { (group.short) } }
                    }
                }
            }
            @for group in &groups {
                section data-group {
                    h2 id=(group.anchor) { (group.name) }
                    @for index in &group.terms {
                        (entry(reader, &terms[*index], &found[*index]))
                    }
                }
            }
        }
    }
}

/// The box for filtering a page's rows, with the count of those shown. `enhance.js` makes it
/// work; without script it is not shown.
pub fn tools(reader: &Reader, more: &Markup) -> Markup {
    let words = words(reader.route.locale);
    html! {
        div.filters {
            label { (words.filter_text) " " input type="search" data-find autocomplete="off"; }
            (more)
            p.muted role="status" data-count=(words.count) data-none=(words.no_match) {}
        }
    }
}

/// For English readers: by the first letter of the headword.
fn by_letter(terms: &[Term]) -> Vec<Group> {
    let headword = |term: &Term| {
        let word = term.en.first().or(term.zh.first()).map_or("", String::as_str);
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    };
    let mut order: Vec<(String, usize)> =
        terms.iter().enumerate().map(|(index, term)| (headword(term), index)).collect();
    order.sort();
    let mut groups: Vec<Group> = Vec::new();
    for (word, index) in order {
        let first = word.chars().next().filter(char::is_ascii_alphabetic);
        let name = first.map_or("0–9".to_owned(), |c| c.to_ascii_uppercase().to_string());
        let anchor = first.map_or("letter-0".to_owned(), |c| format!("letter-{c}"));
        add(&mut groups, index, anchor, name.clone(), name);
    }
    groups
}

/// Adds a term to the last group, or to a new one.
fn add(groups: &mut Vec<Group>, index: usize, anchor: String, name: String, short: String) {
    match groups.last_mut() {
        Some(group) if group.anchor == anchor => group.terms.push(index),
        _ => groups.push(Group { anchor, name, short, terms: vec![index] }),
    }
}

/// For Chinese readers, without a dictionary of readings: in the order of the text, by the part
/// where the term stands first.
fn by_part(reader: &Reader, found: &[Vec<Address>]) -> Vec<Group> {
    let words = words(reader.route.locale);
    let mut order: Vec<(usize, usize)> = Vec::new();
    let places: Vec<Address> = reader
        .library()
        .documents()
        .flat_map(|document| {
            document.units().map(|unit| Address {
                document: document.id.clone(),
                unit: unit.unit(),
                sentence: None,
            })
        })
        .collect();
    for (index, found) in found.iter().enumerate() {
        let place = found.first().and_then(|first| {
            places.iter().position(|at| at.document == first.document && at.unit == first.unit)
        });
        order.push((place.unwrap_or(usize::MAX), index));
    }
    order.sort_unstable();
    let mut groups: Vec<Group> = Vec::new();
    for (place, index) in order {
        let nowhere = || {
            let name = words.nowhere.to_owned();
            ("in-none".to_owned(), name.clone(), name)
        };
        let (anchor, name, short) = places.get(place).map_or_else(nowhere, |at| part(reader, at));
        add(&mut groups, index, anchor, name, short);
    }
    groups
}

/// The anchor, name and short name of the part that holds this address.
fn part(reader: &Reader, at: &Address) -> (String, String, String) {
    let outside = words(reader.route.locale).outside_parts;
    let library = reader.library();
    let first = library.editions.first().map(|edition| &edition.document.id);
    let own = library.edition(&at.document).map_or("", |e| e.metadata.name(false));
    let Some((number, name)) = quoted::part_name(reader, at, UiLocale::Zh) else {
        let unit = Unit::Provision("0".to_owned());
        let short = quoted::short_name(reader, &Address { unit, ..at.clone() });
        return (format!("in-{}", at.document), format!("{own} · {outside}"), short);
    };
    let name = if first == Some(&at.document) { name } else { format!("{own} · {name}") };
    let unit = Unit::Division(number.clone());
    let short = quoted::short_name(reader, &Address { unit, ..at.clone() });
    (format!("in-{}-{number}", at.document), name, short)
}

fn entry(reader: &Reader, term: &Term, found: &[Address]) -> Markup {
    html! {
        div.entry id=(term.id) data-row {
            h3 {
                span.zh lang=(SOURCE) { (term.zh.first().map_or("", String::as_str)) }
                @if let Some(english) = term.en.first() { " " span.en lang="en" { (english) } }
            }
            @if term.zh.len() > 1 { p.muted lang=(SOURCE) { (term.zh[1..].join("、")) } }
            // The other language's page has the explanation in the other language.
            @if reader.english() && !term.explain_en.is_empty() {
                p.en lang="en" { (crate::views::sentence::mixed(&term.explain_en)) }
            } @else {
                p.zh lang=(SOURCE) { (term.explain_zh) }
            }
            p.basis { (basis(reader, term)) }
            (quoted::occurrence_links(reader, found))
        }
    }
}

fn basis(reader: &Reader, term: &Term) -> Markup {
    let (label, at) = origin(reader, term);
    html! {
        span.tag { (label) }
        @if let Some(at) = at { " " (quoted::short_source(reader, &at)) }
    }
}

/// Where the explanation comes from: its label, and the place if it is one of the texts.
pub fn origin(reader: &Reader, term: &Term) -> (&'static str, Option<Address>) {
    let words = words(reader.route.locale);
    let at: Option<Address> = term.basis.parse().ok();
    (if at.is_some() { words.basis_text } else { words.basis_editors }, at)
}
