//! About the site, and the page for addresses that it does not have.

use leptos::prelude::*;

use crate::reader::Reader;
use crate::route::Page;

/// About: source, provenance, how links are made, licences.
pub fn about(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    view! {
        <article class="about">
            <h1 tabindex="-1">{texts.about}</h1>
        </article>
    }
    .into_any()
}

/// The page for an unknown address.
pub fn not_found(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    view! {
        <article class="not-found">
            <h1 tabindex="-1">{texts.not_found}</h1>
            <p>{texts.not_found_help}</p>
            <p><a href=reader.link(Page::Overview)>{texts.contents}</a></p>
        </article>
    }
    .into_any()
}
