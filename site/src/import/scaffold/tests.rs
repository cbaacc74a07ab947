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
fn laws_are_recognised_by_their_articles() {
    assert_eq!(guess("第一条 甲。\n第二条 乙。", false), DocumentKind::Law);
    assert_eq!(guess("一、甲\n（一）乙。", false), DocumentKind::Policy);
    assert_eq!(guess("第一条 甲。\n第二条 乙。", true), DocumentKind::Interpretation);
}
