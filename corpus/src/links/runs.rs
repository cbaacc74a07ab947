//! Shared runs of two texts: greedy string tiling (Wise 1993), the longest run first, no character
//! in two runs. Order does not matter, because interpretations rearrange what they explain.

use std::ops::Range;

/// A run that both texts share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// In the first text.
    pub from: Range<usize>,
    /// In the second text.
    pub to: Range<usize>,
}

/// All shared runs of at least this many characters, in the order of the second text.
pub fn shared(from: &[char], to: &[char], shortest: usize) -> Vec<Run> {
    let mut taken_from = vec![false; from.len()];
    let mut taken_to = vec![false; to.len()];
    let mut runs = Vec::new();
    while let Some(run) = longest(from, to, &taken_from, &taken_to) {
        if run.to.len() < shortest.max(1) {
            break;
        }
        taken_from[run.from.clone()].fill(true);
        taken_to[run.to.clone()].fill(true);
        runs.push(run);
    }
    runs.sort_by_key(|run| run.to.start);
    runs
}

/// The longest common run of characters that are free in both texts; the first of equals.
fn longest(from: &[char], to: &[char], taken_from: &[bool], taken_to: &[bool]) -> Option<Run> {
    let mut lengths = vec![0_usize; to.len() + 1];
    let mut best: Option<Run> = None;
    for (i, a) in from.iter().enumerate() {
        // Backwards, so that `lengths[j]` is still the row before.
        for j in (0..to.len()).rev() {
            let same = *a == to[j] && !taken_from[i] && !taken_to[j];
            lengths[j + 1] = if same { lengths[j] + 1 } else { 0 };
            let length = lengths[j + 1];
            if length > best.as_ref().map_or(0, |run| run.to.len()) {
                best = Some(Run { from: i + 1 - length..i + 1, to: j + 1 - length..j + 1 });
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &[&str]) {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let (from, to) = (chars(from), chars(to));
        let runs: Vec<String> =
            shared(&from, &to, 2).iter().map(|run| to[run.to.clone()].iter().collect()).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn runs_are_maximal_and_do_not_overlap() {
        check("完善储备体系", "完善饲草储备体系", &["完善", "储备体系"]);
        check("乙乙丙丁甲乙", "甲乙丙丁", &["乙丙丁"]);
        check("甲乙", "丙丁", &[]);
        check("", "甲", &[]);
    }
}
