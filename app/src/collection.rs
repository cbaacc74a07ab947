//! A library of many documents: whether it is one, and how it is looked through.

use std::collections::BTreeMap;

use corpus::shelves::{Shelf, is_collection, shelves};
use corpus::{DocumentId, Edition};

use crate::page_context::LibraryIndex;
use crate::route::facts_by_document;

/// A collection with more provisions than this is kept on a device by document, and no page and no
/// list names all of its provisions: the service worker's list has 135 bytes a page.
const LARGEST_TOGETHER: usize = 300;

/// How much a library holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// One document with its companions.
    OneDocument,
    /// More than one.
    Collection,
    /// More than [`LARGEST_TOGETHER`] provisions.
    LargeCollection,
}

/// What is computed once for all pages.
#[derive(Debug)]
pub struct Collection {
    extent: Extent,
    shelves: &'static [Shelf],
    facts_by_document: bool,
    translated: bool,
    /// Pages ask for documents so often that looking through all of them would take longer than
    /// all else.
    editions: BTreeMap<&'static DocumentId, &'static Edition>,
}

impl LibraryIndex {
    /// Whether the library holds more than one document with its companions.
    pub fn is_collection(&self) -> bool {
        self.collection().extent != Extent::OneDocument
    }

    /// Whether any document is translated into English.
    pub fn translated_at_all(&self) -> bool {
        self.collection().translated
    }

    /// The document with this id.
    pub fn edition(&self, id: &DocumentId) -> Option<&'static Edition> {
        self.collection().editions.get(id).copied()
    }

    /// Whether it is a collection so large that each document is kept on a device by itself.
    pub fn is_kept_by_document(&self) -> bool {
        self.collection().extent == Extent::LargeCollection
    }

    /// The lists in which readers of a library of many documents find them.
    pub fn shelves(&self) -> &'static [Shelf] {
        self.collection().shelves
    }

    /// Whether each document has pages of its own for its figures.
    pub fn facts_by_document(&self) -> bool {
        self.collection().facts_by_document
    }

    fn collection(&self) -> &Collection {
        self.collection.get_or_init(|| {
            let provisions = self.library.documents().map(|document| document.provisions.len());
            let large = provisions.sum::<usize>() > LARGEST_TOGETHER;
            let extent = match (is_collection(self.library), large) {
                (false, _) => Extent::OneDocument,
                (true, false) => Extent::Collection,
                (true, true) => Extent::LargeCollection,
            };
            Collection {
                extent,
                shelves: shelves(self.library).leak(),
                facts_by_document: facts_by_document(self.library),
                translated: self.library.editions.iter().any(|one| one.english().is_some()),
                editions: self.library.editions.iter().map(|one| (&one.document.id, one)).collect(),
            }
        })
    }
}
