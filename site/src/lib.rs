//! Assembles the folder that is the product.
//!
//! | module | what it makes |
//! |---|---|
//! | [`seeds`] | the library, from `seeds/` |
//! | [`assets`] | programs, texts and index, compressed and named by their content |
//! | [`style`] | the style sheet that every page carries |
//! | [`pages`] | a real HTML file for every route |
//! | [`assemble`](mod@assemble) | the whole folder |
//! | [`exports`] | each document as JSON, Akoma Ntoso, Markdown, text, tables, a book, one page |
//! | [`portal`] | what portals, search engines and feed readers expect |
//! | [`release`] | checksums, licences, bill of materials |
//! | [`import`] | new documents, from text and Word files |

pub mod assemble;
pub mod assets;
pub mod exports;
pub mod head;
pub mod import;
pub mod pages;
pub mod portal;
pub mod release;
pub mod seeds;
pub mod style;

#[cfg(test)]
mod sample;
