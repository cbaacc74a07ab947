//! Tables: rows of a provision whose text stands in cells.
//!
//! A row is a paragraph of one sentence, `指标 | 2025年 | 2027年`, so that it is addressed, searched
//! and translated like any other; the bars part its cells. In a cell a line break parts its lines,
//! which files of seeds write `<br>`, and `\|` and `\\` are the characters themselves, as in Markdown.

mod naming;

use serde::{Deserialize, Serialize};

use naming::naming_cell;

use crate::address::{Address, Unit};
use crate::model::{Document, Paragraph, Sentence, Span};

/// Where a table stands: consecutive paragraphs of one provision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The provision, as an index into [`Document::provisions`].
    pub provision: u32,
    /// The paragraph that is its first row, as an index into the provision's paragraphs.
    pub first: u32,
    /// How many rows it has.
    pub rows: u32,
    /// Whether its first row names the columns.
    pub head: bool,
}

/// A stretch of a provision's text.
#[derive(Clone, Copy, Debug)]
pub enum Block<'a> {
    /// A paragraph of running text.
    Paragraph(&'a Paragraph),
    /// The rows of a table, and whether the first of them names the columns.
    Table(&'a [Paragraph], bool),
}

/// What a cell's row and column are called; empty where they have no name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellNames {
    /// The words of the row's first cell, unless it is that cell itself.
    pub row: String,
    /// Where that cell stands in the row.
    pub row_at: Option<Span>,
    /// The words of the column's cell in the head.
    pub column: String,
}

