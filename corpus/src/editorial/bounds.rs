//! Bounds at their figures: what a translation says of a figure is what the text says of it.
//!
//! That a sentence has the words of a bound somewhere is checked with its other words; here each
//! figure is held against what stands beside it, so that a bound may neither move to another figure
//! nor appear where the text has none.

use super::table::{Rendering, Table};
use super::words;
use crate::address::Address;
use crate::bilingual;
use crate::facts::{self, Bound, FactKind};
use crate::locale::Bilingual;
use crate::model::Sentence;
use crate::quantities::english;

/// How many words may stand between a bound and its figure.
const BETWEEN: usize = 3;
/// How many words a figure with its unit has at most.
const FIGURE: usize = 6;

/// A bound that English words state of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stated {
    value: f64,
    bound: Bound,
    /// Whether the figure stands right beside the words.
    adjacent: bool,
}

/// Figures of which the English says otherwise: the figure as printed, and what to do. Bounds whose
/// words are known to be `missing` are not told again.
pub fn findings(
    at: &Address,
    sentence: &Sentence,
    english: &str,
    table: &Table,
    missing: &[&Rendering],
) -> Vec<(String, Bilingual)> {
    let facts = facts::of_sentence(at, sentence, &[]);
    let numbers = english::numbers(english);
    let stated = stated(english, table);
    let mut findings = Vec::new();
    for fact in facts.iter().filter(|fact| fact.kind != FactKind::Name && fact.date.is_empty()) {
        let printed = fact.span.of(&sentence.text);
        let own =
            |value: f64| same(value, fact.value) || fact.upper.is_some_and(|u| same(u, value));
        let here = numbers.iter().any(|number| own(number.value));
        let told = missing.iter().any(|rendering| rendering.bound == Some(fact.bound));
        let known = table.renderings.iter().any(|r| r.bound == Some(fact.bound));
        let says = |bound: Bound| stated.iter().any(|s| own(s.value) && s.bound == bound);
        if fact.bound != Bound::Exact && known && here && !told && !says(fact.bound) {
            let message = bilingual!(
                "“{printed}”的界限（如“以上”“不超过”）在英文里不在这个数字旁边；请改正英文，\
                 或者在 editorial.toml 里写一条例外",
                "the bound of “{printed}” does not stand at its figure; correct the English, or \
                 name an exception in editorial.toml"
            );
            findings.push((printed.to_owned(), message));
        }
        let elsewhere =
            |bound: Bound| facts.iter().any(|f| f.bound == bound && same(f.value, fact.value));
        let invented = stated.iter().any(|s| s.adjacent && own(s.value) && !elsewhere(s.bound));
        if fact.bound == Bound::Exact && invented {
            let message = bilingual!(
                "英文给“{printed}”加了界限（如“以上”“不超过”），中文没有；请改正英文，\
                 或者在 editorial.toml 里写一条例外",
                "the English bounds “{printed}”, the Chinese does not; correct the English, or \
                 name an exception in editorial.toml"
            );
            findings.push((printed.to_owned(), message));
        }
    }
    findings
}

/// What the English states of its figures. Longer words claim their letters first: “no more than”
/// is no “more than”.
fn stated(english: &str, table: &Table) -> Vec<Stated> {
    let text = english.to_lowercase();
    let mut forms: Vec<(&str, Bound)> = table
        .renderings
        .iter()
        .filter_map(|rendering| Some((rendering, rendering.bound?)))
        .flat_map(|(rendering, bound)| rendering.en.iter().map(move |form| (form.as_str(), bound)))
        .collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut taken = vec![false; text.len()];
    let mut stated = Vec::new();
    for (form, bound) in forms {
        for (start, end) in words::places(&text, form) {
            if taken[start..end].contains(&true) {
                continue;
            }
            taken[start..end].fill(true);
            stated.extend(beside(&text, form, start, end, bound));
        }
    }
    stated
}

/// The figure beside a bound: before “or more”, behind all others.
fn beside(text: &str, form: &str, start: usize, end: usize, bound: Bound) -> Option<Stated> {
    let (words, follows): (Vec<&str>, bool) = if form.starts_with("or ") || form.starts_with("and ")
    {
        let before: Vec<&str> = text[..start].split_whitespace().rev().take(FIGURE).collect();
        (before.into_iter().rev().collect(), true)
    } else {
        let rest = text[end..].trim_start_matches(|c: char| c.is_alphanumeric() || c == '-');
        (rest.split_whitespace().take(BETWEEN + FIGURE).collect(), false)
    };
    let numbers = english::numbers(&words.join(" "));
    let number = if follows { numbers.last() } else { numbers.first() }?;
    let is_number = |word: &&str| !english::numbers(word).is_empty();
    let distance = if follows { 0 } else { words.iter().position(is_number)? };
    (distance <= BETWEEN).then_some(Stated { value: number.value, bound, adjacent: distance == 0 })
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}
