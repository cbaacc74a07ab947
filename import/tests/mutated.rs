//! Real texts, damaged as files get damaged, go all the way from the file to figures and links: no
//! step panics, hangs, or ends with neither text nor a problem.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

#[path = "sample/pages.rs"]
mod pages;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use corpus::{DocumentKind, facts, links, parse};
use pages::{Page, ofd, pdf};
use proptest::prelude::*;
use sample::{docx_with, numbered, p, read, tc};

/// Texts as portals publish them, beside the format that each is told to be in.
const TEXTS: [&str; 7] = [
    include_str!("../../seeds/000_696d1be460e3d1d7.txt"),
    include_str!("../../seeds/opinions-2026/translation.en.md"),
    include_str!("../../corpus/tests/gold/pairs/harbour/policy.txt"),
    include_str!("../../corpus/tests/gold/pairs/schools/interpretation.txt"),
    include_str!("../../corpus/tests/structure-cases/around.txt"),
    include_str!("../../corpus/tests/structure-cases/head.txt"),
    include_str!("../../corpus/tests/structure-cases/labels.txt"),
];

/// What readers of files stumble over.
const WORDS: [&[u8]; 22] = [
    b"4294967295",
    b"-1",
    b"99999999999999999999",
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl>",
    b"</w:tbl>",
    b"<w:tr>",
    b"</w:sdt>",
    b"&#x10FFFF;",
    b"&#0;",
    b"<td colspan=\"99999\" rowspan=\"65535\">",
    b"|",
    b"**",
    b"[^1]: ",
    b"\xff\xfe",
    "〔2026〕12号".as_bytes(),
    "一、".as_bytes(),
    "（一）".as_bytes(),
    "第一条".as_bytes(),
    "附件1".as_bytes(),
    "十亿万千百".as_bytes(),
];

/// The longest a mutated file may take; a text that is read again and again takes minutes.
const PATIENCE: Duration = Duration::from_secs(30);

/// One damage. Places are parts of the whole in [`PARTS`], so that they fit files of any length.
#[derive(Clone, Debug)]
struct Damage {
    kind: usize,
    from: usize,
    length: usize,
    into: usize,
    word: usize,
    times: usize,
}

/// So many parts a file has.
const PARTS: usize = 10_000;

fn damage() -> impl Strategy<Value = Damage> {
    let length = prop_oneof![1usize..5, 1usize..41, 1usize..401];
    (0usize..5, 0..PARTS, length, 0..PARTS, 0..WORDS.len(), 2usize..60).prop_map(
        |(kind, from, length, into, word, times)| Damage { kind, from, length, into, word, times },
    )
}

impl Damage {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |part: usize| part * bytes.len() / PARTS;
        let (from, into) = (place(self.from), place(self.into));
        let to = (from + self.length).min(bytes.len());
        let piece = bytes[from..to].to_vec();
        match self.kind {
            0 => drop(bytes.drain(from..to)),
            1 => drop(bytes.splice(into..into, piece)),
            2 => drop(bytes.splice(from..from, WORDS[self.word].iter().copied())),
            3 => drop(bytes.splice(from..to, WORDS[self.word].iter().copied())),
            _ => drop(bytes.splice(from..from, piece.repeat(self.times))),
        }
    }
}

/// The paragraphs of a text in Word's words, some of them numbered by Word or in a table.
fn word_body(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let lines = escaped.lines().filter(|line| !line.trim().is_empty());
    lines
        .enumerate()
        .map(|(at, line)| match at % 7 {
            3 => numbered(1, 1, line),
            5 => format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc(&p(line)), tc(&p("100公里"))),
            _ => p(line),
        })
        .collect()
}

/// Files whose bytes are damaged as they are, with the names that tell their formats.
static FILES: LazyLock<Vec<(Vec<u8>, &str)>> = LazyLock::new(|| {
    let mut files: Vec<(Vec<u8>, &str)> = Vec::new();
    for text in TEXTS {
        let name = if text.contains("\n## ") { "a.md" } else { "a.txt" };
        files.push((text.as_bytes().to_vec(), name));
        let paragraphs: Vec<String> = text.lines().map(|line| format!("<p>{line}</p>")).collect();
        files
            .push((format!("<html><body>{}</body>", paragraphs.join("\n")).into_bytes(), "a.html"));
    }
    let lines: Vec<&str> = TEXTS[2].lines().collect();
    let printed: Vec<Page> = lines
        .chunks(30)
        .map(|lines| Page::default().lines(72.0, 60.0, lines).grid(&[72.0, 320.0], &[700.0, 740.0]))
        .collect();
    files.push((pdf(&printed), "a.pdf"));
    files.push((ofd(&printed, "文件"), "a.ofd"));
    files
});

fn goes_all_the_way(bytes: &[u8], name: &str) -> Result<(), TestCaseError> {
    let start = Instant::now();
    let imported = read(bytes, name);
    prop_assert!(!imported.text.trim().is_empty() || !imported.problems.is_empty());
    for kind in [DocumentKind::Policy, DocumentKind::Law] {
        let (document, _) = parse(&"x".into(), kind, &imported.text, 1);
        facts::facts(&document, &[]);
        if kind == DocumentKind::Policy {
            links::link(&document, &document);
        }
    }
    prop_assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn damaged_files_are_read_to_the_end(
        file in 0usize..16,
        damages in proptest::collection::vec(damage(), 1..6),
    ) {
        let (bytes, name) = &FILES[file % FILES.len()];
        let mut bytes = bytes.clone();
        for damage in &damages {
            damage.apply(&mut bytes);
        }
        goes_all_the_way(&bytes, name)?;
    }

    #[test]
    fn damaged_parts_of_word_files_are_read_to_the_end(
        text in 0..TEXTS.len(),
        damages in proptest::collection::vec(damage(), 1..6),
    ) {
        let mut body = word_body(TEXTS[text]).into_bytes();
        for damage in &damages {
            damage.apply(&mut body);
        }
        goes_all_the_way(&docx_with(&String::from_utf8_lossy(&body), &[]), "a.docx")?;
    }
}
