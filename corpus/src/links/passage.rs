//! A sentence as the characters that carry meaning: width and case folded, punctuation and white
//! space left out, a number as one sign, each with its place in the printed text.

use std::ops::Range;

use crate::address::Address;
use crate::chars::{Chars, fold};
use crate::model::{Document, Span};
use crate::text::is_han;

/// A sentence made ready for comparison.
#[derive(Clone, Debug)]
pub struct PreparedSentence {
    /// Its address.
    pub at: Address,
    /// The printed text.
    pub text: Chars,
    /// The folded characters; an Arabic number is one private-use character, so that `20` is no
    /// part of `2026`.
    pub folded: Vec<char>,
    /// For each folded character, where it stands in the printed text.
    pub places: Vec<Range<usize>>,
    /// Clauses as ranges of folded characters.
    pub clauses: Vec<Range<usize>>,
    /// What each folded character weighs; empty until weighed (see `Weights::weigh`).
    pub weights: Vec<f64>,
}

impl PreparedSentence {
    /// Folds a sentence. Titles in 《》 name a document and say nothing of its content: they are
    /// left out where `skip_titles` is set.
    pub fn new(at: Address, text: &str, skip_titles: bool) -> Self {
        let text = Chars::new(text);
        let mut passage = Self {
            at,
            folded: Vec::new(),
            places: Vec::new(),
            clauses: Vec::new(),
            weights: Vec::new(),
            text,
        };
        let closes = |from: usize| (from..passage.text.len()).find(|i| passage.text.has(*i, "》"));
        let (mut folded, mut places) = (Vec::new(), Vec::new());
        let mut index = 0;
        while let Some(c) = passage.text.get(index) {
            if skip_titles && c == '《' {
                index = closes(index).unwrap_or(index);
            }
            let narrow = fold(c);
            let mut end = index + 1;
            if narrow.is_ascii_digit() {
                end = number_end(&passage.text, index);
                folded.push(number_sign(&passage.text.text(index..end)));
                places.push(index..end);
                // 25号前 is the 25th as people say it.
                if passage.text.has(end, "号前") || passage.text.has(end, "号后") {
                    folded.push('日');
                    places.push(end..end + 1);
                    end += 1;
                }
            } else if is_han(narrow) || narrow.is_alphanumeric() || narrow == '%' {
                folded.push(narrow);
                places.push(index..end);
            }
            index = end;
        }
        passage.folded = folded;
        for clause in passage.text.clauses() {
            let start = places.partition_point(|place| place.start < clause.start);
            let end = places.partition_point(|place| place.start < clause.end);
            if start < end {
                passage.clauses.push(start..end);
            }
        }
        passage.places = places;
        passage
    }

    /// All sentences of a document.
    pub fn all(document: &Document, skip_titles: bool) -> Vec<Self> {
        document
            .sentences()
            .map(|(unit, sentence)| {
                let at = Address {
                    document: document.id.clone(),
                    unit,
                    sentence: Some(sentence.number),
                };
                Self::new(at, &sentence.text, skip_titles)
            })
            .collect()
    }

    /// Where these folded characters stand in the printed text, from the first to the last.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.places.get(range.start), self.places.get(range.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if first.start < last.end => {
                self.text.span(first.start..last.end)
            }
            _ => self.text.span(0..0),
        }
    }

    /// The empty place right behind the folded character before this one.
    pub fn place(&self, at: usize) -> Span {
        let before = at.checked_sub(1).and_then(|i| self.places.get(i));
        let at = before.map_or(0, |place| place.end);
        self.text.span(at..at)
    }
}

fn number_end(text: &Chars, start: usize) -> usize {
    let digit = |i: usize| text.get(i).is_some_and(|c| fold(c).is_ascii_digit());
    let mut end = start;
    while digit(end) || text.get(end).map(fold) == Some('.') && digit(end + 1) {
        end += 1;
    }
    end
}

/// Whether a folded character stands for a number.
pub fn is_number(c: char) -> bool {
    c >= FIRST_NUMBER
}

/// The first of the signs for numbers.
const FIRST_NUMBER: char = '\u{f0000}';

/// A private-use character for a number: equal numbers have the same one. (65,533 signs; two
/// numbers of a document that share one would only add a false match of one sign.)
fn number_sign(number: &str) -> char {
    let hash = number
        .chars()
        .map(fold)
        .fold(0_u32, |hash, c| hash.wrapping_mul(31).wrapping_add(c as u32));
    char::from_u32(FIRST_NUMBER as u32 + hash % 0xfffd).unwrap_or('#')
}
