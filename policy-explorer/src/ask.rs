//! `search`, `links`, `facts`: what the command line of the search prints, of the seeds as they are.

use std::process::ExitCode;

use anyhow::Result;
use clap::ArgMatches;
use search_index::command::{
    HitListing, LIMIT, is_closed_pipe, print_facts, print_hits, print_links,
};
use search_index::index::writer;
use search_index::searcher::Searcher;
use site::seeds::Seeds;

use crate::build;
use crate::language::Language;

/// Asks one of them. What is wrong in the seeds is told first.
///
/// # Errors
/// Where the seeds can't be read, or have errors.
pub fn ask(name: &str, options: &ArgMatches, language: Language) -> Result<ExitCode> {
    let seeds = build::faultless(&build::folder(options, "seeds"), language)?;
    let json = options.get_flag("json");
    let printed = match name {
        "links" => print_links(&seeds.library, json),
        "facts" => print_facts(&seeds.library, json),
        _ => {
            let limit = options.get_one::<u32>("limit").copied().unwrap_or(LIMIT);
            let listing = HitListing { limit, json, english: language.is_english() };
            search(seeds, options, listing)
        }
    };
    match printed {
        // Whoever reads has seen enough (`… | head`).
        Err(error) if is_closed_pipe(&error) => Ok(ExitCode::SUCCESS),
        printed => printed.map(|()| ExitCode::SUCCESS),
    }
}

fn search(seeds: Seeds, options: &ArgMatches, listing: HitListing) -> Result<()> {
    let words: Vec<&str> =
        options.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    let index = writer::build(&seeds.library, &seeds.thesaurus)?;
    let searcher = Searcher::open(&index, seeds.library)?;
    print_hits(&searcher, &[(None, words.join(" "))], listing)
}
