//! BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009.

use crate::interpret::clause::Clause;
pub use crate::text::count::inverse_document_frequency;

/// What a clause says: the inverse document frequency of its commonest alternative, the most where
/// nothing has it.
pub fn information(clause: &Clause, units: usize) -> f32 {
    let found = clause.alternatives.iter().map(|a| a.counts.len()).max().unwrap_or(0);
    inverse_document_frequency(found, units)
}
