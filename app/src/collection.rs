//! A library of many documents: whether it is one, and how it is looked through.

use corpus::shelves::{Shelf, is_collection, shelves};

use crate::page_context::LibraryIndex;

/// What is computed once for all pages.
#[derive(Debug)]
pub struct Collection {
    many: bool,
    shelves: &'static [Shelf],
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

    fn collection(&self) -> &Collection {
        self.collection.get_or_init(|| Collection {
            many: is_collection(self.library),
            shelves: shelves(self.library).leak(),
        })
    }
}
