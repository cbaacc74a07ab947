//! From what two sentences share to links and their kinds.
//!
//! Strong evidence stands alone; weak evidence counts where the paragraph already explains the same
//! measure or the sentence names it by its number; headings link to what their text explains.

use std::collections::HashMap;
use std::ops::Range;

use super::figured::{Texts, with_figures};
use super::named::{Named, named};
use super::passage::PreparedSentence;
use super::runs::Run;
use super::share::{self, Share, shares};
use super::structure;
use super::verbatim;
use super::weights::{Weights, covered};
use super::{Evidence, Link, LinkKind};
use crate::address::Unit;
use crate::compare;
use crate::facts::tense::{Tense, tenses};
use crate::model::Document;

/// A distinctive word of four characters: three pairs of which each stands in a single provision.
/// A run that tells as much links by itself, and quotes.
const STRONG: f64 = 3.0;

/// A passage that tells of the past, or of an article of another document, explains only what it
/// repeats at length.
const STRONG_ELSEWHERE: f64 = 8.0;

/// A quote of at least this share of a sentence is compared with it word by word.
const NEAR_QUOTE: f64 = 0.35;

/// Most of a sentence or title stands in the other.
const WHOLE: f64 = 0.8;

/// A title is named where this share of it is, by words that don't explain a sentence.
const NAMED: f64 = 0.42;

/// A link by indices, before it is written out.
#[derive(Clone, Debug)]
pub struct DecidedLink {
    /// Index of the interpretation's sentence.
    pub from: usize,
    /// How they relate.
    pub kind: LinkKind,
    /// What they share.
    pub share: Share,
}

/// Whether a sentence is a heading or run-in title.
pub fn is_title(passage: &PreparedSentence) -> bool {
    matches!(passage.at.unit, Unit::Division(_)) || passage.at.sentence == Some(0)
}

fn is_document_title(passage: &PreparedSentence) -> bool {
    passage.at.unit == Unit::Title
}

/// Links every sentence of the interpretation to what it explains in the policy.
pub fn link(policy: &Document, interpretation: &Document) -> Vec<Link> {
    let mut targets = PreparedSentence::all(policy, false);
    let mut sources = PreparedSentence::all(interpretation, true);
    let weights = Weights::of(&targets);
    weights.weigh(&mut targets);
    weights.weigh(&mut sources);
    let tenses = tenses(interpretation);
    let names = named(policy, interpretation, &sources);
    let body: Vec<usize> = (0..targets.len())
        .filter(|i| !is_title(&targets[*i]) && !is_document_title(&targets[*i]))
        .collect();
    let titles: Vec<usize> = (0..targets.len()).filter(|i| is_title(&targets[*i])).collect();

    let mut found: Vec<DecidedLink> = Vec::new();
    let mut weak: Vec<(usize, Share)> = Vec::new();
    for (from, source) in sources.iter().enumerate() {
        let elsewhere = tenses[from] == Tense::Past || names[from].other;
        if is_document_title(source) {
            continue;
        }
        let (strong, rest): (Vec<Share>, Vec<Share>) =
            shares(&weights, source, &targets, &body, &[])
                .into_iter()
                .partition(|share| stands_alone(share, source, &targets[share.to], elsewhere));
        let taken = distinctive_runs(&weights, source, &strong);
        found.extend(strong.into_iter().map(|share| DecidedLink {
            from,
            kind: body_kind(&share),
            share,
        }));
        if !elsewhere {
            found.extend(title_links(&weights, from, source, &targets, &titles, &taken));
            if !is_title(source) {
                weak.extend(rest.into_iter().map(|share| (from, share)));
            }
        }
    }
    let context = structure::Context::of(&found, &sources, &targets, &names, &weights);
    let more: Vec<DecidedLink> = weak
        .into_iter()
        .filter(|(from, share)| context.supports(*from, share))
        .map(|(from, share)| DecidedLink { from, kind: body_kind(&share), share })
        .collect();
    found.extend(more);
    found.extend(by_number(&names, &found, &targets));
    found.extend(structure::headings(&weights, &found, &sources, &targets));
    let links = write(found, &sources, &targets);
    let elsewhere: Vec<bool> = tenses
        .iter()
        .zip(&names)
        .map(|(tense, named)| *tense == Tense::Past || named.other)
        .collect();
    let texts = Texts {
        policy,
        interpretation,
        sources: &sources,
        targets: &targets,
        weights: &weights,
        elsewhere: &elsewhere,
    };
    let links = with_figures(links, &texts);
    verbatim::with_mentions(links, policy, &names, &sources)
}

/// Mentions of what sentences name by its number and don't explain.
fn by_number(
    names: &[Named],
    found: &[DecidedLink],
    targets: &[PreparedSentence],
) -> Vec<DecidedLink> {
    let mut links: Vec<DecidedLink> = Vec::new();
    let mut first: HashMap<&Unit, usize> = HashMap::new();
    for (at, target) in targets.iter().enumerate() {
        first.entry(&target.at.unit).or_insert(at);
    }
    for (from, named) in names.iter().enumerate() {
        for unit in &named.units {
            let linked =
                |link: &DecidedLink| link.from == from && targets[link.share.to].at.unit == *unit;
            let to = first.get(unit).copied();
            let to = to.filter(|_| !found.iter().chain(&links).any(linked));
            links.extend(to.map(|to| DecidedLink {
                from,
                kind: LinkKind::Mention,
                share: Share::none(to),
            }));
        }
    }
    links
}

