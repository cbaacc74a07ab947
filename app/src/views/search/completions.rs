//! Completions under the search box.

use leptos::prelude::*;
use search_index::protocol::SuggestionKind;

use super::parts::tap;
use crate::page_context::page_context;
use crate::search::context::search;
use crate::search::state::{Action, Offered};
use crate::ui::found::words;

/// What is offered, as the options of a list.
#[component]
pub fn Completions() -> impl IntoView {
    let words = words(page_context().route.locale);
    let offered = search().offered;
    move || {
        let Offered { suggestions, chosen } = offered.get();
        let options = suggestions.into_iter().enumerate().map(|(index, suggestion)| {
            let kind = match suggestion.kind {
                SuggestionKind::Title => words.kind_title,
                SuggestionKind::Term => words.kind_term,
                SuggestionKind::Number => words.kind_number,
            };
            view! {
                <li
                    role="option"
                    id=option_id(index)
                    aria-selected=if chosen == Some(index) { "true" } else { "false" }
                    on:click=tap(Action::Complete(index))
                >
                    <span>{suggestion.text}</span>
                    <small>{kind}</small>
                </li>
            }
        });
        options.collect_view()
    }
}

/// The id of an option.
pub fn option_id(index: usize) -> String {
    ["completion-", &index.to_string()].concat()
}
