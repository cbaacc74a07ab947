//! All files of an edition, and those of the site as a whole.

use corpus::downloads::{FOLDER, Format};
use corpus::{Edition, Library, Translation};
use serde::Serialize;

use super::changes::Compared;
use super::cited::Cited;
use super::explained::Explained;
use super::json::{FORMAT, pretty};
use super::reading::AnnotatedEdition;
use super::{akoma, csv, epub, escape, facts, json, markdown, plain, single_html};

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its address below the site's root.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The media type that a host should send.
    pub media_type: &'static str,
}

/// A file could not be made.
#[derive(Debug, thiserror::Error)]
#[error("failed to write {path}: {reason}")]
pub struct ExportError {
    /// The file.
    pub path: String,
    /// What went wrong.
    pub reason: String,
}

/// All files of one edition, see [`Format`].
///
/// # Errors
/// Names the file that could not be made.
pub fn files(
    library: &Library,
    edition: &Edition,
    cited: &Cited,
) -> Result<Vec<ExportFile>, ExportError> {
    let explained = Explained::new(library);
    let reading = AnnotatedEdition::new(edition);
    let mut files = Vec::new();
    for format in formats(library, edition) {
        let languages = if format.per_language() { reading.translations() } else { &[] };
        let wanted = std::iter::once(None).chain(languages.iter().map(Some));
        for into in wanted {
            files.push(file(library, &reading, (&explained, cited), format, into)?);
        }
    }
    Ok(files)
}

/// The formats that there are of an edition.
fn formats(library: &Library, edition: &Edition) -> impl Iterator<Item = Format> {
    let compared = library.changes(&edition.document.id).is_some();
    Format::ALL.into_iter().chain(Format::CHANGES.into_iter().filter(move |_| compared))
}

fn file<'a>(
    library: &'a Library,
    reading: &AnnotatedEdition<'a>,
    (explained, cited): (&Explained<'a>, &Cited),
    format: Format,
    into: Option<&'a Translation>,
) -> Result<ExportFile, ExportError> {
    let path = format.path(&reading.edition.document.id, into.map(|t| &t.locale));
    let failed = |reason: String| ExportError { path: path.clone(), reason };
    let bytes = match format {
        Format::Html => {
            single_html::page(reading, explained, library.publication.title.pick(false)).into()
        }
        Format::Epub => epub::book(reading, explained).map_err(|e| failed(e.to_string()))?,
        Format::Text => {
            format!("{}\n{}\n", plain::text(reading, into), source(reading, cited, into)).into()
        }
        Format::Markdown => {
            let source = escape::markdown(&source(reading, cited, into));
            format!("{}\n{source}\n", markdown::markdown(reading, into)).into()
        }
        Format::Json => {
            json::document(library, reading, explained).map_err(|e| failed(e.to_string()))?.into()
        }
        Format::AkomaNtoso => akoma::document(library, reading, explained, into).into(),
        Format::Provisions => csv::provisions(reading, cited).into(),
        Format::Sentences => csv::sentences(reading, cited).into(),
        Format::FactsJson => {
            facts::json(reading.edition).map_err(|e| failed(e.to_string()))?.into()
        }
        Format::FactsCsv => facts::csv(reading.edition, cited).into(),
        Format::ChangesJson => {
            let json = compared(library, reading).map_err(&failed)?.json();
            json.map_err(|e| failed(e.to_string()))?.into()
        }
        Format::ChangesCsv => compared(library, reading).map_err(&failed)?.csv(cited).into(),
    };
    Ok(ExportFile { path, bytes, media_type: format.media_type() })
}

fn compared<'a>(
    library: &'a Library,
    reading: &AnnotatedEdition<'a>,
) -> Result<Compared<'a>, String> {
    let none = || "nobody said which document is before it".to_owned();
    Compared::of(library, reading.edition).ok_or_else(none)
}

/// The last line of a text: how the document is cited.
fn source(reading: &AnnotatedEdition<'_>, cited: &Cited, into: Option<&Translation>) -> String {
    let english = into.is_some();
    let words = if english { "Source: " } else { "出处：" };
    format!("{words}{}", cited.whole(&reading.edition.document.id, english))
}

#[derive(Serialize)]
struct Catalogue<'a> {
    format: &'static str,
    content: &'static str,
    documents: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a corpus::DocumentId,
    kind: corpus::DocumentKind,
    title: &'a corpus::Bilingual,
    explains: &'a Option<corpus::DocumentId>,
    files: Vec<ListedFile>,
}

#[derive(Serialize)]
struct ListedFile {
    path: String,
    language: Option<String>,
    media_type: &'static str,
}

