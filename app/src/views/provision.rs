//! The page that the site exists for: one provision, sentence by sentence in both languages, with
//! what explains it.

use corpus::{Address, Block, Document, DocumentId, Edition, Paragraph, Sentence, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::changes::SinceBefore;
use super::figure_cards::OwnFigures;
use super::further::{Choice, Further};
use super::heading::HeadingLines;
use super::passages::{self, Beneath, Beside};
use super::referring::Referring;
use super::rows::Table;
use super::saved::SaveButton;
use super::search::NotFound;
use super::sentence::{Errata, Lines, SOURCE};
use super::within_reach::WithinReach;
use crate::citation::parts_around;
use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::ui::{fill, found};
use crate::words::punctuation;

/// A provision's page.
#[component]
pub fn ProvisionPage(
    /// The document.
    id: DocumentId,
    /// The number of the provision in it.
    number: String,
) -> impl IntoView {
    let page_context = page_context();
    let found = page_context.edition(&id).and_then(|edition| {
        let provisions = &edition.document.provisions;
        Some((edition, provisions.iter().position(|provision| provision.number == number)?))
    });
    match found {
        Some((edition, index)) => Either::Left(view! { <Found edition index/> }),
        None => Either::Right(view! { <NotFound/> }),
    }
}

/// The page of a provision that is there.
#[component]
fn Found(edition: &'static Edition, index: usize) -> impl IntoView {
    let page_context = page_context();
    let id = &edition.document.id;
    let number = edition.document.provisions[index].number.as_str();
    let unit = Unit::Provision(number.to_owned());
    let at = Address { document: id.clone(), unit: unit.clone(), sentence: None };
    let title = Address { sentence: Some(0), ..at.clone() };
    let parts = parts_around(&page_context, &edition.document, &unit);
    let between = found::words(page_context.route.locale).cited_comma;
    let part = (!parts.is_empty()).then(|| parts.join(between));
    let passages = passages::passages(&page_context, &at);
    let class = [
        Some("provision"),
        (!passages.is_empty()).then_some("with-aside"),
        edition.english().map(|_| "translated"),
        edition.further().next().map(|_| "with-more"),
    ];
    let class = class.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <article class=class data-at=at.text()
            data-part=part
            data-source=issuers(&page_context, edition) data-title=edition.metadata.title.pick(false)
            data-recording=recording(&page_context, id, number)>
            <Trail edition index/>
            <h1 id="s0" tabindex="-1"><HeadingLines at=at.clone()/></h1>
            <Further at=title.clone()/>
            <Beneath at=title/>
            <SinceBefore at=at.clone()/>
            <Tools edition savable=true/>
            <div class="columns">
                <div class="text">
                    <Paragraphs edition index at=at.clone()/>
                    <OwnFigures edition unit/>
                    <Referring at=at.clone()/>
                    <Errata at=at.clone()/>
                </div>
                <Beside at=at.clone() passages/>
            </div>
            <Neighbours edition index/>
        </article>
    }
}

/// Who issued the document, for what readers pass on.
pub fn issuers(page_context: &PageContext, edition: &Edition) -> String {
    let names: Vec<&str> =
        edition.metadata.issuers.iter().map(|issuer| issuer.pick(page_context.english())).collect();
    names.join(punctuation::words(page_context.route.locale).between)
}

/// Where the portal keeps a recording of this provision, if it keeps any.
fn recording(page_context: &PageContext, id: &DocumentId, number: &str) -> Option<String> {
    let pattern = &page_context.library().publication.recordings;
    let mut pieces = pattern.split('{');
    let mut path = [&page_context.route.root(), pieces.next().unwrap_or_default()].concat();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        path.push_str(match name {
            "document" => &id.0,
            "provision" => number,
            other => other,
        });
        path.push_str(rest);
    }
    (!pattern.is_empty()).then_some(path)
}

/// Where the provision stands: document, then its divisions.
#[component]
fn Trail(edition: &'static Edition, index: usize) -> impl IntoView {
    let page_context = page_context();
    let document = &edition.document;
    let around = document.divisions.iter().filter(|d| d.provisions.contains(&(index as u32)));
    let divisions = around.map(|division| {
        let page = Page::Division(document.id.clone(), division.number.clone());
        let unit = Unit::Division(division.number.clone());
        let name = page_context.unit_name(document, &unit, page_context.route.locale);
        view! { <li><a href=page_context.link(page)>{name}</a></li> }
    });
    view! {
        <nav class="trail" aria-label=page_context.texts().you_are_here>
            <ol>
                <li>
                    <a href=page_context.link(Page::Document(document.id.clone()))>
                        {edition.metadata.name(page_context.english())}
                    </a>
                </li>
                {divisions.collect_view()}
            </ol>
        </nav>
    }
}

