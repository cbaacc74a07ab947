//! What only the browser does: [`search`] comes with the reader's first intent to search. Reading
//! needs no program: the pages are there, and from page to page the browser goes by itself
//! (ADR 0010).

mod browser;
pub mod search;
