//! Translations against the figures of their source and against the glossary.

use corpus::{DocumentKind, Locale, Severity, glossary::Term, parse, translation};

use crate::seeds;

/// The glossary's file.
#[derive(serde::Deserialize)]
struct Glossary {
    term: Vec<Term>,
}

#[test]
fn figures_of_the_seeds_are_translated() {
    let mut errors = Vec::new();
    for (metadata, document, _) in seeds::documents() {
        let file = seeds::read(&format!("{}/translation.en.md", metadata.id));
        let (translation, _) = translation::align(&document, Locale::en(), &file);
        for problem in translation::check_figures(&document, &translation, &file) {
            let problem = problem.in_file(&format!("{}/translation.en.md", metadata.id));
            eprintln!("{problem}");
            if problem.severity == Severity::Error {
                errors.push(problem.to_string());
            }
        }
    }
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn terms_of_the_seeds_are_those_of_the_glossary() {
    let glossary: Glossary = toml::from_str(&seeds::read("glossary.toml")).expect("a glossary");
    for (metadata, document, _) in seeds::documents() {
        let file = seeds::read(&format!("{}/translation.en.md", metadata.id));
        let (translation, _) = translation::align(&document, Locale::en(), &file);
        for problem in translation::check_terms(&document, &translation, &glossary.term, &file) {
            eprintln!("{}", problem.in_file(&format!("{}/translation.en.md", metadata.id)));
        }
    }
}

/// Checks one sentence; `expected` are the ends of the messages.
#[track_caller]
fn check(chinese: &str, english: &str, expected: &[&str]) {
    let text = format!("标题\n\n一、甲\n\n（一）乙。{chinese}");
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, &text, 1);
    let file = translation::skeleton(&document, &Locale::en())
        .lines()
        .map(|line| match line.strip_prefix("> ") {
            Some(source) if source == chinese => format!("{line}\n{english}\n"),
            Some(_) => format!("{line}\nText.\n"),
            None => format!("{line}\n"),
        })
        .collect::<String>();
    let (translation, problems) = translation::align(&document, Locale::en(), &file);
    assert_eq!(problems, []);
    let found: Vec<String> = translation::check_figures(&document, &translation, &file)
        .iter()
        .map(|problem| problem.message.split_once(": ").map_or("", |(_, rest)| rest).to_owned())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn figures_in_other_words_are_recognised() {
    check("新建泊位4个，总投资1.2亿元。", "Build four berths, investing 120 million yuan.", &[]);
    check("2027年6月底前完成。", "Complete it by the end of June 2027.", &[]);
    check("落实“五个100”行动。", "Carry out the “five 100s” campaign.", &[]);
    check("开展三年行动。", "Carry out the three-year campaign.", &[]);
    check("培训500—800人次。", "Train 500 to 800 persons.", &[]);
}

#[test]
fn lost_and_invented_figures_are_told() {
    check(
        "投资1.2亿元。",
        "Invest 12 million yuan.",
        &[
            "“1.2亿元” is missing in the translation: 120000000 not found",
            "“12 million” has no figure in the Chinese sentence",
        ],
    );
    check(
        "扩大规模。",
        "Expand for another 30 years.",
        &["“30” has no figure in the Chinese sentence"],
    );
    check(
        "2月3日公布。",
        "Published on March 3.",
        &["“2月3日” is missing in the translation: February not found"],
    );
}

#[test]
fn terms_match_in_any_case_and_longer_ones_first() {
    let term = |id: &str, zh: &str, en: &str| Term {
        id: id.to_owned(),
        zh: vec![zh.to_owned()],
        en: vec![en.to_owned()],
        explain_zh: String::new(),
        explain_en: String::new(),
        basis: "editors".to_owned(),
    };
    let terms = [term("a", "盟", "league"), term("b", "东盟", "ASEAN")];
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, "东盟。", 1);
    let file = "## 0\n\n> 东盟。\n\nThe Asean.\n";
    let (translation, _) = translation::align(&document, Locale::en(), file);
    assert_eq!(translation::check_terms(&document, &translation, &terms, file), []);
    let wrong = translation::check_terms(&document, &translation, &terms[..1], file);
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].at.line, 3);
}
