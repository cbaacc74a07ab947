//! A sentence as characters, each with its place in bytes: what all analysis of text works on, so
//! that every span it reports lies on character borders.

use std::ops::Range;

use crate::model::Span;

/// A text as characters with byte offsets.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "the characters are what it is")]
pub struct Chars {
    chars: Vec<char>,
    /// Where each character begins in the text, in bytes.
    starts: Vec<usize>,
    /// Where it ends.
    ends: Vec<usize>,
}

impl Chars {
    /// The characters of the text.
    pub fn new(text: &str) -> Self {
        Self::chosen(text.char_indices())
    }

    /// Some of the characters of a text, perhaps in another spelling, each with the byte at which
    /// it stands there: every range of them is a stretch of the text itself.
    pub(crate) fn respelled(text: &str, kept: impl Iterator<Item = (usize, char)>) -> Self {
        let mut chars = Self::chosen(kept);
        let ends = |start: &usize| start + text[*start..].chars().next().map_or(0, char::len_utf8);
        chars.ends = chars.starts.iter().map(ends).collect();
        chars
    }

    fn chosen(chars: impl Iterator<Item = (usize, char)>) -> Self {
        let (starts, chars): (Vec<usize>, Vec<char>) = chars.unzip();
        let ends = starts.iter().zip(&chars).map(|(start, c)| start + c.len_utf8()).collect();
        Self { chars, starts, ends }
    }

    /// Whether something was left out between the character before this index and this one.
    pub fn gap(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.ends[at - 1] != self.starts[at]
    }

    /// All characters.
    pub fn all(&self) -> &[char] {
        &self.chars
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at this index.
    pub fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The bytes that these characters take in the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        let end = range.end.min(self.chars.len());
        let start = range.start.min(end);
        let last = end.checked_sub(1).map_or(0, |last| self.ends[last]);
        let first = if start < end { self.starts[start] } else { last };
        Span::new(first, last)
    }

    /// The characters in this range as text.
    pub fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// Whether these words stand at this index.
    pub fn has(&self, at: usize, words: &str) -> bool {
        let mut from = at;
        words.chars().all(|c| {
            from += 1;
            self.get(from - 1) == Some(c)
        })
    }

    /// Whether these words end right before this index.
    pub fn ends(&self, at: usize, words: &str) -> bool {
        at.checked_sub(words.chars().count()).is_some_and(|start| self.has(start, words))
    }

    /// The first of the forms that stands at this index, with its length in characters.
    /// List longer forms before their beginnings.
    pub fn any_at<'f>(&self, at: usize, forms: &[&'f str]) -> Option<(&'f str, usize)> {
        let form = forms.iter().find(|form| self.has(at, form))?;
        Some((form, form.chars().count()))
    }

    /// The first of the forms that ends right before this index, with its length in characters.
    pub fn any_before<'f>(&self, at: usize, forms: &[&'f str]) -> Option<(&'f str, usize)> {
        let form = forms.iter().find(|form| self.ends(at, form))?;
        Some((form, form.chars().count()))
    }

    /// The clause around this index: between commas, semicolons, colons and full stops.
    pub fn clause(&self, at: usize) -> Range<usize> {
        let start = self.chars[..at.min(self.len())]
            .iter()
            .rposition(|c| ends_clause(*c))
            .map_or(0, |before| before + 1);
        let end = (at..self.len()).find(|i| ends_clause(self.chars[*i])).unwrap_or(self.len());
        start..end.max(start)
    }

    /// All clauses in reading order, empty ones left out.
    pub fn clauses(&self) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = 0;
        for end in (0..=self.len()).filter(|i| self.get(*i).is_none_or(ends_clause)) {
            if start < end {
                clauses.push(start..end);
            }
            start = end + 1;
        }
        clauses
    }
}

/// Whether the character ends a clause; `、` joins words of one clause.
pub fn ends_clause(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '!' | '？' | '?' | '…')
}

/// The same character in half width, lower case: what a reader takes for the same.
pub fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '〇' => '零',
        _ => c,
    };
    narrow.to_ascii_lowercase()
}
