//! A document's own page, and the page of one of its divisions.

use corpus::{Address, Block, Division, Document, DocumentId, Edition, Paragraph, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::about::SourceOf;
use super::changes::Series;
use super::figure_cards::FigureCards;
use super::further::Further;
use super::info::{Downloads, Info};
use super::listing::{BothNames, Contents, Provisions, direct_provisions, level};
use super::overview::{Card, Summary, Title};
use super::passages::Beneath;
use super::picture;
use super::provision::Tools;
use super::referring::Referring;
use super::rows::Table;
use super::search::NotFound;
use super::sentence::{English, Errata, InOrder, Lines, Marked, SOURCE};
use crate::page_context::{PageContext, page_context};
use crate::route::{Page, UiLocale};
use crate::words::words;

/// A document's page.
#[component]
pub fn DocumentPage(
    /// The document.
    id: DocumentId,
) -> impl IntoView {
    let page_context = page_context();
    match page_context.edition(&id) {
        Some(edition) => Either::Left(view! { <OfDocument edition/> }),
        None => Either::Right(view! { <NotFound/> }),
    }
}

/// What is known about a document, and its contents.
#[component]
fn OfDocument(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let document = &edition.document;
    let title = Address { document: document.id.clone(), unit: Unit::Title, sentence: None };
    view! {
        <article class="document">
            <Title edition/>
            {(!is_told(&page_context, edition)).then(|| view! { <FullTitle edition/> })}
            <Summary edition/>
            <Related edition/>
            <Series edition/>
            <OwnTargets edition/>
            <Info edition/>
            <Contents document/>
            <Referring at=title.clone()/>
            <Downloads edition/>
            {page_context.library_index.is_collection().then(|| view! { <OwnSource edition/> })}
            <Errata at=title/>
        </article>
    }
}

/// Where the text comes from: of a library of many the page about the site does not tell.
#[component]
fn OwnSource(edition: &'static Edition) -> impl IntoView {
    let words = crate::words::about::words(page_context().route.locale);
    view! {
        <section aria-labelledby="source">
            <h2 id="source">{words.source}</h2>
            <SourceOf edition/>
        </section>
    }
}

/// The targets of the document in figures, and the way to all its figures: of a library of many the
/// first page tells neither.
#[component]
fn OwnTargets(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let id = &edition.document.id;
    let by_document = page_context.library_index.facts_by_document() && !edition.facts.is_empty();
    by_document.then(|| {
        let mut told = picture::told(&page_context);
        told.truncate(MOST_TARGETS);
        let cards = (!told.is_empty()).then(|| view! { <FigureCards told/> });
        let href = page_context.link(Page::DocumentFacts(id.clone(), 1));
        view! {
            {cards}
            <p><a href=href>{words(page_context.route.locale).table}</a></p>
        }
    })
}

/// How many of its targets the page of a document shows.
const MOST_TARGETS: usize = 12;

/// Whether the heading tells the full title already, and there is nothing to add to it.
fn is_told(page_context: &PageContext, edition: &Edition) -> bool {
    page_context.unit_name(&edition.document, &Unit::Title, UiLocale::Zh)
        == edition.metadata.name(false)
        && edition.translations.is_empty()
        && edition.errata.iter().all(|erratum| erratum.at.unit != Unit::Title)
}

/// The title as the document has it, line by line.
#[component]
fn FullTitle(edition: &'static Edition) -> impl IntoView {
    let lines = edition.document.title.iter().map(|sentence| {
        let at = Address {
            document: edition.document.id.clone(),
            unit: Unit::Title,
            sentence: Some(sentence.number),
        };
        view! {
            <div class="sentence" id=format!("s{}", sentence.number)>
                <Lines at=at.clone() sentence/>
                <Further at/>
            </div>
        }
    });
    view! { <div class="full-title">{lines.collect_view()}</div> }
}

/// Links to the document that this one explains, and to those that explain it.
#[component]
fn Related(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let explained = edition.metadata.explains.as_ref().and_then(|id| page_context.edition(id));
    let explaining =
        |other: &&Edition| other.metadata.explains.as_ref() == Some(&edition.document.id);
    let explaining = page_context.library().editions.iter().filter(explaining);
    view! {
        {explained.map(|edition| view! { <Card edition label=texts.interprets/> })}
        {explaining
            .map(|edition| view! { <Card edition label=texts.interpreted_by/> })
            .collect_view()}
    }
}

/// A division's page.
#[component]
pub fn DivisionPage(
    /// The document.
    id: DocumentId,
    /// The number of the division in the document.
    number: String,
) -> impl IntoView {
    let page_context = page_context();
    let found = page_context.edition(&id).and_then(|e| Some((e, e.document.division(&number)?)));
    match found {
        Some((edition, division)) => Either::Left(view! { <OfDivision edition division/> }),
        None => Either::Right(view! { <NotFound/> }),
    }
}

/// A division with the full text of its provisions.
#[component]
fn OfDivision(edition: &'static Edition, division: &'static Division) -> impl IntoView {
    let document = &edition.document;
    let unit = Unit::Division(division.number.clone());
    let at = Address { document: document.id.clone(), unit: unit.clone(), sentence: None };
    let sentence = Address { sentence: Some(1), ..at.clone() };
    let translated = edition.english().is_some();
    let class = [
        Some("division-page"),
        translated.then_some("translated"),
        edition.further().next().map(|_| "with-more"),
    ];
    let class = class.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let indexes = direct_provisions(document, division);
    let provisions = if length(document, &indexes) > LONGEST_PART {
        view! { <Provisions document indexes/> }.into_any()
    } else {
        let provisions = indexes.into_iter();
        provisions.map(|index| view! { <Provision edition index/> }).collect_view().into_any()
    };
    let inside = document.divisions.iter().filter(|inner| inner.is_within(division));
    view! {
        <article class=class>
            <BackToDocument edition/>
            <h1 id="s1" tabindex="-1"><BothNames document unit/></h1>
            <Further at=sentence.clone()/>
            <Beneath at=sentence/>
            <Tools edition/>
            {provisions}
            {inside.map(|inner| view! { <Inner edition division inner/> }).collect_view()}
            <Referring at=at.clone()/>
            <Errata at/>
        </article>
    }
}

/// How many characters a page of a division has at most; of a longer one it names the provisions.
const LONGEST_PART: usize = 24_000;

/// How many characters these provisions have.
fn length(document: &Document, indexes: &[usize]) -> usize {
    let sentences = indexes.iter().flat_map(|index| document.provisions[*index].sentences());
    sentences.map(|sentence| sentence.text.chars().count()).sum()
}

/// The way back to the document.
#[component]
pub fn BackToDocument(
    /// The document.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    view! {
        <nav class="trail" aria-label=page_context.texts().you_are_here>
            <ol>
                <li>
                    <a href=page_context.link(Page::Document(edition.document.id.clone()))>
                        {edition.metadata.name(page_context.english())}
                    </a>
                </li>
            </ol>
        </nav>
    }
}

