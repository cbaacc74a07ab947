//! Word files made by hand: only the parts that matter here.

use std::io::{Cursor, Write};

use super::text;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlRestart w:val="0"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%4）"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Tiao"/><w:lvlText w:val="第%1条"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="Tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
</w:styles>"#;

fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        ("word/document.xml", document.as_str()),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
    ] {
        zip.start_file(name, options).expect("a file");
        zip.write_all(content.as_bytes()).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

fn numbered(list: u32, level: u32, words: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
    )
}

fn styled(style: &str, words: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
}

#[track_caller]
fn check(body: &str, expected: &str, problems: &[&str]) {
    let (text, found) = text(&docx(body));
    assert_eq!(text.replace("\n\n", "\n"), expected);
    let found: Vec<String> =
        found.iter().map(|p| format!("{}: {}", p.at.line, p.message)).collect();
    assert_eq!(found.len(), problems.len(), "{found:?}");
    for (found, expected) in found.iter().zip(problems) {
        assert!(found.contains(expected), "{found} / {expected}");
    }
}

#[test]
fn automatic_numbers_become_text() {
    let body = [
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
    let expected = "一、道路\n（一）修好村路。\n1.新建。\n（1）甲。\n2.改建。\n二、附则\n（二）施行。\n1.另列。\n2.再列。\n";
    check(&body, expected, &[]);
}

#[test]
fn styles_bring_numbers_and_headings() {
    let body = [
        styled("1", "第一章　总则"),
        styled("Tiao", "为了修路。"),
        styled("Tiao", "适用本法。"),
        numbered(2, 1, "细目。"),
        styled("1", "这一段在标题样式里，却是正文。"),
    ]
    .concat();
    let expected = "## 第一章　总则\n第一条　为了修路。\n第二条　适用本法。\n2.1细目。\n这一段在标题样式里，却是正文。\n";
    check(&body, expected, &[]);
}

#[test]
fn runs_are_joined_and_entities_resolved() {
    let body = "<w:p><w:r><w:t>甲&amp;</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙 </w:t></w:r>\
        <w:r><w:br/></w:r><w:hyperlink><w:r><w:t>&#20002;。</w:t></w:r></w:hyperlink></w:p><w:p/>";
    check(body, "甲& 乙 \n丢。\n", &[]);
}

#[test]
fn what_text_has_no_room_for_is_told() {
    let body = [
        "<w:p><w:r><w:t>第一。</w:t></w:r></w:p>",
        "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
         <w:r><w:t>文。</w:t><w:footnoteReference/></w:r></w:p>",
        &numbered(3, 0, "圆点。"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:drawing/></w:r><w:r><w:t>图。</w:t></w:r></w:p>",
    ]
    .concat();
    check(
        &body,
        "第一。\n新文。\n圆点。\n甲　1\n图。\n",
        &["inserted", "deleted", "footnote", "bullet", "table", "picture"],
    );
}

#[test]
fn a_text_box_counts_once() {
    let body = "<w:p><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r>\
        <w:t>框内。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>\
        <w:pict><w:txbxContent><w:p><w:r><w:t>框内。</w:t></w:r></w:p></w:txbxContent></w:pict>\
        </mc:Fallback></mc:AlternateContent></w:p>";
    check(body, "框内。\n", &["text box"]);
}

#[test]
fn damaged_files_say_so() {
    for bytes in [&b"no zip"[..], &docx("<w:p><w:r>")[..], &docx(&"<w:x>".repeat(300))[..]] {
        let (text, problems) = text(bytes);
        assert_eq!(text, "");
        assert!(problems[0].message.contains("save it"), "{}", problems[0]);
    }
}
