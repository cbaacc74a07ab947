//! Notes and comments of Word files and Markdown.

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
