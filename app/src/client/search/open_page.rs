//! The page that is open: its route, and the further language of the interface that it may be in.

use corpus::Library;

use crate::client::browser;
use crate::route::{Page, Route, UiLocale};

/// The route of the page; of a library `in_pieces` not all documents are known.
pub fn route(in_pieces: bool, root: &str, library: &Library) -> Route {
    let address = browser::address();
    let route = if in_pieces {
        Route::of_open_page(&address, root, &further())
    } else {
        Route::at(&address, root, &further(), library)
    };
    route.unwrap_or_else(|| Route::new(UiLocale::Zh, Page::NotFound))
}

/// No site that has one uses this program.
#[cfg(not(feature = "full-search"))]
fn further() -> [UiLocale; 0] {
    []
}

/// The page's language, where it is neither Chinese nor English.
#[cfg(feature = "full-search")]
fn further() -> Vec<UiLocale> {
    interface().into_iter().collect()
}

/// The same, with the words that the page's script gives (`site/src/interface/script.rs`).
#[cfg(feature = "full-search")]
fn interface() -> Option<UiLocale> {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// The words for the search, one on a line; there only on pages in a further language.
        #[wasm_bindgen(thread_local_v2, js_namespace = self, js_name = policySearchWords)]
        static WORDS: Option<String>;
    }

    let tag = browser::document().document_element()?.get_attribute("lang")?;
    if tag.starts_with("zh") || tag == "en" {
        return None;
    }
    // Words that did not come are Chinese; the page has its address all the same.
    let words = WORDS.with(Clone::clone).unwrap_or_default();
    Some(UiLocale::Further(crate::interface::Interface::read(tag, words)))
}
