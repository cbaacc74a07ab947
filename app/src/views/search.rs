//! The search page, and the page for addresses that the site does not have.
//!
//! The page is the same markup natively and in the browser: regions by id, which the client fills
//! one by one as answers come. Without a query it shows what can be asked.

pub mod facets;
pub mod found;
pub mod help;
pub mod hit;

use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;
use crate::ui::search::words;

/// The search page without results.
pub fn search(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let words = words(reader.route.locale);
    html! {
        article.search-page {
            h1 tabindex="-1" { (texts.search) }
            noscript { p { (texts.search_needs_script) } }
            p #found-status role="status" { (words.lead) }
            div #found-notices {}
            div.found {
                div #found-list {}
                div #found-more {}
                details #found-filters hidden {
                    summary { (words.filters) }
                    div #found-facets {}
                }
            }
            details #found-take hidden {
                summary { (words.take) }
                (found::take(reader))
            }
            (help::help(reader))
            (help::elsewhere(reader))
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
