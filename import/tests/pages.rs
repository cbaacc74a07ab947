//! Web pages as they are saved.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

use sample::{check, left_out, read};

fn page(body: &str) -> Vec<u8> {
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{body}</body></html>")
        .into_bytes()
}

#[track_caller]
fn body(inner: &str, expected: &str, warnings: &[&str]) {
    check(&page(inner), "a.html", expected, warnings);
}

const TEXT: &str =
    "<p>各县人民政府：</p><p>一、总体要求</p><p>（一）建设目标。到2026年，新建公路100公里。</p>";
const READ: &str = "各县人民政府：\n一、总体要求\n（一）建设目标。到2026年，新建公路100公里。";

#[test]
fn what_stands_around_the_text_is_left_out_and_named() {
    let around = format!(
        "<div class=nav><a href=/>首页</a></div><div id=content>{TEXT}</div><div class=footer>主办：某某市</div><script>var a=\"恶\"</script>"
    );
    body(&around, READ, &[]);
    let told = left_out(&page(&around), "a.html");
    assert!(
        told.contains("首页") && told.contains("主办：某某市") && !told.contains("恶"),
        "{told}"
    );
}

#[test]
fn sentences_beside_the_longest_part_stay() {
    let inner = format!(
        "<div><p>为加强公路建设，提出以下意见。</p></div><div>{TEXT}{}</div>",
        "<p>长而又长的一段文字说明各项任务。</p>".repeat(20)
    );
    assert!(read(&page(&inner), "a.html").text.starts_with("为加强公路建设"));
}

#[test]
fn titles_come_from_the_head_where_the_text_has_none() {
    let inner = format!("<h1>关于修路的意见</h1><div>{TEXT}</div>");
    body(&inner, &format!("## 关于修路的意见\n{READ}"), &[]);
    let inner = format!("<div><h2>关于修路的意见</h2>{TEXT}</div>");
    body(&inner, &format!("## 关于修路的意见\n{READ}"), &[]);
}

#[test]
fn the_document_number_above_the_text_belongs_to_it() {
    let above = "<h2>关于修路的意见</h2><center>某政发〔2026〕12号</center><p>来源：某某局</p>";
    let more = "各地要按期完成各项任务。".repeat(4);
    let inner = format!("{above}<div>{TEXT}<p>{more}</p></div>");
    body(&inner, &format!("## 关于修路的意见\n某政发〔2026〕12号\n{READ}\n{more}"), &[]);
    let told = left_out(&page(&inner), "a.html");
    assert!(!told.contains("某政发") && told.contains("来源：某某局"), "{told}");
    // What the text says itself does not come twice.
    let twice = format!("{above}<div><p>某政发〔2026〕12号</p>{TEXT}<p>{more}</p></div>");
    assert_eq!(read(&page(&twice), "a.html").text.matches("某政发").count(), 1);
    assert!(left_out(&page(&twice), "a.html").contains("某政发"), "what is not taken over is told");
    let old = inner.replace(above, "<ul><li>某政发〔2019〕5号</li></ul>");
    let old = old.replace("<div>", "<div><p>某政发〔2026〕12号</p>");
    assert!(!read(&page(&old), "a.html").text.contains("2019"));
}

#[test]
fn titles_stand_above_the_text_under_many_names() {
    let more = "各地要按期完成各项任务，并且每季度报送进展情况。".repeat(4);
    let expected = format!("## 关于修路的意见\n{READ}\n{more}");
    for above in [
        "<div class=con-title>关于修路的意见</div><div class=con-info>来源：某某局</div>",
        "<table><tr><td><font size=5>关于修路的意见</font></td></tr></table>",
        "<div class=menu-title>信息公开目录</div><h2>关于修路的意见</h2>",
    ] {
        let inner = format!(
            "{above}<div>{TEXT}<p>{more}</p></div><div><h3>猜你喜欢</h3><a>关于修桥的通知</a></div>"
        );
        body(&inner, &expected, &[]);
    }
}

#[test]
fn what_word_brings_along_when_it_is_pasted_is_no_text() {
    let pasted = "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->";
    body(&format!("<div>{pasted}{TEXT}</div>"), READ, &[]);
}

