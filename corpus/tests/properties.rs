//! What holds for any text: parsing never fails and loses no character, spans lie on character
//! borders, analysis never panics.

use corpus::{
    Document, DocumentKind, Problem, ProblemKind, Span, compare, coverage, facts, links, parse,
};
use proptest::prelude::*;

/// Pieces that official texts are made of, and the ways in which sources are dirty.
const PIECES: [&str; 86] = [
    "一、",
    "二、",
    "（一）",
    "(二)",
    "（十三）",
    "1.",
    "2．",
    "（1）",
    "一是",
    "二是",
    "第一章",
    "第十三条",
    "第十三条 ",
    "之一",
    "《",
    "》",
    "“",
    "”",
    "‘",
    "’",
    "（",
    "）",
    "(",
    ")",
    "。",
    "，",
    ",",
    "；",
    "：",
    "、",
    "！",
    "？",
    "…",
    ".",
    "\n",
    "\n\n",
    "#",
    "## ",
    " ",
    "\u{3000}",
    "—",
    "-",
    "至",
    "%",
    "％",
    "1000",
    "３",
    "1,571",
    "2026",
    "年",
    "12月",
    "3日",
    "底前",
    "百",
    "千",
    "万",
    "亿",
    "十四五",
    "二十",
    "〇",
    "亩",
    "吨",
    "以上",
    "左右",
    "力争",
    "粮食",
    "建设",
    "奶业振兴",
    "防止返贫致贫",
    "𠮷",
    "é",
    "and",
    "|",
    "\n| ",
    " |\n",
    "|---|\n",
    "| - |",
    "**",
    "*",
    "附件1",
    "\n附件：",
    "\u{b}",
    "㈠",
    "\u{2028}",
    "\u{feff}",
    "\n目录\n",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..80)
        .prop_map(|pieces| pieces.concat())
}

fn document(id: &str, kind: DocumentKind, text: &str) -> Document {
    parse(&id.into(), kind, text, 1).0
}

