//! The opened index: where terms stand, as positions that run through the whole library.
//!
//! Every document of the index has a stretch of positions of its own, one longer than its text, so
//! that nothing matches across documents. A phrase is then one intersection of sorted lists.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use corpus::Library;
use tantivy::index::SegmentId;
use tantivy::postings::Postings as _;
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocSet, Index, IndexSettings, InvertedIndexReader, SegmentReader, TERMINATED};

use crate::index::bundle::{BundleContents, Doc, OpenError};
use crate::index::directory::BundleDirectory;
use crate::index::schema::{Fields, SEGMENT, schema};
use crate::text::checksum::checksum;
use crate::text::units::UnitInfo;

/// Positions, sorted.
pub type Places = Rc<Vec<u32>>;

/// Which text a position is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexedText {
    /// The source, in characters.
    Source,
    /// The translation, in words.
    Translation,
}

/// The opened index.
pub struct Postings {
    sides: [Table; 2],
    docs: Vec<Doc>,
}

struct Table {
    reader: Arc<InvertedIndexReader>,
    field: Field,
    /// First position of each document, and the end of the last.
    bases: Vec<u32>,
    cache: RefCell<Vec<(String, Places)>>,
}

/// This many terms' places are kept for the next query.
const CACHED: usize = 256;

impl Postings {
    /// Opens the index of a bundle.
    ///
    /// # Errors
    /// Where tantivy can't read it.
    pub fn open(contents: &mut BundleContents) -> Result<Self, OpenError> {
        let directory = BundleDirectory::new(std::mem::take(&mut contents.files));
        let docs = std::mem::take(&mut contents.docs);
        // The schema is known, and so is the one segment: an index that was read from its
        // `meta.json` would bring 60 kB of code for JSON along.
        let index = Index::create(directory, schema(), IndexSettings::default())?;
        let id = SegmentId::from_uuid_string(SEGMENT).map_err(|_| OpenError::Damaged)?;
        let segment = index.segment(index.new_segment_meta(id, docs.len() as u32));
        let reader = SegmentReader::open(&segment)?;
        let fields = Fields::of(&index.schema())?;
        let table = |field: Field, length: fn(&Doc) -> u32| -> Result<Table, OpenError> {
            let mut end = 0;
            let mut bases = vec![0];
            bases.extend(docs.iter().map(|doc| {
                end += length(doc) + 1;
                end
            }));
            let reader = reader.inverted_index(field)?;
            Ok(Table { reader, field, bases, cache: RefCell::default() })
        };
        let sides = [
            table(fields.source, |doc| doc.source)?,
            table(fields.translation, |doc| doc.translation)?,
        ];
        Ok(Self { sides, docs })
    }

    fn table(&self, side: IndexedText) -> &Table {
        &self.sides[side as usize]
    }

    /// The documents of the index.
    pub fn docs(&self) -> &[Doc] {
        &self.docs
    }

    /// The first position of a document.
    pub fn base(&self, side: IndexedText, doc: usize) -> u32 {
        self.table(side).bases[doc]
    }

    /// The document that a position is in.
    pub fn doc_at(&self, side: IndexedText, position: u32) -> usize {
        self.table(side).bases.partition_point(|base| *base <= position) - 1
    }

    /// Where a term stands; empty where it does not occur, or can't be read.
    pub fn places(&self, side: IndexedText, term: &str) -> Places {
        let table = self.table(side);
        if let Some((_, places)) = table.cache.borrow().iter().find(|(known, _)| known == term) {
            return Rc::clone(places);
        }
        let places = Rc::new(table.read(term).unwrap_or_default());
        let mut cache = table.cache.borrow_mut();
        if cache.len() >= CACHED {
            cache.clear();
        }
        cache.push((term.to_owned(), Rc::clone(&places)));
        places
    }
}

impl Table {
    fn read(&self, term: &str) -> std::io::Result<Vec<u32>> {
        let term = Term::from_field_text(self.field, term);
        let option = IndexRecordOption::WithFreqsAndPositions;
        let mut places = Vec::new();
        let Some(mut postings) = self.reader.read_postings(&term, option)? else {
            return Ok(places);
        };
        while postings.doc() != TERMINATED {
            let base = self.bases.get(postings.doc() as usize).copied().unwrap_or(u32::MAX / 2);
            postings.append_positions_with_offset(base, &mut places);
            postings.advance();
        }
        Ok(places)
    }
}

/// The checksum of all texts that are searched, which ties an index to its library.
pub fn texts_checksum(library: &Library, units: &[UnitInfo]) -> u32 {
    units.iter().fold(0, |crc, unit| {
        let pieces = unit.source(library).into_iter().chain(unit.translation(library));
        pieces.fold(crc, |crc, piece| checksum(checksum(crc, piece.text.as_bytes()), b"\n"))
    })
}

/// Of the places, those that have one of `others` at the given distance.
pub fn at_distance(places: &[u32], others: &[u32], distance: i64) -> Vec<u32> {
    let mut rest = others;
    let near = |place: &u32| {
        let target = i64::from(*place) + distance;
        // Gallop: lists differ in length by orders of magnitude.
        let mut step = 1;
        while step < rest.len() && i64::from(rest[step]) < target {
            step *= 2;
        }
        let ahead = &rest[..(step + 1).min(rest.len())];
        rest = &rest[ahead.partition_point(|other| i64::from(*other) < target)..];
        rest.first().is_some_and(|other| i64::from(*other) == target)
    };
    places.iter().copied().filter(near).collect()
}

/// The places of all lists together, sorted.
pub fn union(lists: &[Places]) -> Places {
    if let [one] = lists {
        return Rc::clone(one);
    }
    let mut all: Vec<u32> = lists.iter().flat_map(|list| list.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    Rc::new(all)
}

#[cfg(test)]
mod tests {
    use super::at_distance;

    #[test]
    fn places_at_a_distance() {
        assert_eq!(at_distance(&[1, 5, 9, 20], &[2, 6, 7, 11, 21], 1), [1, 5, 20]);
        assert_eq!(at_distance(&[1, 5, 9], &[7, 11], 2), [5, 9]);
        assert_eq!(at_distance(&[1, 5, 9], &[0, 4], -1), [1, 5]);
        assert_eq!(at_distance(&[1], &[], 1), Vec::<u32>::new());
    }
}
