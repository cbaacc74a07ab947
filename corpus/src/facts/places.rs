//! Places named near a figure.

use std::ops::Range;

use crate::chars::Chars;

/// Where places are named in a clause, by their forms, the longest first; a list of places
/// (`通辽、兴安盟和赤峰`) is one stretch.
pub fn named(text: &Chars, clause: &Range<usize>, forms: &[String]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = clause.start;
    while at < clause.end {
        let longest = forms
            .iter()
            .filter(|form| !form.is_empty() && text.has(at, form))
            .map(|form| form.chars().count())
            .max();
        let Some(length) = longest.filter(|length| at + length <= clause.end) else {
            at += 1;
            continue;
        };
        match found.last_mut() {
            Some(last) if last.end == at || joins(text, last.end, at) => last.end = at + length,
            _ => found.push(at..at + length),
        }
        at += length;
    }
    found
}

fn joins(text: &Chars, end: usize, next: usize) -> bool {
    end + 1 == next && text.get(end).is_some_and(|c| "、和与及".contains(c))
}
