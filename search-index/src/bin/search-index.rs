//! The command line, see [`search_index::command`].

use std::process::ExitCode;

fn main() -> ExitCode {
    search_index::command::from_env()
}
