//! The measures that a reader saved. What is saved is known to the device alone, so the page has
//! the names of all, and the tools (`public/js/tools/saved.js`) leave those that are; it needs no
//! network for that, and no copy of a name grows old. The page of a large collection has no names:
//! there the tools read them from the pages of the measures.

use corpus::{Address, Edition, Unit};
use leptos::prelude::*;

use super::listing::OneName;
use crate::page_context::page_context;
use crate::route::Page;
use crate::words::saved::words;

/// The page. Its lines about the list are there from the start; the tools show the one that fits.
#[component]
pub fn SavedPage() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let lines = [
        ("own", words.own),
        ("sent", words.sent),
        ("empty", words.empty),
        ("refused", words.refused),
        ("gone", words.gone),
        ("unread", words.unread),
    ];
    let lines = lines.map(|(when, line)| view! { <p data-when=when hidden>{line}</p> });
    let fetched = page_context.library_index.is_kept_by_document();
    let all = || {
        let documents = page_context.library().editions.iter();
        documents.map(|edition| view! { <OneDocument edition/> }).collect_view()
    };
    let measures = if fetched { view! { <Fetched/> }.into_any() } else { all().into_any() };
    let without_script = if fetched { words.only_with_script } else { words.without_script };
    view! {
        <article class="saved-page" data-saved>
            <h1 tabindex="-1">{page_context.texts().saved}</h1>
            <noscript><p>{without_script}</p></noscript>
            <div class="script-only" role="status">{lines.collect_view()}</div>
            <div class="tools script-only" role="group" aria-label=page_context.texts().tools>
                <div class="buttons">
                    <button type="button" data-tool="pass-saved" hidden>{words.pass_on}</button>
                    <button type="button" data-tool="save-sent" hidden>{words.save_all}</button>
                    <a href=page_context.link(Page::Saved) data-own hidden>{words.see_own}</a>
                </div>
            </div>
            {measures}
        </article>
    }
}

/// Where the tools put the measures of a large collection: a copy of the row, for each of them.
#[component]
fn Fetched() -> impl IntoView {
    view! {
        <section data-group hidden>
            <h2></h2>
            <ol class="provisions">
                <li data-at="" hidden>
                    <a></a>
                    <SaveButton star=true/>
                </li>
            </ol>
        </section>
    }
}

/// All measures of a document.
#[component]
fn OneDocument(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let document = &edition.document;
    let measures = document.provisions.iter().map(|provision| {
        let unit = Unit::Provision(provision.number.clone());
        let at = Address { document: document.id.clone(), unit: unit.clone(), sentence: None };
        view! {
            <li data-at=at.text()>
                <a href=page_context.link_to(&at)><OneName document unit/></a>
                <SaveButton star=true/>
            </li>
        }
    });
    view! {
        <section data-group>
            <h2>{edition.metadata.name(page_context.english())}</h2>
            <ol class="provisions">{measures.collect_view()}</ol>
        </section>
    }
}

/// The button that saves a measure on the device, or takes it off the list again.
#[component]
pub fn SaveButton(
    /// Whether it stands alone, where its star says enough.
    #[prop(optional)]
    star: bool,
) -> impl IntoView {
    let name = page_context().texts().save;
    view! {
        <button class="script-only" type="button" data-tool="save" aria-pressed="false"
            aria-label=name>{(!star).then_some(name)}</button>
    }
}
