//! How a library of many documents is looked through: what is in force, by force, kind, issuer,
//! subject and year. Each such list is a shelf with an address of its own.

use crate::address::DocumentId;
use crate::library::{Edition, Library};
use crate::locale::Bilingual;
use crate::metadata::{DocumentKind, Force, Metadata, Validity};

/// What the documents of a shelf have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ShelfKind {
    /// Whether they are in force.
    Validity,
    /// Their force in law.
    Force,
    /// What they are.
    Kind,
    /// Who issued them.
    Issuer,
    /// Their subject in the catalogue.
    Subject,
    /// The year of issue, the latest first.
    Year,
}

impl ShelfKind {
    /// All of them, in the order in which readers are offered them.
    pub const ALL: [Self; 6] =
        [Self::Validity, Self::Force, Self::Kind, Self::Issuer, Self::Subject, Self::Year];
}

/// What its documents have in common, as the metadata says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Common {
    /// Whether they are in force.
    Validity(Validity),
    /// Their force in law.
    Force(Force),
    /// What they are.
    Kind(DocumentKind),
    /// In words: an issuer, a subject, a year.
    Words(Bilingual),
}

/// Documents that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// By what it is made.
    pub kind: ShelfKind,
    /// The last step of its address: `year-2023`, `issuer-5f3a9c21`.
    pub id: String,
    /// What its documents have in common.
    pub common: Common,
    /// Indexes into [`Library::editions`], the latest first.
    pub editions: Vec<usize>,
}

/// The day that places a document among others: of issue, of publication, or from which it is in
/// force; empty where nothing is known.
pub fn day(metadata: &Metadata) -> &str {
    let days = [&metadata.issued, &metadata.published, &metadata.effective];
    days.into_iter().find(|day| !day.is_empty()).map_or("", |day| day.get(..10).unwrap_or(day))
}

/// All documents, the latest first; those of one day in the order of the site.
pub fn latest_first(library: &Library) -> Vec<usize> {
    let mut all: Vec<usize> = (0..library.editions.len()).collect();
    let of = |index: &usize| day(&library.editions[*index].metadata);
    all.sort_by(|a, b| of(b).cmp(of(a)));
    all
}

/// All shelves in the order of [`ShelfKind::ALL`]. One that would hold all documents tells nothing,
/// and is left out with its kind where it is the only one of that.
pub fn shelves(library: &Library) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = Vec::new();
    for index in latest_first(library) {
        for (kind, id, common) in places(&library.editions[index]) {
            match shelves.iter_mut().find(|shelf| shelf.kind == kind && shelf.id == id) {
                Some(shelf) => shelf.editions.push(index),
                None => shelves.push(Shelf { kind, id, common, editions: vec![index] }),
            }
        }
    }
    let all = library.editions.len();
    let only = |shelf: &Shelf, shelves: &[Shelf]| {
        shelf.editions.len() == all && shelves.iter().filter(|s| s.kind == shelf.kind).count() == 1
    };
    let mut told: Vec<Shelf> =
        shelves.iter().filter(|shelf| !only(shelf, &shelves)).cloned().collect();
    told.sort_by_key(|shelf| (shelf.kind, rank(shelf)));
    told
}

/// Where a shelf stands among those of its kind.
fn rank(shelf: &Shelf) -> (usize, std::cmp::Reverse<usize>) {
    let place = match &shelf.common {
        Common::Validity(validity) => *validity as usize,
        Common::Force(force) => *force as usize,
        Common::Kind(kind) => *kind as usize,
        // The latest year first.
        Common::Words(_) if shelf.kind == ShelfKind::Year => {
            return (usize::MAX - shelf.id[5..].parse().unwrap_or(0), std::cmp::Reverse(0));
        }
        Common::Words(_) => 0,
    };
    (place, std::cmp::Reverse(shelf.editions.len()))
}

