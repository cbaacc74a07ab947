//! The figures of a policy beside those of its interpretation.
//!
//! Only what is certain is claimed. Equal figures of what is linked or said alike are paired first;
//! two that differ are put against each other only where both texts say in the same words what they
//! speak of; and a figure is told to be missing only where the other text has no such number at all.

use std::collections::HashSet;

use super::measured::close;
use super::stated::{StatedNumbers, of_fact};
use super::subjects::{likeness, subject};
use super::{Agreement, FigurePair};
use crate::facts::{Fact, FactKind};
use crate::links::Link;
use crate::links::weights::pairs;
use crate::model::{Document, Span};
use crate::text::is_han;

/// A document with its facts.
pub type Figures<'a> = (&'a Document, &'a [Fact]);

/// Pairs the figures of both texts that speak of the same thing. Policy figures come first, in
/// reading order; those that only the interpretation has follow. Names and ordinals are left out,
/// and so are figures of which it is not certain whether the other text has them.
pub fn figures(
    policy: Figures<'_>,
    interpretation: Figures<'_>,
    links: &[Link],
) -> Vec<FigurePair> {
    let (ours, theirs) = (Side::of(policy), Side::of(interpretation));
    let mut partners = equal(&ours, &theirs, links);
    different(&ours, &theirs, links, &mut partners);
    let (in_policy, in_interpretation) = (
        StatedNumbers::of(policy.0, policy.1),
        StatedNumbers::of(interpretation.0, interpretation.1),
    );
    let mut paired: Vec<FigurePair> = Vec::new();
    for (index, fact) in ours.facts.iter().enumerate() {
        match partners[index] {
            Some(partner) => paired.push(pair(Some(fact), Some(theirs.facts[partner]))),
            None if !in_interpretation.may_hold(fact) => paired.push(pair(Some(fact), None)),
            None => {}
        }
    }
    let taken: HashSet<usize> = partners.into_iter().flatten().collect();
    let rest = theirs.facts.iter().enumerate().filter(|(index, _)| !taken.contains(index));
    let alone = rest.filter(|(_, fact)| !in_policy.may_hold(fact));
    paired.extend(alone.map(|(_, fact)| pair(None, Some(fact))));
    paired
}

/// What one of the texts counts, with the words that say what each figure is about.
struct Side<'a> {
    facts: Vec<&'a Fact>,
    about: Vec<Vec<char>>,
    /// Whether each says by how much something changes, and not to what.
    change: Vec<bool>,
    place: Vec<String>,
    /// The words of its sentence before each.
    before: Vec<&'a str>,
}

impl<'a> Side<'a> {
    fn of((document, facts): Figures<'a>) -> Self {
        let facts: Vec<&Fact> = facts.iter().filter(|fact| counts(fact)).collect();
        let words = |fact: &Fact, span: Span| {
            document.sentence(&fact.at).map_or("", |sentence| span.of(&sentence.text)).to_owned()
        };
        let about = facts.iter().map(|fact| words(fact, fact.about).chars().collect()).collect();
        let place = facts
            .iter()
            .map(|fact| fact.place.map_or_else(String::new, |place| words(fact, place)))
            .collect();
        let before: Vec<&str> = facts
            .iter()
            .map(|fact| {
                let text = document.sentence(&fact.at).map_or("", |sentence| &sentence.text);
                text.get(..fact.span.start as usize).unwrap_or_default()
            })
            .collect();
        let change = before.iter().map(|before| says_change(before)).collect();
        Self { facts, about, change, place, before }
    }

    fn before(&self, index: usize) -> &str {
        self.before[index]
    }

    /// Whether no other figure of this text that is counted alike is about the same words.
    fn is_only_one(&self, index: usize) -> bool {
        let own = self.facts[index];
        let twin = |other: usize| {
            other != index
                && measured_alike(self.facts[other], own)
                && subject(&self.about[other]) == subject(&self.about[index])
                && !same(self.facts[other], own)
        };
        !(0..self.facts.len()).any(twin)
    }
}

/// Whether a fact states a quantity; names, ordinals and days of the calendar don't.
pub(crate) fn counts(fact: &Fact) -> bool {
    !matches!(fact.kind, FactKind::Name | FactKind::Ordinal) && fact.date.is_empty()
}

