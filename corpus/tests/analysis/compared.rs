//! The two documents at hand side by side: differences of quotes, figures, coverage.

use std::fmt::Write;

use corpus::compare::{Agreement, DifferenceKind};
use corpus::coverage::{Coverage, Status, UngroundedKind};
use corpus::{Document, DocumentKind, Link, compare, coverage, facts, links, parse};

use crate::seeds;

struct Pair {
    policy: Document,
    interpretation: Document,
    links: Vec<Link>,
}

impl Pair {
    fn at_hand() -> Self {
        let mut documents = seeds::documents();
        let interpretation = documents.remove(1).1;
        Self::of(documents.remove(0).1, interpretation)
    }

    fn of(policy: Document, interpretation: Document) -> Self {
        let links = links::link(&policy, &interpretation);
        Self { policy, interpretation, links }
    }

    /// A policy of one measure under a heading, and an interpretation of one paragraph.
    fn made_up(policy: &str, interpretation: &str) -> Self {
        let policy = format!("关于牧场的意见\n\n一、总则\n\n（一）保护牧场。{policy}");
        Self::of(
            parse(&"p".into(), DocumentKind::Policy, &policy, 1).0,
            parse(&"i".into(), DocumentKind::Interpretation, interpretation, 1).0,
        )
    }

    fn figures(&self) -> Vec<compare::FigurePair> {
        let ours = facts::facts(&self.policy, &[]);
        let theirs = facts::facts(&self.interpretation, &[]);
        compare::figures((&self.policy, &ours), (&self.interpretation, &theirs), &self.links)
    }

    fn coverage(&self) -> Coverage {
        coverage::coverage(&self.policy, &self.interpretation, &self.links, &self.figures())
    }

    /// One line per difference: `+added`, `-dropped`, `old>new`.
    fn differences(&self, link: &Link) -> Vec<String> {
        let from = &self.interpretation.sentence(&link.from).expect("a sentence").text;
        let to = &self.policy.sentence(&link.to).expect("a sentence").text;
        link.differences
            .iter()
            .map(|difference| match difference.kind {
                DifferenceKind::Added => format!("+{}", difference.from.of(from)),
                DifferenceKind::Dropped => format!("-{}", difference.to.of(to)),
                DifferenceKind::Changed => {
                    format!("{}>{}", difference.to.of(to), difference.from.of(from))
                }
            })
            .collect()
    }
}

#[test]
fn differences_name_what_was_added_dropped_and_changed() {
    let check = |policy: &str, interpretation: &str, expected: &[&str]| {
        let pair = Pair::made_up(policy, interpretation);
        let link = pair.links.iter().find(|link| link.to.to_string() == "p/1#s1");
        let link = link.unwrap_or_else(|| panic!("no link: {:?}", pair.links));
        assert_eq!(pair.differences(link), expected, "{interpretation}");
    };
    let policy = "严禁开垦草原湿地，恢复沙化退化草场五十处。";
    check(policy, "严禁开垦草原湿地,恢复沙化退化草场五十处。", &[]);
    check(policy, "要严禁开垦草原湿地，恢复沙化退化草场五十处。", &["+要"]);
    check(policy, "严禁开垦草原湿地，恢复退化草场五十处。", &["-沙化"]);
    check(policy, "严禁开垦草原林地，恢复沙化退化草场五十处。", &["湿>林"]);
}

#[test]
fn differences_of_the_quotes_at_hand() {
    let pair = Pair::at_hand();
    let mut lines = String::new();
    for link in pair.links.iter().filter(|link| !link.differences.is_empty()) {
        let differences = pair.differences(link).join(" | ");
        writeln!(lines, "{} {}: {differences}", link.from, link.to).expect("a string");
    }
    insta::assert_snapshot!(lines);
}

