//! Nothing is lost: every character of a document is in the text or in the list of what was left
//! out, whatever the document is made of and in whatever format it comes.
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

#[expect(dead_code, reason = "each test file uses some of the samples")]
#[path = "sample/pages.rs"]
mod pages;

use std::collections::HashMap;

use pages::{Page, ofd, pdf};
use proptest::prelude::*;
use sample::{docx_with, p, read, tc};

/// A piece of a document.
#[derive(Clone, Debug)]
enum Piece {
    Paragraph(String),
    Heading(String),
    Table(Vec<Vec<String>>),
    Note(String, String),
    Raised(String, String),
    Header(String),
    Comment(String),
    Hidden(String),
    Deleted(String),
    Nested(String),
}

fn words() -> impl Strategy<Value = String> {
    "[一二三甲乙丙草原牧民道路0-9a-zA-Z，。；：（）《》“”%]{1,24}"
}

fn piece() -> impl Strategy<Value = Piece> {
    let cells = || proptest::collection::vec(words(), 2..4);
    prop_oneof![
        4 => words().prop_map(Piece::Paragraph),
        1 => words().prop_map(Piece::Heading),
        1 => proptest::collection::vec(cells(), 1..4).prop_map(Piece::Table),
        1 => (words(), words()).prop_map(|(text, note)| Piece::Note(text, note)),
        1 => (words(), words()).prop_map(|(text, up)| Piece::Raised(text, up)),
        1 => words().prop_map(Piece::Header),
        1 => words().prop_map(Piece::Comment),
        1 => words().prop_map(Piece::Hidden),
        1 => words().prop_map(Piece::Deleted),
        1 => words().prop_map(Piece::Nested),
    ]
}

impl Piece {
    fn words(&self) -> String {
        match self {
            Self::Paragraph(words)
            | Self::Heading(words)
            | Self::Header(words)
            | Self::Comment(words)
            | Self::Hidden(words)
            | Self::Deleted(words)
            | Self::Nested(words) => words.clone(),
            Self::Table(rows) => rows.concat().concat(),
            Self::Note(text, more) | Self::Raised(text, more) => format!("{text}{more}"),
        }
    }
}

/// How often each letter and digit is there, whatever its height on the line.
fn counted(text: &str) -> HashMap<char, usize> {
    const MOVED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁽⁾";
    const PLAIN: &str = "0123456789abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW（）";
    let plain = |c: char| match MOVED.chars().position(|moved| moved == c) {
        Some(at) => PLAIN.chars().nth(at).expect("a pair"),
        None => c,
    };
    let mut counted = HashMap::new();
    for c in text.chars().map(plain).filter(|c| !c.is_whitespace()) {
        *counted.entry(c).or_default() += 1;
    }
    counted
}

/// What of these words is neither in the text nor in the list.
fn lost(bytes: &[u8], name: &str, wanted: &str) -> String {
    let imported = read(bytes, name);
    let mut all = imported.text;
    all.extend(imported.left_out.iter().map(|left| left.words.as_str()));
    let there = counted(&all);
    let mut lost: Vec<String> = counted(wanted)
        .into_iter()
        .filter(|(c, count)| there.get(c).copied().unwrap_or(0) < *count)
        .map(|(c, count)| format!("{c}×{count}"))
        .collect();
    lost.sort();
    lost.join(" ")
}

fn wanted(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::words).collect::<Vec<_>>().concat()
}

fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
}

