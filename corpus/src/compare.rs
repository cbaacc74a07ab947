//! Two texts side by side: how a near-quote differs from its original, and which figures a policy
//! and its interpretation state differently.
//!
//! The types are always there, because pages show them; computing is behind `analysis`.

#[cfg(feature = "analysis")]
mod differences;
#[cfg(feature = "analysis")]
mod figures;
#[cfg(feature = "analysis")]
mod measured;
#[cfg(feature = "analysis")]
mod stated;
#[cfg(feature = "analysis")]
mod subjects;

use serde::{Deserialize, Serialize};

use crate::facts::Fact;
use crate::model::Span;

#[cfg(feature = "analysis")]
pub use differences::differences;
#[cfg(feature = "analysis")]
pub use figures::figures;
#[cfg(feature = "analysis")]
pub(crate) use figures::{alike_pairs, counts, measured_alike, same as same_figure};

/// What the interpretation did to the policy's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DifferenceKind {
    /// The interpretation has more words here; `to` is empty and marks the place.
    Added,
    /// The interpretation leaves words out; `from` is empty and marks the place.
    Dropped,
    /// The interpretation has other words.
    Changed,
}

/// One place where a near-quote differs from what it quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What happened.
    pub kind: DifferenceKind,
    /// In the interpretation's sentence.
    pub from: Span,
    /// In the policy's sentence.
    pub to: Span,
}

/// Whether the two texts say the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Same value, same bound.
    Same,
    /// Another value or another bound of what both texts name in the same words.
    Different,
    /// Only the policy has the figure: nowhere has the interpretation such a number.
    OnlyPolicy,
    /// Only the interpretation has the figure: nowhere has the policy such a number, so that it has
    /// no ground in it.
    OnlyInterpretation,
}

/// A figure of the policy beside the interpretation's figure for the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigurePair {
    /// The policy's figure.
    pub policy: Option<Fact>,
    /// The interpretation's figure.
    pub interpretation: Option<Fact>,
    /// Whether they agree.
    pub agreement: Agreement,
}
