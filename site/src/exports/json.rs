//! A document as JSON: `data/<id>.json`, described by `schema/document-1.json`.

mod links;
mod span;

use std::collections::BTreeMap;

use corpus::{
    Bilingual, Division, Document, DocumentId, DocumentKind, Edition, Erratum, Field, Library,
    Metadata, Paragraph, Provision, Sentence, Unit, Validity, errata::Certainty, table,
};
use serde::Serialize;

use self::links::{LinkData, link_data};
use super::explained::Explained;
use super::reading::AnnotatedEdition;

pub use self::span::SpanData;

/// The name and version of our data formats. Fields may be added under it; none changes its
/// meaning or goes away.
pub const FORMAT: &str = "policy-explorer/1";

#[derive(Serialize)]
struct DocumentFile<'a> {
    format: &'static str,
    content: &'static str,
    id: &'a DocumentId,
    kind: DocumentKind,
    language: &'static str,
    translations: Vec<&'a str>,
    url: Option<String>,
    metadata: MetadataData<'a>,
    source: SourceData<'a>,
    explains: &'a Option<DocumentId>,
    explained_by: Vec<&'a DocumentId>,
    title: Vec<SentenceData<'a>>,
    divisions: Vec<DivisionData<'a>>,
    provisions: Vec<ProvisionData<'a>>,
    links: Vec<LinkData<'a>>,
}

#[derive(Serialize)]
struct MetadataData<'a> {
    title: &'a Bilingual,
    short_title: Option<&'a Bilingual>,
    summary: &'a [Bilingual],
    issuers: &'a [Bilingual],
    index_number: Option<&'a str>,
    subject: Option<&'a Bilingual>,
    document_number: Option<&'a str>,
    addressee: Option<&'a str>,
    issued: Option<&'a str>,
    published: Option<&'a str>,
    keywords: &'a [Bilingual],
    origin: Option<&'a str>,
    remarks: &'a [Bilingual],
    incomplete: Option<&'a Bilingual>,
    validity: Option<Validity>,
    effective: Option<&'a str>,
    expires: Option<&'a str>,
    origin_pdf: Option<&'a str>,
    updated: Option<&'a str>,
    not_stated: &'a [Field],
    from_text: &'a [Field],
}

#[derive(Serialize)]
struct SourceData<'a> {
    file: &'a str,
    lines: Option<[u32; 2]>,
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct DivisionData<'a> {
    address: String,
    number: &'a str,
    label: &'a str,
    depth: u8,
    title: SentenceData<'a>,
    provisions: Vec<&'a str>,
}

#[derive(Serialize)]
struct ProvisionData<'a> {
    address: String,
    path: String,
    number: &'a str,
    label: &'a str,
    division: Option<&'a str>,
    title: Option<SentenceData<'a>>,
    paragraphs: Vec<ParagraphData<'a>>,
    tables: Vec<TableData>,
}

/// A table: which of the provision's paragraphs are its rows, and the words of their cells.
#[derive(Serialize)]
struct TableData {
    first_paragraph: u32,
    head: bool,
    cells: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct ParagraphData<'a> {
    label: &'a str,
    sentences: Vec<SentenceData<'a>>,
}

#[derive(Serialize)]
struct SentenceData<'a> {
    address: String,
    number: u16,
    text: &'a str,
    translations: BTreeMap<&'a str, &'a str>,
    errata: Vec<ErratumData<'a>>,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct ErratumData<'a> {
    span: SpanData<'a>,
    corrected: Option<&'a str>,
    certainty: Certainty,
    note: &'a Bilingual,
}

/// `None` for a text that was not stated.
pub fn stated(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The file of one edition.
pub fn document(
    library: &Library,
    reading: &AnnotatedEdition<'_>,
    explained: &Explained<'_>,
) -> serde_json::Result<String> {
    let Edition { metadata, document, .. } = reading.edition;
    let explained_by = library
        .editions
        .iter()
        .filter(|other| other.metadata.explains.as_ref() == Some(&document.id))
        .map(|other| &other.document.id)
        .collect();
    let file = DocumentFile {
        format: FORMAT,
        content: "document",
        id: &document.id,
        kind: document.kind,
        language: "zh-Hans",
        translations: reading.translations().iter().map(|t| t.locale.0.as_str()).collect(),
        url: stated(library.publication.base()).map(|base| format!("{base}/{}/", document.id)),
        metadata: metadata_data(metadata),
        source: SourceData {
            file: &metadata.source,
            lines: metadata.lines,
            sha256: stated(&metadata.sha256),
        },
        explains: &metadata.explains,
        explained_by,
        title: sentences(reading, &Unit::Title, &document.title),
        divisions: document.divisions.iter().map(|d| division(reading, document, d)).collect(),
        provisions: document
            .provisions
            .iter()
            .enumerate()
            .map(|(index, p)| provision(reading, document, index, p))
            .collect(),
        links: explained.of(&document.id).map(|link| link_data(library, link)).collect(),
    };
    pretty(&file)
}

/// JSON as we print it: indented, with a line break at the end.
pub fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|json| json + "\n")
}

