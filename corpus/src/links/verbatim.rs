//! What a sentence has of the policy word for word without explaining it: the name of another
//! document in 《》, words in quotation marks. Such a sentence is not without ground.

use std::collections::{HashMap, HashSet};

use super::named::{Named, named};
use super::passage::PreparedSentence;
use super::{Evidence, Link, LinkKind};
use crate::address::{Address, Unit};
use crate::model::{Document, Span};

/// Fewer characters in quotation marks are a word that stands anywhere.
const SHORTEST_QUOTED: usize = 4;

/// Words that stand in both texts.
#[derive(Clone, Debug)]
pub struct Verbatim {
    /// The place of the interpretation's sentence among all.
    pub from: usize,
    /// A sentence of the policy that has them.
    pub to: Address,
    /// Where they stand.
    pub evidence: Evidence,
    /// Whether they tell of which measure the sentence speaks.
    pub tells: bool,
}

/// All names and quoted words of the interpretation that the policy has too. `sentences` are all of
/// the interpretation, `named` what each of them names.
fn verbatim(policy: &Document, named: &[Named], sentences: &[PreparedSentence]) -> Vec<Verbatim> {
    let mut found = Vec::new();
    for (from, names) in named.iter().enumerate() {
        let text = &sentences[from].text;
        for range in &names.others {
            let words = text.text(range.clone());
            // A law that both refer to says nothing of the measure that does.
            let law =
                words.ends_with("法》") && !words.ends_with("办法》") || words.ends_with("条例》");
            found.extend(places(policy, &words).next().map(|(to, span)| Verbatim {
                from,
                to,
                evidence: Evidence { from: text.span(range.clone()), to: span },
                tells: !law,
            }));
        }
        for range in quotes(text.all()) {
            let words = text.text(range.clone());
            let all: Vec<(Address, Span)> = places(policy, &words).collect();
            // What stands in several measures tells of none.
            let units: HashSet<&Unit> = all.iter().map(|(at, _)| &at.unit).collect();
            if let (Some((to, span)), 1) = (all.first(), units.len()) {
                let evidence = Evidence { from: text.span(range), to: *span };
                found.push(Verbatim { from, to: to.clone(), evidence, tells: true });
            }
        }
    }
    found
}

/// What of each sentence has a ground in the policy though no link shows it: these words, and the
/// numbers of measures.
pub fn grounded(
    policy: &Document,
    interpretation: &Document,
    sentences: &[PreparedSentence],
) -> Vec<Vec<Span>> {
    let names = named(policy, interpretation, sentences);
    let of = |(names, sentence): (&Named, &PreparedSentence)| {
        names.numbers.iter().map(|range| sentence.text.span(range.clone())).collect()
    };
    let mut spans: Vec<Vec<Span>> = names.iter().zip(sentences).map(of).collect();
    for words in verbatim(policy, &names, sentences) {
        spans[words.from].push(words.evidence.from);
    }
    spans
}

/// The policy's sentences that have these words, and where.
fn places<'a>(policy: &'a Document, words: &'a str) -> impl Iterator<Item = (Address, Span)> + 'a {
    policy.sentences().filter(|(unit, _)| *unit != Unit::Title).filter_map(
        move |(unit, sentence)| {
            let start = sentence.text.find(words)?;
            let at = Address { document: policy.id.clone(), unit, sentence: Some(sentence.number) };
            Some((at, Span::new(start, start + words.len())))
        },
    )
}

/// What stands in quotation marks, without these; of quotes in quotes the outer ones.
fn quotes(chars: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '“' => open.push(at + 1),
            '”' => {
                let start = open.pop().filter(|_| open.is_empty());
                let long = |start: &usize| {
                    let words = chars[*start..at].iter();
                    words.filter(|c| c.is_alphanumeric()).count() >= SHORTEST_QUOTED
                };
                found.extend(start.filter(long).map(|start| start..at));
            }
            _ => {}
        }
    }
    found
}

/// The links, and a mention for each sentence that has none and shares a name or quoted words.
pub(super) fn with_mentions(
    mut links: Vec<Link>,
    policy: &Document,
    named: &[Named],
    sentences: &[PreparedSentence],
) -> Vec<Link> {
    let linked: HashSet<Address> = links.iter().map(|link| link.from.clone()).collect();
    let mut more: Vec<Link> = Vec::new();
    let all = verbatim(policy, named, sentences);
    for words in all.into_iter().filter(|words| words.tells) {
        let at = &sentences[words.from].at;
        if linked.contains(at) || at.unit == Unit::Title {
            continue;
        }
        match more.iter_mut().find(|link| link.from == *at && link.to == words.to) {
            Some(link) => link.evidence.push(words.evidence),
            None => more.push(Link {
                from: at.clone(),
                to: words.to,
                kind: LinkKind::Mention,
                score: 0,
                evidence: vec![words.evidence],
                differences: Vec::new(),
            }),
        }
    }
    links.extend(more);
    let order: HashMap<&Address, usize> =
        sentences.iter().enumerate().map(|(index, sentence)| (&sentence.at, index)).collect();
    links.sort_by_key(|link| order.get(&link.from).copied());
    links
}
