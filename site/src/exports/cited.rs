//! Where a file's words come from: each row and each text says how it is cited, as a citation copied
//! from the page does. Only the day of access is the reader's.

use std::sync::Arc;

use app::citation::{Access, citation};
use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route, UiLocale};
use corpus::{Address, DocumentId, Unit};

/// Cites the places of a library.
pub struct Cited {
    chinese: PageContext,
    english: PageContext,
    /// The site's address with its `/`, or nothing.
    root: String,
    release: String,
}

impl Cited {
    /// Citations that name this release of the site, or none if it is empty.
    pub fn new(library_index: &Arc<LibraryIndex>, release: &str) -> Self {
        let page_context =
            |locale| PageContext::new(library_index, Route::new(locale, Page::Search));
        Self {
            chinese: page_context(UiLocale::Zh),
            english: page_context(UiLocale::En),
            root: match library_index.library.publication.base() {
                "" => String::new(),
                base => [base, "/"].concat(),
            },
            release: release.to_owned(),
        }
    }

    /// The citation of a unit or a sentence. Its address is absolute if the site's is known.
    pub fn of(&self, at: &Address, english: bool) -> String {
        let page_context = if english { &self.english } else { &self.chinese };
        citation(page_context, at, &Access { root: &self.root, release: &self.release, day: "" })
    }

    /// The citation of a document.
    pub fn whole(&self, document: &DocumentId, english: bool) -> String {
        let at = Address { document: document.clone(), unit: Unit::Title, sentence: None };
        self.of(&at, english)
    }
}
