//! The command line of search and of what is computed from texts: how one looks at the engine
//! without a browser, and how others check it. `search-index --help` says what it can do.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the command line")]

mod arguments;
mod build;
mod export;
mod rows;
mod search;
mod texts;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::{Arguments, HELP};

/// Something was asked in a wrong way.
const MISUSED: u8 = 2;

/// Runs the command line that the process was called with.
pub fn from_env() -> ExitCode {
    run(lexopt::Parser::from_env())
}

/// Runs a command line, given without the program's name.
pub fn from_words(words: &[OsString]) -> ExitCode {
    run(lexopt::Parser::from_args(words))
}

fn run(words: lexopt::Parser) -> ExitCode {
    let arguments = match Arguments::read(words) {
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
        Arguments::Links { seeds, json } => texts::links(seeds, *json)?,
        Arguments::Facts { seeds, json } => texts::facts(seeds, *json)?,
        Arguments::Check { seeds } => return texts::check(seeds),
    }
    Ok(ExitCode::SUCCESS)
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
