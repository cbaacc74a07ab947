//! Beneath a sentence: a quiet mark that opens its counterparts.

use corpus::{Address, LinkKind, Sentence};
use leptos::prelude::*;

use super::{Counterpart, counterparts, source_name};
use crate::reader::reader;
use crate::views::sentence::{InOrder, Marked, SOURCE};

/// The counterparts of a sentence, folded; nothing for a sentence that has none.
#[component]
pub fn Beneath(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let reader = reader();
    let texts = reader.texts();
    let found = counterparts(&reader, &at);
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
    let reader = reader();
    let texts = reader.texts();
    let (class, kind) = match found.link.kind {
        LinkKind::Quote => ("quote", texts.quote),
        LinkKind::Paraphrase => ("paraphrase", texts.paraphrase),
        LinkKind::Mention => ("mention", texts.mention),
    };
    reader.library().sentence(found.address).map(|sentence| {
        view! {
            <li class=class>
                <CounterpartLines found sentence/>
                <p class="source">
                    <span class="kind">{kind}</span>
                    " "
                    <a href=reader.link_to(found.address)>{source_name(&reader, found.address)}</a>
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
    let english = reader().shelf.translated(found.address).map(|english| {
        view! { <p class="en-line"><span class="en" lang="en">{english}</span></p> }
    });
    view! { <InOrder chinese english/> }
}
