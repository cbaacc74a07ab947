//! Our own questions on the two documents of 2026, by kind and split.

use std::collections::BTreeMap;

use search_index::protocol::Notice;

use crate::measures::Measures;
use crate::support::{questions, search, searcher, units};

pub fn evaluate(details: bool) {
    let searcher = searcher();
    let mut groups: BTreeMap<(String, String), Measures> = BTreeMap::new();
    // By half and whether there is an answer: how often it said that there is none, or that the
    // amount, time or way is not stated, of how many.
    let mut told_so: BTreeMap<(String, String), [usize; 3]> = BTreeMap::new();
    let start = std::time::Instant::now();
    let questions = questions();
    for question in &questions {
        let tell = details && question.split.ends_with("tune");
        let results = search(&searcher, &question.text, 100);
        let found = units(&results);
        let unanswerable = matches!(question.kind.as_str(), "nothing" | "missing");
        let told = results.hits.is_empty() || results.notices.contains(&Notice::NothingFound);
        let unstated = |notice: &Notice| matches!(notice, Notice::NotStated { .. });
        let unstated = results.notices.iter().any(unstated);
        let group = if unanswerable { &question.kind } else { "answered" };
        let key = (question.split.clone(), group.to_owned());
        let [said, less, all] = told_so.entry(key).or_default();
        *said += usize::from(told);
        *less += usize::from(unstated);
        *all += 1;
        if tell && (told || unstated) != unanswerable {
            let first = &found[..found.len().min(3)];
            println!(
                "  {group:8} told {told}: {}  →  {first:?} {:?}",
                question.text, results.notices
            );
        }
        if question.gold.is_empty() {
            continue;
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
        // What stands there of a question without an answer is the subject alone.
        let all = if unanswerable { "~ unanswerable" } else { "~ all" };
        for kind in [question.kind.as_str(), all] {
            let key = (kind.to_owned(), question.split.clone());
            groups.entry(key).or_default().add(&ranks, question.gold.len());
        }
    }
    let each = start.elapsed().as_secs_f64() * 1000.0 / questions.len() as f64;
    println!("Own questions on the 2026 pair ({} questions, {each:.1} ms each)", questions.len());
    println!("| kind | split | n | top-1 | top-3 | MRR@10 | recall@10 |");
    println!("|---|---|---|---|---|---|---|");
    for ((kind, split), measures) in &groups {
        let [recall_10, _] = measures.recall();
        println!(
            "| {kind} | {split} | {} | {:.3} | {:.3} | {:.3} | {recall_10:.3} |",
            measures.count(),
            measures.top(),
            measures.top_3(),
            measures.mrr(),
        );
    }
    println!("| half | the texts have | n | told: no answer | told: not stated | either |");
    println!("|---|---|---|---|---|---|");
    for ((split, group), [said, less, all]) in told_so {
        let share = 100.0 * (said + less) as f64 / all as f64;
        println!("| {split} | {group} | {all} | {said} | {less} | {share:.1} % |");
    }
    println!();
}
