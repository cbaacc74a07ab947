//! Assembles the folder that is the product.
//!
//! | module | what it makes |
//! |---|---|
//! | [`seeds`] | the library, from `seeds/` |
//! | [`assets`] | programs, texts and index, compressed and named by their content |
//! | [`style`] | the style sheet that every page carries |
//! | [`pages`] | a real HTML file for every route |
//! | [`assemble`](mod@assemble) | the whole folder |

pub mod assemble;
pub mod assets;
pub mod head;
pub mod pages;
pub mod seeds;
pub mod style;
