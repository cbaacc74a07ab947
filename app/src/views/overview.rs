//! Pieces of the pages about a document: its name, what it is, a link to it.

use corpus::Edition;
use leptos::prelude::*;

use super::sentence::{Both, InOrder, SOURCE};
use crate::page_context::page_context;
use crate::route::Page;

/// A document's name as the page's heading, in both languages.
#[component]
pub fn Title(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let (chinese, english) = (edition.metadata.name(false), edition.metadata.name(true));
    let names = if english == chinese {
        view! { <span class="zh" lang=SOURCE>{chinese}</span> }.into_any()
    } else {
        view! { <Both chinese english/> }.into_any()
    };
    view! { <h1 tabindex="-1">{names}</h1> }
}

/// What a document is, in plain sentences in both languages.
#[component]
pub fn Summary(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let lines = &edition.metadata.summary;
    let translated = lines.iter().any(|line| !line.en.is_empty());
    (!lines.is_empty()).then(|| {
        let zh: String = lines.iter().map(|line| line.zh.as_str()).collect();
        let zh = view! { <p class=if translated { "zh pair" } else { "zh" } lang=SOURCE>{zh}</p> };
        let en = translated.then(|| {
            let en: String = lines.iter().flat_map(|line| [&*line.en, " "]).collect();
            view! { <p class="en pair" lang="en">{en}</p> }
        });
        view! { <div class="summary"><InOrder chinese=zh english=en/></div> }
    })
}

/// A link to a document's own page.
#[component]
pub fn Card(
    /// The document, with what is known about it.
    edition: &'static Edition,
    /// What the document is to the page.
    label: &'static str,
) -> impl IntoView {
    let page_context = page_context();
    view! {
        <p class="card">
            <small>{label}</small>
            " "
            <a href=page_context.link(Page::Document(edition.document.id.clone()))>
                {edition.metadata.name(page_context.english())}
            </a>
        </p>
    }
}
