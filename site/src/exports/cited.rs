//! Where a file's words come from: each row and each text says how it is cited, as a citation copied
//! from the page does. Only the day of access is the reader's.

use std::sync::Arc;

use app::citation::{Access, citation};
use app::reader::{Reader, Shelf};
use app::route::{Page, Route, UiLocale};
use corpus::{Address, DocumentId, Unit};

/// Cites the places of a library.
pub struct Cited {
    chinese: Reader,
    english: Reader,
    /// The site's address with its `/`, or nothing.
    root: String,
    release: String,
}

impl Cited {
    /// Citations that name this release of the site, or none if it is empty.
    pub fn new(shelf: &Arc<Shelf>, release: &str) -> Self {
        let reader = |locale| Reader::new(shelf, Route::new(locale, Page::Search));
        Self {
            chinese: reader(UiLocale::Zh),
            english: reader(UiLocale::En),
            root: match shelf.library.publication.base() {
                "" => String::new(),
                base => [base, "/"].concat(),
            },
            release: release.to_owned(),
        }
    }

    /// The citation of a unit or a sentence. Its address is absolute if the site's is known.
    pub fn of(&self, at: &Address, english: bool) -> String {
        let reader = if english { &self.english } else { &self.chinese };
        citation(reader, at, &Access { root: &self.root, release: &self.release, day: "" })
    }

    /// The citation of a document.
    pub fn whole(&self, document: &DocumentId, english: bool) -> String {
        let at = Address { document: document.clone(), unit: Unit::Title, sentence: None };
        self.of(&at, english)
    }
}
