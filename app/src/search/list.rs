//! The hits on the page. Two answers may come to one question, first that of the texts at hand,
//! then the engine's; what a reader already works with must not move.

use std::sync::Arc;

use corpus::Locale;
use search_index::protocol::{Fit, Hit, Order, Reason, Results};

/// A hit on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The hit.
    pub hit: Arc<Hit>,
    /// Whether it joined a list that was kept as it was.
    pub added: bool,
    /// Its number: that of the hit before, where an answer to the same question has it again.
    id: u32,
}

/// What a hit on the page is known by: one with the same key looks the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HitKey {
    id: u32,
    /// Whether it stands among hits that fit otherwise.
    pub mixed: bool,
    /// Whether it is below the screen of any phone.
    pub far: bool,
}

/// A group of hits under its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What heads it.
    pub group: Group,
    /// How many there are, where it is certain.
    pub count: Option<u32>,
    /// The hits: in the order of the documents one run for each document, otherwise one.
    pub runs: Vec<Vec<HitKey>>,
    /// Whether it is shown at the reader's wish alone.
    pub folded: bool,
}

/// From this hit on a list is below the screen of any phone.
const FAR: usize = 4;

/// All hits on the page, and what is known about those that are not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// The latest answer, without its hits.
    pub about: Results,
    /// The hits in their order.
    pub shown: Vec<Shown>,
    /// How many hits of the latest answer were taken in: the offset of the next page.
    pub taken: u32,
    /// How many numbers were given to hits.
    numbered: u32,
}

/// What heads hits. Related and partial hits are ranked together, so they share a head, and each
/// says for itself what it is; only below exact hits they stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// All have everything exactly as asked.
    Exact,
    /// All have everything, in another way of writing or by a related word.
    Related,
    /// All have a part of it.
    Partial,
    /// Some have everything, some a part.
    Near,
    /// They joined a list that was kept.
    Added,
}

/// Puts the translation of a sentence before it, for readers who read English first.
pub fn lead_with_english(hits: &mut [Hit]) {
    for hit in hits {
        for at in 1..hit.snippets.len() {
            let (first, second) = (&hit.snippets[at - 1], &hit.snippets[at]);
            if first.at == second.at
                && first.locale == Locale::zh()
                && second.locale != first.locale
            {
                hit.snippets.swap(at - 1, at);
            }
        }
    }
}

impl List {
    /// Takes an answer in place of all that was there. Hits that an answer to the same query has
    /// again stay the same.
    pub fn replace(&mut self, answer: Results, same_query: bool) {
        let mut before = std::mem::take(&mut self.shown);
        if !same_query {
            before.clear();
        }
        self.taken = 0;
        self.join(answer, false);
        for shown in &mut self.shown {
            if let Some(old) = before.iter().find(|old| looks_alike(&old.hit, &shown.hit)) {
                shown.id = old.id;
            }
        }
    }

    /// Takes an answer and keeps what is shown, in its order; what is new comes below.
    pub fn keep(&mut self, answer: Results) {
        self.taken = 0;
        self.join(answer, true);
    }

    /// Takes the next page of the answer.
    pub fn extend(&mut self, answer: Results) {
        let added = self.shown.last().is_some_and(|shown| shown.added);
        self.join(answer, added);
    }

    fn join(&mut self, mut answer: Results, added: bool) {
        self.taken += answer.hits.len() as u32;
        for hit in std::mem::take(&mut answer.hits) {
            let known = |shown: &Shown| {
                shown.hit.at.unit == hit.at.unit && shown.hit.at.document == hit.at.document
            };
            if !self.shown.iter().any(known) {
                self.numbered += 1;
                self.shown.push(Shown { hit: Arc::new(hit), added, id: self.numbered });
            }
        }
        self.about = answer;
    }

    /// Whether there are more hits than are shown.
    pub fn has_more(&self) -> bool {
        self.rest() > 0
    }

    /// How many hits there are that were not taken in.
    pub fn rest(&self) -> u32 {
        self.about.total.saturating_sub(self.taken)
    }

    /// The hit with this key.
    pub fn hit(&self, key: HitKey) -> Option<&Hit> {
        self.shown.iter().find(|shown| shown.id == key.id).map(|shown| &*shown.hit)
    }

