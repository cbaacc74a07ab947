//! EPUB 3 for reading devices: a chapter for each part, a table of contents, errata as notes.
//!
//! The bytes follow from the texts alone: entries in a fixed order with the earliest time that a
//! zip can state, and a book id derived from the document's id.

mod book;
mod package;

pub use book::book;
