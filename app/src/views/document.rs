//! A document's own page, and the page of one of its divisions.

use corpus::{Address, Block, DocumentId, Edition, Unit};
use maud::{Markup, html};

use super::{info, listing, overview, passages, provision, rows, search, sentence};
use crate::reader::Reader;
use crate::route::{Page, UiLocale};

/// What is known about a document, and its contents.
pub fn document(reader: &Reader, id: &DocumentId) -> Markup {
    let Some(edition) = reader.edition(id) else { return search::not_found(reader) };
    let title = Address { document: id.clone(), unit: Unit::Title, sentence: None };
    html! {
        article.document {
            (overview::title(reader, edition))
            @if !is_told(reader, edition) { (full_title(reader, edition)) }
            (overview::summary(reader, edition))
            (related(reader, edition))
            (series(reader, edition))
            (info::info(reader, edition))
            (listing::contents(reader, &edition.document))
            (info::downloads(reader, edition))
            (sentence::errata(reader, &title))
        }
    }
}

/// Whether the heading tells the full title already, and there is nothing to add to it.
fn is_told(reader: &Reader, edition: &Edition) -> bool {
    reader.unit_name(&edition.document, &Unit::Title, UiLocale::Zh) == edition.metadata.name(false)
        && edition.translations.is_empty()
        && edition.errata.iter().all(|erratum| erratum.at.unit != Unit::Title)
}

fn full_title(reader: &Reader, edition: &Edition) -> Markup {
    let at = |number| Address {
        document: edition.document.id.clone(),
        unit: Unit::Title,
        sentence: Some(number),
    };
    html! {
        div.full-title {
            @for line in &edition.document.title {
                div.sentence id={ "s" (line.number) } {
                    (sentence::lines(reader, &at(line.number), line))
                }
            }
        }
    }
}

/// Links to the document that this one explains, and to those that explain it.
fn related(reader: &Reader, edition: &Edition) -> Markup {
    let texts = reader.texts();
    let explained = edition.metadata.explains.as_ref().and_then(|id| reader.edition(id));
    let explaining =
        |other: &&Edition| other.metadata.explains.as_ref() == Some(&edition.document.id);
    html! {
        @if let Some(other) = explained { (overview::card(reader, other, texts.interprets)) }
        @for other in reader.library().editions.iter().filter(explaining) {
            (overview::card(reader, other, texts.interpreted_by))
        }
    }
}

/// The document's series. The app, which shows a page that was not kept, does not know it.
#[cfg(feature = "ssr")]
fn series(reader: &Reader, edition: &Edition) -> Markup {
    super::changes::series(reader, edition)
}

#[cfg(not(feature = "ssr"))]
fn series(_: &Reader, _: &Edition) -> Markup {
    Markup::default()
}

/// A division with the full text of its provisions.
pub fn division(reader: &Reader, id: &DocumentId, number: &str) -> Markup {
    let found = reader.edition(id).and_then(|e| Some((e, e.document.division(number)?)));
    let Some((edition, division)) = found else { return search::not_found(reader) };
    let document = &edition.document;
    let unit = Unit::Division(number.to_owned());
    let heading = Address { document: id.clone(), unit: unit.clone(), sentence: None };
    let sentence = Address { sentence: Some(1), ..heading.clone() };
    let inside = |inner: &&corpus::Division| {
        inner.number.strip_prefix(number).is_some_and(|rest| rest.starts_with('.'))
    };
    html! {
        article.division-page.translated[!edition.translations.is_empty()] {
            nav.trail aria-label=(reader.texts().you_are_here) {
                ol {
                    li {
                        a href=(reader.link(Page::Document(id.clone()))) {
                            (edition.metadata.name(reader.english()))
                        }
                    }
                }
            }
            h1 #s1 tabindex="-1" { (listing::both_names(reader, document, &unit)) }
            (passages::beneath(reader, &sentence))
            (provision::tools(reader))
            @for index in listing::direct_provisions(document, division) {
                (whole(reader, edition, index))
            }
            @for inner in document.divisions.iter().filter(inside) {
                h2.inner data-depth=(inner.depth - division.depth)
                    aria-level=[listing::level(inner.depth - division.depth - 1)] {
                    a href=(reader.link(Page::Division(id.clone(), inner.number.clone()))) {
                        (listing::both_names(reader, document, &Unit::Division(inner.number.clone())))
                    }
                }
            }
            (sentence::errata(reader, &heading))
        }
    }
}

/// A provision of the division: its name and all its sentences, without the passages.
fn whole(reader: &Reader, edition: &Edition, index: usize) -> Markup {
    let document = &edition.document;
    let provision = &document.provisions[index];
    let unit = Unit::Provision(provision.number.clone());
    let here = Address { document: document.id.clone(), unit: unit.clone(), sentence: None };
    let at = |number| Address { sentence: Some(number), ..here.clone() };
    html! {
        section.provision-in-part {
            h2 {
                a href=(reader.link(Page::Provision(document.id.clone(), provision.number.clone()))) {
                    (listing::both_names(reader, document, &unit))
                }
            }
            @for block in document.body(index) {
                @match block {
                    Block::Table(rows, head) => (rows::table(reader, rows, head, &here, false)),
                    Block::Paragraph(paragraph) => {
                        div.run-in {
                            @if !paragraph.label.is_empty() {
                                span.label lang=(sentence::SOURCE) { (paragraph.label) }
                            }
                            @for sentence in &paragraph.sentences {
                                div.sentence { (plain_lines(reader, &at(sentence.number), sentence)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A sentence in both languages without marks.
fn plain_lines(reader: &Reader, at: &Address, sentence: &corpus::Sentence) -> Markup {
    let zh = html! {
        p.zh-line {
            span.zh lang=(sentence::SOURCE) { (sentence::marked(reader, &sentence.text, &[])) }
        }
    };
    let (first, second) = sentence::in_order(reader, zh, sentence::english(reader, at));
    html! { (first) (second) }
}
