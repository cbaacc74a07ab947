//! The title of a text whose headings have no marks.

use super::blocks::{Block, LONGEST_HEADING, in_brackets, is_dated};
use super::roles::Role;
use crate::text;

/// Without heading marks, the title is the short lines without an end mark before all else.
pub fn mark(lines: &mut [Block]) {
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
pub fn names_document(block: &Block) -> bool {
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

/// Whether a line says in brackets who passed the text and when:
/// （2025年11月28日某市人民代表大会常务委员会通过）.
fn tells_history(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let passed = ["通过", "公布", "发布", "修订", "修正", "批准", "施行", "印发"];
    in_brackets(chars) && text.contains('年') && passed.iter().any(|word| text.contains(word))
}
