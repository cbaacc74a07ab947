//! The project's commands: `cargo xtask serve`, `build`, `test`, `measure` and the rest.
//!
//! What lives here: finding and installing tools, the order of build steps, and the list of checks.
//! What never does: anything about documents, pages or search; that is `site`'s work, which this
//! crate starts.
//!
//! | module | what it is for |
//! |---|---|
//! | `help` | what each command does, in plain words |
//! | `workspace` | where things are: the clone, the cache, the search path |
//! | `line` | running a command and naming it in errors |
//! | `timeline` | telling what is being done, and where the time went |
//! | `version` | reading versions |
//! | `fingerprint`, `stamp` | "has anything changed?", "is what was built still good?" |
//! | `tools` | one file per tool: how to find it, how to install it |
//! | `programs` | what runs in the browser, as a kit |
//! | `build` | everything into `dist/` |
//! | `serve` | the site on this computer |
//! | `package` | the program for portals, with the browser's programs built in |
//! | `test` | every check there is |
//! | `audit` | what we build on and what we publish, against databases and official checkers |
//! | `errands` | commands handed on to other crates |

mod audit;
mod build;
mod errands;
mod fingerprint;
mod help;
mod line;
mod package;
mod programs;
mod serve;
mod stamp;
mod test;
mod timeline;
mod tools;
mod version;
mod workspace;

use anyhow::{Result, bail};
use std::process::ExitCode;
use workspace::Workspace;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{}", help::TEXT);
        return Ok(());
    };
    let asks_for_help = |word: &String| word == "--help" || word == "-h";
    if command == "help" || asks_for_help(command) {
        println!("{}", help::TEXT);
        return Ok(());
    }
    // Commands that are handed on have their own `--help`.
    let own = ["build", "serve", "test", "setup", "audit", "package"].contains(&command.as_str());
    if own && rest.iter().any(asks_for_help) {
        println!("{}", help::TEXT);
        return Ok(());
    }
    let workspace = Workspace::locate()?;
    match command.as_str() {
        "serve" => serve::run(&workspace, rest),
        "build" => build::run(&workspace, rest),
        "test" => test::run(&workspace, rest),
        "setup" => tools::everything(&workspace, rest),
        "package" => package::run(&workspace, rest),
        "audit" => audit::run(&workspace, rest),
        "check" | "new" | "import" => errands::site(&workspace, command, rest),
        "evaluate" => errands::evaluate(&workspace, rest),
        "measure" => errands::measure(&workspace, rest),
        unknown => bail!("there is no command `{unknown}`; `cargo xtask --help` lists them"),
    }
}
