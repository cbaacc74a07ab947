//! The glossary: every term in both languages, where its explanation comes from, where it occurs.

use corpus::Address;
use corpus::glossary::Term;
use maud::{Markup, html};

use super::quoted;
use super::sentence::SOURCE;
use crate::reader::Reader;
use crate::route::UiLocale;
use crate::words::words;

/// A group of terms: its anchor, its name, and the indexes of its terms.
type Group = (String, String, Vec<usize>);

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
            (tools(reader, html! {}))
            nav aria-label=(reader.texts().contents) {
                ul.chips {
                    @for (anchor, name, _) in &groups {
                        li { a href={ "#" (anchor) } { (name) } }
                    }
                }
            }
            @for (anchor, name, indexes) in &groups {
                section data-group {
                    h2 id=(anchor) { (name) }
                    @for index in indexes { (entry(reader, &terms[*index], &found[*index])) }
                }
            }
        }
    }
}

/// The box for filtering a page's rows, with the count of those shown. `enhance.js` makes it
/// work; without script it is not shown.
pub fn tools(reader: &Reader, more: Markup) -> Markup {
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
        match groups.last_mut() {
            Some(group) if group.0 == anchor => group.2.push(index),
            _ => groups.push((anchor, name, vec![index])),
        }
    }
    groups
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
        let at = places.get(place);
        let part = at.and_then(|at| quoted::part_name(reader, at, UiLocale::Zh));
        let own = |at: &Address| {
            reader.edition(&at.document).map_or("", |e| e.metadata.name(false)).to_owned()
        };
        let (anchor, name) = match (at, part) {
            (Some(at), Some((number, name))) => {
                let first = reader.library().editions.first();
                let same = first.is_some_and(|edition| edition.document.id == at.document);
                let name = if same { name } else { format!("{} · {name}", own(at)) };
                (format!("in-{}-{number}", at.document), name)
            }
            (Some(at), None) => {
                (format!("in-{}", at.document), format!("{} · {}", own(at), words.outside_parts))
            }
            (None, _) => ("in-none".to_owned(), words.nowhere.to_owned()),
        };
        match groups.last_mut() {
            Some(group) if group.0 == anchor => group.2.push(index),
            _ => groups.push((anchor, name, vec![index])),
        }
    }
    groups
}

fn entry(reader: &Reader, term: &Term, found: &[Address]) -> Markup {
    html! {
        div.entry id=(term.id) data-row {
            h3 {
                span.zh lang=(SOURCE) { (term.zh.first().map_or("", String::as_str)) }
                @if let Some(english) = term.en.first() { " " span.en lang="en" { (english) } }
            }
            @if term.zh.len() > 1 { p.muted lang=(SOURCE) { (term.zh[1..].join("、")) } }
            p.zh lang=(SOURCE) { (term.explain_zh) }
            @if !term.explain_en.is_empty() { p.en lang="en" { (term.explain_en) } }
            p.basis { (basis(reader, term)) }
            (quoted::occurrence_links(reader, found))
        }
    }
}

/// Where the explanation comes from.
fn basis(reader: &Reader, term: &Term) -> Markup {
    let words = words(reader.route.locale);
    html! {
        @if let Ok(at) = term.basis.parse::<Address>() {
            span.tag { (words.basis_text) } " " (quoted::short_source(reader, &at))
        } @else {
            span.tag { (words.basis_editors) }
        }
    }
}
