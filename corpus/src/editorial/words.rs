//! Looking for words of the table in Chinese and in English.

use std::collections::HashMap;

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
    forms.iter().any(|form| !places(&text, form).is_empty())
}

/// For each Chinese word whether the English has a word of its own for it: one “advance” renders 推动
/// or 推进, not both.
pub fn matched(text: &str, words: &[(&str, &Rendering)]) -> Vec<bool> {
    let text = text.to_lowercase();
    // Longer forms end where the shorter ones within them do: the end tells them apart from others.
    let ends: Vec<Vec<usize>> = words
        .iter()
        .map(|(_, rendering)| {
            let found = rendering.en.iter().flat_map(|form| places(&text, form));
            found.map(|(_, end)| end).collect()
        })
        .collect();
    let mut taken: HashMap<usize, usize> = HashMap::new();
    (0..words.len()).map(|word| take(word, &ends, &mut taken, &mut Vec::new())).collect()
}

/// Gives the word one of its places, moving others to theirs where need be.
fn take(
    word: usize,
    ends: &[Vec<usize>],
    taken: &mut HashMap<usize, usize>,
    tried: &mut Vec<usize>,
) -> bool {
    for end in &ends[word] {
        if tried.contains(end) {
            continue;
        }
        tried.push(*end);
        let free = taken.get(end).copied().is_none_or(|other| take(other, ends, taken, tried));
        if free {
            taken.insert(*end, word);
            return true;
        }
    }
    false
}

/// Where a form stands in an English text in lower case, in bytes.
pub fn places(text: &str, form: &str) -> Vec<(usize, usize)> {
    let (stem, open) = form.strip_suffix('-').map_or((form, false), |stem| (stem, true));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(stem)
        .map(|(start, found)| (start, start + found.len()))
        .filter(|(start, end)| {
            let before = letter(text[..*start].chars().next_back());
            !before && (open || !letter(text[*end..].chars().next()))
        })
        .collect()
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
        let others: Vec<(usize, usize)> =
            rendering.not_in.iter().flat_map(|longer| occurrences(text, longer)).collect();
        for (start, end) in occurrences(text, word) {
            let bound = rendering.kind == RenderingKind::Bound;
            let other = others.iter().any(|(from, to)| *from <= start && end <= *to);
            let behind = !bound || after_figure(&text[..start]);
            if other || !behind || taken[start..end].contains(&true) {
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
