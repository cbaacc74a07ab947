//! Everyday words: the thesaurus keeps its own rules, and what it has is found with gaps, with
//! typing errors and while typing; what no text has is said to be absent.

use std::collections::BTreeSet;

use corpus::{DocumentKind, Edition, Library};
use search_index::Searcher;
use search_index::index::writer;
use search_index::protocol::{Detail, Notice, Reason, Request, Response, Snippet};
use search_index::text::fold;

use crate::support;

fn top(searcher: &Searcher, query: &str) -> String {
    support::units(&support::search(searcher, query, 1)).first().cloned().unwrap_or_default()
}

#[test]
fn the_thesaurus_has_words_and_not_the_questions_of_the_test() {
    let folded = |text: &str| fold::folded(text);
    let questions: BTreeSet<Vec<char>> =
        support::questions().iter().map(|question| folded(&question.text)).collect();
    for entry in support::thesaurus() {
        let term = &entry.term;
        for word in &entry.zh {
            let length = folded(word).len();
            assert!(length > 1, "{term}: {word} is a single character");
            assert!(length <= 9, "{term}: {word} is not a word");
            // A common word may well be a question too; a phrase is one only by copying.
            let copied = length > 4 && questions.contains(&folded(word));
            assert!(!copied, "{term}: {word} is a question of tests/gold");
        }
        for word in &entry.en {
            let words = word.split_whitespace().count();
            assert!((1..=5).contains(&words), "{term}: {word} is not a word");
            let copied = words > 2 && questions.contains(&folded(word));
            assert!(!copied, "{term}: {word} is a question of tests/gold");
        }
    }
}

#[test]
fn an_everyday_word_may_have_a_gap() {
    let searcher = support::searcher();
    // 房子 塌 and 冰雹 打 are in the thesaurus; the sentences are in no test.
    assert_eq!(top(&searcher, "房子要塌了"), "opinions-2026/21");
    assert_eq!(top(&searcher, "冰雹把庄稼打了"), "opinions-2026/8");
    // 涨不涨 asks no more than 涨吗.
    assert_eq!(top(&searcher, "低保涨不涨"), top(&searcher, "低保涨吗"));
}

#[test]
fn typing_errors_that_sound_alike_are_offered_mended() {
    let searcher = support::searcher();
    for (typed, meant, unit) in [
        ("羊卷", "羊圈", "opinions-2026/2"),
        ("高标准农天", "高标准农田", "opinions-2026/5"),
        ("包米", "苞米", "opinions-2026/4"),
        ("乌兰木骑", "乌兰牧骑", "opinions-2026/24"),
        ("broadbnad", "broadband", "opinions-2026/21"),
    ] {
        let results = support::search(&searcher, typed, 1);
        let offered = Notice::DidYouMean { query: meant.to_owned() };
        assert!(results.notices.contains(&offered), "{typed}: {:?}", results.notices);
        assert_eq!(support::units(&results), [unit], "{typed}");
    }
}

#[test]
fn a_plain_language_line_leads_to_its_provision() {
    let mut library = support::library();
    let lines: Vec<(String, String)> = library
        .topics
        .iter()
        .flat_map(|located| &located.topic.measures)
        .map(|measure| (measure.plain_zh.clone(), measure.at.clone()))
        .collect();
    // Without a thesaurus, so that only the lines can make the difference.
    let found = |library: corpus::Library| {
        let bundle = writer::build(&library, &[]).unwrap();
        let searcher = Searcher::open(&bundle, library).unwrap();
        lines.iter().filter(|(line, at)| top(&searcher, line) == *at).count() as f64
            / lines.len() as f64
    };
    let with = found(library.clone());
    library.topics.clear();
    let without = found(library);
    assert!(with > 0.98 && with > without, "{without:.3} without, {with:.3} with topics");
}

