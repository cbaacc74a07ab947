//! What every page tells of its document: whether it is in force and until when, where the official
//! original is, and when the texts were last changed here. What nobody has filled in is not there.

use corpus::text::web_address;
use corpus::{DocumentId, DocumentKind, Edition, Metadata, Validity};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::ui::fill;

/// The standing of the page's document; on pages of no document, of all but the interpretations,
/// unless they are many.
#[component]
pub fn Standing() -> impl IntoView {
    let page_context = page_context();
    let own = of_page(&page_context.route.page);
    let collection = page_context.library_index.is_collection();
    let shown = |edition: &&Edition| match own {
        Some(id) => edition.document.id == *id,
        None => edition.document.kind != DocumentKind::Interpretation && !collection,
    };
    let editions = page_context.library().editions.iter().filter(shown);
    editions.map(|edition| view! { <OfEdition edition/> }).collect_view()
}

fn of_page(page: &Page) -> Option<&DocumentId> {
    match page {
        Page::Document(id)
        | Page::Division(id, _)
        | Page::Provision(id, _)
        | Page::DocumentFacts(id, _) => Some(id),
        _ => None,
    }
}

/// The standing of one document; nothing where nothing is known of it.
#[component]
fn OfEdition(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let told = told(&page_context, &edition.metadata);
    (!told.is_empty()).then(|| {
        let told = told.into_iter().map(|(words, href)| {
            let told = match href {
                Some(href) => view! { <a href=href>{words}</a> }.into_any(),
                None => view! { <span>{words}</span> }.into_any(),
            };
            (" ", told)
        });
        view! {
            <p class="links standing">
                <b>{edition.metadata.name(page_context.english())}</b>
                {told.collect_view()}
            </p>
        }
    })
}

/// Whether a document is in force, in words.
pub(super) fn validity_name(page_context: &PageContext, validity: Validity) -> &'static str {
    let texts = page_context.texts();
    match validity {
        Validity::InForce => texts.in_force,
        Validity::NotYet => texts.not_yet_in_force,
        Validity::Expired => texts.expired,
    }
}

/// What is told of a document, each with the address that it leads to, if it leads anywhere.
fn told(
    page_context: &PageContext,
    metadata: &'static Metadata,
) -> Vec<(String, Option<&'static str>)> {
    let texts = page_context.texts();
    let validity = metadata.validity.map(|validity| validity_name(page_context, validity));
    let dated = |words: &str, day: &str| (!day.is_empty()).then(|| fill(words, day));
    let words = [
        validity.map(str::to_owned),
        dated(texts.effective_from, &metadata.effective),
        dated(texts.in_force_until, &metadata.expires),
    ];
    let links = [(texts.original, &metadata.origin), (texts.original_pdf, &metadata.origin_pdf)];
    let link = |(words, address): (&str, &'static String)| {
        web_address(address).map(|href| (words.to_owned(), Some(href)))
    };
    let words = words.into_iter().flatten().map(|words| (words, None));
    let updated = dated(texts.updated, &metadata.updated).map(|words| (words, None));
    words.chain(links.into_iter().filter_map(link)).chain(updated).collect()
}
