//! All changes from one document to the next.

use super::align::{align, in_order};
use super::{Change, ChangeKind, Changes, FigureChange, figures, words};
use crate::address::Unit;
use crate::facts::Fact;
use crate::model::{Document, Provision};

/// A document with its facts.
type ComparedDocument<'a> = (&'a Document, &'a [Fact]);

/// What changed from the earlier document to the new one.
pub fn changes(old: ComparedDocument<'_>, new: ComparedDocument<'_>) -> Changes {
    let pairs = align(old.0, new.0);
    let both = Both { old, new, kept: in_order(&pairs), pairs };
    let mut list: Vec<Change> = Vec::new();
    // What was dropped stands behind what its neighbour before it became.
    let mut dropped = both.dropped();
    list.extend(dropped.extract_if(.., |(behind, _)| behind.is_none()).map(|(_, change)| change));
    for j in 0..new.0.provisions.len() {
        list.push(both.change(j));
        let here = dropped.extract_if(.., |(behind, _)| *behind == Some(j));
        list.extend(here.map(|(_, change)| change));
    }
    Changes { old: old.0.id.clone(), new: new.0.id.clone(), list }
}

/// The two documents and what became what.
struct Both<'a> {
    old: ComparedDocument<'a>,
    new: ComparedDocument<'a>,
    pairs: Vec<(usize, usize)>,
    /// The pairs that stand in the same order on both sides.
    kept: Vec<(usize, usize)>,
}

impl Both<'_> {
    fn sources(&self, j: usize) -> Vec<usize> {
        self.pairs.iter().filter(|pair| pair.1 == j).map(|pair| pair.0).collect()
    }

    fn targets(&self, i: usize) -> Vec<usize> {
        self.pairs.iter().filter(|pair| pair.0 == i).map(|pair| pair.1).collect()
    }

    /// The provisions that the new document does not have, each with the index of the new provision
    /// behind which it is told.
    fn dropped(&self) -> Vec<(Option<usize>, Change)> {
        let mut behind = None;
        let mut dropped = Vec::new();
        for (i, provision) in self.old.0.provisions.iter().enumerate() {
            match self.targets(i).last() {
                Some(target) => behind = Some(*target),
                None => dropped.push((behind, alone(provision, ChangeKind::Dropped))),
            }
        }
        dropped
    }

    fn change(&self, j: usize) -> Change {
        let provision = &self.new.0.provisions[j];
        let sources = self.sources(j);
        let kind = self.kind(j, &sources);
        if kind == ChangeKind::Added {
            return alone(provision, kind);
        }
        let moved = !sources.iter().any(|i| self.kept.contains(&(*i, j)));
        let before: Vec<&Provision> = self.old(&sources);
        let number = |provision: &&Provision| provision.number.clone();
        let mut change = Change {
            kind,
            moved,
            old: before.iter().map(number).collect(),
            new: Some(provision.number.clone()),
            gone: Vec::new(),
            fresh: Vec::new(),
            figures: Vec::new(),
        };
        if kind != ChangeKind::Unchanged {
            change.fresh = words::own(self.new.0, provision, self.old.0, &before);
            for i in &sources {
                let after: Vec<&Provision> =
                    self.targets(*i).into_iter().map(|j| &self.new.0.provisions[j]).collect();
                let old = &self.old.0.provisions[*i];
                change.gone.extend(words::own(self.old.0, old, self.new.0, &after));
            }
            change.figures = self.figures(&sources, j);
        }
        change
    }

    fn kind(&self, j: usize, sources: &[usize]) -> ChangeKind {
        match sources {
            [] => ChangeKind::Added,
            [i] if self.targets(*i).len() > 1 => ChangeKind::Split,
            [i] => {
                let old = (self.old.0, &self.old.0.provisions[*i]);
                let new = (self.new.0, &self.new.0.provisions[j]);
                if words::same(old, new) { ChangeKind::Unchanged } else { ChangeKind::Changed }
            }
            _ => ChangeKind::Merged,
        }
    }

    fn old(&self, indices: &[usize]) -> Vec<&Provision> {
        indices.iter().map(|i| &self.old.0.provisions[*i]).collect()
    }

    /// A figure that another part of a split provision states now is not told as gone.
    fn figures(&self, sources: &[usize], j: usize) -> Vec<FigureChange> {
        let new: Vec<&Provision> = vec![&self.new.0.provisions[j]];
        let old = self.old(sources);
        let before = (self.old.0, of(&self.old, &old));
        let now = (self.new.0, of(&self.new, &new));
        let mut found = figures::figures(&before, &now);
        let parts: Vec<usize> = sources.iter().flat_map(|i| self.targets(*i)).collect();
        let elsewhere: Vec<&Provision> =
            parts.iter().filter(|part| **part != j).map(|j| &self.new.0.provisions[*j]).collect();
        let elsewhere = of(&self.new, &elsewhere);
        found.retain(|change| match (&change.old, &change.new) {
            (Some(old), None) => !elsewhere.iter().any(|fact| figures::same(fact, old)),
            _ => true,
        });
        found
    }
}

fn of<'a>((_, facts): &ComparedDocument<'a>, provisions: &[&Provision]) -> Vec<&'a Fact> {
    let among = |fact: &&Fact| {
        matches!(&fact.at.unit, Unit::Provision(number)
            if provisions.iter().any(|provision| provision.number == *number))
    };
    facts.iter().filter(among).collect()
}

fn alone(provision: &Provision, kind: ChangeKind) -> Change {
    let number = provision.number.clone();
    let (old, new) = match kind {
        ChangeKind::Dropped => (vec![number], None),
        _ => (Vec::new(), Some(number)),
    };
    Change { kind, moved: false, old, new, gone: vec![], fresh: vec![], figures: vec![] }
}
