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
fn shares_and_spans_of_time_in_other_words_are_recognised() {
    check("三分之二以上的村有卫生室。", "More than two thirds of the villages have clinics.", &[]);
    check("四分之一的耕地。", "A quarter of the farmland.", &[]);
    check("过半数代表出席。", "A majority of the deputies attend.", &[]);
    check("八成以上街道建成服务中心。", "Over 80 percent of subdistricts have centres.", &[]);
    check("按八折优惠。", "A discount of 20 percent applies.", &[]);
    check("产值翻一番。", "Output doubles.", &[]);
    check("千分之三。", "0.3 percent.", &[]);
    check("几十万亩。", "Hundreds of thousands of mu.", &[]);
    check("一年半内完成。", "Complete it within 18 months.", &[]);
    check("两周内。", "Within 14 days.", &[]);
    check("6月中旬前完成。", "Complete it by the middle of June.", &[]);
    check("2026年6月底前完成。", "Complete it by June 30, 2026.", &[]);
    check("零下20℃以下。", "Below −20 °C.", &[]);
    check("投资3500亿元。", "Invest RMB 350bn.", &[]);
    check("2026年3月1日。", "2026-03-01.", &[]);
}

#[test]
fn shares_that_are_wrong_are_told() {
    check(
        "三分之二以上的村。",
        "More than one third of the villages.",
        &["“三分之二以上” is missing in the translation: 0.6666666666666666 not found"],
    );
    check(
        "八成街道。",
        "85 percent of subdistricts.",
        &[
            "“八成” is missing in the translation: 8 not found",
            "“85” has no figure in the Chinese sentence",
        ],
    );
    check(
        "2026年6月底前完成。",
        "Complete it by June 29, 2026.",
        &["“29” has no figure in the Chinese sentence"],
    );
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
        ..Term::default()
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

/// Translates a sentence into a language, and gives the translation with its file.
fn translated(
    chinese: &str,
    tag: &str,
    text: &str,
) -> (corpus::Document, corpus::Translation, String) {
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, chinese, 1);
    let file = format!("## 0\n\n> {chinese}\n\n{text}\n");
    let (translation, problems) = translation::align(&document, Locale(tag.to_owned()), &file);
    assert_eq!(problems, []);
    (document, translation, file)
}

#[track_caller]
fn check_digits(chinese: &str, tag: &str, text: &str, expected: &[(Severity, &str)]) {
    let (document, translation, file) = translated(chinese, tag, text);
    let found = translation::check_figures(&document, &translation, &file);
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (problem, (severity, words)) in found.iter().zip(expected) {
        assert_eq!(problem.severity, *severity, "{problem:?}");
        assert!(problem.message.contains(words), "{problem:?}");
        assert_eq!(problem.at.line, 3);
    }
}

#[test]
fn figures_in_digits_of_any_script_are_found() {
    check_digits("投资1.2亿元。", "mn", "120 сая юань хөрөнгө оруулна.", &[]);
    check_digits("建成1000万亩。", "mn-Mong", "᠑᠐᠐᠐\u{202f}ᠲᠦᠮᠡᠨ ᠮᠤ", &[]);
    check_digits("到2030年，建成15个。", "bo", "༢༠༣༠ལོར་༡༥", &[]);
    check_digits("投资1.2亿元。", "ug", "120 مىليون يۈەن", &[]);
}

#[test]
fn a_figure_that_the_source_does_not_have_is_an_error_where_number_words_are_known() {
    let lost = (Severity::Warning, "“1.2亿元” is not found in digits");
    let summary = (Severity::Notice, "0 of 1 figures were found");
    let strange = "has no figure in the Chinese sentence";
    check_digits(
        "投资1.2亿元。",
        "mn",
        "12 сая юань.",
        &[(Severity::Error, strange), lost, summary],
    );
    // The Tibetan word for a magnitude is not known: a reader is asked.
    check_digits(
        "投资1.2亿元。",
        "bo",
        "སྒོར་དུང་ཕྱུར་ 3 ",
        &[(Severity::Warning, "number words of Tibetan are not known"), lost, summary],
    );
}

#[test]
fn figures_in_words_are_told_and_not_claimed_to_be_wrong() {
    let summary = (Severity::Notice, "a reader of Mongolian (Cyrillic) has to compare them");
    check_digits("建成三万亩。", "mn", "Гурван түмэн му байгуулна.", &[summary]);
}

#[test]
fn a_term_has_forms_in_each_language() {
    let forms = |locale: &str, forms: &[&str]| corpus::glossary::TermTranslation {
        locale: locale.to_owned(),
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
    };
    let term = Term {
        id: "a".to_owned(),
        zh: vec!["嘎查".to_owned()],
        translations: vec![forms("mn", &["гацаа"])],
        ..Term::default()
    };
    let wrong = |tag: &str, text: &str| {
        let (document, translation, file) = translated("嘎查。", tag, text);
        translation::check_terms(&document, &translation, std::slice::from_ref(&term), &file)
    };
    assert_eq!(wrong("mn", "Гацаа."), []);
    assert_eq!(wrong("mn", "Тосгон.").len(), 1);
    assert_eq!(wrong("bo", "གྲོང་ཚོ།"), [], "no form is stated in Tibetan");
}

#[test]
fn characters_that_belong_to_the_spelling_are_never_trimmed() {
    let text = "\u{202f}ᠶᠢᠨ ᠨᠡᠷ\u{180e}ᠡ\u{180b}";
    let (_, translation, _) = translated("甲。", "mn-Mong", text);
    assert_eq!(translation.sentences, [text]);
}

#[test]
fn lines_of_one_sentence_are_joined_as_the_language_joins_them() {
    let joined = |tag: &str, text: &str| translated("甲。", tag, text).1.sentences.concat();
    assert_eq!(joined("mn", "Нэг\nхоёр."), "Нэг хоёр.");
    assert_eq!(joined("bo", "དང་པོ།\nགཉིས་པ།"), "དང་པོ།གཉིས་པ།");
}

#[test]
fn chinese_characters_are_left_over_only_where_the_language_has_none() {
    let left = |tag: &str, text: &str| {
        let (document, _) = parse(&"x".into(), DocumentKind::Policy, "甲。", 1);
        let file = format!("## 0\n\n> 甲。\n\n{text}\n");
        translation::align(&document, Locale(tag.to_owned()), &file).1.len()
    };
    assert_eq!((left("ja", "第一の甲。"), left("mn", "甲 нэг.")), (0, 1));
}

/// A cell of several lines is quoted in one line, and its translation has as many.
#[test]
fn lines_of_a_cell_are_quoted_in_one_line() {
    let text = "# 关于修路的意见\n\n（一）目标。\n\n| 指标 | 投资 |\n| --- | --- |\n| 村路<br />桥 | 5 |\n";
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, text, 1);
    let (_, row) = document.sentences().last().expect("a row");
    assert_eq!(row.text, "村路\n桥 | 5");
    let file = translation::skeleton(&document, &Locale::en())
        .replace("> 村路<br>桥 | 5\n", "> 村路<br>桥 | 5\nRoads<br>bridges | 5\n");
    let (translation, _) = translation::align(&document, Locale::en(), &file);
    assert_eq!(translation.sentences.last().expect("a sentence"), "Roads\nbridges | 5");
}
