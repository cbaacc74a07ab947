//! Figures and deadlines before and now.

use corpus::changes::FigureChange;
use corpus::{Change, Edition, Fact};
use maud::{Markup, html};

use super::Pair;
use crate::reader::Reader;
use crate::ui::fill;
use crate::views::facts::cells;
use crate::views::listing;
use crate::views::quoted;
use crate::words::changes::words;

/// All figures that changed in provisions that both documents have; on phones rows become cards.
pub(super) fn table(reader: &Reader, pair: Pair<'_>, list: &[Change]) -> Markup {
    let words = words(reader.route.locale);
    let any = list.iter().any(|change| !change.figures.is_empty());
    html! {
        section aria-labelledby="figures" {
            h2 #figures { (words.figures) }
            @if any {
                p.hint { (words.figures_note) }
                table.lines.cards-on-phones role="table" aria-labelledby="figures" {
                    (cells::head([words.measure, words.before, words.now]))
                    tbody role="rowgroup" {
                        @for change in list {
                            @for figure in &change.figures { (row(reader, pair, change, figure)) }
                        }
                    }
                }
            } @else {
                p { (words.no_figures) }
            }
        }
    }
}

fn row(reader: &Reader, pair: Pair<'_>, change: &Change, figure: &FigureChange) -> Markup {
    let words = words(reader.route.locale);
    let number = change.new.clone().unwrap_or_default();
    html! {
        tr role="row" {
            td role="cell" data-label=(words.measure) {
                a href={ "#" (change.anchor()) } {
                    (listing::one_name(reader, &pair.new.document, &corpus::Unit::Provision(number)))
                }
            }
            td role="cell" data-label=(words.before) { (side(reader, pair.old, figure.old.as_ref())) }
            td role="cell" data-label=(words.now) { (side(reader, pair.new, figure.new.as_ref())) }
        }
    }
}

/// A figure as printed, what it is about, when it is due, and its sentence; or that there is none.
fn side(reader: &Reader, edition: &Edition, fact: Option<&Fact>) -> Markup {
    let words = words(reader.route.locale);
    let found = fact.and_then(|fact| Some((fact, edition.document.sentence(&fact.at)?)));
    html! {
        @match found {
            Some((fact, sentence)) => {
                (cells::figure(reader, fact, sentence)) " "
                (cells::about(reader, fact, sentence)) " "
                @if !fact.due.is_empty() { span.hint { (fill(words.due, &fact.due)) } " " }
                (quoted::short_source(reader, &fact.at))
            }
            None => span.muted { (words.not_stated) },
        }
    }
}
