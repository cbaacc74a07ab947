//! Folders of seeds as people really leave them: every mistake is told with file and line, and
//! nothing outside the folder is read.
#![expect(clippy::unwrap_used, reason = "a test stops where a file can't be written")]

mod contents;

use std::fs;
use std::path::{Path, PathBuf};

use corpus::{Library, Problem, Severity};

const SOURCE: &str =
    "关于山路的意见\n\n一、修路\n\n（一）修好山路。每年修一百公里。\n\n（二）管好山路。\n";

/// A small site that is all right, to be spoilt by a test.
fn site(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mistakes").join(name);
    let _ = fs::remove_dir_all(&folder);
    write(&folder, "site.toml", "documents = [\"roads\"]\n\n[title]\nzh = \"山路\"\n");
    write(&folder, "roads/source.txt", SOURCE);
    write(
        &folder,
        "roads/document.toml",
        "id = \"roads\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\n\n[title]\nzh = \"山路\"\n",
    );
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn read(folder: &Path) -> (Library, Vec<Problem>) {
    search_index::seeds::read(folder).unwrap()
}

/// One problem has this severity and begins with file and line, and holds these words.
#[track_caller]
fn told(problems: &[Problem], severity: Severity, place: &str, words: &str) {
    let place = format!("{place}:");
    let found = problems.iter().any(|problem| {
        problem.severity == severity
            && problem.to_string().starts_with(&place)
            && problem.message.contains(words)
    });
    let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(found, "no {severity:?} at {place} with “{words}” in {all:#?}");
    assert!(problems.iter().all(|problem| problem.at.line > 0), "a problem without line: {all:#?}");
}

#[test]
fn a_small_site_is_all_right() {
    let (library, problems) = read(&site("fine"));
    assert_eq!(library.editions[0].document.provisions.len(), 2);
    let told: Vec<_> = problems.iter().filter(|p| p.severity > Severity::Notice).collect();
    assert_eq!(told, Vec::<&Problem>::new());
}

#[test]
fn names_that_would_lie_over_the_site_or_outside_are_refused() {
    let folder = site("names");
    write(
        &folder,
        "site.toml",
        "documents = [\n  \"roads\",\n  \"facts\",\n  \"../out\",\n  \"roads\",\n]\n\n[title]\nzh = \"山路\"\n",
    );
    write(
        &folder,
        "topics.toml",
        "[[topic]]\nid = \"../out\"\ntitle_zh = \"甲\"\ntitle_en = \"A\"\n\n[[topic]]\nid = \"a\"\n\
         title_zh = \"甲\"\ntitle_en = \"A\"\n\n[[topic]]\nid = \"a\"\ntitle_zh = \"甲\"\ntitle_en = \"A\"\n",
    );
    let (library, problems) = read(&folder);
    assert_eq!(library.editions.len(), 1);
    told(&problems, Severity::Error, "site.toml:3", "“facts” can't be the id of a document");
    told(&problems, Severity::Error, "site.toml:4", "“../out” can't be an id");
    told(&problems, Severity::Error, "site.toml:5", "stands here twice");
    told(&problems, Severity::Error, "topics.toml:2", "“../out” can't be an id");
    told(&problems, Severity::Error, "topics.toml:12", "“a” is that of line 7 already");
}

#[test]
fn a_source_outside_the_folder_is_not_read() {
    for path in ["../secret.txt", "/etc/hostname", "roads/../../secret.txt"] {
        let folder = site("outside");
        write(folder.parent().unwrap(), "secret.txt", SOURCE);
        let text =
            format!("id = \"roads\"\nkind = \"policy\"\nsource = \"{path}\"\ntitle = {{}}\n");
        write(&folder, "roads/document.toml", &text);
        let error = format!("{:#}", search_index::seeds::read(&folder).unwrap_err());
        assert!(error.contains("roads/document.toml:3: source"), "{error}");
        assert!(error.contains("can't be the path of a file"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_refused() {
    let folder = site("linked");
    write(folder.parent().unwrap(), "secret.txt", SOURCE);
    fs::remove_file(folder.join("roads/source.txt")).unwrap();
    let secret = folder.parent().unwrap().join("secret.txt");
    std::os::unix::fs::symlink(&secret, folder.join("roads/source.txt")).unwrap();
    std::os::unix::fs::symlink(&secret, folder.join("glossary.toml")).unwrap();
    let error = format!("{:#}", search_index::seeds::read(&folder).unwrap_err());
    assert!(error.contains("roads/source.txt is a symbolic link"), "{error}");
    assert!(error.contains("glossary.toml is a symbolic link"), "all are told at once: {error}");
}

#[test]
fn nothing_is_passed_over_in_silence() {
    let folder = site("ignored");
    write(&folder, "topics.toml", "# 专题\n[[topics]]\nid = \"a\"\n");
    write(&folder, "thesaurus.toml", "[[entries]]\nterm = \"山路\"\n");
    write(&folder, "roads/erata.toml", "");
    write(&folder, "erata.toml", "");
    write(&folder, "roads/translation.md", "");
    write(&folder, "glosary.toml", "");
    write(&folder, "rods/document.toml", "");
    write(&folder, "roads/original.docx", "");
    write(&folder, ".DS_Store", "");
    let (_, problems) = read(&folder);
    told(&problems, Severity::Error, "topics.toml:2", "did you mean “topic”?");
    told(&problems, Severity::Error, "thesaurus.toml:1", "did you mean “entry”?");
    told(&problems, Severity::Warning, "roads/erata.toml:1", "did you mean “errata.toml”?");
    let place = "did you mean “errata.toml”? It belongs in the folder";
    told(&problems, Severity::Warning, "erata.toml:1", place);
    told(&problems, Severity::Warning, "roads/translation.md:1", "“translation.en.md”?");
    told(&problems, Severity::Warning, "glosary.toml:1", "did you mean “glossary.toml”?");
    told(&problems, Severity::Warning, "rods:1", "did you mean “roads”?");
    let others = problems.iter().filter(|p| p.file.contains("original") || p.file.contains("DS"));
    assert_eq!(others.count(), 0);
}

#[test]
fn dates_and_addresses_that_can_not_be_shown_are_told() {
    let folder = site("dates");
    write(
        &folder,
        "site.toml",
        "documents = [\"roads\"]\nsecurity_expires = \"2026-02-30\"\n\n[title]\nzh = \"山路\"\n\n\
         [[footer_links]]\ntext = { zh = \"找错\" }\nhref = \"javascript:alert(1)\"\n",
    );
    write(
        &folder,
        "roads/document.toml",
        "id = \"roads\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\nissued = \"2026-13-01\"\n\
         published = \"2026-02-10 25:00\"\norigin = \"data:text/html,x\"\nexplains = \"road\"\n\
         lines = [3, 99]\neffective = \"2026-03-01\"\nexpires = \"2026-02-01\"\n\
         updated = \"gestern\"\norigin_pdf = \"file:///a.pdf\"\n\n[title]\nzh = \"山路\"\n",
    );
    let (library, problems) = read(&folder);
    told(&problems, Severity::Warning, "site.toml:2", "not a real date");
    told(&problems, Severity::Warning, "site.toml:9", "can't be linked");
    told(&problems, Severity::Warning, "roads/document.toml:4", "“2026-13-01” is not a real date");
    told(&problems, Severity::Warning, "roads/document.toml:5", "is not a real date");
    told(&problems, Severity::Warning, "roads/document.toml:6", "can't be linked");
    told(&problems, Severity::Error, "roads/document.toml:7", "it explains “road”");
    told(&problems, Severity::Error, "roads/document.toml:8", "which has 7");
    told(&problems, Severity::Warning, "roads/document.toml:10", "is before effective 2026-03-01");
    told(
        &problems,
        Severity::Warning,
        "roads/document.toml:11",
        "updated “gestern” is not a real date",
    );
    told(&problems, Severity::Warning, "roads/document.toml:12", "can't be linked");
    let metadata = &library.editions[0].metadata;
    assert_eq!(metadata.updated, "");
    assert_eq!((metadata.issued.as_str(), metadata.published.as_str()), ("", ""));
}

#[test]
fn where_to_report_an_error_is_a_whole_address_and_the_first_link_of_the_footer() {
    let folder = site("report");
    let links = |address: &str| {
        let text = format!(
            "documents = [\"roads\"]\n[title]\nzh = \"山路\"\n[portal]\n\
             report_error = \"{address}\"\n\
             [[footer_links]]\ntext = {{ zh = \"首页\" }}\nhref = \"https://a.gov.cn/\"\n"
        );
        write(&folder, "site.toml", &text);
        let (library, problems) = read(&folder);
        let links = library.publication.footer_links.iter();
        (links.map(|link| link.href.clone()).collect::<Vec<_>>(), problems)
    };
    for address in ["https://a.gov.cn/zc", "mailto:web@a.gov.cn", "tel:+86-471-1234567"] {
        let (links, problems) = links(address);
        assert_eq!(links, [address, "https://a.gov.cn/"]);
        assert!(!problems.iter().any(|problem| problem.message.contains("report_error")));
    }
    for (address, meant) in [
        ("web@a.gov.cn", "write mailto:web@a.gov.cn;"),
        ("0471 1234567", "write tel:04711234567;"),
        ("zc/index.html", "write https://…"),
        ("javascript:alert(1)", "write https://…"),
    ] {
        let (links, problems) = links(address);
        assert_eq!(links, ["https://a.gov.cn/"], "{address} is no link");
        told(&problems, Severity::Warning, "site.toml:5", meant);
    }
}

#[test]
fn signs_of_a_chinese_keyboard_are_named() {
    for (line, sign) in [("id = “roads”", "“"), ("id ＝ \"roads\"", "＝")] {
        let folder = site("signs");
        write(&folder, "roads/document.toml", &format!("{line}\nkind = \"policy\"\n"));
        let error = format!("{:#}", search_index::seeds::read(&folder).unwrap_err());
        assert!(error.contains("roads/document.toml:1"), "{error}");
        assert!(error.contains(&format!("the Chinese sign {sign}; type ")), "{error}");
    }
}

#[test]
fn a_document_has_the_title_of_its_text_where_none_is_written_and_its_first_day() {
    let folder = site("untitled");
    let text = "关于修路的意见\n\n第一条 修路。\n\n第二条 本意见自2026年5月1日起施行。\n";
    write(&folder, "roads/source.txt", text);
    let described = "id = \"roads\"\nkind = \"policy\"\nsource = \"roads/source.txt\"\n\
                     effective = \"2027-05-01\"\ntitle = { zh = \"\" }\n";
    write(&folder, "roads/document.toml", described);
    let (library, problems) = read(&folder);
    assert_eq!(library.editions[0].metadata.title.zh, "关于修路的意见");
    told(&problems, Severity::Warning, "roads/document.toml:4", "the text says “2026-05-01”");
}
