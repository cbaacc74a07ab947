//! Reads the project's seeds and questions, for tests and for `evaluate`.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops where a seed can't be read")]

use std::path::{Path, PathBuf};

use corpus::glossary::ThesaurusEntry;
use corpus::{Library, Severity};
use search_index::protocol::{Results, SearchRequest};
use search_index::{Searcher, index::writer};
use serde::Deserialize;

/// A question with what answers it.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// `official`, `everyday`, `pinyin` …
    pub kind: String,
    /// `document/provision`, any of which is right.
    pub gold: Vec<String>,
    /// `tune` or `held`; `later-` or `blind-` before it for those written later.
    pub split: String,
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds")
}

/// The texts of the site, with all that search looks at.
pub fn library() -> Library {
    let (library, problems) = search_index::seeds::texts(&seeds()).unwrap();
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{problems:?}");
    library
}

/// The thesaurus of the seeds.
pub fn thesaurus() -> Vec<ThesaurusEntry> {
    search_index::seeds::thesaurus(&seeds()).unwrap()
}

/// The engine over the two documents.
pub fn searcher() -> Searcher {
    let library = library();
    let bundle = writer::build(&library, &thesaurus()).unwrap();
    Searcher::open(&bundle, library).unwrap()
}

/// The questions on the two documents.
pub fn questions() -> Vec<Question> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let read = |name: &str| -> Vec<Question> {
        let text = std::fs::read_to_string(gold.join(name)).unwrap();
        let mut table: toml::Table = toml::from_str(&text).unwrap();
        table.remove("question").unwrap().try_into().unwrap()
    };
    [read("questions.toml"), read("later.toml"), read("blind.toml")].concat()
}

/// The first hits.
pub fn search(searcher: &Searcher, query: &str, limit: u32) -> Results {
    searcher.search(&SearchRequest { query: query.to_owned(), limit, ..SearchRequest::default() })
}

/// The units found, as `document/unit`, best first.
pub fn units(results: &Results) -> Vec<String> {
    results.hits.iter().map(|hit| format!("{}/{}", hit.at.document, hit.at.unit)).collect()
}
