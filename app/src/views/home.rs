//! The first page: what this is, and what people come for: what is in it for me, how much, what it
//! says, where all of it is.

use corpus::downloads::Format;
use corpus::{Division, Document, DocumentKind, Edition, Unit, info_box};
use maud::{Markup, html};

use super::figure_cards::mixed_if;
use super::picture;
use super::search::help;
use super::{figure_cards, listing, overview, provision, search, topic_icon};
use crate::reader::Reader;
use crate::route::Page;
use crate::words::words;

/// The first document with all that is offered of it, the others as cards.
pub fn home(reader: &Reader) -> Markup {
    let editions = &reader.library().editions;
    let Some(first) = editions.first() else { return search::not_found(reader) };
    html! {
        article.home data-title=(first.metadata.title.pick(false))
            data-source=(provision::issuers(reader, first)) {
            (overview::title(reader, first))
            (what_it_is(reader, first))
            (help::questions(reader))
            (topics(reader))
            (figures(reader))
            (parts(reader, &first.document))
            (whole(reader, first))
        }
    }
}

/// How many sentences of the summary say what this is; the others follow in small type.
const LEAD: usize = 2;

/// What the document is, who issued it and when, or that the source does not say.
fn what_it_is(reader: &Reader, edition: &Edition) -> Markup {
    let english = reader.english();
    let lines: Vec<&str> = edition.metadata.summary.iter().map(|line| line.pick(english)).collect();
    let joined = |lines: &[&str]| lines.join(if english { " " } else { "" });
    let (lead, rest) = lines.split_at(lines.len().min(LEAD));
    // Issuers, date of issue and document number, by their place in the box.
    let rows = info_box::info_box(&edition.metadata, english);
    html! {
        div.what {
            div {
                @if !lead.is_empty() { p.lead { (joined(lead)) } }
                @if !rest.is_empty() { p.muted { (joined(rest)) } }
            }
            dl.stated {
                @for row in [2, 3, 5].into_iter().filter_map(|index| rows.get(index)) {
                    div { dt { (row.label) } dd { (mixed_if(english, row.shown(english))) } }
                }
            }
        }
    }
}

/// All topics, each with its picture.
fn topics(reader: &Reader) -> Markup {
    let topics = &reader.library().topics;
    html! {
        @if !topics.is_empty() {
            section aria-labelledby="for-whom" {
                h2 #for-whom {
                    a href=(reader.link(Page::Topics)) { (reader.texts().topics) }
                }
                ul.chips.pictured {
                    @for located in topics {
                        li {
                            a href=(reader.link(Page::Topic(located.topic.id.clone()))) {
                                (topic_icon::icon(&located.topic.id))
                                (mixed_if(reader.english(), located.topic.title(reader.english())))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is promised in figures, and the way to all figures.
fn figures(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let told = picture::told(reader);
    html! {
        @if !told.is_empty() {
            section aria-labelledby="promised" {
                h2 #promised { (words.promised) }
                (figure_cards::cards(reader, &told))
                @if reader.shelf.has(&Page::Facts) {
                    p { a href=(reader.link(Page::Facts)) { (words.table) } }
                }
            }
        }
    }
}

/// The parts, each folded over its provisions; what stands outside of parts is open.
fn parts(reader: &Reader, document: &Document) -> Markup {
    let words = words(reader.route.locale);
    let top = |division: &&Division| division.depth == 0;
    html! {
        section.contents aria-labelledby="parts" {
            h2 #parts {
                a href=(reader.link(Page::Document(document.id.clone()))) { (reader.texts().contents) }
            }
            (listing::outside(reader, document))
            @for division in document.divisions.iter().filter(top) {
                details.part {
                    summary { (listing::one_name(reader, document, &Unit::Division(division.number.clone()))) }
                    (listing::direct_in_one_language(reader, document, division))
                    @for inner in document.divisions.iter().filter(|inner| inner.is_within(division)) {
                        h3 {
                            a href=(reader.link(Page::Division(document.id.clone(), inner.number.clone()))) {
                                (listing::one_name(reader, document, &Unit::Division(inner.number.clone())))
                            }
                        }
                        (listing::direct_in_one_language(reader, document, inner))
                    }
                    p {
                        a href=(reader.link(Page::Division(document.id.clone(), division.number.clone()))) {
                            (words.whole_part)
                        }
                    }
                }
            }
        }
    }
}

/// The documents, the files for readers, and a way to pass the page on.
fn whole(reader: &Reader, first: &Edition) -> Markup {
    let texts = reader.texts();
    let words = words(reader.route.locale);
    let english = reader.english();
    let label = |edition: &Edition| match edition.metadata.kind {
        DocumentKind::Interpretation => texts.interpreted_by,
        DocumentKind::Policy | DocumentKind::Law => texts.info,
    };
    html! {
        section aria-labelledby="whole" {
            h2 #whole { (words.whole_text) }
            @for edition in &reader.library().editions {
                (overview::card(reader, edition, label(edition)))
            }
            p {
                @for format in [Format::Html, Format::Text, Format::Epub] {
                    a.button href={ (reader.route.root()) (format.path(&first.document.id, None)) } {
                        (format.label(english))
                    }
                }
                button.button.script-only type="button" data-tool="share" { (texts.pass_on) }
            }
        }
    }
}
