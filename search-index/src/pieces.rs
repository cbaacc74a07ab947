//! A large library by need: the cost of a search does not grow with it (ADR 0017).
//!
//! Above a size the site has neither one index nor one file of texts, but many small pieces, plain
//! files that any host serves: lists of where terms stand ([`lists`]), and blocks of consecutive
//! provisions with all that is needed to show them ([`blocks`]). A query is answered in two rounds:
//! the pieces with its terms say which provisions come first ([`scores`]), the blocks of these make a
//! small library of its own, the *excerpt*, in which [`crate::fallback`] finds, counts and marks as
//! in a small site. What no text has as it was typed is looked up in its other writings first
//! ([`forms`]): pinyin, a mistyped character, a quantity in other numerals.
//!
//! Nothing here waits for a network: [`PieceReader`] says which pieces it lacks, and is asked again
//! once it was given them.

pub mod blocks;
pub mod forms;
pub mod lists;
mod manifest;
mod reader;
mod rewriting;
mod scores;
mod sounds;
mod terms;
#[cfg(feature = "writer")]
pub mod writer;

pub use manifest::{FOLDER, Manifest, Piece};
pub use reader::PieceReader;
