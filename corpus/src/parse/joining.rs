//! Which lines are one paragraph: what was broken off at the end of a line or page.

use super::blocks::{Block, Gap, LONGEST_HEADING, Margin, in_brackets, is_dated};
use super::columns::{begins_columns, is_blank_form};
use super::roles::Role;
use super::{roles, title};
use crate::numbering::LabelKind;
use crate::text;

/// Whether the block goes on with the one above it. `width` is that of the longest line; `apart` says
/// whether what stands below the block is parted from it.
pub(super) fn goes_on(open: &Block, block: &Block, width: usize, apart: bool) -> bool {
    continues(open, block, width) && !names_what_follows(open, width)
        || (apart || is_cut_off(open)) && wraps_heading(open, block)
}

/// Whether the line is the rest of a heading that was broken off: it stands directly under the
/// heading, and a blank line follows or the heading can't end where it does (the caller looks).
fn wraps_heading(open: &Block, block: &Block) -> bool {
    open.heading
        && open.label().is_some_and(|label| label.kind == LabelKind::Part)
        && block.gap == Gap::None
        && block.margin == Margin::Even
        && !block.heading
        && block.role == Role::Text
        && block.label().is_none()
        && !block.finished()
        && open.chars.len() + block.chars.len() <= LONGEST_HEADING
}

/// Whether a line ends in a word that needs another: the rest of its heading stands below.
fn is_cut_off(open: &Block) -> bool {
    open.chars.last().is_some_and(|c| matches!(c, '的' | '和' | '与' | '及' | '、'))
}

/// A line that a page has broken off has at least this many characters.
const NARROWEST_PAGE: usize = 20;

/// Whether a block goes on with the paragraph above although a blank line stands between: over the
/// end of a page, behind a comma, where it can begin no paragraph, or where the line above is as
/// long as a line of a page. The title of what is issued, facts told line by line, and signatures
/// stand alone.
fn goes_on_apart(open: &Block, block: &Block) -> bool {
    !title::names_document(open)
        && (block.gap == Gap::Page
            || matches!(open.chars.last(), Some('，' | '、'))
            || block.chars.first().is_some_and(|c| "的，、。；：）》”".contains(*c))
            || width_of_last_line(open) >= NARROWEST_PAGE)
        && !title::tells_key(&open.chars)
        && !roles::names_body(&block.chars)
}

/// How wide the last line of a paragraph is, in characters as wide as a Chinese one: digits and letters
/// take half of that.
fn width_of_last_line(open: &Block) -> usize {
    let last = open.places.last().map(|place| place.line);
    let own = open.places.iter().rev().take_while(|place| Some(place.line) == last).count();
    let chars = &open.chars[open.chars.len() - own.min(open.chars.len())..];
    let half = chars.iter().filter(|c| c.is_ascii()).count();
    chars.len() - half / 2
}

/// Whether two lines are entries of a list without marks: both are short where the text has lines of
/// twice their length, and neither says that it is a part of a sentence.
fn are_listed(open: &Block, block: &Block, width: usize) -> bool {
    let short = |line: &Block| line.chars.len() < NARROWEST_PAGE && line.chars.len() * 2 <= width;
    let inner = |c: &char| "，、；：（“《".contains(*c);
    short(open)
        && short(block)
        && open.label().is_none()
        && !is_cut_off(open)
        && !open.chars.last().is_some_and(inner)
        && !block.finished()
        && !block.chars.first().is_some_and(|c| "的，、。；：）》”".contains(*c))
}

/// Whether the block goes on with the paragraph that is open.
fn continues(open: &Block, block: &Block, width: usize) -> bool {
    let bullet = block.chars.starts_with(&['—', '—'])
        || matches!(block.chars[0], '●' | '◆' | '■' | '▲' | '★' | '•' | '·' | '○' | '◇' | '□');
    open.role == Role::Text
        && block.role == Role::Text
        && !bullet
        && !block.item
        && !open.heading
        && !block.heading
        && !open.finished()
        && block.margin == Margin::Even
        && !in_brackets(&open.chars)
        && (block.gap == Gap::None && !are_listed(open, block, width)
            || block.gap != Gap::None && goes_on_apart(open, block))
        // A comma of a list ends no paragraph: `第二、` goes on with `三、四季度`.
        && (block.label().is_none() || open.chars.last() == Some(&'、'))
        && !is_dated(&block.chars)
        && !roles::is_date(&open.chars)
        && !roles::is_date(&block.chars)
        && !is_caption(&open.chars)
        && !names_standard(&block.chars)
        && !is_blank_form(&open.chars)
        && !is_blank_form(&block.chars)
        && !begins_columns(&open.chars, &block.chars)
        // 建设地点：… under 项目名称：…
        && !(title::tells_key(&open.chars) && title::tells_key(&block.chars))
}

/// 专栏1 供水重点工程: what heads a box.
fn is_caption(chars: &[char]) -> bool {
    let number = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
    chars.starts_with(&['专', '栏']) && chars.get(2).is_some_and(number)
}

/// Whether the line begins with the number of a standard (`GB/T 50363 …`): in a list of references
/// each stands on a line of its own.
fn names_standard(chars: &[char]) -> bool {
    let letters = chars.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let rest = &chars[letters..];
    let rest = rest.strip_prefix(&['/', 'T']).unwrap_or(rest);
    let rest = rest.strip_prefix(&[' ']).unwrap_or(rest);
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    (2..=4).contains(&letters) && digits >= 2
}

/// The name of what follows has at most this many characters behind its number.
const LONGEST_NAME: usize = 16;

/// The same where the text is numbered by levels, whatever the width of its lines.
const LONGEST_NAME_BY_LEVELS: usize = 12;

/// Whether a line with a number names what stands below it (`1.总体要求`) and was not broken off: it
/// has neither marks nor figures, and is not half as long as the longest line of the text.
fn names_what_follows(open: &Block, width: usize) -> bool {
    let mark = |c: &char| c.is_ascii_digit() || "，；：“《".contains(*c) || text::ends_sentence(*c);
    open.label().is_some_and(|label| {
        let name = &open.chars[label.length..];
        let named = name.len() <= LONGEST_NAME && open.chars.len() * 2 <= width
            // A term of a standard may stand beside the same in English.
            || open.label_by_context.is_some()
                && name.iter().filter(|c| text::is_han(**c)).count() <= LONGEST_NAME_BY_LEVELS;
        named && !name.is_empty() && !name.iter().any(mark)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_standards_begin_lines() {
        let names = |text: &str| names_standard(&text.chars().collect::<Vec<char>>());
        for line in ["GB 5084 农田灌溉水质标准", "GB/T 50363 节水灌溉", "SL482 灌溉", "DB3399/T 88"]
        {
            assert!(names(line), "{line}");
        }
        for line in ["5G网络建设", "PPP 模式", "AI 3年行动", "推广GB 5084"] {
            assert!(!names(line), "{line}");
        }
    }
}
