//! The guides for portal staff, word by word: every command in them is run, in their order, in a
//! folder that has the files they speak of.
#![expect(clippy::expect_used, reason = "a test stops where a guide can't be read")]

mod clerk;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use clerk::{Clerk, get, served};

const POLICY: &str = "某某市人民政府\n关于加强山乡公路建设管护的若干措施\n一、明确目标\n\
    （一）建设目标。2026年新建村路一百公里。\n（二）管护目标。有人看护。\n";
const EXPLAINED: &str = "解读《关于加强山乡公路建设管护的若干措施》\n一、背景\n\
    一是2026年新建村路一百公里。\n";

/// A Word file with these lines as paragraphs.
fn word_file(path: &Path, lines: &str) {
    let paragraphs: Vec<String> =
        lines.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let paragraphs = paragraphs.concat();
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>"
    );
    let relationships = "<Relationships><Relationship Id=\"rId1\" Type=\"t/officeDocument\" \
                         Target=\"word/document.xml\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(fs::File::create(path).expect("a file"));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in
        [("_rels/.rels", relationships), ("word/document.xml", document.as_str())]
    {
        zip.start_file(name, options).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("a zip");
}

/// The commands of a guide, without the name of the program.
fn commands(guide: &str) -> Vec<Vec<String>> {
    let words = |line: &str| line.split_whitespace().skip(1).map(str::to_owned).collect();
    let blocks = guide.split("\n```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines).filter(|line| line.starts_with("policy-explorer "));
    lines.map(words).collect()
}

fn follow(guide: &str, policy: &str, explained: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(guide);
    let text = fs::read_to_string(path).expect("the guide");
    let clerk = Clerk::new(guide);
    word_file(&clerk.0.join(policy), POLICY);
    word_file(&clerk.0.join(explained), EXPLAINED);
    let commands = commands(&text);
    let names: Vec<&str> = commands.iter().map(|words| words[0].as_str()).collect();
    assert_eq!(
        names,
        ["preview", "preview", "import", "import", "check", "check", "serve", "build"]
    );
    for words in &commands {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if words[0] == "serve" {
            let (_served, address) = served(clerk.command(&words));
            assert!(get(&address, "/roads-2026/1/").contains("一百公里"), "{words:?}");
            continue;
        }
        let said = clerk.done(&words);
        match words[0] {
            "preview" => {
                assert!(said.contains("（一）建设目标。"), "{said}");
                assert!(!clerk.0.join("seeds").exists(), "a preview makes no document");
                if let ["--page", page] = words[2..] {
                    let page = fs::read_to_string(clerk.0.join(page)).expect("a page");
                    assert!(page.contains("建设目标") && page.contains("<small>"), "{page}");
                }
            }
            "import" => assert!(said.contains("document.toml"), "{said}"),
            _ => {}
        }
    }
    // Every file that the guide speaks of is where it says.
    for file in [
        "seeds/site.toml",
        "seeds/roads-2026/document.toml",
        "dist/robots.txt",
        "dist/hosting/web.config",
        "dist/roads-2026-explained/index.html",
    ] {
        assert!(clerk.0.join(file).exists(), "{file}");
        let told = file.rsplit('/').next().unwrap_or_default();
        assert!(told == "index.html" || text.contains(told), "{guide} does not speak of {file}");
    }
    let page = fs::read_to_string(clerk.0.join("dist/roads-2026/1/index.html")).expect("a page");
    assert!(page.contains("roads-2026-explained/"), "the interpretation stands beside");
}

#[test]
fn the_chinese_guide_leads_to_a_site() {
    follow("portal-guide.zh.md", "修路.docx", "解读.docx");
}

#[test]
fn the_english_guide_leads_to_a_site() {
    follow("portal-guide.en.md", "roads.docx", "explained.docx");
}
