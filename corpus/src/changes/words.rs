//! Which words of a provision the other text does not have, and which words it has instead.
//!
//! Greedy string tiling (Wise 1993): the longest stretch that both texts share is matched first,
//! then the next longest of what is left, and so on, wherever they stand, so that words which only
//! changed places are not told as gone. A number is one sign, as `12` shares nothing with `10`;
//! punctuation and white space are not compared.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::Wording;
use crate::address::Unit;
use crate::links::passage::PreparedSentence;
use crate::model::{Document, Provision};

/// A stretch that both texts have must be this long, in characters: a single one that two texts
/// share is mostly a part of two different words (湿地, 林地).
const SHORTEST: usize = 2;

/// A provision's sentences one behind the other, as what they are compared by.
struct Flow {
    passages: Vec<(u16, PreparedSentence)>,
    signs: Vec<char>,
}

impl Flow {
    fn new(document: &Document, provision: &Provision) -> Self {
        let at = |number| crate::Address {
            document: document.id.clone(),
            unit: Unit::Provision(provision.number.clone()),
            sentence: Some(number),
        };
        let passage =
            |number: u16, text: &str| (number, PreparedSentence::new(at(number), text, false));
        let passages: Vec<(u16, PreparedSentence)> = provision
            .sentences()
            .map(|sentence| passage(sentence.number, &sentence.text))
            .collect();
        let signs = passages.iter().flat_map(|(_, passage)| passage.folded.clone()).collect();
        Self { passages, signs }
    }
}

/// Whether two provisions have the same words; numbers included, labels not.
pub fn same((a, of_a): (&Document, &Provision), (b, of_b): (&Document, &Provision)) -> bool {
    Flow::new(a, of_a).signs == Flow::new(b, of_b).signs
}

/// The words of a provision that none of the others (of the other document) has.
pub fn own(
    document: &Document,
    provision: &Provision,
    other: &Document,
    others: &[&Provision],
) -> Vec<Wording> {
    let flow = Flow::new(document, provision);
    let mut shared = vec![false; flow.signs.len()];
    for other in others.iter().map(|provision| Flow::new(other, provision)) {
        for tile in tiles(&flow.signs, &other.signs) {
            shared[tile].fill(true);
        }
    }
    let mut wordings = Vec::new();
    let mut start = 0;
    for (number, passage) in &flow.passages {
        let end = start + passage.folded.len();
        let spans: Vec<_> =
            unshared(&shared[start..end]).into_iter().map(|range| passage.span(range)).collect();
        if !spans.is_empty() {
            wordings.push(Wording {
                provision: provision.number.clone(),
                sentence: *number,
                spans,
            });
        }
        start = end;
    }
    wordings
}

fn unshared(shared: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in (0..shared.len()).filter(|at| !shared[*at]) {
        match ranges.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => ranges.push(at..at + 1),
        }
    }
    ranges
}

/// The stretches of `a` that `b` has as well; no place of either is in two of them.
fn tiles(a: &[char], b: &[char]) -> Vec<Range<usize>> {
    let mut heap: BinaryHeap<Waiting> =
        runs(a, b).into_iter().map(|(length, i, j)| waiting(length, i, j)).collect();
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut tiles = Vec::new();
    while let Some((length, Reverse((_, i, j)))) = heap.pop() {
        let free = |k: usize| !in_a[i + k] && !in_b[j + k];
        if (0..length).all(free) {
            in_a[i..i + length].fill(true);
            in_b[j..j + length].fill(true);
            tiles.push(i..i + length);
            continue;
        }
        // A part is taken by a longer one: what is left waits for its turn.
        let mut start = 0;
        while start < length {
            let end = (start..length).find(|k| !free(*k)).unwrap_or(length);
            if end - start >= SHORTEST {
                heap.push(waiting(end - start, i + start, j + start));
            }
            start = end + 1;
        }
    }
    tiles
}

/// A stretch that waits for its turn: the longest first; of equal ones that which stands nearest to
/// the same place in both texts.
type Waiting = (usize, Reverse<(usize, usize, usize)>);

fn waiting(length: usize, i: usize, j: usize) -> Waiting {
    (length, Reverse((i.abs_diff(j), i, j)))
}

/// All longest common stretches: length and the two beginnings.
fn runs(a: &[char], b: &[char]) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    // lengths[j]: how long the stretch is that ends before i and j.
    let mut lengths = vec![0; b.len() + 1];
    for i in 0..=a.len() {
        for j in (0..=b.len()).rev() {
            let goes_on = i < a.len() && j < b.len() && a[i] == b[j];
            if lengths[j] >= SHORTEST && !goes_on {
                found.push((lengths[j], i - lengths[j], j - lengths[j]));
            }
            if j < b.len() {
                lengths[j + 1] = if goes_on { lengths[j] + 1 } else { 0 };
            }
        }
        lengths[0] = 0;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(a: &str, b: &str) -> String {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut shared = vec![false; a.len()];
        for tile in tiles(&a, &b) {
            shared[tile].fill(true);
        }
        unshared(&shared)
            .into_iter()
            .map(|range| a[range].iter().collect::<String>() + "|")
            .collect()
    }

    #[test]
    fn what_changed_places_is_not_gone() {
        assert_eq!(left("修路架桥通水", "通水修路架桥"), "");
        assert_eq!(left("修好旧路再修新路", "修好旧路"), "再修新路|");
        assert_eq!(left("湿地保护", "林地保护"), "湿|");
        assert_eq!(left("修路修路", "修路"), "修路|");
        assert_eq!(left("", "修路"), "");
        assert_eq!(left("修路", ""), "修路|");
    }
}
