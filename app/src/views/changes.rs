//! What changed from one document to the next of its series: at a glance, the figures, then every
//! provision with its words before and now, each with an address of its own.

mod figures;
mod provision;
mod series;

use corpus::changes::Changes;
use corpus::downloads::Format;
use corpus::{Change, ChangeKind, DocumentId, Edition};
use leptos::either::Either;
use leptos::prelude::*;

use super::document::BackToDocument;
use super::search::NotFound;
use crate::page_context::page_context;
use crate::route::Page;
use crate::ui::fill;
use crate::words::changes::words;
use crate::words::document;
use crate::words::kinds::change;
use figures::Figures;
use provision::{ChangedProvision, UnchangedProvision};

pub use series::{Series, SinceBefore};

/// A document and the one before it.
#[derive(Clone, Copy)]
struct Pair {
    old: &'static Edition,
    new: &'static Edition,
}

/// The page of a document's changes.
#[component]
pub fn ChangesPage(
    /// The newer document.
    id: DocumentId,
) -> impl IntoView {
    let library = page_context().library();
    let found = library.changes(&id).and_then(|changes| {
        let pair = Pair { old: library.edition(&changes.old)?, new: library.edition(&id)? };
        Some((changes, pair))
    });
    match found {
        Some((changes, pair)) => Either::Left(view! { <Found changes pair/> }),
        None => Either::Right(view! { <NotFound/> }),
    }
}

/// The changes of a document that has one before it.
#[component]
fn Found(changes: &'static Changes, pair: Pair) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let (same, others): (Vec<&Change>, Vec<&Change>) =
        changes.list.iter().partition(|change| change.kind == ChangeKind::Unchanged);
    view! {
        <article class="changes-page">
            <BackToDocument edition=pair.new/>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">
                <a href=page_context.link(Page::Document(pair.old.document.id.clone()))>
                    {fill(words.lead, pair.old.metadata.name(page_context.english()))}
                </a>
            </p>
            <p class="hint">{words.how}</p>
            <Counts changes/>
            <Figures pair list=&changes.list/>
            <Changed pair others/>
            <Unchanged pair same/>
            <Data id=&pair.new.document.id/>
        </article>
    }
}

/// How many provisions are new, changed, gone.
#[component]
fn Counts(changes: &'static Changes) -> impl IntoView {
    let page_context = page_context();
    let counts = ChangeKind::ALL.into_iter().map(|one| (one, changes.count(one)));
    let counts = counts.filter(|(_, count)| *count > 0).map(|(one, count)| {
        view! { <li>{change(one, page_context.route.locale)}" "<b>{count}</b></li> }
    });
    view! {
        <section aria-labelledby="summary">
            <h2 id="summary">{words(page_context.route.locale).summary}</h2>
            <ul>{counts.collect_view()}</ul>
        </section>
    }
}

/// The provisions whose words are not the same.
#[component]
fn Changed(pair: Pair, others: Vec<&'static Change>) -> impl IntoView {
    let words = words(page_context().route.locale);
    (!others.is_empty()).then(|| {
        let list = others.into_iter().map(|change| view! { <ChangedProvision pair change/> });
        view! {
            <section aria-labelledby="list">
                <h2 id="list">{words.list}</h2>
                <p class="hint">{words.marks}</p>
                {list.collect_view()}
            </section>
        }
    })
}

/// The provisions with the same words.
#[component]
fn Unchanged(pair: Pair, same: Vec<&'static Change>) -> impl IntoView {
    let words = words(page_context().route.locale);
    (!same.is_empty()).then(|| {
        let count = same.len().to_string();
        let list = same.into_iter().map(|change| view! { <UnchangedProvision pair change/> });
        view! {
            <details class="fold">
                <summary>{fill(words.unchanged_list, &count)}</summary>
                <ul class="names">{list.collect_view()}</ul>
            </details>
        }
    })
}

/// The changes as files.
#[component]
fn Data(id: &'static DocumentId) -> impl IntoView {
    let page_context = page_context();
    let files = Format::CHANGES.map(|format| {
        let href = [page_context.route.root(), format.path(id, None)].concat();
        view! { <li><a href=href>{document::format(format, page_context.route.locale)}</a></li> }
    });
    view! {
        <section class="downloads" aria-labelledby="data">
            <h2 id="data">{words(page_context.route.locale).data}</h2>
            <ul>{files.into_iter().collect_view()}</ul>
        </section>
    }
}
