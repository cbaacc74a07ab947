//! A document's own page, and the page of one of its divisions.

use corpus::{Address, DocumentId, Edition, Unit};
use leptos::prelude::*;

use super::{listing, overview, passages, provision, sentence};
use crate::reader::Reader;
use crate::route::Page;

/// What is known about a document, and its contents.
pub fn document(reader: &Reader, id: &DocumentId) -> AnyView {
    let Some(edition) = reader.edition(id) else { return super::about::not_found(reader) };
    let title = Address { document: id.clone(), unit: Unit::Title, sentence: None };
    view! {
        <article class="document">
            {overview::title(reader, edition)}
            {full_title(reader, edition)}
            {overview::summary(reader, edition)}
            {related(reader, edition)}
            {listing::contents(reader, &edition.document)}
            {sentence::errata(reader, &title)}
        </article>
    }
    .into_any()
}

fn full_title(reader: &Reader, edition: &Edition) -> AnyView {
    let lines: Vec<AnyView> = edition
        .document
        .title
        .iter()
        .map(|line| {
            let address = Address {
                document: edition.document.id.clone(),
                unit: Unit::Title,
                sentence: Some(line.number),
            };
            let english = sentence::english(reader, &address);
            view! {
                <div class="sentence" id=format!("s{}", line.number)>
                    <p class="zh-line">{sentence::chinese(reader, &address, line)}</p>
                    {english.map(|english| view! { <p class="en-line">{english}</p> })}
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <div class="full-title">{lines}</div> }.into_any()
}

/// Links to the document that this one explains, and to those that explain it.
fn related(reader: &Reader, edition: &Edition) -> Vec<AnyView> {
    let texts = reader.texts();
    let link = |label: &'static str, other: &Edition| {
        let href = reader.link(Page::Document(other.document.id.clone()));
        let name = other.metadata.name(reader.english()).to_owned();
        view! { <p class="card"><small>{label}</small> <a href=href>{name}</a></p> }.into_any()
    };
    let explained = edition.metadata.explains.as_ref().and_then(|id| reader.edition(id));
    let explaining = reader
        .library()
        .editions
        .iter()
        .filter(|other| other.metadata.explains.as_ref() == Some(&edition.document.id));
    explained
        .map(|other| link(texts.interprets, other))
        .into_iter()
        .chain(explaining.map(|other| link(texts.interpreted_by, other)))
        .collect()
}

/// A division with the full text of its provisions.
pub fn division(reader: &Reader, id: &DocumentId, number: &str) -> AnyView {
    let found = reader.edition(id).and_then(|e| Some((e, e.document.division(number)?)));
    let Some((edition, division)) = found else { return super::about::not_found(reader) };
    let document = &edition.document;
    let unit = Unit::Division(number.to_owned());
    let heading = Address { document: id.clone(), unit: unit.clone(), sentence: None };
    let nested: Vec<AnyView> = document
        .divisions
        .iter()
        .filter(|inner| inner.number.strip_prefix(number).is_some_and(|r| r.starts_with('.')))
        .map(|inner| {
            let unit = Unit::Division(inner.number.clone());
            let href = reader.link(Page::Division(id.clone(), inner.number.clone()));
            view! { <h2><a href=href>{listing::both_names(reader, document, &unit)}</a></h2> }
                .into_any()
        })
        .collect();
    let provisions: Vec<AnyView> = listing::direct_provisions(document, division)
        .into_iter()
        .map(|index| summary(reader, edition, index))
        .collect();
    let name = edition.metadata.name(reader.english()).to_owned();
    let sentence = Address { sentence: Some(1), ..heading.clone() };
    view! {
        <article class="division-page">
            <nav class="trail" aria-label=reader.texts().you_are_here>
                <ol><li><a href=reader.link(Page::Document(id.clone()))>{name}</a></li></ol>
            </nav>
            <h1 id="s1" tabindex="-1">{listing::both_names(reader, document, &unit)}</h1>
            {passages::beneath(reader, &sentence)}
            {provision::text_choice(reader)}
            {provisions}
            {nested}
            {sentence::errata(reader, &heading)}
        </article>
    }
    .into_any()
}

/// A provision of the division: its name and all its sentences, without the passages.
fn summary(reader: &Reader, edition: &Edition, index: usize) -> AnyView {
    let document = &edition.document;
    let provision = &document.provisions[index];
    let unit = Unit::Provision(provision.number.clone());
    let href = reader.link(Page::Provision(document.id.clone(), provision.number.clone()));
    let sentences: Vec<AnyView> = provision
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| {
            let address = Address {
                document: document.id.clone(),
                unit: unit.clone(),
                sentence: Some(sentence.number),
            };
            let english = reader.shelf.translated(&address).map(str::to_owned);
            view! {
                <div class="sentence">
                    <p class="zh-line"><span class="zh" lang=sentence::SOURCE>{sentence.text.clone()}</span></p>
                    {english.map(|text| view! { <p class="en-line"><span class="en" lang="en">{text}</span></p> })}
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="provision-in-part">
            <h2><a href=href>{listing::both_names(reader, document, &unit)}</a></h2>
            {sentences}
        </section>
    }
    .into_any()
}
