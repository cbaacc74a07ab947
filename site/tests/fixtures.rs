//! Whole seed folders: a policy with nothing but its text, and one whose every text is hostile.
#![expect(clippy::expect_used, reason = "a test stops where its fixture is wrong")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::page_context::LibraryIndex;
use corpus::{Edition, Library, Severity};
use site::exports::{self, ExportFile};
use site::portal::{self, PageInfo, PageKind};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn read(name: &str) -> Library {
    let (library, problems) =
        search_index::seeds::read(&fixture(name)).expect("the fixture can be read");
    let errors: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    library
}

fn all_files(library: &Library) -> Vec<ExportFile> {
    let cited = exports::Cited::new(&Arc::new(LibraryIndex::new(library.clone())), "");
    let of = |edition| exports::files(library, edition, &cited).expect("files");
    library.editions.iter().flat_map(of).collect()
}

fn heads(library: &Library) -> Vec<String> {
    let mut heads = Vec::new();
    for edition in &library.editions {
        heads.push(portal::head(library, &page(edition, PageKind::Document(edition))));
        for unit in edition.document.units() {
            let unit = unit.unit();
            heads.push(portal::head(library, &page(edition, PageKind::Unit(edition, &unit))));
        }
    }
    heads
}

fn page<'a>(edition: &'a Edition, kind: PageKind<'a>) -> PageInfo<'a> {
    let title = edition.metadata.title.pick(false);
    PageInfo {
        path: "x/",
        english: false,
        language: "zh-Hans",
        alternates: &[],
        title,
        description: title,
        image: None,
        kind,
    }
}

#[test]
fn a_policy_with_nothing_but_its_text() {
    let library = read("eight-parts");
    let edition = &library.editions[0];
    assert_eq!(edition.document.divisions.len(), 8);
    assert_eq!(edition.document.provisions.len(), 16);
    assert!(edition.translations.is_empty() && library.links.is_empty());
    let chinese = page(edition, PageKind::Document(edition));
    assert!(portal::head(&library, &chinese).contains("application/ld+json"));
    let english = PageInfo { english: true, language: "en", ..chinese };
    let told = portal::head(&library, &english);
    assert!(!told.contains("application/ld+json"), "Chinese text is told to be English: {told}");
    let files = all_files(&library);
    assert_eq!(files.len(), corpus::downloads::Format::ALL.len());
    let page = text(&files, ".html");
    assert!(!page.contains("class=\"explained\""), "no empty panel");
    assert!(!page.contains("class=\"translation\""), "no empty translation");
    assert!(page.contains("</th><td>原文没有写明</td>"), "the editor says so of one field");
    assert!(page.contains("</th><td>本站尚未填写</td>"), "and nothing of others");
    assert!(!page.contains("（据正文）"), "the text states nothing of itself");
}

#[test]
fn hostile_texts_stay_text_everywhere() {
    let library = read("hostile");
    for file in all_files(&library) {
        let markup = [".html", ".akn.xml", ".md"].iter().any(|end| file.path.ends_with(end));
        if !markup {
            continue;
        }
        let content = String::from_utf8(file.bytes).expect("text").replace("\\<", "");
        for bad in ["<script", "<img", "<svg", "<iframe", "href=\"javascript", "href=\"data:"] {
            assert!(!content.contains(bad), "{}: {bad}", file.path);
        }
    }
    for head in heads(&library) {
        assert_eq!(head.matches("<script").count(), 1, "only our own JSON-LD: {head}");
        assert!(!head.contains("<img") && !head.contains("<svg"), "{head}");
    }
}

/// The names of all elements and attributes of an XML file, which must be well-formed.
fn markup(path: &str, text: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error} in {text}")) {
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => {
                names.push(element.name().as_ref().to_owned());
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{path}: {error}"));
                    names.push(format!("@{}", attribute.key.as_ref()));
                }
            }
            quick_xml::events::Event::Eof => return names,
            _ => {}
        }
    }
}

