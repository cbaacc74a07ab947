//! The home of a library of many documents: what is new, what is explained, and the ways to the
//! rest.

use corpus::Edition;
use corpus::shelves::{Shelf, ShelfKind, day, latest_first};
use leptos::prelude::*;

use super::list::DocumentRow;
use super::names::{kind_name, shelf_name};
use crate::page_context::page_context;
use crate::route::Page;
use crate::ui::fill;
use crate::views::figure_cards::OwnWords;
use crate::views::home::ForWhom;
use crate::views::search::help::Questions;
use crate::words::library::words;

/// How many of the latest documents stand on the first page, and how many of those explained.
const LATEST: usize = 8;
/// How many shelves of a kind are open; the others are folded.
const OPEN: usize = 8;

/// The first page of a library.
#[component]
pub fn LibraryHome() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let library = page_context.library();
    let english = page_context.english();
    let latest: Vec<&Edition> =
        latest_first(library).into_iter().map(|index| &library.editions[index]).collect();
    let is_explained = |edition: &&&'static Edition| {
        let id = Some(&edition.metadata.id);
        library.editions.iter().any(|other| other.metadata.explains.as_ref() == id)
    };
    let explains = |edition: &&&'static Edition| edition.metadata.explains.is_none();
    let explained: Vec<&Edition> =
        latest.iter().filter(is_explained).copied().take(LATEST).collect();
    // Without a date nobody knows what is the latest.
    let dated = |edition: &&&'static Edition| !day(&edition.metadata).is_empty();
    let any_dated = latest.iter().any(|edition| dated(&edition));
    let newest: Vec<&Edition> = latest
        .iter()
        .filter(explains)
        .filter(|edition| !any_dated || dated(edition))
        .filter(|edition| !explained.iter().any(|other| std::ptr::eq(*other, **edition)))
        .copied()
        .take(LATEST)
        .collect();
    let newest_name = if any_dated { words.latest } else { words.some };
    let count = fill(words.all_of_them, &library.editions.len().to_string());
    view! {
        <article class="home library">
            <h1 tabindex="-1">{library.publication.title.pick(english)}</h1>
            <p class="lead">{library.publication.description.pick(english)}</p>
            <Questions/>
            <ForWhom/>
            <Listed id="explained" name=words.with_interpretation editions=explained/>
            <Listed id="latest" name=newest_name editions=newest/>
            <p><a href=page_context.link(Page::Documents(String::new(), 1))>{count}</a></p>
            <Shelves/>
        </article>
    }
}

/// Some documents under a heading; nothing for none.
#[component]
fn Listed(id: &'static str, name: &'static str, editions: Vec<&'static Edition>) -> impl IntoView {
    (!editions.is_empty()).then(|| {
        let rows = editions.into_iter().map(|edition| view! { <DocumentRow edition/> });
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{name}</h2>
                <ol class="documents">{rows.collect_view()}</ol>
            </section>
        }
    })
}

/// All shelves by their kinds.
#[component]
pub(super) fn Shelves() -> impl IntoView {
    let page_context = page_context();
    ShelfKind::ALL
        .into_iter()
        .map(|kind| {
            let all = page_context.library_index.shelves().iter();
            let own: Vec<&Shelf> = all.filter(|shelf| shelf.kind == kind).collect();
            let name = kind_name(&page_context, kind);
            (!own.is_empty()).then(|| view! { <OfKind name shelves=own/> })
        })
        .collect_view()
}

/// The shelves of one kind, the first of them open.
#[component]
fn OfKind(name: &'static str, shelves: Vec<&'static Shelf>) -> impl IntoView {
    let words = words(page_context().route.locale);
    let (open, folded) = shelves.split_at(shelves.len().min(OPEN));
    let chips = |shelves: &[&'static Shelf]| {
        let chips = shelves.iter().map(|shelf: &&'static Shelf| view! { <Chip shelf/> });
        view! { <ul class="chips">{chips.collect_view()}</ul> }
    };
    let folded = (!folded.is_empty()).then(|| {
        view! {
            <details>
                <summary>{fill(words.more, &folded.len().to_string())}</summary>
                {chips(folded)}
            </details>
        }
    });
    view! {
        <section>
            <h2>{name}</h2>
            {chips(open)}
            {folded}
        </section>
    }
}

/// The way to a shelf, with how many documents it holds.
#[component]
fn Chip(shelf: &'static Shelf) -> impl IntoView {
    let page_context = page_context();
    let page = Page::Documents(shelf.id.clone(), 1);
    let current = (page == page_context.route.page).then_some("page");
    let name = shelf_name(&page_context, shelf);
    view! {
        <li>
            <a href=page_context.link(page) aria-current=current>
                <OwnWords text=name/>
                " "
                <small>{shelf.editions.len()}</small>
            </a>
        </li>
    }
}
