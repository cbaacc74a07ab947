//! Frames and rules that are drawn with characters: they are no text, and are told.

use super::blocks::Block;
use super::markup::{left_out, without_outer_bars};
use crate::bilingual;
use crate::problem::Problem;

/// A line that is drawn across the page has at least so many characters.
const LONG_RULE: usize = 16;

/// Reads frames that are drawn with characters: lines of them are left out, bars around words too;
/// with bars between the words the line is a row of a table.
pub fn without_frame(mut block: Block, problems: &mut Vec<Problem>) -> Option<Block> {
    let at = block.places[0];
    let drawn = |c: char| ('\u{2500}'..='\u{257f}').contains(&c);
    let bar = |c: char| matches!(c, '│' | '┃' | '║');
    let corner = |c: char| drawn(c) && !matches!(c, '─' | '━' | '═') && !bar(c);
    if block.chars.iter().all(|c| drawn(*c) || c.is_whitespace())
        && (block.chars.len() >= LONG_RULE || block.chars.iter().any(|c| corner(*c)))
    {
        let message =
            bilingual!("这一行只有框线，没有带进来", "the line is a drawn frame and is left out");
        left_out(at, message, problems);
        return None;
    }
    let bars = block.chars.iter().filter(|c| bar(**c)).count();
    let framed =
        [block.chars.first(), block.chars.last()].iter().all(|c| c.is_some_and(|c| bar(*c)));
    if !framed || bars < 2 {
        return Some(block);
    }
    for c in block.chars.iter_mut().filter(|c| bar(**c)) {
        *c = '|';
    }
    if bars == 2 {
        let message = bilingual!(
            "两边的框线没有带进来",
            "the bars of a drawn frame at both ends of the line are left out"
        );
        left_out(at, message, problems);
        without_outer_bars(&mut block);
    }
    (!block.chars.is_empty()).then_some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a line, and how many problems tell of it.
    fn read(line: &str) -> (Option<String>, usize) {
        let mut problems = Vec::new();
        let block = without_frame(Block::of_line(line), &mut problems);
        (block.map(|block| block.chars.iter().collect()), problems.len())
    }

    #[test]
    fn frames_are_left_out_and_their_words_stay() {
        assert_eq!(read("┌──────┬────┐"), (None, 1));
        assert_eq!(read(&"─".repeat(20)), (None, 1));
        assert_eq!(read("│ 修路三百里 │"), (Some("修路三百里".into()), 1));
        assert_eq!(read("│路│300│"), (Some("|路|300|".into()), 0), "a row of a table");
        assert_eq!(read("甲│乙"), (Some("甲│乙".into()), 0));
        assert_eq!(read("──某县──"), (Some("──某县──".into()), 0));
    }
}
