//! Asking the index.

use std::io::Write;
use std::path::Path;

use crate::protocol::{Detail, Notice, Results, SearchRequest};
use crate::searcher::Searcher;
use anyhow::{Context, Result, anyhow};

use crate::command::arguments::{Queries, SearchArguments};
use crate::command::build::{INDEX, LIBRARY};
use crate::command::rows::{HitRow, write_row};

/// Asks all queries and prints their hits.
///
/// # Errors
/// Where the index or the file of queries can't be read, or nobody takes the output.
pub fn search(asked: &SearchArguments) -> Result<()> {
    let searcher = open(&asked.index)?;
    let queries = match &asked.queries {
        Queries::One(query) => vec![(None, query.clone())],
        Queries::File(file) => read_queries(file)?,
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (id, query) in &queries {
        let request = SearchRequest {
            query: query.clone(),
            limit: asked.limit,
            english: !query.chars().any(corpus::text::is_han),
            ..Default::default()
        };
        let results = searcher.search(&request);
        if asked.json {
            let matched = searcher.marks_in(query, results.hits.iter().map(|hit| &hit.at));
            for (hit, matched) in results.hits.iter().zip(&matched) {
                write_row(&mut out, &HitRow::of(id.as_deref(), hit, matched))?;
            }
        } else {
            print(&mut out, (id.as_deref(), query), &results)?;
        }
    }
    Ok(out.flush()?)
}

fn open(folder: &Path) -> Result<Searcher> {
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read(&path).with_context(|| {
            format!(
                "{} can't be read; make it with `search-index build --seeds seeds --out {}`",
                path.display(),
                folder.display()
            )
        })
    };
    let again = || format!("{} can't be used; build it anew", folder.display());
    let library = corpus::library_codec::read(&read(LIBRARY)?)
        .ok_or_else(|| anyhow!("{LIBRARY} is damaged or of another version"))
        .with_context(again)?;
    Searcher::open(&read(INDEX)?, library).with_context(again)
}

/// Lines `id<TAB>query`; empty lines are passed over.
fn read_queries(file: &Path) -> Result<Vec<(Option<String>, String)>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} can't be read; it must exist and be UTF-8", file.display()))?;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines
        .map(|(line, number)| {
            let (id, query) = line.split_once('\t').ok_or_else(|| {
                anyhow!("{}:{number}: no tab; write `id<TAB>query`", file.display())
            })?;
            Ok((Some(id.to_owned()), query.to_owned()))
        })
        .collect()
}

fn print(out: &mut impl Write, (id, query): (Option<&str>, &str), results: &Results) -> Result<()> {
    let id = id.map(|id| format!("{id}: ")).unwrap_or_default();
    writeln!(
        out,
        "{id}{query} – {} hits, {} exact in {} places",
        results.total, results.exact, results.places
    )?;
    for (hit, rank) in results.hits.iter().zip(1..) {
        let text = hit.snippets.first().map_or("", |snippet| snippet.text.as_str());
        writeln!(out, "{rank:3}. {}  {:.2}\n     {text}", hit.at, hit.score)?;
    }
    for notice in &results.notices {
        writeln!(out, "  {}", said(notice))?;
    }
    Ok(())
}

fn said(notice: &Notice) -> String {
    match notice {
        Notice::ReadAsWords => "a slip in the syntax: read as plain words".into(),
        Notice::Shortened => "too long: only the beginning was searched".into(),
        Notice::Relaxed => "nothing has all the words".into(),
        Notice::NothingFound => "nothing answers; what is shown only comes near".into(),
        Notice::NotStated { detail: Detail::Amount } => "it is there, but no amount".into(),
        Notice::NotStated { detail: Detail::Time } => "it is there, but no time".into(),
        Notice::NotStated { detail: Detail::Way } => "it is there, but not how to apply".into(),
        Notice::SearchedEverywhere => "nothing there, so everything was searched".into(),
        Notice::Corrected { asked, found } => format!("searched {found} instead of {asked}"),
        Notice::DidYouMean { query } => format!("did you mean: {query}"),
        Notice::ReadAs { asked, readings } => {
            format!("{asked} was read as {}", readings.join(", "))
        }
        Notice::AlsoSearched { asked, related } => {
            format!("for {asked} also searched: {}", related.join(", "))
        }
    }
}
