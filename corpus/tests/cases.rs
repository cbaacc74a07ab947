//! Short invented documents with their structure, written before the parser was run on them.
//!
//! Each case of `structure-cases/*.txt` is a text, `---`, and what it must be read as: `T` title line,
//! `D` division, `P` provision, each with number, label and first words; then what it states of
//! itself. What is read beyond that of its metadata is wrong too.

use std::fmt::Write;

use corpus::{Document, DocumentKind, Problem, ProblemKind, UnitRef, parse, stated};

/// The cases of all files as name, text and expected outline.
fn cases() -> Vec<(String, String, String)> {
    let files = [
        include_str!("structure-cases/head.txt"),
        include_str!("structure-cases/labels.txt"),
        include_str!("structure-cases/around.txt"),
    ];
    let parts = files.iter().flat_map(|file| {
        format!("\n{file}").split("\n=== ").map(str::to_owned).collect::<Vec<_>>()
    });
    parts
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let (name, rest) = part.split_once('\n').expect("a name");
            let (text, expected) = rest.split_once("\n---\n").expect("a text and an outline");
            (name.to_owned(), text.to_owned(), format!("{}\n", expected.trim_end()))
        })
        .collect()
}

fn outline(document: &Document) -> String {
    let mut out = String::new();
    for unit in document.units() {
        match unit {
            UnitRef::Title(lines) => {
                for line in lines {
                    let _ = writeln!(out, "T | | {}", line.text);
                }
            }
            UnitRef::Division(d) => {
                let _ = writeln!(out, "D {} | {} | {}", d.number, d.label, d.title.text);
            }
            UnitRef::Provision(p) => {
                let first = p.sentences().next().map_or("", |s| s.text.as_str());
                let _ = writeln!(out, "P {} | {} | {first}", p.number, p.label);
            }
        }
    }
    let stated = stated::stated(document);
    let issuers: Vec<&str> = stated.issuers.iter().map(|words| words.text.as_str()).collect();
    let fields = [
        ("number", stated.document_number.map(|words| words.text)),
        ("issued", stated.issued.map(|words| words.text)),
        ("issuers", (!issuers.is_empty()).then(|| issuers.join("、"))),
        ("addressee", stated.addressee.map(|words| words.text)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            let _ = writeln!(out, "{name} {value}");
        }
    }
    out.replace("| |", "|  |").replace("|  |", "| |")
}

fn kind(text: &str) -> DocumentKind {
    let articles = text.lines().filter(|line| line.trim_start().starts_with('第')).count();
    if articles > 1 {
        DocumentKind::Law
    } else if text.contains("解读") {
        DocumentKind::Interpretation
    } else {
        DocumentKind::Policy
    }
}

#[test]
fn every_case_is_read_as_written_down() {
    let (mut wrong, mut count) = (String::new(), 0);
    for (name, text, expected) in cases() {
        count += 1;
        let (document, problems) = parse(&"case".into(), kind(&text), &text, 1);
        let found = outline(&document);
        if found != expected {
            let _ = writeln!(wrong, "=== {name}\nexpected\n{expected}found\n{found}");
        }
        // What is left out is told, word for word.
        let told = |line: &&str| {
            let words = format!("“{}”", line.trim());
            let left_out = |p: &&Problem| p.kind == ProblemKind::Markup;
            problems.iter().filter(left_out).any(|problem| problem.message_zh.contains(&words))
        };
        let source: String = text
            .lines()
            .filter(|line| !told(line))
            .flat_map(str::chars)
            .filter(|c| !c.is_whitespace())
            .collect();
        let read = document.characters();
        let marks = |c: &char| !matches!(c, '#' | '*' | '|' | '-' | '>');
        let (source, read): (String, String) =
            (source.chars().filter(marks).collect(), read.chars().filter(marks).collect());
        assert_eq!(read, source, "{name}: a character is lost or moved");
    }
    assert!(wrong.is_empty(), "of {count} cases, wrong are:\n{wrong}");
}
