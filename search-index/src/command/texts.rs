//! What is computed from texts alone: links, facts, problems.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use corpus::{Library, Severity};

use crate::command::rows::{FactRow, LinkRow, write_row};

/// Prints every link of a library's documents.
///
/// # Errors
/// Where nobody takes the output.
pub fn print_links(library: &Library, json: bool) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for link in &library.links {
        let row = LinkRow::of(library, link);
        if json {
            write_row(&mut out, &row)?;
        } else {
            writeln!(out, "{} → {}  {} {} %", link.from, link.to, row.kind(), link.score)?;
            for words in row.shared() {
                writeln!(out, "    {words}")?;
            }
        }
    }
    Ok(out.flush()?)
}

/// Prints every fact of a library's documents.
///
/// # Errors
/// Where nobody takes the output.
pub fn print_facts(library: &Library, json: bool) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for row in all_facts(library) {
        if json {
            write_row(&mut out, &row)?;
        } else {
            writeln!(out, "{row}")?;
        }
    }
    Ok(out.flush()?)
}

fn all_facts(library: &Library) -> impl Iterator<Item = FactRow<'_>> {
    let facts = library.editions.iter().flat_map(|edition| &edition.facts);
    facts.filter_map(|fact| FactRow::of(library, fact))
}

/// Prints every problem of the folder with its place, notices included; the status says whether
/// one of them is an error.
///
/// # Errors
/// Where the seeds can't be read, or nobody takes the output.
pub fn check(seeds: &Path) -> Result<ExitCode> {
    let (_, problems) = crate::seeds::read(seeds)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for problem in &problems {
        writeln!(out, "{}/{problem}", seeds.display())?;
    }
    out.flush()?;
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let errors = count(Severity::Error);
    eprintln!(
        "{errors} error(s), {} warning(s), {} notice(s)",
        count(Severity::Warning),
        count(Severity::Notice)
    );
    Ok(if errors > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
