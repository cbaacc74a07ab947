//! References by where they stand and by what they lead to, and notes, for the pages; the search shows
//! neither.

use std::collections::BTreeMap;

use corpus::notes::{self, Notes};
use corpus::{Address, DocumentId, Library, Reference, Sentence, Span};

use crate::marks::Mark;
use crate::page_context::PageContext;

/// The references of a library, by both ends.
#[derive(Debug, Default)]
pub struct ReferenceIndex {
    /// By the sentence that has the words: indexes into the library's list.
    from: BTreeMap<&'static Address, Vec<usize>>,
    /// By the unit that they lead to: one sentence of each unit that refers to it, in their order.
    to: BTreeMap<Address, Vec<&'static Address>>,
    /// The notes of the documents that have some.
    notes: BTreeMap<&'static DocumentId, Notes<'static>>,
}

impl ReferenceIndex {
    /// Indexes the references of a library. What a unit says of itself leads nowhere new, and is not
    /// told as a reference to it.
    pub fn new(library: &'static Library) -> Self {
        let notes = library.documents().map(|document| (&document.id, Notes::of(document)));
        let notes = notes.filter(|(_, notes)| !notes.is_empty()).collect();
        let mut index = Self { notes, ..Self::default() };
        for (at, Reference { from, to, .. }) in library.references.iter().enumerate() {
            index.from.entry(from).or_default().push(at);
            let unit = Address { sentence: None, ..to.clone() };
            let citing = index.to.entry(unit).or_default();
            let same = |a: &Address, b: &Address| a.document == b.document && a.unit == b.unit;
            if !same(from, to) && !citing.iter().any(|known| same(known, from)) {
                citing.push(from);
            }
        }
        index
    }

    /// The sentences that refer to a unit, or to a place in it: one of each unit.
    pub fn citing(&self, unit: &Address) -> &[&'static Address] {
        self.to.get(unit).map_or(&[], Vec::as_slice)
    }
}

impl PageContext {
    /// The references of a sentence, in the original or in its translation.
    pub fn references(&self, at: &Address, translated: bool) -> Vec<(Span, Mark)> {
        let all = &self.library().references;
        let here = self.library_index.references().from.get(at).map_or(&[][..], Vec::as_slice);
        here.iter()
            .filter(|index| all[**index].language.is_some() == translated)
            .map(|index| (all[*index].span, Mark::Reference(*index)))
            .collect()
    }

    /// The labels of notes in a sentence, as links to the notes where these stand in the same unit.
    pub(crate) fn note_places(&self, at: &Address, sentence: &Sentence) -> Vec<(Span, Mark)> {
        let Some(standing) = self.library_index.references().notes.get(&at.document) else {
            return Vec::new();
        };
        let begins = notes::label(&sentence.text).map_or(0, |(_, end)| end);
        notes::marks(&sentence.text)
            .filter(|(_, range)| range.start >= begins)
            .filter_map(|(label, range)| {
                let (_, number) = standing.place(label).filter(|(unit, _)| *unit == at.unit)?;
                let label = notes::label_in(&range);
                Some((Span::new(label.start, label.end), Mark::NotePlace(*number)))
            })
            .collect()
    }
}
