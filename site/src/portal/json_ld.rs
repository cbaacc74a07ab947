//! JSON-LD: a document is a schema.org `Legislation` with its provisions as parts, an
//! interpretation an `Article` that is based on it.

use corpus::{DocumentId, DocumentKind, Edition, Library, Unit, UnitRef};
use serde_json::{Map, Value, json};

use super::page::{PageInfo, PageKind, absolute};
use crate::exports::escape::json_in_html;
use crate::exports::unit_name;

/// The page's JSON-LD, safe to stand in a `script` element; `None` for pages about no text, and for
/// English pages around a text that is not translated: its Chinese page says what it is.
pub fn json_ld(library: &Library, page: &PageInfo<'_>) -> Option<String> {
    let untranslated = |edition: &Edition| page.english && edition.english().is_none();
    let object = match page.kind {
        PageKind::Document(edition) | PageKind::Unit(edition, _) if untranslated(edition) => {
            return None;
        }
        PageKind::Site => site(library, page),
        PageKind::Document(edition) => document(library, page, edition),
        PageKind::Unit(edition, unit) => part(library, page, edition, unit)?,
        PageKind::Unlisted => return None,
    };
    Some(json_in_html(&Value::Object(object).to_string()))
}

/// An object that leaves out what is empty.
struct Object(Map<String, Value>);

impl Object {
    fn new(kind: &str) -> Self {
        let mut map = Map::new();
        map.insert("@context".into(), json!("https://schema.org"));
        map.insert("@type".into(), json!(kind));
        Self(map)
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }
}

fn site(library: &Library, page: &PageInfo<'_>) -> Map<String, Value> {
    Object::new("WebSite")
        .with("@id", absolute(library, ""))
        .with("url", absolute(library, ""))
        .with("name", library.publication.title.pick(page.english))
        .with("description", library.publication.description.pick(page.english))
        .with("inLanguage", page.language)
        .0
}

fn document(library: &Library, page: &PageInfo<'_>, edition: &Edition) -> Map<String, Value> {
    let metadata = &edition.metadata;
    let id = &metadata.id;
    let issuers: Vec<Value> = metadata
        .issuers
        .iter()
        .map(|issuer| json!({ "@type": "Organization", "name": issuer.pick(page.english) }))
        .collect();
    let keywords: Vec<&str> =
        metadata.keywords.iter().map(|word| word.pick(page.english)).collect();
    let parts: Vec<Value> = edition
        .document
        .provisions
        .iter()
        .map(|provision| {
            let unit = Unit::Provision(provision.number.clone());
            reference(library, type_of(edition.document.kind), id, Some(&unit))
        })
        .collect();
    let interpretation = edition.document.kind == DocumentKind::Interpretation;
    let mut object = Object::new(type_of(edition.document.kind))
        .with("@id", identifier(library, id, None))
        .with("url", page.url(library))
        .with("name", metadata.title.pick(page.english))
        .with("alternateName", metadata.short_title.pick(page.english))
        .with("description", page.description)
        .with("inLanguage", language(page.english))
        .with("datePublished", metadata.published.replace(' ', "T"))
        .with("keywords", keywords)
        .with("hasPart", parts)
        .with("license", library.publication.licence.as_str());
    if interpretation {
        object = object.with("author", issuers);
        if let Some(explained) = &metadata.explains {
            let kind =
                library.edition(explained).map_or("Legislation", |e| type_of(e.document.kind));
            object = object
                .with("isBasedOn", reference(library, kind, explained, None))
                .with("about", reference(library, kind, explained, None));
        }
    } else {
        object = object
            .with("legislationIdentifier", legislation_identifier(library, edition))
            .with("legislationPassedBy", issuers)
            .with("legislationDate", metadata.issued.as_str());
    }
    translated(object, library, page, edition).0
}

