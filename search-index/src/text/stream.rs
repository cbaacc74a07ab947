//! A unit's text as folded characters that know where they are printed.

use corpus::Span;

use crate::text::fold::{self, Break, Glyph, glyphs};

/// Where a folded character of a stream is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Index of the piece.
    pub piece: u16,
    /// Its bytes there.
    pub span: Span,
}

/// A unit's text as folded characters with their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// The folded characters; words of a translation are parted by single spaces.
    pub chars: Vec<char>,
    /// The place of each.
    pub origins: Vec<Origin>,
    /// Where punctuation parts a character from the one before it: index and break, in order.
    pub breaks: Vec<(u32, Break)>,
}

/// Folded characters to look for, with the punctuation between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The characters.
    pub chars: Vec<char>,
    /// Where punctuation parts a character from the one before it: index and break, in order.
    pub breaks: Vec<(u32, Break)>,
    /// Whether digits at its ends must be whole figures: 10 is not in 1000.
    pub figures: bool,
    /// Whether the text must have its punctuation: in English it makes another phrase, and a
    /// quotation means it.
    pub strict: bool,
    /// The signs that the text must have right before it and right behind it; 0 for any.
    pub edges: [u64; 2],
}

impl Phrase {
    /// Folds a Chinese text in which figures are whole.
    pub fn typed(text: &str) -> Self {
        Self { figures: true, ..Self::new(text) }
    }

    /// Folds a Chinese text.
    pub fn new(text: &str) -> Self {
        let mut phrase = Self::default();
        for (glyph, at) in glyphs(text).iter().zip(0..) {
            if glyph.parted != 0 && at > 0 {
                phrase.breaks.push((at, glyph.parted));
            }
            phrase.chars.push(glyph.c);
        }
        phrase
    }

    /// Folds a text in words, which single spaces part.
    pub fn of_words(text: &str) -> Self {
        let mut phrase = Self { strict: true, ..Self::default() };
        for word in fold::words(text) {
            if !phrase.chars.is_empty() {
                phrase.chars.push(' ');
                if word.parted != 0 {
                    phrase.breaks.push((phrase.chars.len() as u32, word.parted));
                }
            }
            phrase.chars.extend(word.text.chars());
        }
        phrase
    }
}

impl From<&[char]> for Phrase {
    /// Without punctuation between the characters, figures whole.
    fn from(chars: &[char]) -> Self {
        Self { chars: chars.to_vec(), figures: true, ..Self::default() }
    }
}

/// Whether a folded character belongs to a figure in digits. A point is one only between digits.
pub fn is_of_figure(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

/// Whether the breaks of a text, sorted, let the phrase stand from `start` on: it has the same
/// punctuation wherever the text has some.
pub fn allows(breaks: &[(u32, Break)], start: u32, phrase: &Phrase) -> bool {
    let from = breaks.partition_point(|(at, _)| *at <= start);
    let inside = breaks[from..].iter().take_while(|(at, _)| at - start < phrase.chars.len() as u32);
    let asked = |at: u32, own: Break| phrase.breaks.contains(&(at - start, own));
    let printed = |(at, own): &(u32, Break)| breaks[from..].contains(&(start + at, *own));
    let beside = |at: u32| {
        let at = breaks.binary_search_by_key(&at, |(at, _)| *at);
        at.ok().and_then(|at| breaks.get(at)).map_or(0, |(_, own)| *own)
    };
    let [before, behind] = phrase.edges;
    let edge = |asked: u64, printed: u64| asked == 0 || asked == printed;
    edge(before, fold::last_sign(beside(start)))
        && edge(behind, fold::first_sign(beside(start + phrase.chars.len() as u32)))
        && inside.copied().all(|(at, own)| asked(at, own))
        && (!phrase.strict || phrase.breaks.iter().all(printed))
}

impl Stream {
    pub(crate) fn push(&mut self, c: char, origin: Origin) {
        self.chars.push(c);
        self.origins.push(origin);
    }

    pub(crate) fn extend(&mut self, piece: u16, glyphs: Vec<Glyph>) {
        for glyph in glyphs {
            let span = Span { start: glyph.start, end: glyph.end };
            self.part(glyph.parted);
            self.push(glyph.c, Origin { piece, span });
        }
    }

    /// Parts what comes next from what is there.
    pub(crate) fn part(&mut self, parted: Break) {
        if parted != 0 {
            self.breaks.push((self.chars.len() as u32, parted));
        }
    }

    /// Where the phrase stands: starts of occurrences that do not overlap.
    pub fn find(&self, phrase: &Phrase) -> Vec<usize> {
        let fits = |at| {
            allows(&self.breaks, at as u32, phrase) && !(phrase.figures && self.cut(phrase, at))
        };
        self.occurrences(&phrase.chars, fits)
    }

    /// Whether a figure goes on before or after the phrase.
    fn cut(&self, phrase: &Phrase, start: usize) -> bool {
        let parted = |at: usize| self.breaks.binary_search_by_key(&(at as u32), |b| b.0).is_ok();
        let counts = |at: usize| self.chars.get(at).is_some_and(|c| is_of_figure(*c));
        let end = start + phrase.chars.len();
        let first = phrase.chars.first().is_some_and(char::is_ascii_digit);
        let last = phrase.chars.last().is_some_and(char::is_ascii_digit);
        first && start > 0 && counts(start - 1) && !parted(start)
            || last && counts(end) && !parted(end)
    }

    /// Where the characters stand, punctuation or not.
    pub fn find_across(&self, needle: &[char]) -> Vec<usize> {
        self.occurrences(needle, |_| true)
    }

    fn occurrences(&self, needle: &[char], fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = 0;
        while !needle.is_empty() && at + needle.len() <= self.chars.len() {
            if self.chars[at..].starts_with(needle) && fits(at) {
                found.push(at);
                at += needle.len();
            } else {
                at += 1;
            }
        }
        found
    }

    /// Of the starts, those where whole words stand.
    pub fn whole_words(&self, starts: Vec<usize>, length: usize) -> Vec<usize> {
        let border = |index: Option<usize>| {
            index.and_then(|index| self.chars.get(index)).is_none_or(|c| *c == ' ')
        };
        let whole = |start: &usize| border(start.checked_sub(1)) && border(Some(start + length));
        starts.into_iter().filter(whole).collect()
    }

    /// The printed stretches of `length` characters from `start` on, one per piece.
    pub fn printed(&self, start: usize, length: usize) -> Vec<Origin> {
        let mut printed: Vec<Origin> = Vec::new();
        for origin in self.origins.get(start..start + length).unwrap_or_default() {
            match printed.last_mut() {
                Some(last) if last.piece == origin.piece => {
                    last.span.end = last.span.end.max(origin.span.end);
                }
                _ => printed.push(*origin),
            }
        }
        printed
    }
}
