//! Word files: each kind of thing that readers of Word files were seen to lose.

mod sample;

use sample::{check, docx_with, left_out, numbered, p, p_with, refused, tc, zipped};

#[track_caller]
fn body(body: &str, expected: &str, warnings: &[&str]) {
    check(&docx_with(body, &[]), "a.docx", expected, warnings);
}

#[test]
fn a_red_head_that_is_set_as_a_table_is_a_line() {
    let names = tc(&[p("某某县财政局"), p("某某县水利局")].concat());
    let head = format!("<w:tbl><w:tr>{names}{}</w:tr></w:tbl>", tc(&p("文　件")));
    let expected = "某某县财政局　某某县水利局文件\n某财农〔2026〕3号";
    body(&[head, p("某财农〔2026〕3号")].concat(), expected, &[]);
}

#[test]
fn runs_are_joined_and_breaks_kept() {
    let all = "<w:p><w:r><w:t>甲&amp;</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙 </w:t></w:r>\
        <w:r><w:br/></w:r><w:hyperlink><w:r><w:t>&#20002;。</w:t></w:r></w:hyperlink></w:p><w:p/>";
    body(all, "甲& 乙 \n丢。", &[]);
    let paged = "<w:p><w:r><w:t>甲</w:t><w:br w:type=\"page\"/><w:t>附件</w:t></w:r></w:p>";
    body(paged, "甲\n附件", &[]);
    let marks = "<w:p><w:r><w:t>甲</w:t><w:softHyphen/><w:tab/><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r></w:p>";
    body(marks, "甲 3\u{2011}5", &[]);
}

#[test]
fn separate_paragraphs_stay_apart() {
    body(&[p("联系电话：1234567"), p("2026年施行")].concat(), "联系电话：1234567\n2026年施行", &[]);
    let deleted_mark = [p_with("<w:rPr><w:del/></w:rPr>", "甲"), p("乙。")].concat();
    body(&deleted_mark, "甲乙。", &[]);
}

#[test]
fn tables_keep_rows_and_cells_wherever_they_are_wrapped() {
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let sdt =
        |inner: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    let table = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&[tc(&p("指标")), tc(&p("2026年"))].concat()),
        sdt(&row(&[tc(&p("里程")), sdt(&tc(&[p("80公里"), p("以上")].concat()))].concat())),
    );
    body(&table, "| 指标 | 2026年 |\n| --- | --- |\n| 里程 | 80公里<br>以上 |", &[]);
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[tc(&p("内甲")), tc(&p("内乙"))].concat()));
    let outer = format!(
        "<w:tbl>{}</w:tbl>",
        row(&[tc(&format!("{}{inner}", p("外"))), tc(&p("右格"))].concat())
    );
    body(&outer, "| 外<br>内甲　内乙 | 右格 |\n| --- | --- |", &[]);
    let frame = format!("<w:tbl>{}</w:tbl>", row(&tc(&[p("一、甲"), p("（一）乙。")].concat())));
    body(&frame, "一、甲\n（一）乙。", &[]);
}

#[test]
fn merged_cells_and_numbers_in_cells() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val=\"restart\"/>", "序号"),
        cell("<w:gridSpan w:val=\"2\"/>", "年份"),
        cell("<w:vMerge/>", ""),
        tc(&numbered(1, 2, "甲")),
        tc(&numbered(1, 2, "乙")),
    );
    body(&table, "| 序号 | 年份 | |\n| --- | --- | --- |\n| | 1.甲 | 2.乙 |", &[]);
}

#[test]
fn deleted_and_hidden_rows_are_told() {
    let row = |properties: &str, words: &str| {
        format!("<w:tr><w:trPr>{properties}</w:trPr>{}{}</w:tr>", tc(&p(words)), tc(&p("1公里")))
    };
    let table = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row("", "甲"),
        row("<w:del/>", "乙"),
        row("<w:hidden/>", "丙")
    );
    body(&table, "| 甲 | 1公里 |\n| --- | --- |", &["乙", "丙"]);
}

#[test]
fn hidden_text_by_run_and_by_styles() {
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
    };
    for hiding in ["<w:vanish/>", "<w:rStyle w:val=\"H\"/>"] {
        body(&format!("<w:p>{}{}</w:p>", run("", "甲。"), run(hiding, "批注")), "甲。", &["批注"]);
    }
    let unhidden = run("<w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/>", "可见。");
    body(&format!("<w:p>{unhidden}</w:p>"), "可见。", &[]);
    let all = [p("甲。"), p_with("<w:pStyle w:val=\"Unseen\"/>", "整段")].concat();
    body(&all, "甲。", &["整段"]);
}

