//! A unit's text as folded characters that know where they are printed.

use corpus::Span;

use crate::text::fold::Glyph;

/// Where a folded character of a stream is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Index of the piece.
    pub piece: u16,
    /// Its bytes there.
    pub span: Span,
}

/// A unit's text as folded characters with their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// The folded characters; words of a translation are parted by single spaces.
    pub chars: Vec<char>,
    /// The place of each.
    pub origins: Vec<Origin>,
}

impl Stream {
    pub(crate) fn push(&mut self, c: char, origin: Origin) {
        self.chars.push(c);
        self.origins.push(origin);
    }

    pub(crate) fn extend(&mut self, piece: u16, glyphs: Vec<Glyph>) {
        for glyph in glyphs {
            let span = Span { start: glyph.start, end: glyph.end };
            self.push(glyph.c, Origin { piece, span });
        }
    }

    /// Where the characters stand: starts of occurrences that do not overlap.
    pub fn find(&self, needle: &[char]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = 0;
        while !needle.is_empty() && at + needle.len() <= self.chars.len() {
            if self.chars[at..].starts_with(needle) {
                found.push(at);
                at += needle.len();
            } else {
                at += 1;
            }
        }
        found
    }

    /// Of the starts, those where whole words stand; all of them where none does.
    pub fn whole_words(&self, starts: Vec<usize>, length: usize) -> Vec<usize> {
        let border = |index: Option<usize>| {
            index.and_then(|index| self.chars.get(index)).is_none_or(|c| *c == ' ')
        };
        let whole = |start: &usize| border(start.checked_sub(1)) && border(Some(start + length));
        if starts.iter().any(whole) { starts.into_iter().filter(whole).collect() } else { starts }
    }

    /// The printed stretches of `length` characters from `start` on, one per piece.
    pub fn printed(&self, start: usize, length: usize) -> Vec<Origin> {
        let mut printed: Vec<Origin> = Vec::new();
        for origin in self.origins.get(start..start + length).unwrap_or_default() {
            match printed.last_mut() {
                Some(last) if last.piece == origin.piece => {
                    last.span.end = last.span.end.max(origin.span.end);
                }
                _ => printed.push(*origin),
            }
        }
        printed
    }
}
