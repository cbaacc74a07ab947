//! Texts as search sees them: folded characters, stems and quantities, each with its printed place.
//! Knows nothing of index or query.

pub mod checksum;
pub mod count;
pub mod fold;
pub mod look_alikes;
pub mod occurrences;
pub mod quantities;
pub mod question;
pub mod stem;
pub mod stop_words;
pub mod stream;
pub mod units;
