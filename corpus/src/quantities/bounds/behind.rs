//! Bounds that stand behind a figure: 以上, （含）以下, and the sign of 6000≤Y.

use super::super::numerals::is_numeric;
use super::super::units::Measure;
use super::words::AFTER;
use crate::chars::{Chars, ends_clause};
use crate::facts::Bound;
use crate::text::is_han;

/// The bound that the words at this index state, and how many characters they take. With a
/// bracket before or behind them that says whether the figure is included: `（含）以上`,
/// `以下（不含100亩）`.
pub fn after(text: &Chars, at: usize, measure: Measure) -> Option<(Bound, usize)> {
    // 5000元人民币以内
    let mut end = at + text.any_at(at, &["人民币"]).map_or(0, |(_, length)| length);
    let mut excluded = false;
    let mut bracket = |end: &mut usize| {
        if let Some((included, length)) = inclusion(text, *end) {
            *end += length;
            excluded |= !included;
        }
    };
    bracket(&mut end);
    if let Some(turned) = turned_sign(text, end) {
        return Some(turned);
    }
    // 5年期以上
    if measure == Measure::Time && AFTER.iter().any(|(words, _)| text.has(end + 1, words)) {
        end += usize::from(text.has(end, "期"));
    }
    end += text.any_at(end, &["及其", "及", "或", "含"]).map_or(0, |(_, length)| length);
    let inside = measure == Measure::Time
        && text.has(end, "内")
        && !text.get(end + 1).is_some_and(|c| "蒙部外容".contains(c));
    // 周围200米内; 3米内径 measures a pipe.
    let near = text.any_before(at, &["米", "公里", "海里"]).is_some()
        && text.has(end, "内")
        && !text.get(end + 1).is_some_and(|c| "径侧部外环圈边".contains(c));
    // 2.1元起，
    let from = text.any_before(at, &["元"]).is_some()
        && text.has(end, "起")
        && text.get(end + 1).is_none_or(|c| ends_clause(c) || c == '、');
    let bound = if from {
        end += 1;
        Bound::AtLeast
    } else if inside || near {
        end += 1;
        Bound::AtMost
    } else {
        let (words, bound) = AFTER.iter().find(|(words, _)| text.has(end, words))?;
        end += words.chars().count();
        *bound
    };
    bracket(&mut end);
    Some((if excluded { with_inclusion(bound, false) } else { bound }, end - at))
}

/// 6000≤Y<80000: a sign behind the figure and before what is compared, so it is turned round.
fn turned_sign(text: &Chars, at: usize) -> Option<(Bound, usize)> {
    let signs = [
        ("<=", Bound::AtLeast),
        (">=", Bound::AtMost),
        ("≤", Bound::AtLeast),
        ("≥", Bound::AtMost),
        ("<", Bound::MoreThan),
        (">", Bound::LessThan),
    ];
    let (sign, bound) = signs.into_iter().find(|(sign, _)| text.has(at, sign))?;
    let length = sign.chars().count();
    let compared = text.get(at + length).is_some_and(|c| c.is_ascii_alphabetic() || is_han(c));
    compared.then_some((bound, length))
}

/// The number that such a bracket repeats stands so near, its unit included.
const REPEATED_WITHIN: usize = 12;

/// A bracket at this index that says whether the figure before it is included, and its length:
/// （含）, （不含）, （含本数）, （含5米）. （含税） says nothing of it.
pub fn inclusion(text: &Chars, at: usize) -> Option<(bool, usize)> {
    let (opening, length) = text.any_at(at, &["(不含", "(不包括", "(含", "(包括"])?;
    let inner = at + length;
    let close = (inner..text.len().min(inner + 12)).find(|end| text.has(*end, ")"))?;
    let stated = close == inner
        || text.any_at(inner, &["本数", "本级", "本日"]).is_some()
        || repeats(text, inner, at);
    stated.then_some((!opening.starts_with("(不"), close + 1 - at))
}

/// Whether the number in the bracket is the one before it: 超过5米（含5米）, and not 床位达到500张（含100
/// 张护理型床位）.
fn repeats(text: &Chars, inner: usize, at: usize) -> bool {
    let number = text.all()[inner..].iter().take_while(|c| is_numeric(**c) || **c == '.');
    let number: String = number.collect();
    let length = number.chars().count();
    let whole = |from: usize| {
        let counts = |at: usize| text.get(at).is_some_and(is_numeric);
        text.has(from, &number)
            && !counts(from + length)
            && !from.checked_sub(1).is_some_and(counts)
    };
    length > 0 && (at.saturating_sub(REPEATED_WITHIN)..at).any(whole)
}

/// The bound of a figure behind which such a bracket stands: 超过5米（含5米） is 5 or more.
pub fn with_inclusion(bound: Bound, included: bool) -> Bound {
    match (bound, included) {
        (Bound::MoreThan, true) => Bound::AtLeast,
        (Bound::LessThan, true) => Bound::AtMost,
        (Bound::AtLeast, false) => Bound::MoreThan,
        (Bound::AtMost, false) => Bound::LessThan,
        (bound, _) => bound,
    }
}
