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
use crate::search::export::Form;
use crate::ui::search::words;

/// The search page without results.
pub fn search(reader: &Reader) -> Markup {
    let texts = reader.texts();
    let words = words(reader.route.locale);
    html! {
        article.search-page {
            h1 tabindex="-1" { (texts.search) }
            noscript { p { (texts.search_needs_script) } }
            // Which of the two is shown is known before anything is painted (see early.js).
            p #found-status role="status" {
                span.lead { (texts.search_lead) }
                span.searching { (words.searching) }
            }
            div #found-notices {}
            div.found {
                div #found-list {}
                div #found-more {}
                details #found-filters hidden {
                    summary { (words.filters) }
                    div #found-facets {}
                }
            }
            // Shown where not even the plain search could be loaded (see early.js).
            p #search-lost role="alert" hidden { (texts.search_lost) }
            details #found-take hidden {
                summary { (words.take) }
                (take(reader))
            }
            (help::help(reader))
            (help::elsewhere(reader))
        }
    }
}

/// Buttons for files of the hits, and room for their text where files can't be saved.
fn take(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        p.hint { (words.take_note) }
        p.buttons {
            @for form in Form::ALL {
                button type="button" data-do="take" data-value=(form.ending()) {
                    (form.ending().to_ascii_uppercase())
                }
            }
        }
        div #take-copy hidden {
            label for="take-text" { (words.copy_note) }
            textarea #take-text readonly rows="8" {}
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
