//! Clauses to ordered units: BM25, closeness, how well a unit fits, and the query's operators.

pub mod bm25;
pub mod evaluation;
pub mod ranking;
