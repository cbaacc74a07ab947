//! Tables in every format: cells stay cells.

use corpus::errata::Certainty;
use corpus::{Bilingual, DocumentKind, Edition, Erratum, Locale, Span, Translation};

use super::explained::Explained;
use super::reading::AnnotatedEdition;
use crate::sample;

const TEXT: &str = "# 关于修路的意见\n\n（一）目标见下表。\n\n| 指标 | 投资（万元） |\n| --- | --- |\n\
    | 村路<br>桥梁 | 1200 |\n| 甲\\|乙 | 增长5%以上 |\n\n（二）落实责任。\n";

/// The text with an erratum in a cell and a translation.
fn edition() -> Edition {
    let mut edition = sample::edition("tables", DocumentKind::Policy, TEXT);
    edition.facts = corpus::facts::facts(&edition.document, &[]);
    let at = sample::at("tables/1#s3");
    let row = edition.document.sentence(&at).expect("a row").text.clone();
    let start = row.find("桥梁").expect("the words");
    edition.errata.push(Erratum {
        at,
        span: Span::new(start, start + "桥梁".len()),
        corrected: Some("桥".into()),
        certainty: Certainty::Likely,
        note: Bilingual::default(),
    });
    let words = |text: &str| if text.contains('|') { "left | right" } else { "Text." }.to_owned();
    edition.translations.push(Translation {
        document: edition.document.id.clone(),
        locale: Locale::en(),
        sentences: edition.document.sentences().map(|(_, s)| words(&s.text)).collect(),
    });
    edition
}

#[test]
fn cells_stay_cells_in_every_format() {
    let library = corpus::Library { editions: vec![edition()], ..corpus::Library::default() };
    let reading = AnnotatedEdition::new(&library.editions[0]);
    let explained = Explained::new(&library);
    let has = |text: &str, words: &str| assert!(text.contains(words), "{words}: {text}");

    let markdown = super::markdown::markdown(&reading, None);
    has(
        &markdown,
        "| 指标 | 投资（万元） |\n| --- | --- |\n| 村路<br>桥梁[^1] | 1200 |\n| 甲\\|乙 | 增长5%以上 |\n",
    );
    let english = reading.translations().first();
    has(&super::markdown::markdown(&reading, english), "| left | right |\n| --- | --- |\n");

    let akoma = super::akoma::document(&library, &reading, &explained, None);
    has(&akoma, "<tr eId=\"para_1__s_2\"><th><p>指标</p></th><th><p>投资（万元）</p></th></tr>");
    has(&akoma, "<td><p>村路<br/>桥梁<noteRef");
    has(&akoma, "<td><p>甲|乙</p></td>");

    let json = super::json::document(&library, &reading, &explained).expect("serializes");
    let data: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let table = &data["provisions"][0]["tables"][0];
    assert_eq!(table["head"], true);
    assert_eq!(table["first_paragraph"], 1);
    assert_eq!(table["cells"][1], serde_json::json!(["村路\n桥梁", "1200"]));

    let page = super::single_html::page(&reading, &explained, "");
    has(&page, "<tr id=\"u-1-s3\"><td>村路<br/>");
    has(&page, "<tr class=\"translation\" lang=\"en\"><td>left</td><td>right</td></tr>");
    has(&super::plain::text(&reading, None), "村路 桥梁 | 1200\n");
}

/// A bare number has the unit of its column; what it is about is its row.
#[test]
fn figures_of_cells_name_row_and_column() {
    let library = corpus::Library { editions: vec![edition()], ..corpus::Library::default() };
    let csv = super::facts::csv(&library.editions[0], &crate::sample::cited(&library));
    for (words, tail) in [
        ("\"1200\",\"12000000\",\"\",\"元\",\"exact\"", "\"村路\n桥梁\",\"投资（万元）\""),
        ("\"5%以上\",\"5\",\"\",\"%\",\"at_least\"", "\"甲|乙\",\"投资（万元）\""),
    ] {
        let row = csv.split("\r\n").find(|row| row.contains(words)).unwrap_or_default();
        let cited = row.rsplit_once(",\"").map_or(row, |(before, _)| before);
        assert!(cited.ends_with(tail), "{words}: {csv}");
    }
}

/// The marks of notes are no words of the text: each format writes them in its own way.
#[test]
fn notes_are_marked_in_every_format() {
    let text = "# 关于修路的意见\n\n（一）修路[^1]。\n\n[^1]: 见规划[2]。\n\n（二）[^9]落实。\n";
    let mut edition = sample::edition("notes", DocumentKind::Policy, text);
    edition.translations.push(Translation {
        document: edition.document.id.clone(),
        locale: Locale::en(),
        sentences: edition.document.sentences().map(|(_, s)| s.text.clone()).collect(),
    });
    let library = corpus::Library { editions: vec![edition], ..corpus::Library::default() };
    let reading = AnnotatedEdition::new(&library.editions[0]);
    let explained = Explained::new(&library);
    let has = |text: &str, words: &str| assert!(text.contains(words), "{words}: {text}");
    for into in [None, reading.translations().first()] {
        let markdown = super::markdown::markdown(&reading, into);
        has(&markdown, "修路[^1]。");
        has(&markdown, "\n[^1]: 见规划\\[2\\]。");
        has(&markdown, "\\[^9\\]落实。");
        let plain = super::plain::text(&reading, into);
        has(&plain, "修路[1]。");
        has(&plain, "\n[1] 见规划[2]。");
        let akoma = super::akoma::document(&library, &reading, &explained, into);
        has(&akoma, "修路<sup>1</sup>。");
        has(&akoma, "<sup>1</sup> 见规划[2]。");
    }
    let page = super::single_html::page(&reading, &explained, "");
    has(&page, "修路<sup>1</sup>。");
    has(&page, "<sup>1</sup> 见规划[2]。");
    has(&page, "[^9]落实。");
}
