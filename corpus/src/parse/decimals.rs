//! Numbers by levels: `1 总则`, `1.1 编制目的`, `1.1.1 …`, as emergency plans and standards have them
//! (GB/T 1.1-2020, 7.3). A line with such a number is one only where all of them together count on
//! from 1: otherwise `1.5 万亩` and the cells of a table would begin measures.

use super::blocks::Block;
use super::roles::Role;
use crate::numbering::{Label, LabelKind};
use crate::text::is_han;

/// Numbers have at most so many levels; deeper ones are text.
const DEEPEST: usize = 5;

/// A part's heading, `1 总则`, has at most this many characters behind its number.
const LONGEST_HEADING: usize = 30;

/// The line with a number, the levels of the number, and how many characters it takes.
type Number = (usize, Vec<u32>, usize);

/// The levels of a number at the start of a line, and how many characters they take with a mark
/// behind them. Behind a number of one level white space must follow, or where `pointed` a point or
/// comma (`1. 总则`); one of several levels may be all of the line, as above a term and its definition.
fn levels(chars: &[char], pointed: bool) -> Option<(Vec<u32>, usize)> {
    let mut levels = Vec::new();
    let mut at = 0;
    loop {
        let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let number: String = chars[at..at + digits].iter().collect();
        // 3.0.1: an article of a chapter without sections.
        let first = u32::from(levels.len() != 1);
        levels.push(number.parse().ok().filter(|n| (first..100).contains(n) && digits < 3)?);
        at += digits;
        let goes_on =
            chars.get(at) == Some(&'.') && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        if !goes_on {
            break;
        }
        at += 1;
    }
    let Some(next) = chars.get(at).copied() else {
        return (2..=DEEPEST).contains(&levels.len()).then_some((levels, at));
    };
    if pointed && levels.len() == 1 && matches!(next, '.' | '．' | '、') {
        return chars.get(at + 1).is_some_and(|c| !c.is_ascii_digit()).then_some((levels, at + 1));
    }
    let spaced = next.is_whitespace();
    let begins = spaced || levels.len() > 1 && is_han(next) && !is_unit(next);
    (levels.len() <= DEEPEST && begins).then_some((levels, at))
}

/// Whether the character may be a unit, so that the number before it is an amount.
fn is_unit(c: char) -> bool {
    "万亿千百元亩倍个米吨公平立方年月日天时小分成度升克斤户人家头只".contains(c)
}

/// Whether a number goes on from the one before: its first child, its next sibling, or the next one
/// of a level above.
fn follows(before: &[u32], next: &[u32]) -> bool {
    let Some((last, above)) = next.split_last() else { return false };
    // 1.0.1 behind 1.
    if let ([chapter, 0, 1], [own]) = (next, before) {
        return chapter == own;
    }
    if next.len() == before.len() + 1 {
        return above == before && *last == 1;
    }
    let same = before.get(..above.len()) == Some(above);
    same && before.get(above.len()).is_some_and(|own| own + 1 == *last)
}

/// Marks the lines of a text that is numbered by levels: the first level heads its parts, the second
/// numbers its measures, deeper ones their paragraphs; see also [`sections`].
pub fn mark(lines: &mut [Block]) {
    let mut before: Vec<u32> = vec![0];
    let mut found: Vec<Number> = Vec::new();
    // Under 一、 and （一） a 1. is an item of theirs.
    let mut pointed = true;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Text) {
        let above = [LabelKind::Part, LabelKind::Bracketed];
        pointed &= !line.label().is_some_and(|label| above.contains(&label.kind));
        let Some((own, length)) = levels(&line.chars, pointed) else { continue };
        let begins = own == [1] || follows(&before, &own);
        let heads =
            own.len() > 1 || line.chars.len() - length <= LONGEST_HEADING && !line.finished();
        if begins && heads {
            before.clone_from(&own);
            found.push((at, own, length));
        }
    }
    let found = in_levels(&found);
    let of_levels = |count: usize| found.iter().filter(|(_, own, _)| own.len() == count).count();
    // Standards of construction number their articles by three levels: 1.0.1, 3.2.1.
    let articles = found.iter().any(|(_, levels, _)| levels.get(1) == Some(&0));
    if of_levels(if articles { 3 } else { 2 }) < 2 {
        return;
    }
    let sections = if articles { Vec::new() } else { sections(lines, &found) };
    let below_section = |own: &[u32]| sections.iter().any(|section| own.starts_with(section));
    for (at, levels, length) in &found {
        let kind = match levels.len() {
            1 if !sections.is_empty() => LabelKind::Chapter,
            2 if sections.contains(levels) => LabelKind::Part,
            1 => LabelKind::Part,
            2 => LabelKind::Bracketed,
            3 if below_section(levels) => LabelKind::Bracketed,
            3 => LabelKind::Arabic,
            _ => LabelKind::BracketedArabic,
        };
        let ordinal = levels.last().copied().unwrap_or_default();
        let line = &mut lines[*at];
        line.heading |= kind <= LabelKind::Part || articles && kind == LabelKind::Bracketed;
        line.label_by_context = Some(Label { kind, ordinal, suffix: None, length: *length });
    }
}

/// The numbers without those runs, from one 1 to the next, that have a single level: the items of a
/// list.
fn in_levels(found: &[Number]) -> Vec<Number> {
    let runs = found.chunk_by(|_, (_, next, _)| *next != [1]);
    runs.filter(|run| run.iter().any(|(_, own, _)| own.len() > 1)).flatten().cloned().collect()
}

/// The numbers of the second level that only name what is numbered below them, `2.1 指挥部` with
/// `2.1.1` on the next line: there the third level numbers the measures. What has words of its own may
/// stand before them in its part; behind them it would seem to belong to the last one, so that such
/// a part stays as it is.
fn sections(lines: &[Block], found: &[Number]) -> Vec<Vec<u32>> {
    let names = |index: usize| {
        let (at, own, length) = &found[index];
        let line = &lines[*at];
        let short = line.chars.len() - length <= LONGEST_HEADING && !line.finished();
        let next = found.get(index + 1);
        short && next.is_some_and(|(next, below, _)| *next == at + 1 && below.len() > own.len())
    };
    let second: Vec<usize> = (0..found.len()).filter(|index| found[*index].1.len() == 2).collect();
    second
        .chunk_by(|one, other| found[*one].1[0] == found[*other].1[0])
        .filter_map(|part| {
            let first = part.iter().position(|index| names(*index))?;
            Some(&part[first..]).filter(|rest| rest.iter().all(|index| names(*index)))
        })
        .flat_map(|part| part.iter().map(|index| found[*index].1.clone()))
        .collect()
}
