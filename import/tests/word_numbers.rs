//! Word's automatic numbers, as Word prints them.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

use sample::{check, docx_with, numbered, p_with};

#[track_caller]
fn body(body: &str, expected: &str, warnings: &[&str]) {
    check(&docx_with(body, &[]), "a.docx", expected, warnings);
}

#[test]
fn automatic_numbers_become_text() {
    let all = [
        numbered(1, 0, "道路"),
        numbered(1, 1, "修好村路。"),
        numbered(1, 2, "新建。"),
        numbered(1, 3, "甲。"),
        numbered(1, 2, "改建。"),
        numbered(1, 0, "附则"),
        numbered(1, 1, "施行。"),
        numbered(4, 2, "另列。"),
        numbered(4, 2, "再列。"),
    ]
    .concat();
    let expected = "一、道路\n（一）修好村路。\n1.新建。\n（1）甲。\n2.改建。\n二、附则\n（二）施行。\n1.另列。\n2.再列。";
    body(&all, expected, &[]);
}

#[test]
fn styles_bring_numbers_and_headings() {
    let styled =
        |style: &str, words: &str| p_with(&format!("<w:pStyle w:val=\"{style}\"/>"), words);
    let all = [
        styled("1", "第一章　总则"),
        styled("Tiao", "为了修路。"),
        styled("Tiao", "适用本法。"),
        numbered(2, 1, "细目。"),
        styled("1", "这一段在标题样式里，却是正文。"),
    ]
    .concat();
    let expected = "## 第一章　总则\n第一条　为了修路。\n第二条　适用本法。\n2.1　细目。\n这一段在标题样式里，却是正文。";
    body(&all, expected, &[]);
}

#[test]
fn numbers_by_list_styles_and_new_formats() {
    body(&[numbered(5, 0, "甲"), numbered(5, 1, "乙")].concat(), "一、甲\n（一）乙", &[]);
    body(&[numbered(7, 0, "甲"), numbered(7, 0, "乙")].concat(), "1.甲\n2.乙", &[]);
}

#[test]
fn the_gap_behind_a_chapter_may_stand_in_its_label() {
    body(
        &[numbered(8, 0, "总则"), numbered(8, 0, "附则")].concat(),
        "第一章　总则\n第二章　附则",
        &[],
    );
}

#[test]
fn a_number_that_cannot_be_counted_on_stays() {
    body(
        &[numbered(6, 0, "甲"), numbered(6, 0, "乙")].concat(),
        "4294967295.甲\n4294967295.乙",
        &[],
    );
}

#[test]
fn a_number_and_a_figure_do_not_run_together() {
    let all = [numbered(1, 2, "2026年新建公路。"), numbered(1, 2, "3个县试点。")].concat();
    body(&all, "1. 2026年新建公路。\n2. 3个县试点。", &[]);
}

#[test]
fn deleted_numbered_paragraphs_are_not_counted_and_empty_ones_are() {
    let deleted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>\
        <w:del><w:r><w:delText>删去。</w:delText></w:r></w:del></w:p>";
    let all = [&numbered(1, 1, "甲。"), deleted, &numbered(1, 1, "乙。")].concat();
    body(&all, "（一）甲。\n（二）乙。", &["删去。"]);
    let empty = [numbered(1, 1, "甲。"), numbered(1, 1, ""), numbered(1, 1, "乙。")].concat();
    body(&empty, "（一）甲。\n（三）乙。", &[]);
}
