//! The pages of a library of many documents: its home, and the lists of its documents.

mod home;
mod list;
mod names;

pub use home::LibraryHome;
pub use list::{DocumentsPage, PageLinks, about};
pub use names::shelf_name;