#[test]
fn figures_are_compared_where_both_speak_of_them() {
    let check = |policy: &str, interpretation: &str, expected: &[Agreement]| {
        let pair = Pair::made_up(policy, interpretation);
        let found: Vec<Agreement> = pair.figures().iter().map(|pair| pair.agreement).collect();
        assert_eq!(found, expected, "{interpretation}");
    };
    let policy = "恢复沙化退化草场600万亩以上。";
    check(policy, "恢复沙化退化草场600万亩以上。", &[Agreement::Same]);
    check(policy, "恢复沙化退化草场600万亩。", &[Agreement::Different]);
    check(policy, "恢复沙化退化草场60万亩以上。", &[Agreement::Different]);
    check(
        policy,
        "力争交易额突破100亿元。",
        &[Agreement::OnlyPolicy, Agreement::OnlyInterpretation],
    );
}

#[test]
fn figures_of_two_matters_are_not_put_against_each_other() {
    let check = |policy: &str, interpretation: &str, expected: &[Agreement]| {
        let pair = Pair::made_up(policy, interpretation);
        let found: Vec<Agreement> = pair.figures().iter().map(|pair| pair.agreement).collect();
        assert_eq!(found, expected, "{policy} {interpretation}");
    };
    // The equal figure stands second; the first is about something else.
    check(
        "棚圈造价达到30万元以上的，给予补贴，每座棚圈最高不超过9万元。",
        "支持新建棚圈，每座棚圈最高补贴9万元。",
        &[Agreement::OnlyPolicy, Agreement::Same],
    );
    // Of ages one says who is meant, the other how many they are.
    check(
        "对55周岁及以上牧民，每年组织一次体检。",
        "我市50周岁及以上牧民有3.2万人。",
        &[
            Agreement::OnlyPolicy,
            Agreement::OnlyPolicy,
            Agreement::OnlyInterpretation,
            Agreement::OnlyInterpretation,
        ],
    );
}

#[test]
fn what_is_said_in_other_words_is_not_missing() {
    let check = |policy: &str, interpretation: &str| {
        let pair = Pair::made_up(policy, interpretation);
        let figures = pair.figures();
        let alone: Vec<_> = figures
            .iter()
            .filter(|pair| pair.agreement == Agreement::OnlyInterpretation)
            .map(|pair| &pair.interpretation)
            .collect();
        assert!(alone.is_empty(), "{interpretation}: {alone:?}");
    };
    check("每户每年领取饲草不超过四袋。", "一户一年最多领4包饲草。");
    check("2027年至2030年累计种草80万亩。", "四年累计种草80万亩。");
    check("保险赔付比例为60%—65%。", "受灾后可以赔六成到六成半。");
    check("三孩家庭优先。", "有三个以上孩子的家庭优先。");
    check("贷款期限不超过2年。", "贷款最长24个月。");
    check("棚圈补贴一半费用。", "补贴50%。");
}

#[test]
fn coverage_of_the_documents_at_hand() {
    let coverage = Pair::at_hand().coverage();
    assert_eq!(coverage.parts.len(), 8);
    let provisions = coverage.parts.iter().flat_map(|part| &part.provisions);
    let silent: Vec<String> = provisions
        .filter(|provision| provision.status == Status::Silent)
        .map(|provision| provision.unit.to_string())
        .collect();
    // The source ends after the third part of the interpretation.
    assert!((16..=27).chain(29..=31).all(|n| silent.contains(&n.to_string())), "{silent:?}");
    assert!(coverage.parts[1..].iter().all(|part| part.named));
}

#[test]
fn statements_without_ground_are_told() {
    let pair = Pair::at_hand();
    let found: Vec<(UngroundedKind, String)> = pair
        .coverage()
        .ungrounded
        .into_iter()
        .filter(|statement| !statement.past)
        .map(|statement| {
            let sentence = pair.interpretation.sentence(&statement.at).expect("a sentence");
            (statement.kind, statement.span.of(&sentence.text).to_owned())
        })
        .collect();
    for expected in [
        (UngroundedKind::Figure, "100亿元"),
        (UngroundedKind::Member, "种公羊补贴"),
        (UngroundedKind::Member, "出栏奖补"),
        (UngroundedKind::Clause, "提振奶业消费"),
    ] {
        assert!(found.contains(&(expected.0, expected.1.to_owned())), "{expected:?}: {found:#?}");
    }
}
