//! The marks of Markdown that are no text: bars and rulers of tables, bold print, addresses of links
//! and pictures. Whatever is left out is told.

mod pairs;

use std::ops::Range;

use super::blocks::Block;
use super::roles::Role;
use crate::bilingual;
use crate::locale::Bilingual;
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::text;

pub use pairs::{without_bold, without_italics, without_strikes};

/// A ruler under a table's head has at least this many dashes in each cell, unless a colon says
/// how the column is aligned; fewer are what officials print for "none".
const SHORTEST_RULE: usize = 3;

/// `<br />` has so many characters.
const MARK_OF_BREAK: usize = 6;

/// Tells that something of the source is left out.
pub fn left_out(at: Position, message: Bilingual, problems: &mut Vec<Problem>) {
    problems.push(Problem::new(ProblemKind::Markup, Severity::Notice, at, message));
}

/// Whether the line is a row of a Markdown table.
pub fn is_row(chars: &[char]) -> bool {
    chars.len() > 2 && chars[0] == '|' && chars[chars.len() - 1] == '|'
}

/// Reads a row of which `above` rows stand directly above. Nothing for a row without text and for
/// the ruler under the head.
pub fn row(mut block: Block, above: usize, problems: &mut Vec<Problem>) -> Option<Block> {
    let at = block.places[0];
    let seen = |c: &char| *c != '|' && !c.is_whitespace();
    if !block.chars.iter().any(|c| seen(c) && !text::is_invisible(*c)) {
        let message = if block.chars.iter().any(seen) {
            bilingual!(
                "这一行只有竖线（|）和看不见的字符，没有带进来",
                "the row has nothing but bars (|) and invisible characters, and is left out"
            )
        } else {
            bilingual!(
                "这一行只有竖线（|），没有带进来",
                "the row has nothing but bars (|) and is left out"
            )
        };
        left_out(at, message, problems);
        return None;
    }
    if above == 1 && is_ruler(&block.chars) {
        let ruler: String = block.chars.iter().collect();
        let message = bilingual!(
            "“{ruler}”是表头下面的分隔线，没有带进来",
            "“{ruler}” is read as the line under a table header and left out"
        );
        left_out(at, message, problems);
        return None;
    }
    if above == 0 {
        let message = bilingual!(
            "当作表格：每行两端的竖线（|）没有带进来",
            "read as a table: the bars (|) at both ends of its rows are left out"
        );
        left_out(at, message, problems);
    }
    block.role = Role::Row;
    without_outer_bars(&mut block);
    break_lines(&mut block);
    Some(block)
}

/// Puts a line break where a cell has `<br>` (`<br/>`, `<br />`): that is how Markdown writes it.
fn break_lines(block: &mut Block) {
    let mut at = 0;
    while let Some(opens) = block.chars[at..].iter().position(|c| *c == '<') {
        at += opens;
        let ends = block.chars[at..].iter().take(MARK_OF_BREAK).position(|c| *c == '>');
        let mark: String = block.chars[at..=at + ends.unwrap_or(0)].iter().collect();
        if matches!(mark.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />") {
            block.chars[at] = '\n';
            block.remove(at + 1..at + mark.len());
        }
        at += 1;
    }
}

/// Whether the row only rules off the head of a table.
pub fn is_ruler(chars: &[char]) -> bool {
    chars[1..chars.len() - 1].split(|c| *c == '|').all(|cell| {
        let cell: String = cell.iter().collect();
        let dashes = cell.trim().trim_matches(':');
        let needed = if cell.contains(':') { 1 } else { SHORTEST_RULE };
        dashes.len() >= needed && dashes.chars().all(|c| c == '-')
    })
}

/// Takes one bar off at each end, with the white space beside it. An empty first or last cell
/// keeps its place.
pub(super) fn without_outer_bars(block: &mut Block) {
    let blank = |c: &&char| c.is_whitespace();
    let end = block.chars.len() - 1;
    let end = end - block.chars[1..end].iter().rev().take_while(blank).count();
    let start = 1 + block.chars[1..end].iter().take_while(blank).count();
    block.chars = block.chars[start..end].to_vec();
    block.places = block.places[start..end].to_vec();
}

