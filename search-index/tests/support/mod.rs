//! Reads the project's seeds and questions, for tests and for `evaluate`.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops where a seed can't be read")]

use std::path::{Path, PathBuf};

use corpus::errata::{self, ErratumSeed};
use corpus::glossary::{Term, ThesaurusEntry};
use corpus::{Edition, Library, Locale, Metadata, parse, translation};
use search_index::protocol::{Results, SearchRequest};
use search_index::{Searcher, writer};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A question with what answers it.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    /// As typed.
    pub text: String,
    /// `official`, `everyday`, `pinyin` …
    pub kind: String,
    /// `document/provision`, any of which is right.
    pub gold: Vec<String>,
    /// `tune` or `held`.
    pub split: String,
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds")
}

fn toml_file<T: DeserializeOwned>(path: &Path) -> T {
    let text =
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn list<T: DeserializeOwned>(path: &str, key: &str) -> Vec<T> {
    let path = seeds().join(path);
    if !path.exists() {
        return Vec::new();
    }
    let mut table: toml::Table = toml_file(&path);
    table.remove(key).map_or_else(Vec::new, |value| value.try_into().unwrap())
}

/// The two documents of 2026 with all that search looks at.
pub fn library() -> Library {
    let editions = ["opinions-2026", "interpretation-2026"].map(edition);
    Library {
        editions: editions.into(),
        terms: list::<Term>("glossary.toml", "term"),
        ..Library::default()
    }
}

fn edition(id: &str) -> Edition {
    let metadata: Metadata = toml_file(&seeds().join(id).join("document.toml"));
    let source = std::fs::read_to_string(seeds().join(&metadata.source)).unwrap();
    let [first, last] = metadata.lines.unwrap();
    let lines: Vec<&str> =
        source.lines().skip(first as usize - 1).take((last - first + 1) as usize).collect();
    let (document, _) = parse(&metadata.id, metadata.kind, &lines.join("\n"), first);
    let english = seeds().join(id).join("translation.en.md");
    let english = std::fs::read_to_string(english).unwrap();
    let (translation, _) = translation::align(&document, Locale::en(), &english);
    let errata: Vec<ErratumSeed> = list(&format!("{id}/errata.toml"), "erratum");
    let (errata, problems) = errata::place(&document, errata);
    assert!(problems.is_empty(), "{problems:?}");
    Edition { metadata, document, translations: vec![translation], errata, facts: Vec::new() }
}

/// The thesaurus of the seeds.
pub fn thesaurus() -> Vec<ThesaurusEntry> {
    list("thesaurus.toml", "entry")
}

/// The engine over the two documents.
pub fn searcher() -> Searcher {
    let library = library();
    let bundle = writer::build(&library, &thesaurus()).unwrap();
    Searcher::open(&bundle, library).unwrap()
}

/// The questions on the two documents.
pub fn questions() -> Vec<Question> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/questions.toml");
    let mut table: toml::Table = toml_file(&path);
    let key = table.keys().next().unwrap().clone();
    table.remove(&key).unwrap().try_into().unwrap()
}

/// The first hits.
pub fn search(searcher: &Searcher, query: &str, limit: u32) -> Results {
    searcher.search(&SearchRequest { query: query.to_owned(), limit, ..SearchRequest::default() })
}

/// The units found, as `document/unit`, best first.
pub fn units(results: &Results) -> Vec<String> {
    results.hits.iter().map(|hit| format!("{}/{}", hit.at.document, hit.at.unit)).collect()
}
