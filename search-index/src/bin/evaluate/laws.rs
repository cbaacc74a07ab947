//! The laws: 353 laws by article, and questions that lay people asked, with the articles that
//! answer them. Not part of the repository; where they are absent, that is said.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use corpus::{Bilingual, DocumentId, DocumentKind, Edition, Library, Metadata, Unit, parse};
use search_index::{Searcher, index::writer, text::fold};
use serde::Deserialize;

use crate::baseline::Baseline;
use crate::measures::Measures;
use crate::support::search;

#[derive(Deserialize)]
struct Question {
    id: u64,
    text: String,
    gold: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    law: String,
    article: String,
    begins: String,
}

/// An article, to compare with gold.
struct Article {
    address: String,
    law: String,
    label: String,
    text: String,
}

/// Folded so that punctuation and white space make no difference.
fn same(text: &str) -> String {
    fold::folded(text).into_iter().collect()
}

pub fn evaluate(corpora: &Path) {
    let Ok(questions) = std::fs::read_to_string(corpora.join("questions.jsonl")) else {
        println!(
            "The laws are not there ({} has no questions.jsonl): nothing to measure on them. \
             Give their folder as an argument.",
            corpora.display()
        );
        return;
    };
    let files = unpack(corpora);
    let start = Instant::now();
    let library = library(&files);
    let parsed = start.elapsed();
    let articles = articles(&library);
    let start = Instant::now();
    let bundle = match writer::build(&library, &[]) {
        Ok(bundle) => bundle,
        Err(error) => return println!("The laws can't be indexed: {error}"),
    };
    let built = start.elapsed();
    // Left there to be weighed compressed.
    let file = std::env::temp_dir().join("policy-explorer-laws.index");
    if std::fs::write(&file, &bundle).is_ok() {
        println!("The index of the laws is in {}", file.display());
    }
    let start = Instant::now();
    let searcher = match Searcher::open(&bundle, library) {
        Ok(searcher) => searcher,
        Err(error) => return println!("The index of the laws can't be opened: {error}"),
    };
    let opened = start.elapsed();
    println!(
        "Laws: {} laws, {} articles; parsed in {parsed:.1?}, index {} kB built in {built:.1?}, \
         opened in {opened:.1?}",
        files.len(),
        articles.len(),
        bundle.len() / 1000
    );
    let plain = Baseline::new(&articles.iter().map(|a| a.text.clone()).collect::<Vec<_>>());
    let titled = |a: &Article| format!("{} {}", a.law, a.text);
    let plain_titled = Baseline::new(&articles.iter().map(titled).collect::<Vec<_>>());
    let mut rows = [[Measures::default(); 3]; 3];
    let mut missing = 0;
    let mut times = Vec::new();
    for question in questions.lines().filter_map(|line| serde_json::from_str::<Question>(line).ok())
    {
        let golds: Vec<Vec<usize>> = question.gold.iter().map(|g| places(g, &articles)).collect();
        missing += golds.iter().filter(|places| places.is_empty()).count();
        let gold = |article: usize| golds.iter().position(|places| places.contains(&article));
        let split = 1 + usize::from(held(question.id));
        let start = Instant::now();
        let results = search(&searcher, &question.text, 100);
        times.push(start.elapsed());
        let ours = results.hits.iter().map(|hit| {
            let address = format!("{}/{}", hit.at.document, hit.at.unit);
            articles.binary_search_by(|article| article.address.cmp(&address)).ok().and_then(gold)
        });
        let lists: [Vec<Option<usize>>; 3] = [
            plain.search(&question.text, 100).into_iter().map(gold).collect(),
            plain_titled.search(&question.text, 100).into_iter().map(gold).collect(),
            ours.collect(),
        ];
        for (row, list) in rows.iter_mut().zip(&lists) {
            row[0].add(list, golds.len());
            row[split].add(list, golds.len());
        }
    }
    times.sort_unstable();
    println!(
        "{} questions; {missing} gold articles are not in the laws; ours {:.1?} in the median, \
         {:.1?} at worst",
        rows[0][0].count(),
        times.get(times.len() / 2).copied().unwrap_or_default(),
        times.last().copied().unwrap_or_default()
    );
    println!("| engine | part | n | MRR@10 | recall@10 | recall@100 | nDCG@10 |");
    println!("|---|---|---|---|---|---|---|");
    for (name, row) in ["BM25 bigrams", "BM25 bigrams + law title", "ours"].iter().zip(&rows) {
        for (part, measures) in ["all", "tune", "held"].iter().zip(row) {
            let [recall_10, recall_100] = measures.recall();
            println!(
                "| {name} | {part} | {} | {:.3} | {recall_10:.3} | {recall_100:.3} | {:.3} |",
                measures.count(),
                measures.mrr(),
                measures.ndcg()
            );
        }
    }
}

