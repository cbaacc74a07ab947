//! The document model of official texts, and everything that can be computed from text alone.
//!
//! Texts go in as strings, [`Document`]s come out, each with the [`Problem`]s found in its seed.
//! On top of documents live their [`Translation`]s, errata, links, facts, glossary and topics.
//! This crate is pure: no input or output, no clock, no tantivy, no Leptos, so that the app can
//! name a `Document` without carrying the engine.
//!
//! **Invariant:** parsing never fails. It returns `(T, Vec<Problem>)`, never `Result<T, _>`, and
//! it never changes, drops or reorders a character of the source.

pub mod address;
pub mod calendar;
pub mod changes;
#[cfg(feature = "analysis")]
pub mod chars;
#[cfg(feature = "analysis")]
mod citing;
pub mod compare;
pub mod coverage;
pub mod csv;
pub mod downloads;
#[cfg(feature = "analysis")]
pub mod editorial;
pub mod errata;
pub mod facts;
pub mod glossary;
pub mod info_box;
pub mod languages;
pub mod library;
pub mod library_codec;
pub mod links;
pub mod locale;
pub mod metadata;
pub mod model;
pub mod names;
pub mod notes;
pub mod numbering;
pub mod parse;
pub mod problem;
pub mod publication;
#[cfg(feature = "analysis")]
pub mod quantities;
pub mod references;
#[cfg(feature = "analysis")]
pub mod shelves;
#[cfg(feature = "analysis")]
pub mod stated;
pub mod table;
pub mod text;
#[cfg(feature = "analysis")]
pub mod traditional;
pub mod translation;
pub mod wording;

pub use address::{Address, DocumentId, Unit, is_annex_number};
pub use changes::{Change, ChangeKind, Changes};
pub use compare::{Agreement, Difference, DifferenceKind, FigurePair};
pub use coverage::Coverage;
pub use errata::Erratum;
pub use facts::{Bound, Fact, FactKind};
pub use library::{Edition, Library};
pub use links::{Evidence, Link, LinkKind};
pub use locale::{Bilingual, Locale};
pub use metadata::{DocumentKind, Field, Force, Metadata, State, Validity};
pub use model::{Around, Division, Document, Paragraph, Provision, Sentence, Span, UnitRef};
pub use parse::{is_document_number, is_document_title, parse};
pub use problem::{Position, Problem, ProblemKind, Severity};
pub use publication::Publication;
pub use references::Reference;
pub use table::{Block, Table};
pub use translation::Translation;
pub use wording::BilingualError;
