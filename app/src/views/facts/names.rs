//! Numbers that are no quantities: in names, slogans and sequences.

use corpus::{Fact, FactKind};
use leptos::prelude::*;

use super::scope::scope;
use crate::page_context::{PageContext, page_context};
use crate::views::quoted::ShortSource;
use crate::views::sentence::SOURCE;
use crate::words::words;

/// The folded list of names and ordinals, each with the sentences that have it.
#[component]
pub fn Names() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let found = found(&page_context);
    (!found.is_empty()).then(|| {
        let count = found.len();
        let names = found.into_iter().map(|(printed, facts)| view! { <Name printed facts/> });
        view! {
            <details class="fold">
                <summary>{words.names}" "<span class="muted">{count}</span></summary>
                <p class="muted">{words.names_note}</p>
                <ul class="names">{names.collect_view()}</ul>
            </details>
        }
    })
}

/// The names as they are printed, in reading order, with where they stand.
fn found(page_context: &PageContext) -> Vec<(&'static str, Vec<&'static Fact>)> {
    let mut found: Vec<(&str, Vec<&Fact>)> = Vec::new();
    for (edition, facts) in scope(page_context) {
        let named = |fact: &&Fact| matches!(fact.kind, FactKind::Name | FactKind::Ordinal);
        for fact in facts.iter().filter(named) {
            let Some(sentence) = edition.document.sentence(&fact.at) else { continue };
            let printed = fact.span.of(&sentence.text);
            match found.iter_mut().find(|(name, _)| *name == printed) {
                Some((_, facts)) => facts.push(fact),
                None => found.push((printed, vec![fact])),
            }
        }
    }
    found
}

/// A name with links to the sentences that have it.
#[component]
fn Name(printed: &'static str, facts: Vec<&'static Fact>) -> impl IntoView {
    let sources = facts.into_iter().map(|fact| view! { <ShortSource at=fact.at.clone()/> });
    view! {
        <li>
            <b lang=SOURCE>{printed}</b>
            " "
            {sources.collect_view()}
        </li>
    }
}
