//! The marks of notes in texts: `[^1]` where a note is referred to, `[^1]: …` where it stands. They
//! are no words of the source, so each format writes them in its own way.

use std::collections::HashSet;

use corpus::Document;

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words of the source.
    Words(&'t str),
    /// The mark in the text that refers to the note with this label.
    Reference(&'t str),
    /// The label before the note's own words.
    Label(&'t str),
}

/// The labels of a document's notes: of those that stand in it and are referred to. Anything else
/// in such brackets is text.
#[derive(Debug, Default)]
pub struct Notes<'a> {
    labels: HashSet<&'a str>,
}

impl<'a> Notes<'a> {
    /// The notes of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut standing = HashSet::new();
        let mut referred = HashSet::new();
        for (_, sentence) in document.sentences() {
            let own = label(&sentence.text);
            standing.extend(own.map(|(label, _)| label));
            let from = own.map_or(0, |(_, end)| end);
            referred.extend(marks(&sentence.text[from..]).map(|(label, _)| label));
        }
        Self { labels: standing.intersection(&referred).copied().collect() }
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The text in stretches.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let mut from = 0;
        if let Some((label, end)) = label(text).filter(|(label, _)| self.labels.contains(label)) {
            pieces.push(Piece::Label(label));
            from = end;
        }
        let rest = &text[from..];
        let mut at = 0;
        for (label, range) in marks(rest).filter(|(label, _)| self.labels.contains(label)) {
            if at < range.start {
                pieces.push(Piece::Words(&rest[at..range.start]));
            }
            pieces.push(Piece::Reference(label));
            at = range.end;
        }
        if at < rest.len() {
            pieces.push(Piece::Words(&rest[at..]));
        }
        pieces
    }
}

/// The label of a note that begins here, and one past its mark: `1` of `[^1]: …`.
fn label(text: &str) -> Option<(&str, usize)> {
    let (label, rest) = text.strip_prefix("[^")?.split_once("]:")?;
    let blank = rest.len() - rest.trim_start().len();
    is_label(label).then_some((label, text.len() - rest.len() + blank))
}

/// All marks of a text with their places.
fn marks(text: &str) -> impl Iterator<Item = (&str, std::ops::Range<usize>)> {
    text.match_indices("[^").filter_map(|(start, _)| {
        let label = text[start + 2..].split_once(']')?.0;
        is_label(label).then(|| (label, start..start + label.len() + 3))
    })
}

fn is_label(label: &str) -> bool {
    (1..=32).contains(&label.len()) && !label.contains(|c: char| c.is_whitespace() || c == '[')
}

#[cfg(test)]
mod tests {
    use super::*;
    use corpus::{DocumentKind, parse};

    #[test]
    fn only_marks_of_notes_that_are_there_are_marks() {
        let text = "标题\n\n一、甲\n\n（一）乙[^1]，丙[^2]。\n\n[^1]: 见附表。\n";
        let (document, _) = parse(&"x".into(), DocumentKind::Policy, text, 1);
        let notes = Notes::of(&document);
        assert_eq!(
            notes.pieces("乙[^1]，丙[^2]。"),
            [Piece::Words("乙"), Piece::Reference("1"), Piece::Words("，丙[^2]。")]
        );
        assert_eq!(notes.pieces("[^1]: 见附表。"), [Piece::Label("1"), Piece::Words("见附表。")]);
        assert_eq!(notes.pieces("[^3]: 无。"), [Piece::Words("[^3]: 无。")]);
        assert!(!notes.is_empty());
    }
}
