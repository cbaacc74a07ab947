//! Stands in for the `regex` crate in this workspace and re-exports `regex-lite`.
//!
//! tantivy needs `regex` for one constant pattern (`schema/facet.rs`), which `regex-lite` matches
//! the same way without the Unicode tables. See `docs/decisions/0004-slim-engine.md`.
pub use regex_lite::*;
