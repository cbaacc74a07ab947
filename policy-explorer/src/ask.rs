//! `search`, `links`, `facts`: handed on to the command line of the search.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::ArgMatches;
use corpus::bilingual;
use search_index::command::from_words;
use search_index::seeds::BilingualContext as _;

use crate::build;
use crate::language::Language;

/// Asks one of them.
///
/// # Errors
/// Where the seeds can't be read, or have errors: told here in the language asked for, as the
/// command line of the search tells them in English.
pub fn ask(name: &str, options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let read = site::seeds::read(&build::folder(options, "seeds"))?;
    if read.errors() > 0 {
        build::ensure_faultless(&read, language)?;
    }
    let seeds = options.get_one::<String>("seeds").map(OsString::from).unwrap_or_default();
    let mut words: Vec<OsString> = vec![name.into()];
    if options.get_flag("json") {
        words.push("--json".into());
    }
    if name != "search" {
        words.extend(["--seeds".into(), seeds]);
        return Ok(from_words(&words));
    }
    let folder = tempfile::tempdir().with_wording(|| {
        bilingual!(
            "没有地方放临时文件；请腾出一些空间再试",
            "there is no room for temporary files; make some and try again"
        )
    })?;
    let index_word = folder.path().join("index").into_os_string();
    let made =
        from_words(&["build".into(), "--seeds".into(), seeds, "--out".into(), index_word.clone()]);
    let answered = if made == ExitCode::SUCCESS {
        let limit = options.get_one::<u32>("limit").copied().unwrap_or(10).to_string();
        words.extend(["--index".into(), index_word, "--limit".into(), limit.into()]);
        let query: Vec<&str> =
            options.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
        // A query may begin with a hyphen.
        words.extend(["--".into(), query.join(" ").into()]);
        from_words(&words)
    } else {
        made
    };
    Ok(answered)
}
