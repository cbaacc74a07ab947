//! What converters leave in Markdown: tags and spaces of web pages, and the strokes that keep a sign
//! from being a mark. None of it is text; all of it is told. In a text without marks of Markdown a tag
//! is what somebody wrote.

use super::blocks::{Block, reads_as_heading};
use super::markup::{is_row, left_out};
use crate::bilingual;
use crate::problem::Problem;

/// Elements of HTML that only set text; others are left for everyone to see.
const SETTING: [&str; 19] = [
    "span", "div", "p", "u", "font", "center", "br", "b", "strong", "i", "em", "sup", "sub",
    "small", "big", "ins", "mark", "s", "nobr",
];

/// Takes out tags such as `<span style="…">` and `</p>`; nothing is left of a line of tags alone. In
/// rows of a table `<br>` parts lines, see [`row`](super::markup::row).
pub fn without_tags(mut block: Block, problems: &mut Vec<Problem>) -> Option<Block> {
    if is_row(&block.chars) {
        return Some(block);
    }
    let mut from = 0;
    while let Some(start) = block.chars[from..].iter().position(|c| *c == '<') {
        let start = from + start;
        let Some(length) = tag(&block.chars[start..]) else {
            from = start + 1;
            continue;
        };
        let words: String = block.chars[start..start + length].iter().collect();
        let message = bilingual!(
            "网页标记“{words}”没有带进来",
            "the tag “{words}” of a web page is left out"
        );
        left_out(block.places[start], message, problems);
        // A break parts the words on its sides.
        let kept = usize::from(words.to_ascii_lowercase().starts_with("<br"));
        block.remove(start + kept..start + length);
        if kept == 1 {
            block.chars[start] = ' ';
        }
        from = start + kept;
    }
    trim(&mut block);
    (!block.chars.is_empty()).then_some(block)
}

/// How long the tag is that begins here, if it is one.
fn tag(chars: &[char]) -> Option<usize> {
    let end = chars.iter().position(|c| *c == '>')?;
    let inner: String = chars[1..end].iter().collect();
    let inner = inner.trim_start_matches('/').trim_end_matches('/');
    let name = inner.split(|c: char| c.is_whitespace()).next()?.to_ascii_lowercase();
    let plain = !inner.contains('<') && SETTING.contains(&name.as_str());
    plain.then_some(end + 1)
}

/// Takes white space off both ends, which stood beside a tag.
fn trim(block: &mut Block) {
    let blank = |c: &&char| c.is_whitespace();
    let end = block.chars.len() - block.chars.iter().rev().take_while(blank).count();
    block.remove(end..);
    let start = block.chars.iter().take_while(blank).count();
    block.remove(..start);
}

/// Puts a space where a text has one of HTML: `&nbsp;`.
pub fn without_entities(block: &mut Block, problems: &mut Vec<Problem>) {
    for entity in ["&nbsp;", "&ensp;", "&emsp;"] {
        let letters: Vec<char> = entity.chars().collect();
        while let Some(at) = block.chars.windows(letters.len()).position(|own| own == letters) {
            let message = bilingual!(
                "“{entity}”是网页写法的空格，当作空格",
                "“{entity}” is how web pages write a space, and is read as one"
            );
            left_out(block.places[at], message, problems);
            block.chars[at] = ' ';
            block.remove(at + 1..at + letters.len());
        }
    }
}

/// Takes out the strokes of Markdown before signs: `1\\. 登记`, `达政发\\[2026\\]6号`.
pub fn without_escapes(block: &mut Block, problems: &mut Vec<Problem>) {
    // `\|` in a row is no border of a cell.
    if is_row(&block.chars) {
        return;
    }
    let mut at = 0;
    while at + 1 < block.chars.len() {
        if block.chars[at] == '\\' && block.chars[at + 1].is_ascii_punctuation() {
            let sign = block.chars[at + 1];
            let message = bilingual!(
                "“{sign}”前面的反斜线没有带进来",
                "the stroke before “{sign}” is left out"
            );
            left_out(block.places[at], message, problems);
            block.remove(at..=at);
        }
        at += 1;
    }
    block.heading |= reads_as_heading(block);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a line, and how many problems tell of it.
    fn read(line: &str) -> (Option<String>, usize) {
        let mut problems = Vec::new();
        let block = without_tags(Block::of_line(line), &mut problems).map(|mut block| {
            without_entities(&mut block, &mut problems);
            without_escapes(&mut block, &mut problems);
            block.chars.iter().collect()
        });
        (block, problems.len())
    }

    #[test]
    fn what_converters_leave_is_left_out() {
        assert_eq!(
            read("事项<span style=\"color:red\">网上</span>办"),
            (Some("事项网上办".into()), 2)
        );
        assert_eq!(read("<div align=\"center\">"), (None, 1));
        assert_eq!(read("<p align=\"right\">某县办公室</p>"), (Some("某县办公室".into()), 2));
        assert_eq!(read("<br>甲<br/>乙"), (Some("甲 乙".into()), 2));
        assert_eq!(read("4个以内，&nbsp;不得"), (Some("4个以内， 不得".into()), 1));
        assert_eq!(read("1\\. 登记"), (Some("1. 登记".into()), 1));
        assert_eq!(read("某政发\\[2026\\]6号"), (Some("某政发[2026]6号".into()), 2));
        for text in ["3<5，7>6", "见<附件>", "甲<乙", "反斜线\\乙"] {
            assert_eq!(read(text), (Some(text.into()), 0));
        }
    }
}
