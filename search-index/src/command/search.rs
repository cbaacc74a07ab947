//! Asking the index.

use std::io::Write;
use std::path::Path;

use crate::protocol::{Detail, Notice, Results, SearchRequest};
use crate::searcher::Searcher;
use anyhow::{Context, Result, anyhow};
use corpus::{Bilingual, bilingual};

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
    let listing = HitListing { limit: asked.limit, json: asked.json, english: true };
    print_hits(&searcher, &queries, listing)
}

/// How hits are printed.
#[derive(Clone, Copy, Debug)]
pub struct HitListing {
    /// As many hits of a query at most.
    pub limit: u32,
    /// Whether each is a line of JSON.
    pub json: bool,
    /// Whether what is told of a list is in English, or else in Chinese.
    pub english: bool,
}

/// Asks queries, some with an id, and prints their hits.
///
/// # Errors
/// Where nobody takes the output.
pub fn print_hits(
    searcher: &Searcher,
    queries: &[(Option<String>, String)],
    listing: HitListing,
) -> Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (id, query) in queries {
        let request = SearchRequest {
            query: query.clone(),
            limit: listing.limit,
            english: !query.chars().any(corpus::text::is_han),
            ..Default::default()
        };
        let results = searcher.search(&request);
        if listing.json {
            let matched = searcher.marks_in(query, results.hits.iter().map(|hit| &hit.at));
            for (hit, matched) in results.hits.iter().zip(&matched) {
                write_row(&mut out, &HitRow::of(id.as_deref(), hit, matched))?;
            }
        } else {
            print(&mut out, (id.as_deref(), query), &results, listing.english)?;
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

fn print(
    out: &mut impl Write,
    (id, query): (Option<&str>, &str),
    results: &Results,
    english: bool,
) -> Result<()> {
    let id = id.map(|id| format!("{id}: ")).unwrap_or_default();
    let Results { total, exact, places, .. } = results;
    let counts = bilingual!(
        "{total} 条结果，其中 {exact} 条有原词，共 {places} 处",
        "{total} hits, {exact} exact in {places} places"
    );
    writeln!(out, "{id}{query} – {}", counts.pick(english))?;
    for (hit, rank) in results.hits.iter().zip(1..) {
        let text = hit.snippets.first().map_or("", |snippet| snippet.text.as_str());
        writeln!(out, "{rank:3}. {}  {:.2}\n     {text}", hit.at, hit.score)?;
    }
    for notice in &results.notices {
        writeln!(out, "  {}", said(notice).pick(english))?;
    }
    Ok(())
}

fn said(notice: &Notice) -> Bilingual {
    match notice {
        Notice::ReadAsWords => {
            bilingual!("写法有误：当作普通词语", "a slip in the syntax: read as plain words")
        }
        Notice::Shortened => {
            bilingual!("太长：只查了开头", "too long: only the beginning was searched")
        }
        Notice::Relaxed => bilingual!("没有一条含有全部词语", "nothing has all the words"),
        Notice::NothingFound => bilingual!(
            "没有找到回答；列出的只是相近的内容",
            "nothing answers; what is shown only comes near"
        ),
        Notice::NotStated { detail: Detail::Amount } => {
            bilingual!("提到了，但没有写多少", "it is there, but no amount")
        }
        Notice::NotStated { detail: Detail::Time } => {
            bilingual!("提到了，但没有写时间", "it is there, but no time")
        }
        Notice::NotStated { detail: Detail::Way } => {
            bilingual!("提到了，但没有写怎么办理", "it is there, but not how to apply")
        }
        Notice::SearchedEverywhere => {
            bilingual!("那里没有，所以查了全部内容", "nothing there, so everything was searched")
        }
        Notice::Corrected { asked, found } => {
            bilingual!("把“{asked}”当作“{found}”来查", "searched {found} instead of {asked}")
        }
        Notice::DidYouMean { query } => {
            bilingual!("要找的是不是“{query}”", "did you mean: {query}")
        }
        Notice::ReadAs { asked, readings } => {
            let (zh, en) = (readings.join("、"), readings.join(", "));
            bilingual!("把“{asked}”读作{zh}", "{asked} was read as {en}")
        }
        Notice::AlsoSearched { asked, related } => {
            let (zh, en) = (related.join("、"), related.join(", "));
            bilingual!("除了“{asked}”还查了：{zh}", "for {asked} also searched: {en}")
        }
    }
}
