//! Blocks of consecutive provisions: each is a library of its own with what is known of their
//! documents, the headings above them, and their translation, so that a hit can be shown and cited
//! from its block alone. Blocks put together are an excerpt of the library.

use std::collections::BTreeMap;
use std::ops::Range;

use corpus::{Document, Edition, Library, Metadata, Table, Translation, Unit};

/// The provisions of an edition in this range of indices, as an edition of their own.
pub fn part(edition: &Edition, range: &Range<u32>) -> Edition {
    let document = &edition.document;
    let within = |place: u32| place.clamp(range.start, range.end) - range.start;
    let divisions = document.divisions.iter().filter(|division| {
        let own = &division.provisions;
        own.start < range.end && own.end > range.start
            || own.is_empty() && range.contains(&own.start)
    });
    let tables = document.tables.iter().filter(|table| range.contains(&table.provision));
    let document = Document {
        divisions: divisions
            .map(|division| corpus::Division {
                provisions: within(division.provisions.start)..within(division.provisions.end),
                ..division.clone()
            })
            .collect(),
        provisions: document.provisions[range.start as usize..range.end as usize].to_vec(),
        tables: tables.map(|t| Table { provision: t.provision - range.start, ..*t }).collect(),
        id: document.id.clone(),
        kind: document.kind,
        title: document.title.clone(),
    };
    let mut cut = Edition {
        metadata: shown(&edition.metadata),
        document,
        translations: Vec::new(),
        // All of them: pages name an erratum by its index.
        errata: edition.errata.clone(),
        facts: Vec::new(),
    };
    if let Some(english) = edition.english() {
        let known = sentences(&edition.document, english).collect();
        cut.translations.push(translation(&cut.document, english, &known));
    }
    cut
}

/// What a hit and its citation tell of a document.
fn shown(metadata: &Metadata) -> Metadata {
    Metadata {
        id: metadata.id.clone(),
        kind: metadata.kind,
        force: metadata.force,
        explains: metadata.explains.clone(),
        title: metadata.title.clone(),
        short_title: metadata.short_title.clone(),
        issuers: metadata.issuers.clone(),
        document_number: metadata.document_number.clone(),
        issued: metadata.issued.clone(),
        published: metadata.published.clone(),
        validity: metadata.validity,
        effective: metadata.effective.clone(),
        expires: metadata.expires.clone(),
        ..Metadata::default()
    }
}

/// Translated sentences by their place in the document.
type Translated<'a> = BTreeMap<(Unit, u16), &'a str>;

fn sentences<'a>(
    document: &Document,
    translation: &'a Translation,
) -> impl Iterator<Item = ((Unit, u16), &'a str)> {
    let places: Vec<_> =
        document.sentences().map(|(unit, sentence)| (unit, sentence.number)).collect();
    places.into_iter().zip(translation.sentences.iter().map(String::as_str))
}

/// The translation of the document's sentences, in their order.
fn translation(document: &Document, like: &Translation, known: &Translated<'_>) -> Translation {
    let text = |(unit, sentence): (Unit, &corpus::Sentence)| {
        known.get(&(unit, sentence.number)).copied().unwrap_or_default().to_owned()
    };
    Translation { sentences: document.sentences().map(text).collect(), ..like.clone() }
}

/// Puts blocks together, given in the order of the library.
pub fn together<'b>(blocks: impl Iterator<Item = &'b Library>) -> Vec<Edition> {
    let mut editions: Vec<(Edition, Translated<'b>)> = Vec::new();
    for part in blocks.flat_map(|block| &block.editions) {
        let same = |(other, _): &(Edition, _)| other.document.id == part.document.id;
        let english = part.english();
        let known = english.into_iter().flat_map(|own| sentences(&part.document, own));
        // A document's blocks follow each other.
        match editions.last_mut().filter(|last| same(last)) {
            Some((edition, translated)) => {
                add(edition, part);
                translated.extend(known);
            }
            None => editions.push((part.clone(), known.collect())),
        }
    }
    let finish = |(mut edition, known): (Edition, Translated<'b>)| {
        if let Some(like) = edition.english() {
            edition.translations = vec![translation(&edition.document, like, &known)];
        }
        edition
    };
    editions.into_iter().map(finish).collect()
}

/// Adds later provisions of the same document.
fn add(edition: &mut Edition, part: &Edition) {
    let document = &mut edition.document;
    let offset = document.provisions.len() as u32;
    document.provisions.extend(part.document.provisions.iter().cloned());
    for division in &part.document.divisions {
        let (start, end) = (division.provisions.start + offset, division.provisions.end + offset);
        match document.divisions.iter_mut().find(|own| own.number == division.number) {
            Some(own) => own.provisions.end = end,
            None => {
                document
                    .divisions
                    .push(corpus::Division { provisions: start..end, ..division.clone() });
            }
        }
    }
    let tables = part.document.tables.iter();
    document.tables.extend(tables.map(|t| Table { provision: t.provision + offset, ..*t }));
    if edition.translations.is_empty() {
        edition.translations.clone_from(&part.translations);
    }
}
