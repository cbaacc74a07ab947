//! `policy-explorer`: from a file to a site, in one program. It needs no tool chain and no network:
//! what runs in the browser was compiled before and is part of it (`cargo xtask package`).
//!
//! | module | what it does |
//! |---|---|
//! | `language` | Chinese or English, by `--lang` or the computer's own |
//! | `line` | the commands and their help |
//! | `misuse` | what is wrong with a command line, in Chinese |
//! | `documents` | `new`, `import`, `preview` |
//! | `build` | `check`, `build`, `export` |
//! | `interface` | `interface` |
//! | `progress` | what is being done, while it is being done |
//! | `serve` | the site on this computer, anew with every change of the seeds |
//! | `ask` | `search`, `links`, `facts` |
#![expect(clippy::print_stderr, reason = "this is the command line")]

mod ask;
mod build;
mod documents;
mod interface;
mod language;
mod line;
mod misuse;
mod progress;
mod serve;

use std::process::ExitCode;

use language::Language;

/// What was asked for is done.
pub const DONE: u8 = 0;
/// It could not be done, or the seeds have errors.
pub const FAILED: u8 = 1;
/// The command line was not understood.
pub const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let language = Language::of(&words, |name| std::env::var(name).ok());
    let matches = match line::command(language).try_get_matches_from(&words) {
        Ok(matches) => matches,
        Err(error) => {
            // Help goes to the output, and what is wrong to where errors go.
            match misuse::told(&error).filter(|_| !language.is_english()) {
                Some(told) => eprintln!("错误：{told}"),
                None => error.print().unwrap_or_default(),
            }
            if error.use_stderr() {
                eprintln!(
                    "{}",
                    language.pick("用法见 policy-explorer --help", "See policy-explorer --help")
                );
            }
            return ExitCode::from(if error.use_stderr() { MISUSED } else { DONE });
        }
    };
    let Some((name, options)) = matches.subcommand() else { return ExitCode::from(MISUSED) };
    let done = match name {
        "new" => documents::new(options, language),
        "import" => documents::import(options, language),
        "preview" => documents::preview(options, language),
        "check" => build::check(options, language),
        "build" => build::build(options, language),
        "export" => build::export(options, language),
        "interface" => interface::interface(options, language),
        "serve" => serve::serve(options, language),
        asked => ask::ask(asked, options, language),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{}{}", language.pick("错误：", "error: "), language.told(&error));
        ExitCode::from(FAILED)
    })
}
