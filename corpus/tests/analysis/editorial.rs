//! The editorial checks, with sentences of policies that no seed has.

use corpus::editorial::{self, BUILT_IN, Table};
use corpus::glossary::{Body, Place, Term, ThesaurusEntry, Topic};
use corpus::library::LocatedTopic;
use corpus::{DocumentKind, Edition, Library, Locale, Metadata, Severity, parse, translation};

/// The table of the program with a portal's additions.
fn table(more: &str) -> Table {
    let own: Table = toml::from_str(BUILT_IN).expect("the program's table");
    own.with(toml::from_str(more).expect("additions"))
}

/// A library of one sentence with its translation, and the translation's file.
fn library(chinese: &str, english: &str) -> (Library, String) {
    let text = format!("标题\n\n一、甲\n\n（一）乙。{chinese}");
    let (document, _) = parse(&"x".into(), DocumentKind::Policy, &text, 1);
    let file: String = translation::skeleton(&document, &Locale::en())
        .lines()
        .map(|line| match line.strip_prefix("> ") {
            Some(source) if source == chinese => format!("{line}\n{english}\n"),
            Some(_) => format!("{line}\nText.\n"),
            None => format!("{line}\n"),
        })
        .collect();
    let (translation, problems) = translation::align(&document, Locale::en(), &file);
    assert_eq!(problems, []);
    let edition = Edition {
        metadata: Metadata::default(),
        document,
        translations: vec![translation],
        ..Edition::default()
    };
    (Library { editions: vec![edition], ..Library::default() }, file)
}

/// The words that the check names for this sentence; each finding is a warning with a line.
#[track_caller]
fn check(chinese: &str, english: &str, expected: &[&str]) {
    let (library, file) = library(chinese, english);
    let files = |path: &str| (path == "x/translation.en.md").then(|| file.clone());
    let problems = editorial::check(&library, &[], &table(""), &files);
    let words: Vec<&str> = problems
        .iter()
        .map(|problem| {
            assert_eq!(problem.severity, Severity::Warning);
            assert!(problem.at.line > 1, "{problem}");
            problem.message.split(['“', '”']).nth(1).unwrap_or_default()
        })
        .collect();
    assert_eq!(words, expected, "{problems:?}");
}

#[test]
fn moods_are_kept() {
    check("鼓励企业建设充电站。", "Encourage companies to build charging stations.", &[]);
    check("鼓励企业建设充电站。", "Require companies to build charging stations.", &["鼓励"]);
    check("推动港口建设。", "Encourage the building of ports.", &["推动", "encourag"]);
    check("严禁向河道排污。", "Avoid discharging sewage into rivers.", &["严禁"]);
    check("严禁向河道排污。", "Strictly prohibit discharging sewage into rivers.", &[]);
    check("探索建立账户制度。", "Establish a system of accounts.", &["探索"]);
    check("学校不得收费。", "Schools should charge no fees.", &["不得"]);
    check("申请人可以查阅档案。", "Applicants may consult the files.", &[]);
    check("原则上每年一次。", "Once a year.", &["原则上"]);
}

#[test]
fn bounds_behind_figures_are_kept() {
    check("失业率控制在5%以下。", "Keep unemployment below 5%.", &["以下"]);
    check("失业率控制在5%以下。", "Keep unemployment at or below 5%.", &[]);
    check("新增床位200张以上。", "Add 200 beds.", &["以上"]);
    check("新增床位200张以上。", "Add at least 200 beds.", &[]);
    check("价格不超过3元。", "The price is not to exceed 3 yuan.", &[]);
    check("价格不超过3元。", "The price is above 3 yuan.", &["不超过"]);
    check("客流突破300万人次。", "Have about 3 million passengers.", &["突破"]);
    check("落实以上措施。", "Carry out these measures.", &[]);
}

