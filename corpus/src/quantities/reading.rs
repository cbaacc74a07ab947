//! What reading a quantity gives.

use std::ops::Range;

use super::numerals::{Hedge, Numeral, Script};
use super::units::Unit;
use crate::chars::Chars;
use crate::facts::Bound;

/// A quantity as its own words state it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Where it stands, with its sign, its unit and the bound words after it.
    pub range: Range<usize>,
    /// Its value in whole units; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Its unit; without a name for fractions.
    pub unit: Unit,
    /// The bound that its own words and those behind it state.
    pub bound: Option<Bound>,
    /// Whether a bracket behind it says that it is included, or is not: （含）, （不含）.
    pub included: Option<bool>,
    /// How the number is written.
    pub script: Script,
    /// Whether the number is 一 alone, which before a measure word is an article.
    pub one: bool,
    /// Whether the number is one power of ten alone, as in 百户 or 万元.
    pub bare: bool,
}

/// What stands at an index.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A quantity.
    Amount(Amount),
    /// Something that can be read in more than one way, and is therefore no quantity.
    Unclear(Range<usize>),
}

/// What stands between the ends of a range.
pub(super) const RANGE_MARKS: [&str; 4] = ["至", "到", "-", "~"];

/// The quantity that a numeral and its unit make.
pub(super) fn quantity_of(
    text: &Chars,
    range: Range<usize>,
    number: &Numeral,
    unit: Unit,
) -> Amount {
    let single = number.range.len() == 1;
    Amount {
        range,
        value: number.value,
        upper: number.upper,
        unit,
        bound: match number.hedge {
            Hedge::None => None,
            Hedge::More | Hedge::AtLeast => Some(Bound::AtLeast),
            Hedge::Several | Hedge::Near => Some(Bound::About),
        },
        included: None,
        script: number.script,
        one: single && text.has(number.range.start, "一"),
        bare: number.script == Script::Power && single,
    }
}
