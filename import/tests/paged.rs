//! PDF and OFD files: characters at places become paragraphs, tables and columns, and what is
//! printed on every page is left out and told.
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

#[path = "sample/pages.rs"]
mod pages;

use corpus::Severity;
use pages::{Page, ofd, pdf};
use sample::{left_out, read, refused};

/// As many Chinese characters as a line of the samples has room for; a Latin one is half as wide.
const FULL: usize = 28;

/// Breaks a paragraph into lines as a printer would.
fn set(paragraph: &str) -> Vec<String> {
    let mut lines = vec!["　　".to_owned()];
    let mut halves = 4;
    for c in paragraph.chars() {
        let width = if c.is_ascii() { 1 } else { 2 };
        if halves + width > 2 * FULL {
            lines.push(String::new());
            halves = 0;
        }
        lines.last_mut().expect("a line").push(c);
        halves += width;
    }
    lines
}

/// Pages of so many lines, numbered, with a header.
fn printed(paragraphs: &[&str], on_a_page: usize) -> Vec<Page> {
    let lines: Vec<String> = paragraphs.iter().flat_map(|paragraph| set(paragraph)).collect();
    let page = |(at, lines): (usize, &[String])| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        Page::default()
            .line(200.0, 50.0, 9.0, "某某市人民政府公报")
            .lines(72.0, 120.0, &lines)
            .line(280.0, 800.0, 12.0, &format!("— {} —", at + 3))
    };
    lines.chunks(on_a_page).enumerate().map(page).collect()
}

const PARAGRAPHS: [&str; 5] = [
    "一、加强道路建设",
    "（一）到2026年新建牧区公路100公里，改造提升旧路三百公里，做到每个苏木都有路通、每条路都有人管，冬季及时除雪。",
    "第二款所称道路，是指县道、乡道和村道。",
    "（二）财政每年安排资金3000万元，由交通运输局会同财政局下达，专款专用，不得挪作他用，年底前向社会公开，接受群众监督和审计。",
    "本意见自印发之日起施行。",
];

#[test]
fn lines_become_paragraphs_across_pages() {
    for (bytes, name) in
        [(pdf(&printed(&PARAGRAPHS, 4)), "a.pdf"), (ofd(&printed(&PARAGRAPHS, 4), "红头"), "a.ofd")]
    {
        let imported = read(&bytes, name);
        assert_eq!(imported.text.trim_end(), PARAGRAPHS.join("\n\n"), "{name}");
        let errors = imported.problems.iter().filter(|p| p.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{name}");
        let left = left_out(&bytes, name);
        assert!(left.contains("某某市人民政府公报") && left.contains("— 3 —"), "{left}");
    }
}

#[test]
fn a_table_with_rules_keeps_rows_and_columns() {
    let page = Page::default()
        .lines(72.0, 100.0, &["目标如下："])
        .grid(&[72.0, 200.0, 320.0, 440.0], &[130.0, 160.0, 190.0, 240.0])
        .line(80.0, 150.0, 12.0, "指标")
        .line(210.0, 150.0, 12.0, "单位")
        .line(330.0, 150.0, 12.0, "2026年")
        .line(80.0, 180.0, 12.0, "公路")
        .line(210.0, 180.0, 12.0, "公里")
        .line(330.0, 180.0, 12.0, "840")
        .line(80.0, 210.0, 12.0, "桥梁（含改造")
        .line(80.0, 230.0, 12.0, "提升）")
        .line(330.0, 210.0, 12.0, "2")
        .lines(72.0, 290.0, &["以上目标由交通运输局负责。"]);
    let expected = "目标如下：\n\n| 指标 | 单位 | 2026年 |\n| --- | --- | --- |\n| 公路 | 公里 | 840 |\n\
                    | 桥梁（含改造提升） | | 2 |\n\n以上目标由交通运输局负责。\n";
    assert_eq!(read(&pdf(std::slice::from_ref(&page)), "a.pdf").text, expected);
    assert_eq!(read(&ofd(&[page], ""), "a.ofd").text, expected);
}

#[test]
fn a_table_without_rules_is_told() {
    let mut page = Page::default().lines(72.0, 100.0, &["各旗县任务如下，请按时完成。"]);
    for (index, row) in
        [["旗县", "公路", "桥梁"], ["甲旗", "120", "3"], ["乙县", "80", "2"]].iter().enumerate()
    {
        for (cell, left) in row.iter().zip([72.0, 220.0, 360.0]) {
            page = page.line(left, 140.0 + 24.0 * index as f64, 14.0, cell);
        }
    }
    let imported = read(&pdf(&[page]), "a.pdf");
    assert!(imported.text.contains("| 甲旗 | 120 | 3 |"), "{}", imported.text);
    let told = imported.problems.iter().any(|problem| {
        problem.severity == Severity::Warning && problem.message.contains("without rules")
    });
    assert!(told, "{:?}", imported.problems);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "　　甲一二三四五六七八九十",
        "甲一二三四五六七八九十再续",
        "甲末行。",
        "　　甲一二三四五六七八九十",
        "甲一二三四五六七八九十再续",
        "甲一二三四五六七八九十再续",
    ];
    let right = [
        "乙接着甲栏的最后一行继续写",
        "乙末行。",
        "　　乙一二三四五六七八九十",
        "乙一二三四五六七八九十再续",
        "乙一二三四五六七八九十再续",
        "乙全文到此结束。",
    ];
    let page = Page::default()
        .line(180.0, 60.0, 22.0, "关于某事的意见和办法全称")
        .lines(72.0, 120.0, &left)
        .lines(310.0, 120.0, &right);
    let imported = read(&pdf(&[page]), "a.pdf");
    let text = imported.text;
    assert!(text.contains("再续乙接着甲栏的最后一行继续写乙末行。\n"), "{text}");
    assert!(text.starts_with("关于某事的意见和办法全称\n"), "{text}");
    assert!(imported.problems.iter().any(|p| p.message.contains("two columns")));
}

