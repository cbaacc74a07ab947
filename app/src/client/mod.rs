//! What only the browser does, as two programs: [`page`] shows, without a network, pages that are
//! not kept; [`search`] comes with the reader's first intent to search. Reading needs neither: the
//! pages are there, and from page to page the browser goes by itself (ADR 0010).

#[cfg(feature = "search")]
mod browser;
#[cfg(feature = "csr")]
pub mod page;
#[cfg(feature = "search")]
pub mod search;
