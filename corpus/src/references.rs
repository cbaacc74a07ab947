//! References from one text to another, or to another place of the same: 《中华人民共和国刑法》,
//! 本法第三十条第二款, 刑法第一百二十条之一, and “Article 30” in a translation.
//!
//! | module | what it does |
//! |---|---|
//! | `names` | which document of the library a name means, and which edition of it |
//! | `units` | which paragraph of which article of a document a number means |
//! | `resolve` | what each reference of a sentence leads to |
//! | `translated` | where a translation names what its original refers to |
//! | `compute` | all of it, for all documents |
//! | `cited` | by how many other documents each document is named |
//!
//! **Never a wrong target**: what is absent, ambiguous or of an unknown edition is no reference.
//! The types are always there, because pages show them; computing is behind `analysis`. Nothing of
//! this is in the [encoded library](crate::library_codec).

#[cfg(feature = "analysis")]
mod cited;
#[cfg(feature = "analysis")]
mod compute;
#[cfg(feature = "analysis")]
mod names;
#[cfg(feature = "analysis")]
mod resolve;
#[cfg(feature = "analysis")]
mod translated;
#[cfg(feature = "analysis")]
mod units;

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::locale::Locale;
use crate::model::Span;

#[cfg(feature = "analysis")]
pub use cited::times_cited;
#[cfg(feature = "analysis")]
pub use compute::references;

/// Words of a sentence that name a place of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The sentence.
    pub from: Address,
    /// The translation that has the words; none for the original.
    pub language: Option<Locale>,
    /// The words in the sentence, or in its translation.
    pub span: Span,
    /// What they name: a document (its title), a provision, or the first sentence of a paragraph.
    pub to: Address,
}
