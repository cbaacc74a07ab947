//! Which figures a page shows: all of a small library, or a part of those of one document.

use corpus::{Edition, Fact};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::{FACTS_A_PAGE, Page, fact_pages};
use crate::ui::fill;
use crate::views::figure_cards::OwnWords;
use crate::views::glossary::Filters;
use crate::views::library::{PageLinks, about};
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

/// The ways to the pages of a document's figures.
#[component]
pub(super) fn Pages(edition: &'static Edition) -> impl IntoView {
    let page = |number| Page::DocumentFacts(edition.document.id.clone(), number);
    let pages = (1..=fact_pages(edition)).map(page).collect();
    view! { <PageLinks label=page_context().texts().facts pages/> }
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
        let told = [about(&page_context, edition), count];
        let told = told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join(" · ");
        view! {
            <li data-row>
                <a href=href><DocumentName edition/></a>
                " "
                <small class="muted"><OwnWords text=told/></small>
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