#[test]
fn raised_and_lowered_text() {
    let raised = |properties: &str, words: &str| {
        format!(
            "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let up = "<w:vertAlign w:val=\"superscript\"/>";
    body(&raised(up, "8"), "10⁸", &[]);
    body(&raised("<w:rStyle w:val=\"Up\"/>", "-3"), "10⁻³", &[]);
    body(&raised("<w:vertAlign w:val=\"subscript\"/>", "2"), "10₂", &[]);
    body(&raised(up, "注"), "10注", &["superscript or subscript"]);
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let all = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:t>文。</w:t></w:r></w:p>";
    body(all, "新文。", &["旧移", "新"]);
    let struck = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>划去</w:t></w:r><w:r><w:t>留下。</w:t></w:r></w:p>";
    body(struck, "划去留下。", &["struck through"]);
}

#[test]
fn headers_footers_and_watermarks_are_told() {
    let header = "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>某政发〔2026〕1号</w:t></w:r></w:p></w:hdr>";
    let footer = "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>";
    let mark = "<w:hdr xmlns:w=\"w\" xmlns:v=\"v\"><w:p><w:r><w:pict><v:shape><v:textpath string=\"征求意见稿\"/></v:shape></w:pict></w:r></w:p></w:hdr>";
    let parts = [("word/header1.xml", header), ("word/footer1.xml", footer)];
    check(&docx_with(&p("甲。"), &parts), "a.docx", "甲。", &["某政发〔2026〕1号"]);
    let watermarked = docx_with(&p("甲。"), &[("word/header2.xml", mark)]);
    assert!(left_out(&watermarked, "a.docx").contains("the watermark: 征求意见稿"));
}

#[test]
fn contents_lists_are_no_text() {
    let line = |words: &str| p_with("<w:pStyle w:val=\"TOC1\"/>", words);
    let all =
        [p("某规划"), p("目　录"), line("一、总体 1"), line("二、保障 3"), p("一、总体")].concat();
    body(&all, "某规划\n一、总体", &[]);
    let field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>一、总体 1</w:t></w:r></w:p>\
        <w:p><w:r><w:t>二、保障 2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    body(&[field, &p("一、总体")].concat(), "一、总体", &[]);
}

#[test]
fn results_of_fields_are_text() {
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        )
    };
    let result = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>（二）</w:t></w:r>";
    body(&field("REF a", result), "见（二）", &[]);
    body(&field("eq \\o\\ac(○,2)", ""), "见②", &[]);
    body(&field("EQ \\f(1,2)", ""), "见", &["equation field"]);
    let tick = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>主动公开</w:t></w:r></w:p>";
    body(tick, "☑主动公开", &[]);
    let open = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r></w:p>";
    body(&[open, &p("后文。")].concat(), "后文。", &["damaged field"]);
}

#[test]
fn symbols_are_taken_over_or_told() {
    let symbol = |font: &str, code: &str| {
        format!(
            "<w:p><w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/><w:t>主动公开</w:t></w:r></w:p>"
        )
    };
    body(&symbol("Wingdings 2", "F052"), "☑主动公开", &["F052"]);
    body(&symbol("Webdings", "F099"), "主动公开", &["F099"]);
}

#[test]
fn text_boxes_count_once_and_pictures_are_told() {
    let boxed = "<w:p><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r>\
        <w:t>框内。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>\
        <w:pict><w:txbxContent><w:p><w:r><w:t>框内。</w:t></w:r></w:p></w:txbxContent></w:pict>\
        </mc:Fallback></mc:AlternateContent></w:p>";
    body(boxed, "框内。", &["text box"]);
    let picture = "<w:p><w:r><w:drawing><wp:docPr descr=\"路线图\"/></w:drawing></w:r><w:r><w:t>图。</w:t></w:r></w:p>";
    body(picture, "图。", &["路线图"]);
}

#[test]
fn readings_formulas_and_placeholders() {
    let ruby = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>chún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>莼</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    body(ruby, "莼", &[]);
    let power = "<w:p><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>8</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>";
    body(power, "10⁸", &["formula"]);
    let fraction = "<w:p><m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>";
    body(fraction, "2/3", &["formula"]);
    let placeholder = "<w:p><w:r><w:t>甲。</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击输入</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    body(placeholder, "甲。", &["单击输入"]);
}

#[test]
fn embedded_documents_are_taken_over_where_they_stand() {
    let relationships = "<Relationships><Relationship Id=\"r5\" Type=\"t/aFChunk\" Target=\"chunk.html\"/></Relationships>";
    let chunk = "<html><body><p>投资800万元。</p><p>完。</p></body></html>";
    let parts = [("word/_rels/document.xml.rels", relationships), ("word/chunk.html", chunk)];
    let text = [&p("甲。"), "<w:altChunk r:id=\"r5\"/>", &p("乙。")].concat();
    check(&docx_with(&text, &parts), "a.docx", "甲。\n投资800万元。\n完。\n乙。", &["chunk.html"]);
    let lost = docx_with(&text, &[("word/chunk.html", chunk)]);
    assert!(left_out(&lost, "a.docx").contains("投资800万元"));
}

#[test]
fn the_main_part_is_found_by_its_relationship() {
    let relationships = "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", p("甲。"));
    let file = zipped(&[("_rels/.rels", relationships), ("word/document2.xml", &document)]);
    check(&file, "a.docx", "甲。", &[]);
}

#[test]
fn damaged_files_say_so() {
    refused(b"no zip", "a.docx", "save it");
    refused(&docx_with("<w:p><w:r>", &[]), "a.docx", "save it");
    refused(&docx_with(&"<w:x>".repeat(300), &[]), "a.docx", "256 deep");
    refused(&docx_with("", &[]), "a.docx", "no text");
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document xmlns:w=\"w\"/>";
    let parts = [("_rels/.rels", "<R/>"), ("word/document.xml", bomb)];
    refused(&zipped(&parts), "a.docx", "document type");
}