fn metadata_data(metadata: &Metadata) -> MetadataData<'_> {
    let words = |text: &'_ Bilingual| !text.is_empty();
    MetadataData {
        title: &metadata.title,
        short_title: Some(&metadata.short_title).filter(|text| words(text)),
        summary: &metadata.summary,
        issuers: &metadata.issuers,
        index_number: stated(&metadata.index_number),
        subject: Some(&metadata.subject).filter(|text| words(text)),
        document_number: stated(&metadata.document_number),
        addressee: stated(&metadata.addressee),
        issued: stated(&metadata.issued),
        published: stated(&metadata.published),
        keywords: &metadata.keywords,
        origin: stated(&metadata.origin),
        remarks: &metadata.remarks,
        incomplete: Some(&metadata.incomplete).filter(|text| words(text)),
        validity: metadata.validity,
        effective: stated(&metadata.effective),
        expires: stated(&metadata.expires),
        origin_pdf: stated(&metadata.origin_pdf),
        updated: stated(&metadata.updated),
        not_stated: &metadata.not_stated,
        from_text: &metadata.from_text,
    }
}

fn division<'a>(
    reading: &AnnotatedEdition<'a>,
    document: &'a Document,
    division: &'a Division,
) -> DivisionData<'a> {
    let unit = Unit::Division(division.number.clone());
    let range = division.provisions.start as usize..division.provisions.end as usize;
    DivisionData {
        address: format!("{}/{unit}", document.id),
        number: &division.number,
        label: &division.label,
        depth: division.depth,
        title: sentence(reading, &unit, &division.title),
        provisions: document
            .provisions
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|provision| provision.number.as_str())
            .collect(),
    }
}

fn provision<'a>(
    reading: &AnnotatedEdition<'a>,
    document: &'a Document,
    index: usize,
    provision: &'a Provision,
) -> ProvisionData<'a> {
    let unit = Unit::Provision(provision.number.clone());
    let paragraph = |paragraph: &'a Paragraph| ParagraphData {
        label: &paragraph.label,
        sentences: sentences(reading, &unit, &paragraph.sentences),
    };
    ProvisionData {
        address: format!("{}/{unit}", document.id),
        path: format!("{}/{unit}/", document.id),
        number: &provision.number,
        label: &provision.label,
        division: document.division_of(index).map(|division| division.number.as_str()),
        title: provision.title.as_ref().map(|title| sentence(reading, &unit, title)),
        paragraphs: provision.paragraphs.iter().map(paragraph).collect(),
        tables: tables(document, index, provision),
    }
}

fn tables(document: &Document, index: usize, provision: &Provision) -> Vec<TableData> {
    let cells = |row: &Sentence| {
        table::cells(&row.text).into_iter().map(|cell| table::words(&row.text, cell)).collect()
    };
    let here = document.tables.iter().filter(|table| table.provision as usize == index);
    here.map(|table| {
        let rows = table.first as usize..(table.first + table.rows) as usize;
        let rows = provision.paragraphs.get(rows).unwrap_or_default();
        TableData {
            first_paragraph: table.first,
            head: table.head,
            cells: rows.iter().flat_map(|row| &row.sentences).map(cells).collect(),
        }
    })
    .collect()
}

fn sentences<'a>(
    reading: &AnnotatedEdition<'a>,
    unit: &Unit,
    list: &'a [Sentence],
) -> Vec<SentenceData<'a>> {
    list.iter().map(|one| sentence(reading, unit, one)).collect()
}

fn sentence<'a>(
    reading: &AnnotatedEdition<'a>,
    unit: &Unit,
    sentence: &'a Sentence,
) -> SentenceData<'a> {
    let erratum = |erratum: &&'a Erratum| ErratumData {
        span: SpanData::of(&sentence.text, erratum.span),
        corrected: erratum.corrected.as_deref(),
        certainty: erratum.certainty,
        note: &erratum.note,
    };
    let translated = |translation: &'a corpus::Translation| {
        let text = reading.translated(translation, unit, sentence.number)?;
        Some((translation.locale.0.as_str(), text))
    };
    SentenceData {
        address: format!("{}/{unit}#s{}", reading.edition.document.id, sentence.number),
        number: sentence.number,
        text: &sentence.text,
        translations: reading.translations().iter().filter_map(translated).collect(),
        errata: reading.errata(unit, sentence.number).iter().map(erratum).collect(),
        line: sentence.line,
        column: sentence.column,
    }
}
