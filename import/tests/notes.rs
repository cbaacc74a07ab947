//! Notes and comments of Word files, Markdown and pages.

#[expect(dead_code, reason = "each test file uses some of the samples")]
mod sample;

use sample::{check, docx_with, left_out, p, read};

#[test]
fn notes_stand_below_what_refers_to_them() {
    let footnotes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t>统计数。</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"9\"><w:p><w:r><w:t>无人引用。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let text = "<w:p><w:r><w:t>产量5万吨</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>。</w:t></w:r></w:p>";
    let file = docx_with(&[text, &p("下一条。")].concat(), &[("word/footnotes.xml", footnotes)]);
    check(&file, "a.docx", "产量5万吨[^1]。\n[^1]: 统计数。\n下一条。", &[]);
    assert!(left_out(&file, "a.docx").contains("无人引用。"));
}

#[test]
fn comments_are_told_with_their_words() {
    let comments = "<w:comments xmlns:w=\"w\"><w:comment w:id=\"1\"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment></w:comments>";
    let text = "<w:p><w:r><w:t>甲。</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>";
    let file = docx_with(text, &[("word/comments.xml", comments)]);
    check(&file, "a.docx", "甲。", &[]);
    assert_eq!(left_out(&file, "a.docx"), "a comment on this paragraph: 请核实");
}

#[test]
fn notes_of_markdown_stand_below_what_refers_to_them() {
    let text =
        "一、目标\n\n（一）新建公路100公里[^a]。\n\n（二）投资3000万元。\n\n[^a]: 含改造。\n";
    let expected = "一、目标\n（一）新建公路100公里[^a]。\n[^a]: 含改造。\n（二）投资3000万元。";
    check(text.as_bytes(), "a.md", expected, &[]);
    assert!(read(text.as_bytes(), "a.md").problems.iter().any(|p| p.message.contains("note(s)")));
}

#[test]
fn notes_of_pages_stand_below_what_refers_to_them() {
    let rest = "<p>（二）投资3000万元。</p>";
    let expected = "一、目标\n（一）新建公路100公里[^1]。\n[^1]: 含改造。\n（二）投资3000万元。";
    for (reference, note) in [
        // Word
        (
            "<a href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference>[1]</span></a>",
            "<div><hr><div id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> 含改造。</p></div></div>",
        ),
        // MediaWiki
        (
            "<sup id=\"cite_ref-1\" class=reference><a href=\"#cite_note-1\">[1]</a></sup>",
            "<ol class=references><li id=\"cite_note-1\"><span><a href=\"#cite_ref-1\">↑</a></span> <span>含改造。</span></li></ol>",
        ),
        // pandoc
        (
            "<a href=\"#fn1\" class=\"footnote-ref\" id=\"fnref1\"><sup>1</sup></a>",
            "<section class=footnotes><hr><ol><li id=fn1><p>含改造。<a href=\"#fnref1\" class=\"footnote-back\">↩</a></p></li></ol></section>",
        ),
        // Editors on the web, without a way back
        ("<sup><a href=\"#n1\">①</a></sup>", "<p id=n1>① 含改造。</p>"),
    ] {
        let page = format!(
            "<html><body><p>一、目标</p><p>（一）新建公路100公里{reference}。</p>{rest}{note}</body></html>"
        );
        check(page.as_bytes(), "a.html", expected, &[]);
    }
}

#[test]
fn links_that_are_no_references_stay_words() {
    let page = "<html><body><p>目录 <a href=\"#c1\">1</a></p><p id=c1>1.5万亩草原。</p>\
        <p>见<a href=\"#c9\">[9]</a>。</p></body></html>";
    check(page.as_bytes(), "a.html", "目录 1\n1.5万亩草原。\n见[9]。", &[]);
}