/// `data/index.json`: which documents there are, and which files of each.
///
/// # Errors
/// Names the file if it could not be made.
pub fn catalogue(library: &Library) -> Result<ExportFile, ExportError> {
    let path = format!("{FOLDER}/index.json");
    let catalogue = Catalogue {
        format: FORMAT,
        content: "catalogue",
        documents: library.editions.iter().map(|edition| listed(library, edition)).collect(),
    };
    let text = pretty(&catalogue)
        .map_err(|error| ExportError { path: path.clone(), reason: error.to_string() })?;
    Ok(ExportFile { path, bytes: text.into(), media_type: "application/json" })
}

fn listed<'a>(library: &Library, edition: &'a Edition) -> Listed<'a> {
    let Edition { document, metadata, translations, .. } = edition;
    let mut files = Vec::new();
    for format in formats(library, edition) {
        let more = if format.per_language() { translations.as_slice() } else { &[] };
        for locale in std::iter::once(None).chain(more.iter().map(|t| Some(&t.locale))) {
            files.push(ListedFile {
                path: format.path(&document.id, locale),
                language: locale.map(|locale| locale.0.clone()),
                media_type: format.media_type(),
            });
        }
    }
    Listed {
        id: &document.id,
        kind: document.kind,
        title: &metadata.title,
        explains: &metadata.explains,
        files,
    }
}

/// The JSON Schemas that describe our JSON files.
pub fn schemas() -> Vec<ExportFile> {
    [
        ("document-1.json", include_str!("schema/document-1.json")),
        ("facts-1.json", include_str!("schema/facts-1.json")),
        ("changes-1.json", include_str!("schema/changes-1.json")),
    ]
    .into_iter()
    .map(|(name, text)| ExportFile {
        path: format!("{FOLDER}/schema/{name}"),
        bytes: text.into(),
        media_type: "application/schema+json",
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn all(library: &Library) -> Vec<ExportFile> {
        let cited = sample::cited(library);
        let of = |edition| files(library, edition, &cited).expect("files");
        let mut all: Vec<ExportFile> = library.editions.iter().flat_map(of).collect();
        all.push(catalogue(library).expect("a catalogue"));
        all
    }

    #[test]
    fn every_format_is_there_and_the_catalogue_names_each_file() {
        let library = sample::library();
        let files = all(&library);
        let catalogue = String::from_utf8(files.last().expect("one").bytes.clone()).expect("text");
        for file in &files[..files.len() - 1] {
            assert!(catalogue.contains(&format!("\"{}\"", file.path)), "{}", file.path);
            assert!(!file.bytes.is_empty(), "{}", file.path);
        }
        assert_eq!(files.len(), 13 + 10 + 1);
    }

    #[test]
    fn the_same_texts_give_the_same_files() {
        let library = sample::library();
        assert_eq!(all(&library), all(&library));
    }

    #[test]
    fn every_row_and_every_text_says_how_it_is_cited() {
        let mut library = sample::library();
        library.publication.base_url = "https://example.org/policy".into();
        let files = all(&library);
        let text = |path: &str| {
            let file = files.iter().find(|file| file.path.ends_with(path)).expect("the file");
            String::from_utf8(file.bytes.clone()).expect("text")
        };
        let source = "《关于修路的意见》，https://example.org/policy/roads/\n";
        assert!(text("/roads.txt").ends_with(&format!("出处：{source}")), "{}", text("/roads.txt"));
        assert!(text("/roads.md").ends_with(&format!("出处：{source}")), "{}", text("/roads.md"));
        let english = text("/roads.en.txt");
        assert!(english.ends_with("/policy/en/roads/\n"), "{english}");
        for (path, place) in [
            ("/roads.provisions.csv", "roads/1/"),
            ("/roads.sentences.csv", "第1句，https://example.org/policy/roads/1/#s1"),
            ("/roads.facts.csv", "第1句，https://example.org/policy/roads/1/#s1"),
        ] {
            let rows = text(path);
            let mut rows = rows.trim_start_matches('\u{feff}').split_terminator("\r\n");
            assert!(rows.next().is_some_and(|head| head.ends_with("\"citation\"")), "{path}");
            let cited: Vec<&str> = rows.collect();
            assert!(cited.iter().all(|row| row.contains(",\"《关于修路的意见》")), "{path}");
            assert!(
                cited.iter().any(|row| row.ends_with(&format!("{place}\""))),
                "{path}: {cited:?}"
            );
        }
    }

    #[test]
    fn json_fits_its_schema() {
        for library in [sample::library(), sample::hostile()] {
            for file in all(&library) {
                let of_facts = file.path.contains(".facts.");
                if file.media_type != "application/json" || file.path == "data/index.json" {
                    continue;
                }
                let schema = &schemas()[usize::from(of_facts)];
                let schema = serde_json::from_slice(&schema.bytes).expect("a schema");
                let value: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
                let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
                compiler.add_resource("schema.json", schema).expect("a resource");
                let index = compiler.compile("schema.json", &mut schemas).expect("a valid schema");
                if let Err(error) = schemas.validate(&value, index) {
                    panic!("{}: {error}", file.path);
                }
            }
        }
    }
}
