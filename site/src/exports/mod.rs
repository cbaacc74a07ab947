//! Files for others: each document as data, as text, as a book and as one page to keep.
//!
//! Everything here is a plain function from a [`Library`](corpus::Library) to bytes: no clock, no
//! disk, no randomness, so that the same texts give the same bytes. The formats are described in
//! `docs/data-formats.md`; what that guide promises is tested here. Source text is never trusted
//! and never changed: every format escapes it, and errata lie over it as marked notes.
//!
//! | module | what it makes |
//! |---|---|
//! | `files` | all files of an edition, and those of the site as a whole |
//! | `reading`, `explained` | an edition prepared for writing: overlays, translations, passages |
//! | `cited` | how each row and each text is cited |
//! | `json`, `facts`, `changes`, `csv` | data, with its schema in `schema/` |
//! | `akoma` | Akoma Ntoso 1.0 (LegalDocML) |
//! | `markdown`, `plain` | text |
//! | `xhtml`, `chapters`, `single_html`, `epub` | one page to keep, and a book |
//! | `escape` | how text becomes safe in each of them |

mod akoma;
mod changes;
mod chapters;
mod cited;
mod csv;
mod epub;
pub mod escape;
mod explained;
mod facts;
mod files;
mod json;
mod markdown;
mod plain;
mod reading;
mod single_html;
#[cfg(test)]
mod tables;
mod xhtml;

pub use cited::Cited;
pub use explained::unit_name;
pub use files::{ExportError, ExportFile, catalogue, files, schemas};
pub use json::FORMAT;
pub use reading::gap;
