//! Every figure, bound and deadline as a table: readable as it is, and with script sortable and
//! filterable (`enhance.js` reads the `data-` attributes). On phones its rows become cards.

use corpus::{Edition, Fact, FactKind, Sentence};
use leptos::prelude::*;

use super::cells::{About, DueCell, Figure, InSentence, Kind, PlaceCell};
use super::scope::scope;
use crate::page_context::{PageContext, page_context};
use crate::views::glossary::Filters;
use crate::views::quoted;
use crate::words::kinds::fact_kind;
use crate::words::words;

/// A part of a document with its facts.
struct Group {
    edition: &'static Edition,
    part: Option<(String, String)>,
    facts: Vec<&'static Fact>,
}

impl Group {
    /// What filters call the part.
    fn id(&self) -> String {
        let part = self.part.as_ref().map_or("0", |(number, _)| number);
        format!("{}/{part}", self.edition.document.id)
    }

    /// What readers call it.
    fn name(&self, page_context: &PageContext) -> String {
        let words = words(page_context.route.locale);
        let undivided = self.edition.document.divisions.is_empty();
        let outside = if undivided { words.undivided } else { words.outside_parts };
        self.part.as_ref().map_or(outside, |(_, name)| name).to_owned()
    }
}

/// The quantities that the page shows, in reading order.
fn groups(page_context: &PageContext) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (edition, facts) in scope(page_context) {
        for fact in facts {
            if matches!(fact.kind, FactKind::Name | FactKind::Ordinal) {
                continue;
            }
            let part = quoted::part_name(page_context, &fact.at, page_context.route.locale);
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
#[component]
pub fn FactsTable() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let groups = groups(&page_context);
    let heads = [
        (words.figure, "number"),
        (words.about, "text"),
        (words.kind, "text"),
        (words.due, "text"),
        (words.place, "text"),
        (words.sentence, "order"),
    ];
    let heads = heads.map(|(name, sort)| {
        view! { <th scope="col" role="columnheader" data-sort=sort>{name}</th> }
    });
    (!groups.is_empty()).then(|| {
        let choices = Choices::of(&page_context, &groups);
        let bodies = groups.into_iter().map(|group| view! { <Body group/> });
        view! {
            <section aria-labelledby="facts-table" data-enhance>
                <h2 id="facts-table">{words.table}</h2>
                <Tools choices/>
                <table class="lines cards-on-phones" role="table" aria-labelledby="facts-table">
                    <thead role="rowgroup">
                        <tr role="row">{heads.into_iter().collect_view()}</tr>
                    </thead>
                    {bodies.collect_view()}
                </table>
            </section>
        }
    })
}

/// A value that filters know, and its name for readers.
type Choice = (String, String);

fn add(choices: &mut Vec<Choice>, id: &str, name: impl Into<String>) {
    if !choices.iter().any(|(known, _)| known == id) {
        choices.push((id.to_owned(), name.into()));
    }
}

/// What the rows can be filtered by.
struct Choices {
    documents: Vec<Choice>,
    parts: Vec<Choice>,
    kinds: Vec<Choice>,
}

impl Choices {
    fn of(page_context: &PageContext, groups: &[Group]) -> Self {
        let english = page_context.english();
        let (mut documents, mut parts, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
        for group in groups {
            add(&mut documents, &group.edition.document.id.0, group.edition.metadata.name(english));
            for fact in &group.facts {
                add(
                    &mut kinds,
                    kind_id(fact.kind),
                    fact_kind(fact.kind, page_context.route.locale),
                );
            }
        }
        for group in groups {
            let name = group.name(page_context);
            let document = group.edition.metadata.name(english);
            let name = if documents.len() > 1 { format!("{document} · {name}") } else { name };
            add(&mut parts, &group.id(), name);
        }
        Self { documents, parts, kinds }
    }
}

/// The filters, and the order of the cards on phones.
#[component]
fn Tools(choices: Choices) -> impl IntoView {
    let words = words(page_context().route.locale);
    let Choices { documents, parts, kinds } = choices;
    let documents = (documents.len() > 1)
        .then(|| view! { <Select name=words.document by="document" choices=documents/> });
    let parts =
        (parts.len() > 1).then(|| view! { <Select name=words.part by="part" choices=parts/> });
    view! {
        <Filters>
            {documents}
            {parts}
            <Select name=words.kind by="kind" choices=kinds/>
            <label class="only-cards">
                {words.sort}
                " "
                <select data-sort-by autocomplete="off">
                    <option value="">{words.reading_order}</option>
                </select>
            </label>
        </Filters>
    }
}

/// A filter by one property of the facts.
#[component]
fn Select(name: &'static str, by: &'static str, choices: Vec<Choice>) -> impl IntoView {
    let words = words(page_context().route.locale);
    let options = choices.into_iter().map(|(value, name)| {
        view! { <option value=value>{name}</option> }
    });
    view! {
        <label>
            {name}
            " "
            <select data-by=by autocomplete="off">
                <option value="">{words.all}</option>
                {options.collect_view()}
            </select>
        </label>
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
        FactKind::Standard => "standard",
    }
}

/// The rows of a part under its name.
#[component]
fn Body(group: Group) -> impl IntoView {
    let page_context = page_context();
    let (edition, part) = (group.edition, group.id());
    let rows = group.facts.iter().filter_map(|fact| {
        let sentence = edition.document.sentence(&fact.at)?;
        Some(view! { <Row edition part=part.clone() fact sentence/> })
    });
    view! {
        <tbody role="rowgroup" data-group>
            <tr class="group" role="row">
                <th scope="rowgroup" role="rowheader" colspan="6">
                    <small>{edition.metadata.name(page_context.english())}</small>
                    " "
                    {group.name(&page_context)}
                </th>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}

/// A fact.
#[component]
fn Row(
    edition: &'static Edition,
    part: String,
    fact: &'static Fact,
    sentence: &'static Sentence,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let document = edition.document.id.0.as_str();
    view! {
        <tr role="row" data-row data-document=document data-part=part data-kind=kind_id(fact.kind)>
            <td role="cell" data-label=words.figure data-value=fact.value.to_string()
                data-unit=fact.unit.as_str()><Figure fact sentence/></td>
            <td role="cell" data-label=words.about><About fact=fact.clone() sentence/></td>
            <td role="cell" data-label=words.kind><Kind fact/></td>
            <DueCell fact sentence/>
            <PlaceCell fact sentence/>
            <td role="cell" data-label=words.sentence><InSentence fact sentence/></td>
        </tr>
    }
}
