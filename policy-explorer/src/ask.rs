//! `search`, `links`, `facts`: handed on to the command line of the search.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use search_index::command::from_words;

/// Asks one of them.
pub fn ask(name: &str, options: &ArgMatches) -> ExitCode {
    let seeds = options.get_one::<String>("seeds").map(OsString::from).unwrap_or_default();
    let mut words: Vec<OsString> = vec![name.into()];
    if options.get_flag("json") {
        words.push("--json".into());
    }
    if name != "search" {
        words.extend(["--seeds".into(), seeds]);
        return from_words(&words);
    }
    let Ok(folder) = tempfile::tempdir() else {
        eprintln!("there is no room for temporary files; make some and try again");
        return ExitCode::FAILURE;
    };
    let index_word = folder.path().join("index").into_os_string();
    let made =
        from_words(&["build".into(), "--seeds".into(), seeds, "--out".into(), index_word.clone()]);
    if made == ExitCode::SUCCESS {
        let limit = options.get_one::<u32>("limit").copied().unwrap_or(10).to_string();
        words.extend(["--index".into(), index_word, "--limit".into(), limit.into()]);
        let query: Vec<&str> =
            options.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
        // A query may begin with a hyphen.
        words.extend(["--".into(), query.join(" ").into()]);
        from_words(&words)
    } else {
        made
    }
}
