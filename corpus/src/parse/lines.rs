//! Lines: what ends one, and what of it is text.

use super::blocks::{Block, Gap, Margin, reads_as_heading};
use super::roles::Role;
use super::{frames, furniture, markup, remnants};
use crate::bilingual;
use crate::problem::{Position, Problem};
use crate::text;

/// The lines of the source that have text. A vertical tab, a form feed and the line and paragraph
/// separators of Unicode end a line too; places count lines as editors do.
pub fn read(source: &str, first_line: u32, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut lines: Vec<Block> = Vec::new();
    let mut gap = Gap::Blank;
    let mut rows = 0;
    let furniture = furniture::Furniture::of(source);
    let front_matter = furniture::front_matter(source);
    let markdown = front_matter > 0 || source.lines().any(is_marked);
    for (at, (line, number)) in source.lines().zip(first_line..).enumerate() {
        if at < front_matter {
            let words = line.trim();
            let message = bilingual!(
                "“{words}”是文件开头写给程序的说明，没有带进来",
                "“{words}” stands at the top of the file for programs, and is left out"
            );
            markup::left_out(Position { line: number, column: 1 }, message, problems);
            continue;
        }
        if lines.is_empty() && is_breadcrumb(line) {
            let words = line.trim();
            let message = bilingual!(
                "“{words}”是网页的位置导航，没有带进来",
                "“{words}” tells where the page is on its site, and is left out"
            );
            markup::left_out(Position { line: number, column: 1 }, message, problems);
            continue;
        }
        if let Some(message) = furniture.message(at, line.trim()) {
            let indent = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
            if !line.trim().is_empty() {
                markup::left_out(Position { line: number, column: indent + 1 }, message, problems);
            }
            gap = if furniture.is_running_head(at) { Gap::Page } else { Gap::Blank };
            continue;
        }
        let mut column = 1;
        for piece in line.split(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
            let block = line_block(piece, Position { line: number, column }, problems);
            let mut block = block.and_then(|block| frames::without_frame(block, problems));
            if markdown {
                block = block
                    .filter(|block| !markup::is_break(block, problems))
                    .and_then(|block| remnants::without_tags(block, problems));
            }
            if let Some(block) = block.as_mut().filter(|_| markdown) {
                remnants::without_entities(block, problems);
                markup::without_line_marks(block, problems);
                markup::without_italics(block, problems);
                markup::without_strikes(block, problems);
                remnants::without_escapes(block, problems);
            }
            column += piece.chars().count() as u32 + 1;
            let is_row = block.as_ref().is_some_and(|block| markup::is_row(&block.chars));
            let block = match block {
                Some(row) if is_row => {
                    let ruled = rows == 1 && gap == Gap::None && markup::is_ruler(&row.chars);
                    if let Some(head) = lines.last_mut().filter(|_| ruled) {
                        head.role = Role::ColumnNames;
                    }
                    markup::row(row, rows, problems)
                }
                block => block,
            };
            rows = if is_row { rows + 1 } else { 0 };
            let shown = block.is_some();
            lines.extend(block.map(|block| Block { gap, ..block }));
            gap = match gap {
                _ if shown => Gap::None,
                // A ruler or an empty row that is left out doesn't end the table.
                Gap::None if is_row => Gap::None,
                Gap::Page => Gap::Page,
                _ if is_page_number(piece) => Gap::Page,
                _ => Gap::Blank,
            };
        }
    }
    lines
}

