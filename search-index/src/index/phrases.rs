//! Patterns of characters in the source: each place is a character, one of several, or anything.
//! All ways of writing (Traditional, pinyin, initials, misspelt) become patterns.

use crate::index::postings::{IndexedText, Postings, at_distance, union};

/// One place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// One of these characters.
    Of(Vec<char>),
    /// Any character.
    Anything,
}

impl From<char> for Element {
    fn from(c: char) -> Self {
        Self::Of(vec![c])
    }
}

/// Where the pattern stands in the source, as first positions.
pub fn starts(store: &Postings, pattern: &[Element]) -> Vec<u32> {
    let mut lists: Vec<(u32, crate::index::postings::Places)> = Vec::new();
    for (offset, element) in (0..).zip(pattern) {
        if let Element::Of(characters) = element {
            let places: Vec<_> = characters
                .iter()
                .map(|c| store.places(IndexedText::Source, c.encode_utf8(&mut [0; 4])))
                .filter(|places| !places.is_empty())
                .collect();
            if places.is_empty() {
                return Vec::new();
            }
            lists.push((offset, union(&places)));
        }
    }
    // The rarest first: nothing gets longer from there on.
    lists.sort_by_key(|(_, places)| places.len());
    let Some((first, places)) = lists.first() else { return Vec::new() };
    let mut found: Vec<u32> = places.to_vec();
    for (offset, places) in &lists[1..] {
        found = at_distance(&found, places, i64::from(*offset) - i64::from(*first));
        if found.is_empty() {
            return found;
        }
    }
    let first = *first;
    found.retain(|place| {
        // A pattern with `Anything` at its ends must not reach over the document's borders.
        let Some(start) = place.checked_sub(first) else { return false };
        let doc = store.doc_at(IndexedText::Source, *place);
        let (from, to) =
            (store.base(IndexedText::Source, doc), store.base(IndexedText::Source, doc + 1));
        start >= from && start + (pattern.len() as u32) < to
    });
    found.iter().map(|place| place - first).collect()
}

/// Where exactly these characters stand.
pub fn exact(store: &Postings, characters: &[char]) -> Vec<u32> {
    let pattern: Vec<Element> = characters.iter().copied().map(Element::from).collect();
    starts(store, &pattern)
}