/// The choice of languages: links that the app turns into a kept setting; then room for the tools
/// that only work with script. Only measures can be saved.
#[component]
pub fn Tools(
    /// The document that the page shows, if it shows one.
    #[prop(optional)]
    edition: Option<&'static Edition>,
    /// Whether what is read can be saved on the device.
    #[prop(optional)]
    savable: bool,
) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let choices = [("both", texts.both), ("zh", texts.chinese), ("en", texts.english)];
    let choices = choices.map(|(value, name)| {
        let href = ["?text=", value].concat();
        view! { <a href=href data-tool="text" data-text=value>{name}</a> }
    });
    let choice = page_context.library_index.translated_at_all().then(|| {
        view! {
            <nav class="text-choice" aria-label=texts.text_choice>{choices.collect_view()}</nav>
        }
    });
    let tools = [("share", texts.pass_on), ("print", texts.print), ("read", texts.read_aloud)];
    let buttons = tools.map(|(tool, name)| {
        view! { <button type="button" data-tool=tool>{name}</button> }
    });
    let save = savable.then(|| view! { <SaveButton/> });
    view! {
        <div class="tools script-only" role="group" aria-label=texts.tools>
            {choice}
            {edition.map(|edition| view! { <Choice edition/> })}
            <div class="buttons">{save}{buttons.collect_view()}</div>
        </div>
    }
}

/// All paragraphs and tables of a provision, each sentence with its translation and what explains
/// it.
#[component]
fn Paragraphs(edition: &'static Edition, index: usize, at: Address) -> impl IntoView {
    let block = |block| match block {
        Block::Table(rows, head) => {
            Either::Left(view! { <Table rows head at=at.clone() whole=true/> })
        }
        Block::Paragraph(paragraph) => {
            Either::Right(view! { <OneParagraph paragraph at=at.clone()/> })
        }
    };
    edition.document.body(index).into_iter().map(block).collect_view()
}

/// A paragraph: its label and its sentences.
#[component]
fn OneParagraph(paragraph: &'static Paragraph, at: Address) -> impl IntoView {
    let Paragraph { label, sentences } = paragraph;
    let label = (!label.is_empty())
        .then(|| view! { <span class="label" lang=SOURCE>{label.as_str()}</span> });
    let sentences = sentences.iter().map(|sentence| {
        let at = Address { sentence: Some(sentence.number), ..at.clone() };
        view! { <OneSentence sentence at/> }
    });
    view! { <div class="paragraph">{label}{sentences.collect_view()}</div> }
}

/// A sentence with its number, which is its address, and what explains it.
#[component]
fn OneSentence(sentence: &'static Sentence, at: Address) -> impl IntoView {
    let texts = page_context().texts();
    let number = sentence.number.to_string();
    let id = ["s", &number].concat();
    view! {
        <div class="sentence" id=id.clone()>
            <a class="permalink" href=["#", &id].concat() data-tool="share" title=texts.permalink
                aria-label=fill(texts.sentence_link, &number)>{sentence.number}</a>
            <Lines at=at.clone() sentence/>
            <Further at=at.clone()/>
            <Beneath at/>
        </div>
    }
}

/// The way back and on, and the contents between them: on a phone a bar at the thumb.
#[component]
fn Neighbours(edition: &'static Edition, index: usize) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let document = &edition.document;
    let before = index.checked_sub(1).map(|index| {
        view! { <Neighbour document index name=texts.previous class="previous" rel="prev"/> }
    });
    view! {
        <nav class="neighbours" aria-label=[texts.previous, " / ", texts.next].concat()>
            {before}
            <WithinReach edition index/>
            <Neighbour document index=index + 1 name=texts.next class="next" rel="next"/>
        </nav>
    }
}

/// The link to a provision beside this one, if there is one.
#[component]
fn Neighbour(
    document: &'static Document,
    index: usize,
    name: &'static str,
    class: &'static str,
    rel: &'static str,
) -> impl IntoView {
    document.provisions.get(index).map(|provision| {
        let page_context = page_context();
        let number = &provision.number;
        let unit = Unit::Provision(number.clone());
        view! {
            <a class=class rel=rel
                href=page_context.link(Page::Provision(document.id.clone(), number.clone()))>
                <small>{name}</small>
                " "
                <span>{page_context.unit_name(document, &unit, page_context.route.locale)}</span>
            </a>
        }
    })
}