/// The block of one line; nothing for blank lines and HTML comments, which are reported.
fn line_block(line: &str, start: Position, problems: &mut Vec<Problem>) -> Option<Block> {
    let place = |byte: usize| Position {
        line: start.line,
        column: start.column + line[..byte].chars().count() as u32,
    };
    let blank = line.trim();
    if !blank.is_empty() && blank.chars().all(|c| c.is_whitespace() || text::is_invisible(c)) {
        let message = bilingual!(
            "这一行只有看不见的字符，没有带进来；请删去",
            "the line has nothing but invisible characters and is left out; remove it"
        );
        let at = place(line.len() - line.trim_start().len());
        markup::left_out(at, message, problems);
        return None;
    }
    let ignorable = |c: char| c.is_whitespace() || c == '\u{feff}';
    let text = line.trim_matches(ignorable);
    let text_start = line.len() - line.trim_start_matches(ignorable).len();
    let text_end = text_start + text.len();
    for (from, ignored) in [(0, &line[..text_start]), (text_end, &line[text_end..])] {
        if let Some(at) = ignored.find('\u{feff}') {
            let message = bilingual!(
                "字节顺序标记（U+FEFF）不是文字，没有带进来",
                "a byte order mark (U+FEFF), which is not text, is left out"
            );
            markup::left_out(place(from + at), message, problems);
        }
    }
    if is_page_number(text) {
        let message = bilingual!(
            "页码“{text}”不属于正文，没有带进来",
            "the page number “{text}” is not part of the text and is left out"
        );
        markup::left_out(place(text_start), message, problems);
        return None;
    }
    let marked = text.trim_start_matches('#');
    // `#12机井` is a number.
    let numbered = marked.starts_with(|c: char| c.is_ascii_digit());
    let heading = marked.len() < text.len() && !numbered;
    let trimmed = if heading { marked.trim() } else { text };
    if trimmed.is_empty() {
        if heading {
            let message = bilingual!(
                "标题标记（#）后面没有标题，没有带进来",
                "the heading mark (#) has no heading after it and is left out"
            );
            markup::left_out(place(text_start), message, problems);
        }
        return None;
    }
    let at = place(trimmed.as_ptr() as usize - line.as_ptr() as usize);
    if trimmed.starts_with("<!--") && trimmed.ends_with("-->") {
        let message = bilingual!(
            "注释 {trimmed} 不属于正文，没有带进来",
            "the comment {trimmed} is not part of the text and is left out"
        );
        markup::left_out(at, message, problems);
        return None;
    }
    let chars: Vec<char> = trimmed.chars().collect();
    let places = (at.column..).take(chars.len());
    let places = places.map(|column| Position { line: at.line, column }).collect();
    let hashes = if heading { text.len() - marked.len() } else { 0 };
    let margin = margin(&line[..text_start]);
    let mut block = Block { heading, hashes, margin, chars, places, ..Block::default() };
    if !markup::is_row(&block.chars) {
        markup::without_addresses(&mut block, problems);
        markup::without_bold(&mut block, problems);
        block.heading |= reads_as_heading(&block);
    }
    Some(block)
}

/// How far white space at the beginning of a line sets it in; more than two characters centre it.
fn margin(space: &str) -> Margin {
    match space {
        "\u{3000}\u{3000}" | "    " => Margin::SetIn,
        _ => Margin::Even,
    }
}

/// Whether the line has a mark that only Markdown has: a heading of it, or nothing but bold print.
fn is_marked(line: &str) -> bool {
    let bold = line.trim().strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    line.starts_with("# ") || line.starts_with("## ") || bold.is_some_and(|words| !words.is_empty())
}

/// Whether the line tells where a page is on its site: `首页 > 政务公开 > 通知公告`.
fn is_breadcrumb(line: &str) -> bool {
    let line = line.trim().trim_start_matches('[');
    let begins = ["首页", "当前位置", "您的位置", "您现在的位置", "您当前的位置", "所在位置"];
    let marks = [" > ", ">>", " / ", "»", " › ", "＞", " - "];
    begins.iter().any(|words| line.starts_with(words))
        && (marks.iter().any(|mark| line.contains(mark)) || line.contains('>'))
        && line.chars().filter(|c| text::is_han(*c)).count() <= LONGEST_BREADCRUMB
}

/// What tells where a page is has at most this many characters.
const LONGEST_BREADCRUMB: usize = 60;

/// Whether the line is a page number as a copy out of a PDF leaves it: `— 3 —`, `- 3 -`, `第 3 页`,
/// `第3页 共10页`.
pub fn is_page_number(line: &str) -> bool {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let number =
        |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let page =
        |text: &str| text.strip_prefix('第').and_then(|t| t.strip_suffix('页')).is_some_and(number);
    let dash = |c: char| matches!(c, '—' | '–' | '-' | '－' | '―');
    let between = packed.strip_prefix(dash).and_then(|rest| rest.strip_suffix(dash));
    let counted = packed.split_once('共').is_some_and(|(first, all)| {
        page(first.trim_end_matches(['，', ',', '/'])) && all.strip_suffix('页').is_some_and(number)
    });
    between.is_some_and(number) || page(&packed) || counted
}
