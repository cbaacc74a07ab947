//! What a near-quote adds, drops and changes.
//!
//! The shared runs are already known; those that stand in the same order on both sides anchor the
//! comparison, and what lies between two anchors is one difference. So differences end where words
//! end that both sides share, not in the middle of a word as a plain character diff would have it.

use std::ops::Range;

use super::{Difference, DifferenceKind};
use crate::links::passage::PreparedSentence;
use crate::links::runs::Run;

/// The differences of a quote, in the order of the policy's sentence. Words that both sides have
/// at another place are not differences, nor are clauses in between that speak of something else:
/// `others` are the words of the interpretation that explain other sentences.
pub fn differences(
    from: &PreparedSentence,
    to: &PreparedSentence,
    runs: &[Run],
    others: &[Range<usize>],
) -> Vec<Difference> {
    let anchors = in_order(runs);
    let (Some(first), Some(last)) = (anchors.first(), anchors.last()) else { return Vec::new() };
    // The interpretation's sentence may speak of other measures as well: beyond the anchors only
    // the rest of their own clauses is compared.
    let clause = |at: usize| from.clauses.iter().find(|clause| clause.contains(&at));
    let start = clause(first.from.start).map_or(first.from.start, |clause| clause.start);
    let end = clause(last.from.end - 1).map_or(last.from.end, |clause| clause.end);
    let mut gaps: Vec<(Range<usize>, Range<usize>)> =
        vec![(start..first.from.start, 0..first.to.start)];
    for pair in anchors.windows(2) {
        gaps.push((pair[0].from.end..pair[1].from.start, pair[0].to.end..pair[1].to.start));
    }
    gaps.push((last.from.end..end, last.to.end..to.folded.len()));
    let elsewhere = |gap: &Range<usize>| {
        let crosses = from.clauses.iter().any(|c| gap.start < c.start && c.start < gap.end);
        crosses && others.iter().any(|other| other.start < gap.end && gap.start < other.end)
    };
    gaps.into_iter()
        .map(|(a, b)| if elsewhere(&a) { (a.end..a.end, b) } else { (a, b) })
        .filter_map(|(a, b)| difference(from, to, runs, a, b))
        .collect()
}

/// The heaviest chain of runs that stand in the same order on both sides.
fn in_order(runs: &[Run]) -> Vec<&Run> {
    // best[i]: characters in the best chain that ends with run i, and the run before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (i, run) in runs.iter().enumerate() {
        let before = (0..i)
            .filter(|j| runs[*j].from.end <= run.from.start && runs[*j].to.end <= run.to.start)
            .max_by_key(|j| best[*j].0);
        best.push((run.to.len() + before.map_or(0, |j| best[j].0), before));
    }
    let mut chain = Vec::new();
    let mut next = (0..runs.len()).max_by_key(|i| best[*i].0);
    while let Some(i) = next {
        chain.push(&runs[i]);
        next = best[i].1;
    }
    chain.reverse();
    chain
}

fn difference(
    from: &PreparedSentence,
    to: &PreparedSentence,
    runs: &[Run],
    in_from: Range<usize>,
    in_to: Range<usize>,
) -> Option<Difference> {
    let own_from = own(&in_from, runs.iter().map(|run| &run.from));
    let own_to = own(&in_to, runs.iter().map(|run| &run.to));
    let (own_from, own_to) = without_common_ends(from, to, own_from, own_to);
    let kind = match (own_from.is_empty(), own_to.is_empty()) {
        (true, true) => return None,
        (false, true) => DifferenceKind::Added,
        (true, false) => DifferenceKind::Dropped,
        (false, false) => DifferenceKind::Changed,
    };
    Some(Difference { kind, from: place(from, own_from), to: place(to, own_to) })
}

/// The gap without runs at its ends that the other side has elsewhere; empty if nothing is left.
fn own<'r>(gap: &Range<usize>, runs: impl Iterator<Item = &'r Range<usize>>) -> Range<usize> {
    let inside: Vec<&Range<usize>> =
        runs.filter(|run| gap.start <= run.start && run.end <= gap.end).collect();
    let shared = |at: usize| inside.iter().any(|run| run.contains(&at));
    let start = gap.clone().find(|at| !shared(*at)).unwrap_or(gap.start);
    let end = gap.clone().rfind(|at| !shared(*at)).map_or(start, |at| at + 1);
    start..end
}

/// Common words at the ends, too faint to be shared runs, are no difference: 支持 and 支持各地. A
/// single common character may be part of two different words (湿地, 林地).
fn without_common_ends(
    from: &PreparedSentence,
    to: &PreparedSentence,
    mut a: Range<usize>,
    mut b: Range<usize>,
) -> (Range<usize>, Range<usize>) {
    let (x, y) = (&from.folded, &to.folded);
    let word = |common: usize, a: &Range<usize>, b: &Range<usize>| {
        if common >= 2 || common == a.len().min(b.len()) { common } else { 0 }
    };
    let head = x[a.clone()].iter().zip(&y[b.clone()]).take_while(|(c, d)| c == d).count();
    let head = word(head, &a, &b);
    (a.start, b.start) = (a.start + head, b.start + head);
    let (tail_x, tail_y) = (x[a.clone()].iter().rev(), y[b.clone()].iter().rev());
    let tail = tail_x.zip(tail_y).take_while(|(c, d)| c == d).count();
    let tail = word(tail, &a, &b);
    (a.end, b.end) = (a.end - tail, b.end - tail);
    (a, b)
}

/// The printed stretch, or the empty place where words are missing.
fn place(passage: &PreparedSentence, range: Range<usize>) -> crate::model::Span {
    if range.is_empty() { passage.place(range.start) } else { passage.span(range) }
}
