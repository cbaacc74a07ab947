//! The first page: what this is, and what people come for: what is in it for me, how much, what it
//! says, where all of it is.

use corpus::downloads::Format;
use corpus::info_box::{self, InfoRow};
use corpus::{Document, DocumentKind, Edition};
use leptos::either::Either;
use leptos::prelude::*;

use super::figure_cards::{FigureCards, OwnWords};
use super::listing::{FoldedPart, Provisions};
use super::overview::{Card, Title};
use super::picture;
use super::provision::issuers;
use super::search::NotFound;
use super::search::help::Questions;
use super::topic_icon::TopicIcon;
use crate::page_context::page_context;
use crate::route::Page;
use crate::words::{document, words};

/// The first document with all that is offered of it, the others as cards.
#[component]
pub fn Home() -> impl IntoView {
    let page_context = page_context();
    let Some(first) = page_context.library().editions.first() else {
        return Either::Right(view! { <NotFound/> });
    };
    Either::Left(view! {
        <article class="home" data-title=first.metadata.title.pick(false)
            data-source=issuers(&page_context, first)>
            <Title edition=first/>
            <WhatItIs edition=first/>
            <Questions/>
            <ForWhom/>
            <Targets/>
            <Parts document=&first.document/>
            <Whole first/>
        </article>
    })
}

/// How many sentences of the summary say what this is; the others follow in small type.
const LEAD: usize = 2;

/// What the document is, who issued it and when, or that the source does not say.
#[component]
fn WhatItIs(edition: &'static Edition) -> impl IntoView {
    let english = page_context().english();
    let lines: Vec<&str> = edition.metadata.summary.iter().map(|line| line.pick(english)).collect();
    let joined =
        |lines: &[&str]| (!lines.is_empty()).then(|| lines.join(if english { " " } else { "" }));
    let (lead, rest) = lines.split_at(lines.len().min(LEAD));
    // Issuers, date of issue and document number, by their place in the box.
    let rows = info_box::info_box(&edition.metadata, english).into_iter().enumerate();
    let rows = rows.filter(|(index, _)| matches!(index, 2 | 3 | 5));
    view! {
        <div class="what">
            <div>
                {joined(lead).map(|lead| view! { <p class="lead">{lead}</p> })}
                {joined(rest).map(|rest| view! { <p class="muted">{rest}</p> })}
            </div>
            <dl class="stated">
                {rows.map(|(_, row)| view! { <Stated row/> }).collect_view()}
            </dl>
        </div>
    }
}

/// One row of what is stated.
#[component]
fn Stated(row: InfoRow) -> impl IntoView {
    let locale = page_context().route.locale;
    let shown = document::shown(&row, locale).to_owned();
    view! { <div><dt>{document::label(&row, locale)}</dt><dd><OwnWords text=shown/></dd></div> }
}

/// All topics, each with its picture.
#[component]
pub fn ForWhom() -> impl IntoView {
    let page_context = page_context();
    let topics = &page_context.library().topics;
    (!topics.is_empty()).then(|| {
        let topics = topics.iter().map(|located| {
            let topic = &located.topic;
            view! {
                <li>
                    <a href=page_context.link(Page::Topic(topic.id.clone()))>
                        <TopicIcon topic=&topic.id/>
                        <OwnWords text=topic.title(page_context.english())/>
                    </a>
                </li>
            }
        });
        view! {
            <section aria-labelledby="for-whom">
                <h2 id="for-whom">
                    <a href=page_context.link(Page::Topics)>{page_context.texts().topics}</a>
                </h2>
                <ul class="chips pictured">{topics.collect_view()}</ul>
            </section>
        }
    })
}

/// The targets in figures, and the way to all figures.
#[component]
fn Targets() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let told = picture::told(&page_context);
    (!told.is_empty()).then(|| {
        let all = page_context.library_index.has(&Page::Facts).then(|| {
            view! { <p><a href=page_context.link(Page::Facts)>{words.table}</a></p> }
        });
        view! {
            <section aria-labelledby="targets">
                <h2 id="targets">{words.targets}</h2>
                <FigureCards told/>
                {all}
            </section>
        }
    })
}

/// The parts, each folded over its provisions; what stands outside of parts is open.
#[component]
fn Parts(document: &'static Document) -> impl IntoView {
    let page_context = page_context();
    let outermost = document.divisions.iter().filter(|division| division.depth == 0);
    view! {
        <section class="contents" aria-labelledby="parts">
            <h2 id="parts">
                <a href=page_context.link(Page::Document(document.id.clone()))>
                    {page_context.texts().contents}
                </a>
            </h2>
            <Provisions document indexes=document.outside_divisions()/>
            {outermost.map(|division| view! { <FoldedPart document division/> }).collect_view()}
        </section>
    }
}

/// The documents, the files for readers, and a way to pass the page on.
#[component]
fn Whole(first: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let documents = page_context.library().editions.iter().map(|edition| {
        let label = match edition.metadata.kind {
            DocumentKind::Interpretation => texts.interpreted_by,
            DocumentKind::Policy | DocumentKind::Law => texts.info,
        };
        view! { <Card edition label/> }
    });
    let files = [Format::Html, Format::Text, Format::Epub].map(|format| {
        let href = [page_context.route.root(), format.path(&first.document.id, None)].concat();
        view! { <a class="button" href=href>{document::format(format, page_context.route.locale)}</a> }
    });
    view! {
        <section aria-labelledby="whole">
            <h2 id="whole">{words(page_context.route.locale).whole_text}</h2>
            {documents.collect_view()}
            <p>
                {files.collect_view()}
                <button class="button script-only" type="button" data-tool="share">
                    {texts.pass_on}
                </button>
            </p>
        </section>
    }
}