#[test]
fn raised_characters_stay_raised() {
    let page = Page::default()
        .lines(72.0, 100.0, &["面积为10平方米。"])
        .line(72.0, 200.0, 16.0, "共10")
        .line(104.0, 194.0, 9.0, "8")
        .line(108.5, 200.0, 16.0, "吨。");
    let text = read(&pdf(&[page]), "a.pdf").text;
    assert!(text.contains("共10⁸吨。"), "{text}");
}

#[test]
fn what_is_no_text_is_refused_with_advice() {
    let shapes = Page { commands: "10 10 m 20 30 l 40 10 l f\n".repeat(300), ..Page::default() };
    refused(&pdf(&[shapes]), "a.pdf", "drawn as shapes");
    let picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI Q\n".to_owned();
    let scan = Page { commands: picture.clone(), ..Page::default() };
    let text = Page::default().lines(72.0, 100.0, &["第一页有文字。"]);
    refused(&pdf(&[text.clone(), scan]), "a.pdf", "page 2 of the PDF is a picture");
    let guessed = Page { commands: format!("{picture}3 Tr\n"), ..text.clone() };
    refused(&pdf(&[guessed]), "a.pdf", "guessed by a machine");
    refused(&pdf(&[Page::default()]), "a.pdf", "no text");
}

#[test]
fn damaged_files_say_so() {
    let whole = pdf(&printed(&PARAGRAPHS, 4));
    refused(&whole[..whole.len() / 2], "a.pdf", "damaged");
    refused(b"%PDF-1.7\n", "a.pdf", "damaged");
    let locked = String::from_utf8_lossy(&whole).replace(
        "/Root 1 0 R",
        "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4>>",
    );
    refused(locked.as_bytes(), "a.pdf", "locked by a password");
}

#[test]
fn a_watermark_is_left_out_and_named() {
    let turned = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <51854E0B> Tj ET\n".to_owned();
    let page = Page { commands: turned, ..Page::default() }.lines(72.0, 100.0, &["正文在此。"]);
    let bytes = pdf(&[page]);
    assert_eq!(read(&bytes, "a.pdf").text, "正文在此。\n");
    assert!(left_out(&bytes, "a.pdf").contains("内下"), "{}", left_out(&bytes, "a.pdf"));
}

/// A page whose last sentence goes on on the next one, with a note at its foot.
fn noted(reference: &str, note: &str) -> Vec<u8> {
    let first = Page::default()
        .lines(72.0, 120.0, &["一、严格保护草原", "（一）全区基本草原"])
        .line(72.0 + 16.0 * 9.0, 142.0, 8.0, reference)
        .line(72.0 + 16.0 * 9.0 + 5.0, 148.0, 16.0, "划定面积不低于3000万亩，严格管控征占")
        .lines(72.0, 176.0, &["用，禁止开垦，每年开展一次检查，结果向社会公开，情节严"])
        .line(72.0, 718.0, 9.0, note);
    let second = Page::default().lines(
        72.0,
        120.0,
        &["重的移送司法机关。", "（二）人工种草200万亩，质量达到国家标准。"],
    );
    pdf(&[first, second])
}

#[test]
fn a_note_at_the_foot_stands_below_its_paragraph() {
    for (reference, note) in [("1", "1 指天然草原和人工草地。"), ("①", "①指天然草原和人工草地。")]
    {
        let imported = read(&noted(reference, note), "a.pdf");
        assert!(
            imported.text.contains("基本草原[^1]划定面积")
                && imported
                    .text
                    .contains("情节严重的移送司法机关。\n\n[^1]: 指天然草原和人工草地。\n\n（二）"),
            "{}",
            imported.text
        );
    }
}

#[test]
fn a_note_without_a_certain_reference_is_told_and_breaks_no_sentence() {
    let imported = read(&noted("2", "1 指天然草原和人工草地。"), "a.pdf");
    assert!(imported.text.contains("情节严重的移送司法机关。\n\n1 指天然"), "{}", imported.text);
    let told = |words: &str| imported.problems.iter().any(|p| p.message.contains(words));
    assert!(told("seems to be a footnote"), "{:?}", imported.problems);
}
