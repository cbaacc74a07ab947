//! What stands on the page of a preview, and which files it may take the place of.

use corpus::{DocumentKind, parse};

use super::*;

#[test]
fn measures_tables_figures_and_problems_stand_in_place() {
    let text = "某政发〔2025〕3号\n\n关于修路的通知\n\n一、道路\n\n（一）修路。新建公路100公里以上,\
                <b>路面</b>宽5米。\n\n| 路 | 投资（万元） |\n| --- | --- |\n| 村路 | 120 |\n\n\
                （三）管路。落实 road 责任。\n";
    let (document, problems) = parse(&"roads".into(), DocumentKind::Policy, text, 1);
    let page = preview(&document, &problems, "roads<1>.docx");
    let (above, text) = page.split_once("</details>").expect("problems, then the text");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(page.contains("发文字号：某政发〔2025〕3号"));
    let read = "<mark>100公里以上</mark><small>目标 不低于 100 公里</small>";
    assert!(page.contains(read), "{page}");
    assert!(page.contains("<th>投资（万元）</th>"));
    assert!(page.contains("120万 元</small>"), "{page}");
    assert!(page.contains("&lt;b&gt;路面") && !page.contains("<b>"));
    assert!(page.contains("roads&lt;1&gt;.docx"));
    let jumped = place("number 3 where 2 was expected");
    assert!(place("落实") < jumped || place("管路") < jumped);
    assert!(place("half-width") < place("<table>"), "{page}");
    assert!(problems.len() > 2, "{problems:?}");
    for index in 0..problems.len() {
        assert!(above.contains(&format!("href=\"#problem-{index}\"")), "{above}");
        assert!(text.contains(&format!("id=\"problem-{index}\"")), "{text}");
    }
    let warnings = problems.iter().filter(|p| p.severity == Severity::Warning).count();
    assert_eq!(text.matches("class=\"warning\"").count(), warnings);
}

#[test]
fn large_numbers_are_counted_as_they_are_read() {
    let told = [0.5, 100.0, 9999.0, 10_000.0, 12_345.0, 10_000_000.0, 1_070_000_000.0, 1e8 / 3.0];
    let expected = ["0.5", "100", "9999", "1万", "1.2345万", "1000万", "10.7亿"];
    assert_eq!(told[..7].iter().map(|value| number(*value)).collect::<Vec<_>>(), expected);
    assert!(!number(told[7]).contains('亿'), "a third is not shortened");
}

#[test]
fn only_a_preview_gives_way_to_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let (page, other) = (folder.path().join("page.html"), folder.path().join("other.html"));
    std::fs::write(&other, "<p>mine</p>").expect("written");
    write(GENERATOR, &page).expect("a new file");
    write(&format!("{GENERATOR} again"), &page).expect("one of ours");
    assert!(std::fs::read_to_string(&page).expect("read").ends_with("again"));
    assert!(write(GENERATOR, &other).expect_err("refused").to_string().contains("not a preview"));
    assert_eq!(std::fs::read_to_string(&other).expect("read"), "<p>mine</p>");
}
