//! A unit of a text as a document of a search engine.

use corpus::{Address, DocumentKind, Edition, Force, Library, UnitRef, Validity};
use serde::Serialize;

/// A provision, a division's heading or a title, with what it can be found and narrowed by.
#[derive(Debug, Serialize)]
pub(super) struct Unit<'a> {
    /// Its address: `opinions-2026/13`.
    pub id: String,
    /// The document that it is of.
    document: &'a str,
    /// Its place among the units of the document, from 0.
    position: usize,
    /// The document's full title.
    title: &'a str,
    /// The same in English, where there is one.
    #[serde(skip_serializing_if = "str::is_empty")]
    title_en: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    force: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    validity: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    issued: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    issuers: Vec<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'a str,
    /// Its label as printed: 第十三条.
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    /// The headings of the divisions that hold it, the outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    within: Vec<String>,
    /// Its text.
    text: String,
    /// Its translation.
    #[serde(skip_serializing_if = "String::is_empty")]
    text_en: String,
    /// Each sentence with its own address; shown, not searched.
    sentences: Vec<Sentence<'a>>,
}

#[derive(Debug, Serialize)]
struct Sentence<'a> {
    at: String,
    text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    text_en: &'a str,
}

/// All units of a library in reading order.
pub(super) fn units(library: &Library) -> impl Iterator<Item = Unit<'_>> {
    library.editions.iter().flat_map(|edition| {
        let mut ordinal = 0;
        edition.document.units().enumerate().map(move |(position, unit)| {
            let first = ordinal;
            ordinal += unit.sentences().count();
            document(edition, position, unit, first)
        })
    })
}

/// A unit as a document; `first` is the ordinal of its first sentence.
fn document<'a>(
    edition: &'a Edition,
    position: usize,
    unit: UnitRef<'a>,
    first: usize,
) -> Unit<'a> {
    let metadata = &edition.metadata;
    let at = Address { document: metadata.id.clone(), unit: unit.unit(), sentence: None };
    let translated = |ordinal: usize| {
        let english = edition.translations.iter().find(|own| own.locale.0 == "en");
        english.and_then(|own| own.sentences.get(ordinal)).map_or("", String::as_str)
    };
    let sentences = unit.sentences().enumerate().map(|(index, sentence)| Sentence {
        at: Address { sentence: Some(sentence.number), ..at.clone() }.text(),
        text: &sentence.text,
        text_en: translated(first + index),
    });
    let sentences: Vec<Sentence<'_>> = sentences.collect();
    let english: Vec<&str> =
        sentences.iter().map(|own| own.text_en).filter(|text| !text.is_empty()).collect();
    Unit {
        id: at.text(),
        document: &metadata.id.0,
        position,
        title: &metadata.title.zh,
        title_en: &metadata.title.en,
        kind: kind(metadata.kind),
        force: force(metadata.force),
        validity: metadata.validity.map_or("", validity),
        issued: metadata.issued.get(..10).unwrap_or_default(),
        issuers: metadata.issuers.iter().map(|issuer| issuer.zh.as_str()).collect(),
        subject: &metadata.subject.zh,
        label: match unit {
            UnitRef::Title(_) => "",
            UnitRef::Division(division) => &division.label,
            UnitRef::Provision(provision) => &provision.label,
        },
        within: within(edition, unit),
        text: sentences.iter().map(|sentence| sentence.text).collect(),
        text_en: english.join(" "),
        sentences,
    }
}

fn within(edition: &Edition, unit: UnitRef<'_>) -> Vec<String> {
    let document = &edition.document;
    let UnitRef::Provision(provision) = unit else { return Vec::new() };
    let index = document.provisions.iter().position(|own| own.number == provision.number);
    let holds = |index: usize| {
        document.divisions.iter().filter(move |own| own.provisions.contains(&(index as u32)))
    };
    let headings = index.into_iter().flat_map(holds);
    headings.map(|own| format!("{}{}", own.label, own.title.text)).collect()
}

fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Policy => "policy",
        DocumentKind::Interpretation => "interpretation",
        DocumentKind::Law => "law",
    }
}

fn force(force: Force) -> &'static str {
    match force {
        Force::Unstated => "",
        Force::Constitution => "constitution",
        Force::Law => "law",
        Force::Regulation => "regulation",
        Force::Judicial => "judicial",
        Force::Rule => "rule",
        Force::Local => "local",
    }
}

fn validity(validity: Validity) -> &'static str {
    match validity {
        Validity::InForce => "in-force",
        Validity::NotYet => "not-yet",
        Validity::Expired => "expired",
    }
}
