//! The heading of a provision in both languages, which the search in the browser writes anew with
//! the matches of the reader's query.

use corpus::{Address, Document, Provision, Sentence, Span, Unit};
use leptos::either::EitherOf3;
use leptos::prelude::*;

use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::route::UiLocale;
use crate::views::sentence::{Both, Marked, SOURCE, matches};

/// The lines of a provision's heading, with matches marked; nothing for another unit's address.
#[component]
pub fn HeadingLines(
    /// The address of the provision.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    found(&page_context, &at).map(|(document, provision)| {
        let translated = page_context.library_index.translated_at_all();
        if page_context.names(document, &at.unit) && !translated {
            return EitherOf3::A(page_context.unit_name(
                document,
                &at.unit,
                page_context.route.locale,
            ));
        }
        let first = Address { sentence: Some(0), ..at };
        let chinese = view! { <ChineseHeading document provision first=first.clone()/> };
        if translated {
            let english = view! { <EnglishHeading document first/> };
            EitherOf3::B(view! { <Both chinese english/> })
        } else {
            EitherOf3::C(view! { <span class="zh" lang=SOURCE>{chinese}</span> })
        }
    })
}

/// The provision at this address, with its document.
fn found(
    page_context: &PageContext,
    at: &Address,
) -> Option<(&'static Document, &'static Provision)> {
    let document = &page_context.edition(&at.document)?.document;
    let Unit::Provision(number) = &at.unit else { return None };
    Some((document, document.provision(number)?))
}

/// The label and the run-in title, or how we name what has neither.
#[component]
fn ChineseHeading(
    document: &'static Document,
    provision: &'static Provision,
    first: Address,
) -> impl IntoView {
    let label = provision.label.as_str();
    let unnamed = provision.title.is_none() && label.is_empty();
    let name = unnamed.then(|| page_context().unit_name(document, &first.unit, UiLocale::Zh));
    view! {
        {(!label.is_empty()).then(|| view! { <span class="label">{label}</span> })}
        {provision.title.as_ref().map(|title| view! { <RunInTitle title first/> })}
        {name}
    }
}

/// The run-in title; errata and matches are marked in it, terms are not.
#[component]
fn RunInTitle(title: &'static Sentence, first: Address) -> impl IntoView {
    let page_context = page_context();
    let mut marks = page_context.standing_marks(&first, title);
    marks.retain(|(_, mark)| matches!(mark, Mark::Erratum(_)));
    marks.extend(matches(&page_context, &first, false));
    view! { <Marked text=title.text.trim_end_matches('。') marks/> }
}

/// The name in English; matches of the translated title are marked behind the number.
#[component]
fn EnglishHeading(document: &'static Document, first: Address) -> impl IntoView {
    let page_context = page_context();
    let name = page_context.unit_name(document, &first.unit, UiLocale::En);
    let title =
        page_context.library_index.translated(&first).unwrap_or_default().trim_end_matches('.');
    let shift = corpus::text::find(&name, title).unwrap_or_default();
    let mut marks = matches(&page_context, &first, true);
    for (span, _) in &mut marks {
        *span = Span::new(span.start as usize + shift, span.end as usize + shift);
    }
    view! { <Marked text=name marks/> }
}
