//! The one context that all components of the search share: they read its signals and tell it what
//! the reader does.

use leptos::prelude::*;

use super::state::{Action, MatchBar, Offered, ResultsState};
use super::told::Told;
use crate::page_context::PageContext;

/// All state that components show, and what they tell of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// What the search page shows.
    pub found: RwSignal<ResultsState>,
    /// The same in words.
    pub told: Memo<Told>,
    /// What is offered under the box.
    pub offered: RwSignal<Offered>,
    /// The bar on the page of a provision.
    pub matches: RwSignal<MatchBar>,
    /// The text of a file that could not be saved, to be copied; empty where there is none.
    pub to_copy: RwSignal<String>,
    /// What the reader does goes here.
    pub act: fn(Action),
}

impl Search {
    /// A search in which nothing is asked yet.
    pub fn new(page_context: &PageContext, act: fn(Action)) -> Self {
        let found = RwSignal::<ResultsState>::default();
        let first = page_context.clone();
        let told = Memo::new(move |before: Option<&Told>| {
            // A large library's texts come with each answer.
            let page_context = use_context().unwrap_or_else(|| first.clone());
            Told::new(&page_context, &found.read(), before)
        });
        Self {
            found,
            told,
            offered: RwSignal::default(),
            matches: RwSignal::default(),
            to_copy: RwSignal::default(),
            act,
        }
    }
}

/// The search that a component belongs to, from its context.
pub fn search() -> Search {
    expect_context()
}
