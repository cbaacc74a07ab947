//! A line of a translation as the search compares it: letters that look alike are one, what can't be
//! seen is left out, and where words begin and end is known. Every character keeps its printed place.

use std::cell::OnceCell;
use std::ops::Range;

use corpus::Span;
use corpus::languages::Language;

use crate::text::fold::fold;

/// What stands between a character and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Nothing: both are of one word.
    None,
    /// What parts words or, in Tibetan, syllables.
    Space,
    /// Punctuation.
    Sign,
}

/// A folded line, or what is looked for in one.
#[derive(Clone, Debug, Default)]
pub struct FoldedLine {
    chars: Vec<char>,
    /// By character, its bytes in the line as printed.
    places: Vec<Span>,
    /// By character, what stands before it.
    gaps: Vec<Gap>,
    /// Whether words follow each other unmarked, so that any place may be the beginning of one.
    unbounded: bool,
    /// By word, its reading in Latin letters, once it was asked for.
    read: OnceCell<Vec<String>>,
}

/// Where something stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The bytes as printed.
    pub span: Span,
    /// Whether it ends where a word ends: otherwise a longer word begins so.
    pub whole: bool,
}

/// Whether it parts words without being punctuation: white space, among it the narrow one before a
/// Mongolian suffix, and the points between Tibetan syllables.
fn spaces(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{f0b}' | '\u{f0c}')
}

/// Whether it is written on other letters and mostly left out: Arabic vowel signs, the stroke that
/// stretches a word, accents.
pub(super) fn is_left_out(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{300}'..='\u{36f}')
}

impl FoldedLine {
    /// Folds a text.
    pub fn new(text: &str, language: &Language) -> Self {
        let mut line = Self { unbounded: language.is_unbounded(), ..Self::default() };
        let mut gap = Gap::Space;
        let mut had_digit = false;
        for (start, printed) in text.char_indices() {
            let end = start + printed.len_utf8();
            if spaces(printed) {
                gap = gap.max(Gap::Space);
            } else if language.joins(printed) || is_left_out(printed) {
                // It belongs to the letter before it.
                if let Some(last) = line.places.last_mut().filter(|_| gap == Gap::None) {
                    last.end = end as u32;
                }
            } else if printed.is_alphanumeric() || language.has_letter(printed) {
                let digit = language.digit(printed).and_then(|value| char::from_digit(value, 10));
                if gap == Gap::None && had_digit != digit.is_some() {
                    gap = Gap::Space;
                }
                had_digit = digit.is_some();
                for c in digit.unwrap_or_else(|| fold(printed)).to_lowercase() {
                    line.chars.push(language.alike.get(&c).copied().unwrap_or(c));
                    line.places.push(Span::new(start, end));
                    line.gaps.push(std::mem::replace(&mut gap, Gap::None));
                }
            } else {
                gap = Gap::Sign;
            }
        }
        line
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// Where something stands: from the beginning of a word on, over the same gaps, one place behind
    /// the other.
    pub fn occurrences(&self, sought: &Self) -> Vec<Occurrence> {
        let length = sought.chars.len();
        let mut found = Vec::new();
        let mut at = 0;
        while length > 0 && at + length <= self.chars.len() {
            let here = at..at + length;
            let same = self.chars[here.clone()] == sought.chars
                && (self.unbounded || self.gaps[at] != Gap::None)
                && self.has_gaps(&self.gaps[at + 1..here.end], &sought.gaps[1..]);
            if same {
                found.push(self.occurrence(here));
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// Whether what parts these characters is what was typed. Where words follow each other unmarked,
    /// spaces say nothing.
    fn has_gaps(&self, own: &[Gap], typed: &[Gap]) -> bool {
        let sign = |gap: &Gap| *gap == Gap::Sign;
        own == typed || self.unbounded && own.iter().map(sign).eq(typed.iter().map(sign))
    }

    fn occurrence(&self, here: Range<usize>) -> Occurrence {
        let next = self.gaps.get(here.end);
        Occurrence {
            span: Span { start: self.places[here.start].start, end: self.places[here.end - 1].end },
            whole: self.unbounded || next.is_none_or(|gap| *gap != Gap::None),
        }
    }

    /// Where whole words stand that are read like these in Latin letters, see
    /// [`Language::latin`].
    pub fn read_alike(&self, sought: &Self, language: &Language) -> Vec<Occurrence> {
        let wanted = sought.readings(language);
        if wanted.is_empty() || wanted.iter().any(String::is_empty) {
            return Vec::new();
        }
        let words = self.words();
        let starts = self.readings(language).windows(wanted.len()).zip(words.windows(wanted.len()));
        starts
            .filter(|(read, run)| {
                let inside = run.iter().skip(1).all(|word| self.gaps[word.start] == Gap::Space);
                inside && *read == wanted
            })
            .filter_map(|(_, run)| Some(self.occurrence(run.first()?.start..run.last()?.end)))
            .collect()
    }

    fn readings(&self, language: &Language) -> &[String] {
        self.read.get_or_init(|| {
            self.words().into_iter().map(|word| latin(&self.chars[word], language)).collect()
        })
    }

    fn words(&self) -> Vec<Range<usize>> {
        let mut starts: Vec<usize> =
            (0..self.chars.len()).filter(|at| self.gaps[*at] != Gap::None).collect();
        starts.push(self.chars.len());
        starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
    }
}

/// Letters in Latin letters; empty where one of them has no certain reading.
fn latin(chars: &[char], language: &Language) -> String {
    let (mut read, mut at) = (String::new(), 0);
    while at < chars.len() {
        let known = (1..=3.min(chars.len() - at)).rev().find_map(|length| {
            let letters: String = chars[at..at + length].iter().collect();
            Some((length, language.latin.get(&letters)?))
        });
        match known {
            Some((length, letters)) => {
                read.push_str(letters);
                at += length;
            }
            None if chars[at].is_ascii_alphanumeric() => {
                read.push(chars[at]);
                at += 1;
            }
            None => return String::new(),
        }
    }
    read
}
