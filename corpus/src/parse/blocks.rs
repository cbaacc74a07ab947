//! Paragraphs: lines are joined where a paragraph was broken off, and split where several numbered
//! paragraphs were run together. Every character remembers its place in the source.

use std::ops::RangeBounds;

use super::roles::Role;
use super::{decimals, head, joining, lines, lone_numbers, patterns, roles, title};
use crate::bilingual;
use crate::numbering::{Label, LabelKind, glued_article, label};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::text;

/// One paragraph or heading.
#[derive(Debug, Default)]
pub struct Block {
    /// Whether it was marked as a heading, or can only be one.
    pub heading: bool,
    /// What it is beside the text itself.
    pub role: Role,
    /// How many `#` mark it as a heading; 0 where none do.
    pub hashes: usize,
    /// Whether it is an article whose text begins right behind the number.
    pub glued: bool,
    /// Its label, where only the lines around it tell it: `1.1` by levels, `3.2年内` between 2 and 4.
    pub label_by_context: Option<Label>,
    /// Whether a mark of Markdown makes it an item of a list.
    pub item: bool,
    /// What stands between it and the line before it.
    pub gap: Gap,
    /// How far it is set in.
    pub margin: Margin,
    /// Its characters, line breaks left out.
    pub chars: Vec<char>,
    /// The place of each character.
    pub places: Vec<Position>,
}

/// What stands between a line and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// A blank line.
    #[default]
    Blank,
    /// A page number or a running head, which is left out.
    Page,
}

/// Where a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Margin {
    /// Where most lines do, or in the middle of the page.
    #[default]
    Even,
    /// Set in by the width of two characters, as the first line of a paragraph is.
    SetIn,
}

/// A heading without a mark has at most this many characters. Measured on 353 laws and the
/// documents at hand: the longest real heading has 48.
pub(super) const LONGEST_HEADING: usize = 60;

/// A part's heading that ends in a colon has at most this many characters; longer ones
/// introduce what they list.
const LONGEST_BEFORE_A_COLON: usize = 16;

/// A heading that is a whole sentence has at most this many characters.
const LONGEST_SENTENCE_AS_HEADING: usize = 160;

impl Block {
    /// The label at its start.
    pub fn label(&self) -> Option<Label> {
        if self.role != Role::Text {
            return None;
        }
        if self.label_by_context.is_some() {
            return self.label_by_context.clone();
        }
        let found = if self.glued { glued_article(&self.chars) } else { label(&self.chars) };
        // 一是…；二是… in one paragraph is a sentence.
        found.filter(|label| label.kind != LabelKind::Enumerated || !enumerates_within(&self.chars))
    }

    pub(super) fn finished(&self) -> bool {
        let last = self.chars.iter().rev().find(|c| !text::closes(**c));
        last.is_some_and(|c| text::ends_paragraph(*c))
    }

    fn place(&self) -> Position {
        self.places.first().copied().unwrap_or_default()
    }

    /// Takes characters out, with their places.
    pub(super) fn remove(&mut self, range: impl RangeBounds<usize> + Clone) {
        self.chars.drain(range.clone());
        self.places.drain(range);
    }

    /// A line with these characters, for tests.
    #[cfg(test)]
    pub(super) fn of_line(line: &str) -> Self {
        let chars: Vec<char> = line.chars().collect();
        let places = vec![Position { line: 1, column: 1 }; chars.len()];
        Self { chars, places, ..Self::default() }
    }

    fn split_off(&mut self, at: usize) -> Self {
        Self {
            chars: self.chars.split_off(at),
            places: self.places.split_off(at),
            ..Self::default()
        }
    }
}

/// Whether a paragraph that begins with 一是 goes on with 二是.
fn enumerates_within(chars: &[char]) -> bool {
    chars.starts_with(&['一', '是'])
        && chars.windows(3).any(|three| matches!(three, ['；' | '。' | '，', '二', '是']))
}

/// Reads the paragraphs of a text.
pub fn blocks(source: &str, first_line: u32, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut lines = lines::read(source, first_line, problems);
    lone_numbers::mark(&mut lines);
    patterns::mark_contents(&mut lines);
    patterns::mark_glued_articles(&mut lines);
    decimals::mark(&mut lines);
    patterns::mark_items_before_digits(&mut lines);
    head::mark(&mut lines);
    title::mark(&mut lines);
    roles::mark(&mut lines);
    patterns::mark_inner_headings(&mut lines);
    mark_long_headings(&mut lines);
    unmark_running_parts(&mut lines);
    ignore_even_margins(&mut lines);
    let width = lines.iter().map(|line| line.chars.len()).max().unwrap_or(0);
    let mut joined: Vec<Block> = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(block) = lines.next() {
        let apart =
            lines.peek().is_some_and(|next| next.gap != Gap::None || next.margin == Margin::SetIn);
        match joined.last_mut() {
            Some(open)
                if joining::goes_on(open, &block, width, apart)
                    || open.role == Role::IssuedTitle && block.role == Role::IssuedTitle =>
            {
                problems.push(Problem::new(
                    ProblemKind::BrokenParagraph,
                    Severity::Notice,
                    block.place(),
                    bilingual!(
                        "这一段在句子中间断开了；已经与前面的文字接上",
                        "the paragraph was broken off in the middle of a sentence; joined with the \
                         text before it"
                    ),
                ));
                open.chars.extend(block.chars);
                open.places.extend(block.places);
            }
            _ => joined.push(block),
        }
    }
    joined.into_iter().flat_map(|block| split(block, problems)).collect()
}

