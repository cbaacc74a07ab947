//! How texts are set: numbers by levels, columns, names above their text, the head of minutes, what a
//! copy out of a PDF repeats, and marks of Markdown.

use corpus::{DocumentKind, Severity};

use crate::{check, left_out, read};

#[test]
fn a_link_of_markdown_is_its_words_and_the_rest_is_told() {
    let text = "# 通知\n\n（一）见[《办法》](https://example.gov.cn/a.html \"原文\")和![图1](./map.png)，\
        [附表](b.html#t3)、[2026](12号)、[注](见下)、a[1](2)照旧。";
    let (document, problems) = read(DocumentKind::Policy, text);
    assert!(
        document
            .characters()
            .ends_with("见《办法》和图1，附表、[2026](12号)、[注](见下)、a[1](2)照旧。"),
        "{}",
        document.characters()
    );
    let told: Vec<&str> = problems.iter().map(|p| p.message.as_str()).collect();
    for words in ["https://example.gov.cn/a.html \"原文\"", "./map.png"] {
        assert!(told.iter().any(|message| message.contains(words)), "{told:?}");
    }
    assert!(problems.iter().all(|p| p.severity == Severity::Notice), "{problems:?}");
}

#[test]
fn lines_in_columns_are_rows_of_their_own() {
    let text = "表\n\n（一）安排如下：\n\n村名    岗位    人数\n上坝    护林员    12\n下坝\t保洁员\t18\n\n\
        （二）乙，\n接着乙。";
    let (document, _) = read(DocumentKind::Policy, text);
    let paragraphs: Vec<usize> = document.provisions.iter().map(|p| p.paragraphs.len()).collect();
    assert_eq!(paragraphs, [4, 1]);
}

#[test]
fn numbers_by_levels_number_parts_measures_and_paragraphs() {
    let text = "某市应急预案\n\n1 总则\n1.1 编制目的\n为及时处置，制定本预案。\n1.2 分级\n1.2.1 重大疫情（Ⅰ级）\n\
        在21日内，有10个以上县发生。\n2 组织\n2.1 指挥部\n成员共23家，\n由副市长任总指挥。\n2.2专家组\n由7名专家组成。";
    let (document, problems) = read(DocumentKind::Policy, text);
    let parts: Vec<String> = document
        .divisions
        .iter()
        .map(|division| format!("{} {} {}", division.number, division.label, division.title.text))
        .collect();
    assert_eq!(parts, ["1 1 总则", "1.2 1.2 分级", "2 2 组织"]);
    let measures: Vec<String> = document
        .provisions
        .iter()
        .map(|p| format!("{} {} {} {}", p.number, p.label, p.heading(), p.paragraphs.len()))
        .collect();
    assert_eq!(
        measures,
        [
            "1.1 1.1 编制目的 1",
            "1.2.1 1.2.1 重大疫情（Ⅰ级） 1",
            "2.1 2.1 指挥部 1",
            "2.2 2.2 专家组 1"
        ]
    );
    assert!(problems.iter().all(|p| p.severity == Severity::Notice), "{problems:?}");
    // Amounts and rows that do not count on from 1 are text.
    let text = "通知\n\n（一）甲。\n\n1.5 万亩\n2 张三 3\n1.2万亩。\n\n（二）乙。";
    check(text, &["1 （一）", "2 （二）"]);
}

#[test]
fn a_short_line_with_a_number_names_what_stands_below_it() {
    let text = "方案\n\n1.总体要求\n坚持预防为主、防灭结合，确保受害率控制在0.9‰以内。\n2.重点任务\n(1)加强管控\n\
        ①设置检查站。在路口设置检查站36个。\n3.在路口设置检查站并由各乡镇\n派人值守。";
    let (document, _) = read(DocumentKind::Policy, text);
    let sentences: Vec<&str> =
        document.sentences().map(|(_, sentence)| sentence.text.as_str()).collect();
    assert!(sentences.contains(&"总体要求"), "{sentences:?}");
    assert!(sentences.contains(&"在路口设置检查站并由各乡镇派人值守。"), "{sentences:?}");
}

