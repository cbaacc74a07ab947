//! The box that portals show with a document, and the files that can be taken away.

use corpus::downloads::Format;
use corpus::info_box::{self, InfoRow};
use corpus::languages;
use corpus::translation::Progress;
use corpus::{Edition, Locale, Translation};
use leptos::prelude::*;

use super::further;
use crate::page_context::{PageContext, page_context};
use crate::ui::fill;
use crate::words::document;

/// What is known about a document: always all rows; why one is empty is said in it.
#[component]
pub fn Info(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let english = page_context.english();
    let rows = info_box::info_box(&edition.metadata, english).into_iter();
    let progress = unfinished(edition).map(|progress| translated_part(&page_context, progress));
    let gaps = edition.metadata.gaps().map(|remark| remark.pick(english));
    view! {
        <section class="info-box" aria-labelledby="info">
            <h2 id="info">{page_context.texts().info}</h2>
            <dl class="rows">{rows.map(|row| view! { <Row row/> }).collect_view()}</dl>
            {progress.map(|progress| view! { <p class="hint">{progress}</p> })}
            <further::Progress edition/>
            {gaps.map(|gap| view! { <p class="hint">{gap}</p> }).collect_view()}
        </section>
    }
}

/// One row of the box.
#[component]
fn Row(row: InfoRow) -> impl IntoView {
    let locale = page_context().route.locale;
    let remark = document::remark(row.state, locale);
    view! {
        <div>
            <dt>{document::label(&row, locale)}</dt>
            <dd class=row.is_empty().then_some("unstated")>
                {document::shown(&row, locale).to_owned()}
                {remark.map(|remark| view! { " " <small>{remark}</small> })}
            </dd>
        </div>
    }
}

fn unfinished(edition: &Edition) -> Option<Progress> {
    edition.english().map(Translation::progress).filter(|progress| !progress.is_whole())
}

fn translated_part(page_context: &PageContext, progress: Progress) -> String {
    let text = fill(page_context.texts().translated_part, &progress.total.to_string());
    fill(&text, &progress.translated.to_string())
}

/// Links to the document's files, those for readers first.
#[component]
pub fn Downloads(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let of_facts = |format: &Format| matches!(format, Format::FactsJson | Format::FactsCsv);
    let there = |format: &Format| !of_facts(format) || page_context.library().contents.facts;
    let formats = Format::ALL.into_iter().filter(there).map(|format| {
        let translations: &[Translation] =
            if format.per_language() { &edition.translations } else { &[] };
        let translated =
            translations.iter().map(|of| view! { <File edition format into=Some(&of.locale)/> });
        (view! { <File edition format into=None/> }, translated.collect_view())
    });
    view! {
        <section class="downloads" aria-labelledby="downloads">
            <h2 id="downloads">{page_context.texts().downloads}</h2>
            <ul>{formats.collect_view()}</ul>
        </section>
    }
}

/// What a language is called; its tag where nothing is known of it.
fn language_name(locale: &'static Locale, english: bool) -> &'static str {
    languages::language(locale).map_or(locale.0.as_str(), |language| language.named(english))
}

/// A link to one file: of the original, or of its translation into a language.
#[component]
fn File(edition: &'static Edition, format: Format, into: Option<&'static Locale>) -> impl IntoView {
    let page_context = page_context();
    let href = [page_context.route.root(), format.path(&edition.document.id, into)].concat();
    let language = into.map(|locale| language_name(locale, page_context.english()));
    view! {
        <li>
            <a href=href>
                {document::format(format, page_context.route.locale)}
                {language.map(|name| view! { " " <span class="tag">{name}</span> })}
            </a>
        </li>
    }
}
