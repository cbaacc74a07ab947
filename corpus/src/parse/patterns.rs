//! What only the document as a whole shows: lists of contents, articles without a space behind
//! their number, headings that look like measures, and by what name a preamble goes.

use std::collections::HashSet;

use super::blocks::Block;
use super::roles::Role;
use crate::numbering::{self, Label, LabelKind};
use crate::text;

/// A heading that looks like a measure has at most this many characters.
const LONGEST_INNER_HEADING: usize = 40;

/// Marks the entries of a list of contents: they come under its name, and each comes again below.
pub fn mark_contents(lines: &mut [Block]) {
    let named = |line: &Block| matches!(key(&line.chars).as_str(), "目录" | "目次");
    let Some(start) = lines.iter().position(named) else { return };
    let keys: Vec<String> = lines.iter().map(|line| key(&line.chars)).collect();
    let mut below = HashSet::new();
    let mut again = vec![false; lines.len()];
    for at in (start + 1..lines.len()).rev() {
        again[at] = !below.insert(keys[at].as_str());
    }
    let end = (start + 1..lines.len()).find(|at| !again[*at]).unwrap_or(start + 1);
    if end == start + 1 {
        return;
    }
    for line in &mut lines[start..end] {
        line.role = Role::Contents;
        line.heading = false;
    }
}

/// The words of an entry without white space, leaders and page number.
fn key(chars: &[char]) -> String {
    let packed: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let paged = packed.trim_end_matches(|c: char| c.is_ascii_digit());
    let led = paged.trim_end_matches(['…', '.', '·', '．', '—', '-', '（', '(', '）', ')']);
    // A number without leaders before it belongs to the heading.
    if led.len() < paged.len() { led.to_owned() } else { packed }
}

/// Marks articles whose text begins right behind the number: `第一条为了…`. Only counting from the
/// first article on tells them from references, `第三条规定的…`.
pub fn mark_glued_articles(lines: &mut [Block]) {
    let mut expected = 1;
    let (mut glued, mut alone) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Text) {
        let own = numbering::label(&line.chars);
        let is_article = own.as_ref().is_some_and(|label| label.kind == LabelKind::Article);
        let found = if is_article { own } else { numbering::glued_article(&line.chars) };
        let Some(label) = found else { continue };
        let inserted = label.suffix.is_some() && label.ordinal + 1 == expected;
        if label.ordinal == expected || inserted {
            expected = label.ordinal + 1;
            glued.extend((!is_article).then_some(at));
            // A number alone on its line is put together with its text, whatever that begins with.
            if label.length == line.chars.len() {
                alone.push((at, label));
            }
        }
    }
    if expected > 2 {
        for at in glued {
            lines[at].glued = true;
        }
        for (at, label) in alone {
            lines[at].label_by_context = Some(label);
        }
    }
}

/// Marks items whose text begins with a digit: the `3.2年内` between the items 2 and 4, and the
/// `1.2026年` before the item 2. Alone such a number is an amount, and so it is where the items around
/// it stand below other headings.
pub fn mark_items_before_digits(lines: &mut [Block]) {
    let next = next_items(lines);
    let mut last = 0;
    for at in 0..lines.len() {
        match place(&lines[at]) {
            Place::Item(ordinal) => last = ordinal,
            Place::Heading => last = 0,
            Place::Text => {}
        }
        let Some(item) = before_digit(&lines[at]) else { continue };
        let above = at.checked_sub(1).and_then(|above| item_number(&lines[above])).unwrap_or(0);
        // What stands below the item before, such as its text, may part them.
        let before = if item.ordinal == 1 { above } else { last };
        let below = lines.get(at + 1).and_then(before_digit).map(|label| label.ordinal);
        // Items may count on through headings; what is no sentence yet may go on with an amount.
        let closed = at.checked_sub(1).is_some_and(|above| lines[above].finished());
        let Next { in_series, through_headings } = next[at];
        let after = in_series
            .or_else(|| through_headings.filter(|_| closed))
            .or_else(|| below.filter(|_| above + 1 == item.ordinal));
        if before + 1 == item.ordinal && after == Some(item.ordinal + 1) {
            last = item.ordinal;
            lines[at].label_by_context = Some(item);
        }
    }
}