/// The cells of a row, each without the white space at its ends.
pub fn cells(row: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in row.char_indices() {
        if c == '|' && !escaped {
            found.push(trimmed(row, start, at));
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    found.push(trimmed(row, start, row.len()));
    found
}

fn trimmed(row: &str, start: usize, end: usize) -> Span {
    let inner = &row[start..end];
    let start = start + inner.len() - inner.trim_start().len();
    Span::new(start, start + inner.trim().len())
}

/// What breaks a line of a cell in files of seeds, where a row is one line.
pub(crate) const BREAK: &str = "<br>";

/// A row as files of seeds quote it: in one line.
pub fn quoted(row: &str) -> String {
    row.replace('\n', BREAK)
}

/// The translation of a row as a file of seeds has it, with its line breaks.
pub fn with_breaks(row: &str) -> String {
    row.replace(BREAK, "\n")
}

/// The lines of a cell, each as the stretches of the row that are its text.
pub fn lines(row: &str, cell: Span) -> Vec<Vec<Span>> {
    let end = cell.end as usize;
    let (mut lines, mut from, mut at) =
        (vec![Vec::new()], cell.start as usize, cell.start as usize);
    let add = |lines: &mut Vec<Vec<Span>>, from: usize, to: usize| {
        if let Some(line) = lines.last_mut().filter(|_| from < to) {
            line.push(Span::new(from, to));
        }
    };
    while at < end {
        let rest = &row[at..end];
        let step = rest.chars().next().map_or(1, char::len_utf8);
        if rest.starts_with('\n') {
            add(&mut lines, from, at);
            lines.push(Vec::new());
            at += 1;
            from = at;
        } else if rest.starts_with("\\|") || rest.starts_with("\\\\") {
            add(&mut lines, from, at);
            from = at + 1;
            at += 2;
        } else {
            at += step;
        }
    }
    add(&mut lines, from, end);
    lines
}

/// The words of a cell, its lines parted by line breaks.
pub fn words(row: &str, cell: Span) -> String {
    let line = |spans: &Vec<Span>| spans.iter().map(|span| span.of(row)).collect::<String>();
    lines(row, cell).iter().map(line).collect::<Vec<_>>().join("\n")
}

impl Document {
    /// The text of the provision with this index: paragraphs, and rows put together to tables.
    pub fn body(&self, provision: usize) -> Vec<Block<'_>> {
        let Some(paragraphs) = self.provisions.get(provision).map(|p| &p.paragraphs) else {
            return Vec::new();
        };
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < paragraphs.len() {
            let table = self.tables.iter().find(|table| {
                table.provision as usize == provision
                    && table.first as usize == at
                    && table.rows > 0
            });
            let rows = table.and_then(|table| paragraphs.get(at..at + table.rows as usize));
            if let (Some(table), Some(rows)) = (table, rows) {
                blocks.push(Block::Table(rows, table.head));
                at += rows.len();
            } else {
                blocks.push(Block::Paragraph(&paragraphs[at]));
                at += 1;
            }
        }
        blocks
    }

    /// The rows of the table that the sentence is a row of, whether the first of them names the
    /// columns, and which of them it is.
    fn rows_around(&self, unit: &Unit, sentence: u16) -> Option<(&[Paragraph], bool, usize)> {
        let Unit::Provision(number) = unit else { return None };
        if self.tables.is_empty() {
            return None;
        }
        let index = self.provisions.iter().position(|provision| provision.number == *number)?;
        self.body(index).into_iter().find_map(|block| {
            let Block::Table(rows, head) = block else { return None };
            let is_here = |row: &Paragraph| row.sentences.iter().any(|s| s.number == sentence);
            Some((rows, head, rows.iter().position(is_here)?))
        })
    }

    /// Whether the sentence is a row of a table.
    pub fn is_row(&self, unit: &Unit, sentence: u16) -> bool {
        self.rows_around(unit, sentence).is_some()
    }

    /// What the row and the column are called in which this stretch of a row stands; `None` where
    /// the sentence is no row.
    pub fn cell_names(&self, at: &Address, span: Span) -> Option<CellNames> {
        let (rows, head, here) = self.rows_around(&at.unit, at.sentence?)?;
        let row = &only(&rows[here])?.text;
        let own = cells(row);
        let column =
            own.iter().position(|cell| cell.start <= span.start && span.end <= cell.end)?;
        let mut called = CellNames::default();
        if let Some(name) = naming_cell(rows, head, here, column) {
            called.row = words(row, name);
            called.row_at = Some(name);
        }
        if head && here > 0 {
            called.column = column_name(rows, here, own.len(), column).unwrap_or_default();
        }
        Some(called)
    }

    /// The paragraph right above the table that the sentence is a row of.
    pub fn above_table(&self, unit: &Unit, sentence: u16) -> Option<&Paragraph> {
        let Unit::Provision(number) = unit else { return None };
        let index = self.provisions.iter().position(|provision| provision.number == *number)?;
        let blocks = self.body(index);
        let has = |row: &Paragraph| row.sentences.iter().any(|s| s.number == sentence);
        let here = blocks.iter().position(|block| match block {
            Block::Table(rows, _) => rows.iter().any(has),
            Block::Paragraph(_) => false,
        })?;
        match blocks.get(here.checked_sub(1)?)? {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(..) => None,
        }
    }
}

/// The name of a column; under a cell of the head that spans several, that cell's words and those of
/// the second row of the head.
fn column_name(rows: &[Paragraph], here: usize, width: usize, column: usize) -> Option<String> {
    let top = &only(rows.first()?)?.text;
    let named = cells(top);
    // A row with other cells than the head (merged ones) stands under no sure name.
    let own = words(top, *named.get(column).filter(|_| named.len() == width)?);
    let Some(below) = second_head(rows).filter(|_| here > 1) else { return Some(own) };
    let under = cells(below);
    let below = words(below, *under.get(column)?);
    if below.is_empty() {
        return Some(own);
    }
    let spanning = named[..=column].iter().rev().map(|cell| words(top, *cell));
    let over = spanning.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    // A cell with words may go on over the empty ones behind it, and is that of all columns then.
    if !over.is_empty() && goes_on(&only(&rows[here])?.text, &named, &under, column) {
        return Some(over);
    }
    Some(if over.is_empty() { below } else { [over.as_str(), " ", &below].concat() })
}

/// Whether the cells behind this one that are named by the same cell of the head are all empty, and
/// it is the first of them.
fn goes_on(row: &str, top: &[Span], under: &[Span], column: usize) -> bool {
    let empty = |cell: &Span| cell.start == cell.end;
    let spanned = |at: usize| {
        top.get(at).is_some_and(empty) && under.get(at).is_some_and(|cell| !empty(cell))
    };
    let own = cells(row);
    let rest: Vec<&Span> = own
        .iter()
        .enumerate()
        .skip(column + 1)
        .map_while(|(at, cell)| spanned(at).then_some(cell))
        .collect();
    let words = own.get(column).is_some_and(|cell| cell.of(row).chars().any(crate::text::is_han));
    words && !spanned(column) && !rest.is_empty() && rest.into_iter().all(empty)
}

/// The second row of a head: it is empty where the first one has names of single columns, names
/// what the first leaves empty, and holds no number.
fn second_head(rows: &[Paragraph]) -> Option<&str> {
    let (top, below) = (&only(rows.first()?)?.text, &only(rows.get(1)?)?.text);
    let (named, under) = (cells(top), cells(below));
    let empty = |cell: &Span| cell.start == cell.end;
    let pairs = || named.iter().zip(&under);
    let spans = pairs().skip(1).any(|(over, name)| empty(over) && !empty(name));
    let single = pairs().next().is_some_and(|(over, name)| !empty(over) && empty(name));
    let counts = below.chars().any(|c| c.is_ascii_digit());
    (named.len() == under.len() && spans && single && !counts).then_some(below.as_str())
}

/// The sentence that a row is.
fn only(row: &Paragraph) -> Option<&Sentence> {
    row.sentences.first()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(row: &str) -> Vec<String> {
        cells(row).into_iter().map(|cell| words(row, cell)).collect()
    }

    #[test]
    fn bars_part_cells_and_backslashes_keep_them() {
        assert_eq!(texts("指标 | 2025年 |"), ["指标", "2025年", ""]);
        assert_eq!(texts("甲\\|乙 | 路\\\\桥 | 一\n二"), ["甲|乙", "路\\桥", "一\n二"]);
        assert_eq!(texts("C:\\路 | \\"), ["C:\\路", "\\"]);
        assert_eq!(texts(""), [""]);
    }
}
