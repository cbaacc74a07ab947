//! Notes (`[^1]: …`) stand below the paragraph or table that refers to them (`[^1]`), so that they
//! belong to the provision that they explain and not to the last one.

use std::collections::HashMap;

use corpus::notes::{label, marks};
use corpus::{Problem, Severity, bilingual};

use crate::flow::{Block, problem};

/// The label of the note that a text is.
fn own(text: &str) -> Option<&str> {
    label(text.trim_start()).map(|(label, _)| label)
}

/// The labels of the notes that a text which is none refers to.
fn references(text: &str) -> impl Iterator<Item = &str> {
    marks(text).map(|(label, _)| label)
}

/// Whether a note may stand below: not below a title or heading, where it would be taken for
/// another line of it.
fn holds_notes(text: &str) -> bool {
    let mut text = text.trim_end();
    while let Some((before, _)) = text.strip_suffix(']').and_then(|text| text.rsplit_once("[^")) {
        text = before.trim_end();
    }
    text.ends_with([
        '。', '；', '：', '！', '？', '，', '”', '）', '.', ';', ':', '!', '?', ')', '|',
    ])
}

/// The order in which the blocks are to stand: indices of them.
pub fn order(blocks: &[Block]) -> Vec<usize> {
    let texts: Vec<String> = blocks.iter().map(Block::words).collect();
    let table = |at: usize| matches!(blocks[at], Block::Table(_));
    let texts: Vec<(&str, bool)> =
        texts.iter().enumerate().map(|(at, text)| (text.as_str(), table(at))).collect();
    arranged(&texts, &(0..blocks.len()).collect::<Vec<_>>())
}

/// `last`: for each index the last one of what it belongs to, such as the last row of a table.
fn arranged(texts: &[(&str, bool)], last: &[usize]) -> Vec<usize> {
    let mut hosts: HashMap<&str, usize> = HashMap::new();
    for (at, (text, table)) in texts.iter().enumerate() {
        if own(text).is_none() && (*table || holds_notes(text)) {
            for reference in references(text) {
                hosts.entry(reference).or_insert(last[at]);
            }
        }
    }
    let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, (text, _)) in texts.iter().enumerate() {
        if let Some(host) = own(text).and_then(|label| hosts.remove(label)) {
            below.entry(host).or_default().push(at);
        }
    }
    let moved: Vec<usize> = below.values().flatten().copied().collect();
    let moved: std::collections::HashSet<usize> = moved.into_iter().collect();
    let mut order = Vec::with_capacity(texts.len());
    for at in (0..texts.len()).filter(|at| !moved.contains(at)) {
        order.push(at);
        order.extend(below.remove(&at).unwrap_or_default());
    }
    order
}

/// Puts the notes of a text with one paragraph a line to their places; the problems go with their
/// lines.
pub fn place(text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let row = |line: &&str| line.trim_start().starts_with('|');
    let texts: Vec<(&str, bool)> = lines.iter().map(|line| (*line, row(line))).collect();
    let mut last: Vec<usize> = (0..lines.len()).collect();
    for at in (1..lines.len()).rev() {
        if texts[at].1 && texts[at - 1].1 {
            last[at - 1] = last[at];
        }
    }
    let order = arranged(&texts, &last);
    // A note that only blank lines part from its paragraph stands where it belongs.
    let written = |at: &&usize| !lines[**at].trim().is_empty();
    if order.iter().filter(written).is_sorted() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut numbers = vec![1u32; lines.len() + 1];
    let mut line = 1;
    for at in &order {
        let note = own(lines[*at]).is_some();
        if note && !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
            line += 1;
        }
        numbers[*at] = line;
        out.push_str(lines[*at]);
        out.push('\n');
        line += 1;
    }
    for problem in problems.iter_mut() {
        let at = (problem.at.line as usize).saturating_sub(1).min(numbers.len() - 1);
        problem.at.line = numbers[at];
    }
    let moved = order.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let message = bilingual!(
        "末尾的 {moved} 条注释已经移到引用它们的段落下面，成为那一条的一部分",
        "{moved} note(s) from the end now stand below the paragraphs that refer to them, as parts \
         of those provisions"
    );
    problems.push(problem(Severity::Notice, corpus::Position { line: 1, column: 1 }, message));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_below_what_refers_to_them() {
        let mut problems = vec![problem(
            Severity::Warning,
            corpus::Position { line: 6, column: 2 },
            bilingual!("甲", "x"),
        )];
        let text = "甲[^1]。\n\n| 乙[^a] |\n| --- |\n\n[^a]: 表注。\n[^1]: 注。\n";
        let placed = place(text, &mut problems).expect("moved");
        assert_eq!(placed, "甲[^1]。\n\n[^1]: 注。\n\n| 乙[^a] |\n| --- |\n\n[^a]: 表注。\n\n");
        assert_eq!(problems[0].at.line, 8);
    }

    #[test]
    fn what_nothing_refers_to_stays() {
        let mut problems = Vec::new();
        for text in [
            "甲。\n\n[^1]: 注。\n",
            "标题[^1]\n\n正文。\n\n[^1]: 注。\n",
            "甲[^1]。\n",
            "甲[^1]。\n\n[^1]: 注。\n\n乙。\n",
        ] {
            assert_eq!(place(text, &mut problems), None);
        }
        assert!(problems.is_empty());
    }
}
