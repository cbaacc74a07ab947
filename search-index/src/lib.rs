//! tantivy for policy texts.
