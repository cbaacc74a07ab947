//! Links from sentences of an interpretation to what they explain in a policy.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::model::Span;

/// How a sentence of an interpretation relates to what it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// Shared wording.
    Quote,
    /// The same content in other words.
    Paraphrase,
    /// Only names the subject.
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
    /// How much of what `to` says stands in `from`, in percent.
    pub score: u8,
    /// The stretches they share, in the order of `to`; empty for most mentions.
    pub evidence: Vec<Evidence>,
}
