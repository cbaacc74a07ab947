//! Figures and deadlines: the picture of the targets, every figure in a table, policy and
//! interpretation compared, and the data to take away.

pub(super) mod cells;
mod compared;
mod names;
mod scope;
mod table;
mod timeline;

use corpus::downloads::Format;
use corpus::{DocumentId, Edition};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use super::picture::{self, Shape};
use crate::page_context::page_context;
use crate::views::document::BackToDocument;
use crate::views::search::NotFound;
use crate::words::words;
use compared::Compared;
use names::Names;
use scope::{Documents, Pages};
use table::FactsTable;
use timeline::Timeline;

/// The facts page.
#[component]
pub fn FactsPage() -> impl IntoView {
    let page_context = page_context();
    let content = if page_context.library_index.facts_by_document() {
        view! { <Documents/> }.into_any()
    } else {
        view! {
            <Targets/>
            <Timeline/>
            <FactsTable/>
            <Names/>
            <Compared/>
            <Downloads/>
        }
        .into_any()
    };
    view! {
        <article class="facts-page">
            <h1 tabindex="-1">{page_context.texts().facts}</h1>
            <p class="lead">{words(page_context.route.locale).facts_lead}</p>
            {content}
        </article>
    }
}

/// The figures of one document, in pages.
#[component]
pub fn DocumentFactsPage(
    /// The document.
    id: DocumentId,
    /// Which page of them, from 1.
    number: usize,
) -> impl IntoView {
    let page_context = page_context();
    let Some(edition) = page_context.edition(&id) else {
        return view! { <NotFound/> }.into_any();
    };
    let compared = (number == 1).then(|| view! { <Compared/> });
    view! {
        <article class="facts-page">
            <BackToDocument edition/>
            <h1 tabindex="-1">{page_context.texts().facts}</h1>
            <p class="lead">{words(page_context.route.locale).facts_lead}</p>
            <Pages edition/>
            <FactsTable/>
            <Names/>
            {compared}
            <Pages edition/>
            <ul class="data"><li><Files edition/></li></ul>
        </article>
    }
    .into_any()
}

/// The picture, drawn for wide screens and for phones, and the file to keep.
#[component]
fn Targets() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let drawn = |shape| picture::inline(&page_context, shape).map(InertElement::new);
    drawn(Shape::Wide).zip(drawn(Shape::Narrow)).map(|(wide, narrow)| {
        view! {
            <section aria-labelledby="targets">
                <h2 id="targets">{words.picture}</h2>
                <div class="picture picture-wide">{wide}</div>
                <div class="picture picture-narrow">{narrow}</div>
                <p>
                    <button class="button script-only" type="button" data-tool="targets">
                        {words.picture_pass_on}
                    </button>
                    " "
                    <a class="button" href=picture::FILE>{words.picture_open}</a>
                </p>
            </section>
        }
    })
}

/// The facts of all documents as files.
#[component]
fn Downloads() -> impl IntoView {
    let page_context = page_context();
    let editions =
        page_context.library().editions.iter().filter(|edition| !edition.facts.is_empty());
    let files = editions.map(|edition| view! { <li><Files edition/></li> });
    view! {
        <section aria-labelledby="data">
            <h2 id="data">{words(page_context.route.locale).data}</h2>
            <ul class="data">{files.collect_view()}</ul>
        </section>
    }
}

/// The facts of one document as files.
#[component]
fn Files(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let english = page_context.english();
    let files = [Format::FactsCsv, Format::FactsJson].map(|format| {
        let href = [page_context.route.root(), format.path(&edition.document.id, None)].concat();
        view! {
            <a class="button" href=href>{crate::words::document::format(format, page_context.route.locale)}</a>
            " "
        }
    });
    view! {
        {edition.metadata.name(english)}
        <p>{files.into_iter().collect_view()}</p>
    }
}