fn word_file(pieces: &[Piece]) -> Vec<u8> {
    let (mut body, mut notes, mut comments) = (String::new(), String::new(), String::new());
    let mut headers = Vec::new();
    for (id, piece) in pieces.iter().enumerate() {
        let block = match piece {
            Piece::Paragraph(words) => p(words),
            Piece::Heading(words) => sample::p_with("<w:pStyle w:val=\"1\"/>", words),
            Piece::Table(rows) => {
                let row = |row: &Vec<String>| {
                    let cells: Vec<String> = row.iter().map(|cell| tc(&p(cell))).collect();
                    format!("<w:tr>{}</w:tr>", cells.concat())
                };
                format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<Vec<_>>().concat())
            }
            Piece::Note(text, note) => {
                notes.extend([
                    "<w:footnote w:id=\"",
                    &id.to_string(),
                    "\">",
                    &p(note),
                    "</w:footnote>",
                ]);
                let reference = format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
                format!("<w:p>{}{reference}</w:p>", run("", text))
            }
            Piece::Raised(text, up) => {
                let up = run("<w:vertAlign w:val=\"superscript\"/>", up);
                format!("<w:p>{}{up}</w:p>", run("", text))
            }
            Piece::Header(words) => {
                headers.push((format!("word/header{id}.xml"), p(words)));
                String::new()
            }
            Piece::Comment(words) => {
                let id = id.to_string();
                comments.extend(["<w:comment w:id=\"", &id, "\">", &p(words), "</w:comment>"]);
                format!("<w:p><w:r><w:commentReference w:id=\"{id}\"/></w:r></w:p>")
            }
            Piece::Hidden(words) => format!("<w:p>{}</w:p>", run("<w:vanish/>", words)),
            Piece::Deleted(words) => {
                format!("<w:p><w:del><w:r><w:delText>{words}</w:delText></w:r></w:del></w:p>")
            }
            Piece::Nested(words) => {
                let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc(&p(words)), tc(""));
                format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc(&inner), tc(&p("")))
            }
        };
        body.push_str(&block);
    }
    let mut parts = vec![
        ("word/footnotes.xml".to_owned(), format!("<w:footnotes>{notes}</w:footnotes>")),
        ("word/comments.xml".to_owned(), format!("<w:comments>{comments}</w:comments>")),
    ];
    parts
        .extend(headers.into_iter().map(|(name, words)| (name, format!("<w:hdr>{words}</w:hdr>"))));
    let parts: Vec<(String, String)> = parts
        .into_iter()
        .map(|(name, part)| (name, part.replacen('>', " xmlns:w=\"w\">", 1)))
        .collect();
    let parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, part)| (name.as_str(), part.as_str())).collect();
    docx_with(&body, &parts)
}

fn web_page(pieces: &[Piece]) -> Vec<u8> {
    let piece = |piece: &Piece| match piece {
        Piece::Paragraph(words) | Piece::Comment(words) => format!("<p>{words}</p>"),
        Piece::Heading(words) => format!("<h2>{words}</h2>"),
        Piece::Table(rows) => {
            let row = |row: &Vec<String>| {
                let cells: Vec<String> =
                    row.iter().map(|cell| format!("<td>{cell}</td>")).collect();
                format!("<tr>{}</tr>", cells.concat())
            };
            format!("<table>{}</table>", rows.iter().map(row).collect::<Vec<_>>().concat())
        }
        Piece::Note(text, note) => format!("<p>{text}</p><blockquote>{note}</blockquote>"),
        Piece::Raised(text, up) => format!("<p>{text}<sup>{up}</sup></p>"),
        Piece::Header(words) => format!("<nav>{words}</nav>"),
        Piece::Hidden(words) => format!("<p style=\"display:none\">{words}</p>"),
        Piece::Deleted(words) => format!("<p><del>{words}</del></p>"),
        Piece::Nested(words) => {
            format!("<table><tr><td><ul><li>{words}</li></ul></td><td></td></tr></table>")
        }
    };
    let body: Vec<String> = pieces.iter().map(piece).collect();
    format!("<!DOCTYPE html><meta charset=utf-8><body>{}</body>", body.concat()).into_bytes()
}

/// All words line by line, on as many pages as they need.
fn printed(pieces: &[Piece]) -> Vec<Page> {
    let lines: Vec<String> = pieces.iter().map(Piece::words).collect();
    let page = |lines: &[String]| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        Page::default().lines(72.0, 100.0, &lines)
    };
    lines.chunks(20).map(page).collect()
}

fn escaped(text: &str) -> String {
    text.replace(['<', '>', '&'], "")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_character_is_lost(pieces in proptest::collection::vec(piece(), 1..30)) {
        let words = wanted(&pieces);
        prop_assert_eq!(escaped(&words), words.clone());
        for (bytes, name) in [
            (word_file(&pieces), "a.docx"),
            (web_page(&pieces), "a.html"),
            (words.clone().into_bytes(), "a.txt"),
            (pdf(&printed(&pieces)), "a.pdf"),
            (ofd(&printed(&pieces), "页眉"), "a.ofd"),
        ] {
            prop_assert_eq!(lost(&bytes, name, &words), "", "{}", name);
        }
    }
}
