//! The page that the site exists for: one provision, sentence by sentence in both languages, with
//! what explains it.

use corpus::{Address, Block, DocumentId, Edition, Paragraph, Provision, Sentence, Unit};
use maud::{Markup, html};

use super::{passages, rows, search, sentence, within_reach};
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::{Page, UiLocale};
use crate::ui::fill;

/// A provision's page.
pub fn provision(reader: &Reader, id: &DocumentId, number: &str) -> Markup {
    let Some(edition) = reader.edition(id) else { return search::not_found(reader) };
    let Some(index) = edition.document.provisions.iter().position(|p| p.number == number) else {
        return search::not_found(reader);
    };
    let unit = Unit::Provision(number.to_owned());
    let address = Address { document: id.clone(), unit, sentence: None };
    let title = Address { sentence: Some(0), ..address.clone() };
    let (aside, explained) = passages::beside(reader, &address);
    html! {
        article.provision.with-aside[explained].translated[!edition.translations.is_empty()] data-at=(address.text())
            data-source=(issuers(reader, edition)) data-title=(edition.metadata.title.pick(false))
            data-recording=[recording(reader, id, number)] {
            (trail(reader, edition, index))
            (heading(reader, edition, &address))
            (passages::beneath(reader, &title))
            (changed(reader, &address))
            (tools(reader))
            div.columns {
                div.text {
                    (paragraphs(reader, edition, index, &address))
                    (own_figures(reader, edition, &address))
                    (sentence::errata(reader, &address))
                }
                (aside)
            }
            (neighbours(reader, edition, index))
        }
    }
}

/// The figures of the provision as cards.
#[cfg(feature = "ssr")]
fn own_figures(reader: &Reader, edition: &Edition, address: &Address) -> Markup {
    super::figure_cards::of_provision(reader, edition, &address.unit)
}

/// The texts that the app keeps have no figures: without a network a page that was not kept lacks
/// the cards, the sentences have every figure.
#[cfg(not(feature = "ssr"))]
fn own_figures(_: &Reader, _: &Edition, _: &Address) -> Markup {
    html! {}
}

/// What became of the provision since the document before. The app, which shows a page that was not
/// kept, does not know it.
#[cfg(feature = "ssr")]
fn changed(reader: &Reader, at: &Address) -> Markup {
    super::changes::mark(reader, at)
}

#[cfg(not(feature = "ssr"))]
fn changed(_: &Reader, _: &Address) -> Markup {
    Markup::default()
}

/// Who issued the document, for what readers pass on.
pub fn issuers(reader: &Reader, edition: &Edition) -> String {
    let names: Vec<&str> =
        edition.metadata.issuers.iter().map(|issuer| issuer.pick(reader.english())).collect();
    names.join(if reader.english() { ", " } else { "、" })
}

/// Where the portal keeps a recording of this provision, if it keeps any.
fn recording(reader: &Reader, id: &DocumentId, number: &str) -> Option<String> {
    let pattern = &reader.library().publication.recordings;
    let mut pieces = pattern.split('{');
    let mut path = [&reader.route.root(), pieces.next().unwrap_or_default()].concat();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        path.push_str(match name {
            "document" => &id.0,
            "provision" => number,
            other => other,
        });
        path.push_str(rest);
    }
    (!pattern.is_empty()).then_some(path)
}

/// Where the provision stands: document, then its divisions.
fn trail(reader: &Reader, edition: &Edition, index: usize) -> Markup {
    let document = &edition.document;
    html! {
        nav.trail aria-label=(reader.texts().you_are_here) {
            ol {
                li {
                    a href=(reader.link(Page::Document(document.id.clone()))) {
                        (edition.metadata.name(reader.english()))
                    }
                }
                @for division in document.divisions.iter().filter(|d| d.provisions.contains(&(index as u32))) {
                    li {
                        a href=(reader.link(Page::Division(document.id.clone(), division.number.clone()))) {
                            (reader.unit_name(document, &Unit::Division(division.number.clone()), reader.route.locale))
                        }
                    }
                }
            }
        }
    }
}

