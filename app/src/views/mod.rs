//! One module per page, and the pieces that pages share.

pub mod about;
pub mod document;
pub mod listing;
pub mod overview;
pub mod passages;
pub mod provision;
pub mod search;
pub mod sentence;
pub mod shell;

use leptos::prelude::*;

use crate::reader::Reader;
use crate::route::Page;

/// The whole body of the reader's page.
pub fn page(reader: Reader) -> AnyView {
    let main = match reader.route.page.clone() {
        Page::Overview => overview::overview(&reader),
        Page::Document(id) => document::document(&reader, &id),
        Page::Division(id, number) => document::division(&reader, &id, &number),
        Page::Provision(id, number) => provision::provision(&reader, &id, &number),
        Page::Search => search::search(&reader),
        Page::About => about::about(&reader),
        _ => about::not_found(&reader),
    };
    shell::shell(&reader, main)
}

/// The page's title, for the browser's tab and for shared links.
pub fn title(reader: &Reader) -> String {
    let texts = reader.texts();
    let english = reader.english();
    let site = reader.library().publication.title.pick(english);
    let unit = |id: &corpus::DocumentId, unit: corpus::Unit| {
        let Some(edition) = reader.edition(id) else { return texts.not_found.to_owned() };
        let name = reader.unit_name(&edition.document, &unit, reader.route.locale);
        format!("{name} · {}", edition.metadata.name(english))
    };
    let page = match &reader.route.page {
        Page::Overview => {
            let names = reader.library().editions.first().map(|e| e.metadata.name(english));
            names.unwrap_or(site).to_owned()
        }
        Page::Document(id) => {
            reader.edition(id).map_or("", |e| e.metadata.name(english)).to_owned()
        }
        Page::Division(id, number) => unit(id, corpus::Unit::Division(number.clone())),
        Page::Provision(id, number) => unit(id, corpus::Unit::Provision(number.clone())),
        Page::Search => texts.search.to_owned(),
        Page::Topics => texts.topics.to_owned(),
        Page::Topic(id) => {
            let topic = reader.library().topics.iter().find(|topic| &topic.topic.id == id);
            let pick = |t: &corpus::library::LocatedTopic| {
                if english { t.topic.title_en.clone() } else { t.topic.title_zh.clone() }
            };
            topic.map(pick).unwrap_or_default()
        }
        Page::Facts => texts.facts.to_owned(),
        Page::Coverage => texts.coverage.to_owned(),
        Page::Places => texts.places.to_owned(),
        Page::Glossary => texts.glossary.to_owned(),
        Page::About => texts.about.to_owned(),
        Page::NotFound => texts.not_found.to_owned(),
    };
    format!("{page} · {site}")
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
