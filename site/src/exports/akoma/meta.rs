//! The `meta` block: identification, what is explained by what, and errata as notes.

use std::fmt::Write as _;

use corpus::info_box::absent;
use corpus::{DocumentId, DocumentKind, Edition, Field, Library, Locale, Translation};

use super::eid;
use crate::exports::escape::xml;
use crate::exports::explained::Explained;
use crate::exports::json::stated;
use crate::exports::reading::{AnnotatedEdition, erratum_note};

/// The name of the source of all statements that the source text does not make itself.
pub const OURSELVES: &str = "#policy-explorer";

/// Akoma Ntoso requires a date; this one, named `unknown`, says that the source states none.
const UNKNOWN_DATE: &str = "0001-01-01";

/// `/akn/cn/doc/<id>`: the work as such, apart from language and edition.
pub fn work_iri(id: &DocumentId, kind: DocumentKind) -> String {
    let class = if kind == DocumentKind::Law { "act" } else { "doc" };
    format!("/akn/cn/{class}/{id}")
}

/// The ISO 639-2 code of a language, as Akoma Ntoso IRIs write it.
fn language(locale: &Locale) -> &str {
    match locale.0.split('-').next() {
        Some("zh") => "zho",
        Some("en") => "eng",
        Some("mn") => "mon",
        Some("bo") => "bod",
        Some("ug") => "uig",
        Some("kk") => "kaz",
        Some("ko") => "kor",
        Some("ja") => "jpn",
        Some("ru") => "rus",
        Some(other) => other,
        None => "und",
    }
}

/// Writes the `meta` block.
pub fn meta(
    library: &Library,
    reading: &AnnotatedEdition<'_>,
    explained: &Explained<'_>,
    into: Option<&Translation>,
    out: &mut String,
) {
    let edition = reading.edition;
    out.push_str("    <meta>\n");
    identification(edition, into, out);
    analysis(library, edition, explained, out);
    let id = &edition.document.id;
    references(edition, explained.of(id).any(|link| &link.from.document == id), out);
    notes(reading, into.is_some(), out);
    out.push_str("    </meta>\n");
}

fn identification(edition: &Edition, into: Option<&Translation>, out: &mut String) {
    let metadata = &edition.metadata;
    let work = work_iri(&metadata.id, edition.document.kind);
    let locale = into.map_or_else(Locale::zh, |translation| translation.locale.clone());
    let expression = format!("{work}/{}@", language(&locale));
    let (date, name) = match metadata.issued.as_str() {
        issued if is_date(issued) => (issued, "issued"),
        _ => (UNKNOWN_DATE, "unknown"),
    };
    let block = |name: &str, iri: &str, date: &str, date_name: &str, author: &str, rest: &str| {
        format!(
            "        <{name}>\n          <FRBRthis value=\"{iri}\"/>\n          <FRBRuri value=\"{iri}\"/>\n          \
             <FRBRdate date=\"{date}\" name=\"{date_name}\"/>\n          \
             <FRBRauthor href=\"{author}\"/>\n{rest}        </{name}>\n"
        )
    };
    let issuer = if metadata.issuers.is_empty() { "#unknown" } else { "#issuer-1" };
    let number = stated(&metadata.document_number)
        .map(|number| format!("          <FRBRnumber value=\"{}\"/>\n", xml(number)));
    let title = format!(
        "          <FRBRcountry value=\"cn\"/>\n          <FRBRsubtype value=\"{}\"/>\n{}          <FRBRname value=\"{}\"/>\n",
        kind_name(edition.document.kind),
        number.unwrap_or_default(),
        xml(&metadata.title.zh)
    );
    let code = language(&locale);
    let original = "          <FRBRlanguage language=\"zho\"/>\n".to_owned();
    let expressed = match into {
        None => format!("          <FRBRauthoritative value=\"true\"/>\n{original}"),
        Some(_) => format!(
            "          <FRBRauthoritative value=\"false\"/>\n          <FRBRlanguage language=\"{code}\"/>\n          \
             <FRBRtranslation href=\"{work}/zho@\" fromLanguage=\"zho\" authoritative=\"false\" by=\"{OURSELVES}\"/>\n"
        ),
    };
    let author = if into.is_some() { OURSELVES } else { issuer };
    let _ = writeln!(out, "      <identification source=\"{OURSELVES}\">");
    out.push_str(&block("FRBRWork", &work, date, name, issuer, &title));
    out.push_str(&block("FRBRExpression", &expression, date, name, author, &expressed));
    let format = "          <FRBRformat value=\"application/xml\"/>\n";
    let file = format!("{expression}/main.xml");
    out.push_str(&block("FRBRManifestation", &file, UNKNOWN_DATE, "unknown", OURSELVES, format));
    out.push_str("      </identification>\n");
}

