//! Looking for words of the table in Chinese and in English.

use super::table::{Rendering, RenderingKind};

/// What ends a clause.
const CLAUSE: [char; 8] = ['。', '；', ';', '!', '！', '?', '？', '\n'];
/// Characters of figures.
const FIGURES: &str = "0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿半";
/// How many characters a unit between a figure and its bound has at most.
const UNIT: usize = 6;

/// Whether the English text has one of the forms, as whole words; a final hyphen in a form stands
/// for any ending.
pub fn english(text: &str, forms: &[String]) -> bool {
    let text = text.to_lowercase();
    forms.iter().any(|form| {
        let (stem, open) = form.strip_suffix('-').map_or((form.as_str(), false), |s| (s, true));
        text.match_indices(stem).any(|(start, found)| {
            let before = text[..start].chars().next_back();
            let after = text[start + found.len()..].chars().next();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(before) && (open || !letter(after))
        })
    })
}

/// The words of the table that stand in a Chinese text, each rendering once. Longer words claim
/// their characters first: 不超过 is no 超过.
pub fn chinese<'t>(text: &str, renderings: &'t [Rendering]) -> Vec<(&'t str, &'t Rendering)> {
    let mut words: Vec<(&str, &Rendering)> = renderings
        .iter()
        .flat_map(|rendering| rendering.zh.iter().map(move |word| (word.as_str(), rendering)))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut taken = vec![false; text.len()];
    let mut found: Vec<(&str, &Rendering)> = Vec::new();
    for (word, rendering) in words {
        for (start, end) in occurrences(text, word) {
            let bound = rendering.kind == RenderingKind::Bound;
            if taken[start..end].contains(&true) || (bound && !after_figure(&text[..start])) {
                continue;
            }
            if !word.contains('…') {
                taken[start..end].fill(true);
            }
            if !found.iter().any(|(_, other)| std::ptr::eq(*other, rendering)) {
                found.push((word, rendering));
            }
        }
    }
    found
}

/// Where the word stands; `…` in it is anything within a clause.
fn occurrences(text: &str, word: &str) -> Vec<(usize, usize)> {
    let Some((first, last)) = word.split_once('…') else {
        return text.match_indices(word).map(|(at, word)| (at, at + word.len())).collect();
    };
    text.match_indices(first)
        .filter_map(|(start, _)| {
            let rest = &text[start + first.len()..];
            let clause = &rest[..rest.find(CLAUSE).unwrap_or(rest.len())];
            let at = clause.find(last)?;
            Some((start, start + first.len() + at + last.len()))
        })
        .collect()
}

/// Whether the text ends with a figure and its unit.
fn after_figure(text: &str) -> bool {
    text.chars()
        .rev()
        .take(UNIT)
        .take_while(|c| c.is_alphanumeric() || matches!(c, '%' | '％' | '‰'))
        .any(|c| FIGURES.contains(c))
}
