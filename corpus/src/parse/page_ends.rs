//! What stands around a text that was copied from a web page or from an article in WeChat: what a
//! reader is to touch above it, and below it its end, who wrote and chose the pictures, other pages,
//! the marks of the site. None of it is of the document.

mod byline;
mod words;

use std::collections::HashSet;

use super::roles::names_body;
use super::title::is_document_title;
use crate::numbering::label;
use words::{is_credit, is_done, is_end, is_known, is_others, is_site, is_touched, is_wish};

/// So many lines at the beginning of a text may be such lines.
const MOST_ABOVE: usize = 10;

/// So many lines at the end of a text may be such lines.
const MOST_BELOW: usize = 30;

/// Such a line has at most this many characters.
const LONGEST: usize = 80;

pub use words::{OTHER_PAGES, is_of_page};

/// What is left out around a text, by lines counted from 0.
pub struct Around {
    above: HashSet<usize>,
    below: Option<usize>,
}

impl Around {
    /// Finds it.
    pub fn of(source: &str) -> Self {
        let lines: Vec<(usize, &str)> = source
            .lines()
            .enumerate()
            .map(|(at, line)| (at, line.trim()))
            .filter(|(_, line)| !line.is_empty())
            .collect();
        Self { above: above(&lines), below: start_below(&lines) }
    }

    /// Whether this line is of it.
    pub fn has(&self, at: usize) -> bool {
        self.above.contains(&at) || self.below.is_some_and(|below| at >= below)
    }
}

/// The lines above the first item or sentence that tell a reader what to touch, and the arrows that
/// point there.
fn above(lines: &[(usize, &str)]) -> HashSet<usize> {
    let begun =
        |line: &str| line.ends_with('。') || label(&line.chars().collect::<Vec<_>>()).is_some();
    let count = lines.iter().take(MOST_ABOVE).take_while(|(_, line)| !begun(line)).count();
    let top: Vec<&str> = lines[..count].iter().map(|(_, line)| *line).collect();
    let bylines = byline::lines(&top);
    let short = |line: &str| line.chars().count() <= LONGEST && is_touched(line);
    let out = |at: &usize| short(top[*at]) || bylines.contains(at);
    (0..count).filter(out).map(|at| lines[at].0).collect()
}

/// From which line on, counted from 0, the source is what stands below a page or an article; `None`
/// where it is none. It begins with its end, with what every page of a site has or with two who did
/// something, directly below a finished sentence, a date or a body. Each line of it is known by its
/// own words, but for those behind the end of an article and in a list of other pages, and none may be
/// of a document: no item, no annex, no sentence.
fn start_below(lines: &[(usize, &str)]) -> Option<usize> {
    let first_of_last = lines.len().saturating_sub(MOST_BELOW);
    let others = (first_of_last..lines.len()).find(|at| is_others(lines[*at].1));
    let among_others = |at: usize| others.is_some_and(|others| at > others);
    let below = |at: &usize| may_stand_below(lines[*at].1, among_others(*at));
    let tail = (first_of_last..lines.len()).rev().take_while(below).count();
    let from = lines.len() - tail;
    let listed = others.filter(|at| *at >= from && lists_pages(&lines[at + 1..]));
    let begins = |line: &str| is_end(line) || is_done(line) || is_credit(line) || is_site(line);
    let first = (from..lines.len()).find(|at| begins(lines[*at].1) || listed == Some(*at))?;
    let above = lines[..first].last().map(|(_, line)| *line)?;
    let below = &lines[first..];
    let count = |is: fn(&str) -> bool| below.iter().filter(|(_, line)| is(line)).count();
    let sure = is_end(lines[first].1)
        || count(is_done) > 1
        || count(is_credit) > 2
        || count(is_others) + count(is_wish) + count(is_site) > 0;
    let known = |at: usize| is_known(lines[at].1) || among_others(at);
    let known = is_end(lines[first].1) || (first..lines.len()).all(known);
    (sure && known && closes_text(above)).then(|| lines[first].0)
}

/// Whether the lines under 相关阅读 name other pages: each is a title, or has the day of one behind it.
fn lists_pages(lines: &[(usize, &str)]) -> bool {
    let of_day =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || "-/.[]【】（）()年月日".contains(c);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let titled = |line: &str| {
        let line =
            line.trim_start_matches(|c: char| !c.is_alphanumeric() && !"[【《“（".contains(c));
        let name = line.trim_matches(of_day);
        let dated = digits(line) >= digits(name) + 4;
        !name.is_empty() && (dated || is_document_title(name) || is_document_title(line))
    };
    let mut named = lines.iter().filter(|(_, line)| !is_known(line)).peekable();
    named.peek().is_some() && named.all(|(_, line)| titled(line))
}

/// Whether the line can be none of a document: short, no sentence, no item, no annex, no date. In a
/// list of other pages a title may call out: `★ 社保缴费基数调整！`.
fn may_stand_below(line: &str, among_others: bool) -> bool {
    let chars: Vec<char> = line.chars().collect();
    let ends: &[char] = if among_others {
        &['。', '；', '，']
    } else {
        &['。', '；', '，', '！', '？', '：', '”', '）']
    };
    let plain = !line.ends_with(ends) || is_others(line) || is_site(line);
    chars.len() <= LONGEST
        && plain
        && !line.starts_with("附件")
        && !line.ends_with('日')
        && label(&chars).is_none()
}

/// Whether a document may end with this line: a sentence, the body that signs, or the day.
fn closes_text(line: &str) -> bool {
    let name: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    line.ends_with(['。', '！', '？', '”', '）', '日']) || names_body(&name)
}

#[cfg(test)]
mod tests;