#[test]
fn a_hit_by_a_plain_language_line_says_so_and_marks_what_it_is_about() {
    let searcher = support::searcher();
    let hit = support::search(&searcher, "看了庄稼再选种子", 1).hits.remove(0);
    assert_eq!(hit.at.to_string(), "opinions-2026/6#s3");
    let plain = |reason: &&Reason| matches!(reason, Reason::Plain { .. });
    assert!(hit.reasons.iter().any(|reason| plain(&reason)), "{:?}", hit.reasons);
    let Snippet { text, marks, .. } = &hit.snippets[0];
    let last = marks.last().unwrap();
    let marked = &text[last.start as usize..last.end as usize];
    assert_eq!(marked, "提升“看禾选种”平台建设水平。");
}

#[test]
fn characters_left_over_are_not_marked_where_words_are() {
    let searcher = support::searcher();
    // 手 alone says nothing of telephones.
    let results = support::search(&searcher, "手机管牛羊", 20);
    for Snippet { text, marks, .. } in results.hits.iter().flat_map(|hit| &hit.snippets) {
        if let [mark] = marks[..] {
            assert_ne!(&text[mark.start as usize..mark.end as usize], "手", "{text}");
        }
    }
}

#[test]
fn what_no_text_has_is_said_to_be_absent() {
    let searcher = support::searcher();
    for query in ["股票代码", "驾照", "cryptocurrency", "bitcoin"] {
        let results = support::search(&searcher, query, 10);
        assert_eq!(results.notices, [Notice::NothingFound], "{query}");
        assert!(results.hits.is_empty(), "{query}: single characters are no answer");
    }
    for query in ["足球世界杯门票", "stock exchange listing"] {
        let results = support::search(&searcher, query, 10);
        assert!(results.notices.contains(&Notice::NothingFound), "{query}");
    }
}

#[test]
fn a_subject_of_its_own_is_told_from_words_around_a_subject() {
    let searcher = support::searcher();
    // 研究 and 水电 stand in the texts; 研究生 and 水电站 are other words.
    for query in ["小区物业", "研究生怎么考", "水电站建在哪"] {
        let results = support::search(&searcher, query, 3);
        assert!(results.notices.contains(&Notice::NothingFound), "{query}: {:?}", results.notices);
    }
    for (query, unit) in [
        ("羊粪堆在门口谁来拉", "opinions-2026/23"),
        ("算不算贫困户", "opinions-2026/10"),
        ("包谷今年收不收", "opinions-2026/4"),
    ] {
        let results = support::search(&searcher, query, 3);
        assert!(!results.notices.contains(&Notice::NothingFound), "{query}: {:?}", results.notices);
        assert_eq!(support::units(&results)[0], unit, "{query}");
    }
    // A common word is no slip for one of the texts, nor is a character that may stand beside any.
    let mended = |notice: &Notice| matches!(notice, Notice::Corrected { .. });
    for query in ["village football this week", "咱村高标准大田建设", "京蒙没协作"] {
        let notices = support::search(&searcher, query, 3).notices;
        assert!(!notices.iter().any(mended), "{query}: {notices:?}");
    }
    let notices = support::search(&searcher, "咱村高标准龙田建设", 3).notices;
    assert!(notices.iter().any(mended), "{notices:?}");
}

#[test]
fn what_is_asked_of_a_subject_and_not_stated_is_told() {
    let searcher = support::searcher();
    let told = |query: &str| support::search(&searcher, query, 3).notices;
    for (query, detail) in [
        ("种公羊补贴多少钱", Detail::Amount),
        ("养老保险一年交多少", Detail::Amount),
        ("嘎查村换届是哪天", Detail::Time),
        ("公益性岗位去哪报名", Detail::Way),
        ("how much does the village committee election cost", Detail::Amount),
    ] {
        assert!(told(query).contains(&Notice::NotStated { detail }), "{query}: {:?}", told(query));
    }
    for query in ["设施农业多少亩", "森林食物多少吨", "水毁工程什么时候修复", "设施农业"]
    {
        let notices = told(query);
        let unstated = |notice: &Notice| matches!(notice, Notice::NotStated { .. });
        assert!(!notices.iter().any(unstated), "{query}: {notices:?}");
        assert!(!notices.contains(&Notice::NothingFound), "{query}: {notices:?}");
    }
}

