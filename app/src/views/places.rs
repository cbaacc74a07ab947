//! Places and bodies that the texts name, with where they are named. A list and no map: borders
//! are drawn by those who may.

use corpus::Address;
use maud::{Markup, html};

use super::sentence::SOURCE;
use super::{glossary, quoted};
use crate::reader::Reader;
use crate::words::{KINDS, words};

/// A place or body as the list shows it.
struct Entry {
    id: String,
    kind: String,
    zh: String,
    en: String,
    note: String,
    found: Vec<Address>,
}

/// Places and bodies.
pub fn places(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let (inside, outside) = place_entries(reader);
    let one_side = inside.is_empty() || outside.is_empty();
    let name = |side: &'static str| if one_side { words.places } else { side };
    let sections = [
        ("inside", name(words.inside), inside),
        ("outside", name(words.outside), outside),
        ("bodies", words.bodies, body_entries(reader)),
    ];
    html! {
        article.places-page data-enhance {
            h1 tabindex="-1" { (reader.texts().places) }
            p.lead { (words.places_lead) @if reader.english() { " " } (words.no_map) }
            (glossary::tools(reader, &html! {}))
            @for (anchor, title, entries) in sections {
                @if !entries.is_empty() {
                    section data-group {
                        h2 id=(anchor) { (title) }
                        (by_kind(reader, entries))
                    }
                }
            }
        }
    }
}

fn place_entries(reader: &Reader) -> (Vec<Entry>, Vec<Entry>) {
    let places = &reader.library().places;
    let forms: Vec<&[String]> = places.iter().map(|place| place.zh.as_slice()).collect();
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for (place, found) in places.iter().zip(quoted::occurrences(reader, &forms)) {
        let english_note = reader.english() && !place.note_en.is_empty();
        let entry = Entry {
            id: format!("place-{}", place.id),
            kind: place.kind.clone(),
            zh: place.zh.first().cloned().unwrap_or_default(),
            en: place.en.clone(),
            note: if english_note { &place.note_en } else { &place.note_zh }.clone(),
            found,
        };
        if place.inside { inside.push(entry) } else { outside.push(entry) }
    }
    (inside, outside)
}

fn body_entries(reader: &Reader) -> Vec<Entry> {
    let bodies = &reader.library().bodies;
    let forms: Vec<&[String]> = bodies.iter().map(|body| body.zh.as_slice()).collect();
    bodies
        .iter()
        .zip(quoted::occurrences(reader, &forms))
        .map(|(body, found)| Entry {
            id: format!("body-{}", body.id),
            kind: body.kind.clone(),
            zh: body.zh.first().cloned().unwrap_or_default(),
            en: body.en.clone(),
            note: String::new(),
            found,
        })
        .collect()
}

/// The entries under the names of their kinds; kinds that we have no name for come last, as they
/// are written.
fn by_kind(reader: &Reader, entries: Vec<Entry>) -> Markup {
    let known = |kind: &str| KINDS.iter().position(|(id, ..)| *id == kind);
    let mut groups: Vec<(usize, String, Vec<Entry>)> = Vec::new();
    for entry in entries {
        if let Some(group) = groups.iter_mut().find(|(_, kind, _)| *kind == entry.kind) {
            group.2.push(entry);
        } else {
            let rank = known(&entry.kind).unwrap_or(usize::MAX);
            groups.push((rank, entry.kind.clone(), vec![entry]));
        }
    }
    groups.sort_by_key(|(rank, ..)| *rank);
    let name = |rank: usize, kind: &str| match KINDS.get(rank) {
        Some((_, _, en)) if reader.english() => (*en).to_owned(),
        Some((_, zh, _)) => (*zh).to_owned(),
        None => kind.to_owned(),
    };
    html! {
        @for (rank, kind, entries) in &groups {
            div data-group {
                h3 { (name(*rank, kind)) }
                ul.names { @for entry in entries { (one(reader, entry)) } }
            }
        }
    }
}

fn one(reader: &Reader, entry: &Entry) -> Markup {
    html! {
        li id=(entry.id) data-row {
            b.zh lang=(SOURCE) { (entry.zh) }
            @if !entry.en.is_empty() { " " span.en lang="en" { (entry.en) } }
            @if !entry.note.is_empty() { p.muted { (crate::views::sentence::mixed(&entry.note)) } }
            (quoted::occurrence_links(reader, &entry.found))
        }
    }
}
