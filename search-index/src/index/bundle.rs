//! The bundle: everything the engine loads besides the texts, as one blob.
//!
//! Layout: the magic `PXSI`, the format version (u16, little endian), the CRC-32 of the rest (u32,
//! little endian), then [`BundleContents`] as postcard. The same texts always give the same bytes:
//! tantivy's random segment id is replaced by a fixed one. Nothing inside is compressed, since one
//! compression around everything is smaller than many inside (98 against 164 kB at 1,000
//! provisions).

use serde::{Deserialize, Serialize};

use crate::lexicon::plain_language::PlainLanguageWords;
use crate::lexicon::thesaurus::Thesaurus;
use crate::lexicon::variants::Variants;
use crate::protocol::Failure;
use crate::text::checksum::checksum;

const MAGIC: &[u8; 4] = b"PXSI";

/// Counts up with every change of the format, of folding, stemming or the schema.
pub const VERSION: u16 = 6;

/// The length of what stands before the contents.
const HEADER: usize = 10;

/// What a bundle holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleContents {
    /// Checksum of the library's texts that the index was made from.
    pub texts: u32,
    /// The documents of the index: first one per unit of the library, in order, then one for each
    /// corrected reading.
    pub docs: Vec<Doc>,
    /// How much what each document of the library says counts, in thousandths: its force in law,
    /// whether it is in force, and how many others name it.
    pub document_weights: Vec<u16>,
    /// Pinyin and Traditional characters.
    pub variants: Variants,
    /// Everyday words.
    pub thesaurus: Thesaurus,
    /// Rarer everyday words, see [`Thesaurus::rare`].
    pub rare: Thesaurus,
    /// Plain-language lines.
    pub plain_language: PlainLanguageWords,
    /// The files of the index.
    pub files: Vec<BundleFile>,
}

/// A bundle in parts, each a file of its own.
#[derive(Clone, Debug)]
pub struct Apart {
    /// The bundle without everyday words.
    pub bundle: Vec<u8>,
    /// Its thesaurus, as postcard.
    pub thesaurus: Vec<u8>,
    /// Its rarer words, as postcard; `None` where there are none.
    pub rare: Option<Vec<u8>>,
}

/// A document of the index: how many terms it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doc {
    /// The unit whose corrected reading it is; `None` for the unit with the document's own number.
    pub corrects: Option<u32>,
    /// Characters of the source.
    pub source: u32,
    /// How many of them are its heading (they come first).
    pub source_heading: u32,
    /// Words of the translation.
    pub translation: u32,
    /// How many of them are its heading (they come first).
    pub translation_heading: u32,
}

/// A file of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFile {
    /// Its name in tantivy's directory.
    pub name: String,
    /// Its bytes.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
}

/// Why a bundle can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Truncated or altered.
    #[error("the search index is damaged (its checksum does not fit); build it again")]
    Damaged,
    /// Made by another release.
    #[error("the search index has format {found}, this engine reads {VERSION}; build it again")]
    WrongVersion {
        /// The format of the bundle.
        found: u16,
    },
    /// Not made from these texts.
    #[error("the search index was made from other texts; build it again")]
    OtherTexts,
    /// tantivy refuses it.
    #[error("the search index can't be read")]
    Index(#[from] tantivy::TantivyError),
}

impl OpenError {
    /// What the page is told.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Damaged | Self::Index(_) => Failure::Damaged,
            Self::WrongVersion { .. } => Failure::WrongVersion,
            Self::OtherTexts => Failure::OtherTexts,
        }
    }
}

impl BundleContents {
    /// The bundle's bytes.
    pub fn pack(&self) -> Vec<u8> {
        let body = crate::protocol::encode(self);
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&checksum(0, &body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// The bundle without its thesaurus, which the page has use for before the engine is there, see
    /// [`crate::fallback`], and without the rarer words, which the engine can do without.
    pub fn apart(mut self) -> Apart {
        let [thesaurus, rare] = [&mut self.thesaurus, &mut self.rare].map(std::mem::take);
        Apart {
            thesaurus: crate::protocol::encode(&thesaurus),
            rare: (rare != Thesaurus::default()).then(|| crate::protocol::encode(&rare)),
            bundle: self.pack(),
        }
    }

    /// Reads and checks a bundle.
    ///
    /// # Errors
    /// Where it is damaged or of another version.
    pub fn unpack(bytes: &[u8]) -> Result<Self, OpenError> {
        let (header, body) = bytes.split_at_checked(HEADER).ok_or(OpenError::Damaged)?;
        if &header[..4] != MAGIC {
            return Err(OpenError::Damaged);
        }
        let found = u16::from_le_bytes([header[4], header[5]]);
        if found != VERSION {
            return Err(OpenError::WrongVersion { found });
        }
        let expected = u32::from_le_bytes([header[6], header[7], header[8], header[9]]);
        if checksum(0, body) != expected {
            return Err(OpenError::Damaged);
        }
        crate::protocol::decode(body).ok_or(OpenError::Damaged)
    }
}

/// Bytes as one block; serde would write a `Vec<u8>` element by element.
mod bytes {
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        struct Block;
        impl Visitor<'_> for Block {
            type Value = Vec<u8>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }
            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        deserializer.deserialize_bytes(Block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks_and_damage_is_seen() {
        let contents = BundleContents { texts: 7, ..BundleContents::default() };
        let bytes = contents.pack();
        assert_eq!(BundleContents::unpack(&bytes).unwrap(), contents);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(BundleContents::unpack(&damaged).is_err(), "{at}");
            assert!(BundleContents::unpack(&bytes[..at]).is_err(), "{at}");
        }
    }

    #[test]
    fn the_checksum_is_the_common_crc_32() {
        assert_eq!(checksum(0, b"123456789"), 0xcbf4_3926);
    }
}