/// Takes no notice of how lines are set in, where all of them are: then it is a margin.
fn ignore_even_margins(lines: &mut [Block]) {
    let mut text = lines.iter().filter(|line| line.role == Role::Text && !line.heading);
    if text.all(|line| line.margin == Margin::SetIn) {
        for line in lines {
            line.margin = Margin::Even;
        }
    }
}

/// A part headed by a long sentence without an end mark, with numbered text under it.
fn mark_long_headings(lines: &mut [Block]) {
    for at in 1..lines.len() {
        let [heading, next] = &mut lines[at - 1..=at] else { continue };
        let part = heading.label().is_some_and(|label| label.kind == LabelKind::Part);
        let below = next.label().is_some_and(|label| label.kind > LabelKind::Part);
        heading.heading |= part
            && below
            && heading.chars.len() <= LONGEST_SENTENCE_AS_HEADING
            && !heading.chars.iter().any(|c| text::ends_sentence(*c) || matches!(c, '；' | '：'));
    }
}

/// Takes parts that end in a colon, `三、船舶应当遵守以下规定：`, for running text where most parts of
/// the text are.
fn unmark_running_parts(lines: &mut [Block]) {
    let is_part = |line: &Block| line.label().is_some_and(|label| label.kind == LabelKind::Part);
    let opens = |line: &Block| {
        line.heading && line.hashes == 0 && matches!(line.chars.last(), Some('：' | ':'))
    };
    for text in lines.chunk_by_mut(|_, next| next.role != Role::Annex) {
        let parts = || text.iter().filter(|line| is_part(line));
        let opening = parts().filter(|line| opens(line)).count();
        let running = parts().filter(|line| !line.heading).count();
        let headed = parts().any(|line| line.heading && !opens(line));
        if !headed && running >= 2 * opening {
            for line in text.iter_mut().filter(|line| is_part(line)) {
                line.heading = false;
            }
        }
    }
}

/// Whether an unmarked line can only be a heading: labelled like one, short, and without an end
/// mark (a part may be headed by a question).
pub(super) fn reads_as_heading(block: &Block) -> bool {
    let Some(label) = block.label() else { return false };
    let body = match block.chars.split_last() {
        Some(('？' | '?', _)) if label.kind == LabelKind::Part => return asks_only(&block.chars),
        Some(('：' | ':', body))
            if label.kind == LabelKind::Part && body.len() <= LONGEST_BEFORE_A_COLON =>
        {
            body
        }
        _ => &block.chars[..],
    };
    (label.kind.heads_division() || label.kind == LabelKind::Part)
        && body.len() <= LONGEST_HEADING
        && !body.iter().any(|c| text::ends_sentence(*c) || matches!(c, '；' | '：'))
}

/// Whether a heading asks one question or several at once: `五、什么时候申请？找谁？`.
fn asks_only(chars: &[char]) -> bool {
    let other = |c: &char| {
        !matches!(c, '？' | '?') && (text::ends_sentence(*c) || matches!(c, '；' | '：'))
    };
    chars.len() <= LONGEST_HEADING + 1 && !chars.iter().any(other)
}

/// Whether a paragraph stands in brackets, as the history of a law under its title does.
pub(super) fn in_brackets(chars: &[char]) -> bool {
    let mut depth = 0i32;
    let closes_last = chars.iter().enumerate().all(|(at, c)| {
        depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
        depth > 0 || at + 1 == chars.len()
    });
    closes_last && depth == 0 && chars.len() > 2
}

/// Whether a line is an entry of a law's history: a whole date, a space, what happened
/// (`2017年9月1日 第十二届全国人民代表大会常务委员会第二十九次会议通过`).
pub(super) fn is_dated(mut chars: &[char]) -> bool {
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
            bilingual!(
                "这一行中间开始了新的编号；已经在这里分段",
                "a new number begins in the middle of the line; split into paragraphs here"
            ),
        ));
        parts.push(std::mem::replace(&mut block, rest));
    }
    parts.push(block);
    parts
}

/// Where the label that follows this block's own label stands, if it stands after a full stop.
fn next_in_series(block: &Block) -> Option<usize> {
    // 一是…；二是… goes on within a paragraph.
    let own = block.label().filter(|label| label.kind != LabelKind::Enumerated)?;
    (own.length + 1..block.chars.len()).find(|&at| {
        let before = block.chars[at - 1];
        (text::ends_sentence(before) || before == '；')
            && label(&block.chars[at..])
                .is_some_and(|next| next.kind == own.kind && next.ordinal == own.ordinal + 1)
    })
}