fn pair(policy: Option<&Fact>, interpretation: Option<&Fact>) -> FigurePair {
    let agreement = match (policy, interpretation) {
        (Some(a), Some(b)) if same(a, b) => Agreement::Same,
        (Some(_), Some(_)) => Agreement::Different,
        (_, None) => Agreement::OnlyPolicy,
        (None, Some(_)) => Agreement::OnlyInterpretation,
    };
    FigurePair { policy: policy.cloned(), interpretation: interpretation.cloned(), agreement }
}

/// Whether both state the same number with the same bound, 七成 and 70% alike.
pub(crate) fn same(a: &Fact, b: &Fact) -> bool {
    // Every figure is held against every other: most pairs are told apart without reckoning.
    if a.bound != b.bound || a.unit == b.unit && !close(a.value, b.value) {
        return false;
    }
    let (first, second) = (of_fact(a), of_fact(b));
    let equal = first.len() == second.len()
        && first.iter().zip(&second).all(|(x, y)| close(x.value, y.value));
    // 每月3000元 is 3000元/月.
    let per_alike = match (counted_per(a), counted_per(b)) {
        (Some(per), Some(other)) => per == other,
        _ => true,
    };
    sized_alike(a, b) && per_alike && equal
}

/// Whether both count in the same unit, or in two sizes of one.
pub(crate) fn measured_alike(a: &Fact, b: &Fact) -> bool {
    sized_alike(a, b) && counted_per(a) == counted_per(b)
}

/// What the figure is counted in: 元 in 元/月.
fn counted_in(fact: &Fact) -> &str {
    fact.unit.split_once('/').map_or(&*fact.unit, |(unit, _)| unit)
}

/// What the unit is counted per: 月 in 元/月.
fn counted_per(fact: &Fact) -> Option<&str> {
    fact.unit.split_once('/').map(|(_, per)| per)
}

/// The same, whatever it is counted per.
fn sized_alike(a: &Fact, b: &Fact) -> bool {
    use super::measured::Dimension::{Count, Days, Other, Unsaid};
    // 降低1% is not 降低1个百分点.
    let points = |fact: &Fact| fact.unit.contains("百分点");
    if points(a) != points(b) {
        return false;
    }
    counted_in(a) == counted_in(b)
        || of_fact(a).iter().zip(&of_fact(b)).all(|(x, y)| {
            // Measure words are not the same, nor are days and working days.
            x.dimension == y.dimension && !matches!(x.dimension, Count | Days | Other | Unsaid)
        })
}

/// Words about the same thing share at least this part of the shorter one's character pairs.
const ALIKE: f64 = 0.5;

/// The partner of each of our figures among theirs that state the same, the likest first.
fn equal(ours: &Side<'_>, theirs: &Side<'_>, links: &[Link]) -> Vec<Option<usize>> {
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for (own, fact) in ours.facts.iter().enumerate() {
        for (other, told) in theirs.facts.iter().enumerate().filter(|(_, told)| same(fact, told)) {
            let alike = likeness(&ours.about[own], &theirs.about[other]);
            let linked = are_linked(fact, told, links);
            if linked || alike >= ALIKE && says_the_same(ours, own, theirs, other) {
                fits.push((alike + f64::from(u8::from(linked)), own, other));
            }
        }
    }
    fits.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut partners, mut taken) = (vec![None; ours.facts.len()], HashSet::new());
    for (_, own, other) in fits {
        if partners[own].is_none() && taken.insert(other) {
            partners[own] = Some(other);
        }
    }
    partners
}

/// Whether figures of sentences that are not linked are about the same thing beyond chance: they
/// share more than a word of two characters (比上年增加), and none tells of the past only.
fn says_the_same(ours: &Side<'_>, own: usize, theirs: &Side<'_>, other: usize) -> bool {
    let words = |about: &[char]| -> HashSet<[char; 2]> {
        pairs(about).filter(|pair| pair.iter().all(|c| is_han(*c))).collect()
    };
    let shared = words(&ours.about[own]).intersection(&words(&theirs.about[other])).count();
    shared >= 2 && sort(ours.facts[own]) == sort(theirs.facts[other])
}

