//! Paragraphs and rows of tables, and which provision they belong to.

use std::ops::Range;

use super::blocks::{Block, Gap};
use super::outline::Outline;
use super::roles::Role;
use crate::model::{Paragraph, Provision, Sentence};
use crate::numbering::Label;
use crate::table::Table;
use crate::text;

/// A first sentence longer than this is text, not a run-in title.
pub(super) const LONGEST_RUN_IN_TITLE: usize = 45;

impl Outline<'_> {
    /// Text without a provision's label: a paragraph of the open provision, or introductory text.
    pub(super) fn paragraph(&mut self, block: &Block, label: Option<&Label>) {
        let length = label.map_or(0, |label| label.length);
        if self.nothing_here() {
            self.unnumbered(block, 0);
        } else {
            let text: String = block.chars[..length].iter().collect();
            self.add_sentences(block, length, &text);
        }
    }

    /// Whether no provision has begun in the open division.
    fn nothing_here(&self) -> bool {
        let division = self.open.last().map(|(_, division)| &self.document.divisions[*division]);
        let start = division.map_or(self.heads, |division| division.provisions.start as usize);
        self.document.provisions.len() == start
    }

    pub(super) fn unnumbered(&mut self, block: &Block, start: usize) {
        self.begin_unnumbered();
        self.add_sentences(block, start, "");
    }

    fn begin_unnumbered(&mut self) {
        self.closing = false;
        self.document.provisions.push(Provision {
            number: String::new(),
            label: String::new(),
            title: None,
            paragraphs: Vec::new(),
        });
        self.ordinals.push(None);
    }

    /// A row of a table: a paragraph of one sentence, whatever its cells hold.
    pub(super) fn row(&mut self, block: &Block) {
        if self.nothing_here() {
            self.begin_unnumbered();
        }
        self.push_paragraph(vec![block.chars.len()], block, 0, "");
        let provision = self.document.provisions.len() as u32 - 1;
        let row = self.document.provisions[provision as usize].paragraphs.len() as u32 - 1;
        let open = self.document.tables.last_mut().filter(|table| {
            block.gap == Gap::None
                && table.provision == provision
                && table.first + table.rows == row
        });
        if let Some(table) = open {
            table.rows += 1;
        } else {
            let head = block.role == Role::ColumnNames;
            self.document.tables.push(Table { provision, first: row, rows: 1, head });
        }
    }

    /// Adds the block from `start` on as a paragraph of the last provision.
    pub(super) fn add_sentences(&mut self, block: &Block, start: usize, label: &str) {
        self.push_paragraph(ends(block, start), block, start, label);
    }

    /// Adds a paragraph whose sentences end there.
    fn push_paragraph(&mut self, ends: Vec<usize>, block: &Block, start: usize, label: &str) {
        let Some(provision) = self.document.provisions.last_mut() else { return };
        let mut number = provision
            .paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.sentences)
            .map(|sentence| sentence.number)
            .max()
            .unwrap_or(0);
        let mut from = start;
        let sentences: Vec<Sentence> = ends
            .into_iter()
            .map(|end| {
                number += 1;
                sentence(block, std::mem::replace(&mut from, end)..end, number)
            })
            .collect();
        if !sentences.is_empty() || !label.is_empty() {
            provision.paragraphs.push(Paragraph { label: label.to_owned(), sentences });
        }
        let total = self.document.provisions.len() as u32;
        for (_, division) in &self.open {
            self.document.divisions[*division].provisions.end = total;
        }
    }
}

/// The sentence ends of a block from `start` on, as indices into the block.
pub(super) fn ends(block: &Block, start: usize) -> Vec<usize> {
    text::sentence_ends(&block.chars[start..]).into_iter().map(|end| start + end).collect()
}

/// The sentence in this range, without the white space at its ends.
pub(super) fn sentence(block: &Block, range: Range<usize>, number: u16) -> Sentence {
    let chars = &block.chars[range.clone()];
    let leading = chars.iter().take_while(|c| c.is_whitespace()).count();
    let text: String = chars.iter().collect();
    let first = (range.start + leading).min(block.places.len().saturating_sub(1));
    let place = block.places.get(first).copied().unwrap_or_default();
    Sentence { number, text: text.trim().to_owned(), line: place.line, column: place.column }
}

/// Whether a sentence that ends there is a question.
fn is_question(block: &Block, end: usize) -> bool {
    matches!(block.chars[end - 1], '？' | '?')
}

/// Whether a paragraph asks and says nothing else: what answers stands below it.
pub(super) fn asks(block: &Block, ends: &[usize]) -> bool {
    !ends.is_empty() && ends.iter().all(|end| is_question(block, *end))
}

/// Where a title that begins a paragraph ends: behind its first sentence, or behind the last of several
/// questions (`什么时候申请？找谁？`), which are asked at once.
pub(super) fn title_end(block: &Block, start: usize, ends: &[usize]) -> usize {
    let asked = ends
        .iter()
        .take_while(|end| is_question(block, **end) && **end - start <= LONGEST_RUN_IN_TITLE);
    asked.last().copied().unwrap_or(ends[0])
}
