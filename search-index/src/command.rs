//! The command line of search and of what is computed from texts: how one looks at the engine
//! without a browser, and how others check it. `search-index --help` says what it can do.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the command line")]

mod arguments;
mod build;
mod export;
mod rows;
mod search;
mod texts;

use std::process::ExitCode;

pub use arguments::LIMIT;
pub use search::{HitListing, print_hits};
pub use texts::{print_facts, print_links};

use arguments::{Arguments, HELP};

/// Something was asked in a wrong way.
const MISUSED: u8 = 2;

/// Runs the command line that the process was called with.
pub fn from_env() -> ExitCode {
    let arguments = match Arguments::read(lexopt::Parser::from_env()) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("error: {error}\n\n{HELP}");
            return ExitCode::from(MISUSED);
        }
    };
    match answer(&arguments) {
        Ok(code) => code,
        // Whoever reads has seen enough (`… | head`).
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match arguments {
        Arguments::Build { seeds, out } => build::build(seeds, out)?,
        Arguments::Export { seeds, out, engine } => export::export(seeds, out, *engine)?,
        Arguments::Search(asked) => search::search(asked)?,
        Arguments::Links { seeds, json } => print_links(&crate::seeds::read(seeds)?.0, *json)?,
        Arguments::Facts { seeds, json } => print_facts(&crate::seeds::read(seeds)?.0, *json)?,
        Arguments::Check { seeds } => return texts::check(seeds),
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether this says that nobody reads the output any more.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
