//! The first page: what this is, in plain sentences, and everything that there is to read.

use corpus::{DocumentKind, Edition};
use maud::{Markup, html};

use super::sentence::SOURCE;
use super::{listing, search};
use crate::reader::Reader;
use crate::route::Page;

/// The overview: the first document in full, the others as cards.
pub fn overview(reader: &Reader) -> Markup {
    let editions = &reader.library().editions;
    let Some(first) = editions.first() else { return search::not_found(reader) };
    html! {
        article.overview {
            (title(first))
            (summary(first))
            div.documents {
                (card(reader, first, reader.texts().info))
                @for edition in editions.iter().skip(1) {
                    (card(reader, edition, kind(reader, edition)))
                }
            }
            (listing::contents(reader, &first.document))
        }
    }
}

fn kind(reader: &Reader, edition: &Edition) -> &'static str {
    match edition.metadata.kind {
        DocumentKind::Interpretation => reader.texts().interpreted_by,
        DocumentKind::Policy | DocumentKind::Law => reader.texts().info,
    }
}

/// A document's name as the page's heading, in both languages.
pub fn title(edition: &Edition) -> Markup {
    let (chinese, english) = (edition.metadata.name(false), edition.metadata.name(true));
    html! {
        h1 tabindex="-1" {
            span.zh lang=(SOURCE) { (chinese) }
            @if english != chinese { " " span.en lang="en" { (english) } }
        }
    }
}

/// What a document is, in plain sentences in both languages.
pub fn summary(edition: &Edition) -> Markup {
    let lines = &edition.metadata.summary;
    html! {
        @if !lines.is_empty() {
            div.summary {
                p.zh lang=(SOURCE) { @for line in lines { (line.zh) } }
                @if lines.iter().any(|line| !line.en.is_empty()) {
                    p.en lang="en" { @for line in lines { (line.en) " " } }
                }
            }
        }
    }
}

/// A link to a document's own page.
pub fn card(reader: &Reader, edition: &Edition, label: &str) -> Markup {
    html! {
        p.card {
            small { (label) }
            " "
            a href=(reader.link(Page::Document(edition.document.id.clone()))) {
                (edition.metadata.name(reader.english()))
            }
        }
    }
}
