//! Sentences for the views that are not components yet.

use corpus::errata::Certainty;
use corpus::{Address, Erratum, Sentence, Span};
use maud::{Markup, html};

use super::{SOURCE, matches};
use crate::marks::{Mark, stretches};
use crate::reader::Reader;
use crate::route::Page;

/// Marked text: the characters of `text`, with an element around each marked stretch.
pub fn marked(reader: &Reader, text: &str, spans: &[(Span, Mark)]) -> Markup {
    let mut before = None;
    html! {
        @for stretch in stretches(text, spans) {
            @let inner = punctuated(stretch.text, before.replace(stretch.text));
            (stretch.marks.iter().fold(inner, |inner, mark| wrap(reader, &inner, *mark)))
        }
    }
}

/// Half-width commas of the source get room on the right by style; the characters stay. `before`
/// is the stretch that the text follows.
fn punctuated(text: &str, before: Option<&str>) -> Markup {
    let mut rest = text;
    let mut last = before.and_then(|before| before.chars().next_back());
    let mut parts = Vec::new();
    while let Some(at) = rest.find(',') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let chinese = before.chars().next_back().or(last).is_some_and(|c| !c.is_ascii());
        parts.push(if chinese { (before, true) } else { (&rest[..=at], false) });
        last = Some(',');
        rest = after;
    }
    html! {
        @for (text, comma) in parts { (text) @if comma { i.hw { "," } } }
        (rest)
    }
}

/// One text in both languages, that of the interface first. The style may leave either out.
pub fn both(reader: &Reader, chinese: &Markup, english: &Markup) -> Markup {
    let zh = html! { span.zh.pair lang=(SOURCE) { (chinese) } };
    let en = html! { span.en.pair lang="en" { (english) } };
    let (first, second) = in_order(reader, zh, en);
    html! { (first) " " (second) }
}

/// Chinese and English in the order in which this reader reads them.
pub fn in_order(reader: &Reader, chinese: Markup, english: Markup) -> (Markup, Markup) {
    if reader.english() { (english, chinese) } else { (chinese, english) }
}

/// A sentence's lines: its text with errata, terms and matches marked, and its translation.
pub fn lines(reader: &Reader, address: &Address, sentence: &Sentence) -> Markup {
    let zh = html! { p.zh-line { (chinese(reader, address, sentence)) } };
    let (first, second) = in_order(reader, zh, english(reader, address));
    html! { (first) (second) }
}

/// English words of ours in which Chinese ones may stand: these are told to be Chinese.
pub fn mixed(text: &str) -> Markup {
    html! {
        @for (piece, chinese) in corpus::text::by_script(text) {
            @if chinese { span lang=(SOURCE) { (piece) } } @else { (piece) }
        }
    }
}

fn wrap(reader: &Reader, inner: &Markup, mark: Mark) -> Markup {
    html! {
        @match mark {
            Mark::Shared => mark.shared { (inner) },
            Mark::Changed => mark.changed { (inner) },
            Mark::Added => mark.added { (inner) },
            Mark::Dropped => mark.dropped { (inner) },
            Mark::Match => mark.match { (inner) },
            Mark::Figure => span.figure { (inner) },
            Mark::Erratum(index) => a.erratum href={ "#e" (index) } { (inner) },
            Mark::Term(index) => {
                a.term href={ (reader.link(Page::Glossary)) "#" (reader.library().terms[index].id) } {
                    (inner)
                }
            }
        }
    }
}

/// The Chinese text of a sentence with errata, terms and matches marked.
pub fn chinese(reader: &Reader, address: &Address, sentence: &Sentence) -> Markup {
    let mut marks = reader.standing_marks(address, sentence);
    marks.extend(matches(reader, address, false));
    html! { span.zh lang=(SOURCE) { (marked(reader, &sentence.text, &marks)) } }
}

/// The translation of a sentence. Where a translation is only begun, a reader of English is told
/// that this sentence has none yet; where there is no translation at all, nothing stands here.
pub fn english(reader: &Reader, address: &Address) -> Markup {
    let marks = matches(reader, address, true);
    html! {
        @if let Some(text) = reader.shelf.translated(address) {
            p.en-line { span.en lang="en" { (marked(reader, text, &marks)) } }
        } @else if reader.english() && reader.shelf.is_begun(address) {
            p.en-line.muted { (reader.texts().untranslated) }
        }
    }
}

/// The errata of a unit, as notes that the marks in the text link to.
pub fn errata(reader: &Reader, address: &Address) -> Markup {
    let here = |erratum: &&Erratum| erratum.at.unit == address.unit;
    let all: &[Erratum] = reader.edition(&address.document).map_or(&[], |e| &e.errata);
    html! {
        @if all.iter().any(|erratum| here(&erratum)) {
            section.errata aria-labelledby="errata" {
                h2 #errata { (reader.texts().errata) }
                ul {
                    @for (index, erratum) in all.iter().enumerate().filter(|(_, e)| here(e)) {
                        li id={ "e" (index) } { (note(reader, erratum)) }
                    }
                }
            }
        }
    }
}

/// One erratum in words: what is printed, what is meant, why.
pub fn note(reader: &Reader, erratum: &Erratum) -> Markup {
    let texts = reader.texts();
    let sentence = reader.library().sentence(&erratum.at);
    let printed = sentence.map_or("", |sentence| erratum.span.of(&sentence.text)).trim();
    let should = match erratum.certainty {
        Certainty::Certain => texts.should_read,
        Certainty::Likely => texts.probably,
    };
    let [space, comma, stop] =
        if reader.english() { [" ", ", ", ". "] } else { ["", "，", "。"] };
    html! {
        (texts.printed) (space)
        a.zh href=(reader.link_to(&erratum.at)) lang=(SOURCE) { "“" (printed) "”" }
        @if let Some(reading) = &erratum.corrected {
            (comma) (should) (space) b.zh lang=(SOURCE) { "“" (reading.trim()) "”" }
        }
        (stop) (erratum.note.pick(reader.english()))
    }
}