/// What a line is for a series of items.
enum Place {
    /// An item with its number.
    Item(u32),
    /// What ends the series.
    Heading,
    /// Anything else.
    Text,
}

fn place(line: &Block) -> Place {
    match line.label() {
        Some(label) if label.kind == LabelKind::Arabic => Place::Item(label.ordinal),
        Some(label) if label.kind < LabelKind::Arabic => Place::Heading,
        _ if line.heading || line.role == Role::Annex => Place::Heading,
        _ => Place::Text,
    }
}

fn item_number(line: &Block) -> Option<u32> {
    line.label().filter(|label| label.kind == LabelKind::Arabic).map(|label| label.ordinal)
}

/// The numbers of the next items below a line.
#[derive(Clone, Copy, Default)]
struct Next {
    /// Of the one before any heading.
    in_series: Option<u32>,
    /// Of the one behind any headings.
    through_headings: Option<u32>,
}

/// The next items of each line.
fn next_items(lines: &[Block]) -> Vec<Next> {
    let mut next = vec![Next::default(); lines.len()];
    let mut below = Next::default();
    for (at, line) in lines.iter().enumerate().rev() {
        next[at] = below;
        match place(line) {
            Place::Item(ordinal) => {
                below = Next { in_series: Some(ordinal), through_headings: Some(ordinal) };
            }
            Place::Heading => below.in_series = None,
            Place::Text => {}
        }
    }
    next
}

/// The label of `3.2年内`, if it is one.
fn before_digit(line: &Block) -> Option<Label> {
    let digits = line.chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let number: String = line.chars[..digits].iter().collect();
    let point = matches!(line.chars.get(digits), Some('.' | '．'));
    let digit_behind = line.chars.get(digits + 1).is_some_and(char::is_ascii_digit);
    let ordinal = number.parse().ok().filter(|_| point && digit_behind && digits < 3)?;
    let unlabelled = line.role == Role::Text && line.label().is_none();
    // A number alone is a cell of a table.
    let said = line.chars[digits + 1..].iter().any(|c| text::is_han(*c));
    (unlabelled && said).then_some(Label {
        kind: LabelKind::Arabic,
        ordinal,
        suffix: None,
        length: digits + 1,
    })
}

/// Marks `（一）校舍` as a heading where all of its kind are short and without an end mark, and the
/// `1.` under them count on from one to the next or begin again: the items are what is cited.
pub fn mark_inner_headings(lines: &mut [Block]) {
    for part in lines.chunk_by_mut(|_, next| next.role != Role::Annex) {
        if counts_through(part) {
            for line in part.iter_mut().filter(|line| is_kind(line, LabelKind::Bracketed)) {
                line.heading = true;
            }
        }
    }
}

fn is_kind(line: &Block, kind: LabelKind) -> bool {
    line.label().is_some_and(|label| label.kind == kind)
}

fn counts_through(part: &[Block]) -> bool {
    let mut last = 0;
    let (mut inner, mut crossed) = (false, false);
    for line in part {
        let Some(label) = line.label() else { continue };
        match label.kind {
            LabelKind::Bracketed => {
                let words = &line.chars[label.length..];
                let short = words.len() <= LONGEST_INNER_HEADING;
                if !short || words.iter().any(|c| text::ends_sentence(*c) || *c == '：') {
                    return false;
                }
                inner = true;
            }
            LabelKind::Arabic => {
                let again = inner && label.ordinal == 1;
                if label.ordinal != last + 1 && !again {
                    return false;
                }
                crossed |= inner && last > 0;
                inner = false;
                last = label.ordinal;
            }
            _ => {}
        }
    }
    crossed
}

/// Whether these are the words of a preamble's heading.
pub fn is_preamble(heading: impl Iterator<Item = char>) -> bool {
    let name: String = heading.filter(|c| !c.is_whitespace()).collect();
    matches!(name.as_str(), "序言" | "前言" | "引言" | "序" | "导言" | "总序" | "序章")
}
