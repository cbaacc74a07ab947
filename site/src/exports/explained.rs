//! Which passages explain a unit, and what a unit explains: the library's links, by unit.

use std::collections::{BTreeSet, HashMap};

use corpus::{DocumentId, Edition, Library, Link, LinkKind, Sentence, Unit, UnitRef};

use super::reading::gap;

/// Sentences of one unit that explain another one.
#[derive(Debug)]
pub struct ExportedPassage<'a> {
    /// The edition they stand in.
    pub edition: &'a Edition,
    /// The unit they stand in.
    pub unit: UnitRef<'a>,
    /// The sentences, in reading order.
    pub sentences: Vec<&'a Sentence>,
    /// The closest relation among them.
    pub kind: LinkKind,
}

type Place = (DocumentId, Unit);

/// The links of a library by the units at their ends.
pub struct Explained<'a> {
    library: &'a Library,
    to: HashMap<Place, Vec<&'a Link>>,
    from: HashMap<Place, Vec<&'a Link>>,
}

impl<'a> Explained<'a> {
    /// Sorts the links of a library.
    pub fn new(library: &'a Library) -> Self {
        let mut to: HashMap<Place, Vec<&Link>> = HashMap::new();
        let mut from: HashMap<Place, Vec<&Link>> = HashMap::new();
        for link in &library.links {
            to.entry((link.to.document.clone(), link.to.unit.clone())).or_default().push(link);
            from.entry((link.from.document.clone(), link.from.unit.clone()))
                .or_default()
                .push(link);
        }
        Self { library, to, from }
    }

    /// The passages that explain this unit or a sentence of it.
    pub fn passages(&self, document: &DocumentId, unit: &Unit) -> Vec<ExportedPassage<'a>> {
        let links = self.to.get(&(document.clone(), unit.clone())).map_or(&[][..], Vec::as_slice);
        self.gather(links.iter().map(|link| (&link.from, link.kind)))
    }

    /// What the sentences of this unit explain.
    pub fn explains(&self, document: &DocumentId, unit: &Unit) -> Vec<ExportedPassage<'a>> {
        let links = self.from.get(&(document.clone(), unit.clone())).map_or(&[][..], Vec::as_slice);
        self.gather(links.iter().map(|link| (&link.to, link.kind)))
    }

    /// The links from or to this document, in the library's order.
    pub fn of(&self, document: &DocumentId) -> impl Iterator<Item = &'a Link> {
        let document = document.clone();
        self.library
            .links
            .iter()
            .filter(move |link| link.from.document == document || link.to.document == document)
    }

    fn gather<'l>(
        &self,
        ends: impl Iterator<Item = (&'l corpus::Address, LinkKind)>,
    ) -> Vec<ExportedPassage<'a>> {
        let mut places: HashMap<Place, (BTreeSet<u16>, LinkKind)> = HashMap::new();
        for (address, kind) in ends {
            let place = (address.document.clone(), address.unit.clone());
            let entry = places.entry(place).or_insert((BTreeSet::new(), kind));
            entry.0.extend(address.sentence);
            entry.1 = closest(entry.1, kind);
        }
        let mut passages = Vec::new();
        // Reading order, whatever order the links come in. Most units have no links: then no text is
        // gone through, and never one that has nothing to do with them.
        let named: BTreeSet<&DocumentId> = places.keys().map(|(document, _)| document).collect();
        let among = |edition: &&Edition| named.contains(&edition.document.id);
        for edition in self.library.editions.iter().filter(among) {
            for unit in edition.document.units() {
                let place = (edition.document.id.clone(), unit.unit());
                let Some((numbers, kind)) = places.get(&place) else { continue };
                let sentences = unit.sentences().filter(|s| numbers.contains(&s.number)).collect();
                passages.push(ExportedPassage { edition, unit, sentences, kind: *kind });
            }
        }
        passages
    }
}

fn closest(a: LinkKind, b: LinkKind) -> LinkKind {
    let rank = |kind| match kind {
        LinkKind::Quote => 0,
        LinkKind::Paraphrase => 1,
        LinkKind::Mention => 2,
    };
    if rank(b) < rank(a) { b } else { a }
}

/// The relation in a reader's words.
pub fn relation(kind: LinkKind, english: bool) -> &'static str {
    match (kind, english) {
        (LinkKind::Quote, false) => "相同文字",
        (LinkKind::Quote, true) => "shared wording",
        (LinkKind::Paraphrase, false) => "换一种说法",
        (LinkKind::Paraphrase, true) => "in other words",
        (LinkKind::Mention, false) => "提到",
        (LinkKind::Mention, true) => "mention",
    }
}

/// What a unit is called: its printed label with its heading; empty for unnumbered text.
pub fn unit_name(unit: &UnitRef<'_>) -> String {
    match unit {
        UnitRef::Title(lines) => lines.iter().map(|line| line.text.as_str()).collect(),
        UnitRef::Division(division) => labelled(&division.label, &division.title.text),
        UnitRef::Provision(provision) => labelled(&provision.label, provision.heading()),
    }
}

fn labelled(label: &str, heading: &str) -> String {
    let gap = if heading.is_empty() { "" } else { gap(label) };
    format!("{label}{gap}{heading}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn passages_come_in_reading_order_with_the_closest_relation() {
        let library = sample::library();
        let explained = Explained::new(&library);
        let id = &library.editions[0].document.id;
        let passages = explained.passages(id, &Unit::Provision("1".into()));
        assert_eq!(passages.len(), 1);
        assert_eq!(passages[0].kind, LinkKind::Quote);
        assert_eq!(passages[0].sentences.len(), 1);
        let back = explained.explains(&passages[0].edition.document.id, &passages[0].unit.unit());
        assert_eq!(unit_name(&back[1].unit), "(一)修好村路");
        assert_eq!(explained.of(id).count(), 2);
    }
}
