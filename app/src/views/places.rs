//! Places and bodies that the texts name, with where they are named. A list and no map: borders
//! are drawn by those who may.

use corpus::Address;
use leptos::prelude::*;

use super::glossary::Filters;
use super::quoted::{self, Occurrences};
use super::sentence::{Mixed, SOURCE};
use crate::page_context::{PageContext, page_context};
use crate::words::kinds::{place_kind, place_rank};
use crate::words::words;

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
#[component]
pub fn PlacesPage() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let (inside, outside) = place_entries(&page_context);
    let one_side = inside.is_empty() || outside.is_empty();
    let name = |side: &'static str| if one_side { words.places } else { side };
    let sections = [
        ("inside", name(words.inside), inside),
        ("outside", name(words.outside), outside),
        ("bodies", words.bodies, body_entries(&page_context)),
    ];
    let sections = sections.into_iter().filter(|(_, _, entries)| !entries.is_empty());
    let sections = sections.map(|(anchor, title, entries)| {
        view! {
            <section data-group>
                <h2 id=anchor>{title}</h2>
                <ByKind entries/>
            </section>
        }
    });
    view! {
        <article class="places-page" data-enhance>
            <h1 tabindex="-1">{page_context.texts().places}</h1>
            <p class="lead">
                {words.places_lead}
                {page_context.english().then_some(" ")}
                {words.no_map}
            </p>
            <Filters/>
            {sections.collect_view()}
        </article>
    }
}

fn place_entries(page_context: &PageContext) -> (Vec<Entry>, Vec<Entry>) {
    let places = &page_context.library().places;
    let forms: Vec<&[String]> = places.iter().map(|place| place.zh.as_slice()).collect();
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for (place, found) in places.iter().zip(quoted::occurrences(page_context, &forms)) {
        let english_note = page_context.english() && !place.note_en.is_empty();
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

fn body_entries(page_context: &PageContext) -> Vec<Entry> {
    let bodies = &page_context.library().bodies;
    let forms: Vec<&[String]> = bodies.iter().map(|body| body.zh.as_slice()).collect();
    bodies
        .iter()
        .zip(quoted::occurrences(page_context, &forms))
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
#[component]
fn ByKind(entries: Vec<Entry>) -> impl IntoView {
    let locale = page_context().route.locale;
    let mut groups: Vec<(usize, String, Vec<Entry>)> = Vec::new();
    for entry in entries {
        if let Some(group) = groups.iter_mut().find(|(_, kind, _)| *kind == entry.kind) {
            group.2.push(entry);
        } else {
            let rank = place_rank(&entry.kind).unwrap_or(usize::MAX);
            groups.push((rank, entry.kind.clone(), vec![entry]));
        }
    }
    groups.sort_by_key(|(rank, ..)| *rank);
    let name = |rank: usize, kind: &str| place_kind(rank, locale).unwrap_or(kind).to_owned();
    let groups = groups.into_iter().map(|(rank, kind, entries)| {
        let entries = entries.into_iter().map(|entry| view! { <One entry/> });
        view! {
            <div data-group>
                <h3>{name(rank, &kind)}</h3>
                <ul class="names">{entries.collect_view()}</ul>
            </div>
        }
    });
    groups.collect_view()
}

/// A place or body: its names, what is to be known of it, where it is named.
#[component]
fn One(entry: Entry) -> impl IntoView {
    let Entry { id, zh, en, note, found, .. } = entry;
    let english = (!en.is_empty()).then(|| {
        view! {
            " "
            <span class="en" lang="en">{en}</span>
        }
    });
    let note = (!note.is_empty()).then(|| view! { <p class="muted"><Mixed text=note/></p> });
    view! {
        <li id=id data-row>
            <b class="zh" lang=SOURCE>{zh}</b>
            {english}
            {note}
            <Occurrences found/>
        </li>
    }
}
