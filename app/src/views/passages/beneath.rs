//! Beneath a sentence: a quiet mark that opens its counterparts.

use corpus::{Address, LinkKind, Sentence};
use leptos::prelude::*;

use super::{Counterpart, counterparts, source_name};
use crate::page_context::page_context;
use crate::views::sentence::{InOrder, Marked, SOURCE};

/// The counterparts of a sentence, folded; nothing for a sentence that has none.
#[component]
pub fn Beneath(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let found = counterparts(&page_context, &at);
    let said = found.first().map(|f| if f.explains { texts.explained } else { texts.explains });
    said.map(|said| {
        let count = found.len();
        let found = found.into_iter().map(|found| view! { <One found/> }).collect_view();
        view! {
            <details class="beneath">
                <summary>{said}" "<span class="count">{count}</span></summary>
                <ul>{found}</ul>
            </details>
        }
    })
}

/// One counterpart: its lines, how it is linked, and where it stands.
#[component]
fn One(found: Counterpart) -> impl IntoView {
    let page_context = page_context();
    let texts = page_context.texts();
    let (class, kind) = match found.link.kind {
        LinkKind::Quote => ("quote", texts.quote),
        LinkKind::Paraphrase => ("paraphrase", texts.paraphrase),
        LinkKind::Mention => ("mention", texts.mention),
    };
    page_context.library().sentence(found.address).map(|sentence| {
        view! {
            <li class=class>
                <CounterpartLines found sentence/>
                <p class="source">
                    <span class="kind">{kind}</span>
                    " "
                    <a href=page_context.link_to(found.address)>{source_name(&page_context, found.address)}</a>
                </p>
            </li>
        }
    })
}

/// A counterpart's text, with what both ends share and where they differ, and its translation.
#[component]
fn CounterpartLines(found: Counterpart, sentence: &'static Sentence) -> impl IntoView {
    let chinese = view! {
        <p class="zh-line">
            <span class="zh" lang=SOURCE>
                <Marked text=sentence.text.as_str() marks=found.marks()/>
            </span>
        </p>
    };
    let english = page_context().library_index.translated(found.address).map(|english| {
        view! { <p class="en-line"><span class="en" lang="en">{english}</span></p> }
    });
    view! { <InOrder chinese english/> }
}
