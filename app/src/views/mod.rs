//! What the pages look like: one module per page, and the pieces that pages share.
//!
//! Views are Leptos components, rendered natively. They take the page that they are on from the
//! context (see [`crate::reader::reader`]), and as properties only what differs between two uses
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
pub mod glossary;
pub mod heading;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod info;
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
mod rows;
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

use crate::reader::Reader;
use crate::route::Page;

/// The page's title, for the browser's tab and for shared links.
pub fn title(reader: &Reader) -> String {
    let texts = reader.texts();
    let english = reader.english();
    let site = reader.library().publication.title.pick(english);
    let unit = |id: &corpus::DocumentId, unit: corpus::Unit| {
        let Some(edition) = reader.edition(id) else { return texts.not_found.to_owned() };
        let name = reader.unit_name(&edition.document, &unit, reader.route.locale);
        [&name, " · ", edition.metadata.name(english)].concat()
    };
    let page = match &reader.route.page {
        Page::Overview => {
            let names = reader.library().editions.first().map(|e| e.metadata.name(english));
            names.unwrap_or(site).to_owned()
        }
        Page::Document(id) => {
            reader.edition(id).map_or("", |e| e.metadata.name(english)).to_owned()
        }
        Page::Changes(id) => changes_title(reader, id),
        Page::Division(id, number) => unit(id, corpus::Unit::Division(number.clone())),
        Page::Provision(id, number) => unit(id, corpus::Unit::Provision(number.clone())),
        Page::Search => texts.search.to_owned(),
        Page::Topics => texts.topics.to_owned(),
        Page::Topic(id) => {
            let topic = reader.library().topics.iter().find(|topic| &topic.topic.id == id);
            topic.map_or("", |located| located.topic.title(english)).to_owned()
        }
        Page::Facts => texts.facts.to_owned(),
        Page::Coverage => texts.coverage.to_owned(),
        Page::Places => texts.places.to_owned(),
        Page::Glossary => texts.glossary.to_owned(),
        Page::About => texts.about.to_owned(),
        Page::NotFound => texts.not_found.to_owned(),
    };
    [&page, " · ", site].concat()
}

#[cfg(feature = "ssr")]
fn changes_title(reader: &Reader, id: &corpus::DocumentId) -> String {
    let name = reader.edition(id).map_or("", |e| e.metadata.name(reader.english()));
    [crate::words::changes::words(reader.route.locale).title, " · ", name].concat()
}

/// The browser never shows that page.
#[cfg(not(feature = "ssr"))]
fn changes_title(_: &Reader, _: &corpus::DocumentId) -> String {
    String::new()
}

/// One or two sentences about the page, for search engines and shared links: the first words of
/// the text itself where there is text.
pub fn description(reader: &Reader) -> String {
    const LONGEST: usize = 150;
    let english = reader.english();
    let library = reader.library();
    let of_unit = |id: &corpus::DocumentId, unit: &corpus::Unit| {
        let document = &reader.edition(id)?.document;
        let sentences = document.unit(unit)?.sentences().filter(|s| s.number > 0);
        let texts: Vec<&str> = sentences
            .map(|sentence| {
                let at = corpus::Address {
                    document: id.clone(),
                    unit: unit.clone(),
                    sentence: Some(sentence.number),
                };
                let translated = english.then(|| reader.shelf.translated(&at)).flatten();
                translated.unwrap_or(&sentence.text)
            })
            .collect();
        Some(texts.join(if english { " " } else { "" }))
    };
    let text = match &reader.route.page {
        Page::Provision(id, number) => of_unit(id, &corpus::Unit::Provision(number.clone())),
        Page::Document(id) => reader.edition(id).map(|edition| {
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
