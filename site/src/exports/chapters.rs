//! A document in chapters, for books and tables of contents.

use corpus::{Document, UnitRef};

use super::explained::unit_name;

/// A part of the document that makes a chapter of a book: a titled part, or what stands before
/// the first one.
pub struct Chapter<'a> {
    /// Its name: the heading, or empty before the first part.
    pub name: String,
    /// What stands in it.
    pub units: Vec<UnitRef<'a>>,
}

/// The document in chapters, one for each outermost part.
pub fn chapters(document: &Document) -> Vec<Chapter<'_>> {
    let mut chapters: Vec<Chapter<'_>> = Vec::new();
    for unit in document.units() {
        match unit {
            UnitRef::Title(_) => continue,
            UnitRef::Division(division) if division.depth == 0 => {
                chapters.push(Chapter { name: unit_name(&unit), units: Vec::new() });
            }
            _ if chapters.is_empty() => {
                chapters.push(Chapter { name: String::new(), units: Vec::new() });
            }
            _ => {}
        }
        if let Some(chapter) = chapters.last_mut() {
            chapter.units.push(unit);
        }
    }
    chapters
}