    /// Whether another list has the same hits.
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let ids = |list: &Self| list.shown.iter().map(|shown| shown.id).collect::<Vec<_>>();
        ids(self) == ids(other)
    }

    /// The groups with the keys of their hits.
    pub fn sections(&self, order: Order) -> Vec<Section> {
        let section = |(group, indexes, count): (Group, Vec<usize>, Option<u32>)| {
            let mixed = matches!(group, Group::Near | Group::Added);
            let mut runs: Vec<Vec<HitKey>> = Vec::new();
            let mut before = None;
            for index in indexes {
                let Shown { hit, id, .. } = &self.shown[index];
                let key = HitKey { id: *id, mixed, far: index >= FAR };
                let document = Some(&hit.at.document);
                match runs.last_mut() {
                    Some(run) if order == Order::Relevance || document == before => run.push(key),
                    _ => runs.push(vec![key]),
                }
                before = document;
            }
            Section { group, count, runs, folded: group == Group::Partial && self.answered() }
        };
        self.groups().into_iter().map(section).collect()
    }

    /// Whether something has everything exactly as asked: then what has only a part of it steps
    /// back. What joined later changes nothing of that.
    fn answered(&self) -> bool {
        self.shown.iter().any(|shown| !shown.added && shown.hit.fit == Fit::Exact)
    }

    /// Whether all that fits exactly so far has the words as they were typed, and not in another way
    /// of writing: then the counts are those of the words.
    pub fn is_as_typed(&self) -> bool {
        self.shown.iter().all(|shown| shown.hit.fit != Fit::Exact || is_as_typed(&shown.hit))
    }

    /// Where the hit stands on the page, of all in the groups.
    pub fn place(&self, index: usize) -> Option<usize> {
        self.groups().iter().flat_map(|(_, indexes, _)| indexes).position(|own| *own == index)
    }

    /// The hits under their heads, by index, and the count where it is certain. No head stands
    /// twice.
    pub fn groups(&self) -> Vec<(Group, Vec<usize>, Option<u32>)> {
        let has = |fit| self.shown.iter().any(|shown| !shown.added && shown.hit.fit == fit);
        let mixed = !self.answered() && has(Fit::Related) && has(Fit::Partial);
        let head = |shown: &Shown| match shown.hit.fit {
            _ if shown.added => Group::Added,
            Fit::Exact if is_as_typed(&shown.hit) => Group::Exact,
            Fit::Exact => Group::Related,
            _ if mixed => Group::Near,
            Fit::Related => Group::Related,
            Fit::Partial => Group::Partial,
        };
        let mut groups = Vec::new();
        for group in [Group::Exact, Group::Related, Group::Near, Group::Partial, Group::Added] {
            let indexes: Vec<usize> =
                (0..self.shown.len()).filter(|index| head(&self.shown[*index]) == group).collect();
            let known = match group {
                _ if self.about.at_least => None,
                Group::Exact if self.is_as_typed() => Some(self.about.exact),
                _ => (!self.has_more()).then_some(indexes.len() as u32),
            };
            let known = known.filter(|count| *count as usize >= indexes.len());
            if !indexes.is_empty() {
                groups.push((group, indexes, known));
            }
        }
        groups
    }
}

/// Whether a hit has what was typed, letter for letter. What fits as well in another way of writing, a
/// figure or by its number, says how it was found instead.
fn is_as_typed(hit: &Hit) -> bool {
    let other = |reason: &Reason| {
        matches!(
            reason,
            Reason::Number { .. }
                | Reason::Numbered
                | Reason::Pinyin { .. }
                | Reason::Traditional { .. }
        )
    };
    let reasons = || hit.reasons.iter();
    !reasons().any(other) || hit.places > 0 && !reasons().all(other)
}

/// Whether a reader sees no difference between two hits for the same query.
fn looks_alike(one: &Hit, other: &Hit) -> bool {
    one.at == other.at
        && one.fit == other.fit
        && one.places == other.places
        && one.reasons == other.reasons
        && one.snippets == other.snippets
}

#[cfg(test)]
mod tests;
