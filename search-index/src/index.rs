//! The index: its fields, its file format, where terms and phrases stand, and the writer.

pub mod bundle;
pub mod directory;
pub mod engine;
pub mod phrases;
pub mod postings;
pub mod schema;
#[cfg(feature = "writer")]
pub mod writer;