#[test]
fn bounds_stand_at_their_own_figures() {
    let moved = "Train 500 teachers and add at least 300 places.";
    check("培训教师500人以上，新增学位300个。", moved, &["500人以上", "300个"]);
    let kept = "Train at least 500 teachers and add 300 places.";
    check("培训教师500人以上，新增学位300个。", kept, &[]);
    check("新建图书馆3座。", "Build at least 3 libraries.", &["3座"]);
    check("新建图书馆3座。", "Build 3 libraries.", &[]);
    check("覆盖1000人以上的社区。", "Cover communities of 1,000 people or more.", &[]);
    check("排放量不超过50吨。", "Emissions of no more than 50 tonnes.", &[]);
}

#[test]
fn one_word_renders_one_mood() {
    let once = "Advance the building of ports and fairways.";
    check("推动港口建设,推进航道建设。", once, &["推进"]);
    let twice = "Promote the building of ports, and advance that of fairways.";
    check("推动港口建设,推进航道建设。", twice, &[]);
}

#[test]
fn an_open_list_stays_open() {
    check("建设公园等设施。", "Build parks.", &["等"]);
    check("建设公园等设施。", "Build facilities such as parks.", &[]);
    check("按等级管理。", "Manage by grade.", &[]);
}

#[test]
fn names_are_kept_and_none_is_added() {
    let found = |english: &str| -> Vec<String> {
        let (mut library, _) = library("支持东江市建设配套企业园。", english);
        for (id, zh, en) in [("a", "东江市", "Dongjiang City"), ("b", "西江市", "Xijiang City")]
        {
            let place = format!("id = \"{id}\"\nzh = [\"{zh}\"]\nen = \"{en}\"\nkind = \"city\"");
            library.places.push(toml::from_str::<Place>(&place).expect("a place"));
        }
        let body = "id = \"c\"\nzh = [\"配套企业\"]\nen = \"supporting enterprises\"\nkind = \"e\"";
        library.bodies.push(toml::from_str::<Body>(body).expect("a body"));
        let problems = editorial::check(&library, &[], &table(""), &|_| None);
        let word = |message: &str| message.split(['“', '”']).nth(1).map(str::to_owned);
        problems.iter().filter_map(|problem| word(&problem.message)).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(found("Support Dongjiang in building a park for supporting enterprises."), none);
    assert_eq!(
        found("Support Xijiang in building a park for supporting enterprises."),
        ["东江市", "Xijiang"]
    );
    assert_eq!(found("Support Dongjiang in building a park for suppliers."), ["配套企业"]);
    // The enterprises that support are no support.
    assert_eq!(found("Order Dongjiang to build a park for supporting enterprises."), ["支持"]);
}

#[test]
fn plain_lines_add_nothing() {
    check_plain("新建食堂30家。", "新建食堂30家。", "30 canteens are to be built.", &[]);
    check_plain(
        "新建食堂30家。",
        "鼓励东江市新建食堂30家，床位5张。",
        "30 canteens are encouraged, with 5 beds.",
        &["5 Chinese", "5 English", "东江市 Chinese", "鼓励 Chinese", "encourag English"],
    );
}

#[test]
fn conditions_are_kept() {
    check(
        "在保证安全的前提下，开放隧道。",
        "While ensuring safety, open the tunnel.",
        &["在…前提下"],
    );
    check("在保证安全的前提下，开放隧道。", "Provided that it is safe, open the tunnel.", &[]);
    check("符合规定条件的可申请。", "All applicants apply.", &["符合…条件"]);
    check("有条件的医院设门诊。", "Hospitals open clinics.", &["有条件的"]);
    check("有条件的医院设门诊。", "Hospitals that are able to open clinics.", &[]);
}

#[test]
fn an_exception_needs_its_place_and_a_reason() {
    let (library, file) = library("鼓励创新。", "Reward innovation.");
    let files = |path: &str| (path == "x/translation.en.md").then(|| file.clone());
    let exception = |reason: &str| {
        format!(
            "[[exception]]\nfile = \"x/translation.en.md\"\nat = \"x/1#s1\"\nword = \"鼓励\"\n\
             reason = \"{reason}\"\n"
        )
    };
    let found = |reason: &str| editorial::check(&library, &[], &table(&exception(reason)), &files);
    assert_eq!(found("奖励也是鼓励"), []);
    let messages: Vec<String> = found("").into_iter().map(|problem| problem.message).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[1].contains("not needed or gives no reason"));
}

