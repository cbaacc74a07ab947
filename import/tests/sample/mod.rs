//! Files made by hand: only the parts that matter, in the words of Word and the web.
#![expect(clippy::expect_used, reason = "a test stops where its sample is wrong")]

use std::io::{Cursor, Write};

use corpus::Severity;
use import::{Imported, Options};

const SPACES: &str =
    r#"xmlns:w="w" xmlns:mc="mc" xmlns:r="r" xmlns:m="m" xmlns:wps="wps" xmlns:v="v""#;

const RELATIONSHIPS: &str = r#"<Relationships><Relationship Id="rId1" Type="t/officeDocument" Target="word/document.xml"/></Relationships>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w" xmlns:mc="mc">
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
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Liste"/></w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="4294967295"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1章　"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="6"/></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="Tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="H"><w:name w:val="hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Up"><w:name w:val="up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"#;

/// A zip with these parts.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a file");
        zip.write_all(content.as_bytes()).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A Word file with this body and these parts beside it.
pub fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document {SPACES}><w:body>{body}</w:body></w:document>");
    let mut parts = vec![
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", document.as_str()),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
    ];
    parts.extend(more);
    zipped(&parts)
}

/// A paragraph with one run.
pub fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// A paragraph with these properties.
pub fn p_with(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph of an automatic list.
pub fn numbered(list: u32, level: u32, words: &str) -> String {
    let setting =
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    p_with(&setting, words)
}

/// A cell with these blocks.
pub fn tc(blocks: &str) -> String {
    format!("<w:tc>{blocks}</w:tc>")
}

/// Reads a file with nothing said about it.
pub fn read(bytes: &[u8], name: &str) -> Imported {
    import::read(bytes, name, &Options::default())
}

/// Checks text and warnings (notices aside) of a file: each warning has these words, in order.
#[track_caller]
pub fn check(bytes: &[u8], name: &str, expected: &str, warnings: &[&str]) {
    let imported = read(bytes, name);
    assert_eq!(imported.text.replace("\n\n", "\n").trim_end(), expected.trim_end());
    let told: Vec<String> = imported
        .problems
        .iter()
        .filter(|problem| problem.severity > Severity::Notice)
        .map(ToString::to_string)
        .collect();
    assert_eq!(told.len(), warnings.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(warnings) {
        assert!(told.contains(expected), "{told} / {expected}");
    }
}

/// The words of everything that was left out.
pub fn left_out(bytes: &[u8], name: &str) -> String {
    let left = read(bytes, name).left_out;
    left.iter().map(|left| format!("{}: {}", left.what, left.words)).collect::<Vec<_>>().join("\n")
}

/// Checks that the file can't be read, and that the error says this.
#[track_caller]
pub fn refused(bytes: &[u8], name: &str, words: &str) {
    let imported = read(bytes, name);
    assert_eq!(imported.text, "", "{name}");
    let error = imported.problems.iter().find(|problem| problem.severity == Severity::Error);
    let error = error.expect("an error").to_string();
    assert!(error.contains(words), "{error} / {words}");
}
