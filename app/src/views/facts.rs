//! Figures and deadlines: the picture of the promises, every figure in a table, policy and
//! interpretation compared, and the data to take away.

pub(super) mod cells;
mod compared;
mod names;
mod table;

use corpus::downloads::Format;
use maud::{Markup, PreEscaped, html};

use super::picture::{self, Shape};
use crate::reader::Reader;
use crate::words::words;

/// The facts page.
pub fn facts(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        article.facts-page {
            h1 tabindex="-1" { (reader.texts().facts) }
            p.lead { (words.facts_lead) }
            (promises(reader))
            (table::table(reader))
            (names::names(reader))
            (compared::compared(reader))
            (downloads(reader))
        }
    }
}

/// The picture, drawn for wide screens and for phones, and the file to keep.
fn promises(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let drawn = |shape| picture::inline(reader, shape);
    html! {
        @if let (Some(wide), Some(narrow)) = (drawn(Shape::Wide), drawn(Shape::Narrow)) {
            section aria-labelledby="promises" {
                h2 #promises { (words.picture) }
                div.picture.picture-wide { (PreEscaped(wide)) }
                div.picture.picture-narrow { (PreEscaped(narrow)) }
                p { a.button href=(picture::FILE) { (words.picture_open) } }
            }
        }
    }
}

fn downloads(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let english = reader.english();
    html! {
        section aria-labelledby="data" {
            h2 #data { (words.data) }
            ul.data {
                @for edition in reader.library().editions.iter().filter(|e| !e.facts.is_empty()) {
                    li {
                        (edition.metadata.name(english))
                        p {
                            @for format in [Format::FactsCsv, Format::FactsJson] {
                                a.button href={ (reader.route.root()) (format.path(&edition.document.id, None)) } {
                                    (format.label(english))
                                }
                                " "
                            }
                        }
                    }
                }
            }
        }
    }
}
