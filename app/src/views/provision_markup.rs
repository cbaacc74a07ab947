//! The heading of a provision for the search in the browser, which is no component yet.

use corpus::{Address, Edition, Sentence, Unit};
use maud::{Markup, html};

use super::sentence;
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::UiLocale;

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
