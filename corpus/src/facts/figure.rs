//! A figure as it is found in a sentence: what its own form says of it.

use std::ops::Range;

use super::{Bound, FactKind};
use crate::quantities::bounds::Bounding;
use crate::quantities::dates::Date;
use crate::quantities::units::Unit;

/// A figure in a sentence, before its context is read.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where it stands, with its unit and the bound words after it.
    pub range: Range<usize>,
    /// What its form alone says it is; `None` for an amount of something.
    pub kind: Option<FactKind>,
    /// Its value; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The bound that its own words state, or those around it.
    pub bound: Option<Bound>,
    /// Whether that bound lays down a limit.
    pub limit: bool,
    /// The bound that words before it state, which those that are listed with it share.
    pub shared: Option<Bounding>,
    /// Its date.
    pub date: Option<Date>,
}

impl Figure {
    /// A figure with nothing but its kind and value known.
    pub fn new(range: Range<usize>, kind: Option<FactKind>, value: f64) -> Self {
        Self {
            range,
            kind,
            value,
            upper: None,
            unit: None,
            bound: None,
            limit: false,
            shared: None,
            date: None,
        }
    }
}
