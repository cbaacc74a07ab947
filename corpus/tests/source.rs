//! The source text at hand: its bytes, its parse, its oddities, its translation.

mod seeds;

use std::fmt::Write;

use corpus::{Document, DocumentKind, Locale, ProblemKind, UnitRef, parse, translation};
use seeds::{documents, read};

#[test]
fn the_source_is_byte_for_byte_the_published_one() {
    use sha2::{Digest, Sha256};
    let bytes = read("000_696d1be460e3d1d7.txt");
    let digest = format!("{:x}", Sha256::digest(bytes.as_bytes()));
    for (metadata, _, _) in documents() {
        assert_eq!(metadata.sha256, digest);
    }
}

#[test]
fn no_character_of_the_source_is_lost() {
    let parsed: String = documents().iter().map(|(_, document, _)| document.characters()).collect();
    let source: String = read("000_696d1be460e3d1d7.txt")
        .lines()
        .flat_map(|line| line.trim_start_matches('#').chars())
        .filter(|c| !c.is_whitespace())
        .collect();
    assert_eq!(parsed, source);
}

#[test]
fn the_policy_has_seven_parts_and_thirty_one_measures() {
    let documents = documents();
    let policy = &documents[0].1;
    assert_eq!(policy.kind, DocumentKind::Policy);
    assert_eq!(policy.divisions.len(), 7);
    let numbers: Vec<&str> = policy.provisions.iter().map(|p| p.number.as_str()).collect();
    let expected: Vec<String> = (0..=31).map(|n| n.to_string()).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn documents_are_parsed_as_reviewed() {
    for (metadata, document, _) in documents() {
        insta::assert_snapshot!(metadata.id.0.as_str(), outline(&document));
    }
}

#[test]
fn every_oddity_is_reported_with_its_place() {
    let reports: Vec<String> = documents()
        .into_iter()
        .flat_map(|(_, _, problems)| problems)
        .map(|problem| problem.to_string())
        .collect();
    insta::assert_snapshot!(reports.join("\n"));
}

#[test]
fn translations_are_complete() {
    for (metadata, document, _) in documents() {
        let file = read(&format!("{}/translation.en.md", metadata.id));
        let (translation, problems) = translation::align(&document, Locale::en(), &file);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(translation.sentences.len(), document.sentences().count());
    }
}

#[test]
fn a_damaged_translation_is_told_sentence_by_sentence() {
    let (_, document, _) = documents().swap_remove(0);
    let file = read("opinions-2026/translation.en.md");
    let damaged = file.replace("> 发展设施渔业。", "> 发展渔业。").replacen(
        "\n## 3\n",
        "\n## 3\n\n> 多余。\n\nExtra.\n",
        1,
    );
    let (_, problems) = translation::align(&document, Locale::en(), &damaged);
    assert!(problems.iter().any(|p| p.kind == ProblemKind::TranslationStale), "{problems:?}");
}

#[test]
fn skeletons_align_once_filled_in() {
    let (document, _) =
        parse(&"x".into(), DocumentKind::Policy, "标题\n\n一、甲\n\n（一）乙。丙。丁。", 1);
    let skeleton = translation::skeleton(&document, &Locale::en());
    let filled: String =
        skeleton
            .lines()
            .map(|line| {
                if line.starts_with("> ") {
                    format!("{line}\nText.\n")
                } else {
                    format!("{line}\n")
                }
            })
            .collect();
    let (translation, problems) = translation::align(&document, Locale::en(), &filled);
    assert_eq!(problems, []);
    assert!(translation.sentences.iter().all(|text| text == "Text."));
}

/// The document as text: one line per sentence, for snapshots.
fn outline(document: &Document) -> String {
    let mut text = String::new();
    for unit in document.units() {
        let label = match unit {
            UnitRef::Title(_) => "",
            UnitRef::Division(division) => &division.label,
            UnitRef::Provision(provision) => &provision.label,
        };
        writeln!(text, "{} {label}", unit.unit()).expect("a string takes every write");
        for sentence in unit.sentences() {
            writeln!(
                text,
                "  s{} {}:{} {}",
                sentence.number, sentence.line, sentence.column, sentence.text
            )
            .expect("a string takes every write");
        }
    }
    text
}

#[test]
fn each_part_may_number_its_provisions_in_its_own_series() {
    let text = "解读\n\n一、举措\n\n（一）甲。乙。\n\n（二）丙。丁。\n\n二、落实\n\n一是戊。己。\n\n二是庚。辛。";
    let (document, problems) = parse(&"x".into(), DocumentKind::Interpretation, text, 1);
    let numbers: Vec<&str> = document.provisions.iter().map(|p| p.number.as_str()).collect();
    assert_eq!(numbers, ["1.1", "1.2", "2.1", "2.2"]);
    assert_eq!(problems, []);
}

#[test]
fn a_label_without_text_is_kept() {
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, "（一）甲\n\n1.", 1);
    assert_eq!(document.characters(), "（一）甲1.");
}

#[test]
fn a_conjunction_without_what_it_joins_is_reported_and_a_word_that_ends_like_one_is_not() {
    let reported = |text: &str| {
        let (_, problems) = parse(&"x".into(), DocumentKind::Policy, text, 1);
        problems.iter().filter(|p| p.kind == ProblemKind::DanglingConjunction).count()
    };
    for fine in ["引导社会力量参与。", "推进碳达峰碳中和，", "提高普及、", "涉及；", "关系缓和。"]
    {
        assert_eq!(reported(&format!("标题\n\n一、甲\n\n（一）{fine}乙。")), 0, "{fine}");
    }
    for broken in ["农村和，", "政府与。", "牧区及、", "旗县或；", "和，"] {
        assert_eq!(reported(&format!("标题\n\n一、甲\n\n（一）乙{broken}丙。")), 1, "{broken}");
    }
}

#[test]
fn the_history_of_a_law_keeps_its_entries_and_invisible_lines_are_no_text() {
    let text = "法\n\n2012年8月31日 甲会议《关于修改〈法〉的决定》修正\n\n2023年9月1日 乙会议修正\n\n\
                第一编 总 则\n\n\u{200b}\n\n第一章 丙\n\n\u{200b} \u{feff}\n\n第一条 丁，\n\n2030年1月1日起戊。";
    let (document, problems) = parse(&"x".into(), DocumentKind::Law, text, 1);
    let numbers: Vec<&str> = document.provisions.iter().map(|p| p.number.as_str()).collect();
    assert_eq!(numbers, ["0", "1"]);
    let entries: Vec<&str> = document.provisions[0]
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.sentences[0].text.as_str())
        .collect();
    assert_eq!(
        entries,
        ["2012年8月31日 甲会议《关于修改〈法〉的决定》修正", "2023年9月1日 乙会议修正"]
    );
    // A date in a sentence that was broken off is none.
    assert_eq!(document.provisions[1].paragraphs.len(), 1);
    let left_out = problems.iter().filter(|p| p.kind == ProblemKind::Markup).count();
    assert_eq!(left_out, 2, "{problems:?}");
}
