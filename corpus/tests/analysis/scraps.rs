//! Scraps that two texts share by chance ground no link, and what a table of duties repeats is taken
//! from no measure.

use corpus::coverage::{Coverage, Status};
use corpus::{Agreement, DocumentKind, Link, LinkKind, compare, coverage, facts, links, parse};

const POLICY: &str = "关于公园开放的若干措施\n\n一、服务游人\n\n\
    （一）延长开放。城市公园夏季开放时间延长至22时，由市园林绿化局负责。\n\n\
    （二）减免门票。对学生按每人每次20元减免门票，9月30日前公布名单。\n\n\
    （三）志愿者待遇。志愿者按月领取服务津贴：讲解员500元/月、巡查员300元/月、急救员800元/月。\n\n\
    附件\n\n任务分工表\n\n\
    | 序号 | 事项 | 单位 |\n| --- | --- | --- |\n\
    | 1 | 城市公园夏季开放时间延长至22时 | 市园林绿化局 |\n\
    | 2 | 对学生减免门票 | 市财政局 |\n";

fn pair(told: &str) -> (Vec<Link>, Coverage) {
    let policy = parse(&"p".into(), DocumentKind::Policy, POLICY, 1).0;
    let text = format!("《若干措施》解读\n\n{told}\n");
    let interpretation = parse(&"i".into(), DocumentKind::Interpretation, &text, 1).0;
    let links = links::link(&policy, &interpretation);
    let covered = coverage::coverage(&policy, &interpretation, &links, &[]);
    (links, covered)
}

#[test]
fn a_row_that_repeats_a_measure_does_not_take_its_explanation() {
    let (links, covered) = pair("城市公园夏季开放时间延长至22时。");
    let units: Vec<String> = links.iter().map(|link| link.to.unit.to_string()).collect();
    assert_eq!(units, ["1"]);
    let first = covered.measures().next().expect("a measure");
    assert_eq!(first.status, Status::Explained);
}

#[test]
fn parts_of_dates_common_words_and_offices_explain_nothing() {
    for told in [
        "日前，市里召开会议。",
        "市园林绿化局有关人士回答了提问。",
        "有效期至2029年9月。",
        "此事由有关方面负责公布。",
    ] {
        assert_eq!(pair(told).0, [], "{told}");
    }
}

#[test]
fn the_figures_of_a_sentence_in_other_words_are_its_explanation() {
    let (links, covered) = pair("讲解员每月500元，巡查员每月300元，急救员每月800元。");
    let third: Vec<LinkKind> =
        links.iter().filter(|link| link.to.unit.to_string() == "3").map(|link| link.kind).collect();
    assert!(third.contains(&LinkKind::Paraphrase), "{links:?}");
    let status = covered.measures().last().map(|measure| measure.status);
    assert_eq!(status, Some(Status::Explained));
}

#[test]
fn a_day_is_the_same_by_either_word_for_it() {
    let (links, _) = pair("名单在9月30号前公布。");
    assert!(links.iter().any(|link| link.to.unit.to_string() == "2"), "{links:?}");
}

#[test]
fn a_run_in_title_that_the_policy_has_is_not_said_by_the_interpretation_only() {
    let (_, covered) =
        pair("（一）服务津贴。急救员每月800元。\n\n（二）特别提醒。自带水杯更方便。");
    let alone: Vec<String> = covered.ungrounded.iter().map(|one| one.at.to_string()).collect();
    assert_eq!(alone, ["i/2#s1"]);
}

#[test]
fn ranges_with_one_equal_end_are_set_against_each_other() {
    let policy = "关于渔船的措施\n\n（一）贴息。对贷款10万元至50万元的渔家，按年利率3%贴息。\n";
    let told = "《措施》解读\n\n贷款10万元到60万元的渔家，按年利率3%贴息。\n";
    let policy = parse(&"p".into(), DocumentKind::Policy, policy, 1).0;
    let interpretation = parse(&"i".into(), DocumentKind::Interpretation, told, 1).0;
    let links = links::link(&policy, &interpretation);
    let of = |document| facts::facts(document, &[]);
    let (ours, theirs) = (of(&policy), of(&interpretation));
    let pairs = compare::figures((&policy, &ours), (&interpretation, &theirs), &links);
    let differing: Vec<Option<f64>> = pairs
        .iter()
        .filter(|pair| pair.agreement == Agreement::Different)
        .map(|pair| pair.interpretation.as_ref().and_then(|fact| fact.upper))
        .collect();
    assert_eq!(differing, [Some(600_000.0)], "{pairs:?}");
}
