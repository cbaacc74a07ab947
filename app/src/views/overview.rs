//! Pieces of the pages about a document: its name, what it is, a link to it.

use corpus::Edition;
use maud::{Markup, html};

use super::sentence::{self, SOURCE};
use crate::reader::Reader;
use crate::route::Page;

/// A document's name as the page's heading, in both languages.
pub fn title(reader: &Reader, edition: &Edition) -> Markup {
    let (chinese, english) = (edition.metadata.name(false), edition.metadata.name(true));
    html! {
        h1 tabindex="-1" {
            @if english == chinese { span.zh lang=(SOURCE) { (chinese) } }
            @else { (sentence::both(reader, &html! { (chinese) }, &html! { (english) })) }
        }
    }
}

/// What a document is, in plain sentences in both languages.
pub fn summary(reader: &Reader, edition: &Edition) -> Markup {
    let lines = &edition.metadata.summary;
    let translated = lines.iter().any(|line| !line.en.is_empty());
    let zh = html! { p.zh.pair[translated] lang=(SOURCE) { @for line in lines { (line.zh) } } };
    let en =
        html! { @if translated { p.en.pair lang="en" { @for line in lines { (line.en) " " } } } };
    let (first, second) = sentence::in_order(reader, zh, en);
    html! { @if !lines.is_empty() { div.summary { (first) (second) } } }
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
