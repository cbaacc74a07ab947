//! The reading pages: Leptos views, compiled natively to pre-render every route, and to wasm to
//! show, without a network, pages that are not kept.
//!
//! A page is a function of the [`reader::Reader`]: the texts and the route. What is interactive
//! lives in `client`; the `csr` build carries the part that every page needs, the `search` build
//! that of the search.

pub mod citation;
pub mod marks;
#[cfg(any(feature = "search", test))]
pub mod qr;
pub mod reader;
pub mod route;
pub mod search;
pub mod ui;
pub mod views;

#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(any(feature = "csr", feature = "search"))]
pub mod client;