/// The name of a division within the page's one, leading to its own page.
#[component]
fn Inner(
    edition: &'static Edition,
    division: &'static Division,
    inner: &'static Division,
) -> impl IntoView {
    let document = &edition.document;
    let deeper = inner.depth - division.depth;
    let page = Page::Division(document.id.clone(), inner.number.clone());
    view! {
        <h2 class="inner" data-depth={deeper} {..level(deeper - 1)}>
            <a href=page_context().link(page)>
                <BothNames document unit=Unit::Division(inner.number.clone())/>
            </a>
        </h2>
    }
}

/// A provision of the division: its name and all its sentences, without the passages.
#[component]
fn Provision(edition: &'static Edition, index: usize) -> impl IntoView {
    let document = &edition.document;
    let number = &document.provisions[index].number;
    let unit = Unit::Provision(number.clone());
    let at = Address { document: document.id.clone(), unit: unit.clone(), sentence: None };
    let page = Page::Provision(document.id.clone(), number.clone());
    let block = |block| match block {
        Block::Table(rows, head) => {
            Either::Left(view! { <Table rows head at=at.clone() whole=false/> })
        }
        Block::Paragraph(paragraph) => Either::Right(view! { <RunIn paragraph at=at.clone()/> }),
    };
    view! {
        <section class="provision-in-part">
            <h2><a href=page_context().link(page)><BothNames document unit/></a></h2>
            <Further at=Address { sentence: Some(0), ..at.clone() }/>
            {document.body(index).into_iter().map(block).collect_view()}
        </section>
    }
}

/// A paragraph: its label and its sentences in both languages; of all marks only references.
#[component]
fn RunIn(paragraph: &'static Paragraph, at: Address) -> impl IntoView {
    let Paragraph { label, sentences } = paragraph;
    let label = (!label.is_empty())
        .then(|| view! { <span class="label" lang=SOURCE>{label.as_str()}</span> });
    let sentences = sentences.iter().map(|sentence| {
        let at = Address { sentence: Some(sentence.number), ..at.clone() };
        let marks = page_context().references(&at, false);
        let chinese = view! {
            <p class="zh-line">
                <span class="zh" lang=SOURCE><Marked text=sentence.text.as_str() marks/></span>
            </p>
        };
        view! {
            <div class="sentence">
                <InOrder chinese=chinese english=view! { <English at=at.clone()/> }/>
                <Further at/>
            </div>
        }
    });
    view! { <div class="run-in">{label}{sentences.collect_view()}</div> }
}
