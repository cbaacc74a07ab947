//! From what a clerk has (text, web page, Word file) to what the site reads, with a
//! preview of how it was understood. Files are read by the crate `import`.
//!
//! | module | what it does |
//! |---|---|
//! | `words` | the words of a command line |
//! | `command` | the commands `new` and `import` |
//! | `kinds` | what a document is, and what is doubtful about it |
//! | `scaffold` | the files to fill in for a new document |
//! | `preview` | what was understood, as one page |
//! | `tree` | what was understood, as a tree |

pub mod command;
mod kinds;
mod preview;
mod scaffold;
mod tree;
mod words;

pub use scaffold::{Created, NewDocument, NewError, new};
pub use tree::{Audience, tree};
