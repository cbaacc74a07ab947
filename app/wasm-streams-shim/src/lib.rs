//! Stands in for the `wasm-streams` crate in this workspace.
//!
//! Leptos always links `server_fn`, and with it `wasm-streams`, whose exported classes no linker
//! can drop: 4 kB (brotli) of a 60 kB budget for streaming server functions, on a site without a
//! server. Nothing here is ever called; each function says so. See ADR 0002.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// Stands in for `wasm_streams::ReadableStream`.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Would make a JavaScript stream of a Rust stream.
    ///
    /// # Panics
    /// Always: this site has no server functions.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the site has no server functions")
    }

    /// Wraps a JavaScript stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The JavaScript stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// An empty stream: there is no server function whose answer could be streamed.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// A stream that has ended.
#[derive(Debug)]
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
