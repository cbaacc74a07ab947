//! The marks of notes in texts: `[^1]` where a note is referred to, `[^1]: …` where it stands. They
//! are no words of the source, so each format and the pages write them in their own way.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::address::Unit;
use crate::model::Document;

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
    /// Where the note of a label stands: the unit, and the number of the sentence in it.
    places: HashMap<&'a str, (Unit, u16)>,
}

impl<'a> Notes<'a> {
    /// The notes of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut standing = HashMap::new();
        let mut referred = HashSet::new();
        for (unit, sentence) in document.sentences() {
            let own = label(&sentence.text);
            if let Some((label, _)) = own {
                standing.entry(label).or_insert((unit, sentence.number));
            }
            let from = own.map_or(0, |(_, end)| end);
            referred.extend(marks(&sentence.text[from..]).map(|(label, _)| label));
        }
        standing.retain(|label, _| referred.contains(label));
        Self { places: standing }
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Where the note with this label stands: the unit, and the number of the sentence in it.
    pub fn place(&self, label: &str) -> Option<&(Unit, u16)> {
        self.places.get(label)
    }

    /// The text in stretches.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let mut from = 0;
        if let Some((label, end)) = label(text).filter(|(label, _)| self.places.contains_key(label))
        {
            pieces.push(Piece::Label(label));
            from = end;
        }
        let rest = &text[from..];
        let mut at = 0;
        for (label, range) in marks(rest).filter(|(label, _)| self.places.contains_key(label)) {
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

/// The text without the marks of notes, for names and titles.
pub fn without_marks(text: &str) -> Cow<'_, str> {
    let mut at = 0;
    let mut out = String::new();
    for (_, range) in marks(text) {
        out.push_str(&text[at..range.start]);
        at = range.end;
    }
    if at == 0 { Cow::Borrowed(text) } else { Cow::Owned(out + &text[at..]) }
}

/// The label of a note that begins here, and one past its mark: `1` of `[^1]: …`.
pub fn label(text: &str) -> Option<(&str, usize)> {
    let (label, rest) = text.strip_prefix("[^")?.split_once("]:")?;
    let blank = rest.len() - rest.trim_start().len();
    is_label(label).then_some((label, text.len() - rest.len() + blank))
}

/// All marks of a text: label, and the place of the whole mark in bytes.
pub fn marks(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.match_indices("[^").filter_map(|(start, _)| {
        let label = text[start + "[^".len()..].split_once(']')?.0;
        is_label(label).then(|| (label, start..start + "[^]".len() + label.len()))
    })
}

/// Where the label stands in the place of a whole mark.
pub fn label_in(mark: &Range<usize>) -> Range<usize> {
    mark.start + "[^".len()..mark.end - "]".len()
}

fn is_label(label: &str) -> bool {
    (1..=32).contains(&label.len()) && !label.contains(|c: char| c.is_whitespace() || c == '[')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentKind, parse};

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
        assert_eq!(notes.place("1"), Some(&(Unit::Provision("1".to_owned()), 2)));
        assert_eq!(notes.place("2"), None);
    }

    #[test]
    fn a_name_has_no_marks() {
        assert_eq!(without_marks("修路[^1]和[^a]桥"), "修路和桥");
        assert_eq!(without_marks("修路[1]"), "修路[1]");
    }
}
