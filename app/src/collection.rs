//! A library of many documents: whether it is one, and how it is looked through.

use corpus::shelves::{Shelf, is_collection, shelves};

use crate::page_context::LibraryIndex;
use crate::route::facts_by_document;

/// What is computed once for all pages.
#[derive(Debug)]
pub struct Collection {
    many: bool,
    shelves: &'static [Shelf],
    facts_by_document: bool,
}

impl LibraryIndex {
    /// Whether the library holds more than one document with its companions.
    pub fn is_collection(&self) -> bool {
        self.collection().many
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
        self.collection.get_or_init(|| Collection {
            many: is_collection(self.library),
            shelves: shelves(self.library).leak(),
            facts_by_document: facts_by_document(self.library),
        })
    }
}
