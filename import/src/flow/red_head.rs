//! The red head of a document that is set as a table: the bodies that issue it in one cell, 文件 in
//! the other; or the document number and what stands beside it.

use super::{Block, Flow};

/// A red head has at most this many characters.
const LONGEST: usize = 80;

impl Flow {
    /// Makes a table that is a red head one line of text.
    pub(super) fn unfold_red_head(&mut self) {
        let Some(first) = self.blocks.first_mut() else { return };
        let Block::Table(rows) = &*first else { return };
        let lines = rows.iter().flatten().flat_map(|cell| cell.lines());
        let parts: Vec<&str> = lines
            .flat_map(|line| line.split("<br>"))
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let [names @ .., last] = &parts[..] else { return };
        let short = parts.iter().map(|part| part.chars().count()).sum::<usize>() <= LONGEST;
        let head = last.split_whitespace().collect::<String>() == "文件" && !names.is_empty();
        let numbered = parts.iter().any(|part| part.contains('〔') && part.ends_with('号'));
        if head && short {
            *first = Block::Paragraph(format!("{}文件", names.join("　")));
        } else if numbered && short {
            *first = Block::Paragraph(parts.join("　"));
        }
    }
}
