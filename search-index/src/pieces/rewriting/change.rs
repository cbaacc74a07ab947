//! What was rewritten, and how readers are told.

use crate::protocol::{Notice, Reason};

/// How a stretch of a query was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Traditional characters.
    Traditional,
    /// Pinyin.
    Pinyin,
    /// A typing error.
    Spelling,
    /// Another way of writing a quantity.
    Quantity,
}

/// A stretch of a query that the texts write in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// As it was typed.
    pub asked: String,
    /// As the texts have it.
    pub found: String,
    /// What it was.
    pub how: Writing,
}

impl Change {
    /// Why a hit was found by it.
    pub fn reason(&self) -> Reason {
        let (asked, found) = (self.asked.clone(), self.found.clone());
        match self.how {
            Writing::Traditional => Reason::Traditional { asked, found },
            Writing::Pinyin => Reason::Pinyin { asked, found },
            Writing::Spelling => Reason::Spelling { asked, found },
            Writing::Quantity => Reason::Number { found },
        }
    }

    /// What the reader is told once, above all hits; the hits say the rest.
    pub fn notice(&self) -> Option<Notice> {
        let (asked, found) = (self.asked.clone(), self.found.clone());
        match self.how {
            Writing::Pinyin => Some(Notice::ReadAs { asked, readings: vec![found] }),
            Writing::Spelling => Some(Notice::Corrected { asked, found }),
            Writing::Traditional | Writing::Quantity => None,
        }
    }
}
