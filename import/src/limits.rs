//! The bounds on what is read, so that no file costs more than seconds and a few hundred
//! megabytes. Each is far above any official document and named in the error that it causes.

use std::time::Duration;

use corpus::{Bilingual, bilingual};
use thiserror::Error;

/// Bytes of a file. Word files with photographs reach some tens of megabytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// Bytes of a file of plain text or a web page.
pub const LARGEST_TEXT_FILE: usize = 16 * 1024 * 1024;
/// Bytes that one part of a container may unpack to.
pub const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// Bytes that all parts of a container may unpack to.
pub const LARGEST_PACKAGE: u64 = 256 * 1024 * 1024;
/// Parts in a container.
pub const MOST_PARTS: usize = 10_000;
/// Elements and attributes of one part of XML, or of a web page.
pub const MOST_NODES: usize = 2_000_000;
/// How deep elements may be nested.
pub const DEEPEST: usize = 256;
/// Characters of the whole text: ten times the longest Chinese law.
pub const MOST_CHARACTERS: usize = 2_000_000;
/// Characters of one paragraph.
pub const LONGEST_PARAGRAPH: usize = 100_000;
/// Paragraphs and rows of the whole text.
pub const MOST_PARAGRAPHS: usize = 200_000;

/// Pages of a PDF or OFD file.
pub const MOST_PAGES: usize = 3000;
/// How long reading a PDF may take. A law of two hundred pages takes about a second.
pub const LONGEST_READING: Duration = Duration::from_mins(1);

/// Why a file can't be read.
#[derive(Debug, Error)]
#[error("{}", self.wording().en)]
pub enum ImportError {
    /// A bound was passed.
    Bound {
        /// What is too large, in English with its verb: `the file has`.
        what: Bilingual,
        /// The bound.
        bound: u64,
        /// What is counted: `bytes`.
        unit: Bilingual,
    },
    /// A part is damaged.
    Damaged {
        /// Which part.
        part: String,
        /// What the reader says.
        reason: Bilingual,
    },
    /// The format can't be read, with what to do.
    Refused(Bilingual),
}

impl ImportError {
    /// A bound was passed.
    pub fn bound(what: Bilingual, bound: u64, unit: Bilingual) -> Self {
        Self::Bound { what, bound, unit }
    }

    /// A part is damaged.
    pub fn damaged(part: impl Into<String>, reason: Bilingual) -> Self {
        Self::Damaged { part: part.into(), reason }
    }

    /// What is wrong, and what to do.
    pub fn wording(&self) -> Bilingual {
        match self {
            Self::Bound { what, bound, unit } => bilingual!(
                "{what}超过 {bound} {unit}，正式文件不会这样；请检查是不是拿错了文件，\
                 如果没有，请拆成几份",
                "{what} more than {bound} {unit}; no official document is like that; check that it \
                 is the right file, and split it if it is"; what, unit
            ),
            Self::Damaged { part, reason } => bilingual!(
                "{part} 已损坏（{reason}）；请用原来的程序打开，重新保存",
                "{part} is damaged ({reason}); open the file where it was made and save it again";
                reason
            ),
            Self::Refused(wording) => wording.clone(),
        }
    }
}
