//! Which figures a page shows: all of a small library, or a part of those of one document.

use corpus::{Edition, Fact};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::{FACTS_A_PAGE, Page, fact_pages};
use crate::ui::fill;
use crate::views::glossary::Filters;
use crate::views::library::{Words, about};
use crate::views::quoted::DocumentName;
use crate::words::words;

/// The editions with those of their facts that this page shows, in reading order.
pub(super) fn scope(page_context: &PageContext) -> Vec<(&'static Edition, &'static [Fact])> {
    let Page::DocumentFacts(id, number) = &page_context.route.page else {
        let all = page_context.library().editions.iter();
        return all.map(|edition| (edition, edition.facts.as_slice())).collect();
    };
    let edition = page_context.edition(id);
    let part = |edition: &'static Edition| edition.facts.chunks(FACTS_A_PAGE).nth(*number - 1);
    edition.and_then(|edition| Some((edition, part(edition)?))).into_iter().collect()
}

/// The ways to the pages of a document's figures; nothing where there is one.
#[component]
pub(super) fn Pages(edition: &'static Edition, number: usize) -> impl IntoView {
    let page_context = page_context();
    let pages = fact_pages(edition);
    (pages > 1).then(|| {
        let links = (1..=pages).map(|other| {
            let page = Page::DocumentFacts(edition.document.id.clone(), other);
            let current = (other == number).then_some("page");
            view! { <li><a href=page_context.link(page) aria-current=current>{other}</a></li> }
        });
        let label = page_context.texts().facts;
        view! { <nav aria-label=label><ul class="chips">{links.collect_view()}</ul></nav> }
    })
}

/// The documents that have figures, each leading to its own.
#[component]
pub(super) fn Documents() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let editions = page_context.library().editions.iter().filter(|e| !e.facts.is_empty());
    let rows = editions.map(|edition| {
        let href = page_context.link(Page::DocumentFacts(edition.document.id.clone(), 1));
        let count = fill(words.figures_of, &edition.facts.len().to_string());
        let told = [about(&page_context, edition), count].join(" · ");
        view! {
            <li data-row>
                <a href=href><DocumentName edition/></a>
                " "
                <small class="muted"><Words text=told/></small>
            </li>
        }
    });
    view! {
        <section data-enhance>
            <Filters/>
            <ul class="documents">{rows.collect_view()}</ul>
        </section>
    }
}
