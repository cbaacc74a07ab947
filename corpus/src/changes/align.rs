//! Which provision of one document became which of another, by content.
//!
//! Texts are compared as sets of character pairs. A pair weighs by its rarity among the provisions
//! of both documents (inverse document frequency, Spärck Jones 1972), so that set phrases decide
//! nothing; one that only one of the documents has weighs less, as a body or a thing may merely
//! have another name now. Two provisions are alike by the weighted Dice coefficient (Dice 1945)
//! and by the share of the smaller that the larger has (Simpson's overlap), in equal parts: a
//! short provision may have gone into a long one.
//!
//! 1. Provisions that are clearly each other's best match are *anchors*; their longest chain in
//!    the same order on both sides tells about where any other provision is to be expected
//!    ([`order`]).
//! 2. Pairs are taken greedily, the most alike first, each provision once: pairs that are alike,
//!    and pairs that are at least more alike than either is to anything else.
//! 3. What a provision or one of its sentences has beyond its partner may clearly stand in a
//!    third provision: so provisions are split and merged ([`strays`]).
//!
//! The numbers were set on two pairs of laws in `tests/gold/changes` and measured on two others
//! (ADR 0012); none of them knows a document.

mod order;
mod strays;

use std::collections::{HashMap, HashSet};

use crate::address::{Address, Unit};
use crate::links::passage::PreparedSentence;
use crate::links::weights::pairs;
use crate::model::{Document, Provision};

pub(super) use order::in_order;

/// Provisions pair from this likeness on.
const ALIKE: f64 = 0.34;

/// And from this one on if neither is nearly as much like anything else.
const FAINTLY_ALIKE: f64 = 0.12;

/// As much more alike than the next best they must then be.
const STANDS_OUT: f64 = 1.3;

/// And so much weight they must then share (about the number of rare character pairs).
const TELLING: f64 = 4.0;

/// What is left of the weight of a character pair that only one of the documents has.
const ONE_SIDED: f64 = 0.5;

/// Frequencies are taken as if there were at least so many provisions: what two documents of two
/// provisions share is no set phrase.
const FEWEST: f64 = 16.0;

type CharacterPair = [char; 2];
type Characters = HashSet<CharacterPair>;

/// A provision, as what it is compared by.
struct Content {
    whole: Characters,
    sentences: Vec<Characters>,
}

/// Pairs of provisions, as indices into [`Document::provisions`] of the earlier and of the new
/// document, sorted. What has no pair was dropped or is new.
pub fn align(old: &Document, new: &Document) -> Vec<(usize, usize)> {
    let (a, b) = (contents(old), contents(new));
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let weights = weights(&a, &b);
    let partners = partners(&a, &b, &weights);
    let back = partners.iter().map(|(i, j)| (*j, *i)).collect();
    let mut all: Vec<(usize, usize)> = partners.iter().map(|(i, j)| (*i, *j)).collect();
    all.extend(strays::strays(&a, &b, [&partners, &back], &weights));
    let turned = strays::strays(&b, &a, [&back, &partners], &weights);
    all.extend(turned.into_iter().map(|(j, i)| (i, j)));
    all.sort_unstable();
    all.dedup();
    all
}

fn contents(document: &Document) -> Vec<Content> {
    let content = |provision: &Provision| {
        let unit = Unit::Provision(provision.number.clone());
        let at = Address { document: document.id.clone(), unit, sentence: None };
        let folded = |text: &str| PreparedSentence::new(at.clone(), text, false).folded;
        let sentences: Vec<Characters> =
            provision.sentences().map(|s| pairs(&folded(&s.text)).collect()).collect();
        Content { whole: sentences.iter().flatten().copied().collect(), sentences }
    };
    document.provisions.iter().map(content).collect()
}

struct Weights(HashMap<CharacterPair, f64>);

/// Weights from 0 (in every provision) to 1 (in one).
fn weights(a: &[Content], b: &[Content]) -> Weights {
    let mut frequency: HashMap<CharacterPair, [u32; 2]> = HashMap::new();
    for (side, contents) in [a, b].into_iter().enumerate() {
        for pair in contents.iter().flat_map(|content| &content.whole) {
            frequency.entry(*pair).or_default()[side] += 1;
        }
    }
    let all = ((a.len() + b.len()) as f64).max(FEWEST);
    let weight = |[old, new]: [u32; 2]| {
        let rarity = (all / f64::from(old + new)).ln() / all.ln();
        if old == 0 || new == 0 { rarity * ONE_SIDED } else { rarity }
    };
    Weights(frequency.into_iter().map(|(pair, frequency)| (pair, weight(frequency))).collect())
}

impl Weights {
    /// The weight of some pairs. Summed up in a fixed order: two builds give the same bytes.
    fn of<'a>(&self, pairs: impl Iterator<Item = &'a CharacterPair>) -> f64 {
        let mut weights: Vec<f64> = pairs.filter_map(|pair| self.0.get(pair).copied()).collect();
        weights.sort_unstable_by(f64::total_cmp);
        weights.iter().sum()
    }
}

/// How alike two provisions are.
#[derive(Clone, Copy)]
struct Likeness {
    /// From 0 to 1.
    alike: f64,
    /// The weight that they share.
    shared: f64,
}

/// Each earlier provision's likeness to each new one.
fn table(a: &[Content], b: &[Content], weights: &Weights) -> Vec<Vec<Likeness>> {
    let whole = |content: &Content| weights.of(content.whole.iter());
    let wholes: Vec<f64> = b.iter().map(whole).collect();
    let row = |x: &Content| {
        let own = whole(x);
        let cells = b.iter().zip(&wholes).map(|(y, other)| {
            let shared = weights.of(x.whole.intersection(&y.whole));
            let smaller = own.min(*other);
            let dice = 2.0 * shared / (own + other);
            let alike = if smaller > 0.0 { f64::midpoint(dice, shared / smaller) } else { 0.0 };
            Likeness { alike, shared }
        });
        cells.collect()
    };
    a.iter().map(row).collect()
}

/// For earlier provisions the one new provision that each became.
fn partners(a: &[Content], b: &[Content], weights: &Weights) -> HashMap<usize, usize> {
    let table = table(a, b, weights);
    let alike = |i: usize, j: usize| table[i][j].alike;
    let nearness = order::nearness(a.len(), b.len(), &alike);
    let score: Vec<Vec<f64>> = (0..a.len())
        .map(|i| (0..b.len()).map(|j| alike(i, j) + nearness.of(i, j)).collect())
        .collect();
    let stands_out = |i: usize, j: usize| {
        let in_row = (0..b.len()).filter(|other| *other != j).map(|other| score[i][other]);
        let in_column = (0..a.len()).filter(|other| *other != i).map(|other| score[other][j]);
        let next = in_row.chain(in_column).fold(0.0, f64::max);
        score[i][j] >= STANDS_OUT * next
    };
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (i, row) in table.iter().enumerate() {
        for (j, found) in row.iter().enumerate() {
            let faintly = found.alike >= FAINTLY_ALIKE && found.shared >= TELLING;
            if found.alike >= ALIKE || faintly && stands_out(i, j) {
                all.push((score[i][j], i, j));
            }
        }
    }
    best_pairs(all)
}

/// Pairs of two sides by their likeness, taken greedily: the most alike first, each index once.
pub(super) fn best_pairs(mut all: Vec<(f64, usize, usize)>) -> HashMap<usize, usize> {
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut partners, mut taken) = (HashMap::new(), HashSet::new());
    for (_, i, j) in all {
        if !partners.contains_key(&i) && taken.insert(j) {
            partners.insert(i, j);
        }
    }
    partners
}
