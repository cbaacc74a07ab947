//! Files made to break readers end in an error that names the bound; mutated ones never panic.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

#[path = "sample/pages.rs"]
mod pages;

use std::time::{Duration, Instant};

use pages::{Page, ofd, pdf};
use proptest::prelude::*;
use sample::{docx_with, numbered, p, p_with, read, refused, tc, zipped};

#[track_caller]
fn soon(bytes: &[u8], name: &str, words: &str) {
    let start = Instant::now();
    refused(bytes, name, words);
    assert!(start.elapsed() < Duration::from_secs(30), "{name}: {:?}", start.elapsed());
}

#[test]
fn bounds_are_named() {
    soon(&vec![b'a'; 70_000_000], "a.txt", "67108864 bytes");
    soon(&vec![b'a'; 20_000_000], "a.txt", "16777216 bytes");
    soon(&vec![b'a'; 10_000_000], "a.txt", "100000 characters");
    soon(&vec![b'\n'; 10_000_000], "a.txt", "400000 lines");
    soon("甲。\n".repeat(1_200_000).as_bytes(), "a.txt", "characters");
}

#[test]
fn word_files_that_unpack_to_too_much_are_refused() {
    soon(&docx_with(&"<w:p/>".repeat(10_000_000), &[]), "a.docx", "2000000 elements");
    soon(&docx_with(&p(&"a".repeat(60_000_000)), &[]), "a.docx", "100000 characters");
    soon(&docx_with(&p(&"a".repeat(80_000_000)), &[]), "a.docx", "67108864 bytes");
}

#[test]
fn files_that_hold_too_much_of_one_thing_are_refused() {
    let entity =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:p>&b;</w:p>";
    soon(&zipped(&[("word/document.xml", entity)]), "a.docx", "document type");
    let parts: Vec<(String, &str)> =
        (0..20_000).map(|at| (format!("word/{at}.xml"), "<a/>")).collect();
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, part)| (name.as_str(), *part)).collect();
    soon(&zipped(&parts), "a.docx", "10000 parts");
    let deep = "<div>".repeat(200_000);
    soon(format!("<html><body>{deep}").as_bytes(), "a.html", "deep");
    let many = "<p>甲</p>".repeat(1_500_000);
    soon(format!("<html><body>{many}").as_bytes(), "a.html", "elements");
    let line = "甲".repeat(60);
    let pages: Vec<Page> =
        (0..3_200).map(|_| Page::default().lines(72.0, 100.0, &[line.as_str()])).collect();
    soon(&pdf(&pages), "a.pdf", "3000 pages");
    soon(&ofd(&pages, ""), "a.ofd", "3000 pages");
    let lines = vec![line.as_str(); 40_000];
    soon(&pdf(&[Page::default().lines(72.0, 100.0, &lines)]), "a.pdf", "2000000 characters");
}

#[test]
fn numbers_that_start_at_the_end_of_their_range_are_told() {
    let imported =
        read(&docx_with(&[numbered(6, 0, "甲。"), numbered(6, 0, "乙。")].concat(), &[]), "a.docx");
    assert!(imported.text.contains("甲。") && imported.text.contains("乙。"), "{}", imported.text);
    let far = "<w:numPr><w:ilvl w:val=\"4294967295\"/><w:numId w:val=\"99999999999\"/></w:numPr>";
    let imported = read(&docx_with(&p_with(far, "丙。"), &[]), "a.docx");
    assert!(imported.text.contains("丙。"), "{}", imported.text);
}

#[test]
fn what_cannot_be_read_says_what_to_do() {
    for (bytes, name, words) in [
        (&b"%PDF-1.7"[..], "a.pdf", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", ".docx"),
        (b"{\\rtf1", "a.rtf", ".docx"),
        (b"x", "a.exe", ".docx"),
        (b"\x89PNG", "a.png", ".docx"),
        (b"MIME-Version: 1.0", "a.mht", ".html"),
        (b"", "a.txt", "no text"),
    ] {
        refused(bytes, name, words);
    }
}

fn word_file() -> String {
    let table =
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc(&p("甲")), tc(&numbered(1, 2, "乙")));
    [p("关于修路的意见"), numbered(1, 0, "道路"), numbered(1, 1, "新建公路。"), table].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_containers_never_panic(at in 0usize..4000, byte in any::<u8>()) {
        let mut bytes = docx_with(&word_file(), &[]);
        let at = at % bytes.len();
        bytes[at] = byte;
        let imported = read(&bytes, "a.docx");
        prop_assert!(!imported.text.trim().is_empty() || !imported.problems.is_empty());
    }

    #[test]
    fn damaged_markup_never_panics(from in 0usize..900, length in 0usize..60) {
        let body = word_file();
        let chars: Vec<char> = body.chars().collect();
        let from = from % chars.len();
        let to = (from + length).min(chars.len());
        let cut: String = chars[..from].iter().chain(&chars[to..]).collect();
        for (bytes, name) in [(docx_with(&cut, &[]), "a.docx"), (cut.into_bytes(), "a.html")] {
            let imported = read(&bytes, name);
            prop_assert!(!imported.text.trim().is_empty() || !imported.problems.is_empty());
        }
    }

    #[test]
    fn damaged_pages_never_panic(
        at in 0usize..9000,
        bytes in proptest::collection::vec(any::<u8>(), 0..4),
        length in 0usize..40,
    ) {
        let page = Page::default()
            .lines(72.0, 100.0, &["关于修路的意见", "一、道路", "（一）新建公路100公里。"])
            .grid(&[72.0, 200.0, 320.0], &[300.0, 330.0, 360.0])
            .line(80.0, 320.0, 12.0, "甲");
        for (mut file, name) in [
            (pdf(&[page.clone(), page.clone()]), "a.pdf"),
            (ofd(&[page.clone(), page.clone()], "头"), "a.ofd"),
        ] {
            let at = at % file.len();
            let to = (at + length).min(file.len());
            file.splice(at..to, bytes.iter().copied());
            let imported = read(&file, name);
            prop_assert!(!imported.text.trim().is_empty() || !imported.problems.is_empty());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.html", "a.docx", "a.pdf", "a.ofd"] {
            let imported = read(&bytes, name);
            prop_assert!(!imported.text.trim().is_empty() || !imported.problems.is_empty());
        }
    }

    #[test]
    fn paragraphs_lose_no_character(words in proptest::collection::vec("[一-龥0-9，。（）]{1,30}", 1..12)) {
        let body: String = words.iter().map(|words| p(words)).collect();
        let text = read(&docx_with(&body, &[]), "a.docx").text;
        prop_assert_eq!(text.split_whitespace().collect::<String>(), words.concat());
    }
}
