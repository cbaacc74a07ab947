//! What the pages look like: one module per page, and the pieces that pages share.
//!
//! Views are Leptos components, rendered natively. They take the page that they are on from the
//! context (see [`crate::page_context::page_context`]), and as properties only what differs between two uses
//! on a page.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

#[cfg(feature = "ssr")]
pub mod about;
#[cfg(feature = "ssr")]
pub mod changes;
#[cfg(feature = "ssr")]
pub mod coverage;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod facts;
#[cfg(feature = "ssr")]
mod figure_cards;
#[cfg(feature = "ssr")]
mod further;
#[cfg(feature = "ssr")]
pub mod glossary;
pub mod heading;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod info;
#[cfg(feature = "ssr")]
pub mod library;
#[cfg(feature = "ssr")]
pub mod listing;
#[cfg(feature = "ssr")]
pub mod overview;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod passages;
#[cfg(feature = "ssr")]
pub mod picture;
#[cfg(feature = "ssr")]
pub mod places;
#[cfg(feature = "ssr")]
pub mod provision;
#[cfg(feature = "ssr")]
pub mod quoted;
#[cfg(feature = "ssr")]
mod referring;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
pub mod saved;
pub mod search;
pub mod sentence;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod standing;
#[cfg(feature = "ssr")]
pub mod topic_gaps;
#[cfg(feature = "ssr")]
pub mod topic_icon;
#[cfg(feature = "ssr")]
pub mod topics;
#[cfg(feature = "ssr")]
mod within_reach;

use crate::page_context::PageContext;
#[cfg(feature = "ssr")]
use crate::page_context::part_of_one;
use crate::route::Page;

/// The page's title, for the browser's tab and for shared links.
pub fn title(page_context: &PageContext) -> String {
    let texts = page_context.texts();
    let english = page_context.english();
    let site = page_context.library().publication.title.pick(english);
    let unit = |id: &corpus::DocumentId, unit: corpus::Unit| {
        let Some(edition) = page_context.edition(id) else { return texts.not_found.to_owned() };
        let name = page_context.unit_name(&edition.document, &unit, page_context.route.locale);
        [&name, " · ", edition.metadata.name(english)].concat()
    };
    let page = match &page_context.route.page {
        Page::Overview if is_collection(page_context) => site.to_owned(),
        Page::Overview => {
            let names = page_context.library().editions.first().map(|e| e.metadata.name(english));
            names.unwrap_or(site).to_owned()
        }
        Page::Document(id) => {
            page_context.edition(id).map_or("", |e| e.metadata.name(english)).to_owned()
        }
        Page::Documents(shelf, _) => documents_title(page_context, shelf),
        Page::DocumentFacts(id, _) => {
            let name = page_context.edition(id).map_or("", |e| e.metadata.name(english));
            [texts.facts, " · ", name].concat()
        }
        Page::Changes(id) => changes_title(page_context, id),
        Page::Division(id, number) => {
            let name = unit(id, corpus::Unit::Division(number.clone()));
            // The page of its text is called as it is.
            let one = is_one_text(page_context, id, number);
            if one { [texts.contents, " · ", &name].concat() } else { name }
        }
        Page::Provision(id, number) => unit(id, corpus::Unit::Provision(number.clone())),
        Page::Search => texts.search.to_owned(),
        Page::Topics => texts.topics.to_owned(),
        Page::Topic(id) => {
            let topic = page_context.library().topics.iter().find(|topic| &topic.topic.id == id);
            topic.map_or("", |located| located.topic.title(english)).to_owned()
        }
        Page::Facts => texts.facts.to_owned(),
        Page::Coverage => texts.coverage.to_owned(),
        Page::Places => texts.places.to_owned(),
        Page::Glossary => texts.glossary.to_owned(),
        Page::Saved => texts.saved.to_owned(),
        Page::About => texts.about.to_owned(),
        Page::NotFound => texts.not_found.to_owned(),
        #[cfg(feature = "ssr")]
        Page::NotKept => texts.not_kept.to_owned(),
    };
    if page == site { page } else { [&page, " · ", site].concat() }
}

#[cfg(feature = "ssr")]
fn is_collection(page_context: &PageContext) -> bool {
    page_context.library_index.is_collection()
}

/// Whether all that the part holds is one text without a number.
#[cfg(feature = "ssr")]
fn is_one_text(page_context: &PageContext, id: &corpus::DocumentId, number: &str) -> bool {
    let Some(edition) = page_context.edition(id) else { return false };
    let part = edition.document.division(number);
    let first =
        part.and_then(|part| edition.document.provisions.get(part.provisions.start as usize));
    first
        .and_then(|first| part_of_one(&edition.document, first))
        .is_some_and(|of| of.number == number)
}

/// The browser shows no page of a part anew.
#[cfg(not(feature = "ssr"))]
fn is_one_text(_: &PageContext, _: &corpus::DocumentId, _: &str) -> bool {
    false
}

/// The browser never shows the first page.
#[cfg(not(feature = "ssr"))]
fn is_collection(_: &PageContext) -> bool {
    false
}

#[cfg(feature = "ssr")]
fn documents_title(page_context: &PageContext, shelf: &str) -> String {
    let found = page_context.library_index.shelves().iter().find(|own| own.id == shelf);
    found.map_or_else(
        || crate::words::library::words(page_context.route.locale).documents.to_owned(),
        |own| library::shelf_name(page_context, own),
    )
}

/// The browser never shows that page.
#[cfg(not(feature = "ssr"))]
fn documents_title(_: &PageContext, _: &str) -> String {
    String::new()
}

#[cfg(feature = "ssr")]
fn changes_title(page_context: &PageContext, id: &corpus::DocumentId) -> String {
    let name = page_context.edition(id).map_or("", |e| e.metadata.name(page_context.english()));
    [crate::words::changes::words(page_context.route.locale).title, " · ", name].concat()
}

/// The browser never shows that page.
#[cfg(not(feature = "ssr"))]
fn changes_title(_: &PageContext, _: &corpus::DocumentId) -> String {
    String::new()
}

/// One or two sentences about the page, for search engines and shared links: the first words of
/// the text itself where there is text.
pub fn description(page_context: &PageContext) -> String {
    const LONGEST: usize = 150;
    let english = page_context.english();
    let library = page_context.library();
    let of_unit = |id: &corpus::DocumentId, unit: &corpus::Unit| {
        let document = &page_context.edition(id)?.document;
        let sentences = document.unit(unit)?.sentences().filter(|s| s.number > 0);
        let texts: Vec<&str> = sentences
            .map(|sentence| {
                let at = corpus::Address {
                    document: id.clone(),
                    unit: unit.clone(),
                    sentence: Some(sentence.number),
                };
                let translated =
                    english.then(|| page_context.library_index.translated(&at)).flatten();
                translated.unwrap_or(&sentence.text)
            })
            .collect();
        Some(texts.join(if english { " " } else { "" }))
    };
    let text = match &page_context.route.page {
        Page::Provision(id, number) => of_unit(id, &corpus::Unit::Provision(number.clone())),
        Page::Document(id) => page_context.edition(id).map(|edition| {
            let lines: Vec<&str> =
                edition.metadata.summary.iter().map(|line| line.pick(english)).collect();
            lines.join(if english { " " } else { "" })
        }),
        _ => None,
    };
    let text = text
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| library.publication.description.pick(english).to_owned());
    let short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
