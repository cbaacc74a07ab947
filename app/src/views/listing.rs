//! Lists of provisions: by document, by division.

use corpus::{Division, Document, Unit};
use maud::{Markup, html};

use super::sentence::{self, SOURCE};
use crate::reader::Reader;
use crate::route::{Page, UiLocale};

/// The contents of a document: its divisions with their provisions.
pub fn contents(reader: &Reader, document: &Document) -> Markup {
    html! {
        div.contents {
            (outside(reader, document))
            @for division in &document.divisions {
                section.division data-depth=(division.depth) {
                    h2 aria-level=[level(division.depth)] {
                        a href=(reader.link(Page::Division(document.id.clone(), division.number.clone()))) {
                            (both_names(reader, document, &Unit::Division(division.number.clone())))
                        }
                    }
                    (provisions(reader, document, &direct_provisions(document, division)))
                }
            }
        }
    }
}

/// The provisions that stand in no division.
pub fn outside(reader: &Reader, document: &Document) -> Markup {
    provisions(reader, document, &document.outside_divisions())
}

/// The level of a nested division's heading, where it is not that of its element.
pub fn level(depth: u8) -> Option<u8> {
    (depth > 0).then_some(depth + 2)
}

/// The provisions of a division that are in none of its nested divisions.
pub fn direct_provisions(document: &Document, division: &Division) -> Vec<usize> {
    (division.provisions.start as usize..division.provisions.end as usize)
        .filter(|index| document.division_of(*index).is_some_and(|d| d.number == division.number))
        .collect()
}

/// A list of provisions by index, each named by `name`; nothing for none.
fn list(
    reader: &Reader,
    document: &Document,
    indexes: &[usize],
    name: fn(&Reader, &Document, &Unit) -> Markup,
) -> Markup {
    html! {
        @if !indexes.is_empty() {
            ol.provisions {
                @for number in indexes.iter().map(|index| &document.provisions[*index].number) {
                    li {
                        a href=(reader.link(Page::Provision(document.id.clone(), number.clone()))) {
                            (name(reader, document, &Unit::Provision(number.clone())))
                            (beginning(document, number))
                        }
                    }
                }
            }
        }
    }
}

/// The same with the names in both languages.
fn provisions(reader: &Reader, document: &Document, indexes: &[usize]) -> Markup {
    list(reader, document, indexes, both_names)
}

/// How many characters tell what an article without a title is about.
const BEGINNING: usize = 22;

/// The first words of a provision that has a number and no title, as the articles of laws.
fn beginning(document: &Document, number: &str) -> Markup {
    let Some(provision) = document.provision(number) else { return html! {} };
    if provision.title.is_some() || provision.label.is_empty() {
        return html! {};
    }
    let first = provision.paragraphs.first().and_then(|paragraph| paragraph.sentences.first());
    let text = first.map_or("", |sentence| sentence.text.as_str());
    let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(end, _)| end);
    html! {
        " " span.begins lang=(SOURCE) { (text[..end]) @if end < text.len() { "…" } }
    }
}

/// The provisions that are directly in a division, named in one language; nothing for none.
#[cfg(feature = "ssr")]
pub fn direct_in_one_language(reader: &Reader, document: &Document, division: &Division) -> Markup {
    list(reader, document, &direct_provisions(document, division), one_name)
}

/// A unit's name in the language of the interface, else in Chinese, which is told to be Chinese.
pub fn one_name(reader: &Reader, document: &Document, unit: &Unit) -> Markup {
    let locale = reader.route.locale;
    let ours =
        reader.english() && (reader.shelf.translated_at_all() || reader.names(document, unit));
    html! {
        @if ours { (reader.unit_name(document, unit, locale)) }
        @else { span.zh lang=(SOURCE) { (reader.unit_name(document, unit, locale)) } }
    }
}

/// A unit's name in Chinese and, where it is translated, in English.
pub fn both_names(reader: &Reader, document: &Document, unit: &Unit) -> Markup {
    let translated = reader.shelf.translated_at_all();
    if !translated && reader.english() && reader.names(document, unit) {
        return html! { (reader.unit_name(document, unit, UiLocale::En)) };
    }
    let name = |locale| html! { (reader.unit_name(document, unit, locale)) };
    if translated {
        return sentence::both(reader, &name(UiLocale::Zh), &name(UiLocale::En));
    }
    html! { span.zh lang=(SOURCE) { (name(UiLocale::Zh)) } }
}
