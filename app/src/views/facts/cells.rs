//! What a fact says, cell by cell.

use corpus::facts::convert;
use corpus::{Fact, Sentence};
use maud::{Markup, html};

use crate::marks::Mark;
use crate::reader::Reader;
use crate::views::picture::excerpt;
use crate::views::quoted;
use crate::views::sentence::{SOURCE, english, marked};
use crate::words::{bound, fact_kind, words};

/// The head of a table whose rows are cards on phones.
pub fn head(names: [&str; 3]) -> Markup {
    html! {
        thead role="rowgroup" {
            tr role="row" {
                @for name in names { th scope="col" role="columnheader" { (name) } }
            }
        }
    }
}

/// The figure as printed, and what it comes to in other terms.
pub fn figure(reader: &Reader, fact: &Fact, sentence: &Sentence) -> Markup {
    html! {
        b.printed lang=(SOURCE) { (fact.span.of(&sentence.text)) }
        @for text in conversions(reader, fact) { " " span.converted { (text) } }
    }
}

/// The figure in other terms, in the language of the page; a range as two of each.
fn conversions(reader: &Reader, fact: &Fact) -> Vec<String> {
    let english = reader.english();
    let pick = |conversion: convert::Conversion| {
        if english { conversion.en } else { conversion.zh }
    };
    let lower = convert(fact.value, &fact.unit);
    let upper = fact.upper.map(|upper| convert(upper, &fact.unit)).unwrap_or_default();
    let mut upper = upper.into_iter().map(pick);
    lower
        .into_iter()
        .map(pick)
        .map(|from| match upper.next() {
            Some(to) => format!("{from} – {to}"),
            None => from,
        })
        .filter(|text| !text.is_empty())
        .collect()
}

/// What it is about: words of the sentence, and those of the translation around the same figure.
pub fn about(reader: &Reader, fact: &Fact, sentence: &Sentence) -> Markup {
    html! {
        span.zh lang=(SOURCE) { (fact.about.of(&sentence.text)) }
        @if let Some(text) = english_about(reader, fact) {
            " " span.en-line.en lang="en" { (text) }
        }
    }
}

/// The sentence with the figure marked. Its translation only where the words around the figure
/// could not be told from it.
pub fn sentence(reader: &Reader, fact: &Fact, sentence: &Sentence) -> Markup {
    html! {
        p.zh-line {
            span.zh lang=(SOURCE) { (marked(reader, &sentence.text, &[(fact.span, Mark::Figure)])) }
        }
        @if english_about(reader, fact).is_none() { (english(reader, &fact.at)) }
        p.source { (quoted::short_source(reader, &fact.at)) }
    }
}

fn english_about(reader: &Reader, fact: &Fact) -> Option<String> {
    reader.shelf.translated(&fact.at).and_then(|text| excerpt::around(text, fact))
}

/// Kind, bound, and whether it is only striven for.
pub fn kind(reader: &Reader, fact: &Fact) -> Markup {
    let words = words(reader.route.locale);
    let english = reader.english();
    let mut said = vec![fact_kind(fact.kind, english)];
    said.extend(bound(fact.bound, english));
    said.extend(fact.aimed.then_some(words.aimed));
    said.extend(fact.stable.then_some(words.stable));
    html! { @for part in said { span.said { (part) } " " } }
}

/// When it is due: the words, and the date where it can be told.
pub fn due(fact: &Fact, sentence: &Sentence) -> Option<Markup> {
    let printed = fact.due_at.map_or("", |span| span.of(&sentence.text));
    let told = !printed.is_empty() || !fact.due.is_empty();
    told.then(|| {
        html! {
            span lang=(SOURCE) { (printed) }
            @if !fact.due.is_empty() { " " time.converted datetime=(fact.due) { (fact.due) } }
        }
    })
}

/// Where: the place as printed, with its English name for English readers.
pub fn place(reader: &Reader, fact: &Fact, sentence: &Sentence) -> Option<Markup> {
    let printed = fact.place?.of(&sentence.text);
    let known: Vec<&str> = reader
        .library()
        .places
        .iter()
        .filter(|place| place.zh.iter().any(|form| printed.contains(form.as_str())))
        .map(|place| place.en.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    Some(html! {
        span lang=(SOURCE) { (printed) }
        @if reader.english() && !known.is_empty() { " " span.converted { (known.join(", ")) } }
    })
}
