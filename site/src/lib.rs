//! Assembles the folder that is the product.
//!
//! | module | what it makes |
//! |---|---|
//! | [`assets`] | programs, texts and index, compressed and named by their content |
//! | [`by_need`] | a large library in pieces |
//! | [`style`] | the style sheet that every page carries |
//! | [`languages`] | fonts for scripts that few devices have |
//! | [`interface`] | further languages of the interface |
//! | [`logo`] | the site's logo, from `seeds/` |
//! | [`terms`] | what the pop-ups on terms show |
//! | [`pages`] | a real HTML file for every route |
//! | [`assemble`](mod@assemble) | the whole site |
//! | [`files`], [`folder`] | its files, in memory or in the folder that they are written to |
//! | [`spool`] | bodies of pages, until all is known that their heads name |
//! | [`offline`] | the service worker, the web manifest, the data of the plain search |
//! | [`progress`] | what a build is doing, for whoever waits |
//! | [`probe`] | the page that tells a portal's staff what their host does |
//! | [`not_found`] | the page for unknown addresses |
//! | [`publish`] | data, portal files, licences, checksums: calls the four below |
//! | [`check`](mod@check) | looks at a built folder: budgets, structure, programs |
//! | [`exports`] | each document as JSON, Akoma Ntoso, Markdown, text, tables, a book, one page |
//! | [`portal`] | what portals, search engines and feed readers expect |
//! | [`release`] | checksums, licences, bill of materials |
//! | [`import`] | new documents, from text and Word files |

pub mod assemble;
pub mod assets;
pub mod by_need;
pub mod check;
pub mod exports;
pub mod files;
pub mod folder;
pub mod head;
pub mod import;
pub mod interface;
pub mod kit;
pub mod languages;
pub mod logo;
pub mod not_found;
pub mod offline;
pub mod output;
pub mod pages;
pub mod portal;
pub mod probe;
pub mod progress;
pub mod publish;
pub mod release;
pub mod seeds;
pub mod spool;
pub mod style;
pub mod terms;

#[cfg(test)]
mod sample;