/// All files beside the pages that are XML, for a site whose editors wrote `words` everywhere.
fn xml_files(words: &str) -> Vec<(String, String)> {
    let mut library = read("eight-parts");
    let both = corpus::Bilingual { zh: words.to_owned(), en: words.to_owned() };
    let publication = &mut library.publication;
    publication.base_url = format!("https://a.gov.cn/{words}/");
    publication.title = both.clone();
    publication.description = both.clone();
    publication.portal.sponsor = both.clone();
    let metadata = &mut library.editions[0].metadata;
    metadata.title = both.clone();
    metadata.issuers = vec![both.clone()];
    words.clone_into(&mut metadata.document_number);
    metadata.keywords = vec![both.clone()];
    metadata.remarks = vec![both.clone()];
    words.clone_into(&mut metadata.origin);
    let release = |date: &str| portal::Release {
        version: words.to_owned(),
        date: date.to_owned(),
        summary: both.clone(),
    };
    // A date that is none is in no feed, whatever it says.
    let releases = portal::Releases {
        releases: vec![release("2026-02-10"), release(&format!("2026-02-10{words}"))],
    };
    let publication = &library.publication;
    let mut files = vec![
        (
            "feed.xml".to_owned(),
            portal::feed(publication, &releases, false, "feed.xml").expect("a feed"),
        ),
        (
            "opensearch.xml".to_owned(),
            portal::open_search(publication, true, "search/").expect("one"),
        ),
    ];
    let entry =
        portal::SitemapEntry { path: "a/".into(), alternates: [("zh-Hans", "a/".into())].into() };
    let others = portal::sitemap(publication, &[entry]).into_iter().chain(all_files(&library));
    for file in others.filter(|file| file.path.ends_with(".xml")) {
        files.push((file.path, String::from_utf8(file.bytes).expect("text")));
    }
    files
}

#[test]
fn no_word_of_an_editor_becomes_markup_in_any_xml_file() {
    let hostile = "</title></summary><script x=\"1\">alert(1)</script>&\"'><![CDATA[\u{1}]]>";
    let (plain, spoilt) = (xml_files("words"), xml_files(hostile));
    assert!(plain.len() >= 4, "feed, description of the search, sitemap, Akoma Ntoso");
    assert_eq!(plain.len(), spoilt.len());
    for ((path, plain), (_, spoilt)) in plain.iter().zip(&spoilt) {
        assert_eq!(markup(path, plain), markup(path, spoilt), "{path}");
        assert!(!spoilt.contains("<script") && !spoilt.contains('\u{1}'), "{path}");
    }
    let feed = &spoilt[0].1;
    assert_eq!(feed.matches("<entry>").count(), 1, "the release without a date is left out");
}

#[test]
fn hostile_tables_run_no_formula() {
    for file in
        all_files(&read("hostile")).iter().filter(|file| file.media_type.starts_with("text/csv"))
    {
        let content = std::str::from_utf8(&file.bytes).expect("text");
        for bad in ["\"=", "\"+", "\"@", "\"-"] {
            assert!(!content.contains(&format!(",{bad}")), "{}: {bad}", file.path);
        }
    }
}

#[test]
fn a_hostile_theme_is_told_and_not_taken() {
    let library = read("hostile");
    let found = portal::check(&library);
    assert!(found.iter().any(|one| one.field == "theme.accent" && one.required));
}

fn text(files: &[ExportFile], end: &str) -> String {
    let file = files.iter().find(|file| file.path.ends_with(end)).expect(end);
    String::from_utf8(file.bytes.clone()).expect("text")
}

#[test]
fn what_changed_is_data_that_fits_its_schema() {
    for name in ["two-editions", "hostile"] {
        let files = all_files(&read(name));
        let schema =
            exports::schemas().into_iter().find(|file| file.path.ends_with("changes-1.json"));
        let schema = serde_json::from_slice(&schema.expect("a schema").bytes).expect("JSON");
        let value: serde_json::Value =
            serde_json::from_str(&text(&files, ".changes.json")).expect("JSON");
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("schema.json", schema).expect("a resource");
        let index = compiler.compile("schema.json", &mut schemas).expect("a valid schema");
        if let Err(error) = schemas.validate(&value, index) {
            panic!("{name}: {error}");
        }
    }
}

#[test]
fn what_changed_is_a_table_and_data() {
    let files = all_files(&read("two-editions"));
    let table = text(&files, ".changes.csv");
    let rows: Vec<&str> = table.split("\r\n").collect();
    let row = rows.iter().find(|row| row.contains("lake-2026/changes/#now-1\"")).expect("a row");
    assert!(row.starts_with("\"changed\",\"false\",\"lake-2025/1\",\"lake-2026/1\","), "{row}");
    assert!(row.contains("10万亩 → 12万亩"), "{row}");
    assert!(row.contains("《") && row.ends_with("lake-2026/1/\""), "it is cited: {row}");
    // Nine changes and the names of the columns; a field may hold line breaks of its own.
    assert_eq!(rows.len(), 1 + 9 + 1);
    let data: serde_json::Value =
        serde_json::from_str(&text(&files, ".changes.json")).expect("JSON");
    let change = &data["changes"][0];
    assert_eq!(change["kind"], "changed");
    let figures = change["figures"].as_array().expect("figures");
    let area = figures.iter().find(|figure| figure["now"]["unit"] == "亩").expect("an area");
    assert_eq!(area["before"]["value"], 100_000);
    assert_eq!(area["now"]["value"], 120_000);
    assert_eq!((&area["before"]["due"], &area["now"]["due"]), (&"2025".into(), &"2026".into()));
    let kinds: Vec<&str> = data["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .filter_map(|change| change["kind"].as_str())
        .collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "split").count(), 2);
}
