//! Words that bound a figure: 不超过, 突破 before it, 以上, 左右 behind it.

use super::Bound;
use crate::chars::Chars;

/// Words right before a figure that bound it.
const BEFORE: [(&str, Bound); 25] = [
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不得少于", Bound::AtLeast),
    ("不得低于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不得超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不得高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不足", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("少于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("突破", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("高于", Bound::AtLeast),
    ("多于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("逾", Bound::AtLeast),
    ("大约", Bound::About),
    ("约", Bound::About),
    ("接近", Bound::About),
];

/// Words right behind a figure that bound it; longer ones before their ends.
const AFTER: [(&str, Bound); 9] = [
    ("（含）以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// The bound that the words before this index state. A particle may stand between (突破了100亿元).
pub fn before(text: &Chars, at: usize) -> Option<Bound> {
    let at = at - text.any_before(at, &["了", "到", "至"]).map_or(0, |(_, length)| length);
    BEFORE.iter().find(|(words, _)| text.ends(at, words)).map(|(_, bound)| *bound)
}

/// The bound that the words at this index state, and how many characters they take.
pub fn after(text: &Chars, at: usize) -> Option<(Bound, usize)> {
    let (words, bound) = AFTER.iter().find(|(words, _)| text.has(at, words))?;
    Some((*bound, words.chars().count()))
}
