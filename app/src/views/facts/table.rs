//! Every figure, bound and deadline as a table: readable as it is, and with script sortable and
//! filterable (`enhance.js` reads the `data-` attributes). On phones its rows become cards.

use corpus::{Edition, Fact, FactKind, Sentence};
use maud::{Markup, html};

use super::cells;
use crate::reader::Reader;
use crate::views::{glossary, quoted};
use crate::words::{Texts, fact_kind, words};

/// A part of a document with its facts.
struct Group<'a> {
    edition: &'a Edition,
    part: Option<(String, String)>,
    facts: Vec<&'a Fact>,
}

impl Group<'_> {
    /// What filters call the part.
    fn id(&self) -> String {
        let part = self.part.as_ref().map_or("0", |(number, _)| number);
        format!("{}/{part}", self.edition.document.id)
    }

    /// What readers call it.
    fn name(&self, reader: &Reader) -> String {
        let words = words(reader.route.locale);
        let undivided = self.edition.document.divisions.is_empty();
        let outside = if undivided { words.undivided } else { words.outside_parts };
        self.part.as_ref().map_or(outside, |(_, name)| name).to_owned()
    }
}

/// The quantities of all documents, in reading order.
fn groups(reader: &Reader) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for edition in &reader.library().editions {
        for fact in &edition.facts {
            if matches!(fact.kind, FactKind::Name | FactKind::Ordinal) {
                continue;
            }
            let part = quoted::part_name(reader, &fact.at, reader.route.locale);
            match groups.last_mut() {
                Some(group)
                    if group.part == part && group.edition.document.id == edition.document.id =>
                {
                    group.facts.push(fact);
                }
                _ => groups.push(Group { edition, part, facts: vec![fact] }),
            }
        }
    }
    groups
}

/// The table with its filters.
pub fn table(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let groups = groups(reader);
    let heads = [
        (words.figure, "number"),
        (words.about, "text"),
        (words.kind, "text"),
        (words.due, "text"),
        (words.place, "text"),
        (words.sentence, "order"),
    ];
    html! {
        @if !groups.is_empty() {
            section aria-labelledby="facts-table" data-enhance {
                h2 #facts-table { (words.table) }
                (tools(reader, &groups))
                table.lines.cards-on-phones role="table" aria-labelledby="facts-table" {
                    thead role="rowgroup" {
                        tr role="row" {
                            @for (name, sort) in heads {
                                th scope="col" role="columnheader" data-sort=(sort) { (name) }
                            }
                        }
                    }
                    @for group in &groups { (body(reader, group)) }
                }
            }
        }
    }
}

/// A value that filters know, and its name for readers.
type Choice = (String, String);

fn add(choices: &mut Vec<Choice>, id: &str, name: impl Into<String>) {
    if !choices.iter().any(|(known, _)| known == id) {
        choices.push((id.to_owned(), name.into()));
    }
}

fn tools(reader: &Reader, groups: &[Group<'_>]) -> Markup {
    let words = words(reader.route.locale);
    let english = reader.english();
    let (mut documents, mut parts, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    for group in groups {
        add(&mut documents, &group.edition.document.id.0, group.edition.metadata.name(english));
        for fact in &group.facts {
            add(&mut kinds, kind_id(fact.kind), fact_kind(fact.kind, english));
        }
    }
    for group in groups {
        let name = group.name(reader);
        let document = group.edition.metadata.name(english);
        let name = if documents.len() > 1 { format!("{document} · {name}") } else { name };
        add(&mut parts, &group.id(), name);
    }
    glossary::tools(
        reader,
        &html! {
            @if documents.len() > 1 { (choice(words, words.document, "document", &documents)) }
            @if parts.len() > 1 { (choice(words, words.part, "part", &parts)) }
            (choice(words, words.kind, "kind", &kinds))
            label.only-cards {
                (words.sort) " "
                select data-sort-by autocomplete="off" {
                    option value="" { (words.reading_order) }
                }
            }
        },
    )
}

fn choice(words: &'static Texts, name: &str, by: &str, choices: &[Choice]) -> Markup {
    html! {
        label {
            (name) " "
            select data-by=(by) autocomplete="off" {
                option value="" { (words.all) }
                @for (value, name) in choices { option value=(value) { (name) } }
            }
        }
    }
}

/// A kind of fact as filters know it.
fn kind_id(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Target => "target",
        FactKind::Result => "result",
        FactKind::Date => "date",
        FactKind::Threshold => "threshold",
        FactKind::Limit => "limit",
        FactKind::Penalty => "penalty",
        FactKind::Baseline => "baseline",
        FactKind::Rank => "rank",
        FactKind::Count => "count",
        FactKind::Ordinal => "ordinal",
        FactKind::Name => "name",
    }
}

fn body(reader: &Reader, group: &Group<'_>) -> Markup {
    let sentence = |fact: &Fact| group.edition.document.sentence(&fact.at);
    html! {
        tbody role="rowgroup" data-group {
            tr.group role="row" {
                th scope="rowgroup" role="rowheader" colspan="6" {
                    small { (group.edition.metadata.name(reader.english())) } " " (group.name(reader))
                }
            }
            @for fact in &group.facts {
                @if let Some(sentence) = sentence(fact) { (row(reader, group, fact, sentence)) }
            }
        }
    }
}

fn row(reader: &Reader, group: &Group<'_>, fact: &Fact, sentence: &Sentence) -> Markup {
    let words = words(reader.route.locale);
    html! {
        tr role="row" data-row data-document=(group.edition.document.id) data-part=(group.id())
            data-kind=(kind_id(fact.kind)) {
            td role="cell" data-label=(words.figure) data-value=(fact.value) data-unit=(fact.unit) {
                (cells::figure(reader, fact, sentence))
            }
            td role="cell" data-label=(words.about) { (cells::about(reader, fact, sentence)) }
            td role="cell" data-label=(words.kind) { (cells::kind(reader, fact)) }
            (optional(words.due, cells::due(fact, sentence)))
            (optional(words.place, cells::place(reader, fact, sentence)))
            td role="cell" data-label=(words.sentence) {
                (cells::sentence(reader, fact, sentence))
            }
        }
    }
}

/// A cell that may be empty; cards leave empty ones out.
fn optional(label: &str, content: Option<Markup>) -> Markup {
    html! {
        td role="cell" data-label=(label) class=[content.is_none().then_some("empty")] {
            @if let Some(content) = content { (content) }
        }
    }
}
