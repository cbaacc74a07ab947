//! Stretches of text in JSON.

use corpus::Span;
use serde::Serialize;

/// A stretch of a text: offsets in Unicode code points, with the words themselves.
#[derive(Serialize)]
pub struct SpanData<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> SpanData<'a> {
    /// The stretch of this text; offsets are counted in characters, not in bytes.
    pub fn of(text: &'a str, span: Span) -> Self {
        let (start, end) = span.in_characters(text);
        Self { start, end, text: span.of(text) }
    }
}