/// The lines of a source, as the parser ends them.
fn lines(source: &str) -> impl Iterator<Item = (u32, &str)> {
    source.lines().zip(1..).flat_map(|(line, number)| {
        let pieces = line.split(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
        pieces.map(move |piece| (number, piece))
    })
}

/// The characters of the source without white space and heading marks, as `Document::characters`
/// has them, each with its line.
fn plain(source: &str) -> Vec<(u32, char)> {
    lines(source)
        .flat_map(|(number, line)| {
            let text = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            let marked = text.trim_start_matches('#');
            // `#12机井` is a number.
            let numbered = marked.starts_with(|c: char| c.is_ascii_digit());
            let text = if numbered { text } else { marked };
            let before = line.chars().filter(|c| *c == '\u{feff}').count()
                - text.chars().filter(|c| *c == '\u{feff}').count();
            let marks = std::iter::repeat_n('\u{feff}', before);
            marks.chain(text.chars()).map(move |c| (number, c)).collect::<Vec<_>>()
        })
        .filter(|(_, c)| !c.is_whitespace())
        .collect()
}

/// Whether a problem tells that this character of this line is left out. The bars of a table are
/// told of once, at its first row.
fn told(problems: &[Problem], line: u32, c: char) -> bool {
    const WHOLE_LINES: [&str; 3] =
        ["beside the page numbers", "printed table of contents", "article in WeChat"];
    let whole_line = |problem: &Problem| {
        problem.at.line == line && WHOLE_LINES.iter().any(|told| problem.message.contains(told))
    };
    let told = |problem: &Problem| match c {
        _ if whole_line(problem) => true,
        // The mark of a quotation or of an item of a list.
        _ if problem.message.contains(&format!("the mark “{c}”")) => problem.at.line == line,
        '|' => problem.at.line <= line && problem.message.contains('|'),
        '\u{feff}' => {
            let messages = ["not text", "invisible"];
            problem.at.line == line && messages.iter().any(|m| problem.message.contains(m))
        }
        '*' => problem.at.line == line && problem.message.contains("*)"),
        '-' | ':' if problem.message.contains("table header") => problem.at.line == line,
        '-' | '—' | '0'..='9' => {
            problem.at.line == line && problem.message.contains("page number")
        }
        _ => false,
    };
    problems.iter().any(|problem| problem.kind == ProblemKind::Markup && told(problem))
}

/// Whether the line is told to be the one under the head of a table. A vertical tab parts a line into
/// two, of which the first may be the head.
fn is_ruler(problems: &[Problem], source: &str, line: u32) -> bool {
    let parted = |text: &str| text.contains(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    if source.lines().nth(line as usize - 1).is_some_and(parted) {
        return false;
    }
    let told = |p: &Problem| p.at.line == line && p.message.contains("table header");
    problems.iter().any(|problem| problem.kind == ProblemKind::Markup && told(problem))
}

fn fits(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some()
}

proptest! {
    #[test]
    fn parsing_loses_no_character_without_telling(source in text()) {
        for kind in [DocumentKind::Policy, DocumentKind::Interpretation, DocumentKind::Law] {
            let (document, problems) = parse(&"x".into(), kind, &source, 1);
            let characters = document.characters();
            // A byte order mark looks like any other: which one was left out can't be seen.
            let is_mark = |c: char| c == '\u{feff}';
            let mut kept = characters.chars().filter(|c| !is_mark(*c)).peekable();
            let (mut marks, mut may_go) = (0, 0);
            for (line, c) in plain(&source) {
                if is_mark(c) {
                    marks += 1;
                    may_go += usize::from(told(&problems, line, c));
                } else if matches!(c, '-' | ':') && is_ruler(&problems, &source, line) {
                    // All of the line is left out, though the next row may look like it.
                } else if kept.next_if_eq(&c).is_none() {
                    prop_assert!(told(&problems, line, c), "{c:?} of line {line} vanished");
                }
            }
            prop_assert_eq!(kept.next(), None, "a character came from nowhere or out of order");
            let kept = characters.chars().filter(|c| is_mark(*c)).count();
            prop_assert!(kept <= marks && marks - kept <= may_go, "a byte order mark vanished");
        }
    }

    #[test]
    fn units_have_unique_numbers(source in text()) {
        let document = document("x", DocumentKind::Policy, &source);
        let mut seen = std::collections::HashSet::new();
        for unit in document.units() {
            prop_assert!(seen.insert(unit.unit().to_string()), "{} twice", unit.unit());
        }
    }

    #[test]
    fn facts_lie_within_their_sentences(source in text()) {
        let document = document("x", DocumentKind::Policy, &source);
        let places = ["粮食".to_owned(), String::new()];
        for fact in facts::facts(&document, &places) {
            let sentence = document.sentence(&fact.at).expect("a sentence of the document");
            let spans = [Some(fact.span), Some(fact.about), fact.due_at, fact.place];
            for span in spans.into_iter().flatten() {
                prop_assert!(fits(&sentence.text, span), "{fact:?} in {}", sentence.text);
            }
            prop_assert!(!fact.span.of(&sentence.text).is_empty());
        }
    }

    #[test]
    fn links_lie_within_their_sentences(a in text(), b in text()) {
        let policy = document("a", DocumentKind::Policy, &a);
        let interpretation = document("b", DocumentKind::Interpretation, &b);
        let links = links::link(&policy, &interpretation);
        for link in &links {
            let from = interpretation.sentence(&link.from).expect("a sentence");
            let to = policy.sentence(&link.to).expect("a sentence");
            for evidence in &link.evidence {
                prop_assert!(fits(&from.text, evidence.from) && fits(&to.text, evidence.to));
            }
            for difference in &link.differences {
                prop_assert!(fits(&from.text, difference.from) && fits(&to.text, difference.to));
            }
            prop_assert!(link.score <= 100);
        }
        let ours = facts::facts(&policy, &[]);
        let theirs = facts::facts(&interpretation, &[]);
        let pairs = compare::figures((&policy, &ours), (&interpretation, &theirs), &links);
        let covered = coverage::coverage(&policy, &interpretation, &links, &pairs);
        prop_assert!(covered.percent <= 100);
        for statement in &covered.ungrounded {
            let sentence = interpretation.sentence(&statement.at).expect("a sentence");
            prop_assert!(fits(&sentence.text, statement.span));
        }
    }
}
