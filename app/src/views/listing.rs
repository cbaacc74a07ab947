//! Lists of provisions: by document, by division.

use corpus::{Division, Document, Unit};
use leptos::prelude::*;

use super::sentence::SOURCE;
use crate::reader::Reader;
use crate::route::{Page, UiLocale};

/// The contents of a document: its divisions with their provisions.
pub fn contents(reader: &Reader, document: &Document) -> AnyView {
    let outside: Vec<usize> = (0..document.provisions.len())
        .filter(|index| document.division_of(*index).is_none())
        .collect();
    let divisions: Vec<AnyView> =
        document.divisions.iter().map(|division| one(reader, document, division)).collect();
    view! {
        <div class="contents">
            {(!outside.is_empty()).then(|| provisions(reader, document, &outside))}
            {divisions}
        </div>
    }
    .into_any()
}

fn one(reader: &Reader, document: &Document, division: &Division) -> AnyView {
    let href = reader.link(Page::Division(document.id.clone(), division.number.clone()));
    let unit = Unit::Division(division.number.clone());
    let direct = direct_provisions(document, division);
    view! {
        <section class="division" data-depth=division.depth.to_string()>
            <h2><a href=href>{both_names(reader, document, &unit)}</a></h2>
            {(!direct.is_empty()).then(|| provisions(reader, document, &direct))}
        </section>
    }
    .into_any()
}

/// The provisions of a division that are in none of its nested divisions.
pub fn direct_provisions(document: &Document, division: &Division) -> Vec<usize> {
    (division.provisions.start as usize..division.provisions.end as usize)
        .filter(|index| document.division_of(*index).is_some_and(|d| d.number == division.number))
        .collect()
}

/// A list of provisions by index, in both languages.
pub fn provisions(reader: &Reader, document: &Document, indexes: &[usize]) -> AnyView {
    let items: Vec<AnyView> = indexes
        .iter()
        .map(|index| {
            let provision = &document.provisions[*index];
            let href = reader.link(Page::Provision(document.id.clone(), provision.number.clone()));
            let unit = Unit::Provision(provision.number.clone());
            view! { <li><a href=href>{both_names(reader, document, &unit)}</a></li> }.into_any()
        })
        .collect();
    view! { <ol class="provisions">{items}</ol> }.into_any()
}

/// A unit's name in Chinese and, where it is translated, in English.
pub fn both_names(reader: &Reader, document: &Document, unit: &Unit) -> AnyView {
    let chinese = reader.unit_name(document, unit, UiLocale::Zh);
    let english = reader.unit_name(document, unit, UiLocale::En);
    let english = (english != chinese)
        .then(|| view! { " " <span class="en" lang="en">{english}</span> });
    view! { <span class="zh" lang=SOURCE>{chinese}</span> {english} }.into_any()
}
