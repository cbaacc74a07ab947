//! Paragraphs: lines are joined where a paragraph was broken off, and split where several numbered
//! paragraphs were run together. Every character remembers its place in the source.

use super::roles::Role;
use super::{head, lines, patterns, roles};
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
    /// Whether it follows the line before it without a blank line.
    pub tight: bool,
    /// Its characters, line breaks left out.
    pub chars: Vec<char>,
    /// The place of each character.
    pub places: Vec<Position>,
}

/// A heading without a mark has at most this many characters. Measured on 353 laws and the
/// documents at hand: the longest real heading has 48.
const LONGEST_HEADING: usize = 60;

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
        if self.glued { glued_article(&self.chars) } else { label(&self.chars) }
    }

    pub(super) fn finished(&self) -> bool {
        let last = self.chars.iter().rev().find(|c| !text::closes(**c));
        last.is_some_and(|c| text::ends_paragraph(*c))
    }

    fn place(&self) -> Position {
        self.places.first().copied().unwrap_or_default()
    }

    fn split_off(&mut self, at: usize) -> Self {
        Self {
            chars: self.chars.split_off(at),
            places: self.places.split_off(at),
            ..Self::default()
        }
    }
}

/// Reads the paragraphs of a text.
pub fn blocks(source: &str, first_line: u32, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut lines = lines::read(source, first_line, problems);
    patterns::mark_contents(&mut lines);
    patterns::mark_glued_articles(&mut lines);
    head::mark(&mut lines);
    mark_title(&mut lines);
    roles::mark(&mut lines);
    patterns::mark_inner_headings(&mut lines);
    mark_long_headings(&mut lines);
    let mut joined: Vec<Block> = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(block) = lines.next() {
        let apart = lines.peek().is_some_and(|next| !next.tight);
        match joined.last_mut() {
            Some(open)
                if continues(open, &block)
                    || apart && wraps_heading(open, &block)
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

/// Without heading marks, the title is the short lines without an end mark before all else.
fn mark_title(lines: &mut [Block]) {
    let mut lines = lines.iter_mut().filter(|line| line.role != Role::Head).peekable();
    if lines.peek().is_some_and(|first| first.heading) {
        return;
    }
    let title = |block: &&mut Block| {
        block.chars.len() <= LONGEST_HEADING
            && !block.finished()
            && block.label().is_none()
            && block.role == Role::Text
            && !block.chars.contains(&'，')
            && !is_dated(&block.chars)
            && !tells_history(&block.chars)
    };
    if let Some(named) = lines.next_if(|first| names_document(first)) {
        named.heading = true;
    }
    lines.take_while(title).for_each(|block| block.heading = true);
}

/// What official documents call themselves at the end of their titles.
const DOCUMENT_TYPES: [&str; 16] = [
    "意见", "通知", "办法", "规定", "条例", "方案", "规划", "决定", "公告", "批复", "函", "细则",
    "计划", "措施", "通报", "纲要",
];

/// Whether a line with a comma in it is a title all the same: it ends in the name of a type of
/// document (`（试行）` and the like left aside) and introduces nothing (`提出如下意见`).
fn names_document(block: &Block) -> bool {
    let text: String = block.chars.iter().collect();
    let name = match text.strip_suffix('）').and_then(|inner| inner.rsplit_once('（')) {
        Some((name, _)) => name,
        None => &text,
    };
    block.role == Role::Text
        && block.label().is_none()
        && block.chars.len() <= LONGEST_HEADING
        && !block.chars.iter().any(|c| text::ends_sentence(*c) || matches!(c, '；' | '：'))
        && DOCUMENT_TYPES.iter().any(|end| name.ends_with(end))
        && !["如下", "以下"].iter().any(|words| text.contains(words))
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

/// Whether the line is the rest of a heading that was broken off: it stands directly under the
/// heading, and a blank line follows (the caller looks).
fn wraps_heading(open: &Block, block: &Block) -> bool {
    open.heading
        && open.label().is_some_and(|label| label.kind == LabelKind::Part)
        && block.tight
        && !block.heading
        && block.role == Role::Text
        && block.label().is_none()
        && !block.finished()
        && open.chars.len() + block.chars.len() <= LONGEST_HEADING
}

/// Whether an unmarked line can only be a heading: labelled like one, short, and without an end
/// mark (a part may be headed by a question).
pub(super) fn reads_as_heading(block: &Block) -> bool {
    let Some(label) = block.label() else { return false };
    let body = match block.chars.split_last() {
        Some(('？' | '?', body)) if label.kind == LabelKind::Part => body,
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

/// Whether the block goes on with the paragraph that is open.
fn continues(open: &Block, block: &Block) -> bool {
    let bullet = block.chars.starts_with(&['—', '—'])
        || matches!(block.chars[0], '●' | '◆' | '■' | '▲' | '★' | '•' | '·' | '○' | '◇' | '□');
    open.role == Role::Text
        && block.role == Role::Text
        && !bullet
        && !open.heading
        && !block.heading
        && !open.finished()
        && !in_brackets(&open.chars)
        // The title of what is issued stands alone; 2.1 begins what stands under 2.
        && (block.tight || !names_document(open))
        && !(by_levels(&open.chars) && by_levels(&block.chars))
        // A comma of a list ends no paragraph: `第二、` goes on with `三、四季度`.
        && (block.label().is_none() || open.chars.last() == Some(&'、'))
        && !is_dated(&block.chars)
        && !(in_columns(&open.chars) > 0 && in_columns(&open.chars) == in_columns(&block.chars))
}

/// How many gaps part a line into columns: a tab, or two spaces and more. Two lines with as many
/// are rows of a table.
fn in_columns(chars: &[char]) -> usize {
    let wide = |space: &[char]| space.len() > 1 || space.contains(&'\t');
    let runs = chars.chunk_by(|a, b| a.is_whitespace() == b.is_whitespace());
    runs.filter(|run| run[0].is_whitespace() && wide(run)).count()
}

/// Whether a line says in brackets who passed the text and when:
/// （2025年11月28日某市人民代表大会常务委员会通过）.
fn tells_history(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let passed = ["通过", "公布", "发布", "修订", "修正", "批准", "施行", "印发"];
    in_brackets(chars) && text.contains('年') && passed.iter().any(|word| text.contains(word))
}

/// Whether a line begins with a number of levels and a space: `2 标准`, `2.1 每人…`.
fn by_levels(chars: &[char]) -> bool {
    let number = chars.iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    let ends = chars.get(number).is_some_and(|c| c.is_whitespace());
    (1..=8).contains(&number) && ends && chars[0].is_ascii_digit() && chars[number - 1] != '.'
}

/// Whether a paragraph stands in brackets, as the history of a law under its title does.
fn in_brackets(chars: &[char]) -> bool {
    let mut depth = 0i32;
    let closes_last = chars.iter().enumerate().all(|(at, c)| {
        depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
        depth > 0 || at + 1 == chars.len()
    });
    closes_last && depth == 0 && chars.len() > 2
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
    let own = block.label()?;
    (own.length + 1..block.chars.len()).find(|&at| {
        let before = block.chars[at - 1];
        (text::ends_sentence(before) || before == '；')
            && label(&block.chars[at..])
                .is_some_and(|next| next.kind == own.kind && next.ordinal == own.ordinal + 1)
    })
}
