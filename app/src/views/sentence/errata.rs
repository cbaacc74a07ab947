//! Printed errors in words: what is printed, what is meant, and why.

use corpus::{Address, Erratum};
use leptos::prelude::*;

use super::SOURCE;
use crate::page_context::page_context;
use crate::words::errata;

/// The errata of a unit, as notes that the marks in the text link to.
#[component]
pub fn Errata(
    /// The address of the unit.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    let all: &'static [Erratum] = page_context.edition(&at.document).map_or(&[], |e| &e.errata);
    let here: Vec<_> = all.iter().enumerate().filter(|(_, e)| e.at.unit == at.unit).collect();
    (!here.is_empty()).then(|| {
        let notes = here.into_iter().map(|(index, erratum)| {
            let id = ["e", &index.to_string()].concat();
            view! { <li id=id><ErratumNote erratum/></li> }
        });
        view! {
            <section class="errata" aria-labelledby="errata">
                <h2 id="errata">{errata::words(page_context.route.locale).title}</h2>
                <ul>{notes.collect_view()}</ul>
            </section>
        }
    })
}

/// One erratum in words: what is printed, what is meant, why.
#[component]
pub fn ErratumNote(
    /// The erratum.
    erratum: &'static Erratum,
) -> impl IntoView {
    let page_context = page_context();
    let sentence = page_context.library().sentence(&erratum.at);
    let printed = sentence.map_or("", |sentence| erratum.span.of(&sentence.text));
    let errata::ErratumNote { before, printed, between, meant, after } =
        errata::ErratumNote::new(printed, erratum, page_context.route.locale);
    let meant = (!meant.is_empty()).then(|| view! { <b class="zh" lang=SOURCE>{meant}</b> });
    view! {
        {before}
        <a class="zh" href=page_context.link_to(&erratum.at) lang=SOURCE>{printed}</a>
        {between}
        {meant}
        {after}
    }
}
