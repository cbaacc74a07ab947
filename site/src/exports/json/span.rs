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
        let words = span.of(text);
        let start = text.get(..span.start as usize).map_or(0, |before| before.chars().count());
        Self { start, end: start + words.chars().count(), text: words }
    }
}
