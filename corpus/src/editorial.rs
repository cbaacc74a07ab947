//! What editors write beside the texts, held against the texts: moods, bounds, conditions and names
//! in translations and plain lines, the English of related words and terms, explanations of
//! officialese, words that a portal can't print.
//!
//! The words that the checks know are data ([`BUILT_IN`]); a portal adds its own, and names
//! exceptions with their reasons, in `seeds/editorial.toml`. All findings are warnings: what is
//! half finished must not block a site.

mod bounds;
mod exceptions;
mod names;
mod plain_lines;
mod renderings;
mod sentences;
mod table;
mod terms;
mod thesaurus;
mod words;

use crate::glossary::ThesaurusEntry;
use crate::library::Library;
use crate::problem::Problem;

use exceptions::Exceptions;
pub use table::{BUILT_IN, Exception, Rendering, RenderingKind, Table, WordList};

/// The text of a seed file by its path relative to `seeds/`; `None` where there is none.
pub type Files<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// Checks all that editors wrote. `files` gives the files' texts, for the places of problems.
pub fn check(
    library: &Library,
    thesaurus: &[ThesaurusEntry],
    table: &Table,
    files: &Files<'_>,
) -> Vec<Problem> {
    let mut exceptions = Exceptions::new(&table.exceptions);
    let mut problems = renderings::check(library, table, files, &mut exceptions);
    problems.extend(names::check(library, files, &mut exceptions));
    problems.extend(plain_lines::check(library, table, files, &mut exceptions));
    problems.extend(thesaurus::check(library, thesaurus, table, files, &mut exceptions));
    problems.extend(terms::check(library, table, files, &mut exceptions));
    problems.extend(exceptions.unused(files));
    problems
}
