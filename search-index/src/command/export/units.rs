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
    kind: DocumentKind,
    #[serde(skip_serializing_if = "is_unstated")]
    force: Force,
    #[serde(skip_serializing_if = "Option::is_none")]
    validity: Option<Validity>,
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
        let (mut ordinal, mut provisions) = (0, 0..);
        edition.document.units().enumerate().map(move |(position, unit)| {
            let first = ordinal;
            ordinal += unit.sentences().count();
            let provision = match unit {
                UnitRef::Provision(_) => provisions.next(),
                _ => None,
            };
            document(edition, (position, unit), first, provision)
        })
    })
}

/// A unit, with its place, as a document; `first` is the ordinal of its first sentence, `provision`
/// that of the provision, if it is one.
fn document<'a>(
    edition: &'a Edition,
    (position, unit): (usize, UnitRef<'a>),
    first: usize,
    provision: Option<u32>,
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
        kind: metadata.kind,
        force: metadata.force,
        validity: metadata.validity,
        issued: metadata.issued.get(..10).unwrap_or_default(),
        issuers: metadata.issuers.iter().map(|issuer| issuer.zh.as_str()).collect(),
        subject: &metadata.subject.zh,
        label: match unit {
            UnitRef::Title(_) => "",
            UnitRef::Division(division) => &division.label,
            UnitRef::Provision(provision) => &provision.label,
        },
        within: provision.map(|index| within(edition, index)).unwrap_or_default(),
        text: sentences.iter().map(|sentence| sentence.text).collect(),
        text_en: english.join(" "),
        sentences,
    }
}

/// The headings of the divisions that hold the provision with this index.
fn within(edition: &Edition, provision: u32) -> Vec<String> {
    let divisions = edition.document.divisions.iter();
    let holding = divisions.filter(|own| own.provisions.contains(&provision));
    holding.map(|own| format!("{}{}", own.label, own.title.text)).collect()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_unstated(force: &Force) -> bool {
    *force == Force::Unstated
}
