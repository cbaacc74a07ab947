//! The search page before its script runs, and the page for addresses that the site does not have.

use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;

/// The search page without results; the client fills in `.found`.
pub fn search(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        article.search-page {
            h1 tabindex="-1" { (texts.search) }
            noscript { p { (texts.search_needs_script) } }
            div.found {}
        }
    }
}

/// The page for an unknown address.
pub fn not_found(reader: &Reader) -> Markup {
    let texts = reader.texts();
    html! {
        article.not-found {
            h1 tabindex="-1" { (texts.not_found) }
            p { (texts.not_found_help) }
            p { a href=(reader.link(Page::Overview)) { (texts.contents) } }
        }
    }
}
