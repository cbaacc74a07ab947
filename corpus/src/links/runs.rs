//! Shared runs of two texts: greedy string tiling (Wise 1993), the longest run first, no character
//! in two runs. Order does not matter, because interpretations rearrange what they explain.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// A run that both texts share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// In the first text.
    pub from: Range<usize>,
    /// In the second text.
    pub to: Range<usize>,
}

/// All shared runs of at least this many characters, in the order of the second text. Of runs of
/// one length the one that ends first in the first text is taken first, of these the one that ends
/// last in the second.
///
/// The runs are found once, in time of the product of both lengths; what a longer run took of one
/// leaves its free parts.
pub fn shared(from: &[char], to: &[char], shortest: usize) -> Vec<Run> {
    let shortest = shortest.max(1);
    let mut open: BinaryHeap<Candidate> = maximal(from, to, shortest).into_iter().collect();
    let mut taken_from = vec![false; from.len()];
    let mut taken_to = vec![false; to.len()];
    let mut runs = Vec::new();
    while let Some(candidate) = open.pop() {
        let run = candidate.run();
        let free = |at: usize| !taken_from[run.from.start + at] && !taken_to[run.to.start + at];
        let parts = free_parts(run.from.len(), free);
        if parts.first() == Some(&(0..run.from.len())) {
            taken_from[run.from.clone()].fill(true);
            taken_to[run.to.clone()].fill(true);
            runs.push(run);
        } else {
            let long = parts.into_iter().filter(|part| part.len() >= shortest);
            open.extend(long.map(|part| Candidate {
                length: part.len(),
                from_end: Reverse(run.from.start + part.end),
                to_end: run.to.start + part.end,
            }));
        }
    }
    runs.sort_by_key(|run| run.to.start);
    runs
}

/// A shared run that may be taken, in the order in which they are.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    length: usize,
    from_end: Reverse<usize>,
    to_end: usize,
}

impl Candidate {
    fn run(&self) -> Run {
        let Reverse(from_end) = self.from_end;
        Run { from: from_end - self.length..from_end, to: self.to_end - self.length..self.to_end }
    }
}

/// Every shared run of at least this many characters that neither side lets go on.
fn maximal(from: &[char], to: &[char], shortest: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    // How long the run is that ends before the character at hand, by place in the second text.
    let mut lengths = vec![0_usize; to.len() + 1];
    for i in 0..=from.len() {
        // Backwards, so that `lengths[j]` is still the row before.
        for j in (0..=to.len()).rev() {
            let same = i < from.len() && j < to.len() && from[i] == to[j];
            let length = lengths[j];
            if !same && length >= shortest {
                found.push(Candidate { length, from_end: Reverse(i), to_end: j });
            }
            if j < to.len() {
                lengths[j + 1] = if same { length + 1 } else { 0 };
            }
        }
    }
    found
}

/// The stretches of places below `length` that are free.
fn free_parts(length: usize, free: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in (0..length).filter(|at| free(*at)) {
        match parts.last_mut() {
            Some(open) if open.end == at => open.end += 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
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

    /// What [`shared`] gives, by looking for the longest free run again and again.
    fn one_after_another(from: &[char], to: &[char], shortest: usize) -> Vec<Run> {
        let (mut taken_from, mut taken_to) = (vec![false; from.len()], vec![false; to.len()]);
        let mut runs = Vec::new();
        loop {
            let mut best = Run { from: 0..0, to: 0..0 };
            for i in 0..from.len() {
                for j in (0..to.len()).rev() {
                    let same = |back: &usize| {
                        let (i, j) = (i - back, j - back);
                        from[i] == to[j] && !taken_from[i] && !taken_to[j]
                    };
                    let length = (0..=i.min(j)).take_while(same).count();
                    if length > best.from.len() {
                        best = Run { from: i + 1 - length..i + 1, to: j + 1 - length..j + 1 };
                    }
                }
            }
            if best.from.len() < shortest.max(1) {
                break;
            }
            taken_from[best.from.clone()].fill(true);
            taken_to[best.to.clone()].fill(true);
            runs.push(best);
        }
        runs.sort_by_key(|run| run.to.start);
        runs
    }

    #[test]
    fn runs_are_those_of_a_plain_search() {
        // A few letters, so that there are many runs of one length; mixed by a linear congruence.
        let mut state = 1_u32;
        let mut text = |letters: u32| -> Vec<char> {
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16
            };
            let length = next() % 24;
            (0..length).filter_map(|_| char::from_digit(next() % letters, 10)).collect()
        };
        for round in 0..2_000 {
            let letters = 2 + round % 4;
            let (from, to) = (text(letters), text(letters));
            for shortest in 0..3 {
                let expected = one_after_another(&from, &to, shortest);
                assert_eq!(shared(&from, &to, shortest), expected, "{from:?} {to:?}");
            }
        }
    }
}
