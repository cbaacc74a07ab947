//! Paragraphs: lines are joined where a paragraph was broken off, and split where several numbered
//! paragraphs were run together. Every character remembers its place in the source.

use crate::numbering::{Label, LabelKind, label};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::text;

/// One paragraph or heading.
#[derive(Debug, Default)]
pub struct Block {
    /// Whether it was marked as a heading, or can only be one.
    pub heading: bool,
    /// Its characters, line breaks left out.
    pub chars: Vec<char>,
    /// The place of each character.
    pub places: Vec<Position>,
}

/// A heading without a mark has at most this many characters. Measured on 353 laws and the
/// documents at hand: the longest real heading has 48.
const LONGEST_HEADING: usize = 60;

impl Block {
    /// The label at its start.
    pub fn label(&self) -> Option<Label> {
        label(&self.chars)
    }

    fn finished(&self) -> bool {
        let last = self.chars.iter().rev().find(|c| !text::closes(**c));
        last.is_some_and(|c| text::ends_paragraph(*c))
    }

    fn place(&self) -> Position {
        self.places.first().copied().unwrap_or_default()
    }

    fn split_off(&mut self, at: usize) -> Self {
        Self { heading: false, chars: self.chars.split_off(at), places: self.places.split_off(at) }
    }
}

/// Reads the paragraphs of a text.
pub fn blocks(source: &str, first_line: u32, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut lines: Vec<Block> = source
        .lines()
        .zip(first_line..)
        .filter_map(|(line, number)| line_block(line, number, problems))
        .collect();
    mark_title(&mut lines);
    let mut joined: Vec<Block> = Vec::new();
    for block in lines {
        match joined.last_mut() {
            Some(open) if continues(open, &block) => {
                problems.push(Problem::new(
                    ProblemKind::BrokenParagraph,
                    Severity::Notice,
                    block.place(),
                    "the paragraph was broken off in the middle of a sentence; joined with the \
                     text before it",
                ));
                open.chars.extend(block.chars);
                open.places.extend(block.places);
            }
            _ => joined.push(block),
        }
    }
    joined.into_iter().flat_map(|block| split(block, problems)).collect()
}

/// Without heading marks, the title is the short lines without an end mark before all else.
fn mark_title(lines: &mut [Block]) {
    if lines.first().is_some_and(|first| first.heading) {
        return;
    }
    let title = |block: &&mut Block| {
        block.chars.len() <= LONGEST_HEADING
            && !block.finished()
            && block.label().is_none()
            && !is_dated(&block.chars)
    };
    lines.iter_mut().take_while(title).for_each(|block| block.heading = true);
}

/// The block of one line; nothing for blank lines and for HTML comments, which are reported.
fn line_block(line: &str, number: u32, problems: &mut Vec<Problem>) -> Option<Block> {
    let marked = line.trim().trim_start_matches('#');
    let heading = marked.len() < line.trim().len();
    let trimmed = marked.trim();
    if trimmed.is_empty() {
        return None;
    }
    let skipped = line.chars().take_while(|c| c.is_whitespace() || *c == '#').count();
    let place = |offset: usize| Position { line: number, column: (skipped + offset + 1) as u32 };
    if trimmed.starts_with("<!--") && trimmed.ends_with("-->") {
        problems.push(Problem::new(
            ProblemKind::Markup,
            Severity::Notice,
            place(0),
            format!("the comment {trimmed} is not part of the text and is left out"),
        ));
        return None;
    }
    let chars: Vec<char> = trimmed.chars().collect();
    if chars.iter().all(|c| c.is_whitespace() || text::is_invisible(*c)) {
        let message = "the line has nothing but invisible characters and is left out; remove it";
        let kind = ProblemKind::Markup;
        problems.push(Problem::new(kind, Severity::Notice, place(0), message.to_owned()));
        return None;
    }
    let places = (0..chars.len()).map(place).collect();
    let mut block = Block { heading, chars, places };
    block.heading |= reads_as_heading(&block);
    Some(block)
}

/// Whether an unmarked line can only be a heading: labelled like one, short, and without an end
/// mark (a part may be headed by a question).
fn reads_as_heading(block: &Block) -> bool {
    let Some(label) = block.label() else { return false };
    let body = match block.chars.split_last() {
        Some(('？' | '?', body)) if label.kind == LabelKind::Part => body,
        _ => &block.chars[..],
    };
    (label.kind.heads_division() || label.kind == LabelKind::Part)
        && body.len() <= LONGEST_HEADING
        && !body.iter().any(|c| text::ends_sentence(*c) || matches!(c, '；' | '：'))
}

/// Whether the block goes on with the paragraph that is open.
fn continues(open: &Block, block: &Block) -> bool {
    !open.heading
        && !block.heading
        && !open.finished()
        && block.label().is_none()
        && !is_dated(&block.chars)
}

/// Whether a line is an entry of a law's history: a whole date, a space, what happened
/// (`2017年9月1日 第十二届全国人民代表大会常务委员会第二十九次会议通过`).
fn is_dated(mut chars: &[char]) -> bool {
    for unit in ['年', '月', '日'] {
        let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 || chars.get(digits) != Some(&unit) {
            return false;
        }
        chars = &chars[digits + 1..];
    }
    chars.first().is_some_and(|c| c.is_whitespace())
}

/// Splits a block in which the next numbers of its own series follow a full stop.
fn split(mut block: Block, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut parts = Vec::new();
    while let Some(at) = next_in_series(&block) {
        let rest = block.split_off(at);
        problems.push(Problem::new(
            ProblemKind::RunTogether,
            Severity::Notice,
            rest.place(),
            "a new number begins in the middle of the line; split into paragraphs here",
        ));
        parts.push(std::mem::replace(&mut block, rest));
    }
    parts.push(block);
    parts
}

/// Where the label that follows this block's own label stands, if it stands after a full stop.
fn next_in_series(block: &Block) -> Option<usize> {
    let own = block.label()?;
    (own.length + 1..block.chars.len()).find(|&at| {
        let before = block.chars[at - 1];
        (text::ends_sentence(before) || before == '；')
            && label(&block.chars[at..])
                .is_some_and(|next| next.kind == own.kind && next.ordinal == own.ordinal + 1)
    })
}
