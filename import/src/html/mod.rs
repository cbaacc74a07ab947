//! Web pages as they are saved: the main text with its tables and lists; what stands around it
//! (menus, footers, share buttons) is left out and named.
//!
//! | module | what it does |
//! |---|---|
//! | `page` | the whole page: encoding, bounds, main text, title |
//! | `title` | its title, where it stands outside |
//! | `body` | finds the main text among what stands around it |
//! | `convert` | elements to blocks |
//! | `inline` | text within a paragraph, white space |
//! | `lists`, `grid` | numbers of lists, cells of tables |
//! | `notes` | footnotes and what refers to them |
//! | `details` | what the page says of its document beside the text |
//! | `hidden` | what a browser would not show |
//! | `furniture` | lines that serve the page and not the text |

mod body;
mod convert;
mod details;
mod furniture;
mod grid;
mod hidden;
mod inline;
mod lists;
mod notes;
mod page;
mod title;

pub use page::{blocks, read};
