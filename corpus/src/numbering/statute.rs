//! The numbers of laws: `第十三条`, `第二章`, `第三十八条之一`, `第 5-1 條`.

use super::{Label, LabelKind, bracketed_label, number, numeral_length, spaces};

/// The number of an article whose text begins right behind it: `第一条为了…`. What goes on as a
/// reference does is none; whether it is an article only the document tells.
pub fn glued_article(chars: &[char]) -> Option<Label> {
    let (kind, ordinal, suffix, length) = statute_number(chars)?;
    let next = *chars.get(length)?;
    let refers = "的第至到、和或及与，。；规所中款项之等以".contains(next);
    (kind == LabelKind::Article && !refers).then_some(Label { kind, ordinal, suffix, length })
}

/// The number at the start of `第十三条…`, with spaces in it or not: kind, number, suffix, length.
fn statute_number(chars: &[char]) -> Option<(LabelKind, u32, Option<u32>, usize)> {
    let chars_from = |at: usize| chars.get(at..).unwrap_or_default();
    chars.first().filter(|c| **c == '第')?;
    let start = 1 + spaces(chars_from(1));
    let digits = spaced_numeral_length(chars_from(start));
    let packed: Vec<char> =
        chars[start..start + digits].iter().copied().filter(|c| !c.is_whitespace()).collect();
    let ordinal = number(&packed)?;
    let (mut suffix, inserted) = inserted_number(chars_from(start + digits)).unzip();
    let behind = start + digits + inserted.unwrap_or(0);
    let at = behind + spaces(chars_from(behind));
    // Traditional characters as well: 條, 節, 編, 類.
    let (kind, unit) = match chars.get(at)? {
        '编' | '編' | '篇' | '类' | '類' => (LabelKind::Book, 1),
        '部' if chars.get(at + 1) == Some(&'分') => (LabelKind::Book, 2),
        '章' => (LabelKind::Chapter, 1),
        '节' | '節' => (LabelKind::Section, 1),
        '条' | '條' => (LabelKind::Article, 1),
        '分' if matches!(chars.get(at + 1), Some('编' | '編')) => (LabelKind::Subbook, 2),
        _ => return None,
    };
    let mut length = at + unit;
    if suffix.is_none() && chars.get(length) == Some(&'之') {
        // 第 5 條之 1
        let from = length + 1 + spaces(chars_from(length + 1));
        let more = numeral_length(chars_from(from));
        suffix = number(&chars[from..from + more]);
        length = if suffix.is_some() { from + more } else { length };
    }
    Some((kind, ordinal, suffix, length))
}

/// The number of an article that was put in later, as Taiwan writes it: the `-1` of `第 5-1 條`;
/// with its length. `第1-3条` are three articles.
fn inserted_number(chars: &[char]) -> Option<(u32, usize)> {
    let digits = numeral_length(chars.strip_prefix(&['-'])?);
    let behind = &chars[1 + digits..];
    behind[spaces(behind)..].starts_with(&['條']).then_some(())?;
    Some((number(&chars[1..=digits])?, 1 + digits))
}

/// How many characters a numeral takes whose digits stand apart: the `十 一` of `第 十 一 条`.
fn spaced_numeral_length(chars: &[char]) -> usize {
    let mut length = numeral_length(chars);
    loop {
        let gap = spaces(&chars[length..]);
        let more = numeral_length(&chars[length + gap..]);
        if length == 0 || gap == 0 || more == 0 {
            return length;
        }
        length += gap + more;
    }
}

/// `第十三条`, `第二章`; what follows must be white space or text that is not a reference
/// (`第十三条规定的…` does not start an article).
pub(super) fn statute_label(chars: &[char]) -> Option<Label> {
    let (kind, ordinal, suffix, length) = statute_number(chars)?;
    let followed_well = chars.get(length).is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '【' | '：' | ':')
            || kind == LabelKind::Article && names_article(&chars[length..])
    });
    followed_well.then_some(Label { kind, ordinal, suffix, length })
}

/// Whether an article's subject stands here in brackets, before its text: `（目的）`.
/// `第三条（二）项` is a reference.
fn names_article(chars: &[char]) -> bool {
    matches!(chars.first(), Some('（' | '(')) && bracketed_label(chars).is_none()
}
