//! What was found: the state in a sentence, how the query was read, the hits in groups.

use leptos::either::Either;
use leptos::prelude::*;

use super::facets::ChosenFilters;
use super::parts::{Button, Item, Items};
use crate::page_context::page_context;
use crate::search::context::search;
use crate::search::list::Group;
use crate::search::state::Action;
use crate::search::told::QueryInterpretation;
use crate::ui::fill;
use crate::ui::found::words;

/// How many there are, in a sentence.
#[component]
pub fn Status() -> impl IntoView {
    let told = search().told;
    move || {
        let told = told.read();
        let text = told.status.clone();
        // Where nothing is asked the line stays as it came with the page, to the element.
        if told.asks {
            Either::Left(text)
        } else {
            Either::Right(view! { <span class="lead">{text}</span> })
        }
    }
}

/// What went wrong, what narrows the list, and how the query was read.
#[component]
pub fn Notices() -> impl IntoView {
    let words = words(page_context().route.locale);
    let told = search().told;
    move || {
        let told = told.read();
        let failed = (!told.failed.is_empty()).then(|| {
            view! {
                <div class="failed" role="alert">
                    <p>{told.failed}</p>
                    <Button text=words.retry action=Action::Retry/>
                </div>
            }
        });
        let chosen =
            (!told.chosen.is_empty()).then(|| view! { <ChosenFilters all=told.chosen.clone()/> });
        (failed, chosen, view! { <Readings all=told.above.clone()/> })
    }
}

/// How the query was read.
#[component]
fn Readings(all: Vec<QueryInterpretation>) -> impl IntoView {
    let lines = all.into_iter().map(|QueryInterpretation { text, quiet, meant }| {
        let class = if quiet { "notice quiet" } else { "notice" };
        let meant = meant.map(|(query, href)| view! { <a href=href><b>{query}</b></a> });
        view! { <p class=class>{text} {meant}</p> }
    });
    lines.collect_view()
}

/// The hits in their groups. What joins a list that stays as it is comes below it, with how the
/// query was read. Whatever stays on the list stays the same element.
#[component]
pub fn Hits() -> impl IntoView {
    let told = search().told;
    let each = move || {
        let told = told.read();
        let mut items = Vec::new();
        for section in &told.sections {
            if section.group == Group::Added && !told.between.is_empty() {
                items.push(Item::Between);
            }
            items.push(Item::Section(section.group, section.folded));
        }
        if !told.between.is_empty() && !items.contains(&Item::Between) {
            items.push(Item::Between);
        }
        items
    };
    view! { <Items each=Box::new(each)/> }
}

/// How the query was read, where it stands below the list.
#[component]
pub fn Between() -> impl IntoView {
    let told = search().told;
    move || view! { <Readings all=told.read().between.clone()/> }
}

/// A group of hits under its head; a folded one opens at a touch.
#[component]
pub fn Section(
    /// What heads it.
    group: Group,
    /// Whether it is folded.
    folded: bool,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let told = search().told;
    let name = match group {
        Group::Exact => words.exact,
        Group::Related => words.related,
        Group::Partial => words.partial,
        Group::Near => words.near,
        Group::Added => words.added,
    };
    let own = move || told.read().sections.iter().find(|own| own.group == group).cloned();
    let count = move || own().and_then(|section| section.count);
    let each = move || {
        let runs = own().map_or(0, |section| section.runs.len());
        (0..runs).map(|run| Item::Run(group, run)).collect()
    };
    let runs = view! { <Items each=Box::new(each)/> };
    if folded {
        let name = move || {
            let count = count().map(|count| fill(words.more_partial, &count.to_string()));
            count.unwrap_or_else(|| words.partial.to_owned())
        };
        view! { <details class="group"><summary>{name}</summary>{runs}</details> }.into_any()
    } else {
        let count =
            move || count().map(|count| view! { <span class="count">{count.to_string()}</span> });
        view! { <section class="group"><h2>{name} {count}</h2>{runs}</section> }.into_any()
    }
}

/// A run of hits.
#[component]
pub fn Run(
    /// What heads its group.
    group: Group,
    /// Its own place in the group.
    at: usize,
) -> impl IntoView {
    let told = search().told;
    let each = move || {
        let told = told.read();
        let section = told.sections.iter().find(|section| section.group == group);
        let run = section.and_then(|section| section.runs.get(at));
        run.map(|run| run.iter().copied().map(Item::Hit).collect()).unwrap_or_default()
    };
    view! { <ol class="hits"><Items each=Box::new(each)/></ol> }
}

/// The button for the next page.
#[component]
pub fn More() -> impl IntoView {
    let words = words(page_context().route.locale);
    let told = search().told;
    move || {
        let rest = told.read().rest;
        (rest > 0).then(|| {
            let text = [words.more, " · ", &*fill(words.remaining, &rest.to_string())].concat();
            view! { <Button text action=Action::More/> }
        })
    }
}
