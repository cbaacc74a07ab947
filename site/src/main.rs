//! The command line of the site builder; people call it through `cargo xtask`.
#![expect(clippy::print_stderr, clippy::print_stdout, reason = "this is the command line")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use corpus::{Problem, Severity};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("assemble") => assemble(),
        Some(other) => bail!("unknown command “{other}”; the commands are: assemble"),
        None => bail!("name a command: assemble"),
    }
}

/// The step after Trunk's compilation: everything but the programs is made here.
fn assemble() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set; run `cargo xtask build` or `trunk build`")?;
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (library, problems) = site::seeds::read(&workspace.join("seeds"))?;
    tell(&problems)?;
    let thesaurus = site::seeds::thesaurus(&workspace.join("seeds"))?;
    let public = workspace.join("public");
    let report = site::assemble::assemble(&library, &thesaurus, &public, &staging)?;
    eprint!("{report}");
    Ok(())
}

/// Prints the problems; errors stop the build.
fn tell(problems: &[Problem]) -> Result<()> {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    for problem in problems.iter().filter(|problem| problem.severity > Severity::Notice) {
        eprintln!("{problem}");
    }
    if errors > 0 {
        bail!("{errors} error(s) in the seeds; correct them and build again");
    }
    Ok(())
}
