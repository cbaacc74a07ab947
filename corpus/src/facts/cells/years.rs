//! Columns of years in tables of indicators: what lies before the years of a plan is what it starts
//! from, and what a column of one of its years promises is due then.

use crate::chars::Chars;
use crate::facts::{Fact, FactKind};
use crate::model::Document;
use crate::quantities::dates::last_year_of_plan;

/// Heads of values that a plan starts from, whatever their year is.
const STARTS: [&str; 6] = ["基期", "基准值", "现状", "实际值", "完成值", "完成情况"];

/// The first and the last year of a plan, by its title: “十五五”, 2026—2030年.
pub fn of_plan(document: &Document) -> Option<(u32, u32)> {
    let title: String = document.title.iter().map(|line| line.text.as_str()).collect();
    let chars = Chars::new(&title);
    let named = (0..chars.len()).find_map(|at| last_year_of_plan(&chars, at));
    let named = named.map(|last| (last - 4, last));
    named.or_else(|| match years(&title)[..] {
        [first, last] if first < last => Some((first, last)),
        _ => None,
    })
}

/// Reads a figure of a cell by the year that its column names.
pub fn read(fact: &mut Fact, column: &str, plan: Option<(u32, u32)>) {
    let promised = matches!(fact.kind, FactKind::Target | FactKind::Limit);
    if !fact.date.is_empty() || !promised && fact.kind != FactKind::Count {
        return;
    }
    let year = match years(column)[..] {
        [year] => Some(year),
        _ => None,
    };
    let before = matches!((year, plan), (Some(year), Some((first, _))) if year < first);
    if before || STARTS.iter().any(|head| column.contains(head)) {
        fact.kind = FactKind::Baseline;
    } else if let Some(year) = year.filter(|_| plan.is_some() && promised && fact.due.is_empty()) {
        fact.due = year.to_string();
    }
}

/// The years in a text: four digits that begin with 20.
fn years(text: &str) -> Vec<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits
        .filter(|run| run.len() == 4 && run.starts_with("20"))
        .filter_map(|run| run.parse().ok())
        .collect()
}
