//! What changed from one document to the next of its series: last year's policy and this year's, a
//! law and its revision.
//!
//! | module | what it does |
//! |---|---|
//! | `align` | which provision became which, by content |
//! | `words` | which words of a provision are gone, and which are new |
//! | `figures` | which figures and deadlines changed |
//! | `compute` | all of it, in the order of the new document |
//!
//! The types are always there, because pages show them; computing is behind `analysis`. Nothing of
//! this is in the [encoded library](crate::library_codec): a library without such documents costs nothing.

#[cfg(feature = "analysis")]
pub mod align;
#[cfg(feature = "analysis")]
mod compute;
#[cfg(feature = "analysis")]
mod figures;
#[cfg(feature = "analysis")]
mod words;

use serde::{Deserialize, Serialize};

use crate::address::DocumentId;
use crate::facts::Fact;
use crate::model::Span;

#[cfg(feature = "analysis")]
pub use compute::changes;

/// What became of a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// The new document has it, the earlier one has nothing like it.
    Added,
    /// The earlier document has it, the new one has nothing like it.
    Dropped,
    /// One provision became one, in other words.
    Changed,
    /// It is made of more than one provision of the earlier document.
    Merged,
    /// It is a part of a provision whose other parts are elsewhere now.
    Split,
    /// The same words.
    Unchanged,
}

impl ChangeKind {
    /// All of them, in the order in which a reader is told how many there are.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Dropped, Self::Changed, Self::Merged, Self::Split, Self::Unchanged];

    /// Its name in data.
    pub fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Changed => "changed",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Unchanged => "unchanged",
        }
    }
}

/// The words of a sentence that the other document does not have there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The provision's number.
    pub provision: String,
    /// The sentence's number in it.
    pub sentence: u16,
    /// The words that differ, in the order of the text.
    pub spans: Vec<Span>,
}

/// A figure or deadline that changed: one side is missing where only the other states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureChange {
    /// What the earlier document states.
    pub old: Option<Fact>,
    /// What the new document states.
    pub new: Option<Fact>,
}

/// A provision of the new document and what it was before, or a provision that was dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Whether it stands among other neighbours than before; a new number alone is no move.
    pub moved: bool,
    /// The numbers of the earlier provisions it is made of, in their order; none where it is new.
    pub old: Vec<String>,
    /// Its number in the new document; none where it was dropped.
    pub new: Option<String>,
    /// Words of the earlier provisions that are gone.
    pub gone: Vec<Wording>,
    /// Words that the earlier provisions do not have.
    pub fresh: Vec<Wording>,
    /// Figures and deadlines that differ.
    pub figures: Vec<FigureChange>,
}

impl Change {
    /// Its anchor on the page, the same for as long as the provision keeps its number: `now-13` for
    /// a provision of the new document, `before-13` for a dropped one.
    pub fn anchor(&self) -> String {
        match (&self.new, self.old.first()) {
            (Some(number), _) => ["now-", number].concat(),
            (None, Some(number)) => ["before-", number].concat(),
            (None, None) => String::new(),
        }
    }
}

/// All changes from one document to the next, in the order of the new one; what was dropped stands
/// where it stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changes {
    /// The earlier document.
    pub old: DocumentId,
    /// The new document.
    pub new: DocumentId,
    /// One for each provision of the new document, and one for each that was dropped.
    pub list: Vec<Change>,
}

impl Changes {
    /// How many changes there are of this kind.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.list.iter().filter(|change| change.kind == kind).count()
    }
}
