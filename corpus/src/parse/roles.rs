//! What stands around the text: rows of tables, the close (list of annexes, signature, date, note
//! on publication) and the headings of annexes.

use super::blocks::Block;
use crate::numbering::number;
use crate::text;

/// What a paragraph is beside the text itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The text.
    #[default]
    Text,
    /// A row of a table: its cells with `|` between them.
    Row,
    /// A part of the close: list of annexes, signature, date, note on publication.
    Close,
    /// The heading of an annex: `附件1`.
    Annex,
    /// The title line of an annex.
    AnnexTitle,
}

/// A signature has at most this many characters.
const LONGEST_SIGNATURE: usize = 40;

/// Says of each line what it is. The close is read from its end: what stands above a date is a
/// signature only because of the date.
pub fn mark(lines: &mut [Block]) {
    let Some(first) = lines.iter().position(|line| !line.heading) else { return };
    for at in (first + 1..lines.len()).rev() {
        if lines[at].role != Role::Text {
            continue;
        }
        let next = lines.get(at + 1).map(|next| (next.role, is_date(&next.chars)));
        let ends = next.is_none_or(|(role, _)| matches!(role, Role::Close | Role::Annex));
        let signs =
            next.is_some_and(|(role, date)| role == Role::Close && (date || signed(lines, at + 1)));
        let line = &lines[at];
        let role = match annex(&line.chars) {
            Some(Annex::List) => Role::Close,
            Some(Annex::Titled) if ends && next.is_some() => Role::Close,
            Some(_) => Role::Annex,
            None if ends && is_date(&line.chars) || is_note(&line.chars) => Role::Close,
            None if signs && is_signature(line) => Role::Close,
            None => Role::Text,
        };
        lines[at].role = role;
        if role != Role::Text {
            lines[at].heading = false;
        }
    }
    let mut listing = false;
    for at in first + 1..lines.len() {
        let lists = matches!(annex(&lines[at].chars), Some(Annex::List));
        let entry = listing && lines[at].label().is_some() && !lines[at].finished();
        listing = lists && lines[at].role == Role::Close || entry;
        if entry {
            lines[at].role = Role::Close;
            lines[at].heading = false;
        }
        let line = &lines[at];
        let titles = lines[at - 1].role == Role::Annex
            && line.role == Role::Text
            && line.label().is_none()
            && !line.finished()
            && line.chars.len() <= LONGEST_SIGNATURE;
        if titles {
            lines[at].role = Role::AnnexTitle;
            lines[at].heading = false;
        }
    }
}

/// Whether this line of the close is a signature that belongs to a date below it.
fn signed(lines: &[Block], at: usize) -> bool {
    !is_note(&lines[at].chars) && annex(&lines[at].chars).is_none()
}

fn is_signature(line: &Block) -> bool {
    !line.heading
        && line.chars.len() <= LONGEST_SIGNATURE
        && line.label().is_none()
        && !line.finished()
        && !line.chars.iter().any(|c| matches!(c, '，' | '；' | '：' | '—' | '●'))
        && line
            .chars
            .iter()
            .all(|c| text::is_han(*c) || c.is_whitespace() || matches!(c, '（' | '）'))
}

/// Whether the line is a date and nothing else: `2026年3月1日`, `二〇二六年三月一日`.
fn is_date(chars: &[char]) -> bool {
    let mut rest: Vec<char> = chars.iter().copied().filter(|c| !c.is_whitespace()).collect();
    for unit in ['年', '月', '日'] {
        let Some(at) = rest.iter().position(|c| *c == unit) else { return false };
        let digit = |c: &char| c.is_ascii_digit() || "〇○零Ｏ一二三四五六七八九十".contains(*c);
        if at == 0 || at > 4 || !rest[..at].iter().all(digit) {
            return false;
        }
        rest.drain(..=at);
    }
    rest.is_empty()
}

/// Whether the line is a note on publication: `（此件公开发布）`.
fn is_note(chars: &[char]) -> bool {
    let text: String = chars.iter().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_matches(['（', '）', '(', ')']);
    let kinds = ["公开发布", "主动公开", "依申请公开", "不予公开"];
    text.chars().count() <= 16
        && (text.starts_with("此件")
            || text.starts_with("公开方式")
            || text.starts_with("信息公开"))
        && kinds.iter().any(|kind| text.ends_with(kind))
}

/// How a line speaks of an annex.
enum Annex {
    /// `附件1` alone.
    Alone,
    /// `附件1：重点任务分工表`, a heading or an entry of a list.
    Titled,
    /// `附件：1.重点任务分工表`, the list in the close.
    List,
}

fn annex(chars: &[char]) -> Option<Annex> {
    let rest = chars.strip_prefix(&['附', '件'])?;
    let packed: Vec<char> = rest.iter().copied().filter(|c| !c.is_whitespace()).collect();
    let is_numeral = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
    let digits = packed.iter().take_while(is_numeral).count();
    if digits > 0 && number(&packed[..digits]).is_none() {
        return None;
    }
    let colon = matches!(packed.get(digits), Some('：' | ':'));
    let spaced = rest.get(digits).is_some_and(|c| c.is_whitespace());
    let words = packed.len() - digits - usize::from(colon);
    let last = *packed.last().unwrap_or(&'件');
    match (words, digits) {
        (0, _) => Some(Annex::Alone),
        _ if text::ends_sentence(last) || words > LONGEST_SIGNATURE => None,
        (_, 0) if colon => Some(Annex::List),
        (_, 1..) if colon || spaced => Some(Annex::Titled),
        _ => None,
    }
}
