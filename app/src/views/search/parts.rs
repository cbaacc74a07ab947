//! What components of the search are made of: buttons, and lists whose items stay the same elements.
//! Each is of one type, so that the program carries its code once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::facets::{ChoiceButton, Choices};
use super::found::{Between, Run, Section};
use super::hit::HitItem;
use crate::search::context::search;
use crate::search::list::{Group, HitKey};
use crate::search::state::Action;

/// What a tap does.
pub fn tap(action: Action) -> impl Fn(MouseEvent) + Clone + 'static {
    let act = search().act;
    move |_| act(action.clone())
}

/// A button with words or a sign.
#[component]
pub fn Button(
    /// What stands on it.
    #[prop(into)]
    text: String,
    /// What it does.
    action: Action,
    /// What it is called, where that is more than what stands on it.
    #[prop(optional)]
    name: Option<String>,
    /// What is shown where a pointer rests on it.
    #[prop(optional)]
    title: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button type="button" aria-label=name title=title on:click=tap(action)>{text}</button>
    }
}

/// An item of a list, by all that tells it from others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A hit.
    Hit(HitKey),
    /// A group of hits, by what heads it, and whether it is folded.
    Section(Group, bool),
    /// A run of hits: what heads its group, and its own place in the group.
    Run(Group, usize),
    /// How the query was read, between a list that stays as it is and what joins it.
    Between,
    /// A group of choices: its name in the address, and the one that readers see.
    Group(&'static str, &'static str),
    /// A choice: the name of its group, its value in the address, its name.
    Choice(&'static str, String, String),
}

/// A list whose items stay the same elements for as long as they are on it.
#[component]
pub fn Items(
    /// The items, as they are at any time.
    each: Box<dyn Fn() -> Vec<Item> + Send>,
) -> impl IntoView {
    view! { <For each key=Item::clone children=item/> }
}

fn item(item: Item) -> AnyView {
    match item {
        Item::Hit(key) => view! { <HitItem key/> }.into_any(),
        Item::Section(group, folded) => view! { <Section group folded/> }.into_any(),
        Item::Run(group, at) => view! { <Run group at/> }.into_any(),
        Item::Between => view! { <Between/> }.into_any(),
        Item::Group(kind, name) => view! { <Choices kind name/> }.into_any(),
        Item::Choice(kind, value, name) => view! { <ChoiceButton kind value name/> }.into_any(),
    }
}
