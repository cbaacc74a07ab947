//! Search over official texts: what a reader types, in whatever way of writing, becomes clauses
//! with the matched words marked.
//!
//! Each room imports only from rooms above it in this table (`tests/rooms.rs` proves it):
//!
//! | room | what lives there | needs |
//! |---|---|---|
//! | [`weights`] | every weight of the search, with its range | – |
//! | [`protocol`] | requests and responses between page and worker | – |
//! | [`text`] | texts as search sees them: folding, stems, quantities, units, exact occurrences | – |
//! | [`query`] | the query language | – |
//! | [`lexicon`] | pinyin, Traditional characters, synonyms, known words, cutting Chinese | – |
//! | `index` | fields, file format, terms and phrases, the opened engine; writer (feature `writer`) | `engine` |
//! | `interpret` | words of a query to clauses | `engine` |
//! | `rank` | clauses to ordered units | `engine` |
//! | [`results`] | sentences, marks, reasons, counts for narrowing | – |
//! | [`fallback`] | plain search of texts and thesaurus where the engine is not (yet) there | – |
//! | [`translated`] | search in translations into further languages | – |
//! | [`pieces`] | a large library by need: terms to provisions, blocks of provisions | – (writing: `writer`) |
//! | `searcher` | the face of it all; completions | `engine` |
//! | `cores` | work on all cores | `seeds` |
//! | `seeds` | reading a folder of seeds | `seeds` |
//! | `command` | the command line | `command` |
//!
//! The texts are not in the index: [`corpus::Library`], which the page has anyway, is given to the
//! engine beside the index bundle.
//!
//! What never lives here: HTML, signals, parsing of official texts.

pub mod fallback;
pub mod lexicon;
pub mod pieces;
pub mod protocol;
pub mod query;
pub mod results;
pub mod text;
pub mod translated;
pub mod weights;

#[cfg(feature = "engine")]
pub mod index;
#[cfg(feature = "engine")]
mod interpret;
#[cfg(feature = "engine")]
mod rank;
#[cfg(feature = "engine")]
pub mod searcher;
#[cfg(feature = "engine")]
pub use searcher::Searcher;

#[cfg(feature = "seeds")]
pub mod cores;
#[cfg(feature = "seeds")]
pub mod seeds;

#[cfg(feature = "command")]
pub mod command;
