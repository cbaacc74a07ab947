//! For whom: topics by livelihood and concern, each a page of measures with the very words quoted.

use corpus::glossary::TopicMeasure;
use corpus::library::LocatedTopic;
use corpus::{Address, Span};
use leptos::either::Either;
use leptos::prelude::*;

use super::provision::Tools;
use super::quoted::Source;
use super::search::NotFound;
use super::sentence::{Marked, SOURCE};
use super::topic_gaps::TopicGaps;
use super::topic_icon::TopicIcon;
use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::ui::fill;
use crate::words::words;

/// All topics.
#[component]
pub fn TopicsPage() -> impl IntoView {
    let page_context = page_context();
    let cards =
        page_context.library().topics.iter().map(|located| view! { <li><Card located/></li> });
    view! {
        <article class="topics-page">
            <h1 tabindex="-1">{page_context.texts().topics}</h1>
            <p class="lead">{words(page_context.route.locale).topics_lead}</p>
            <ul class="cards">{cards.collect_view()}</ul>
        </article>
    }
}

/// A topic, what it is about and how many measures it has.
#[component]
fn Card(located: &'static LocatedTopic) -> impl IntoView {
    let words = words(page_context().route.locale);
    let count = fill(words.topic_count, &located.topic.measures.len().to_string());
    view! {
        <h2><TopicLink located/></h2>
        {lead(located).map(|lead| view! { <p>{lead}</p> })}
        <p class="muted">{count}</p>
    }
}

/// A link to a topic's page, with its picture.
#[component]
fn TopicLink(located: &'static LocatedTopic) -> impl IntoView {
    let page_context = page_context();
    let topic = &located.topic;
    view! {
        <a href=page_context.link(Page::Topic(topic.id.clone()))>
            <TopicIcon topic=&topic.id/>
            {topic.title(page_context.english())}
        </a>
    }
}

/// The page of one topic.
#[component]
pub fn TopicPage(
    /// The topic's id.
    id: String,
) -> impl IntoView {
    let page_context = page_context();
    match page_context.library().topics.iter().find(|located| located.topic.id == id) {
        Some(located) => Either::Left(view! { <OfTopic located/> }),
        None => Either::Right(view! { <NotFound/> }),
    }
}

/// What a topic's measures say, what they leave open, and the other topics.
#[component]
fn OfTopic(located: &'static LocatedTopic) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let topic = &located.topic;
    let measures = topic.measures.iter().zip(&located.sentences);
    let measures = measures.map(|(measure, at)| view! { <li><Measure measure at/></li> });
    view! {
        <article class="topic-page">
            <nav class="trail" aria-label=texts.you_are_here>
                <ol><li><a href=page_context.link(Page::Topics)>{texts.topics}</a></li></ol>
            </nav>
            <h1 tabindex="-1">{topic.title(page_context.english())}</h1>
            {lead(located).map(|lead| view! { <p class="lead">{lead}</p> })}
            <Tools/>
            <ol class="topic-measures">{measures.collect_view()}</ol>
            <TopicGaps sentences=&located.sentences measures=&topic.measures/>
            <p class="note">{words(page_context.route.locale).plain_note}</p>
            <Others than=located/>
        </article>
    }
}

/// Links to the other topics, where there are any.
#[component]
fn Others(
    /// The topic that is shown.
    than: &'static LocatedTopic,
) -> impl IntoView {
    let page_context = page_context();
    let topics = &page_context.library().topics;
    (topics.len() > 1).then(|| {
        let others = topics.iter().filter(|other| other.topic.id != than.topic.id);
        let others = others.map(|located| view! { <li><TopicLink located/></li> });
        view! {
            <nav aria-labelledby="others">
                <h2 id="others">{words(page_context.route.locale).other_topics}</h2>
                <ul class="chips">{others.collect_view()}</ul>
            </nav>
        }
    })
}

/// What a topic is about, where somebody said it.
fn lead(located: &'static LocatedTopic) -> Option<&'static str> {
    let lead = pick(&page_context(), &located.topic.lead_zh, &located.topic.lead_en);
    (!lead.is_empty()).then_some(lead)
}

fn pick<'a>(page_context: &PageContext, zh: &'a str, en: &'a str) -> &'a str {
    if page_context.english() && !en.is_empty() { en } else { zh }
}

/// What one measure says: our plain line, the quotation, the whole sentence in English, the place.
#[component]
fn Measure(measure: &'static TopicMeasure, at: &'static Address) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let plain = pick(&page_context, &measure.plain_zh, &measure.plain_en);
    let plain = (!plain.is_empty()).then(|| {
        view! { <p class="plain"><small class="tag">{words.plain}</small>" "{plain}</p> }
    });
    let english = page_context.library_index.translated(at).map(|english| {
        view! {
            <p class="en-line">
                <small class="tag">{words.sentence_english}</small>
                " "
                <span class="en" lang="en">{english}</span>
            </p>
        }
    });
    view! {
        <h2><Source at=at.clone()/></h2>
        {plain}
        <blockquote>
            <p class="zh-line">
                <small class="tag">{words.original}</small>
                " "
                <span class="zh" lang=SOURCE>{measure.quote.as_str()}</span>
            </p>
            <WholeSentence measure at/>
            {english}
        </blockquote>
        <p class="source"><a class="button" href=page_context.link_to(at)>{words.read_sentence}</a></p>
    }
}

/// The sentence with the quotation marked in it, where the quotation is only a part of it.
#[component]
fn WholeSentence(measure: &'static TopicMeasure, at: &'static Address) -> impl IntoView {
    let page_context = page_context();
    let text = page_context.library().sentence(at).map_or("", |sentence| sentence.text.as_str());
    let start = text.find(&measure.quote).unwrap_or_default();
    let mark = (Span::new(start, start + measure.quote.len()), Mark::Shared);
    (measure.quote.len() < text.len()).then(|| {
        view! {
            <details class="whole">
                <summary>{words(page_context.route.locale).whole}</summary>
                <p class="zh" lang=SOURCE><Marked text marks=vec![mark]/></p>
            </details>
        }
    })
}