fn heading(reader: &Reader, edition: &Edition, address: &Address) -> Markup {
    html! { h1 #s0 tabindex="-1" { (heading_lines(reader, edition, address).unwrap_or_default()) } }
}

/// The heading in both languages, with matches marked; `None` where the address is no provision's.
pub fn heading_lines(reader: &Reader, edition: &Edition, address: &Address) -> Option<Markup> {
    let document = &edition.document;
    let Unit::Provision(number) = &address.unit else { return None };
    let provision = document.provision(number)?;
    let first = Address { sentence: Some(0), ..address.clone() };
    if reader.names(document, &address.unit) && !reader.shelf.translated_at_all() {
        return Some(html! { (reader.unit_name(document, &address.unit, reader.route.locale)) });
    }
    let chinese = html! {
        @if !provision.label.is_empty() { span.label { (provision.label) } }
        @if let Some(title) = &provision.title {
            (chinese_heading(reader, title, &first))
        } @else if provision.label.is_empty() {
            (reader.unit_name(document, &address.unit, UiLocale::Zh))
        }
    };
    Some(if reader.shelf.translated_at_all() {
        sentence::both(reader, &chinese, &english_heading(reader, document, &first))
    } else {
        html! { span.zh lang=(sentence::SOURCE) { (chinese) } }
    })
}

/// The run-in title; errata and matches are marked in it, terms are not.
fn chinese_heading(reader: &Reader, title: &Sentence, first: &Address) -> Markup {
    let mut marks = reader.standing_marks(first, title);
    marks.retain(|(_, mark)| matches!(mark, Mark::Erratum(_)));
    marks.extend(sentence::matches(reader, first, false));
    sentence::marked(reader, title.text.trim_end_matches('。'), &marks)
}

/// The name in English; matches of the translated title are marked behind the number.
fn english_heading(reader: &Reader, document: &corpus::Document, first: &Address) -> Markup {
    let name = reader.unit_name(document, &first.unit, UiLocale::En);
    let title = reader.shelf.translated(first).unwrap_or_default().trim_end_matches('.');
    let shift = corpus::text::find(&name, title).unwrap_or_default();
    let mut marks = sentence::matches(reader, first, true);
    for (span, _) in &mut marks {
        *span = corpus::Span::new(span.start as usize + shift, span.end as usize + shift);
    }
    sentence::marked(reader, &name, &marks)
}

/// The choice of languages: links that the app turns into a kept setting; then room for the tools
/// that only work with script.
pub fn tools(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let choices = [("both", texts.both), ("zh", texts.chinese), ("en", texts.english)];
    html! {
        div.tools.script-only role="group" aria-label=(texts.tools) {
            @if reader.shelf.translated_at_all() {
                nav.text-choice aria-label=(texts.text_choice) {
                    @for (value, name) in choices {
                        a href={ "?text=" (value) } data-tool="text" data-text=(value) { (name) }
                    }
                }
            }
            div.buttons {
                @for (tool, name) in [("share", texts.pass_on), ("print", texts.print), ("read", texts.read_aloud)] {
                    button type="button" data-tool=(tool) { (name) }
                }
            }
        }
    }
}

/// All paragraphs and tables of a provision, each sentence with its translation and what explains
/// it.
fn paragraphs(reader: &Reader, edition: &Edition, index: usize, address: &Address) -> Markup {
    html! {
        @for block in edition.document.body(index) {
            @match block {
                Block::Table(rows, head) => (rows::table(reader, rows, head, address, true)),
                Block::Paragraph(Paragraph { label, sentences }) => {
                    div.paragraph {
                        @if !label.is_empty() { span.label lang=(sentence::SOURCE) { (label) } }
                        @for sentence in sentences { (one_sentence(reader, sentence, address)) }
                    }
                }
            }
        }
    }
}

fn one_sentence(reader: &Reader, sentence: &Sentence, address: &Address) -> Markup {
    let address = Address { sentence: Some(sentence.number), ..address.clone() };
    html! {
        div.sentence id={ "s" (sentence.number) } {
            a.permalink href={ "#s" (sentence.number) } data-tool="share" title=(reader.texts().permalink)
                aria-label=(fill(reader.texts().sentence_link, &sentence.number.to_string())) {
                (sentence.number)
            }
            (sentence::lines(reader, &address, sentence))
            (passages::beneath(reader, &address))
        }
    }
}

/// The way back and on, and the contents between them: on a phone a bar at the thumb.
fn neighbours(reader: &Reader, edition: &Edition, index: usize) -> Markup {
    let document = &edition.document;
    let texts = reader.texts();
    let link = |index: Option<usize>, name: &str, class: &str, rel: &str| {
        let provision = index.and_then(|index| document.provisions.get(index));
        html! {
            @if let Some(Provision { number, .. }) = provision {
                a class=(class) rel=(rel) href=(reader.link(Page::Provision(document.id.clone(), number.clone()))) {
                    small { (name) }
                    " "
                    span { (reader.unit_name(document, &Unit::Provision(number.clone()), reader.route.locale)) }
                }
            }
        }
    };
    html! {
        nav.neighbours aria-label={ (texts.previous) " / " (texts.next) } {
            (link(index.checked_sub(1), texts.previous, "previous", "prev"))
            (within_reach::contents(reader, edition, index))
            (link(Some(index + 1), texts.next, "next", "next"))
        }
    }
}