#[test]
fn what_stands_below_a_heading_or_in_a_table_is_stated() {
    let source = "关于老人和看病的办法

一、高龄津贴

（一）提高高龄津贴。对80至89周岁老人每月发放60元。

（二）门诊慢特病。将病种由32种增至38种。

（三）住院报销。住院起付标准如下：

| 医院 | 起付线 |
|---|---|
| 一级 | 200 |
| 二级 | 400 |

（四）停车。新能源车头两小时免费。
";
    let (document, _) = corpus::parse(&"old".into(), DocumentKind::Policy, source, 1);
    let edition = Edition { document, ..Edition::default() };
    let library = Library { editions: vec![edition], ..Library::default() };
    let bundle = writer::build(&library, &[]).unwrap();
    let searcher = Searcher::open(&bundle, library).unwrap();
    let unstated = |query: &str| {
        let notices = support::search(&searcher, query, 3).notices;
        notices.iter().any(|notice| matches!(notice, Notice::NotStated { .. }))
    };
    for query in ["高龄津贴多少钱", "慢特病有多少种", "住院起付线多少", "新能源车免费多久"]
    {
        assert!(!unstated(query), "{query}");
    }
    for query in ["慢特病报多少钱", "高龄津贴去哪报名", "新能源车停车多少钱"]
    {
        assert!(unstated(query), "{query}");
    }
}

#[test]
fn words_of_asking_carry_no_weight() {
    let searcher = support::searcher();
    for query in ["低保标准", "低保标准咋申请", "低保标准去哪办", "低保标准什么材料"]
    {
        let first = support::search(&searcher, query, 1).hits.remove(0);
        assert_eq!(first.at.unit.to_string(), "22", "{query}");
    }
}

#[test]
fn no_word_is_read_across_punctuation_or_from_particles() {
    let searcher = support::searcher();
    let asked = |query: &str| {
        let notices = support::search(&searcher, query, 3).notices.into_iter();
        let also = notices.filter_map(|notice| match notice {
            Notice::AlsoSearched { asked, .. } => Some(asked),
            _ => None,
        });
        also.collect::<Vec<String>>()
    };
    assert!(asked("大棚盖羊圈").iter().any(|word| word.contains("羊圈")));
    assert!(!asked("大棚养了羊，圈地盖房").iter().any(|word| word.contains("羊圈")));
    // Where the words stand in the text as they are, none of them means another one.
    assert!(asked("flood season").is_empty(), "{:?}", asked("flood season"));
}

#[test]
fn everyday_words_are_suggested() {
    let searcher = support::searcher();
    let suggest = |prefix: &str, english: bool| {
        let request = Request::Suggest { id: 0, prefix: prefix.to_owned(), english, limit: 8 };
        let Response::Suggestions { suggestions, .. } = searcher.respond(&request) else {
            panic!("no suggestions")
        };
        suggestions.into_iter().map(|suggestion| suggestion.text).collect::<Vec<_>>()
    };
    let has = |prefix: &str, text: &str| {
        let found = suggest(prefix, prefix.is_ascii());
        assert!(found.iter().any(|own| own == text), "{prefix}: {found:?}");
    };
    has("羊", "羊圈");
    has("yangjuan", "羊圈");
    has("tuol", "拖拉机");
    has("toil", "toilet");
    // The whole word leads to what the texts call it.
    assert_eq!(suggest("羊圈", false).first().map(String::as_str), Some("牲畜圈舍"));
    assert_eq!(suggest("hay", true).first().map(String::as_str), Some("forage"));
    // The texts say nothing of potatoes.
    assert!(suggest("土豆", false).is_empty());
}

#[test]
fn a_hit_that_has_only_part_of_a_word_shows_that_part() {
    let searcher = support::searcher();
    for query in ["sheep pen", "old age pension", "羊圈补贴", "婚嫁彩礼管理"] {
        let results = support::search(&searcher, query, 50);
        assert!(results.hits.len() > 1, "{query}");
        for hit in &results.hits {
            let shown = hit.snippets.iter().any(|snippet| !snippet.marks.is_empty());
            assert!(shown, "{query}: {} shows nothing of it", hit.at);
        }
    }
}
