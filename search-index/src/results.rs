//! What to show of a hit: sentences, marks, reasons, and counts for narrowing.

pub mod facets;
pub mod snippet;

#[cfg(feature = "engine")]
pub mod highlight;
#[cfg(feature = "engine")]
pub mod stated;
