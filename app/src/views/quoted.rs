//! Sentences on pages other than their own: quoted in both languages, with a link to their place.
//! And the short names by which lists refer to units.

mod occurrences;

use corpus::{Address, DocumentKind, Edition, Span, Unit, UnitRef, is_annex_number};
use leptos::either::Either;
use leptos::prelude::*;

use super::rows::RowInLine;
use super::sentence::{English, Marked, SOURCE};
use crate::marks::Mark;
use crate::page_context::{PageContext, page_context, part_of_one, shown_number};
use crate::route::UiLocale;
use crate::ui::fill;
use crate::words::words;
pub use occurrences::{Occurrences, occurrences};

/// A whole sentence with marks, its translation beneath.
#[component]
pub fn QuotedSentence(
    /// The address of the sentence.
    at: Address,
    /// What of it is marked.
    marks: Vec<(Span, Mark)>,
) -> impl IntoView {
    page_context().library().sentence(&at).map(|found| {
        let text = found.text.as_str();
        let is_row = page_context().edition(&at.document).is_some_and(|edition| {
            at.sentence.is_some_and(|number| edition.document.is_row(&at.unit, number))
        });
        let text = if is_row {
            Either::Left(view! { <RowInLine row=text marks/> })
        } else {
            Either::Right(view! { <Marked text marks/> })
        };
        view! {
            <p class="zh-line">
                <span class="zh" lang=SOURCE>{text}</span>
            </p>
            <English at/>
        }
    })
}

/// A link to the sentence, named by its unit in full.
#[component]
pub fn Source(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    page_context.edition(&at.document).map(|edition| {
        let name = page_context.unit_name(&edition.document, &at.unit, page_context.route.locale);
        view! { <a href=page_context.link_to(&at)>{name}</a> }
    })
}

/// A link to the sentence, named as shortly as possible: `（十三）`, `解读2.1`,
/// `解读三、引言`.
#[component]
pub fn ShortSource(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    view! {
        <a class="short" href=page_context.link_to(&at)>{short_name(&page_context, &at)}</a>
        " "
    }
}

/// A document's name; where there is no English one, the Chinese is told to be Chinese.
#[component]
pub fn DocumentName(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let english = page_context().english();
    let name = edition.metadata.name(english);
    if english && name == edition.metadata.name(false) {
        Either::Left(view! { <span lang=SOURCE>{name}</span> })
    } else {
        Either::Right(name)
    }
}

/// The short name of a unit.
pub fn short_name(page_context: &PageContext, at: &Address) -> String {
    let words = words(page_context.route.locale);
    let Some(edition) = page_context.edition(&at.document) else { return at.to_string() };
    let document = &edition.document;
    // The text of a whole part is called as the part is: its title may be longer than a line.
    let part = match document.unit(&at.unit) {
        Some(UnitRef::Provision(provision)) => part_of_one(document, provision),
        _ => None,
    };
    let unit = part.map_or_else(|| at.unit.clone(), |part| Unit::Division(part.number.clone()));
    let name = match &unit {
        unit if page_context.names(document, unit) => {
            page_context.unit_name(document, unit, page_context.route.locale)
        }
        Unit::Provision(number) => {
            let label = document.provision(number).map_or("", |p| p.label.as_str());
            let own = edition.metadata.kind == DocumentKind::Interpretation;
            if page_context.english() || own || label.is_empty() {
                shown_number(number, page_context.route.locale)
            } else {
                label.to_owned()
            }
        }
        Unit::Division(number) if is_annex_number(number) => {
            shown_number(number, page_context.route.locale)
        }
        Unit::Division(number) => fill(page_context.texts().part, number),
        Unit::Title => words.title.to_owned(),
    };
    match edition.metadata.kind {
        DocumentKind::Interpretation if page_context.english() => {
            format!("{} {name}", words.interpretation)
        }
        DocumentKind::Interpretation => format!("{}{name}", words.interpretation),
        DocumentKind::Policy | DocumentKind::Law => name,
    }
}

/// The name of the outermost part that holds this address, in a language; `None` outside parts.
pub fn part_name(
    page_context: &PageContext,
    at: &Address,
    locale: UiLocale,
) -> Option<(String, String)> {
    let document = &page_context.edition(&at.document)?.document;
    let number = match &at.unit {
        Unit::Title => return None,
        Unit::Division(number) => number.clone(),
        Unit::Provision(number) => {
            let index = document.provisions.iter().position(|p| &p.number == number)?;
            document.division_of(index)?.number.clone()
        }
    };
    let number = number.split('.').next().unwrap_or(&number).to_owned();
    let name = page_context.unit_name(document, &Unit::Division(number.clone()), locale);
    Some((number, name))
}
