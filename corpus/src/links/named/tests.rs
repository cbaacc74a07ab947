use super::*;
use crate::metadata::DocumentKind;
use crate::parse;

const LIBRARIES: &str = "山口市图书馆服务若干措施\n\n\
    （一）延长开放。周末开到晚上九点。\n\n（二）送书下乡。每月到各村一次。\n\n\
    （三）免收押金。办证不收押金。\n\n（四）有声读物。为盲人提供。\n\n（五）施行日期。五月一日起施行。\n";

const FISHERY: &str = "山口市人民政府关于印发山口市渔港管理办法的通知\n\n第一条 为了管理渔港，制定本办法。\n\n\
    第二条 渔船进港应当报告。\n\n第三条 港内禁止游泳。\n\n第四条 本办法自五月一日起施行。\n";

/// What the sentences of an interpretation name, each as the numbers of its units.
#[track_caller]
fn check(policy: &str, interpretation: &str, expected: &[&str]) {
    let policy = parse(&"p".into(), DocumentKind::Policy, policy, 1).0;
    let text = format!("解读\n\n{interpretation}\n");
    let interpretation = parse(&"i".into(), DocumentKind::Interpretation, &text, 1).0;
    let sentences = PreparedSentence::all(&interpretation, true);
    let told: Vec<String> = named(&policy, &interpretation, &sentences)
        .iter()
        .zip(&sentences)
        .filter(|(_, sentence)| sentence.at.unit != Unit::Title)
        .map(|(named, _)| named.units.iter().map(Unit::to_string).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn a_measure_is_named_behind_the_name_of_its_document() {
    check(LIBRARIES, "《山口市图书馆服务若干措施》第二条说的是乡村。", &["2"]);
    check(LIBRARIES, "《若干措施》第2条至第4条都和读者有关。", &["2 3 4"]);
    check(LIBRARIES, "《措施》第（四）条照顾看不见的人。", &["4"]);
    check(LIBRARIES, "若干措施第一、三条和《若干措施》（五）。", &["1 3 5"]);
    check(LIBRARIES, "村里也能借书，见《若干措施》的第二项措施。", &["2"]);
    check(FISHERY, "《山口市渔港管理办法》第二条规定了手续。", &["2"]);
    check(FISHERY, "本办法第三条管的是岸上的人。", &["3"]);
}

#[test]
fn a_number_alone_counts_where_no_other_document_was_named() {
    check(LIBRARIES, "第三条、第四条方便了读者。", &["3 4"]);
    check(LIBRARIES, "借书的人更多了（四）。", &["4"]);
    check(LIBRARIES, "分为两类：（一）图书；（二）报刊。", &[""]);
    check(FISHERY, "为落实《渔业法》，市里定了规矩。其中第二条管船。", &["", "2"]);
    check(FISHERY, "《渔业法》第二条规定了范围。第三条规定了原则。", &["", ""]);
    check(FISHERY, "《渔业法》第二条规定了范围。《办法》第三条更细。第二条也是。", &["", "3", "2"]);
    check(FISHERY, "《渔业法》第二条规定了范围。\n\n第三条管的是岸上的人。", &["", "3"]);
    check(FISHERY, "“依照第二条处罚”，有人这样问。", &[""]);
}

#[test]
fn what_is_another_documents_is_none_of_ours() {
    check(FISHERY, "国务院《办法》第二条早有规定。", &[""]);
    check(FISHERY, "原办法第三条不适用了。", &[""]);
    check(FISHERY, "渔业法第二条、第三条也有规定。", &[""]);
    check(FISHERY, "该法第四条说过。", &[""]);
    check(FISHERY, "《渔港水域交通安全管理条例》（以下简称《办法》）第三条。", &[""]);
    check(FISHERY, "将第二条修改为第三条。", &[""]);
    check(FISHERY, "第二条第三款和第三次会议。", &["2"]);
    check(FISHERY, "第三项措施是巡查，第九条不存在。", &[""]);
}

#[test]
fn numbers_that_begin_anew_name_no_measure() {
    let policy = "关于读书的意见\n\n一、城里\n\n（一）开馆。开到九点。\n\n（二）送书。每月一次。\n\n\
        二、乡下\n\n（一）书屋。每村一间。\n\n（三）巡回。每季一次。\n";
    check(policy, "《意见》第一条和第三条。", &[""]);
    check(policy, "《意见》第二部分讲乡下。", &["part-2"]);
}

#[test]
fn a_sentence_about_an_article_of_another_document_is_known() {
    let policy = parse(&"p".into(), DocumentKind::Policy, FISHERY, 1).0;
    let other = |text: &str| {
        let text = format!("解读\n\n{text}\n");
        let document = parse(&"i".into(), DocumentKind::Interpretation, &text, 1).0;
        let sentences = PreparedSentence::all(&document, true);
        named(&policy, &document, &sentences).iter().any(|named| named.other)
    };
    assert!(other("《渔业法》第八条对进港另有要求。"));
    assert!(other("国务院《条例》第八条也有要求。"));
    assert!(other("旧办法第八条对进港另有要求。"));
    assert!(!other("依照渔业法第八条，渔船进港应当报告。"));
    assert!(!other("根据《渔业法》第八条，渔船进港应当报告。"));
    assert!(!other("《办法》第二条对进港另有要求。"));
    assert!(!other("渔船进港应当报告，《渔业法》第八条也这样说。"));
}
