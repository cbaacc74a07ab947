//! Links from sentences of an interpretation to what they explain in a policy.
//!
//! What a link *is* lives here, because pages show it; how links are found is behind the
//! `analysis` feature. In short: both texts are folded to characters that carry meaning
//! (`passage`), every two adjacent characters weigh by how few provisions have them (`weights`),
//! shared runs are tiled greedily (`runs`), and what a pair shares decides its kind (`decide`).
//! Measures named by their numbers are mentioned (`named`), and so is what nothing else grounds but
//! a name or quoted words that the policy has too (`verbatim`). Figures that both texts give for the
//! same thing ground a mention as well (`figured`).
//! Method and thresholds: docs/decisions/0006-links.md.

#[cfg(feature = "analysis")]
mod decide;
#[cfg(feature = "analysis")]
mod figured;
#[cfg(feature = "analysis")]
mod named;
#[cfg(feature = "analysis")]
pub mod passage;
#[cfg(feature = "analysis")]
pub mod runs;
#[cfg(feature = "analysis")]
mod share;
#[cfg(feature = "analysis")]
mod structure;
#[cfg(feature = "analysis")]
pub mod verbatim;
#[cfg(feature = "analysis")]
pub mod weights;

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::compare::Difference;
use crate::model::Span;

#[cfg(feature = "analysis")]
pub use decide::link;

/// How a sentence of an interpretation relates to what it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// Shared wording.
    Quote,
    /// The same content in other words.
    Paraphrase,
    /// Only names the subject, or the measure by its number.
    Mention,
}

/// A stretch that both sides share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// In the interpretation's sentence.
    pub from: Span,
    /// In the policy's sentence.
    pub to: Span,
}

/// From a sentence of an interpretation to a sentence (or a part's heading) of a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The explaining sentence.
    pub from: Address,
    /// The explained sentence; a part's heading stands for the whole part.
    pub to: Address,
    /// How they relate.
    pub kind: LinkKind,
    /// How much of what `to` says stands in `from`, in percent: the share of its words, weighted
    /// by how telling they are, that lies in shared stretches.
    pub score: u8,
    /// The stretches they share, in the order of `to`; empty for a mention of
    /// a measure by its number.
    pub evidence: Vec<Evidence>,
    /// In a quote of a good part of `to`, what the interpretation adds, drops and changes.
    pub differences: Vec<Difference>,
}
