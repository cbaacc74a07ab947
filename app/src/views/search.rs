//! The search page, and the page for addresses that the site does not have.
//!
//! The page has regions by id, which the client fills one by one as answers come. Without a query
//! it shows what can be asked.

pub mod facets;
pub mod found;
#[cfg(feature = "ssr")]
pub mod help;
pub mod hit;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use page::{NotFound, SearchPage};