fn part(
    library: &Library,
    page: &PageInfo<'_>,
    edition: &Edition,
    unit: &Unit,
) -> Option<Map<String, Value>> {
    let id = &edition.document.id;
    let kind = edition.document.kind;
    let found = edition.document.unit(unit)?;
    let about: Vec<Value> = explained(library, id, unit);
    let mut object = Object::new(type_of(kind))
        .with("@id", identifier(library, id, Some(unit)))
        .with("url", page.url(library))
        .with("name", page.title)
        .with("description", page.description)
        .with("text", text(edition, &found, page.english))
        .with("inLanguage", language(page.english))
        .with("isPartOf", reference(library, type_of(kind), id, None))
        .with("license", library.publication.licence.as_str());
    if kind == DocumentKind::Interpretation {
        object = object.with("about", about.clone()).with("isBasedOn", about);
    } else {
        let own = absolute(library, &path(id, Some(unit)));
        object =
            object.with("legislationIdentifier", own.unwrap_or_else(|| format!("{id}/{unit}")));
    }
    Some(translated(object, library, page, edition).0)
}

/// On English pages: that this is a translation, and that only the original has force.
fn translated(object: Object, library: &Library, page: &PageInfo<'_>, edition: &Edition) -> Object {
    if !page.english || edition.english().is_none() {
        return object;
    }
    let kind = edition.document.kind;
    let original = match page.kind {
        PageKind::Unit(_, unit) => {
            reference(library, type_of(kind), &edition.document.id, Some(unit))
        }
        _ => reference(library, type_of(kind), &edition.document.id, None),
    };
    let object = object.with("translationOfWork", original);
    if kind == DocumentKind::Interpretation {
        return object;
    }
    object.with("legislationLegalValue", "https://schema.org/UnofficialLegalValue")
}

/// The units that this unit of an interpretation explains, each once.
fn explained(library: &Library, id: &DocumentId, unit: &Unit) -> Vec<Value> {
    let mut seen = Vec::new();
    for link in &library.links {
        let target = (&link.to.document, &link.to.unit);
        if &link.from.document == id && &link.from.unit == unit && !seen.contains(&target) {
            seen.push(target);
        }
    }
    let kind = |id| library.edition(id).map_or("Legislation", |e| type_of(e.document.kind));
    seen.into_iter().map(|(id, unit)| reference(library, kind(id), id, Some(unit))).collect()
}

fn legislation_identifier(library: &Library, edition: &Edition) -> String {
    let metadata = &edition.metadata;
    if metadata.document_number.trim().is_empty() {
        identifier(library, &metadata.id, None)
    } else {
        metadata.document_number.clone()
    }
}

fn reference(library: &Library, kind: &str, id: &DocumentId, unit: Option<&Unit>) -> Value {
    let mut reference = json!({ "@type": kind, "@id": identifier(library, id, unit) });
    let found = library.edition(id);
    let name = match (found, unit) {
        (Some(edition), None) => Some(edition.metadata.title.zh.clone()),
        (Some(edition), Some(unit)) => edition.document.unit(unit).map(|unit| unit_name(&unit)),
        (None, _) => None,
    };
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        reference["name"] = Value::String(name);
    }
    reference
}

/// The Chinese page of a unit or document: absolute where the site knows its own address, and
/// otherwise the address that seeds and data use.
fn identifier(library: &Library, id: &DocumentId, unit: Option<&Unit>) -> String {
    let path = path(id, unit);
    absolute(library, &path)
        .unwrap_or_else(|| format!("urn:policy-explorer:{}", path.trim_end_matches('/')))
}

fn path(id: &DocumentId, unit: Option<&Unit>) -> String {
    match unit {
        Some(Unit::Title) | None => format!("{id}/"),
        Some(Unit::Division(number)) => format!("{id}/#part-{number}"),
        Some(unit @ Unit::Provision(_)) => format!("{id}/{unit}/"),
    }
}

fn type_of(kind: DocumentKind) -> &'static str {
    if kind == DocumentKind::Interpretation { "Article" } else { "Legislation" }
}

fn language(english: bool) -> &'static str {
    if english { "en" } else { "zh-Hans" }
}

fn text(edition: &Edition, unit: &UnitRef<'_>, english: bool) -> String {
    let address = unit.unit();
    let translation = edition.english().filter(|_| english);
    let texts: Vec<&str> = unit
        .sentences()
        .map(|sentence| {
            translation
                .and_then(|t| t.sentence(&edition.document, &address, sentence.number))
                .unwrap_or(&sentence.text)
        })
        .collect();
    texts.join(if translation.is_some() { " " } else { "" })
}
