//! Facts: figures, bounds and deadlines, read from sentences.
//!
//! What a fact *is* lives here, without dependencies, because pages show it; how facts are found
//! in text is behind the `analysis` feature: `scan` finds figures by their form, with the grammar of
//! [`crate::quantities`]; `purpose` and `context` read what a figure means in its sentence.

#[cfg(feature = "analysis")]
mod cells;
#[cfg(feature = "analysis")]
mod conditions;
#[cfg(feature = "analysis")]
mod context;
pub mod convert;
#[cfg(feature = "analysis")]
mod extract;
#[cfg(feature = "analysis")]
mod figure;
#[cfg(feature = "analysis")]
mod lists;
#[cfg(feature = "analysis")]
mod ordinals;
#[cfg(feature = "analysis")]
mod places;
#[cfg(feature = "analysis")]
mod purpose;
#[cfg(feature = "analysis")]
mod respectively;
#[cfg(feature = "analysis")]
mod scan;
#[cfg(feature = "analysis")]
mod standards;
#[cfg(feature = "analysis")]
mod subject;
#[cfg(feature = "analysis")]
pub mod tense;

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::model::Span;

pub use convert::{Conversion, convert};
#[cfg(feature = "analysis")]
pub use extract::{check_unclear, facts, of_sentence};

/// How a figure bounds what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The figure itself.
    Exact,
    /// 以上, 不低于, 至少: the figure or more.
    AtLeast,
    /// 以下, 以内, 不超过: the figure or less.
    AtMost,
    /// 超过, 突破, 高于: more than the figure.
    MoreThan,
    /// 不满, 不足, 低于: less than the figure.
    LessThan,
    /// 左右, 约: near the figure.
    About,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A promised quantity.
    Target,
    /// An achieved figure.
    Result,
    /// A date, deadline or duration.
    Date,
    /// A condition of who or what is meant: 常住人口1000人以上, 年满60周岁.
    Threshold,
    /// What must not be passed: 不得超过10%, 最高50万元.
    Limit,
    /// What a breach costs: 处1万元以上5万元以下的罚款.
    Penalty,
    /// What a change starts from: the 3000元 of 从3000元提高到5000元.
    Baseline,
    /// A rank: 全国第五位.
    Rank,
    /// A count in running text: 七个方面.
    Count,
    /// An ordinal: 第二轮.
    Ordinal,
    /// A number inside a name or slogan: “五个100”, “1571”.
    Name,
    /// What is paid, charged or borne for each: 每人每月100元, 年利率2.1%.
    Standard,
}

/// A figure or deadline in a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// The sentence.
    pub at: Address,
    /// The figure with its unit and the bound words behind it; names without quotation marks.
    pub span: Span,
    /// What it is.
    pub kind: FactKind,
    /// The value in whole units (`1000万亩` is 10,000,000 亩); the lower end of a range. The year of
    /// a date, 0 where it states none; 0 for names. Data leave it out there ([`Fact::has_value`]).
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The unit as printed, without magnitude; `%` for shares; empty for names.
    pub unit: String,
    /// How it bounds.
    pub bound: Bound,
    /// Whether the text only strives for it (力争, 努力).
    pub aimed: bool,
    /// Whether it is to be kept stable (稳定在, 保持在).
    pub stable: bool,
    /// What it is about: words of the same sentence; empty where none say it.
    pub about: Span,
    /// A calendar date in ISO 8601 as far as stated: `2026`, `--02-03`, `2025-12-29/2025-12-30`;
    /// empty for everything else, durations included.
    pub date: String,
    /// When it is due, ISO 8601 as far as stated (`2026`); empty where the sentence says nothing.
    pub due: String,
    /// The words that say when it is due (`2026年汛期前`), for what ISO 8601 can't tell.
    pub due_at: Option<Span>,
    /// The places that it speaks of, in its own clause.
    pub place: Option<Span>,
}

impl Fact {
    /// Whether value and unit say something: a date says when, a name counts nothing.
    pub fn has_value(&self) -> bool {
        let untold_year = self.kind == FactKind::Date && self.value == 0.0;
        self.date.is_empty() && self.kind != FactKind::Name && !untold_year
    }
}
