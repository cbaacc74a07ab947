//! Search over official texts: what a reader types, in whatever way of writing, becomes clauses
//! with the matched words marked.
//!
//! | module | what lives there | needs |
//! |---|---|---|
//! | [`protocol`] | requests and responses between page and worker | – |
//! | [`fallback`] | plain substring search where the engine is not (yet) there | – |
//! | [`query`] | the query language | – |
//! | [`fold`], [`texts`], [`stream`], [`exact`] | texts as search sees them, with their printed places | – |
//! | [`snippet`], [`facets`] | what to show of a hit, and counts | – |
//! | `bundle`, `thesaurus`, `everyday`, `plain`, `schema`, `storage`, `store` | the index: file format, fields, reading | `engine` |
//! | `number`, `stem`, `spelling`, `variants`, `pinyin`, `pattern` | ways of writing | `engine` |
//! | `reader`, `read_chinese`, `read_han`, `read_latin`, `read_numbers`, `read_pinyin`, `segment`, `clause` | words to clauses | `engine` |
//! | `evaluate_query`, `rank`, `explain`, `suggest` | clauses to ranked, explained hits | `engine` |
//! | `engine`, `searcher` | everything opened; the face of it all | `engine` |
//! | `writer`, `tables` | building the bundle | `writer` |
//! | `seeds` | reading a folder of seeds | `seeds` |
//!
//! The texts are not in the index: [`corpus::Library`], which the page has anyway, is given to the
//! engine beside the index bundle.
//!
//! What never lives here: HTML, signals, parsing of official texts.

pub mod exact;
pub mod facets;
pub mod fallback;
pub mod fold;
pub mod protocol;
pub mod query;
pub mod snippet;
pub mod stream;
pub mod texts;

#[cfg(feature = "engine")]
pub mod bundle;
#[cfg(feature = "engine")]
mod clause;
#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "engine")]
mod evaluate_query;
#[cfg(feature = "engine")]
mod everyday;
#[cfg(feature = "engine")]
mod explain;
#[cfg(feature = "engine")]
pub mod number;
#[cfg(feature = "engine")]
mod pattern;
#[cfg(feature = "engine")]
mod pinyin;
#[cfg(feature = "engine")]
pub mod plain;
#[cfg(feature = "engine")]
mod rank;
#[cfg(feature = "engine")]
mod read_chinese;
#[cfg(feature = "engine")]
mod read_han;
#[cfg(feature = "engine")]
mod read_latin;
#[cfg(feature = "engine")]
mod read_numbers;
#[cfg(feature = "engine")]
mod read_pinyin;
#[cfg(feature = "engine")]
mod reader;
#[cfg(feature = "engine")]
mod schema;
#[cfg(feature = "engine")]
pub mod searcher;
#[cfg(feature = "engine")]
mod segment;
#[cfg(feature = "engine")]
mod spelling;
#[cfg(feature = "engine")]
pub mod stem;
#[cfg(feature = "engine")]
mod storage;
#[cfg(feature = "engine")]
mod store;
#[cfg(feature = "engine")]
mod suggest;
#[cfg(feature = "engine")]
pub mod thesaurus;
#[cfg(feature = "engine")]
pub mod variants;
#[cfg(feature = "engine")]
pub use searcher::Searcher;

#[cfg(feature = "seeds")]
pub mod seeds;
#[cfg(feature = "writer")]
mod tables;
#[cfg(feature = "writer")]
pub mod writer;
