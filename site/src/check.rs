//! Looks at a built site as a stranger would: is it whole, small enough, and readable to old
//! browsers? Nothing here knows how the folder was made; it reads what lies there.
//!
//! | module | what it looks at |
//! |---|---|
//! | [`folder`] | the files, and the table of assets in `boot.js` |
//! | [`markup`] | tags and attributes of a page |
//! | [`pages`] | security policy, inline scripts, addresses, one release |
//! | [`budgets`] | sizes against `docs/` budgets |
//! | [`programs`] | WebAssembly that the first browsers with WebAssembly can run |

pub mod budgets;
pub mod folder;
pub mod markup;
pub mod pages;
pub mod programs;

use std::fmt;
use std::path::Path;

use anyhow::Result;

use budgets::Row;
use folder::Folder;

/// What was found.
#[derive(Debug)]
pub struct Report {
    /// Sizes against their budgets.
    pub rows: Vec<Row>,
    /// What must be mended, each with the file that it concerns.
    pub problems: Vec<String>,
}

/// Checks a built site.
///
/// # Errors
/// Where the folder can't be read, or is not a built site.
pub fn check(dist: &Path) -> Result<Report> {
    let folder = Folder::read(dist)?;
    let rows = budgets::measure(&folder)?;
    let mut problems: Vec<String> =
        rows.iter().filter(|row| row.is_over()).map(ToString::to_string).collect();
    problems.extend(folder.problems());
    problems.extend(pages::problems(&folder));
    problems.extend(programs::problems(&folder)?);
    Ok(Report { rows, problems })
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", budgets::table(&self.rows))?;
        for problem in &self.problems {
            writeln!(f, "✗ {problem}")?;
        }
        match self.problems.len() {
            0 => write!(f, "The folder is whole, within its budgets, and its programs are MVP."),
            count => write!(f, "{count} problem(s)."),
        }
    }
}
