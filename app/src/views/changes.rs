//! What changed from one document to the next of its series: at a glance, the figures, then every
//! provision with its words before and now, each with an address of its own.

mod figures;
mod series;

use corpus::changes::Wording;
use corpus::downloads::Format;
use corpus::{Address, Change, ChangeKind, DocumentId, Edition, Provision, Span, Unit};
use maud::{Markup, html};

use super::sentence::{self, SOURCE};
use super::{listing, search};
use crate::marks::{Mark, stretches};
use crate::reader::Reader;
use crate::route::Page;
use crate::ui::fill;
use crate::words::changes::{kind, words};

pub use series::{mark, series};

/// A document and the one before it.
#[derive(Clone, Copy)]
struct Pair {
    old: &'static Edition,
    new: &'static Edition,
}

/// The page of a document's changes.
pub fn changes(reader: &Reader, id: &DocumentId) -> Markup {
    let library = reader.library();
    let found = library.changes(id).and_then(|changes| {
        let pair = Pair { old: library.edition(&changes.old)?, new: library.edition(id)? };
        Some((changes, pair))
    });
    let Some((changes, pair)) = found else { return search::not_found(reader) };
    let words = words(reader.route.locale);
    let english = reader.english();
    let (same, others): (Vec<&Change>, Vec<&Change>) =
        changes.list.iter().partition(|change| change.kind == ChangeKind::Unchanged);
    html! {
        article.changes-page {
            (trail(reader, pair.new))
            h1 tabindex="-1" { (words.title) }
            p.lead {
                a href=(reader.link(Page::Document(pair.old.document.id.clone()))) {
                    (fill(words.lead, pair.old.metadata.name(english)))
                }
            }
            p.hint { (words.how) }
            section aria-labelledby="summary" {
                h2 #summary { (words.summary) }
                ul {
                    @for one in ChangeKind::ALL {
                        @let count = changes.count(one);
                        @if count > 0 { li { (kind(one, english)) " " b { (count) } } }
                    }
                }
            }
            (crate::prerender::markup(reader, || leptos::view! { <figures::Figures pair list=&changes.list/> }))
            @if !others.is_empty() {
                section aria-labelledby="list" {
                    h2 #list { (words.list) }
                    p.hint { (words.marks) }
                    @for change in others { (one(reader, pair, change)) }
                }
            }
            (unchanged(reader, pair, &same))
            (data(reader, id))
        }
    }
}

fn trail(reader: &Reader, edition: &Edition) -> Markup {
    html! {
        nav.trail aria-label=(reader.texts().you_are_here) {
            ol {
                li {
                    a href=(reader.link(Page::Document(edition.document.id.clone()))) {
                        (edition.metadata.name(reader.english()))
                    }
                }
            }
        }
    }
}

/// One change: what happened, its words before and now.
fn one(reader: &Reader, pair: Pair, change: &Change) -> Markup {
    let words = words(reader.route.locale);
    let before = change.old.iter().filter_map(|number| pair.old.document.provision(number));
    let now = change.new.as_ref().and_then(|number| pair.new.document.provision(number));
    let only_before = now.is_none();
    html! {
        section.provision-in-part id=(change.anchor()) {
            h3 { (heading(reader, pair, change)) }
            p {
                span.tag { (kind(change.kind, reader.english())) }
                @if change.moved { " " span.tag { (words.moved) } }
                " "
                a href={ "#" (change.anchor()) } aria-label=(words.address) { "#" }
            }
            @if !only_before { (sources(reader, pair.old, change)) }
            @for provision in before {
                (text(reader, pair.old, provision, words.before, &change.gone, Mark::Dropped))
            }
            @if let Some(provision) = now {
                (text(reader, pair.new, provision, words.now, &change.fresh, Mark::Added))
            }
        }
    }
}

/// The name of the provision, which leads to it: in the new document where it is there.
fn heading(reader: &Reader, pair: Pair, change: &Change) -> Markup {
    let (edition, number) = match (&change.new, change.old.first()) {
        (Some(number), _) => (pair.new, number),
        (None, Some(number)) => (pair.old, number),
        (None, None) => return html! {},
    };
    link(reader, edition, number)
}

fn link(reader: &Reader, edition: &Edition, number: &str) -> Markup {
    let document = &edition.document;
    html! {
        a href=(reader.link(Page::Provision(document.id.clone(), number.to_owned()))) {
            (listing::one_name(reader, document, &Unit::Provision(number.to_owned())))
        }
    }
}

/// Links to the provisions that it was before.
fn sources(reader: &Reader, old: &Edition, change: &Change) -> Markup {
    html! {
        @if !change.old.is_empty() {
            p.hint {
                (words(reader.route.locale).was)
                @for (index, number) in change.old.iter().enumerate() {
                    @if index > 0 { (if reader.english() { ", " } else { "、" }) }
                    (link(reader, old, number))
                }
            }
        }
    }
}

/// A provision's sentences with the words that only this side has, each above its translation.
fn text(
    reader: &Reader,
    edition: &Edition,
    provision: &Provision,
    side: &str,
    wordings: &[Wording],
    mark: Mark,
) -> Markup {
    let document = &edition.document;
    let at = |number| Address {
        document: document.id.clone(),
        unit: Unit::Provision(provision.number.clone()),
        sentence: Some(number),
    };
    let spans = |number: u16| -> Vec<(Span, Mark)> {
        let here = |wording: &&Wording| {
            wording.provision == provision.number && wording.sentence == number
        };
        let spans = wordings.iter().filter(here).flat_map(|wording| &wording.spans);
        spans.map(|span| (*span, mark)).collect()
    };
    html! {
        div {
            p { b { (side) } }
            @for sentence in provision.sentences() {
                div.sentence {
                    p.zh-line {
                        span.zh lang=(SOURCE) { (marked(&sentence.text, &spans(sentence.number))) }
                    }
                    (sentence::english(reader, &at(sentence.number)))
                }
            }
        }
    }
}

/// Words that are gone struck out, new ones underlined: as elements that say so without style.
fn marked(text: &str, spans: &[(Span, Mark)]) -> Markup {
    html! {
        @for stretch in stretches(text, spans) {
            @match stretch.marks.first() {
                Some(Mark::Dropped) => del { (stretch.text) },
                Some(_) => ins { (stretch.text) },
                None => (stretch.text),
            }
        }
    }
}

/// The provisions with the same words, each with its address as well.
fn unchanged(reader: &Reader, pair: Pair, same: &[&Change]) -> Markup {
    let words = words(reader.route.locale);
    html! {
        @if !same.is_empty() {
            details.fold {
                summary { (fill(words.unchanged_list, &same.len().to_string())) }
                ul.names {
                    @for change in same {
                        li id=(change.anchor()) {
                            (heading(reader, pair, change))
                            @if change.moved { " " span.tag { (words.moved) } }
                            @if change.old.first() != change.new.as_ref() {
                                (sources(reader, pair.old, change))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn data(reader: &Reader, id: &DocumentId) -> Markup {
    let words = words(reader.route.locale);
    html! {
        section.downloads aria-labelledby="data" {
            h2 #data { (words.data) }
            ul {
                @for format in Format::CHANGES {
                    li { a href={ (reader.route.root()) (format.path(id, None)) } { (format.label(reader.english())) } }
                }
            }
        }
    }
}
