//! What an interpretation explains of a policy, what it passes over in silence, and what it says
//! without ground in the policy.
//!
//! The types are always there, because pages show them; computing is behind `analysis`.

#[cfg(feature = "analysis")]
mod compute;

use serde::{Deserialize, Serialize};

use crate::address::{Address, DocumentId, Unit};
use crate::links::LinkKind;
use crate::metadata::Metadata;
use crate::model::Span;

#[cfg(feature = "analysis")]
pub use compute::coverage;

/// How an interpretation covers a policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The policy.
    pub policy: DocumentId,
    /// The interpretation.
    pub interpretation: DocumentId,
    /// How much of the policy's text is explained, in percent (see [`ProvisionCoverage::percent`]).
    pub percent: u8,
    /// The policy's parts in reading order; text before the first part stands in one without unit.
    pub parts: Vec<PartCoverage>,
    /// Statements of the interpretation without ground in the policy, in reading order.
    pub ungrounded: Vec<Ungrounded>,
}

impl Coverage {
    /// The measures of the policy in reading order: what is counted wherever something is.
    pub fn measures(&self) -> impl Iterator<Item = &ProvisionCoverage> {
        self.parts.iter().flat_map(|part| &part.provisions).filter(|provision| provision.measure)
    }

    /// Tells silence from what can't be known: where the text of the interpretation at hand is
    /// incomplete, what it does not mention is [`Status::Unknown`].
    #[must_use]
    pub fn as_far_as_known(mut self, interpretation: &Metadata) -> Self {
        if interpretation.incomplete.is_empty() {
            return self;
        }
        for provision in self.parts.iter_mut().flat_map(|part| &mut part.provisions) {
            if provision.status == Status::Silent {
                provision.status = Status::Unknown;
            }
        }
        self
    }
}

/// How a part of the policy is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCoverage {
    /// The part; `None` for text before the first.
    pub unit: Option<Unit>,
    /// Whether the interpretation names the part as a whole.
    pub named: bool,
    /// How much of its text is explained, in percent.
    pub percent: u8,
    /// Its provisions in reading order: all measures, and of unnumbered text (an opening, the table
    /// of an annex) what the interpretation speaks of.
    pub provisions: Vec<ProvisionCoverage>,
}

impl PartCoverage {
    /// How much of it is explained, in percent; `None` where the text at hand can't tell of any of
    /// its provisions.
    pub fn known_percent(&self) -> Option<u8> {
        let known = |provision: &ProvisionCoverage| provision.known_percent().is_some();
        self.provisions.iter().any(known).then_some(self.percent)
    }
}

/// Whether a provision is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// At least one of its sentences is quoted or paraphrased.
    Explained,
    /// Only its title, its number or its figures are named.
    Named,
    /// The interpretation, which is at hand as a whole, does not speak of it.
    Silent,
    /// The text of the interpretation at hand does not speak of it, and that text is not whole.
    Unknown,
}

/// How a provision is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvisionCoverage {
    /// The provision.
    pub unit: Unit,
    /// Whether it counts as a measure (see [`crate::Document::is_measure`]) or is all the text of a
    /// part that has none ([`crate::Document::is_whole_part`]): nobody expects an opening to be
    /// spoken of.
    pub measure: bool,
    /// Whether it is explained.
    pub status: Status,
    /// The share of its content characters (Han, letters, digits; without the run-in title) that
    /// stand in quotes and paraphrases, in percent. Several links don't count twice.
    pub percent: u8,
    /// Its sentences, the run-in title first.
    pub sentences: Vec<SentenceCoverage>,
}

impl ProvisionCoverage {
    /// Whether nothing that is at hand speaks of it.
    pub fn is_passed_over(&self) -> bool {
        matches!(self.status, Status::Silent | Status::Unknown)
    }

    /// How much of it is explained, in percent; `None` where the text at hand can't tell.
    pub fn known_percent(&self) -> Option<u8> {
        (self.status != Status::Unknown).then_some(self.percent)
    }
}

/// How a sentence of the policy is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentenceCoverage {
    /// Its number.
    pub number: u16,
    /// The share of its content characters that stand in quotes and paraphrases, in percent.
    pub percent: u8,
    /// The strongest kind of link that it has.
    pub kind: Option<LinkKind>,
}

/// What kind of statement has no ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UngroundedKind {
    /// A sentence without any link.
    Sentence,
    /// A clause of a linked sentence that shares nothing with the policy.
    Clause,
    /// A member of an enumeration (种公羊补贴 among other subsidies) that shares nothing with the
    /// policy, in a clause that does.
    Member,
    /// A figure that only the interpretation mentions.
    Figure,
}

/// A statement of the interpretation without ground in the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ungrounded {
    /// The sentence.
    pub at: Address,
    /// The statement in it.
    pub span: Span,
    /// What it is.
    pub kind: UngroundedKind,
    /// Whether it tells of what has been achieved or has happened: background, not an addition.
    pub past: bool,
}