/// What the plain lines lose, as `word language`.
#[track_caller]
fn check_plain(quote: &str, zh: &str, en: &str, expected: &[&str]) {
    let (mut library, _) = library(quote, "Text.");
    let topic: Topic = toml::from_str(&format!(
        "id = \"t\"\ntitle_zh = \"t\"\ntitle_en = \"t\"\n[[measure]]\nat = \"x/1\"\nquote = \
         \"{quote}\"\nplain_zh = \"{zh}\"\nplain_en = \"{en}\"\n"
    ))
    .expect("a topic");
    library.topics.push(LocatedTopic { topic, sentences: Vec::new() });
    let place =
        "id = \"a\"\nzh = [\"东江市\"]\nen = \"Dongjiang City\"\nkind = \"city\"\ninside = true";
    library.places.push(toml::from_str::<Place>(place).expect("a place"));
    let problems = editorial::check(&library, &[], &table(""), &|_| None);
    let lost: Vec<String> = problems
        .iter()
        .filter(|problem| problem.file == "topics.toml")
        .map(|problem| {
            let parts: Vec<&str> = problem.message.split(['“', '”']).collect();
            let language =
                if problem.message.contains("English line") { "English" } else { "Chinese" };
            format!("{} {language}", parts[1])
        })
        .collect();
    assert_eq!(lost, expected);
}

#[test]
fn plain_lines_keep_figures_places_moods_and_conditions() {
    let quote = "鼓励东江市有条件的社区新建食堂1.2万家以上。";
    let zh = "鼓励东江市有条件的社区建食堂，要建1.2万家以上。";
    let en = "Communities in Dongjiang that are able to are encouraged to set up at least 12,000 \
              canteens.";
    check_plain(quote, zh, en, &[]);
    check_plain(
        quote,
        "社区要建食堂。",
        "Canteens are to be set up.",
        &[
            "有条件的 Chinese",
            "有条件的 English",
            "鼓励 Chinese",
            "鼓励 English",
            "以上 Chinese",
            "以上 English",
            "1.2万 Chinese",
            "1.2万 English",
            "东江市 Chinese",
            "东江市 English",
        ],
    );
}

#[test]
fn related_words_stand_beside_each_other_and_can_be_printed() {
    let (library, _) = library("建设公共厕所。", "Build public toilets.");
    let entry = |en_term: &str, zh: &str, en: &str| ThesaurusEntry {
        rare: false,
        term: "公共厕所".to_owned(),
        zh: vec![zh.to_owned()],
        en_term: en_term.to_owned(),
        en: vec![en.to_owned()],
        note: String::new(),
    };
    let count =
        |entry: ThesaurusEntry| editorial::check(&library, &[entry], &table(""), &|_| None).len();
    assert_eq!(count(entry("public toilets", "公厕", "restroom")), 0);
    assert_eq!(count(entry("washrooms", "公厕", "restroom")), 1);
    assert_eq!(count(entry("public toilets", "残废厕所", "restroom for the handicapped")), 2);
    assert_eq!(count(entry("public toilets", "公厕", "grape")), 0);
    assert_eq!(count(entry("public toilets", "残 废", "restroom")), 0);
}

#[test]
fn officialese_is_explained_where_there_is_a_glossary() {
    let (mut library, _) = library("落实容缺受理。", "Text.");
    let glossary = |path: &str| (path == "glossary.toml").then(String::new);
    let count = |library: &Library, files: &editorial::Files<'_>| {
        editorial::check(library, &[], &table(""), files).len()
    };
    assert_eq!(count(&library, &|_| None), 0);
    assert_eq!(count(&library, &glossary), 1);
    library.terms.push(Term { zh: vec!["容缺受理".to_owned()], ..Term::default() });
    assert_eq!(count(&library, &glossary), 1, "a term that explains nothing");
    library.terms[0].explain_zh = "材料不全先受理".to_owned();
    assert_eq!(count(&library, &glossary), 0);
}
