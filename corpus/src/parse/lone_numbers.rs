//! Numbers that stand alone over the part that they count, as articles of accounts and pages that ask
//! and answer have them: `01`, `PART 02`, `一` on a line of its own, or before a heading (`01 申请条件`).

use super::blocks::{Block, LONGEST_HEADING};
use super::roles::Role;
use crate::numbering::{self, Label, LabelKind, numeral_length};

/// How a number is written; all of a text are written in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `01`
    Padded,
    /// `1`
    Bare,
    /// `一`
    Chinese,
    /// `PART 1`
    Named,
}

/// A number at the beginning of a line.
struct Mark {
    form: Form,
    ordinal: u32,
    /// How many characters it takes, with the mark behind it.
    length: usize,
}

/// Makes such numbers labels of what stands below them. They count up from one, twice at least, each
/// over a text that ends: the cells of a column of numbers don't.
pub fn mark(lines: &mut Vec<Block>) {
    let marks = series(lines);
    for (at, mark) in marks.into_iter().rev() {
        label(lines, at, &mark);
    }
}

/// The lines with the numbers of the series.
fn series(lines: &[Block]) -> Vec<(usize, Mark)> {
    let mut found: Vec<(usize, Mark)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(mark) = read(line).filter(|mark| fits(lines, at, mark)) else { continue };
        if found.len() == 1 && mark.ordinal == 1 {
            found.clear();
        }
        let expected = found.last().map_or(1, |(_, last)| last.ordinal + 1);
        let form = found.first().is_none_or(|(_, first)| {
            first.form == mark.form || mark.ordinal > 9 && first.form == Form::Bare
        });
        if mark.ordinal == expected && form {
            found.push((at, mark));
        }
    }
    let ends = found.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
    let said = |(from, to): (usize, usize)| lines[from..to].iter().skip(1).any(Block::finished);
    let whole = found.iter().map(|(at, _)| *at).zip(ends).all(said);
    if found.len() > 1 && whole { found } else { Vec::new() }
}

/// Whether a number in this form may count what stands below it.
fn fits(lines: &[Block], at: usize, mark: &Mark) -> bool {
    let alone = mark.length == lines[at].chars.len();
    let Some(next) = lines.get(at + 1).filter(|next| next.role == Role::Text) else { return false };
    let question = label_of(next) == Some(LabelKind::Question) || asks(next);
    match mark.form {
        Form::Bare => alone && question,
        Form::Chinese => alone && (question || heads(next)),
        Form::Padded | Form::Named => {
            !alone || question || label_of(next).is_none() && read(next).is_none()
        }
    }
}

/// Whether a line asks something.
fn asks(line: &Block) -> bool {
    line.chars.len() <= LONGEST_HEADING && matches!(line.chars.last(), Some('？' | '?'))
}

/// Whether a line can be the heading under a number.
fn heads(line: &Block) -> bool {
    let short = line.chars.len() <= LONGEST_HEADING && !line.finished();
    let open = matches!(line.chars.last(), Some('，' | '；' | '、'));
    label_of(line).is_none() && (asks(line) || short && !open)
}

fn label_of(line: &Block) -> Option<LabelKind> {
    line.label().map(|label| label.kind)
}

/// The number that a line begins with.
fn read(line: &Block) -> Option<Mark> {
    let chars = &line.chars;
    if line.role != Role::Text || line.label().is_some() {
        return None;
    }
    let named = ["PART", "Part", "part", "NO.", "No."].iter().find_map(|name| {
        let name: Vec<char> = name.chars().collect();
        let rest = chars.strip_prefix(&name[..])?;
        let gap = rest.iter().take_while(|c| c.is_whitespace() || matches!(c, '.' | '．')).count();
        Some(name.len() + gap)
    });
    let start = named.unwrap_or(0);
    let digits = numeral_length(&chars[start..]);
    let numeral = &chars[start..start + digits];
    let ordinal = numbering::number(numeral).filter(|n| (1..100).contains(n) && digits <= 3)?;
    let form = match (named, numeral.first()?) {
        (Some(_), _) => Form::Named,
        // The tenth has no zero before it.
        (None, '0'..='9') if digits == 2 => Form::Padded,
        (None, '1'..='9') => Form::Bare,
        (None, '0' | '０'..='９') => return None,
        (None, _) => Form::Chinese,
    };
    let behind = chars[start + digits..].iter().take_while(|c| parts(**c)).count();
    let length = start + digits + behind;
    let rest = &chars[length..];
    // 01 2026年: an amount or a date would not be told from the number.
    let worded = rest.first().is_none_or(|c| behind > 0 && !c.is_ascii_digit());
    worded.then_some(Mark { form, ordinal, length })
}

/// Whether a character may stand between a number and the heading that it counts.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '丨' | '｜' | '|' | '/' | '·' | '—' | '-' | ':' | '：')
}

/// Makes the number a label of its own line or of the next.
fn label(lines: &mut Vec<Block>, at: usize, mark: &Mark) {
    let mut length = mark.length;
    let mut kind = LabelKind::Part;
    let mut heading = heads_behind(&lines[at], length);
    let mut ordinal = mark.ordinal;
    if length == lines[at].chars.len() {
        let next = lines.remove(at + 1);
        heading = heads(&next);
        if let Some(own) = next.label().filter(|own| own.kind == LabelKind::Question) {
            kind = LabelKind::Question;
            length += own.length;
            ordinal = if own.ordinal > 0 { own.ordinal } else { ordinal };
        }
        lines[at].chars.extend(next.chars);
        lines[at].places.extend(next.places);
    }
    let line = &mut lines[at];
    line.label_by_context = Some(Label { kind, ordinal, suffix: None, length });
    line.heading = kind == LabelKind::Part && heading;
}

/// Whether the words behind the number on its line are a heading.
fn heads_behind(line: &Block, length: usize) -> bool {
    let words: String = line.chars[length..].iter().collect();
    let whole = line.chars.len() <= LONGEST_HEADING;
    whole && (!line.finished() || words.ends_with(['？', '?']))
}
