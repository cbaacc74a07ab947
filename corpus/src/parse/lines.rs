//! Lines: what ends one, and the marks of Markdown that are no text.

use super::blocks::{Block, reads_as_heading};
use super::roles::Role;
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::text;

/// The lines of the source that have text. A vertical tab, a form feed and the line and paragraph
/// separators of Unicode end a line too; places count lines as editors do.
pub fn read(source: &str, first_line: u32, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut lines: Vec<Block> = Vec::new();
    let mut tight = false;
    for (line, number) in source.lines().zip(first_line..) {
        let mut column = 1;
        for piece in line.split(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            let block = line_block(piece, Position { line: number, column }, problems);
            column += piece.chars().count() as u32 + 1;
            let blank = block.is_none();
            lines.extend(block.map(|block| Block { tight, ..block }));
            tight = !blank;
        }
    }
    lines
}

/// The block of one line; nothing for blank lines, rulers of tables and HTML comments, which are
/// reported.
fn line_block(line: &str, start: Position, problems: &mut Vec<Problem>) -> Option<Block> {
    let ignorable = |c: char| c.is_whitespace() || c == '\u{feff}';
    let text = line.trim_matches(ignorable);
    let marked = text.trim_start_matches('#');
    // `#12机井` is a number.
    let numbered = marked.starts_with(|c: char| c.is_ascii_digit());
    let heading = marked.len() < text.len() && !numbered;
    let trimmed = if heading { marked.trim() } else { text };
    if trimmed.is_empty() {
        return None;
    }
    let skipped = line[..trimmed.as_ptr() as usize - line.as_ptr() as usize].chars().count();
    let place = |offset: usize| Position {
        line: start.line,
        column: start.column + (skipped + offset) as u32,
    };
    let mut notice = |message: String| {
        problems.push(Problem::new(ProblemKind::Markup, Severity::Notice, place(0), message));
    };
    if trimmed.starts_with("<!--") && trimmed.ends_with("-->") {
        notice(format!("the comment {trimmed} is not part of the text and is left out"));
        return None;
    }
    let chars: Vec<char> = trimmed.chars().collect();
    if chars.iter().all(|c| c.is_whitespace() || text::is_invisible(*c)) {
        notice("the line has nothing but invisible characters and is left out; remove it".into());
        return None;
    }
    let places = (0..chars.len()).map(place).collect();
    let mut block = Block { heading, chars, places, ..Block::default() };
    if is_row(&block.chars) {
        if block.chars.iter().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace()) {
            return None;
        }
        block.role = Role::Row;
        without_outer_bars(&mut block);
        return (!block.chars.is_empty()).then_some(block);
    }
    if without_bold(&mut block) {
        notice("the marks of bold print (**) are no text and are left out".into());
    }
    block.heading |= reads_as_heading(&block);
    (!block.chars.is_empty()).then_some(block)
}

/// Whether the line is a row of a Markdown table.
fn is_row(chars: &[char]) -> bool {
    chars.len() > 2 && chars[0] == '|' && chars[chars.len() - 1] == '|'
}

/// Takes the bars at both ends off, with the white space beside them.
fn without_outer_bars(block: &mut Block) {
    let outer = |c: &&char| **c == '|' || c.is_whitespace();
    let end = block.chars.len() - block.chars.iter().rev().take_while(outer).count();
    let start = block.chars.iter().take_while(outer).count().min(end);
    block.chars = block.chars[start..end].to_vec();
    block.places = block.places[start..end].to_vec();
}

/// Takes pairs of `**` out; says whether there were any.
fn without_bold(block: &mut Block) -> bool {
    let mut marks = Vec::new();
    let mut at = 0;
    while at + 1 < block.chars.len() {
        let mark = block.chars[at] == '*' && block.chars[at + 1] == '*';
        if mark {
            marks.push(at);
        }
        at += if mark { 2 } else { 1 };
    }
    if marks.is_empty() || marks.len() % 2 == 1 {
        return false;
    }
    for at in marks.into_iter().rev() {
        block.chars.drain(at..at + 2);
        block.places.drain(at..at + 2);
    }
    true
}
