//! What a reader knows of the pieces before it has any: how many there are, and which document's
//! provisions stand in which of them. It grows with the documents, by some bytes each.

use serde::{Deserialize, Serialize};

use crate::text::checksum::checksum;

const MAGIC: &[u8; 4] = b"PXSP";

/// Counts up with every change of what pieces hold.
pub const VERSION: u16 = 4;

/// The length of what stands before the contents of a piece.
const HEADER: usize = 4 + ID + 4;

/// The length of a set's id.
const ID: usize = 8;

/// What the folders of pieces are called, up to the set's id.
pub const FOLDER: &str = "assets/pieces.";

/// A set of pieces. Provisions are numbered through the whole library, in its order; their numbers
/// are called places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`VERSION`] of the writer.
    pub version: u16,
    /// The set's id, which every piece of it repeats.
    pub id: [u8; ID],
    /// How many provisions there are.
    pub provisions: u32,
    /// As many provisions stand in each block, fewer in the last.
    pub block: u32,
    /// Over so many pieces terms are spread.
    pub lists: u32,
    /// Over so many pieces what texts write for sounds and quantities is spread.
    pub forms: u32,
    /// The documents.
    pub documents: Vec<ListedDocument>,
    /// Traditional characters that the texts don't have, in their order, each before the simplified
    /// one of the texts.
    pub traditional: String,
}

/// A document whose provisions stand in the pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedDocument {
    /// Its id.
    pub id: String,
    /// How many provisions it has.
    pub provisions: u32,
    /// How much what it says counts, in thousandths, see
    /// [`BundleContents`](crate::index::bundle::BundleContents).
    pub weight: u16,
}

/// A piece of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// Where terms stand.
    List(u32),
    /// Consecutive provisions.
    Block(u32),
    /// What texts write for sounds and quantities.
    Forms(u32),
    /// How the characters of the texts are read; there is one.
    Readings,
}

impl Manifest {
    /// Where a piece lies, from the site's root: the folder is named by the set's id.
    pub fn path(&self, piece: Piece) -> String {
        let mut path = FOLDER.to_owned();
        for byte in self.id {
            for half in [byte >> 4, byte & 15] {
                path.extend(char::from_digit(u32::from(half), 16));
            }
        }
        let (kind, number) = match piece {
            Piece::List(number) => ("/t", number),
            Piece::Block(number) => ("/p", number),
            Piece::Forms(number) => ("/f", number),
            Piece::Readings => ("/r", 0),
        };
        path.push_str(kind);
        path.push_str(&number.to_string());
        path.push_str(".bin");
        path
    }

    /// The piece that says where a term stands.
    pub fn list_of(&self, term: &str) -> Piece {
        Piece::List(hash(term) % self.lists.max(1))
    }

    /// The piece with what texts write for a key.
    pub fn forms_of(&self, key: &str) -> Piece {
        Piece::Forms(hash(key) % self.forms.max(1))
    }

    /// All pieces of the set, in the order in which its id is made of them.
    pub fn all(&self) -> impl Iterator<Item = Piece> {
        let blocks = self.provisions.div_ceil(self.block.max(1));
        let lists = (0..self.lists).map(Piece::List).chain((0..blocks).map(Piece::Block));
        lists.chain((0..self.forms).map(Piece::Forms)).chain([Piece::Readings])
    }

    /// The piece with a place's provision.
    pub fn block_of(&self, place: u32) -> Piece {
        Piece::Block(place / self.block.max(1))
    }

    /// The query in the characters of the texts, where it has Traditional ones.
    pub fn simplified(&self, query: &str) -> Option<String> {
        let pairs: Vec<char> = self.traditional.chars().collect();
        let (pairs, _) = pairs.as_chunks::<2>();
        let found = |c: char| pairs.binary_search_by_key(&c, |[own, _]| *own).ok();
        let simplified: String = query
            .chars()
            .map(|c| found(c).and_then(|at| pairs.get(at)).map_or(c, |[_, s]| *s))
            .collect();
        (simplified != query).then_some(simplified)
    }

    /// The places of a block.
    pub fn places(&self, block: u32) -> std::ops::Range<u32> {
        let start = block.saturating_mul(self.block).min(self.provisions);
        start..start.saturating_add(self.block).min(self.provisions)
    }

    /// A piece as it is served: which set it is of, and a checksum, before its contents.
    pub fn seal(&self, contents: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER + contents.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&self.id);
        bytes.extend_from_slice(&checksum(0, contents).to_le_bytes());
        bytes.extend_from_slice(contents);
        bytes
    }

    /// The contents of a piece; `None` where it is damaged or of another set.
    pub fn open<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let (header, contents) = bytes.split_at_checked(HEADER)?;
        let (magic, rest) = header.split_at(MAGIC.len());
        let (id, sum) = rest.split_at(ID);
        let whole = magic == MAGIC && id == self.id && sum == checksum(0, contents).to_le_bytes();
        whole.then_some(contents)
    }
}

/// FNV-1a over the bytes.
fn hash(text: &str) -> u32 {
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_that_is_damaged_or_of_another_set_is_refused() {
        let own = Manifest { id: *b"12345678", ..Manifest::default() };
        let other = Manifest { id: *b"12345679", ..Manifest::default() };
        let sealed = own.seal(b"contents");
        assert_eq!(own.open(&sealed), Some(&b"contents"[..]));
        assert_eq!(other.open(&sealed), None);
        for at in 0..sealed.len() {
            assert_eq!(own.open(&sealed[..at]), None, "cut at {at}");
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert_eq!(own.open(&altered), None, "altered at {at}");
        }
    }
}