/// The links that start in this document, as references from sentence to sentence.
fn analysis(library: &Library, edition: &Edition, explained: &Explained<'_>, out: &mut String) {
    let id = &edition.document.id;
    let mut references = String::new();
    for link in explained.of(id).filter(|link| &link.from.document == id) {
        let Some(target) = library.edition(&link.to.document) else { continue };
        let Some(from) = link.from.sentence else { continue };
        let kind = target.document.kind;
        let to = match link.to.sentence {
            Some(number) => eid::sentence(kind, &link.to.unit, number),
            None => eid::unit(kind, &link.to.unit),
        };
        let how = match link.kind {
            corpus::LinkKind::Quote => "quote",
            corpus::LinkKind::Paraphrase => "paraphrase",
            corpus::LinkKind::Mention => "mention",
        };
        let _ = writeln!(
            references,
            "          <implicitReference for=\"#{}\" href=\"{}/~{to}\" refersTo=\"#{how}\"/>",
            eid::sentence(edition.document.kind, &link.from.unit, from),
            work_iri(&link.to.document, kind),
        );
    }
    if !references.is_empty() {
        let _ = write!(
            out,
            "      <analysis source=\"{OURSELVES}\">\n        <otherReferences source=\"{OURSELVES}\">\n\
             {references}        </otherReferences>\n      </analysis>\n"
        );
    }
}

/// Bodies, and the kinds of links where there are any.
fn references(edition: &Edition, links: bool, out: &mut String) {
    let _ = writeln!(out, "      <references source=\"{OURSELVES}\">");
    if edition.metadata.issuers.is_empty() {
        let why = absent(edition.metadata.state(Field::Issuers), false);
        let _ = writeln!(
            out,
            "        <TLCOrganization eId=\"unknown\" href=\"/ontology/organization/unknown\" showAs=\"{why}\"/>"
        );
    }
    for (issuer, number) in edition.metadata.issuers.iter().zip(1..) {
        let _ = writeln!(
            out,
            "        <TLCOrganization eId=\"issuer-{number}\" href=\"/ontology/organization/cn/{}-issuer-{number}\" showAs=\"{}\"/>",
            edition.metadata.id,
            xml(&issuer.zh)
        );
    }
    for kind in ["quote", "paraphrase", "mention"].iter().filter(|_| links) {
        let _ = writeln!(
            out,
            "        <TLCConcept eId=\"{kind}\" href=\"/ontology/concept/policy-explorer/{kind}\" showAs=\"{kind}\"/>"
        );
    }
    out.push_str(
        "        <TLCOrganization eId=\"policy-explorer\" href=\"/ontology/organization/policy-explorer\" \
         showAs=\"policy-explorer\"/>\n      </references>\n",
    );
}

fn notes(reading: &AnnotatedEdition<'_>, english: bool, out: &mut String) {
    let document = &reading.edition.document;
    let mut notes = String::new();
    for (index, erratum) in reading.edition.errata.iter().enumerate() {
        let Some(sentence) = document.sentence(&erratum.at) else { continue };
        let text = erratum_note(erratum.span.of(&sentence.text), erratum, english);
        let number = index + 1;
        let _ = writeln!(
            notes,
            "        <note eId=\"erratum-{number}\" marker=\"{number}\"><p>{}</p></note>",
            xml(&text)
        );
    }
    if !notes.is_empty() {
        let _ = write!(out, "      <notes source=\"{OURSELVES}\">\n{notes}      </notes>\n");
    }
}

/// The kind as data writes it.
pub fn kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Policy => "policy",
        DocumentKind::Interpretation => "interpretation",
        DocumentKind::Law => "law",
    }
}

/// Whether the text is a date that XML takes: `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    text.len() == 10 && matches!(parts[..], [Some(1..), Some(1..=12), Some(1..=31)])
}
