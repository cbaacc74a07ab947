//! Footnotes, endnotes and comments. Notes are read last, `[^1]: …`, and stand below what refers to
//! them in the end (`crate::notes`); comments are no part of the text.

use std::collections::{HashMap, HashSet};

use corpus::{Severity, bilingual};

use super::inline::Inline;
use super::reader::{Reader, words};
use crate::flow::Block;
use crate::table;
use crate::xml::Element;

/// The notes of a part by id.
pub type NoteTexts = HashMap<String, Element>;

/// The notes that the text refers to, in order: whether it is a footnote, and its id.
#[derive(Debug, Default)]
pub struct Notes {
    referred: Vec<(bool, String)>,
    comments: HashSet<String>,
}

/// The notes or comments of a part; what separates notes from the text is none.
pub fn texts(part: Element, name: &str) -> NoteTexts {
    let notes = part.children.into_iter().filter_map(|child| match child {
        crate::xml::Node::Element(note) if &*note.name == name => Some(note),
        _ => None,
    });
    notes
        .filter(|note| note.attribute("type").is_none_or(|kind| kind == "normal"))
        .filter_map(|note| Some((note.attribute("id")?.to_owned(), note)))
        .collect()
}

impl Reader<'_> {
    pub(super) fn note(&mut self, reference: &Element, piece: &mut Inline<'_>) {
        let footnote = &*reference.name == "footnoteReference";
        let key = (footnote, reference.attribute("id").unwrap_or_default().to_owned());
        let known = if footnote { &self.parts.footnotes } else { &self.parts.endnotes };
        if !known.contains_key(&key.1) {
            let message = bilingual!(
                "这里引用了一条注释，但文件里没有它；请查看原件",
                "a note is referred to here that is not in the file; check the original"
            );
            self.flow.tell(Severity::Warning, message);
            return;
        }
        let at = self.notes.referred.iter().position(|known| *known == key);
        let at = at.unwrap_or_else(|| {
            self.notes.referred.push(key);
            self.notes.referred.len() - 1
        });
        piece.text.extend(["[^", &(at + 1).to_string(), "]"]);
    }

    pub(super) fn comment(&mut self, reference: &Element) {
        let id = reference.attribute("id").unwrap_or_default();
        let words = self.parts.comments.get(id).map(words).unwrap_or_default();
        self.notes.comments.insert(id.to_owned());
        self.flow.leave_out(
            Severity::Notice,
            bilingual!("这一段的批注", "a comment on this paragraph"),
            &words,
            None,
        );
    }

    /// Adds the notes that were referred to, and tells of those that were not.
    pub fn end_notes(&mut self) {
        let mut at = 0;
        // A note may refer to others: the list grows while it is read.
        while let Some((footnote, id)) = self.notes.referred.get(at).cloned() {
            at += 1;
            let parts = self.parts;
            let texts = if footnote { &parts.footnotes } else { &parts.endnotes };
            let Some(note) = texts.get(&id) else { continue };
            self.cells.push(Vec::new());
            self.blocks(note);
            let blocks = self.cells.pop().unwrap_or_default();
            let text = table::cell(&blocks).replace('\n', "　");
            self.push(Block::Paragraph(format!("[^{at}]: {}", text.trim())));
        }
        self.unreferred_notes();
    }

    fn unreferred_notes(&mut self) {
        let referred = |footnote: bool, id: &String| {
            self.notes.referred.iter().any(|(kind, known)| *kind == footnote && known == id)
        };
        let parts = self.parts;
        let footnotes = parts.footnotes.iter().filter(|(id, _)| !referred(true, id));
        let endnotes = parts.endnotes.iter().filter(|(id, _)| !referred(false, id));
        let notes = footnotes.chain(endnotes).map(|(_, note)| (false, note));
        let comments = parts.comments.iter().filter(|(id, _)| !self.notes.comments.contains(*id));
        let comments = comments.map(|(_, comment)| (true, comment));
        let mut left: Vec<(bool, String)> =
            notes.chain(comments).map(|(comment, element)| (comment, words(element))).collect();
        left.retain(|(_, words)| !words.is_empty());
        // Comments first.
        left.sort_by(|a, b| (!a.0, &a.1).cmp(&(!b.0, &b.1)));
        for (comment, words) in left {
            let what = if comment {
                bilingual!("批注", "a comment")
            } else {
                bilingual!("没有被引用的注释", "a note that nothing refers to")
            };
            self.flow.leave_out(Severity::Notice, what, &words, None);
        }
    }
}
