//! The search page, and the page for addresses that the site does not have.
//!
//! The page has regions by id, which the client fills one by one as answers come. Without a query
//! it shows what can be asked.

#[cfg(feature = "search")]
pub mod completions;
#[cfg(feature = "search")]
pub mod download;
#[cfg(feature = "search")]
pub mod facets;
#[cfg(feature = "search")]
pub mod found;
#[cfg(feature = "ssr")]
pub mod help;
#[cfg(feature = "search")]
pub mod hit;
#[cfg(feature = "search")]
pub mod match_bar;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "search")]
mod parts;

#[cfg(feature = "ssr")]
pub use page::{NotFound, NotKept, SearchPage};
