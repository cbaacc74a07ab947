//! From plain text to a [`Document`]: lines → blocks (paragraphs put together again) → units.

mod annexes;
mod blocks;
mod close;
mod columns;
mod decimals;
mod document_types;
mod frames;
mod furniture;
mod head;
mod interpretations;
mod joining;
mod levels;
mod lines;
mod lone_numbers;
mod markup;
mod numbers;
mod oddities;
mod outline;
mod page_ends;
mod paragraphs;
mod patterns;
mod printed_contents;
mod remnants;
mod roles;
mod title;

use crate::address::DocumentId;
use crate::metadata::DocumentKind;
use crate::model::Document;
use crate::problem::Problem;

pub use document_types::is_policy_title;
pub use head::is_document_number;
pub use interpretations::is_interpretation_title;
pub use page_ends::{OTHER_PAGES, is_of_page};
pub use title::is_document_title;

#[cfg(feature = "analysis")]
pub(crate) use head::{fields, line_number, order_number};
#[cfg(feature = "analysis")]
pub(crate) use roles::names_body;

/// Parses one document from plain text or Markdown with headings.
///
/// Never fails and never loses a character: what can't be understood becomes a paragraph and a
/// problem. `first_line` is the source line number of the text's first line, so that positions
/// are those of the whole file when the text is a part of it.
pub fn parse(
    id: &DocumentId,
    kind: DocumentKind,
    text: &str,
    first_line: u32,
) -> (Document, Vec<Problem>) {
    let mut problems = Vec::new();
    let blocks = blocks::blocks(text, first_line, &mut problems);
    for block in &blocks {
        oddities::report(block, &mut problems);
    }
    oddities::report_pairs(&blocks, &mut problems);
    annexes::report(&blocks, &mut problems);
    let document = outline::outline(id, kind, &blocks, &mut problems);
    problems.sort_by_key(|problem| problem.at);
    (document, problems)
}
