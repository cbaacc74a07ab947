//! Documents as they come: what stands around the measures, and labels in every habit.

mod setting;

use corpus::{Document, DocumentKind, Field, Problem, ProblemKind, Severity, State, parse};

fn read(kind: DocumentKind, text: &str) -> (Document, Vec<Problem>) {
    parse(&"x".into(), kind, text, 1)
}

/// Every provision as `number label`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (document, _) = read(DocumentKind::Policy, text);
    let found: Vec<String> =
        document.provisions.iter().map(|p| format!("{} {}", p.number, p.label)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_close_is_no_part_of_the_last_measure() {
    for close in [
        "某县财政局\n\n2025年7月8日",
        "某县财政局\n某县民政局\n二〇二五年七月八日",
        "某县财政局\n\n2025年7月8日\n\n（此件公开发布）",
        "附件：1.补助标准\n\n2.申请表\n\n某县财政局\n\n2025年7月8日",
        "（此件主动公开）",
    ] {
        let text = format!("某县通知\n\n一、总则\n\n（一）甲。\n\n（二）乙。\n\n{close}");
        check(&text, &["1 （一）", "2 （二）", "close "]);
    }
    // A date that the text goes on behind is no close.
    let text = "某县通知\n\n一、总则\n\n（一）从\n\n2025年7月8日\n\n起施行。\n\n（二）乙。";
    check(text, &["1 （一）", "2 （二）"]);
}

#[test]
fn a_red_head_may_be_spaced_out_over_a_drawn_line() {
    let head = "某 某 省 财 政 厅 文 件\n某财农〔2026〕7号\n────────";
    let text = format!("{head}\n某某省财政厅关于下达资金的通知\n\n一、总则\n\n（一）甲。");
    check(&text, &["head ", "1 （一）"]);
}

#[test]
fn an_annex_renumbers_nothing() {
    let main = "某县通知\n\n一、总则\n\n（一）甲。\n\n二、细则\n\n（二）乙。";
    check(main, &["1 （一）", "2 （二）"]);
    let annex = "附件1\n\n分工表\n\n一、道路\n\n（一）丙。\n\n附件2：标准\n\n（一）丁。";
    check(
        &format!("{main}\n\n某县政府\n\n2025年7月8日\n\n{annex}"),
        &["1 （一）", "2 （二）", "close ", "annex-1.0 ", "annex-1.1.1 （一）", "annex-2.1 （一）"],
    );
}

#[test]
fn rows_of_a_table_are_never_joined() {
    let table = "| 指标 | 目标 |\n| --- | --- |\n| 粮食 | 840 |\n| 2 | 奶类 |";
    let text = format!("某县通知\n\n一、总则\n\n（一）见下表。\n\n{table}\n\n（二）乙。");
    let (document, _) = read(DocumentKind::Policy, &text);
    let rows: Vec<&str> = document.provisions[0].sentences().map(|s| s.text.as_str()).collect();
    assert_eq!(rows, ["见下表。", "指标 | 目标", "粮食 | 840", "2 | 奶类"]);
}

#[test]
fn lines_that_only_look_like_labels_are_text() {
    let text = "某县通知\n\n一、总则\n\n（一）推动农村\n一、二、三产业融合，在第二、\n三、四季度检查。\n\n（二）乙。";
    check(text, &["1 （一）", "2 （二）"]);
    let (document, _) = read(DocumentKind::Policy, "通知\n\n（一）甲：\n\n#12机井由县管。");
    assert!(document.characters().ends_with("#12机井由县管。"));
}

#[test]
fn articles_in_bold_with_a_colon_or_a_subject_are_articles() {
    let text = "# 条例\n\n## 第一章 总则\n\n**第一条** 甲。\n\n第二条：乙。\n\n第三条（目的）丙。";
    let (document, problems) = read(DocumentKind::Law, text);
    let numbers: Vec<&str> = document.provisions.iter().map(|p| p.number.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert!(!document.characters().contains('*'));
    assert!(problems.iter().all(|p| p.severity == Severity::Notice), "{problems:?}");
}

#[test]
fn other_line_ends_end_lines() {
    for end in ["\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\r\n"] {
        let text = ["\u{feff}通知", "一、总则", "（一）甲。", "（二）乙。"].join(end);
        check(&text, &["1 （一）", "2 （二）"]);
    }
}

#[test]
fn characters_that_are_not_what_they_seem_are_told() {
    let found = |text: &str, kind: ProblemKind| {
        let (_, problems) = read(DocumentKind::Policy, &format!("通知\n\n（一）{text}"));
        problems.iter().filter(|p| p.kind == kind && p.severity == Severity::Warning).count()
    };
    for odd in ["⾼标准。", "\u{e123}村。", "\u{fffd}村。"] {
        assert_eq!(found(odd, ProblemKind::LookAlike), 1, "{odd}");
    }
    for odd in ["100[1]公里。", "3000②万元。"] {
        assert_eq!(found(odd, ProblemKind::FootnoteMark), 1, "{odd}");
    }
    assert_eq!(found("高标准，100公里[1]。", ProblemKind::LookAlike), 0);
    assert_eq!(found("高标准，100公里[1]。", ProblemKind::FootnoteMark), 0);
}

#[test]
fn a_title_may_have_a_comma() {
    for (first, title) in [
        ("某县关于保护湿地，发展观鸟旅游的意见", true),
        ("某县节约用水、循环用水，推广中水办法（试行）", true),
        ("为保护湿地，现提出如下意见", false),
        ("某县保护湿地，发展观鸟旅游的意见。", false),
        ("保护湿地，发展观鸟旅游", false),
    ] {
        let (document, _) =
            read(DocumentKind::Policy, &format!("{first}\n\n一、总则\n\n（一）甲。"));
        assert_eq!(document.title.len(), usize::from(title), "{first}");
    }
}

#[test]
fn a_signature_reads_like_a_body_or_ends_the_document() {
    for (close, signed) in [
        ("某县水务局（盖章）\n\n2025年7月8日\n\n附件1\n\n标准", true),
        ("县长 王某某\n\n2025年7月8日", true),
        ("特此通知\n\n2025年7月8日", false),
        ("苗木供应全部\n\n2025年7月8日\n\n附件1\n\n标准", false),
    ] {
        let text = format!("某县通知\n\n一、总则\n\n（一）甲。\n\n{close}");
        let (document, _) = read(DocumentKind::Policy, &text);
        let close = document.provision("close").expect("the date is the close");
        assert_eq!(close.sentences().count(), 1 + usize::from(signed), "{text}");
    }
}

/// The messages of notices on marks that are left out, with their places.
fn left_out(text: &str) -> Vec<(u32, u32)> {
    let (_, problems) = read(DocumentKind::Policy, text);
    let marks = problems.iter().filter(|problem| problem.kind == ProblemKind::Markup);
    marks.map(|problem| (problem.at.line, problem.at.column)).collect()
}

#[test]
fn what_is_left_out_is_told() {
    for (line, told) in [
        ("| 苗木 | 万株 |\n| :-- | --- |\n| 沙枣 | 6 |", &[(3, 1), (4, 1)][..]),
        ("| 苗木 |\n|  |\n| 沙枣 |", &[(3, 1), (4, 1)]),
        ("（一）**严格**禁牧，**定期**检查。", &[(3, 4), (3, 13)]),
        ("（一）禁牧。\u{feff}", &[(3, 7)]),
        ("##\n\n（一）禁牧。", &[(3, 1)]),
        ("（一）张**、李**等138****0000人，2 ** 3。", &[]),
        ("（一）禁牧。", &[]),
    ] {
        assert_eq!(left_out(&format!("通知\n\n{line}")), told, "{line}");
    }
}

#[test]
fn a_table_of_dashes_stays() {
    let text = "通知\n\n（一）见表：\n\n| - | - |\n| - | - |\n| --- | --- |";
    let (document, _) = read(DocumentKind::Policy, text);
    let rows: Vec<&str> = document.provisions[0].sentences().map(|s| s.text.as_str()).collect();
    assert_eq!(rows, ["见表：", "- | -", "- | -", "--- | ---"]);
    let (document, _) = read(DocumentKind::Policy, "通知\n\n（一）见表：\n\n| | 6 | |");
    assert!(document.characters().ends_with("见表：|6|"));
}

/// The tables of a text as `provision first+rows head`.
fn tables(text: &str) -> Vec<String> {
    let (document, _) = read(DocumentKind::Policy, text);
    let told = |t: &corpus::Table| {
        let number = &document.provisions[t.provision as usize].number;
        format!("{number} {}+{} {}", t.first, t.rows, t.head)
    };
    document.tables.iter().map(told).collect()
}

#[test]
fn tables_are_rows_of_a_provision() {
    let ruled = "| 苗木 | 万株 |\n| --- | --- |\n| 沙枣 | 6。共6。 |";
    let plain = "| 沙枣 | 6 |\n|  |  |\n| 梭梭 | 7 |";
    for (text, expected) in [
        (format!("（一）甲。\n\n{ruled}\n\n（二）乙。"), vec!["1 1+2 true"]),
        (format!("（一）甲。\n\n{plain}\n\n{ruled}"), vec!["1 1+2 false", "1 3+2 true"]),
        (format!("{ruled}\n\n（一）甲。\n{plain}\n乙。"), vec!["0 0+2 true", "1 1+2 false"]),
        ("（一）甲。\n|不是表\n表也不是|".to_owned(), vec![]),
    ] {
        assert_eq!(tables(&format!("通知\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn figures_of_two_cells_are_two_figures() {
    let table = "| 指标 | 单位 | 2027年产量（万吨） |\n| --- | --- | --- |\n| 奶类 | 840 | 2 |\n\
                 | 肉类 | 万吨 | 1,200 |\n| 粮食 | — | 780万吨以上 |";
    let (document, _) =
        read(DocumentKind::Policy, &format!("通知\n\n一、总则\n\n（一）见表。\n\n{table}"));
    let facts = corpus::facts::facts(&document, &[]);
    let told: Vec<String> = facts
        .iter()
        .filter(|fact| fact.date.is_empty())
        .map(|fact| {
            let names = document.cell_names(&fact.at, fact.span).expect("a cell");
            let row = &document.sentence(&fact.at).expect("a row").text;
            let (printed, about) = (fact.span.of(row), fact.about.of(row));
            format!("{printed} {} {} {about} {} {}", fact.value, fact.unit, names.row, names.column)
        })
        .collect();
    let column = "2027年产量（万吨）";
    assert_eq!(
        told,
        [
            format!("2 20000 吨 奶类 奶类 {column}"),
            format!("1,200 12000000 吨 肉类 肉类 {column}"),
            format!("780万吨以上 7800000 吨 粮食 粮食 {column}"),
        ]
    );
}

#[test]
fn what_is_no_sure_figure_is_told_with_its_place() {
    let text = "通知\n\n（一）产量为840 2吨。\n\n| 甲 | 乙 |\n| --- | --- |\n| 奶类 | 840 2吨 |";
    let (document, _) = read(DocumentKind::Policy, text);
    let facts = corpus::facts::facts(&document, &[]);
    assert!(facts.is_empty(), "{facts:?}");
    let told = corpus::facts::check_unclear(&document);
    let places: Vec<(u32, u32)> = told.iter().map(|p| (p.at.line, p.at.column)).collect();
    assert_eq!(places, [(3, 7), (7, 8)], "{told:?}");
}

#[test]
fn what_the_text_states_is_taken_over_and_contradictions_are_told() {
    let text = "某某县政府文件\n某政发〔2025〕17号\n\n关于治沙的通知\n\n各乡镇：\n\n一、治沙\n\n\
                （一）种草。种草。\n\n某某县政府\n\n2025年4月9日";
    let (document, _) = read(DocumentKind::Policy, text);
    let stated = corpus::stated::stated(&document);
    let place = |key: &str| corpus::Position { line: key.len() as u32, column: 1 };
    let mut silent = corpus::Metadata::default();
    assert_eq!(corpus::stated::take_over(&mut silent, &stated, place), []);
    assert_eq!(silent.document_number, "某政发〔2025〕17号");
    assert_eq!(silent.issued, "2025-04-09");
    assert_eq!(silent.addressee, "各乡镇");
    assert_eq!(silent.issuers[0].zh, "某某县政府");
    assert_eq!(silent.state(Field::Issued), State::FromText);
    assert_eq!(silent.state(Field::IndexNumber), State::NotFilledIn);

    let mut denied =
        corpus::Metadata { not_stated: vec![Field::Issuers], ..corpus::Metadata::default() };
    let told = corpus::stated::take_over(&mut denied, &stated, place);
    assert!(told.len() == 1 && told[0].message.contains("the text says “某某县政府”"), "{told:?}");
    assert_eq!(denied.issuers[0].zh, "某某县政府", "the text is right");

    let mut same = silent.clone();
    same.document_number = "某政发[2025] 17号".into();
    same.issuers[0].zh = "某某自治州某某县政府".into();
    assert_eq!(corpus::stated::take_over(&mut same, &stated, place), []);
    assert_eq!(same.document_number, "某政发[2025] 17号", "what an editor wrote stays");

    let mut other = silent.clone();
    other.document_number = "某政发〔2025〕71号".into();
    other.issued = "2025-04-19".into();
    other.issuers[0].zh = "某某市政府".into();
    let told = corpus::stated::take_over(&mut other, &stated, place);
    let lines: Vec<u32> = told.iter().map(|problem| problem.at.line).collect();
    let keys = ["document_number", "issued", "issuers"].map(|key| key.len() as u32);
    assert_eq!(lines, keys, "{told:?}");
    assert!(told.iter().all(|problem| problem.severity == Severity::Warning));
    assert_eq!(other.issued, "2025-04-19");
}

#[test]
fn who_passed_a_text_is_no_part_of_its_title() {
    let history = "（2025年11月28日某市人民代表大会常务委员会第二十一次会议通过）";
    let text = format!("某市渔业条例\n\n{history}\n\n第一章 总则\n\n第一条 甲。\n\n第二条 乙。");
    let (document, _) = read(DocumentKind::Law, &text);
    let title: Vec<&str> = document.title.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(title, ["某市渔业条例"]);
    assert!(document.characters().contains(history), "nothing is lost");
    let (document, _) = read(DocumentKind::Law, "某市渔业条例\n\n（试行）\n\n第一条 甲。");
    assert_eq!(document.title.len(), 2, "a remark on the title itself belongs to it");
}
