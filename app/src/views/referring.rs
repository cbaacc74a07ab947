//! What refers to a unit: the way back from the words that lead to it.

use corpus::{Address, Unit};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::words::words;

/// How many are shown at once; the others are folded.
const SHOWN: usize = 8;
/// How many are named at all: of a law that hundreds name, the first ones.
const NAMED: usize = 80;

/// The provisions that refer to this unit; nothing for none.
#[component]
pub fn Referring(
    /// The address of the unit.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let all = page_context.library_index.references().citing(&at).to_vec();
    (!all.is_empty()).then(|| {
        let label = if at.unit == Unit::Title { words.naming_document } else { words.referring };
        let (shown, folded) = all.split_at(all.len().min(SHOWN));
        let (folded, rest) = folded.split_at(folded.len().min(NAMED - SHOWN));
        let list = |all: &[&'static Address]| {
            let items = all
                .iter()
                .map(|citing: &&'static Address| view! { <Citing citing within=at.clone()/> });
            view! { <ul>{items.collect_view()}</ul> }
        };
        let folded = (!folded.is_empty()).then(|| {
            let more = (folded.len() + rest.len()).to_string();
            view! {
                <details>
                    <summary>{crate::ui::fill(words.more, &more)}</summary>
                    {list(folded)}
                </details>
            }
        });
        view! {
            <section class="referring" aria-labelledby="referring">
                <h2 id="referring">{label}</h2>
                {list(shown)}
                {folded}
            </section>
        }
    })
}

/// The name of a unit that refers to another one, leading to the sentence that does.
#[component]
fn Citing(citing: &'static Address, within: Address) -> impl IntoView {
    let page_context = page_context();
    let name = name(&page_context, citing, citing.document == within.document);
    view! { <li><a href=page_context.link_to(citing)>{name}</a></li> }
}

/// The unit's name, behind that of its document where that is another one.
fn name(page_context: &PageContext, at: &Address, own: bool) -> String {
    let locale = page_context.route.locale;
    let Some(edition) = page_context.edition(&at.document) else { return String::new() };
    let unit = match &at.unit {
        Unit::Title => String::new(),
        unit => page_context.unit_name(&edition.document, unit, locale),
    };
    if own {
        return unit;
    }
    let document = edition.metadata.name(locale.english());
    if unit.is_empty() { document.to_owned() } else { [document, " · ", &unit].concat() }
}