#[test]
fn struck_words_stay_without_their_marks() {
    let text = "# 通知\n\n（一）公示~~七日~~五日。";
    let (document, problems) = corpus::parse(&"a".into(), corpus::DocumentKind::Policy, text, 1);
    let last = document.sentences().last().map(|(_, sentence)| sentence.text.clone());
    assert_eq!(last.as_deref(), Some("公示七日五日。"));
    let told = problems.iter().any(|problem| {
        problem.severity == corpus::Severity::Warning && problem.message.contains("七日")
    });
    assert!(told, "{problems:?}");
}

#[test]
fn italics_are_marks_in_markdown_only() {
    let end = |text: &str| read(DocumentKind::Policy, text).0.characters();
    assert!(end("# 通知\n\n（一）高中*原则上*就近。").ends_with("高中原则上就近。"));
    assert!(end("# 通知\n\n（一）张*、李*领奖，2*3米。").ends_with("张*、李*领奖，2*3米。"));
    assert!(end("通知\n\n（一）高中*原则上*就近。").ends_with("高中*原则上*就近。"));
}

#[test]
fn minutes_have_a_head_too() {
    let text = "某区人民政府专题会议纪要\n\n〔2026〕第9期\n\n某区人民政府办公室　　　　2026年3月18日\n\n\
        研究加装电梯工作\n\n会议议定：\n\n（一）甲。\n\n（二）乙。";
    let (document, _) = read(DocumentKind::Policy, text);
    let title: Vec<&str> = document.title.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(title, ["某区人民政府专题会议纪要", "研究加装电梯工作"]);
    assert_eq!(document.sentences().count(), 2 + 2 + 1 + 2);
}

#[test]
fn page_numbers_are_no_text_and_are_told() {
    for number in ["— 3 —", "-12-", "第 3 页", "第3页 共10页", "第3页/共10页"] {
        let text =
            format!("通知\n\n一、路\n\n（一）修路一百公\n\n{number}\n\n里。种树。\n\n（二）乙。");
        let (document, _) = read(DocumentKind::Policy, &text);
        let first = document.provisions[0].sentences().next().map(|s| s.text.as_str());
        assert_eq!(first, Some("修路一百公里。"), "{number}");
        assert_eq!(left_out(&text), [(7, 1)], "{number}");
    }
    for text in ["3", "—三—", "第3页见附件", "-3.5-"] {
        let text = format!("通知\n\n（一）甲：\n\n{text}");
        assert_eq!(left_out(&text), [], "{text}");
    }
}

#[test]
fn what_is_written_for_programs_at_the_top_of_markdown_is_left_out_and_told() {
    let text = "---\ntitle: 若干措施\ndate: 2025-06-30\ntags:\n  - 海洋\n---\n\n# 某市若干措施\n\n第一条 修港。\n\n第二条 造船。";
    let (document, problems) = read(DocumentKind::Policy, text);
    assert_eq!(document.title[0].text, "某市若干措施");
    assert_eq!(document.characters(), "某市若干措施第一条修港。第二条造船。");
    assert_eq!(problems.iter().filter(|p| p.message.contains("for programs")).count(), 6);
    // Rulers and lines with a colon alone are no such thing.
    let (document, _) =
        read(DocumentKind::Policy, "---\n\n时间：今天\n\n---\n\n（一）甲。\n\n（二）乙。");
    assert!(document.sentences().any(|(_, own)| own.text == "时间：今天"));
    let text = "---\n- 修港口\n- 造渔船\n---\n\n# 标题\n\n（一）甲。\n\n（二）乙。";
    let (document, _) = read(DocumentKind::Policy, text);
    assert!(document.characters().contains("修港口"));
}

#[test]
fn names_one_on_a_line_are_not_one_broken_line() {
    let text = "关于表彰的决定\n\n经研究，决定授予下列单位称号，希望它们再接再厉，再创佳绩，各单位要以它们为榜样。\n\n\
                县林业局造林站\n县水务局河道所\n县第一中学\n\n渠道要修好，桥梁要加固，道路要拓宽，还要种树\n种草。";
    let (document, _) = read(DocumentKind::Policy, text);
    let sentences: Vec<&str> = document.sentences().map(|(_, own)| own.text.as_str()).collect();
    for name in ["县林业局造林站", "县水务局河道所", "县第一中学"] {
        assert!(sentences.contains(&name), "{sentences:?}");
    }
    assert!(
        sentences.contains(&"渠道要修好，桥梁要加固，道路要拓宽，还要种树种草。"),
        "{sentences:?}"
    );
}
