//! What figures are about, so that two texts can be seen to speak of the same thing.

use std::collections::HashSet;

use crate::links::weights::pairs;
use crate::text::is_han;

/// What may stand before a subject and changes nothing of it: the year that the text is about, and
/// that something is meant to be.
const BEFORE: [&str; 11] =
    ["今年", "本年", "全年", "年内", "计划", "力争", "争取", "确保", "要", "将", "并"];

/// The words that say what a figure is about, without the marks between them.
pub(super) fn subject(about: &[char]) -> Vec<char> {
    let words: String =
        about.iter().copied().filter(|c| is_han(*c) || c.is_ascii_alphanumeric()).collect();
    let mut rest = words.as_str();
    while let Some(shorter) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.chars().collect()
}

/// The part of the shorter one's character pairs that both have.
pub(super) fn likeness(a: &[char], b: &[char]) -> f64 {
    let (a, b): (HashSet<_>, HashSet<_>) = (pairs(a).collect(), pairs(b).collect());
    let shorter = a.len().min(b.len());
    if shorter == 0 { 0.0 } else { a.intersection(&b).count() as f64 / shorter as f64 }
}
