//! A table that a page breaks is one table: its second part has no head of its own.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

#[path = "sample/pages.rs"]
#[expect(dead_code, reason = "each test file uses some of the samples")]
mod pages;

use pages::{Page, pdf};
use sample::{left_out, read};

const COLUMNS: [f64; 4] = [72.0, 200.0, 320.0, 440.0];

/// A page with a table from this height on, its left side moved by so much.
fn table(page: Page, top: f64, moved: f64, rows: &[[&str; 3]]) -> Page {
    let ys: Vec<f64> = (0..=rows.len()).map(|at| top + 30.0 * at as f64).collect();
    let xs = COLUMNS.map(|x| x + moved);
    let mut page = page.grid(&xs, &ys);
    for (row, y) in rows.iter().zip(&ys) {
        for (cell, x) in row.iter().zip(xs) {
            page = page.line(x + 8.0, y + 20.0, 12.0, cell);
        }
    }
    page
}

fn first() -> Page {
    let page = Page::default().lines(72.0, 100.0, &["目标如下："]);
    let rows = [["指标", "单位", "2026年"], ["公路", "公里", "840"], ["桥梁", "座", "2"]];
    table(page, 640.0, 0.0, &rows)
}

const WHOLE: &str = "| 指标 | 单位 | 2026年 |\n| --- | --- | --- |\n| 公路 | 公里 | 840 |\n\
                     | 桥梁 | 座 | 2 |\n| 隧道 | 座 | 1 |\n| 车站 | 个 | 9 |\n";

#[test]
fn the_rest_of_a_table_stands_below_its_rows() {
    let rest = [["隧道", "座", "1"], ["车站", "个", "9"]];
    for moved in [0.0, 20.0] {
        let pages = [first(), table(Page::default(), 72.0, moved, &rest)];
        let imported = read(&pdf(&pages), "a.pdf");
        assert!(imported.text.contains(WHOLE), "{}", imported.text);
        let told =
            imported.problems.iter().any(|problem| problem.message.contains("page 2 goes on"));
        assert!(told, "{:?}", imported.problems);
    }
}

#[test]
fn a_repeated_head_is_no_row_and_is_told() {
    let rest = [["指标", "单位", "2026年"], ["隧道", "座", "1"], ["车站", "个", "9"]];
    let bytes = pdf(&[first(), table(Page::default(), 72.0, 0.0, &rest)]);
    assert!(read(&bytes, "a.pdf").text.contains(WHOLE));
    assert!(left_out(&bytes, "a.pdf").contains("指标　单位　2026年"));
    let captioned = Page::default().line(200.0, 120.0, 12.0, "续表1");
    let bytes = pdf(&[first(), table(captioned, 140.0, 0.0, &rest)]);
    assert!(read(&bytes, "a.pdf").text.contains(WHOLE));
    assert!(left_out(&bytes, "a.pdf").contains("续表1"));
}

#[test]
fn other_tables_stay_apart() {
    let other = [["县", "镇", "村"], ["甲", "乙", "丙"]];
    let named = Page::default().lines(72.0, 120.0, &["各地名单如下："]);
    let text = read(&pdf(&[first(), table(named, 140.0, 0.0, &other)]), "a.pdf").text;
    assert!(text.contains("| 县 | 镇 | 村 |\n| --- |"), "a line stands between: {text}");
    let narrow = Page::default()
        .grid(&[72.0, 150.0, 440.0], &[72.0, 102.0, 132.0])
        .line(80.0, 92.0, 12.0, "县")
        .line(160.0, 92.0, 12.0, "村")
        .line(80.0, 122.0, 12.0, "甲")
        .line(160.0, 122.0, 12.0, "乙");
    let imported = read(&pdf(&[first(), narrow]), "a.pdf");
    assert!(imported.text.contains("| 县 | 村 |\n| --- |"), "{}", imported.text);
    let told = imported.problems.iter().any(|problem| problem.message.contains("other columns"));
    assert!(told, "{:?}", imported.problems);
}
