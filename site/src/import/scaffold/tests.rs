//! Making new documents in folders of their own.

use corpus::{Metadata, Publication};
use tempfile::TempDir;

use super::*;

/// A folder that goes away with the test.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect(name)
    }
}

fn wanted(id: &str, text: Option<&str>) -> NewDocument {
    NewDocument {
        id: id.to_owned(),
        kind: None,
        source: text.map(|text| ("修路.txt".to_owned(), text.as_bytes().to_vec())),
        encoding: None,
        explains: None,
        translation: true,
    }
}

const TEXT: &str = "关于“修路”的意见\n\n一、道路\n\n（一）修好村路。新建公路。\n";

#[test]
fn a_new_document_can_be_built_at_once() {
    let folder = Folder::new();
    let created = new(folder.path(), &wanted("roads", Some(TEXT))).expect("created");
    assert_eq!(
        created.files,
        ["roads/document.toml", "roads/source.txt", "roads/translation.en.md", "site.toml"]
    );
    let metadata: Metadata = toml::from_str(&folder.read("roads/document.toml")).expect("metadata");
    assert_eq!(metadata.title.zh, "关于“修路”的意见");
    assert_eq!(metadata.kind, DocumentKind::Policy);
    assert_eq!(metadata.sha256.len(), 64);
    let site: Publication = toml::from_str(&folder.read("site.toml")).expect("configuration");
    assert_eq!(site.documents, [DocumentId::from("roads")]);
    assert!(folder.read("roads/translation.en.md").contains("> 修好村路。"));

    let mut explaining = wanted("roads-explained", Some("《意见》解读\n\n一是修路。很好。\n"));
    explaining.explains = Some("roads".to_owned());
    explaining.translation = false;
    new(folder.path(), &explaining).expect("created");
    let metadata: Metadata =
        toml::from_str(&folder.read("roads-explained/document.toml")).expect("metadata");
    assert_eq!(metadata.kind, DocumentKind::Interpretation);
    assert_eq!(metadata.explains, Some(DocumentId::from("roads")));
}

#[test]
fn the_configuration_keeps_its_comments() {
    let folder = Folder::new();
    fs::write(
        folder.path().join("site.toml"),
        "# 说明\ndocuments = [\"a\"] # 次序\n\n[title]\nzh = \"站\"\n",
    )
    .expect("written");
    new(folder.path(), &wanted("b", None)).expect("created");
    assert_eq!(
        folder.read("site.toml"),
        "# 说明\ndocuments = [\"a\", \"b\"] # 次序\n\n[title]\nzh = \"站\"\n"
    );
}

#[test]
fn other_encodings_are_converted_and_the_original_is_kept() {
    let folder = Folder::new();
    let mut document = wanted("roads", None);
    let bytes = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    document.source = Some(("a.TXT".to_owned(), bytes.clone()));
    let created = new(folder.path(), &document).expect("created");
    assert!(created.files.contains(&"roads/original.txt".to_owned()));
    assert_eq!(folder.read("roads/source.txt"), TEXT);
    assert_eq!(fs::read(folder.path().join("roads/original.txt")).expect("bytes"), bytes);
}

#[test]
fn nothing_is_overwritten_and_errors_say_what_to_do() {
    let folder = Folder::new();
    new(folder.path(), &wanted("roads", Some(TEXT))).expect("created");
    let told = |wanted: &NewDocument| new(folder.path(), wanted).expect_err("refused").to_string();
    assert!(told(&wanted("roads", Some("别的。"))).contains("choose another id"));
    assert_eq!(folder.read("roads/source.txt"), TEXT);
    assert!(told(&wanted("道路", None)).contains("a–z"));
    assert!(told(&wanted("../x", None)).contains("a–z"));
    let mut explaining = wanted("x", Some(TEXT));
    explaining.explains = Some("rods".to_owned());
    assert!(told(&explaining).contains("(known: roads)"));
    let mut pdf = wanted("x", None);
    pdf.source = Some(("a.pdf".to_owned(), b"%PDF".to_vec()));
    assert!(told(&pdf).contains("a.pdf:1:1: error: "));
    fs::write(folder.path().join("site.toml"), "title = 1\ndocuments = 3\n").expect("written");
    assert!(told(&wanted("x", None)).starts_with("seeds/site.toml:2:"));
    fs::write(folder.path().join("site.toml"), "a = \n").expect("written");
    assert!(told(&wanted("x", None)).starts_with("seeds/site.toml:1:"));
    assert!(!folder.path().join("x").exists());
}

#[test]
fn what_a_page_says_of_its_publication_is_filled_in() {
    let page = "<html><head><meta charset=\"utf-8\"><title>关于修路的解读</title>\
        <meta name=\"PubDate\" content=\"2026-03-25 10:12\"></head><body>\
        <table><tr><td>索引号</td><td>11150/2026-00012</td></tr></table>\
        <div><h1>《修路办法》解读</h1><p>为了修路，县里出台办法。到2028年修好村路。</p>\
        <p>各村都要修路，费用由县里负责，群众不用出钱。</p></div></body></html>";
    let folder = Folder::new();
    let mut wanted = wanted("x", None);
    wanted.source = Some(("a.html".to_owned(), page.as_bytes().to_vec()));
    let created = new(folder.path(), &wanted).expect("created");
    let metadata: Metadata = toml::from_str(&folder.read("x/document.toml")).expect("metadata");
    assert_eq!(metadata.published, "2026-03-25 10:12");
    assert_eq!(metadata.index_number, "11150/2026-00012");
    assert_eq!(metadata.kind, DocumentKind::Interpretation, "by its title");
    let told = |words: &str| created.problems.iter().any(|problem| problem.message.contains(words));
    assert!(told("published in document.toml") && told("nothing says of what"));
}
