//! Where a sentence's translation stands in its file, for the places of problems.

use crate::problem::Position;
use crate::table;

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

    /// The place of the next quote of this sentence. Where it is quoted otherwise than it stands in
    /// the text, that is the next quote of any; where there is none, the end of the file.
    pub fn of(&mut self, source: &str) -> Position {
        let rest = &self.lines[self.next..];
        let source = table::quoted(source);
        let quoted = |line: &&str| line.strip_prefix("> ") == Some(&source);
        let line = match rest.iter().position(quoted) {
            Some(offset) => {
                self.next += offset + 1;
                self.next
            }
            None => match rest.iter().position(|line| line.starts_with("> ")) {
                Some(offset) => self.next + offset + 1,
                None => self.lines.len().max(1),
            },
        };
        Position { line: line as u32, column: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_has_a_line() {
        let mut places =
            Places::new("## 1\n\n> 修路。\nBuild.\n\n> 管路。\nKeep.\n\n> 护路。\nCare.\n");
        let lines = ["修路。", "管好路。", "护路。", "没有的。"].map(|text| places.of(text).line);
        assert_eq!(lines, [3, 6, 9, 10]);
        assert_eq!(Places::new("").of("修路。").line, 1);
    }
}
