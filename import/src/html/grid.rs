//! Cells of a table on their grid: a cell over several rows or columns stands in the first place,
//! the others are empty.

use scraper::node::Element;

use crate::flow::Block;

/// As many rows or columns as a cell may cover.
const MOST_COVERED: usize = 200;

/// A grid that is being filled.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Vec<Vec<Block>>>,
    /// For each column, how many more rows a cell from above covers.
    covered: Vec<usize>,
    /// Whether any cell covered more than its own place.
    pub merged: bool,
}

impl Grid {
    /// Begins a row.
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
        self.fill();
    }

    /// Adds a cell to the row.
    pub fn cell(&mut self, element: &Element, blocks: Vec<Block>) {
        if self.rows.is_empty() {
            self.row();
        }
        let span = |name: &str| {
            let given = element.attr(name).and_then(|span| span.trim().parse().ok());
            given.unwrap_or(1usize).clamp(1, MOST_COVERED)
        };
        let (columns, rows) = (span("colspan"), span("rowspan"));
        self.merged |= columns > 1 || rows > 1;
        let Some(row) = self.rows.last_mut() else { return };
        let at = row.len();
        row.push(blocks);
        row.resize_with(at + columns, Vec::new);
        self.covered.resize(self.covered.len().max(at + columns), 0);
        for column in at..at + columns {
            self.covered[column] = rows;
        }
        self.fill();
    }

    /// Ends a row: cells from above reach into the rows that follow.
    pub fn end_row(&mut self) {
        for covered in &mut self.covered {
            *covered = covered.saturating_sub(1);
        }
    }

    /// Passes over places that a cell from above covers.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while self.covered.get(row.len()).is_some_and(|covered| *covered > 0) {
            row.push(Vec::new());
        }
    }

    /// The rows.
    pub fn rows(self) -> Vec<Vec<Vec<Block>>> {
        self.rows
    }
}
