//! The hits on the page. Two answers may come to one question, first that of the texts at hand,
//! then the engine's; what a reader already works with must not move.

use std::sync::Arc;

use corpus::Locale;
use search_index::protocol::{Fit, Hit, Order, Results};

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

/// What heads a run of hits. Related and partial hits are ranked together, so they share a head;
/// where they are mixed, each says for itself what it is.
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
        let mut sections = Vec::new();
        for (group, range, count) in self.groups() {
            let mixed = matches!(group, Group::Near | Group::Added);
            let mut runs: Vec<Vec<HitKey>> = Vec::new();
            for index in range.clone() {
                let Shown { hit, id, .. } = &self.shown[index];
                let key = HitKey { id: *id, mixed, far: index >= FAR };
                let joins = index > range.start
                    && (order == Order::Relevance
                        || self.shown[index - 1].hit.at.document == hit.at.document);
                match runs.last_mut() {
                    Some(run) if joins => run.push(key),
                    _ => runs.push(vec![key]),
                }
            }
            sections.push(Section { group, count, runs });
        }
        sections
    }

    /// Runs of hits under their heads, by index, and the count where it is certain.
    pub fn groups(&self) -> Vec<(Group, std::ops::Range<usize>, Option<u32>)> {
        let group = |shown: &Shown| match shown.hit.fit {
            _ if shown.added => Group::Added,
            Fit::Exact => Group::Exact,
            Fit::Related => Group::Related,
            Fit::Partial => Group::Partial,
        };
        let mut groups: Vec<(Group, std::ops::Range<usize>, Option<u32>)> = Vec::new();
        for (index, shown) in self.shown.iter().enumerate() {
            let group = group(shown);
            let joins = |last: Group| match (last, group) {
                (last, group) if last == group => Some(last),
                (
                    Group::Near | Group::Related | Group::Partial,
                    Group::Related | Group::Partial,
                ) => Some(Group::Near),
                _ => None,
            };
            match groups.last_mut().and_then(|last| Some((joins(last.0)?, last))) {
                Some((joined, last)) => {
                    last.0 = joined;
                    last.1.end = index + 1;
                }
                None => groups.push((group, index..index + 1, None)),
            }
        }
        let last = groups.len().saturating_sub(1);
        for (index, (group, range, count)) in groups.iter_mut().enumerate() {
            let known = match group {
                Group::Exact if range.start == 0 => Some(self.about.exact),
                _ if index < last || !self.has_more() => Some(range.len() as u32),
                _ => None,
            };
            *count = known.filter(|count| *count as usize >= range.len());
        }
        groups
    }
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
mod tests {
    use super::*;

    fn answer(units: &[(&str, Fit)], total: u32) -> Results {
        let hit = |(unit, fit): &(&str, Fit)| Hit {
            at: format!("a/{unit}").parse().expect("an address"),
            fit: *fit,
            score: 1.0,
            places: 1,
            reasons: vec![],
            snippets: vec![],
        };
        let exact = units.iter().filter(|(_, fit)| *fit == Fit::Exact).count() as u32;
        Results { total, exact, hits: units.iter().map(hit).collect(), ..Results::default() }
    }

    fn units(list: &List) -> Vec<String> {
        list.shown.iter().map(|shown| shown.hit.at.unit.to_string()).collect()
    }

    #[test]
    fn a_list_in_use_keeps_its_order_and_new_hits_come_below() {
        let mut list = List::default();
        list.replace(answer(&[("1", Fit::Exact), ("2#s3", Fit::Exact)], 2), false);
        list.keep(answer(&[("3", Fit::Exact), ("2", Fit::Exact), ("4", Fit::Related)], 5));
        assert_eq!(units(&list), ["1", "2", "3", "4"]);
        assert_eq!(list.taken, 3);
        let groups: Vec<_> =
            list.groups().into_iter().map(|(group, range, _)| (group, range)).collect();
        assert_eq!(groups, [(Group::Exact, 0..2), (Group::Added, 2..4)]);
        list.extend(answer(&[("1", Fit::Partial), ("5", Fit::Partial)], 5));
        assert_eq!(units(&list), ["1", "2", "3", "4", "5"]);
        assert!(!list.has_more());
    }

    #[test]
    fn a_hit_that_looks_as_before_keeps_its_key_and_no_other_does() {
        let keys = |list: &List| -> Vec<HitKey> {
            list.sections(Order::Relevance).into_iter().flat_map(|s| s.runs.concat()).collect()
        };
        let mut list = List::default();
        list.replace(answer(&[("1", Fit::Exact), ("2", Fit::Exact)], 2), false);
        let first = keys(&list);
        let before = list.clone();
        let mut better = answer(&[("2", Fit::Exact), ("1", Fit::Related)], 2);
        better.hits[0].score = 7.0;
        list.replace(better.clone(), true);
        let second = keys(&list);
        assert_eq!(second[0], first[1], "another score is not seen");
        assert_ne!(second[1], first[0], "another fit is");
        assert!(!list.shows_the_same(&before));
        list.replace(better, false);
        assert!(keys(&list).iter().all(|key| !second.contains(key)), "links carry another query");
        list.extend(answer(&[("3", Fit::Related)], 3));
        assert_eq!(list.hit(keys(&list)[2]).expect("a hit").at.unit.to_string(), "3");
    }

    #[test]
    fn in_the_order_of_the_documents_each_document_has_its_run() {
        let mut list = List::default();
        let mut found = answer(&[("1", Fit::Exact), ("2", Fit::Exact), ("3", Fit::Related)], 3);
        found.hits[1].at.document = "b".into();
        list.replace(found, false);
        let runs = |order| -> Vec<Vec<usize>> {
            let sections = list.sections(order).into_iter();
            sections.map(|section| section.runs.iter().map(Vec::len).collect()).collect()
        };
        assert_eq!(runs(Order::Relevance), [vec![2], vec![1]]);
        assert_eq!(runs(Order::Document), [vec![1, 1], vec![1]]);
    }

    #[test]
    fn the_translation_of_a_sentence_goes_before_it_and_nothing_else_moves() {
        let snippet = |at: &str, locale: Locale| search_index::protocol::Snippet {
            at: at.parse().expect("an address"),
            text: locale.0.clone(),
            locale,
            marks: vec![],
            corrected: false,
        };
        let english = || Locale("en".into());
        let mut hits = answer(&[("1", Fit::Exact)], 1).hits;
        hits[0].snippets = vec![
            snippet("a/1#s1", Locale::zh()),
            snippet("a/1#s1", english()),
            snippet("a/1#s2", Locale::zh()),
            snippet("a/1#s3", english()),
        ];
        lead_with_english(&mut hits);
        let order: Vec<_> = hits[0].snippets.iter().map(|one| one.locale.clone()).collect();
        assert_eq!(order, [english(), Locale::zh(), Locale::zh(), english()]);
    }

    #[test]
    fn counts_are_shown_only_where_they_are_certain() {
        let mut list = List::default();
        list.replace(answer(&[("1", Fit::Exact), ("2", Fit::Related)], 9), false);
        let counts: Vec<_> = list.groups().into_iter().map(|(.., count)| count).collect();
        assert_eq!(counts, [Some(1), None]);
        list.replace(answer(&[("7", Fit::Partial)], 1), false);
        assert_eq!(list.groups(), [(Group::Partial, 0..1, Some(1))]);
        list.replace(
            answer(&[("7", Fit::Partial), ("8", Fit::Related), ("9", Fit::Partial)], 3),
            false,
        );
        assert_eq!(list.groups(), [(Group::Near, 0..3, Some(3))]);
    }
}
