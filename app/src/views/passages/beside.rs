//! Beside a provision: the paragraphs of the other document, the sentences that are linked in view
//! and the others folded in their place.

use corpus::{Address, Bilingual, Edition, Sentence, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::{ExplainingPassage, others, source_name};
use crate::page_context::{PageContext, page_context};
use crate::route::Route;
use crate::ui::fill;
use crate::views::sentence::{Marked, SOURCE};

/// The passages beside a provision. Nothing where the document neither explains nor is explained
/// by another; that there is no passage is one line, where one could be expected.
#[component]
pub fn Beside(
    /// The address of the provision.
    at: Address,
    /// Its passages, see [`super::passages`].
    passages: Vec<ExplainingPassage>,
) -> impl IntoView {
    let page_context = page_context();
    let own =
        page_context.edition(&at.document).filter(|own| !others(&page_context, own).is_empty());
    let own = own.filter(|own| !passages.is_empty() || is_expected(own, &at.unit));
    own.map(|own| {
        let others = others(&page_context, own).into_iter().map(|other| &other.metadata.incomplete);
        let incomplete: Vec<&Bilingual> = others.filter(|reason| !reason.is_empty()).collect();
        let (title, nothing) =
            headings(&page_context, own.metadata.explains.is_some(), incomplete.is_empty());
        let content = if passages.is_empty() {
            Either::Left(view! { <Nothing nothing incomplete/> })
        } else {
            Either::Right(view! { <Passages passages/> })
        };
        view! {
            <aside class="beside" aria-labelledby="passages">
                <h2 id="passages">{title}</h2>
                {content}
            </aside>
        }
    })
}

/// Whether somebody may look for passages beside this unit: a letterhead or a signature has none,
/// and a policy's opening need not be spoken of.
fn is_expected(own: &Edition, unit: &Unit) -> bool {
    let Unit::Provision(number) = unit else { return true };
    let Some(provision) = own.document.provision(number) else { return false };
    let explains = own.metadata.explains.is_some();
    provision.around().is_none()
        && (explains || own.document.is_measure(provision) || own.document.is_whole_part(provision))
}

/// What the passages are called, and what is said where there is none.
fn headings(
    page_context: &PageContext,
    explains: bool,
    whole: bool,
) -> (&'static str, &'static str) {
    let texts = page_context.texts();
    match (explains, whole) {
        (true, true) => (texts.explains, texts.no_ground),
        (true, false) => (texts.explains, texts.no_ground_at_hand),
        (false, true) => (texts.passages, texts.no_passages),
        (false, false) => (texts.passages, texts.none_at_hand),
    }
}

/// That there is no passage, and why there may be some that are not known.
#[component]
fn Nothing(nothing: &'static str, incomplete: Vec<&'static Bilingual>) -> impl IntoView {
    let english = page_context().english();
    let reasons = incomplete
        .into_iter()
        .map(|reason| view! { <p class="nothing">{reason.pick(english)}</p> })
        .collect_view();
    view! {
        <p class="nothing">{nothing}</p>
        {reasons}
    }
}

/// All passages, and what their marks mean.
#[component]
fn Passages(passages: Vec<ExplainingPassage>) -> impl IntoView {
    view! {
        {passages.into_iter().map(|passage| view! { <Show passage/> }).collect_view()}
        <p class="hint">{page_context().texts().shared_note}</p>
    }
}

/// A passage: its name and, where it is a provision, its sentences.
#[component]
fn Show(passage: ExplainingPassage) -> impl IntoView {
    let page_context = page_context();
    let unit = passage.unit.clone();
    let content = page_context.edition(&unit.document).and_then(|e| e.document.unit(&unit.unit));
    let content = content.filter(|_| matches!(unit.unit, Unit::Provision(_)));
    let runs = content.map(|content| {
        let sentences: Vec<&Sentence> = content.sentences().filter(|s| s.number > 0).collect();
        sentences
            .chunk_by(|a, b| passage.links(a) == passage.links(b))
            .map(|run| view! { <Run passage=passage.clone() run=run.to_vec()/> })
            .collect_view()
    });
    view! {
        <section class="passage">
            <h3>
                <a href=page_context.route.link(&Route::of(page_context.route.locale, &unit))>
                    {source_name(&page_context, &unit)}
                </a>
            </h3>
            {runs}
        </section>
    }
}

/// Sentences that follow each other, all linked or none. Those that are not are folded in their
/// place: what was looked for is in view, and the order of the text stays.
#[component]
fn Run(passage: ExplainingPassage, run: Vec<&'static Sentence>) -> impl IntoView {
    let linked = run.first().is_some_and(|first| passage.links(first));
    let count = run.len().to_string();
    let lines = view! { <RunLines passage run/> };
    if linked {
        Either::Left(lines)
    } else {
        Either::Right(view! {
            <details class="context">
                <summary>{fill(page_context().texts().more_sentences, &count)}</summary>
                {lines}
            </details>
        })
    }
}

/// The run as running text, its translation first for those who read that.
#[component]
fn RunLines(passage: ExplainingPassage, run: Vec<&'static Sentence>) -> impl IntoView {
    let page_context = page_context();
    let english = |one: &&Sentence| {
        let at = Address { sentence: Some(one.number), ..passage.unit.clone() };
        [page_context.library_index.translated(&at).unwrap_or_default(), " "].concat()
    };
    let english =
        (page_context.english() && page_context.library_index.translated_at_all()).then(|| {
            let english: String = run.iter().map(english).collect();
            view! { <p class="en pair" lang="en">{english}</p> }
        });
    let chinese = run.into_iter().map(|one| {
        view! { <Marked text=one.text.as_str() marks=passage.marks(one).to_vec()/> }
    });
    view! {
        {english}
        <p class="zh" lang=SOURCE>{chinese.collect_view()}</p>
    }
}
