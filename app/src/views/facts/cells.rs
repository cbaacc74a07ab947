//! What a fact says, cell by cell.

use corpus::facts::convert;
use corpus::{Fact, Sentence};
use leptos::either::Either;
use leptos::prelude::*;

use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::views::picture::excerpt;
use crate::views::quoted::ShortSource;
use crate::views::sentence::{English, Marked, SOURCE};
use crate::words::dates;
use crate::words::kinds::{bound, fact_kind};
use crate::words::words;

/// The head of a table whose rows are cards on phones.
#[component]
pub fn Head(
    /// What the columns are called.
    names: [&'static str; 3],
) -> impl IntoView {
    let names = names.map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    view! {
        <thead role="rowgroup"><tr role="row">{names.into_iter().collect_view()}</tr></thead>
    }
}

/// The figure as printed, and what it comes to in other terms.
#[component]
pub fn Figure(
    /// The fact.
    fact: &'static Fact,
    /// The sentence that states it.
    sentence: &'static Sentence,
) -> impl IntoView {
    let others = conversions(&page_context(), fact).into_iter().map(|text| {
        view! {
            " "
            <span class="converted">{text}</span>
        }
    });
    view! {
        <b class="printed" lang=SOURCE>{fact.span.of(&sentence.text)}</b>
        {others.collect_view()}
    }
}

/// The figure in other terms, in the language of the page; a range as two of each.
fn conversions(page_context: &PageContext, fact: &Fact) -> Vec<String> {
    let english = page_context.english();
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
#[component]
pub fn About(
    /// The fact.
    fact: Fact,
    /// The sentence that states it.
    sentence: &'static Sentence,
) -> impl IntoView {
    let about = Some(fact.about.of(&sentence.text)).filter(|about| !about.is_empty());
    let column = column(&page_context(), &fact).map(|name| {
        view! {
            " "
            <span class="hint" lang=SOURCE>{name}</span>
        }
    });
    let english = english_about(&page_context(), &fact).map(|text| {
        view! {
            " "
            <span class="en-line en" lang="en">{text}</span>
        }
    });
    view! {
        <span class="zh" lang=SOURCE>{about}</span>
        {column}
        {english}
    }
}

/// What the column of a table is called in which the figure stands: it says what the figure is.
fn column(page_context: &PageContext, fact: &Fact) -> Option<String> {
    let edition = page_context.library().edition(&fact.at.document)?;
    let names = edition.document.cell_names(&fact.at, fact.span)?;
    Some(names.column).filter(|name| !name.is_empty())
}

/// The sentence with the figure marked. Its translation only where the words around the figure
/// could not be told from it.
#[component]
pub fn InSentence(
    /// The fact.
    fact: &'static Fact,
    /// The sentence that states it.
    sentence: &'static Sentence,
) -> impl IntoView {
    let marks = vec![(fact.span, Mark::Figure)];
    let untold = english_about(&page_context(), fact).is_none();
    view! {
        <p class="zh-line">
            <span class="zh" lang=SOURCE><Marked text=sentence.text.as_str() marks/></span>
        </p>
        {untold.then(|| view! { <English at=fact.at.clone()/> })}
        <p class="source"><ShortSource at=fact.at.clone()/></p>
    }
}

fn english_about(page_context: &PageContext, fact: &Fact) -> Option<String> {
    page_context.library_index.translated(&fact.at).and_then(|text| excerpt::around(text, fact))
}

/// Kind, bound, and whether it is only striven for.
#[component]
pub fn Kind(
    /// The fact.
    fact: &'static Fact,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let locale = page_context.route.locale;
    let mut said = vec![fact_kind(fact.kind, locale)];
    said.extend(bound(fact.bound, locale));
    said.extend(fact.aimed.then_some(words.aimed));
    said.extend(fact.stable.then_some(words.stable));
    let said = said.into_iter().map(|part| {
        view! {
            <span class="said">{part}</span>
            " "
        }
    });
    said.collect_view()
}

/// When it is due: the words, and the date where it can be told.
#[component]
pub fn DueCell(
    /// The fact.
    fact: &'static Fact,
    /// The sentence that states it.
    sentence: &'static Sentence,
) -> impl IntoView {
    let printed = fact.due_at.map(|span| span.of(&sentence.text)).filter(|due| !due.is_empty());
    let date = Some(fact.due.as_str()).filter(|due| !due.is_empty());
    let content = (printed.is_some() || date.is_some()).then(|| {
        let written = |due: &str| dates::date(due, page_context().route.locale);
        // 12月10日前 says the day already.
        let date = date.filter(|due| !printed.is_some_and(|words| words.contains(&written(due))));
        let date = date.map(|due| {
            view! {
                " "
                <time class="converted" datetime=due>{written(due)}</time>
            }
        });
        view! {
            <span lang=SOURCE>{printed}</span>
            {date}
        }
    });
    view! { <OptionalCell label=words(page_context().route.locale).due content/> }
}

/// Where: the place as printed, with its English name for English readers.
#[component]
pub fn PlaceCell(
    /// The fact.
    fact: &'static Fact,
    /// The sentence that states it.
    sentence: &'static Sentence,
) -> impl IntoView {
    let page_context = page_context();
    let content = fact.place.map(|place| {
        let printed = place.of(&sentence.text);
        let places = page_context.library().places.iter();
        let known: Vec<&str> = places
            .filter(|place| place.zh.iter().any(|form| printed.contains(form.as_str())))
            .map(|place| place.en.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        let known = (page_context.english() && !known.is_empty()).then(|| {
            view! {
                " "
                <span class="converted">{known.join(", ")}</span>
            }
        });
        view! {
            <span lang=SOURCE>{printed}</span>
            {known}
        }
    });
    view! { <OptionalCell label=words(page_context.route.locale).place content/> }
}

/// A cell that may be empty; cards leave empty ones out.
#[component]
fn OptionalCell<V: IntoView + 'static>(label: &'static str, content: Option<V>) -> impl IntoView {
    match content {
        Some(content) => Either::Left(view! { <td role="cell" data-label=label>{content}</td> }),
        None => Either::Right(view! { <td role="cell" data-label=label class="empty"></td> }),
    }
}
