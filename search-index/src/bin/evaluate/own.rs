//! Our own questions on the two documents of 2026, by kind and split.

use std::collections::BTreeMap;

use search_index::protocol::Notice;

use crate::measures::Measures;
use crate::support::{questions, search, searcher, units};

pub fn evaluate(details: bool) {
    let searcher = searcher();
    let mut groups: BTreeMap<(String, String), Measures> = BTreeMap::new();
    let mut unanswered: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut alarms: BTreeMap<String, usize> = BTreeMap::new();
    let start = std::time::Instant::now();
    let questions = questions();
    for question in &questions {
        let tell = details && question.split.ends_with("tune");
        let results = search(&searcher, &question.text, 100);
        let found = units(&results);
        if question.kind == "nothing" {
            let (right, all) = unanswered.entry(question.split.clone()).or_default();
            let admitted =
                results.hits.is_empty() || results.notices.contains(&Notice::NothingFound);
            *right += usize::from(admitted);
            *all += 1;
            if tell && !admitted {
                println!("  nothing  {}  →  {:?}", question.text, &found[..found.len().min(3)]);
            }
            continue;
        }
        if results.notices.contains(&Notice::NothingFound) {
            *alarms.entry(question.split.clone()).or_default() += 1;
        }
        let ranks: Vec<Option<usize>> =
            found.iter().map(|unit| question.gold.iter().position(|gold| gold == unit)).collect();
        if tell && ranks.first().copied().flatten().is_none() {
            let first = ranks.iter().position(Option::is_some).map(|rank| rank + 1);
            println!(
                "  {:12} {:30} gold {:?} at {first:?}; found {:?} {:?}",
                question.kind,
                question.text,
                question.gold,
                &found[..found.len().min(3)],
                results.notices
            );
        }
        for kind in [question.kind.as_str(), "~ all"] {
            let key = (kind.to_owned(), question.split.clone());
            groups.entry(key).or_default().add(&ranks, question.gold.len());
        }
    }
    let each = start.elapsed().as_secs_f64() * 1000.0 / questions.len() as f64;
    println!("Own questions on the 2026 pair ({} questions, {each:.1} ms each)", questions.len());
    println!("| kind | split | n | top-1 | MRR@10 | recall@3 | recall@10 |");
    println!("|---|---|---|---|---|---|---|");
    for ((kind, split), measures) in &groups {
        let [recall_3, recall_10, _] = measures.recall();
        println!(
            "| {kind} | {split} | {} | {:.3} | {:.3} | {recall_3:.3} | {recall_10:.3} |",
            measures.count(),
            measures.top(),
            measures.mrr(),
        );
    }
    for (split, (right, all)) in unanswered {
        let wrongly = alarms.get(&split).copied().unwrap_or_default();
        println!(
            "| nothing | {split} | {all} | says so: {right} of {all}, wrongly: {wrongly} | | | |"
        );
    }
    println!();
}
