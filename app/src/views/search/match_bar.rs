//! The bar that leads from match to match on the page of a provision.

use leptos::prelude::*;

use super::parts::Button;
use crate::page_context::page_context;
use crate::route::Page;
use crate::search::asked::carry;
use crate::search::context::search;
use crate::search::state::{Action, MatchBar};
use crate::ui::found::words;

/// The bar; nothing where nothing is marked.
#[component]
pub fn Bar() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let matches = search().matches;
    let button = |action: Action, name: &'static str, sign: &'static str| {
        view! { <Button text=sign name=name.to_owned() title=name action/> }
    };
    move || {
        let MatchBar { text, query } = matches.get();
        (!text.is_empty()).then(|| {
            let back = [&page_context.link(Page::Search), &*carry(&query)].concat();
            view! {
                <div id="match-bar">
                    <p id="match-state" role="status">{text}</p>
                    {button(Action::StepMatch { forward: false }, words.previous_match, "↑")}
                    {button(Action::StepMatch { forward: true }, words.next_match, "↓")}
                    <a href=back aria-label=words.back_to_results>
                        "←"
                        <span>{words.back_to_results}</span>
                    </a>
                    {button(Action::ClearMatches, words.clear_matches, "×")}
                </div>
            }
        })
    }
}
