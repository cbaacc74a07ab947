//! Marks of Markdown that stand around words, in pairs: bold print, italics, struck words.

use super::left_out;
use crate::bilingual;
use crate::locale::Bilingual;
use crate::parse::blocks::Block;
use crate::problem::{Problem, Severity};
use crate::text;

/// Takes the marks of bold print out: pairs of `**`, the first directly before text, the second
/// directly after it. Other stars (a masked name: `张**、李**`) are text.
pub fn without_bold(block: &mut Block, problems: &mut Vec<Problem>) {
    without_pairs(block, 2, bold, problems, |words| {
        bilingual!(
            "“{words}”两边的粗体标记（**）没有带进来",
            "the marks of bold print (**) around “{words}” are left out"
        )
    });
}

/// Takes the marks of italics out, pairs of single stars: only in a text with headings of Markdown,
/// since stars also mask names (`张*、李*`), and only around a few words without a mark in them.
pub fn without_italics(block: &mut Block, problems: &mut Vec<Problem>) {
    without_pairs(block, 1, italics, problems, |words| {
        bilingual!(
            "“{words}”两边的斜体标记（*）没有带进来",
            "the marks of italics (*) around “{words}” are left out"
        )
    });
}

/// Takes the marks of struck words out, pairs of `~~`: only in a text with headings of Markdown. The
/// words stay, and are told: whether they are deleted, only who wrote them knows.
pub fn without_strikes(block: &mut Block, problems: &mut Vec<Problem>) {
    let mut struck = Vec::new();
    without_pairs(block, 2, strikes, &mut struck, |words| {
        bilingual!(
            "“{words}”有删除线（~~），文字已经带进来；如果是删去的文字，请删去",
            "“{words}” is struck through (~~) and taken over; remove it if it was deleted"
        )
    });
    let warnings = struck.into_iter().map(|told| Problem { severity: Severity::Warning, ..told });
    problems.extend(warnings);
}

/// Where the next pair of marks opens and closes, from an index on.
type FindPair = fn(&[char], usize) -> Option<(usize, usize)>;

/// Takes pairs of marks of this length out and tells of each.
fn without_pairs(
    block: &mut Block,
    length: usize,
    find: FindPair,
    problems: &mut Vec<Problem>,
    told: fn(&str) -> Bilingual,
) {
    let mut from = 0;
    while let Some((open, close)) = find(&block.chars, from) {
        let words: String = block.chars[open + length..close].iter().collect();
        left_out(block.places[open], told(&words), problems);
        for at in [close, open] {
            block.remove(at..at + length);
        }
        from = close - length;
    }
}

/// The first pair of single stars around words from here on.
fn italics(chars: &[char], from: usize) -> Option<(usize, usize)> {
    let single = |at: &usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
        chars[*at] == '*' && beside.filter_map(|at| chars.get(at)).all(|c| *c != '*')
    };
    let stars: Vec<usize> = (from..chars.len()).filter(single).collect();
    let pair = stars.windows(2).find(|pair| {
        let words = &chars[pair[0] + 1..pair[1]];
        let plain = |c: &char| c.is_alphanumeric() || *c == ' ';
        let outer = [words.first(), words.last()];
        words.iter().all(plain) && outer.iter().flatten().all(|c| c.is_alphanumeric())
    })?;
    (pair[1] > pair[0] + 1).then_some((pair[0], pair[1]))
}

/// The first pair of `**` from here on.
fn bold(chars: &[char], from: usize) -> Option<(usize, usize)> {
    let open = (from..chars.len()).find(|at| is_pair(chars, *at) && opens(chars, *at))?;
    let closes = |at: &usize| is_pair(chars, *at) && !chars[at - 1].is_whitespace();
    let close = (open + 3..chars.len()).find(closes)?;
    Some((open, close))
}

/// Whether exactly two stars stand here.
fn is_pair(chars: &[char], at: usize) -> bool {
    chars[at..].starts_with(&['*', '*'])
        && chars.get(at + 2) != Some(&'*')
        && (at == 0 || chars[at - 1] != '*')
}

/// Whether bold print can begin here: text follows, and a mark only where none goes before.
fn opens(chars: &[char], at: usize) -> bool {
    let word = |c: char| c.is_alphanumeric();
    let before = at.checked_sub(1).map(|at| chars[at]);
    chars.get(at + 2).is_some_and(|next| {
        !next.is_whitespace()
            && !text::is_invisible(*next)
            && (word(*next) || before.is_none_or(|c| !word(c)))
    })
}

/// The first pair of `~~` around words from here on.
fn strikes(chars: &[char], from: usize) -> Option<(usize, usize)> {
    let two = |at: usize| chars[at..].starts_with(&['~', '~']) && chars.get(at + 2) != Some(&'~');
    let word = |at: usize| chars.get(at).is_some_and(|c| !c.is_whitespace() && *c != '~');
    let open = (from..chars.len()).find(|at| two(*at) && word(at + 2))?;
    let close = (open + 3..chars.len()).find(|at| two(*at) && chars[at - 1] != '~')?;
    Some((open, close))
}
