//! Laws by article, and questions that lay people asked, with the articles that answer them: 353
//! laws, and a large library in parts that grow. Not part of the repository; where they are absent,
//! that is said.

use std::path::Path;
use std::time::Instant;

use corpus::{Library, Unit};
use search_index::{Searcher, index::writer, text::fold};
use serde::Deserialize;

use crate::baseline::Baseline;
use crate::measures::Measures;
use crate::support::search;
use crate::texts::{self, Text};

/// A question with the articles that answer it.
#[derive(Deserialize)]
pub struct Question {
    id: u64,
    /// As asked.
    pub text: String,
    /// The articles.
    pub gold: Vec<Gold>,
}

/// An article that answers a question.
#[derive(Deserialize)]
pub struct Gold {
    law: String,
    article: String,
    begins: String,
}

/// An article, to compare with gold.
pub struct Article {
    /// `document/unit`.
    pub address: String,
    law: String,
    label: String,
    text: String,
}

/// Folded so that punctuation and white space make no difference.
fn same(text: &str) -> String {
    fold::folded(text).into_iter().collect()
}

/// Measures on the 353 laws, and on parts of the large library that grow to `most` articles.
pub fn evaluate(corpora: &Path, most: usize) {
    let Some(questions) = questions(corpora) else { return };
    measure("Laws", &texts::read(corpora, "laws"), &questions);
    let all = texts::read(corpora, "library");
    for size in [1_000, 5_000, 25_000, usize::MAX] {
        if !all.is_empty() && (size <= most || size == usize::MAX && most > 25_000) {
            measure("Library", &part(&all, size, &questions), &questions);
        }
    }
}

/// The questions; where they are absent, that is said.
pub fn questions(corpora: &Path) -> Option<Vec<Question>> {
    let Ok(questions) = std::fs::read_to_string(corpora.join("questions.jsonl")) else {
        println!(
            "The laws are not there ({} has no questions.jsonl): nothing to measure on them. \
             Give their folder as an argument.",
            corpora.display()
        );
        return None;
    };
    Some(questions.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// A part of the library with about so many articles: first what the questions ask of, then the
/// rest in an order by hash.
pub fn part(all: &[Text], size: usize, questions: &[Question]) -> Vec<Text> {
    let asked = |text: &Text| {
        questions
            .iter()
            .flat_map(|question| &question.gold)
            .any(|gold| text.title.first() == Some(&gold.law))
    };
    let mut order: Vec<&Text> = all.iter().collect();
    order.sort_by_cached_key(|text| (!asked(text), hash(&text.title.concat())));
    let mut count = 0;
    let kept = order.into_iter().take_while(|text| {
        let room = count < size;
        count += text.body.lines().filter(|line| line.starts_with('第')).count();
        room
    });
    kept.cloned().collect()
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Measures all engines on these texts; prints a table.
fn measure(name: &str, texts: &[Text], questions: &[Question]) {
    let start = Instant::now();
    let library = texts::library(texts);
    let parsed = start.elapsed();
    let articles = articles(&library);
    let start = Instant::now();
    let bundle = match writer::build(&library, &[]) {
        Ok(bundle) => bundle,
        Err(error) => return println!("{name} can't be indexed: {error}"),
    };
    let built = start.elapsed();
    let kilobytes = bundle.len() / 1000;
    let start = Instant::now();
    let searcher = match Searcher::open(&bundle, library) {
        Ok(searcher) => searcher,
        Err(error) => return println!("The index of {name} can't be opened: {error}"),
    };
    drop(bundle);
    let opened = start.elapsed();
    println!(
        "{name}: {} texts, {} articles; parsed in {parsed:.1?}, index {kilobytes} kB built in \
         {built:.1?}, opened in {opened:.1?}",
        texts.len(),
        articles.len(),
    );
    let titled: Vec<String> = articles.iter().map(|a| format!("{} {}", a.law, a.text)).collect();
    let plain = Baseline::new(&articles.iter().map(|a| a.text.clone()).collect::<Vec<_>>(), false);
    let best = Baseline::new(&titled, true);
    drop(titled);
    let mut rows = [[Measures::default(); 3]; 3];
    let mut missing = 0;
    let mut times = Vec::new();
    for question in questions {
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
            best.search(&question.text, 100).into_iter().map(gold).collect(),
            ours.collect(),
        ];
        for (row, list) in rows.iter_mut().zip(&lists) {
            row[0].add(list, golds.len());
            row[split].add(list, golds.len());
        }
    }
    times.sort_unstable();
    println!(
        "{} questions; {missing} gold articles are not there; ours {:.1?} in the median, \
         {:.1?} at worst",
        rows[0][0].count(),
        times.get(times.len() / 2).copied().unwrap_or_default(),
        times.last().copied().unwrap_or_default()
    );
    println!("| engine | part | n | MRR@10 | recall@10 | recall@100 | nDCG@10 |");
    println!("|---|---|---|---|---|---|---|");
    let names = ["BM25 bigrams", "BM25 characters, bigrams, title", "ours"];
    for (engine, row) in names.iter().zip(&rows) {
        for (part, measures) in ["all", "tune", "held"].iter().zip(row) {
            let [recall_10, recall_100] = measures.recall();
            println!(
                "| {engine} | {part} | {} | {:.3} | {recall_10:.3} | {recall_100:.3} | {:.3} |",
                measures.count(),
                measures.mrr(),
                measures.ndcg()
            );
        }
    }
    println!();
}

/// Half of the questions, by a hash of their id (Knuth's multiplicative hash), is never tuned on.
fn held(id: u64) -> bool {
    (id.wrapping_mul(2_654_435_761) >> 16) & 1 == 1
}

/// The articles of a library, by address.
pub fn articles(library: &Library) -> Vec<Article> {
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
pub fn places(gold: &Gold, articles: &[Article]) -> Vec<usize> {
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