/// Figures that both texts give for the same thing in sentences which are not linked.
pub(crate) fn alike_pairs<'a>(
    policy: Figures<'a>,
    interpretation: Figures<'a>,
    links: &[Link],
) -> Vec<(&'a Fact, &'a Fact)> {
    let (ours, theirs) = (Side::of(policy), Side::of(interpretation));
    let partners = equal(&ours, &theirs, links);
    let pairs = partners.into_iter().enumerate();
    pairs
        .filter_map(|(own, other)| Some((ours.facts[own], theirs.facts[other?])))
        .filter(|(fact, told)| !are_linked(fact, told, links))
        .collect()
}

/// What a figure is where that tells two apart: what has been achieved, what a change starts from.
fn sort(fact: &Fact) -> Option<FactKind> {
    match fact.kind {
        kind @ (FactKind::Result
        | FactKind::Baseline
        | FactKind::Penalty
        | FactKind::Rank
        | FactKind::Date) => Some(kind),
        _ => None,
    }
}

/// Adds the pairs that certainly speak of the same thing and differ.
fn different(ours: &Side<'_>, theirs: &Side<'_>, links: &[Link], partners: &mut [Option<usize>]) {
    let mut taken: HashSet<usize> = partners.iter().flatten().copied().collect();
    for (own, partner) in partners.iter_mut().enumerate().filter(|(_, own)| own.is_none()) {
        let certain = |other: &usize| is_same_matter(ours, own, theirs, *other, links);
        let mut free = (0..theirs.facts.len()).filter(|other| !taken.contains(other));
        *partner = free.find(certain);
        taken.extend(*partner);
    }
}

/// At least so many characters say for certain what a figure is about.
const SAYS_ENOUGH: usize = 4;

/// Whether two figures speak of the same thing: in linked sentences, about the same words, of which
/// neither text has a second figure, at the same place and time, and of the same sort.
fn is_same_matter(
    ours: &Side<'_>,
    own: usize,
    theirs: &Side<'_>,
    other: usize,
    links: &[Link],
) -> bool {
    let (fact, told) = (ours.facts[own], theirs.facts[other]);
    let (words, others) = (subject(&ours.about[own]), subject(&theirs.about[other]));
    let named = (words.len() >= SAYS_ENOUGH || led_alike(ours.before(own), theirs.before(other)))
        && words == others;
    // 对贷款10万元至50万元的, 贷款10万元到60万元: an equal end says it as well.
    let ranges = || {
        let speaks = |a: &[char], b: &[char]| a.len() >= 2 && b.ends_with(a);
        share_one_end(fact, told) && (speaks(&words, &others) || speaks(&others, &words))
    };
    (named || ranges())
        && measured_alike(fact, told)
        && sort(fact) == sort(told)
        && (fact.due == told.due || fact.due.is_empty() || told.due.is_empty())
        && ours.place[own] == theirs.place[other]
        && ours.change[own] == theirs.change[other]
        && are_linked(fact, told, links)
        && ours.is_only_one(own)
        && theirs.is_only_one(other)
}

/// Whether both are ranges of which one end is the same and the other is not.
fn share_one_end(a: &Fact, b: &Fact) -> bool {
    matches!((a.upper, b.upper), (Some(upper), Some(other))
        if close(a.value, b.value) != close(upper, other))
}

/// Whether both figures stand behind the same words, enough of them to say what both bound:
/// 公示不少于.
fn led_alike(ours: &str, theirs: &str) -> bool {
    let shared = ours.chars().rev().zip(theirs.chars().rev()).take_while(|(a, b)| a == b);
    shared.take_while(|(c, _)| is_han(*c)).count() >= SAYS_ENOUGH
}

/// Whether these words before a figure say by how much something changes: 增长, but not 增长到.
fn says_change(before: &str) -> bool {
    let words = ["增长", "增加", "提高", "上升", "下降", "减少", "降低", "上浮", "下浮", "新增"];
    let before = before.trim_end_matches(['了', '约', '近', '超', '过']);
    words.iter().any(|word| before.ends_with(word))
}

fn are_linked(policy: &Fact, interpretation: &Fact, links: &[Link]) -> bool {
    links.iter().any(|link| link.to == policy.at && link.from == interpretation.at)
}
