//! Lists of provisions: by document, by division.

mod folded;

use corpus::{Division, Document, Unit};
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::custom::custom_attribute;

use super::sentence::{Both, SOURCE};
use crate::page_context::page_context;
use crate::route::{Page, UiLocale};
pub use folded::FoldedPart;
use folded::{LongContents, is_long};

/// The contents of a document: its divisions with their provisions.
#[component]
pub fn Contents(
    /// The document.
    document: &'static Document,
) -> impl IntoView {
    if is_long(document) {
        return view! { <LongContents document/> }.into_any();
    }
    let divisions =
        document.divisions.iter().map(|division| view! { <InParts document division/> });
    view! {
        <div class="contents">
            <Provisions document indexes=document.outside_divisions()/>
            {divisions.collect_view()}
        </div>
    }
    .into_any()
}

/// A division's name, and the provisions that are directly in it.
#[component]
fn InParts(document: &'static Document, division: &'static Division) -> impl IntoView {
    let page = Page::Division(document.id.clone(), division.number.clone());
    view! {
        <section class="division" data-depth=division.depth>
            <h2 {..level(division.depth)}>
                <a href=page_context().link(page)>
                    <BothNames document unit=Unit::Division(division.number.clone())/>
                </a>
            </h2>
            <Provisions document indexes=direct_provisions(document, division)/>
        </section>
    }
}

/// The level of a nested division's heading, where it is not that of its element.
pub fn level(depth: u8) -> impl Attribute {
    custom_attribute("aria-level", (depth > 0).then_some(depth + 2))
}

/// The provisions of a division that are in none of its nested divisions.
pub fn direct_provisions(document: &Document, division: &Division) -> Vec<usize> {
    (division.provisions.start as usize..division.provisions.end as usize)
        .filter(|index| document.division_of(*index).is_some_and(|d| d.number == division.number))
        .collect()
}

/// A list of provisions by index; nothing for none.
#[component]
pub fn Provisions(
    /// The document.
    document: &'static Document,
    /// Their places in the document.
    indexes: Vec<usize>,
    /// Whether they are named in the language of the interface alone.
    #[prop(optional)]
    in_one_language: bool,
) -> impl IntoView {
    let page_context = page_context();
    (!indexes.is_empty()).then(|| {
        let items = indexes.into_iter().map(|index| {
            let number = &document.provisions[index].number;
            let unit = Unit::Provision(number.clone());
            let name = if in_one_language {
                view! { <OneName document unit/> }.into_any()
            } else {
                view! { <BothNames document unit/> }.into_any()
            };
            let href = page_context.link(Page::Provision(document.id.clone(), number.clone()));
            let row = is_long(document);
            view! { <li data-row=row><a href=href>{name}<Beginning document number/></a></li> }
        });
        view! { <ol class="provisions">{items.collect_view()}</ol> }
    })
}

/// How many characters tell what an article without a title is about.
const BEGINNING: usize = 22;

/// The first words of a provision that has a number and no title, as the articles of laws.
#[component]
fn Beginning(document: &'static Document, number: &'static str) -> impl IntoView {
    let untitled =
        |provision: &&corpus::Provision| provision.title.is_none() && !provision.label.is_empty();
    document.provision(number).filter(untitled).map(|provision| {
        let first = provision.paragraphs.first().and_then(|p| p.sentences.first());
        let text = first.map_or("", |sentence| sentence.text.as_str());
        let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(end, _)| end);
        let cut = (end < text.len()).then_some("…");
        view! { " " <span class="begins" lang=SOURCE>{&text[..end]}{cut}</span> }
    })
}

/// A unit's name in the language of the interface, else in Chinese, which is told to be Chinese.
#[component]
pub fn OneName(
    /// The document.
    document: &'static Document,
    /// The unit of it.
    unit: Unit,
) -> impl IntoView {
    let page_context = page_context();
    let ours = page_context.english()
        && (page_context.library_index.translated_at_all() || page_context.names(document, &unit));
    let name = page_context.unit_name(document, &unit, page_context.route.locale);
    if ours { name.into_any() } else { view! { <InChinese name/> }.into_any() }
}

/// A unit's name in Chinese and, where it is translated, in English.
#[component]
pub fn BothNames(
    /// The document.
    document: &'static Document,
    /// The unit of it.
    unit: Unit,
) -> impl IntoView {
    let page_context = page_context();
    let translated = page_context.library_index.translated_at_all();
    let name = |locale| page_context.unit_name(document, &unit, locale);
    if translated {
        let (zh, en) = (name(UiLocale::Zh), name(UiLocale::En));
        view! { <Both chinese=zh english=en/> }.into_any()
    } else if page_context.english() && page_context.names(document, &unit) {
        name(UiLocale::En).into_any()
    } else {
        view! { <InChinese name=name(UiLocale::Zh)/> }.into_any()
    }
}

/// A name that is told to be Chinese.
#[component]
fn InChinese(name: String) -> impl IntoView {
    view! { <span class="zh" lang=SOURCE>{name}</span> }
}
