//! References in made-up texts: what becomes one, and above all what does not.

use corpus::references::references;
use corpus::{Bilingual, DocumentKind, Edition, Library, Locale, Metadata, Translation, parse};

const ROADS: &str = "# 中华人民共和国道路法\n\n## 第一章 总则\n\n第一条 为了修路，制定本法。\n\n\
    第二条 本法所称道路，包括村路。\n\n村路由村管护：\n\n（一）平时清扫；\n\n（二）雨后排水。\n\n\
    ## 第二章 责任\n\n第三条 违反本法第二条第二款第（二）项的，依照第一条处理；有第九条行为的除外。\n\n\
    第三条之一 有前条行为的，适用前条第一款。\n";

fn edition(id: &str, title: &str, text: &str) -> Edition {
    let id: corpus::DocumentId = id.into();
    Edition {
        document: parse(&id, DocumentKind::Law, text, 1).0,
        metadata: Metadata {
            id,
            kind: DocumentKind::Law,
            title: Bilingual { zh: title.into(), en: String::new() },
            ..Metadata::default()
        },
        ..Edition::default()
    }
}

/// The law on roads, and a text that refers to it.
fn library(title: &str, text: &str) -> Library {
    let text = format!("# {title}\n\n{text}\n");
    let editions =
        vec![edition("roads", "中华人民共和国道路法", ROADS), edition("x", title, &text)];
    Library { editions, ..Library::default() }
}

/// The references of the text, as `words → target`.
fn told(library: &Library, of: &str) -> Vec<String> {
    let found = references(library);
    let own = found.iter().filter(|one| one.from.document.0 == of && one.language.is_none());
    let words = |one: &corpus::Reference| {
        let sentence = library.sentence(&one.from).expect("the sentence is there");
        format!("{} → {}", one.span.of(&sentence.text), one.to)
    };
    own.map(words).collect()
}

#[track_caller]
fn check(title: &str, text: &str, expected: &[&str]) {
    assert_eq!(told(&library(title, text), "x"), expected, "{text}");
}

#[test]
fn a_law_refers_to_itself() {
    assert_eq!(
        told(&library("某办法", "第一条 无。"), "roads"),
        ["本法第二条第二款第（二）项 → roads/2#s4", "第一条 → roads/1", "前条第一款 → roads/3#s1",]
    );
}

#[test]
fn another_text_is_named_with_and_without_brackets() {
    check(
        "某办法",
        "第一条 根据《中华人民共和国道路法》第一条、第三条之一和《道路法》，制定本办法。",
        &[
            "《中华人民共和国道路法》 → roads/title",
            "第一条 → roads/1",
            "第三条之一 → roads/3-1",
            "《道路法》 → roads/title",
        ],
    );
    check(
        "某办法",
        "第一条 违反道路法第二条第一款的，责令改正。",
        &["道路法第二条第一款 → roads/2#s1"],
    );
    check(
        "某办法",
        "第一条 依照《道路法》第二章的规定办理。",
        &["《道路法》 → roads/title", "第二章 → roads/part-2"],
    );
}

#[test]
fn what_a_text_says_that_it_calls_another_is_that_one() {
    check(
        "某办法",
        "第一条 根据《中华人民共和国道路法》（以下简称路法），制定本办法。\n\n第二条 适用路法第一条。",
        &["《中华人民共和国道路法》 → roads/title", "路法第一条 → roads/1"],
    );
    check(
        "某办法",
        "第一条 根据《中华人民共和国铁路法》（以下简称《道路法》），制定本办法。\n\n\
         第二条 适用《道路法》第一条、道路法第二条。",
        &[],
    );
}

#[test]
fn a_name_within_a_longer_one_is_none() {
    check("某办法", "第一条 依照铁道路法第一条和高速道路法第二条处理。", &[]);
    check("某办法", "第一条 依照《高速道路法》第一条处理。", &[]);
}

#[test]
fn what_is_absent_or_of_another_text_is_no_reference() {
    check("某办法", "第一条 依照道路法第五十条处理。", &[]);
    check("某办法", "第一条 依照道路法第一条第七款处理。", &[]);
    check("某办法", "第一条 依照该公约第一条处理。\n\n第二条 依照本条例第一条处理。", &[]);
    check("某办法", "第一条 依照《铁路法》第一条处理，并适用第二条。\n\n第二条 无。", &[]);
    check("某办法", "第一条 其中“依照本办法第二条处理”的说法不用。\n\n第二条 无。", &[]);
    check("关于修改《某办法》的决定", "第一条 将第二条修改为：“无。”\n\n第二条 删去第一条。", &[]);
}

#[test]
fn articles_of_a_younger_edition_are_not_told() {
    let mut library = library("某办法", "第一条 依照道路法第一条、《道路法》第二条处理。");
    library.editions[0].metadata.issued = "2024-05-01".into();
    library.editions[1].metadata.issued = "2020-05-01".into();
    assert_eq!(told(&library, "x"), ["道路法 → roads/title", "《道路法》 → roads/title"]);
    library.editions[1].metadata.issued = "2025-05-01".into();
    assert_eq!(told(&library, "x").len(), 3);
}

#[test]
fn a_translation_leads_where_its_original_leads() {
    let mut library = library("某办法", "第一条 违反道路法第一条、第二条第一款的，责令改正。");
    library.editions[0].metadata.title.en = "Road Law".into();
    let document = &library.editions[1].document;
    let text = "Who violates Articles 1 and 2 or Article 3 of the Road Law is to put it right.";
    let sentence = |(unit, _): (corpus::Unit, _)| {
        if unit == corpus::Unit::Title { String::new() } else { text.to_owned() }
    };
    let translation = Translation {
        document: document.id.clone(),
        locale: Locale::en(),
        sentences: document.sentences().map(sentence).collect(),
    };
    library.editions[1].translations.push(translation);
    let found = references(&library);
    let english: Vec<String> = found
        .iter()
        .filter(|one| one.language == Some(Locale::en()))
        .map(|one| format!("{} → {}", one.span.of(text), one.to))
        .collect();
    assert_eq!(english, ["Articles 1 → roads/1", "2 → roads/2#s1"]);
}

#[test]
fn spans_of_a_sentence_do_not_overlap() {
    let library =
        library("某办法", "第一条 依照《道路法》第一条第一款、第二条第二款第（一）项处理。");
    let found = references(&library);
    for pair in found.windows(2).filter(|pair| pair[0].from == pair[1].from) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
}
