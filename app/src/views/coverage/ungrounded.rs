//! Statements of the interpretation without ground in the policy, sentence by sentence, with the
//! statement marked. Background (what has been achieved) stands apart.

use std::sync::Arc;

use corpus::coverage::{Ungrounded, UngroundedKind};
use corpus::{Coverage, Span};
use leptos::prelude::*;

use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::views::quoted::{QuotedSentence, Source};
use crate::words::words;

/// Both lists.
#[component]
pub fn UngroundedLists(
    /// What is explained, and what has no ground.
    covered: Arc<Coverage>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let told = |past: bool| -> Vec<Ungrounded> {
        covered.ungrounded.iter().filter(|statement| statement.past == past).cloned().collect()
    };
    let (ahead, past) = (told(false), told(true));
    let count = ahead.len();
    let none = ahead.is_empty().then(|| view! { <p>{words.ungrounded_none}</p> });
    let past = (!past.is_empty()).then(|| {
        view! {
            <h3>{words.ungrounded_past}" "<span class="muted">{past.len()}</span></h3>
            <Statements statements=past/>
        }
    });
    view! {
        <h3>{words.ungrounded}" "<span class="muted">{count}</span></h3>
        <p class="muted">{words.ungrounded_lead}</p>
        {none}
        <Statements statements=ahead/>
        {past}
    }
}

/// Statements, folded by the unit that they stand in, the first unfolded; nothing for none. Whole
/// sentences in two languages, dozens of them, are else thirty screens of a phone.
#[component]
fn Statements(statements: Vec<Ungrounded>) -> impl IntoView {
    let units =
        statements.chunk_by(|a, b| (&a.at.document, &a.at.unit) == (&b.at.document, &b.at.unit));
    let units = units.enumerate().map(|(at, unit)| {
        view! { <OfUnit statements=unit.to_vec() open={at == 0}/> }
    });
    units.collect_view()
}

/// The statements of a unit under its name, those of one sentence together. On paper all of them
/// stand unfolded.
#[component]
fn OfUnit(statements: Vec<Ungrounded>, open: bool) -> impl IntoView {
    let page_context = page_context();
    let at = &statements[0].at;
    let name = page_context.edition(&at.document).map(|edition| {
        page_context.unit_name(&edition.document, &at.unit, page_context.route.locale)
    });
    let count = statements.len();
    let groups = statements.chunk_by(|a, b| a.at == b.at);
    let groups = groups.map(|group| view! { <li><Group group=group.to_vec()/></li> });
    view! {
        <details class="fold" data-unfolded-in-print open=open>
            <summary>{name}" "<span class="muted">{count}</span></summary>
            <ul class="statements">{groups.collect_view()}</ul>
        </details>
    }
}

/// A sentence with its statements marked, what kinds they are, and where it stands.
#[component]
fn Group(group: Vec<Ungrounded>) -> impl IntoView {
    let at = group[0].at.clone();
    let kinds = kinds(&page_context(), &group).into_iter().map(|name| {
        view! {
            <span class="tag">{name}</span>
            " "
        }
    });
    view! {
        <QuotedSentence at=at.clone() marks=marks(&group)/>
        <p class="source">{kinds.collect_view()}<Source at/></p>
    }
}

/// The statements as marks. A figure inside a statement that is marked as a whole needs no mark of
/// its own.
fn marks(group: &[Ungrounded]) -> Vec<(Span, Mark)> {
    let inside = |span: Span, other: Span| {
        other.start <= span.start && span.end <= other.end && other != span
    };
    group
        .iter()
        .filter(|statement| !group.iter().any(|other| inside(statement.span, other.span)))
        .map(|statement| (statement.span, Mark::Changed))
        .collect()
}

/// The names of the statements' kinds, each once.
fn kinds(page_context: &PageContext, group: &[Ungrounded]) -> Vec<&'static str> {
    let mut kinds: Vec<&'static str> = Vec::new();
    for statement in group {
        let name = kind(page_context, statement.kind);
        if !kinds.contains(&name) {
            kinds.push(name);
        }
    }
    kinds
}

fn kind(page_context: &PageContext, kind: UngroundedKind) -> &'static str {
    let words = words(page_context.route.locale);
    match kind {
        UngroundedKind::Sentence => words.kind_sentence,
        UngroundedKind::Clause => words.kind_clause,
        UngroundedKind::Member => words.kind_member,
        UngroundedKind::Figure => words.kind_figure,
    }
}
