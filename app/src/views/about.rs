//! About the site: sources, gaps, methods, errors of the source, rights, verification,
//! accessibility.

mod methods;
mod source;

use corpus::Erratum;
use corpus::errata::Certainty;
use leptos::prelude::*;

use super::quoted::Source;
use super::sentence::ErratumNote;
use crate::page_context::page_context;
use crate::ui::fill;
use crate::words::about::words;
use methods::{Accessibility, Methods, Offline, Rights, Translation, Verify};
pub use source::SourceOf;
use source::{Sources, Unknown};

/// The about page.
#[component]
pub fn AboutPage() -> impl IntoView {
    let page_context = page_context();
    view! {
        <article class="about">
            <h1 tabindex="-1">{page_context.texts().about}</h1>
            <p class="lead">{words(page_context.route.locale).lead}</p>
            <Sources/>
            <Unknown/>
            <Methods/>
            <Translation/>
            <AllErrata/>
            <Rights/>
            <Offline/>
            <Verify/>
            <Accessibility/>
        </article>
    }
}

/// All errata of all documents; nothing where there are none.
#[component]
fn AllErrata() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let all: Vec<&Erratum> =
        page_context.library().editions.iter().flat_map(|edition| &edition.errata).collect();
    let count = all.len();
    (count > 0).then(|| {
        let errata = all.into_iter().map(|erratum| view! { <OneErratum erratum/> });
        view! {
            <section aria-labelledby="errata">
                <h2 id="errata">{words.errata}</h2>
                <p>{fill(words.errata_lead, &count.to_string())}</p>
                <ol class="errata-list">{errata.collect_view()}</ol>
            </section>
        }
    })
}

/// A printed error, how certain it is, and where it stands.
#[component]
fn OneErratum(erratum: &'static Erratum) -> impl IntoView {
    let words = words(page_context().route.locale);
    let certainty = match erratum.certainty {
        Certainty::Certain => words.certain,
        Certainty::Likely => words.likely,
    };
    view! {
        <li>
            <p><ErratumNote erratum/>" "<span class="tag">{certainty}</span></p>
            <p class="source"><Source at=erratum.at.clone()/></p>
        </li>
    }
}