/// Whether the line is a break of Markdown between paragraphs, `---`, which is left out and told.
pub fn is_break(block: &Block, problems: &mut Vec<Problem>) -> bool {
    let marks: String = block.chars.iter().filter(|c| !c.is_whitespace()).collect();
    let rule = marks.len() >= SHORTEST_RULE
        && ['-', '*', '_'].iter().any(|mark| marks.chars().all(|c| c == *mark));
    // An empty line of a quotation.
    let is_break = rule || marks == ">";
    if is_break {
        let message = bilingual!(
            "“{marks}”是段落之间的分隔线，没有带进来",
            "“{marks}” is read as a line between paragraphs and left out"
        );
        left_out(block.places[0], message, problems);
    }
    is_break
}

/// Takes the marks of quotations and list items off the beginning of a line: `> `, `* `, `- `. Only in
/// a text with headings of Markdown.
pub fn without_line_marks(block: &mut Block, problems: &mut Vec<Problem>) {
    while let [mark @ ('>' | '*' | '-' | '+'), next, ..] = block.chars[..] {
        // >中型水库, but not >5%.
        if next != ' ' && !(mark == '>' && text::is_han(next)) {
            return;
        }
        let message = bilingual!(
            "行首的标记“{mark}”没有带进来",
            "the mark “{mark}” at the beginning of the line is left out"
        );
        left_out(block.places[0], message, problems);
        let gap = block.chars[1..].iter().take_while(|c| c.is_whitespace()).count();
        if block.chars.len() == 1 + gap {
            return;
        }
        block.remove(..=gap);
        block.item |= mark != '>';
    }
}

/// Takes links and pictures to their words: `[words](address)` is printed as `words`. Only what
/// can be an address of the web, a path or a place in the page is one: `[2026](12号)` is text.
pub fn without_addresses(block: &mut Block, problems: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(link) = link(&block.chars, from) {
        let words: String = block.chars[link.words.clone()].iter().collect();
        let address: String = block.chars[link.words.end + 2..link.all.end - 1].iter().collect();
        let message = if link.picture {
            bilingual!(
                "图片“{words}”没有带进来，只留下说明文字；它的地址是 {address}",
                "of the picture “{words}” only these words are taken; its address is {address}"
            )
        } else {
            bilingual!(
                "“{words}”的链接地址 {address} 没有带进来",
                "the address {address} behind “{words}” is left out"
            )
        };
        left_out(block.places[link.all.start], message, problems);
        for marks in [link.words.end..link.all.end, link.all.start..link.words.start] {
            block.remove(marks);
        }
        from = link.all.start + link.words.len();
    }
}

/// A link or a picture of Markdown.
struct MarkdownLink {
    /// From its first mark to its last.
    all: Range<usize>,
    /// Its words.
    words: Range<usize>,
    picture: bool,
}

/// The first link from here on.
fn link(chars: &[char], from: usize) -> Option<MarkdownLink> {
    let between = (from..chars.len()).filter(|at| chars[*at..].starts_with(&[']', '(']));
    between.into_iter().find_map(|end| {
        let open = (from..end).rev().find(|at| matches!(chars[*at], '[' | ']'))?;
        // javascript:window.print()
        let mut depth = 0i32;
        let close = (end + 1..chars.len()).find(|at| {
            depth += i32::from(chars[*at] == '(') - i32::from(chars[*at] == ')');
            depth == 0
        })?;
        let address = &chars[end + 2..close];
        let found = chars[open] == '[' && open + 1 < end && chars[close] == ')';
        (found && is_address(address)).then(|| {
            let picture = open > from && chars[open - 1] == '!';
            let start = open - usize::from(picture);
            MarkdownLink { all: start..close + 1, words: open + 1..end, picture }
        })
    })
}

/// Whether the words in a link's brackets can be an address: with a scheme, a path, or `#place`; a
/// title in quotation marks may follow.
fn is_address(chars: &[char]) -> bool {
    let text: String = chars.iter().collect();
    let address = text.split_once([' ', '\t']).map_or(text.as_str(), |(address, _)| address);
    let scheme =
        ["http://", "javascript:", "https://", "mailto:", "tel:", "ftp://", "/", "./", "../", "#"];
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let file = path.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.starts_with(|c: char| c.is_ascii_alphabetic())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    address.is_ascii() && (file || scheme.iter().any(|start| address.starts_with(start)))
}
