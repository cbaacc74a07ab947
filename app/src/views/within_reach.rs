//! The contents of a document within reach of one of its provisions: a sheet on a phone, a column
//! where there is room, folded or open without script.
//!
//! What is listed does not grow with the document: of the divisions only those on the way to the
//! provision are opened, and of a long list only what is near.

use corpus::{Division, Document, Edition, Unit};
use leptos::prelude::*;

use super::listing::{OneName, direct_provisions};
use crate::page_context::page_context;
use crate::route::Page;

/// How many provisions of one list are named before and after the one that is read.
const NEAR: usize = 20;

/// The contents around a provision.
#[component]
pub fn WithinReach(
    /// The document, with what is known about it.
    edition: &'static Edition,
    /// The provision's place in the document.
    index: usize,
) -> impl IntoView {
    let page_context = page_context();
    let document = &edition.document;
    let texts = page_context.texts();
    let here = &document.provisions[index];
    let label = if page_context.english() { &here.number } else { &here.label };
    let label =
        (!here.label.is_empty()).then(|| view! { " " <span class="muted">{label.as_str()}</span> });
    view! {
        <details class="reach">
            <summary>{texts.contents}{label}</summary>
            <nav aria-label=texts.contents>
                <a href=page_context.link(Page::Document(document.id.clone()))>
                    {edition.metadata.name(page_context.english())}
                </a>
                <Near document indexes=document.outside_divisions() index/>
                <Parts document parts=children(document, None) index/>
            </nav>
        </details>
    }
}

/// The divisions directly in another one, or the outermost.
fn children(document: &'static Document, outer: Option<&Division>) -> Vec<&'static Division> {
    let inside = |division: &&Division| match outer {
        None => division.depth == 0,
        Some(outer) => division.depth == outer.depth + 1 && division.is_within(outer),
    };
    document.divisions.iter().filter(inside).collect()
}

/// Divisions of which the one that holds the provision is opened; nothing for none.
#[component]
fn Parts(
    document: &'static Document,
    parts: Vec<&'static Division>,
    index: usize,
) -> impl IntoView {
    (!parts.is_empty()).then(|| {
        let parts = parts.into_iter().map(|division| view! { <Part document division index/> });
        view! { <ul>{parts.collect_view()}</ul> }
    })
}

/// One division, and what is in it where it holds the provision.
#[component]
fn Part(document: &'static Document, division: &'static Division, index: usize) -> impl IntoView {
    let page = Page::Division(document.id.clone(), division.number.clone());
    let inside = division.provisions.contains(&(index as u32)).then(|| {
        let parts = children(document, Some(division));
        view! {
            <Near document indexes=direct_provisions(document, division) index/>
            <Parts document parts index/>
        }
    });
    view! {
        <li>
            <a href=page_context().link(page)>
                <OneName document unit=Unit::Division(division.number.clone())/>
            </a>
            {inside}
        </li>
    }
    // It holds divisions in turn.
    .into_any()
}

/// The provisions of a list that are near the one at `index`; nothing for none.
#[component]
fn Near(document: &'static Document, indexes: Vec<usize>, index: usize) -> impl IntoView {
    let near = near(&indexes, index);
    (!near.is_empty()).then(|| {
        let items = near.iter().map(|at| {
            let number = &document.provisions[*at].number;
            let page = Page::Provision(document.id.clone(), number.clone());
            view! {
                <li>
                    <a href=page_context().link(page) aria-current=(*at == index).then_some("page")>
                        <OneName document unit=Unit::Provision(number.clone())/>
                    </a>
                </li>
            }
        });
        view! { <ul>{items.collect_view()}</ul> }
    })
}

/// What of a list in ascending order is near `index`, which may be between two of them.
fn near(indexes: &[usize], index: usize) -> &[usize] {
    let at = indexes.partition_point(|other| *other < index);
    let end = indexes.len().min(at + NEAR + 1);
    &indexes[at.saturating_sub(NEAR)..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_named_only_around_the_provision() {
        let list: Vec<usize> = (100..200).collect();
        let ends = |index| {
            let near = near(&list, index);
            near.first().copied().zip(near.last().copied())
        };
        assert_eq!(ends(150), Some((130, 170)));
        assert_eq!(ends(100), Some((100, 120)));
        assert_eq!(ends(199), Some((179, 199)));
        assert_eq!(ends(0), Some((100, 120)), "what stands before the list is nearest its begin");
        assert_eq!(ends(500), Some((180, 199)), "and what stands behind it, its end");
        assert!(near(&[], 3).is_empty());
    }
}
