//! The contents of a long document: folded, so that the names of the parts are all that is open, with
//! words to filter by.

use corpus::{Division, Document, Unit};
use leptos::prelude::*;

use super::{OneName, Provisions, direct_provisions};
use crate::page_context::page_context;
use crate::route::Page;
use crate::views::glossary::Filters;
use crate::words::words;

/// From this many provisions on contents are folded.
const LONG: usize = 120;
/// From this many on they name the divisions alone: each names its provisions on its own page.
const LONGEST: usize = 400;
/// How many provisions outside of divisions are folded together.
const TOGETHER: usize = 50;

/// Whether the contents of a document are folded.
pub(super) fn is_long(document: &Document) -> bool {
    document.provisions.len() > LONG
}

/// The contents of a long document.
#[component]
pub(super) fn LongContents(document: &'static Document) -> impl IntoView {
    let whole = document.provisions.len() <= LONGEST;
    let outermost: Vec<&Division> = document.divisions.iter().filter(|d| d.depth == 0).collect();
    let outside = document.outside_divisions();
    let outside = if outside.len() > LONG {
        outside
            .chunks(TOGETHER)
            .map(|indexes| {
                view! { <Together document indexes=indexes.to_vec()/> }
            })
            .collect_view()
            .into_any()
    } else {
        view! { <Provisions document indexes=outside/> }.into_any()
    };
    let parts = outermost.into_iter().map(|division| {
        if whole {
            view! { <FoldedPart document division/> }.into_any()
        } else {
            view! { <Divisions document division/> }.into_any()
        }
    });
    view! {
        <div class="contents" data-enhance>
            <Filters/>
            {outside}
            {parts.collect_view()}
        </div>
    }
}

/// Provisions of a document without divisions, folded under the first and the last of them.
#[component]
fn Together(document: &'static Document, indexes: Vec<usize>) -> impl IntoView {
    let range = range(document, &indexes);
    view! {
        <details class="part" data-group>
            <summary>{range}</summary>
            <Provisions document indexes in_one_language=true/>
        </details>
    }
}

/// One part, folded: its provisions, those of the divisions in it, and the way to its page.
#[component]
pub fn FoldedPart(
    /// The document.
    document: &'static Document,
    /// The part of it.
    division: &'static Division,
) -> impl IntoView {
    let page_context = page_context();
    let link =
        |of: &Division| page_context.link(Page::Division(document.id.clone(), of.number.clone()));
    let unit = |of: &Division| Unit::Division(of.number.clone());
    let provisions = |of: &Division| {
        let indexes = direct_provisions(document, of);
        view! { <Provisions document indexes in_one_language=true/> }
    };
    let inside = document.divisions.iter().filter(|inner| inner.is_within(division));
    let inside = inside.map(|inner| {
        view! {
            <h3><a href=link(inner)><OneName document unit=unit(inner)/></a></h3>
            {provisions(inner)}
        }
    });
    let id = is_long(document).then(|| ["part-", &division.number].concat());
    view! {
        <details class="part" id=id data-group=is_long(document)>
            <summary><OneName document unit=unit(division)/></summary>
            {provisions(division)}
            {inside.collect_view()}
            <p><a href=link(division)>{words(page_context.route.locale).whole_part}</a></p>
        </details>
    }
}

/// One part of a very long document, folded: the divisions in it, each with its first and last
/// provision.
#[component]
fn Divisions(document: &'static Document, division: &'static Division) -> impl IntoView {
    let page_context = page_context();
    let own = std::iter::once(division);
    let inside = document.divisions.iter().filter(|inner| inner.is_within(division));
    let rows = own.chain(inside).map(|of: &'static Division| {
        let href = page_context.link(Page::Division(document.id.clone(), of.number.clone()));
        let depth = of.depth.saturating_sub(division.depth);
        let indexes: Vec<usize> =
            (of.provisions.start as usize..of.provisions.end as usize).collect();
        view! {
            <li data-row data-depth=depth>
                <a href=href>
                    <OneName document unit=Unit::Division(of.number.clone())/>
                    " "
                    <small class="muted">{range(document, &indexes)}</small>
                </a>
            </li>
        }
    });
    let unit = Unit::Division(division.number.clone());
    view! {
        <details class="part" id=["part-", &division.number].concat() data-group>
            <summary><OneName document unit/></summary>
            <ol class="provisions">{rows.collect_view()}</ol>
        </details>
    }
}

/// The labels of the first and the last of these provisions: `第一条 – 第五十条`.
fn range(document: &Document, indexes: &[usize]) -> String {
    let label = |index: &usize| {
        let provision = &document.provisions[*index];
        if provision.label.is_empty() { &*provision.number } else { &*provision.label }
    };
    match indexes {
        [] => String::new(),
        [only] => label(only).to_owned(),
        [first, .., last] => [label(first), " – ", label(last)].concat(),
    }
}