/// Half of the questions, by a hash of their id (Knuth's multiplicative hash), is never tuned on.
fn held(id: u64) -> bool {
    (id.wrapping_mul(2_654_435_761) >> 16) & 1 == 1
}

/// The Markdown files, unpacked beside nothing: in the temporary folder of the machine.
fn unpack(corpora: &Path) -> Vec<PathBuf> {
    let folder = std::env::temp_dir().join("policy-explorer-laws");
    let done = std::fs::create_dir_all(&folder).is_ok()
        && Command::new("tar")
            .args(["xf".as_ref(), corpora.join("laws.tar.xz").as_os_str(), "-C".as_ref()])
            .arg(&folder)
            .status()
            .is_ok_and(|status| status.success());
    if !done {
        println!("laws.tar.xz can't be unpacked (is `tar` with xz installed?)");
    }
    let mut files = Vec::new();
    let mut open = vec![folder];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn library(files: &[PathBuf]) -> Library {
    let edition = |(path, number): (&PathBuf, u32)| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        // What stands before this mark is the history of the law, not its text.
        let (head, body) = text.split_once("<!-- INFO END -->").unwrap_or(("", &text));
        let title: Vec<&str> = head.lines().filter(|line| line.starts_with('#')).collect();
        let id = DocumentId(format!("law-{number:03}"));
        let (document, _) =
            parse(&id, DocumentKind::Law, &format!("{}\n{body}", title.join("\n")), 1);
        let metadata: Metadata = Metadata {
            title: Bilingual { zh: title.join(" "), en: String::new() },
            ..metadata(&id)
        };
        let (translations, errata, facts) = (Vec::new(), Vec::new(), Vec::new());
        Edition { metadata, document, translations, errata, facts }
    };
    Library { editions: files.iter().zip(0..).map(edition).collect(), ..Library::default() }
}

fn metadata(id: &DocumentId) -> Metadata {
    let text = format!("id = \"{id}\"\nkind = \"law\"\nsource = \"\"\n[title]\n");
    toml::from_str(&text).expect("the fields without a default are given")
}

fn articles(library: &Library) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for document in library.documents() {
        let law = document.title.first().map_or("", |line| &line.text);
        for provision in &document.provisions {
            let unit = Unit::Provision(provision.number.clone());
            let text: String = provision.sentences().map(|s| s.text.as_str()).collect();
            articles.push(Article {
                address: format!("{}/{unit}", document.id),
                law: law.to_owned(),
                label: provision.label.clone(),
                text,
            });
        }
    }
    articles.sort_by(|a, b| a.address.cmp(&b.address));
    articles
}

/// The articles that a gold names: one per edition whose text begins so.
fn places(gold: &Gold, articles: &[Article]) -> Vec<usize> {
    let begins = same(&gold.begins);
    let fits = |article: &Article, begins: &str| {
        article.law == gold.law
            && article.label == gold.article
            && same(&article.text).starts_with(begins)
    };
    let find = |begins: &str| {
        let found = articles.iter().enumerate().filter(|(_, article)| fits(article, begins));
        found.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let short: String = begins.chars().take(12).collect();
    [find(&begins), find(&short)].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}
