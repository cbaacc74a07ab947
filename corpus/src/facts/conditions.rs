//! Sentences that list conditions: what follows 有下列情形之一的，…： and 符合以下条件：.

use crate::chars::Chars;
use crate::model::Document;

/// What is listed behind these words has to be the case.
const LISTS: [&str; 8] = [
    "下列情况",
    "下列情形",
    "下列条件",
    "下列之一",
    "以下情况",
    "以下情形",
    "以下条件",
    "以下之一",
];

/// For every sentence of a document whether it is an item of such a list: the sentences of the same
/// provision behind one that ends in a colon, up to the first that ends the list.
pub(super) fn listed(document: &Document) -> Vec<bool> {
    let mut open = None;
    document
        .sentences()
        .map(|(unit, sentence)| {
            let here = open.as_ref() == Some(&unit);
            let text = Chars::new(sentence.text.trim_end());
            let last = text.len().checked_sub(1).and_then(|at| text.get(at));
            let begins = matches!(last, Some('：' | ':'))
                && (0..text.len()).any(|at| text.any_at(at, &LISTS).is_some());
            if begins {
                open = Some(unit);
                return false;
            }
            if !here || last == Some('。') {
                open = None;
            }
            here
        })
        .collect()
}
