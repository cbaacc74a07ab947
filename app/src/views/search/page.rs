//! The search page as it is before anything is asked, and what stands in place of a page that is not
//! there.

use leptos::prelude::*;

use super::help::{Elsewhere, Help};
use crate::page_context::page_context;
use crate::route::Page;
use crate::ui::search::words;

/// The search page without results.
#[component]
pub fn SearchPage() -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let words = words(page_context.route.locale);
    // Which of the two lines of the status is shown is known before anything is painted, and so
    // is whether not even the plain search could be loaded (see early.js).
    view! {
        <article class="search-page">
            <h1 tabindex="-1">{texts.search}</h1>
            <noscript><p>{texts.search_needs_script}</p></noscript>
            <p id="found-status" role="status">
                <span class="lead">{texts.search_lead}</span>
                <span class="searching">{words.searching}</span>
            </p>
            <div id="found-notices"></div>
            <div class="found">
                <div id="found-list"></div>
                <div id="found-more"></div>
                <details id="found-filters" hidden>
                    <summary>{words.filters}</summary>
                    <div id="found-facets"></div>
                </details>
            </div>
            <p id="search-lost" role="alert" hidden>{texts.search_lost}</p>
            <details id="download-hits" hidden>
                <summary>{words.download}</summary>
                <div></div>
            </details>
            <Help/>
            <Elsewhere/>
        </article>
    }
}

/// The page for an unknown address.
#[component]
pub fn NotFound() -> impl IntoView {
    let texts = page_context().texts();
    view! { <Missing title=texts.not_found help=texts.not_found_help/> }
}

/// The page for one that is not on this device, without a network.
#[component]
pub fn NotKept() -> impl IntoView {
    let texts = page_context().texts();
    view! { <Missing title=texts.not_kept help=texts.not_kept_help/> }
}

/// What stands in place of a page, with the way to the contents.
#[component]
fn Missing(title: &'static str, help: &'static str) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    view! {
        <article class="not-found">
            <h1 tabindex="-1">{title}</h1>
            <p>{help}</p>
            <p><a href=page_context.link(Page::Overview)>{texts.contents}</a></p>
        </article>
    }
}
