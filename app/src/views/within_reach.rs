//! The contents of a document within reach of one of its provisions: a sheet on a phone, a column
//! where there is room, folded or open without script.
//!
//! What is listed does not grow with the document: of the divisions only those on the way to the
//! provision are opened, and of a long list only what is near.

use corpus::{Division, Document, Edition, Unit};
use maud::{Markup, html};

use super::listing;
use crate::reader::Reader;
use crate::route::Page;

/// How many provisions of one list are named before and after the one that is read.
const NEAR: usize = 20;

/// The contents around the provision at `index`.
pub fn contents(reader: &Reader, edition: &Edition, index: usize) -> Markup {
    let document = &edition.document;
    let texts = reader.texts();
    let here = &document.provisions[index];
    html! {
        details.reach {
            summary {
                (texts.contents)
                @if !here.label.is_empty() {
                    " " span.muted { (if reader.english() { &here.number } else { &here.label }) }
                }
            }
            nav aria-label=(texts.contents) {
                a href=(reader.link(Page::Document(document.id.clone()))) {
                    (edition.metadata.name(reader.english()))
                }
                (provisions(reader, document, &document.outside_divisions(), index))
                @if !document.divisions.is_empty() {
                    ul { @for division in children(document, None) { (part(reader, document, division, index)) } }
                }
            }
        }
    }
}

/// The divisions directly in another one, or the outermost.
fn children<'a>(document: &'a Document, outer: Option<&Division>) -> Vec<&'a Division> {
    let inside = |division: &&Division| match outer {
        None => division.depth == 0,
        Some(outer) => division.depth == outer.depth + 1 && division.is_within(outer),
    };
    document.divisions.iter().filter(inside).collect()
}

fn part(reader: &Reader, document: &Document, division: &Division, index: usize) -> Markup {
    let unit = Unit::Division(division.number.clone());
    html! {
        li {
            a href=(reader.link(Page::Division(document.id.clone(), division.number.clone()))) {
                (listing::one_name(reader, document, &unit))
            }
            @if division.provisions.contains(&(index as u32)) {
                (provisions(reader, document, &listing::direct_provisions(document, division), index))
                @let inner = children(document, Some(division));
                @if !inner.is_empty() {
                    ul { @for inner in inner { (part(reader, document, inner, index)) } }
                }
            }
        }
    }
}

/// The provisions of a list that are near the one at `index`.
fn provisions(reader: &Reader, document: &Document, indexes: &[usize], index: usize) -> Markup {
    let at = indexes.partition_point(|other| *other < index);
    let near = &indexes[at.saturating_sub(NEAR)..indexes.len().min(at + NEAR + 1)];
    html! {
        @if !near.is_empty() {
            ul {
                @for (at, number) in near.iter().map(|at| (*at, &document.provisions[*at].number)) {
                    li {
                        a href=(reader.link(Page::Provision(document.id.clone(), number.clone())))
                            aria-current=[(at == index).then_some("page")] {
                            (listing::one_name(reader, document, &Unit::Provision(number.clone())))
                        }
                    }
                }
            }
        }
    }
}
