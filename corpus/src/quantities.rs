//! The grammar of numbers and quantities in Chinese and English texts.
//!
//! One reading serves facts, links, the check of translations and the search. From the bottom up:
//! `spelling` brings the ways of writing one character together, `digits` and `numerals` read
//! numbers (their values by `values`), `units` what they count, `bounds` the words that bound them,
//! `shares` what words alone make, `unitless` what needs no unit, `amounts` puts them together (as `reading`); `dates` reads
//! calendar dates and `periods` deadlines without a year, `names` and `codes` know the numbers that only name.
//! What can be read in two ways is no quantity, but is told ([`amounts::Reading::Unclear`]).

pub mod amounts;
pub mod bounds;
mod codes;
pub mod dates;
mod digits;
pub mod english;
pub mod names;
pub mod numerals;
mod periods;
mod reading;
mod shares;
mod spelling;
mod traditional;
mod unit_table;
mod unitless;
pub mod units;
mod values;

pub use numerals::{Numeral, is_numeric, numeral};
pub use spelling::spelled;
