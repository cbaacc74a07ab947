//! The first page: what this is, in plain sentences, and everything that there is to read.

use corpus::{DocumentKind, Edition};
use leptos::prelude::*;

use super::listing;
use crate::reader::Reader;
use crate::route::Page;

/// The overview.
pub fn overview(reader: &Reader) -> AnyView {
    let editions = &reader.library().editions;
    let Some(first) = editions.first() else { return super::about::not_found(reader) };
    let others: Vec<AnyView> =
        editions.iter().skip(1).map(|edition| card(reader, edition)).collect();
    view! {
        <article class="overview">
            {title(reader, first)}
            {summary(reader, first)}
            <div class="documents">{others}</div>
            {listing::contents(reader, &first.document)}
        </article>
    }
    .into_any()
}

/// A document's name as the page's heading, in both languages.
pub fn title(reader: &Reader, edition: &Edition) -> AnyView {
    let chinese = edition.metadata.name(false).to_owned();
    let english = edition.metadata.name(true).to_owned();
    let english =
        (english != chinese).then(|| view! { <span class="en" lang="en">{english}</span> });
    let _ = reader;
    view! {
        <h1 tabindex="-1"><span class="zh" lang="zh-Hans">{chinese}</span> {english}</h1>
    }
    .into_any()
}

/// What a document is, in three plain sentences in both languages.
pub fn summary(reader: &Reader, edition: &Edition) -> AnyView {
    let lines = |english: bool| {
        let lines: Vec<String> =
            edition.metadata.summary.iter().map(|line| line.pick(english).to_owned()).collect();
        lines.join(if english { " " } else { "" })
    };
    let _ = reader;
    let (chinese, english) = (lines(false), lines(true));
    view! {
        <div class="summary">
            {(!chinese.is_empty()).then(|| view! { <p class="zh" lang="zh-Hans">{chinese}</p> })}
            {(!english.is_empty()).then(|| view! { <p class="en" lang="en">{english}</p> })}
        </div>
    }
    .into_any()
}

fn card(reader: &Reader, edition: &Edition) -> AnyView {
    let href = reader.link(Page::Document(edition.document.id.clone()));
    let kind = match edition.metadata.kind {
        DocumentKind::Interpretation => reader.texts().interpreted_by,
        DocumentKind::Policy | DocumentKind::Law => reader.texts().info,
    };
    let name = edition.metadata.name(reader.english()).to_owned();
    view! { <p class="card"><small>{kind}</small> <a href=href>{name}</a></p> }.into_any()
}
