//! What only the browser does, as two programs: [`page`] takes the pre-rendered pages over and
//! navigates; [`search`] comes with the reader's first intent to search.
//!
//! They share the address and the page, and call each other through `policy` (`boot.js`), so that
//! nobody who only reads waits for the code of the search.

mod browser;
#[cfg(feature = "csr")]
pub mod page;
#[cfg(feature = "search")]
pub mod search;
