//! What figures show to be spoken of, and what shared words alone don't.

use corpus::coverage::{Coverage, Status};
use corpus::{Agreement, DocumentKind, FigurePair, Link, LinkKind, compare, coverage, facts};
use corpus::{Document, links, parse};

const POLICY: &str = "关于支持渔港的通知\n\n一、调整渔船待遇\n\n\
    （一）渔船检修。取消登记费，检修费用补贴比例由50%提高到60%。\n\n\
    （二）渔船特护设备。将设备由32种增至38种，新增设备另行公布。\n\n\
    二、支持渔民安家\n\n\
    购买新房、翻修旧房分别按1500元、2800元定额支付。渔具检查费用支付限额由300元提高到800元。\n\n\
    三、规范停泊收费\n\n\
    （三）加强领导。各乡镇应当加强对停泊工作的领导，明确负责人和联络人，\
    定期听取渔民意见，将停泊设施建设纳入国民经济和社会发展规划。\n\n\
    （四）停泊标准。停泊费按照下表执行：\n\n\
    | 船只 | 标准（万元） | |\n| --- | --- | --- |\n| | 主港 | 副港 |\n\
    | A类（远洋） | 100 | 120 |\n| D类（近海） | 10 | 12 |\n\n\
    （五）多船渔家。对在主港区停船且家中有两艘以上渔船、没有欠费记录的渔家，\
    在前条标准基础上分别再减免1万元、2.5万元。\n\n\
    （六）公示。乡镇完成审核，并公示不少于7日。\n";

struct Pair {
    policy: Document,
    interpretation: Document,
    links: Vec<Link>,
}

fn pair(told: &str) -> Pair {
    let policy = parse(&"p".into(), DocumentKind::Policy, POLICY, 1).0;
    let text = format!("《通知》解读\n\n{told}\n");
    let interpretation = parse(&"i".into(), DocumentKind::Interpretation, &text, 1).0;
    let links = links::link(&policy, &interpretation);
    Pair { policy, interpretation, links }
}

impl Pair {
    fn figures(&self) -> Vec<FigurePair> {
        let ours = facts::facts(&self.policy, &[]);
        let theirs = facts::facts(&self.interpretation, &[]);
        compare::figures((&self.policy, &ours), (&self.interpretation, &theirs), &self.links)
    }

    fn coverage(&self) -> Coverage {
        coverage::coverage(&self.policy, &self.interpretation, &self.links, &self.figures())
    }

    /// The units that are linked, with how.
    fn linked(&self) -> Vec<(String, LinkKind)> {
        self.links.iter().map(|link| (link.to.unit.to_string(), link.kind)).collect()
    }

    /// The figures that are told to stand in the interpretation only.
    fn only_told(&self) -> Vec<String> {
        let alone = |pair: &FigurePair| pair.agreement == Agreement::OnlyInterpretation;
        let figures =
            self.figures().into_iter().filter(alone).filter_map(|pair| pair.interpretation);
        let printed = figures.map(|fact| {
            let sentence = self.interpretation.sentence(&fact.at).expect("a sentence");
            fact.span.of(&sentence.text).to_owned()
        });
        printed.collect()
    }
}

#[test]
fn a_figure_that_one_measure_has_beside_a_telling_word_speaks_of_it() {
    let pair = pair("三是特护器材增加6种，达到38种。");
    let linked = pair.linked();
    let mentioned = ("2".to_owned(), LinkKind::Mention);
    assert_eq!(linked, [mentioned.clone(), mentioned], "its title and its sentence");
    let covered = pair.coverage();
    let status = covered.measures().find(|one| one.unit.to_string() == "2").map(|one| one.status);
    assert_eq!(status, Some(Status::Named));
    assert_eq!(covered.ungrounded, [], "nothing is said by the interpretation only");
}

#[test]
fn figures_point_to_further_sentences_of_their_measure() {
    let pair = pair("渔具检查费限额从300元涨到800元，旧房翻修定额2800元。");
    let units: Vec<String> = pair.linked().into_iter().map(|(unit, _)| unit).collect();
    assert_eq!(units, ["2.0", "2.0"], "both sentences: {:?}", pair.links);
    assert_eq!(pair.coverage().ungrounded, []);
}

#[test]
fn an_equal_figure_alone_points_nowhere() {
    for told in ["去年新增就业38种岗位的人数不少。", "有人花了2800元买衣服。", "三年里变化很大。"]
    {
        assert_eq!(pair(told).linked(), [], "{told}");
    }
}

#[test]
fn what_a_figure_shows_to_speak_of_one_measure_explains_no_other() {
    let pair = pair("A类船在主港区停船交100万元，副港120万元；D类交10万元和12万元。");
    let linked = pair.linked();
    // What is said of another measure is at most a mention of this one.
    let other = |(unit, kind): &(String, LinkKind)| unit != "4" && *kind != LinkKind::Mention;
    assert!(!linked.iter().any(other), "{linked:?}");
    assert!(linked.iter().any(|(unit, _)| unit == "4"), "{linked:?}");
}

#[test]
fn a_number_of_a_table_is_in_the_policy_in_every_magnitude() {
    let told = "A类船交100万元和120万元，D类交10万元和12万元，另收130万元。";
    assert_eq!(pair(told).only_told(), ["130万元"]);
}

#[test]
fn figures_behind_the_same_words_are_told_to_differ() {
    let pair = pair("乡镇完成审核，公示不少于5日。");
    let agreements: Vec<Agreement> = pair
        .figures()
        .iter()
        .filter(|one| one.interpretation.is_some())
        .map(|one| one.agreement)
        .collect();
    assert_eq!(agreements, [Agreement::Different]);
}

#[test]
fn a_heading_that_only_names_a_subject_explains_nothing() {
    let pair = pair("一、关于停泊设施建设\n\n检修费用补贴比例提高到60%。");
    let heading = |link: &&Link| link.from.unit.to_string() == "part-1";
    let kinds: Vec<LinkKind> = pair.links.iter().filter(heading).map(|link| link.kind).collect();
    assert!(kinds.iter().all(|kind| *kind == LinkKind::Mention), "{kinds:?}");
}

#[test]
fn the_text_of_a_part_without_measures_can_be_passed_over() {
    let covered = pair("检修费用补贴比例由50%提高到60%。").coverage();
    let passed: Vec<String> = covered
        .measures()
        .filter(|measure| measure.is_passed_over())
        .map(|measure| measure.unit.to_string())
        .collect();
    assert_eq!(passed, ["2", "2.0", "3", "4", "5", "6"]);
    assert_eq!(covered.measures().count(), 7);
}
