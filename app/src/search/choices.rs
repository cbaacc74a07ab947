//! How a list can be narrowed and ordered: documents, parts and topics with their counts.

use corpus::{Address, DocumentId};
use search_index::protocol::{Facets, Order};

use super::asked::Asked;
use crate::page_context::PageContext;
use crate::ui::found::words;

/// A choice: its value in the address, its name, its count, whether it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value in the address.
    pub value: String,
    /// The name that readers see.
    pub name: String,
    /// How many hits it has; orders have no count.
    pub count: Option<u32>,
    /// Whether it is set.
    pub chosen: bool,
}

/// Choices between which a reader chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name in the address.
    pub kind: &'static str,
    /// The name that readers see.
    pub name: &'static str,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// All groups in their order; those that offer no choice are left out.
pub fn groups(page_context: &PageContext, asked: &Asked, counts: &Facets) -> Vec<Group> {
    let words = words(page_context.route.locale);
    let filters = &asked.filters;
    let order = [(words.by_relevance, "relevance"), (words.in_order, "document")];
    let order = order.map(|(name, value)| Choice {
        value: value.to_owned(),
        name: name.to_owned(),
        count: None,
        chosen: (asked.order == Order::Document) == (value == "document"),
    });
    let mut documents = Vec::new();
    for (id, count) in &counts.documents {
        let chosen = filters.documents.contains(id);
        let name = document_name(page_context, id);
        documents.push(Choice { value: id.0.clone(), name, count: Some(*count), chosen });
    }
    let mut parts = Vec::new();
    for (at, count) in &counts.parts {
        let chosen = filters.parts.contains(at);
        let name = part_name(page_context, at, counts.documents.len() > 1);
        parts.push(Choice { value: at.text(), name, count: Some(*count), chosen });
    }
    let mut topics = Vec::new();
    for (id, count) in &counts.topics {
        let chosen = filters.topics.contains(id);
        let name = topic_name(page_context, id);
        topics.push(Choice { value: id.clone(), name, count: Some(*count), chosen });
    }
    let mut groups = vec![
        Group { kind: "sort", name: words.order, choices: order.into() },
        Group { kind: "document", name: words.by_document, choices: documents },
        Group { kind: "part", name: words.by_part, choices: parts },
        Group { kind: "topic", name: words.by_topic, choices: topics },
    ];
    groups.retain(|group| {
        group.choices.len() > 1 || group.choices.iter().any(|choice| choice.chosen)
    });
    groups
}

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its name in the address.
    pub kind: &'static str,
    /// Its value in the address.
    pub value: String,
    /// Its name.
    pub name: String,
}

/// All filters that are set.
pub fn chosen(page_context: &PageContext, asked: &Asked) -> Vec<Chosen> {
    let filters = &asked.filters;
    let mut all = Vec::new();
    for id in &filters.documents {
        let name = document_name(page_context, id);
        all.push(Chosen { kind: "document", value: id.0.clone(), name });
    }
    for part in &filters.parts {
        let name = part_name(page_context, part, false);
        all.push(Chosen { kind: "part", value: part.text(), name });
    }
    for topic in &filters.topics {
        let name = topic_name(page_context, topic);
        all.push(Chosen { kind: "topic", value: topic.clone(), name });
    }
    all
}

fn document_name(page_context: &PageContext, id: &DocumentId) -> String {
    page_context.edition(id).map_or(&*id.0, |e| e.metadata.name(page_context.english())).to_owned()
}

fn part_name(page_context: &PageContext, at: &Address, with_document: bool) -> String {
    let Some(edition) = page_context.edition(&at.document) else { return at.text() };
    let name = page_context.unit_name(&edition.document, &at.unit, page_context.route.locale);
    // Parts of an explaining document often have the names of what they explain.
    if with_document && edition.metadata.explains.is_some() {
        return [&name, " · ", page_context.texts().interpreted_by].concat();
    }
    name
}

fn topic_name(page_context: &PageContext, id: &str) -> String {
    let topic = page_context.library().topics.iter().find(|located| located.topic.id == id);
    topic.map_or(id, |located| located.topic.title(page_context.english())).to_owned()
}

#[cfg(test)]
mod tests;