/// Whether what the pair shares is enough by itself. A heading explains a sentence only by
/// repeating it, and not by its subject's name alone (关于停车设施建设); otherwise it names titles.
fn stands_alone(
    share: &Share,
    source: &PreparedSentence,
    target: &PreparedSentence,
    elsewhere: bool,
) -> bool {
    let told = share.top >= if elsewhere { STRONG_ELSEWHERE } else { STRONG };
    if is_title(source) {
        told && share.clause >= 0.75 && repeats(share, target)
    } else {
        told || !elsewhere && share.cover >= WHOLE && share.top >= STRONG / 2.0
    }
}

/// Whether a good part of the policy's sentence is shared, or the better part of one of its clauses:
/// what a clause says, and not only the name of what it is about.
fn repeats(share: &Share, target: &PreparedSentence) -> bool {
    let ranges = || share.runs.iter().map(|run| run.to.clone());
    let clause = |clause: &Range<usize>| covered(&target.weights, clause.clone(), ranges()) >= 0.5;
    share.cover >= NEAR_QUOTE || target.clauses.iter().any(clause)
}

/// A body sentence is quoted where a distinctive run or most of it stands in the interpretation.
fn body_kind(share: &Share) -> LinkKind {
    let quoted = share.top >= STRONG || share.cover >= 0.55 && share.top >= STRONG / 2.0;
    if quoted { LinkKind::Quote } else { LinkKind::Paraphrase }
}

/// Titles and headings that the sentence names. They compete among themselves only: a title may
/// be named by words that also explain a sentence, if the whole title stands there.
fn title_links(
    weights: &Weights,
    from: usize,
    source: &PreparedSentence,
    targets: &[PreparedSentence],
    titles: &[usize],
    taken: &[Range<usize>],
) -> Vec<DecidedLink> {
    let free = shares(weights, source, targets, titles, taken);
    let free: HashMap<usize, Share> = free.into_iter().map(|share| (share.to, share)).collect();
    let named: Vec<Share> = shares(weights, source, targets, titles, &[])
        .into_iter()
        .filter(|share| {
            let part =
                free.get(&share.to).is_some_and(|share| share.top >= 2.0 && share.cover >= NAMED);
            share.cover >= WHOLE && share.total >= 2.0 || part
        })
        .map(|share| part_instead(weights, source, targets, share))
        .collect();
    let several = named.len() > 1;
    let kind = |share: &Share| {
        let title = &targets[share.to];
        // The title's verb, its first two characters, makes a requirement of the words.
        let verb = title
            .folded
            .get(..2)
            .is_some_and(|verb| source.folded.windows(2).any(|pair| pair == verb));
        let restated = verb && share.cover >= 0.6 && share.top >= 2.0;
        let measure = matches!(title.at.unit, Unit::Provision(_));
        if restated && measure && !several { LinkKind::Quote } else { LinkKind::Mention }
    };
    named.into_iter().map(|share| DecidedLink { from, kind: kind(&share), share }).collect()
}

/// The heading of the part, where the words name it as well as the title of one of its measures.
fn part_instead(
    weights: &Weights,
    source: &PreparedSentence,
    targets: &[PreparedSentence],
    share: Share,
) -> Share {
    if share.cover >= WHOLE || !matches!(targets[share.to].at.unit, Unit::Provision(_)) {
        return share;
    }
    structure::heading_above(targets, share.to)
        .map(|above| share::alone(weights, source, &targets[above], above))
        .filter(|heading| heading.cover >= share.cover)
        .unwrap_or(share)
}

/// Where the words stand that explain a sentence beyond doubt.
fn distinctive_runs(
    weights: &Weights,
    source: &PreparedSentence,
    shares: &[Share],
) -> Vec<Range<usize>> {
    shares
        .iter()
        .flat_map(|share| &share.runs)
        .map(|run| run.from.clone())
        .filter(|range| weights.run(&source.folded[range.clone()]) >= STRONG)
        .collect()
}

fn write(
    mut found: Vec<DecidedLink>,
    sources: &[PreparedSentence],
    targets: &[PreparedSentence],
) -> Vec<Link> {
    found.sort_by_key(|link| (link.from, link.share.to, link.kind));
    found.dedup_by_key(|link| (link.from, link.share.to));
    let links = found.iter().map(|link| {
        let (source, target) = (&sources[link.from], &targets[link.share.to]);
        let near = link.kind == LinkKind::Quote && link.share.cover >= NEAR_QUOTE;
        let others = || -> Vec<Range<usize>> {
            let same =
                |other: &&DecidedLink| other.from == link.from && other.share.to != link.share.to;
            let runs = found.iter().filter(same).flat_map(|other| &other.share.runs);
            runs.map(|run| run.from.clone()).collect()
        };
        Link {
            from: source.at.clone(),
            to: target.at.clone(),
            kind: link.kind,
            score: percent(link.share.cover),
            evidence: link.share.runs.iter().map(|run| evidence(source, target, run)).collect(),
            differences: if near {
                compare::differences(source, target, &link.share.runs, &others())
            } else {
                Vec::new()
            },
        }
    });
    links.collect()
}

#[expect(clippy::cast_sign_loss, reason = "clamped")]
pub(super) fn percent(share: f64) -> u8 {
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}

fn evidence(source: &PreparedSentence, target: &PreparedSentence, run: &Run) -> Evidence {
    Evidence { from: source.span(run.from.clone()), to: target.span(run.to.clone()) }
}
