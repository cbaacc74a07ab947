//! For whom: topics by livelihood and concern, each a page of measures with the very words quoted.

use corpus::glossary::TopicMeasure;
use corpus::library::LocatedTopic;
use corpus::{Address, Span};
use maud::{Markup, html};

use super::sentence::{self, SOURCE};
use super::{provision, quoted, search, topic_gaps, topic_icon};
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::Page;
use crate::ui::fill;
use crate::words::words;

/// All topics.
pub fn topics(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        article.topics-page {
            h1 tabindex="-1" { (reader.texts().topics) }
            p.lead { (words.topics_lead) }
            ul.cards {
                @for located in &reader.library().topics { li { (card(reader, located)) } }
            }
        }
    }
}

fn card(reader: &Reader, located: &LocatedTopic) -> Markup {
    let words = words(reader.route.locale);
    let lead = lead(reader, located);
    html! {
        h2 { (link(reader, located)) }
        @if !lead.is_empty() { p { (lead) } }
        p.muted { (fill(words.topic_count, &located.topic.measures.len().to_string())) }
    }
}

fn link(reader: &Reader, located: &LocatedTopic) -> Markup {
    html! {
        a href=(reader.link(Page::Topic(located.topic.id.clone()))) {
            (topic_icon::icon(&located.topic.id)) (title(reader, located))
        }
    }
}

/// One topic.
pub fn topic(reader: &Reader, id: &str) -> Markup {
    let topics = &reader.library().topics;
    let Some(located) = topics.iter().find(|located| located.topic.id == id) else {
        return search::not_found(reader);
    };
    let words = words(reader.route.locale);
    let lead = lead(reader, located);
    html! {
        article.topic-page {
            nav.trail aria-label=(reader.texts().you_are_here) {
                ol { li { a href=(reader.link(Page::Topics)) { (reader.texts().topics) } } }
            }
            h1 tabindex="-1" { (title(reader, located)) }
            @if !lead.is_empty() { p.lead { (lead) } }
            (provision::tools(reader))
            ol.topic-measures {
                @for (measure, at) in located.topic.measures.iter().zip(&located.sentences) {
                    li { (one(reader, measure, at)) }
                }
            }
            (topic_gaps::gaps(reader, &located.sentences, &located.topic.measures))
            p.note { (words.plain_note) }
            @if topics.len() > 1 {
                nav aria-labelledby="others" {
                    h2 #others { (words.other_topics) }
                    ul.chips {
                        @for other in topics.iter().filter(|other| other.topic.id != id) {
                            li { (link(reader, other)) }
                        }
                    }
                }
            }
        }
    }
}

fn title<'a>(reader: &Reader, located: &'a LocatedTopic) -> &'a str {
    located.topic.title(reader.english())
}

fn lead<'a>(reader: &Reader, located: &'a LocatedTopic) -> &'a str {
    pick(reader, &located.topic.lead_zh, &located.topic.lead_en)
}

fn pick<'a>(reader: &Reader, zh: &'a str, en: &'a str) -> &'a str {
    if reader.english() && !en.is_empty() { en } else { zh }
}

/// What one measure says: our plain line, the quotation, the whole sentence in English, the place.
fn one(reader: &Reader, measure: &TopicMeasure, at: &Address) -> Markup {
    let words = words(reader.route.locale);
    let text = reader.library().sentence(at).map_or("", |sentence| sentence.text.as_str());
    let plain = pick(reader, &measure.plain_zh, &measure.plain_en);
    // The quotation may be a part of its sentence; then the whole is offered with it marked.
    let start = text.find(&measure.quote).unwrap_or_default();
    let mark = (Span::new(start, start + measure.quote.len()), Mark::Shared);
    html! {
        h2 { (quoted::source(reader, at)) }
        @if !plain.is_empty() {
            p.plain { small.tag { (words.plain) } " " (plain) }
        }
        blockquote {
            p.zh-line {
                small.tag { (words.original) } " "
                span.zh lang=(SOURCE) { (measure.quote) }
            }
            @if measure.quote.len() < text.len() {
                details.whole {
                    summary { (words.whole) }
                    p.zh lang=(SOURCE) { (sentence::marked(reader, text, &[mark])) }
                }
            }
            @if let Some(english) = reader.shelf.translated(at) {
                p.en-line {
                    small.tag { (words.sentence_english) } " " span.en lang="en" { (english) }
                }
            }
        }
        p.source { a.button href=(reader.link_to(at)) { (words.read_sentence) } }
    }
}
