//! The search page. Its results are the client's; without script it says what to do instead.

use leptos::prelude::*;

use crate::reader::Reader;

/// The search page without results.
pub fn search(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    view! {
        <article class="search-page">
            <h1 tabindex="-1">{texts.search}</h1>
            <noscript><p>{texts.search_needs_script}</p></noscript>
        </article>
    }
    .into_any()
}
