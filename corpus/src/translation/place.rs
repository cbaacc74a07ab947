//! Where a sentence's translation stands in its file, for the places of problems.

use crate::problem::Position;

/// Finds quoted sentences in the order of the document.
pub struct Places<'a> {
    lines: Vec<&'a str>,
    next: usize,
}

impl<'a> Places<'a> {
    /// The places in this translation file.
    pub fn new(file: &'a str) -> Self {
        Self { lines: file.lines().map(super::align::trimmed).collect(), next: 0 }
    }

    /// The place of the next quote of this sentence; line 0 where it is not quoted.
    pub fn of(&mut self, source: &str) -> Position {
        let quoted = |line: &&str| line.strip_prefix("> ") == Some(source);
        match self.lines[self.next..].iter().position(quoted) {
            Some(offset) => {
                self.next += offset + 1;
                Position { line: self.next as u32, column: 1 }
            }
            None => Position::default(),
        }
    }
}
