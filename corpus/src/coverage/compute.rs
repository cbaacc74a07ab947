//! Computes coverage from links.

use std::collections::HashMap;
use std::ops::Range;

use super::{
    Coverage, PartCoverage, ProvisionCoverage, SentenceCoverage, Status, Ungrounded, UngroundedKind,
};
use crate::address::{Address, Unit};
use crate::chars::Chars;
use crate::compare::{Agreement, FigurePair};
use crate::facts::tense::{Tense, tenses};
use crate::links::passage::PreparedSentence;
use crate::links::verbatim::grounded;
use crate::links::{Link, LinkKind};
use crate::model::{Document, Provision, Sentence, Span};

/// Clauses with fewer content characters state nothing by themselves (`要稳中求进`).
const SHORTEST_CLAUSE: usize = 6;

/// Members of an enumeration with fewer content characters are not worth telling.
const SHORTEST_MEMBER: usize = 3;

/// How the interpretation covers the policy. `links` and `figures` may hold those of other pairs.
pub fn coverage(
    policy: &Document,
    interpretation: &Document,
    links: &[Link],
    figures: &[FigurePair],
) -> Coverage {
    let links: Vec<&Link> = links
        .iter()
        .filter(|link| link.to.document == policy.id && link.from.document == interpretation.id)
        .collect();
    let mut by_target: HashMap<&Address, Vec<&Link>> = HashMap::new();
    for link in &links {
        by_target.entry(&link.to).or_default().push(link);
    }
    let mut all = Tally::default();
    let mut parts: Vec<PartCoverage> = Vec::new();
    let mut tallies: Vec<Tally> = Vec::new();
    let proper = policy.provisions.iter().enumerate().filter(|(_, own)| own.around().is_none());
    for (index, provision) in proper {
        let unit = policy.division_of(index).map(|part| Unit::Division(part.number.clone()));
        if parts.last().is_none_or(|part| part.unit != unit) {
            let named =
                unit.as_ref().is_some_and(|unit| links.iter().any(|link| &link.to.unit == unit));
            parts.push(PartCoverage { unit, named, percent: 0, provisions: Vec::new() });
            tallies.push(Tally::default());
        }
        let (covered, tally) = provision_coverage(policy, provision, &by_target);
        all.add(tally);
        if let (Some(part), Some(sum)) = (parts.last_mut(), tallies.last_mut()) {
            sum.add(tally);
            part.percent = sum.percent();
            if covered.measure || covered.status != Status::Silent {
                part.provisions.push(covered);
            }
        }
    }
    parts.retain(|part| part.named || !part.provisions.is_empty());
    Coverage {
        policy: policy.id.clone(),
        interpretation: interpretation.id.clone(),
        percent: all.percent(),
        parts,
        ungrounded: ungrounded(policy, interpretation, &links, figures),
    }
}

/// Content characters, and how many of them are covered.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    covered: usize,
    total: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.covered += other.covered;
        self.total += other.total;
    }

    fn percent(self) -> u8 {
        (self.covered * 100).checked_div(self.total).unwrap_or(0) as u8
    }
}

fn provision_coverage(
    policy: &Document,
    provision: &Provision,
    by_target: &HashMap<&Address, Vec<&Link>>,
) -> (ProvisionCoverage, Tally) {
    let unit = Unit::Provision(provision.number.clone());
    let (mut text, mut explained, mut named) = (Tally::default(), false, false);
    let mut sentences = Vec::new();
    for sentence in provision.sentences() {
        let at = address(policy, &unit, sentence);
        let here = by_target.get(&at).map_or(&[][..], |links| &links[..]);
        let spans: Vec<Span> = here
            .iter()
            .filter(|link| link.kind != LinkKind::Mention)
            .flat_map(|link| &link.evidence)
            .map(|evidence| evidence.to)
            .collect();
        let tally = tally(&PreparedSentence::new(at, &sentence.text, false), &spans);
        let kind = here.iter().map(|link| link.kind).min();
        if sentence.number > 0 {
            text.add(tally);
            explained |= kind.is_some_and(|kind| kind != LinkKind::Mention);
        }
        named |= kind.is_some();
        sentences.push(SentenceCoverage {
            number: sentence.number,
            percent: tally.percent(),
            kind,
        });
    }
    let status = match (explained, named) {
        (true, _) => Status::Explained,
        (false, true) => Status::Named,
        (false, false) => Status::Silent,
    };
    let measure = policy.is_measure(provision) || policy.is_whole_part(provision);
    (ProvisionCoverage { unit, measure, status, percent: text.percent(), sentences }, text)
}

fn address(document: &Document, unit: &Unit, sentence: &Sentence) -> Address {
    Address { document: document.id.clone(), unit: unit.clone(), sentence: Some(sentence.number) }
}

fn tally(passage: &PreparedSentence, spans: &[Span]) -> Tally {
    tally_within(passage, &(0..passage.text.len()), spans)
}

