//! The documents of a library, all of them or those of a shelf, in pages.

use corpus::Edition;
use corpus::shelves::{self, Shelf};
use leptos::prelude::*;

use super::home::Shelves;
use super::names::shelf_name;
use crate::page_context::{PageContext, page_context};
use crate::route::{DOCUMENTS_A_PAGE, Page};
use crate::ui::fill;
use crate::views::figure_cards::OwnWords;
use crate::views::glossary::Filters;
use crate::views::quoted::DocumentName;
use crate::views::search::NotFound;
use crate::views::standing::validity_name;
use crate::words::library::words;

/// The documents of a shelf.
#[component]
pub fn DocumentsPage(
    /// The shelf's id; empty for all documents.
    shelf: String,
    /// Which page of the list, from 1.
    number: usize,
) -> impl IntoView {
    let page_context = page_context();
    let found = page_context.library_index.shelves().iter().find(|own| own.id == shelf);
    if found.is_none() && !shelf.is_empty() {
        return view! { <NotFound/> }.into_any();
    }
    let words = words(page_context.route.locale);
    let all = documents(&page_context, found);
    let name = found.map_or(words.documents.to_owned(), |own| shelf_name(&page_context, own));
    let dated = all.iter().filter(|edition| !shelves::day(&edition.metadata).is_empty()).count();
    let count = match dated {
        0 => words.count_undated,
        _ if dated < all.len() => words.count_partly_dated,
        _ => words.count,
    };
    let count = fill(count, &all.len().to_string());
    let pages = all.len().div_ceil(DOCUMENTS_A_PAGE).max(1);
    let all_pages = (1..=pages).map(|other| Page::Documents(shelf.clone(), other)).collect();
    let rows = all.iter().skip((number - 1) * DOCUMENTS_A_PAGE).take(DOCUMENTS_A_PAGE);
    let rows = rows.copied().map(|edition| view! { <DocumentRow edition/> });
    // What it filters is this page, which must not pass for the whole list.
    let filters = (pages == 1).then(|| view! { <Filters/> });
    let back = (!shelf.is_empty()).then(|| {
        let href = page_context.link(Page::Documents(String::new(), 1));
        view! { <p><a href=href>{words.all_documents}</a></p> }
    });
    view! {
        <article class="library" data-enhance>
            <h1 tabindex="-1"><OwnWords text=name/></h1>
            <p class="lead">{count}</p>
            {filters}
            <ol class="documents">{rows.collect_view()}</ol>
            <PageLinks label=words.pages pages=all_pages/>
            {back}
            <Shelves/>
        </article>
    }
    .into_any()
}

/// The documents of a shelf, or all, the latest first.
fn documents(page_context: &PageContext, shelf: Option<&Shelf>) -> Vec<&'static Edition> {
    let library = page_context.library();
    let indexes = shelf.map_or_else(|| shelves::latest_first(library), |own| own.editions.clone());
    indexes.into_iter().map(|index| &library.editions[index]).collect()
}

/// The ways to the pages of a list by their numbers; nothing where there is one.
#[component]
pub fn PageLinks(
    /// What the list is called.
    label: &'static str,
    /// Its pages in their order.
    pages: Vec<Page>,
) -> impl IntoView {
    let page_context = page_context();
    (pages.len() > 1).then(|| {
        let links = pages.into_iter().enumerate().map(|(index, page)| {
            let current = (page == page_context.route.page).then_some("page");
            view! { <li><a href=page_context.link(page) aria-current=current>{index + 1}</a></li> }
        });
        view! { <nav aria-label=label><ul class="chips">{links.collect_view()}</ul></nav> }
    })
}

/// A document on a list: its name, who issued it and when, whether it is in force, and what explains
/// it.
#[component]
pub(super) fn DocumentRow(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let metadata = &edition.metadata;
    let explaining = page_context
        .library()
        .editions
        .iter()
        .filter(|other| other.metadata.explains.as_ref() == Some(&metadata.id));
    let explaining = explaining.map(|other| {
        view! {
            <p>
                <small>{page_context.texts().interpreted_by}</small>
                " "
                <a href=page_context.link(Page::Document(other.document.id.clone()))>
                    <DocumentName edition=other/>
                </a>
            </p>
        }
    });
    view! {
        <li data-row>
            <a href=page_context.link(Page::Document(edition.document.id.clone()))>
                <DocumentName edition/>
            </a>
            " "
            <small class="muted"><OwnWords text=about(&page_context, edition)/></small>
            {explaining.collect_view()}
        </li>
    }
}

/// Who issued a document and when, and whether it is in force.
pub fn about(page_context: &PageContext, edition: &Edition) -> String {
    let metadata = &edition.metadata;
    let validity = metadata.validity.map(|validity| validity_name(page_context, validity));
    let issuers = crate::views::provision::issuers(page_context, edition);
    let told = [issuers.as_str(), shelves::day(metadata), validity.unwrap_or_default()];
    let told: Vec<&str> = told.into_iter().filter(|told| !told.is_empty()).collect();
    told.join(" · ")
}