#[test]
fn a_text_that_the_page_shows_by_script_is_the_text() {
    let inner = format!("<div id=js_content style='visibility: hidden; opacity: 0'>{TEXT}</div>");
    body(&inner, READ, &[]);
    let beside = "<p style='visibility:hidden'>不公开</p>";
    body(&format!("<div>{TEXT}{beside}</div>"), READ, &[]);
}

#[test]
fn hidden_text_is_left_out() {
    for hiding in ["style='display: none'", "hidden", "class=x"] {
        let inner =
            format!("<style>.x{{display:none}}</style><div>{TEXT}<p {hiding}>不公开</p></div>");
        body(&inner, READ, &[]);
        assert!(left_out(&page(&inner), "a.html").contains("不公开"), "{hiding}");
    }
}

#[test]
fn tables_are_tables() {
    let table = "<table><tr><th rowspan=2>指标<th colspan=2>年份</tr><tr><th>2025年<th>2026年</tr><tr><td>公路<p>里程</p><td>80公里<td>100公里</table>";
    let expected = format!(
        "{READ}\n| 指标 | 年份 | |\n| --- | --- | --- |\n| | 2025年 | 2026年 |\n| 公路<br>里程 | 80公里 | 100公里 |"
    );
    body(&format!("<div>{TEXT}{table}</div>"), &expected, &[]);
}

#[test]
fn lists_are_counted_as_a_browser_does() {
    let list = "<ol start=3><li>甲。<li>3个县试点。</ol><ol type=a><li>乙。</ol><ul><li>丙。</ul>";
    let expected = format!("{READ}\n3. 甲。\n4. 3个县试点。\na. 乙。\n丙。");
    body(&format!("<div>{TEXT}{list}</div>"), &expected, &[]);
}

#[test]
fn powers_breaks_entities_and_white_space() {
    body("<p>库容10<sup>8</sup>立方米，CO<sub>2</sub>。</p>", "库容10⁸立方米，CO₂。", &[]);
    body("<div>甲&amp;乙。<br>　　丙&#20002;。</div>", "甲&乙。\n丙丢。", &[]);
    body("<p>新建\n  公路\n 100 公里。</p>", "新建公路 100 公里。", &[]);
    body("<p>甲<del>乙</del>丙。</p>", "甲乙丙。", &["struck through"]);
}

#[test]
fn pictures_and_attached_files_are_told() {
    let inner =
        format!("<div>{TEXT}<p>图<img src=a.png alt=路线图></p><a href=\"/b.pdf\">附件</a></div>");
    body(&inner, &format!("{READ}\n图\n附件"), &["路线图", "/b.pdf"]);
}

#[test]
fn pages_say_their_encoding_and_sometimes_wrongly() {
    let text =
        "<html><head><meta charset=gb2312></head><body><p>到2026年建成公路。</p></body></html>";
    let bytes = encoding_rs::GB18030.encode(text).0.into_owned();
    check(&bytes, "a.html", "到2026年建成公路。", &[]);
    check(text.as_bytes(), "a.html", "到2026年建成公路。", &[]);
}

#[test]
fn endless_nesting_is_refused() {
    let page = page(&"<div>".repeat(200_000));
    sample::refused(&page, "a.html", "deep");
}

#[test]
fn lists_of_other_pages_below_the_text_are_left_out_and_named() {
    let links = "<h4>相关链接</h4><ul><li><a>县里召开会议</a> 2026-02-20</li><li><a>另一份通知</a> 2026-01-15</li></ul>";
    let inner = format!("<div><h1>关于修路的意见</h1><div>{TEXT}</div><div>{links}</div></div>");
    body(&inner, &format!("## 关于修路的意见\n{READ}"), &[]);
    let told = left_out(&page(&inner), "a.html");
    assert!(told.contains("另一份通知"), "{told}");
    // With a sentence below, it is a part of the text.
    let inner = format!("<div>{TEXT}<h4>相关链接</h4><p>本意见的背景见附件。</p></div>");
    assert!(read(&page(&inner), "a.html").text.contains("相关链接"));
}