/// The content characters in a stretch of the printed text.
fn tally_within(passage: &PreparedSentence, range: &Range<usize>, spans: &[Span]) -> Tally {
    let mut tally = Tally::default();
    for place in passage.places.iter().filter(|place| range.contains(&place.start)) {
        let here = passage.text.span(place.clone());
        let covered = spans.iter().any(|span| span.start <= here.start && here.end <= span.end);
        tally.total += 1;
        tally.covered += usize::from(covered);
    }
    tally
}

fn ungrounded(
    policy: &Document,
    interpretation: &Document,
    links: &[&Link],
    figures: &[FigurePair],
) -> Vec<Ungrounded> {
    let mut found = Vec::new();
    let passages = PreparedSentence::all(interpretation, false);
    let grounded = grounded(policy, interpretation, &passages);
    for (index, (passage, tense)) in passages.iter().zip(tenses(interpretation)).enumerate() {
        if matches!(passage.at.unit, Unit::Title | Unit::Division(_)) {
            continue;
        }
        let past = tense == Tense::Past;
        let mut add = |span: Span, kind: UngroundedKind| {
            found.push(Ungrounded { at: passage.at.clone(), span, kind, past });
        };
        let here: Vec<&&Link> = links.iter().filter(|link| link.from == passage.at).collect();
        // A sentence that does no more than name a measure by its number says in other words what
        // the measure says: which of its clauses do, nobody can tell.
        if here.is_empty() {
            if says_nothing(policy, passage) {
                continue;
            }
            add(passage.text.span(0..passage.text.len()), UngroundedKind::Sentence);
        } else if here.iter().any(|link| !link.evidence.is_empty()) {
            let evidence = here.iter().flat_map(|link| &link.evidence);
            let spans: Vec<Span> =
                evidence.map(|evidence| evidence.from).chain(grounded[index].clone()).collect();
            for (span, kind) in bare(passage, &spans) {
                add(span, kind);
            }
        }
        for pair in figures {
            if let (Agreement::OnlyInterpretation, Some(fact)) =
                (pair.agreement, &pair.interpretation)
                && fact.at == passage.at
            {
                add(fact.span, UngroundedKind::Figure);
            }
        }
    }
    found
}

/// Whether a sentence that no link explains states nothing that could lack a ground: a few characters
/// (特别提醒。), or a run-in title whose words the policy has as well (安家补贴。).
fn says_nothing(policy: &Document, passage: &PreparedSentence) -> bool {
    let words = passage.text.text(0..passage.text.len());
    let words = words.trim().trim_end_matches(['。', '：', '.', ':']);
    passage.folded.len() < SHORTEST_CLAUSE
        || passage.at.sentence == Some(0)
            && policy.sentences().any(|(_, sentence)| sentence.text.contains(words))
}

/// Clauses of some length that no evidence touches, and such members of enumerations in the rest.
fn bare(passage: &PreparedSentence, spans: &[Span]) -> Vec<(Span, UngroundedKind)> {
    let touched = |clause: Span| spans.iter().any(|s| clause.start < s.end && s.start < clause.end);
    let mut found = Vec::new();
    for clause in passage.text.clauses() {
        let content = tally_within(passage, &clause, &[]).total;
        let span = passage.text.span(trim(&passage.text, clause.clone()));
        if !touched(span) {
            if content >= SHORTEST_CLAUSE && !leads_in(&passage.text, &clause) {
                found.push((span, UngroundedKind::Clause));
            }
            continue;
        }
        for member in members(&passage.text, &clause) {
            let span = passage.text.span(trim(&passage.text, member.clone()));
            let tally = tally_within(passage, &member, spans);
            if tally.total >= SHORTEST_MEMBER && tally.covered * 2 < tally.total {
                found.push((span, UngroundedKind::Member));
            }
        }
    }
    found
}

/// 在品牌培育上, 在收费方面: says what comes next, and nothing itself.
fn leads_in(text: &Chars, clause: &Range<usize>) -> bool {
    text.has(clause.start, "在") && text.any_before(clause.end, &["上", "中", "方面"]).is_some()
}

/// The members of the enumerations in a clause, between two 、. The first has the words before the
/// enumeration at its front and the last those after it, so they are left out.
fn members(text: &Chars, clause: &Range<usize>) -> Vec<Range<usize>> {
    let marks: Vec<usize> = clause.clone().filter(|at| text.get(*at) == Some('、')).collect();
    let last = marks.last().map(|mark| {
        let end = (mark + 1..clause.end).find(|at| text.has(*at, "等")).unwrap_or(clause.end);
        (mark + 1..end, end < clause.end)
    });
    let between = marks.windows(2).map(|pair| pair[0] + 1..pair[1]);
    // 等 ends an enumeration: what stands before it is its last member.
    between.chain(last.filter(|(_, ended)| *ended).map(|(member, _)| member)).collect()
}

/// Without white space, and with quotation marks and brackets whole.
fn trim(text: &Chars, range: Range<usize>) -> Range<usize> {
    let blank = |at: usize| text.get(at).is_some_and(char::is_whitespace);
    let start = range.clone().find(|at| !blank(*at)).unwrap_or(range.start);
    let end = range.clone().rfind(|at| !blank(*at)).map_or(start, |at| at + 1);
    start..end
}