/// The shelves on which a document stands.
fn places(edition: &Edition) -> Vec<(ShelfKind, String, Common)> {
    let metadata = &edition.metadata;
    let mut places = Vec::new();
    if let Some(validity) = metadata.validity {
        let id = match validity {
            Validity::InForce => "in-force",
            Validity::NotYet => "not-yet",
            Validity::Expired => "expired",
        };
        places.push((ShelfKind::Validity, id.to_owned(), Common::Validity(validity)));
    }
    let force = match metadata.force {
        Force::Unstated => None,
        Force::Constitution => Some("force-constitution"),
        Force::Law => Some("force-law"),
        Force::Regulation => Some("force-regulation"),
        Force::Judicial => Some("force-judicial"),
        Force::Rule => Some("force-rule"),
        Force::Local => Some("force-local"),
    };
    let force = force.map(|id| (ShelfKind::Force, id.to_owned(), Common::Force(metadata.force)));
    places.extend(force);
    let kind = match metadata.kind {
        DocumentKind::Policy => "kind-policy",
        DocumentKind::Interpretation => "kind-interpretation",
        DocumentKind::Law => "kind-law",
    };
    places.push((ShelfKind::Kind, kind.to_owned(), Common::Kind(metadata.kind)));
    for issuer in metadata.issuers.iter().filter(|issuer| !issuer.is_empty()) {
        let id = format!("issuer-{}", mark(&issuer.zh));
        places.push((ShelfKind::Issuer, id, Common::Words(issuer.clone())));
    }
    if !metadata.subject.is_empty() {
        let id = format!("subject-{}", mark(&metadata.subject.zh));
        places.push((ShelfKind::Subject, id, Common::Words(metadata.subject.clone())));
    }
    if let Some(year) = day(metadata).get(..4) {
        let name = Bilingual { zh: format!("{year}年"), en: year.to_owned() };
        places.push((ShelfKind::Year, format!("year-{year}"), Common::Words(name)));
    }
    places
}

/// A short name in ASCII for words in any script, the same in every build (FNV-1a, 32 bits).
fn mark(words: &str) -> String {
    let hash = words
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// Whether the library holds more than one document with its companions: what explains it, follows
/// it, replaces it or is carried out by it.
pub fn is_collection(library: &Library) -> bool {
    let of = |metadata: &Metadata| -> Vec<DocumentId> {
        let ways = [&metadata.explains, &metadata.replaces, &metadata.follows];
        ways.into_iter().flatten().chain(&metadata.based_on).cloned().collect()
    };
    let links: Vec<(&DocumentId, Vec<DocumentId>)> = library
        .editions
        .iter()
        .map(|edition| (&edition.metadata.id, of(&edition.metadata)))
        .collect();
    let Some((first, _)) = links.first() else { return false };
    let mut known = vec![(*first).clone()];
    let mut at = 0;
    while at < known.len() {
        let here = known[at].clone();
        for (id, to) in &links {
            let near = **id == here || to.contains(&here);
            let reached = std::iter::once(*id).chain(to);
            for other in reached.filter(|_| near) {
                if !known.contains(other) {
                    known.push(other.clone());
                }
            }
        }
        at += 1;
    }
    links.iter().any(|(id, _)| !known.contains(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library(change: impl Fn(usize, &mut Metadata)) -> Library {
        let edition = |index: usize| {
            let mut metadata =
                Metadata { id: format!("d{index}").as_str().into(), ..Metadata::default() };
            change(index, &mut metadata);
            Edition { metadata, ..Edition::default() }
        };
        Library { editions: (0..4).map(edition).collect(), ..Library::default() }
    }

    #[test]
    fn one_document_with_its_companions_is_no_collection() {
        let mut library = library(|index, metadata| match index {
            1 => metadata.explains = Some("d0".into()),
            2 => metadata.follows = Some("d0".into()),
            3 => metadata.explains = Some("d2".into()),
            _ => {}
        });
        assert!(!is_collection(&library));
        library.editions[3].metadata.explains = None;
        assert!(is_collection(&library));
        assert!(!is_collection(&Library::default()));
    }

    #[test]
    fn shelves_tell_documents_apart() {
        let library = library(|index, metadata| {
            metadata.kind = DocumentKind::Law;
            metadata.issued = ["2021-03-01", "2023-01-01", "", "2023-06-01"][index].into();
            metadata.validity =
                Some(if index == 0 { Validity::Expired } else { Validity::InForce });
            metadata.issuers = vec![Bilingual { zh: "市政府".into(), en: String::new() }];
        });
        let told: Vec<(String, Vec<usize>)> =
            shelves(&library).into_iter().map(|shelf| (shelf.id, shelf.editions)).collect();
        let own = |id: &str, editions: &[usize]| (id.to_owned(), editions.to_vec());
        assert_eq!(
            told,
            [
                own("in-force", &[3, 1, 2]),
                own("expired", &[0]),
                own("year-2023", &[3, 1]),
                own("year-2021", &[0]),
            ]
        );
    }
}
