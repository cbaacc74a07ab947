//! The reading pages: Leptos views, compiled natively to pre-render every route, and to wasm for
//! the search on the page.
//!
//! A page is a function of the [`page_context::PageContext`]: the texts and the route. What is interactive
//! lives in `client`.

// A page's type holds those of all components in it.
#![recursion_limit = "256"]

pub mod citation;
#[cfg(feature = "ssr")]
mod cited;
#[cfg(feature = "ssr")]
mod collection;
#[cfg(any(feature = "ssr", feature = "full-search"))]
pub mod interface;
pub mod marks;
pub mod page_context;
#[cfg(any(feature = "search", test))]
pub mod qr;
pub mod route;
pub mod search;
pub mod ui;
pub mod views;

#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "search")]
pub mod client;
