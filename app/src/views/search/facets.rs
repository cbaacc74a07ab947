//! Narrowing the list: documents, parts and topics with counts, and the order.

use leptos::prelude::*;

use super::parts::{Button, Item, Items, tap};
use crate::page_context::page_context;
use crate::search::choices::Chosen;
use crate::search::context::search;
use crate::search::state::Action;
use crate::ui::fill;
use crate::ui::found::words;

/// All groups of choices. A choice that is set is shown even where nothing has it. A choice stays
/// the same element while its count changes, so that it keeps the focus.
#[component]
pub fn Facets() -> impl IntoView {
    let told = search().told;
    let each = move || {
        let told = told.read();
        told.groups.iter().map(|group| Item::Group(group.kind, group.name)).collect()
    };
    view! { <Items each=Box::new(each)/> }
}

/// One group of choices.
#[component]
pub fn Choices(
    /// Its name in the address.
    kind: &'static str,
    /// The name that readers see.
    name: &'static str,
) -> impl IntoView {
    let told = search().told;
    let each = move || {
        let mut items = Vec::new();
        for group in told.read().groups.iter().filter(|group| group.kind == kind) {
            for choice in &group.choices {
                items.push(Item::Choice(kind, choice.value.clone(), choice.name.clone()));
            }
        }
        items
    };
    view! {
        <div class="facet" role="group" aria-label=name>
            <p>{name}</p>
            <Items each=Box::new(each)/>
        </div>
    }
}

/// One choice, with its count.
#[component]
pub fn ChoiceButton(
    /// The name of its group in the address.
    kind: &'static str,
    /// Its value in the address.
    value: String,
    /// Its name.
    name: String,
) -> impl IntoView {
    let told = search().told;
    let own = value.clone();
    // Its count, and whether it is set.
    let now = move || {
        let told = told.read();
        let mut choices = told.groups.iter().filter(|group| group.kind == kind);
        let choice = choices.find_map(|g| g.choices.iter().find(|choice| choice.value == own));
        choice.map_or((None, false), |choice| (choice.count, choice.chosen))
    };
    let counted = now.clone();
    let count = now.clone()().0.map(|_| {
        let count = move || counted().0.unwrap_or_default().to_string();
        (" ", view! { <span class="count">{count}</span> })
    });
    view! {
        <button
            type="button"
            aria-pressed=move || if now().1 { "true" } else { "false" }
            on:click=tap(Action::Toggle(kind, value))
        >
            {name}
            {count}
        </button>
    }
}

/// What is chosen, above the list, each with a way to take it away.
#[component]
pub fn ChosenFilters(
    /// The filters that are set.
    all: Vec<Chosen>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let mut buttons = Vec::new();
    let several = all.len() > 1;
    for Chosen { kind, value, name } in all {
        let removes = fill(words.remove, &name);
        let text = [&name, " ×"].concat();
        buttons.push(view! { <Button text name=removes action=Action::Toggle(kind, value)/> });
    }
    if several {
        buttons.push(view! { <Button text=words.clear_filters action=Action::ClearFilters/> });
    }
    view! { <p class="chosen">{words.only} {buttons}</p> }
}
