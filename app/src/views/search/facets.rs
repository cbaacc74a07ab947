//! Narrowing the list: documents, parts and topics with counts, and the order.

use corpus::{Address, DocumentId};
use maud::{Markup, html};
use search_index::protocol::{Facets, Order};

use crate::reader::Reader;
use crate::search::asked::Asked;
use crate::ui::found::words;

/// A choice: its value in the address, its name, its count, whether it is chosen.
struct Choice {
    value: String,
    name: String,
    count: Option<u32>,
    chosen: bool,
}

/// All groups of choices. A choice that is set is shown even where nothing has it.
pub fn facets(reader: &Reader, asked: &Asked, counts: &Facets) -> Markup {
    let words = words(reader.route.locale);
    let filters = &asked.filters;
    let documents: Vec<Choice> = counts
        .documents
        .iter()
        .map(|(id, count)| Choice {
            value: id.0.clone(),
            name: document_name(reader, id),
            count: Some(*count),
            chosen: filters.documents.contains(id),
        })
        .collect();
    let parts: Vec<Choice> = counts
        .parts
        .iter()
        .map(|(at, count)| Choice {
            value: at.text(),
            name: part_name(reader, at, counts.documents.len() > 1),
            count: Some(*count),
            chosen: filters.parts.contains(at),
        })
        .collect();
    let topics: Vec<Choice> = counts
        .topics
        .iter()
        .map(|(id, count)| Choice {
            value: id.clone(),
            name: topic_name(reader, id),
            count: Some(*count),
            chosen: filters.topics.contains(id),
        })
        .collect();
    let order = [(words.by_relevance, "relevance"), (words.in_order, "document")];
    let order: Vec<Choice> = order
        .into_iter()
        .map(|(name, value)| Choice {
            value: value.to_owned(),
            name: name.to_owned(),
            count: None,
            chosen: (asked.order == Order::Document) == (value == "document"),
        })
        .collect();
    html! {
        (group("sort", words.order, &order))
        (group("document", words.by_document, &documents))
        (group("part", words.by_part, &parts))
        (group("topic", words.by_topic, &topics))
    }
}

fn group(kind: &str, name: &str, choices: &[Choice]) -> Markup {
    html! {
        @if choices.len() > 1 || choices.iter().any(|choice| choice.chosen) {
            div.facet role="group" aria-label=(name) {
                p { (name) }
                @for choice in choices { (button(kind, choice)) }
            }
        }
    }
}

fn button(kind: &str, choice: &Choice) -> Markup {
    html! {
        button type="button" data-do=(kind) data-value=(choice.value)
            data-key={ (kind) "-" (choice.value) }
            aria-pressed=(if choice.chosen { "true" } else { "false" })
        {
            (choice.name)
            @if let Some(count) = choice.count { " " span.count { (count) } }
        }
    }
}

/// What is chosen, above the list, each with a way to take it away.
pub fn chosen(reader: &Reader, asked: &Asked) -> Markup {
    let words = words(reader.route.locale);
    let filters = &asked.filters;
    let mut all: Vec<(&str, String, String)> = Vec::new();
    for id in &filters.documents {
        all.push(("document", id.0.clone(), document_name(reader, id)));
    }
    for part in &filters.parts {
        all.push(("part", part.text(), part_name(reader, part, false)));
    }
    for topic in &filters.topics {
        all.push(("topic", topic.clone(), topic_name(reader, topic)));
    }
    html! {
        p.chosen {
            (words.only)
            @for (kind, value, name) in &all {
                button type="button" data-do=(kind) data-value=(value)
                    aria-label=(crate::ui::fill(words.remove, name)) { (name) " ×" }
            }
            @if all.len() > 1 {
                button type="button" data-do="clear-filters" { (words.clear_filters) }
            }
        }
    }
}

fn document_name(reader: &Reader, id: &DocumentId) -> String {
    reader.edition(id).map_or(&*id.0, |e| e.metadata.name(reader.english())).to_owned()
}

fn part_name(reader: &Reader, at: &Address, with_document: bool) -> String {
    let Some(edition) = reader.edition(&at.document) else { return at.text() };
    let name = reader.unit_name(&edition.document, &at.unit, reader.route.locale);
    // Parts of an explaining document often have the names of what they explain.
    if with_document && edition.metadata.explains.is_some() {
        return [&name, " · ", reader.texts().interpreted_by].concat();
    }
    name
}

fn topic_name(reader: &Reader, id: &str) -> String {
    let topic = reader.library().topics.iter().find(|located| located.topic.id == id);
    topic.map_or(id, |located| located.topic.title(reader.english())).to_owned()
}
