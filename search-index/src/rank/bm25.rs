//! BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009.

use crate::interpret::clause::Clause;

/// The inverse document frequency of what `found` of `units` have, in natural logarithms. Never
/// negative: the form of section 3.3 there with 1 added, as Lucene has it.
pub fn inverse_document_frequency(found: usize, units: usize) -> f32 {
    let (found, units) = (found as f32, units as f32);
    (1.0 + (units - found + 0.5) / (found + 0.5)).ln()
}

/// What a clause says: the inverse document frequency of its commonest alternative, the most where
/// nothing has it.
pub fn information(clause: &Clause, units: usize) -> f32 {
    let found = clause.alternatives.iter().map(|a| a.counts.len()).max().unwrap_or(0);
    inverse_document_frequency(found, units)
}
