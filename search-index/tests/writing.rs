//! Every way of writing finds the same clause, and the hit says by which way it came.

#[path = "writing/everyday.rs"]
mod everyday;
mod support;

use search_index::Searcher;
use search_index::protocol::{Filters, Fit, Notice, Reason, Request, Response, SearchRequest};

/// The first hit's unit and reasons; data in, text out.
fn first(searcher: &Searcher, query: &str) -> (String, Vec<Reason>, Vec<Notice>) {
    let results = support::search(searcher, query, 5);
    let unit = support::units(&results).first().cloned().unwrap_or_default();
    let reasons = results.hits.first().map(|hit| hit.reasons.clone()).unwrap_or_default();
    (unit, reasons, results.notices)
}

#[test]
fn every_way_of_writing_finds_the_clause() {
    let searcher = support::searcher();
    for (queries, unit) in [
        (
            &[
                "高标准农田建设条例",
                "高標準農田建設條例",
                "gaobiaozhun nongtian jianshe tiaoli",
                "gāobiāozhǔnnóngtiánjiànshètiáolì",
                "gbzntjstl",
                "高标准农田 jianshe 条例",
            ][..],
            "opinions-2026/5",
        ),
        (&["3处中型灌区", "三处中型灌区"], "opinions-2026/5"),
        // A place in a ranking is no number of a measure.
        (&["全国第五位", "全国第5位"], "interpretation-2026/1.0"),
        (
            &[
                "1000万亩",
                "１０００万亩",
                "一千万亩",
                "1,000万亩",
                "10 million mu",
                "10,000,000 mu",
                "10m mu",
                "1000 万 亩",
                "667,000 hectares",
                "单产提升示范区 1000万亩",
            ],
            "opinions-2026/1",
        ),
        (
            &[
                "第十三条",
                "（十三）",
                "13",
                "第13条",
                "13 条",
                "第十三项措施",
                "措施十三",
                "measure 13",
                "Article 13",
                "article no. 13",
                "the thirteenth measure",
                "13th measure",
                "measure thirteen",
                "measure 13 slaughtering",
                "第十三条 屠宰",
                "１３",
            ],
            "opinions-2026/13",
        ),
        (&["twenty-fourth measure", "第二十四条"], "opinions-2026/24"),
        (
            &["350亿元", "三百五十亿元", "35 billion yuan", "35bn yuan", "RMB 35 billion"],
            "opinions-2026/12",
        ),
        (
            &["10%以下", "10%", "１０％", "百分之十", "10 per cent", "ten percent"],
            "opinions-2026/23",
        ),
        (
            &["2025年12月29日", "December 29, 2025", "29 Dec 2025", "2025-12-29"],
            "interpretation-2026/1.0",
        ),
        (
            &["二〇二五年十二月二十九日", "二○二五年十二月二十九日", "2025.12.29", "20251229"],
            "interpretation-2026/1.0",
        ),
        (&["八百四十億斤", "840亿斤", "八百四十亿斤"], "interpretation-2026/1.0"),
        (&["500w平方米", "五百萬平方米"], "opinions-2026/2"),
        (&["\u{2fbc}标准农田建设条例"], "opinions-2026/5"),
        (&["2.1"], "interpretation-2026/2.1"),
        (
            &["羊圈", "牛棚", "sheep pen", "sheepfold", "yangjuan", "yang juan butie", "羊juan"],
            "opinions-2026/2",
        ),
        (
            &["髮展林下經濟 林下種植養殖", "林下种植养殖", "linxia zhongzhi yangzhi"],
            "opinions-2026/1",
        ),
        (&["telecom fraud", "telecom fruad", "TELECOM FRAUDS"], "opinions-2026/25"),
        (&["meng字标 30家", "“蒙”字标企业30家以上"], "opinions-2026/14"),
    ] {
        for query in queries {
            assert_eq!(first(&searcher, query).0, unit, "{query}");
        }
    }
}

#[test]
fn the_name_of_a_plan_is_no_number_of_a_measure() {
    let searcher = support::searcher();
    for name in ["十四五", "十五五", "“十五五”"] {
        let (unit, reasons, _) = first(&searcher, name);
        assert!(!reasons.contains(&Reason::Numbered), "{name}: {unit} {reasons:?}");
    }
}

#[test]
fn pinyin_prefers_words_to_chance() {
    let searcher = support::searcher();
    for (pinyin, word) in [("liwu", "礼物"), ("jiguan", "机关"), ("niunai", "牛奶")] {
        let (_, reasons, _) = first(&searcher, pinyin);
        let read = |r: &Reason| matches!(r, Reason::Pinyin { found, .. } if found == word);
        assert!(reasons.iter().any(read), "{pinyin}: {reasons:?}");
    }
}

#[test]
fn the_hit_says_why() {
    let searcher = support::searcher();
    let has = |query: &str, test: fn(&Reason) -> bool| {
        let (_, reasons, _) = first(&searcher, query);
        assert!(reasons.iter().any(test), "{query}: {reasons:?}");
    };
    has("羊圈", |r| matches!(r, Reason::Related { found, .. } if found == "牲畜圈舍"));
    has("gbznt", |r| matches!(r, Reason::Pinyin { found, .. } if found == "高标准农田"));
    has(
        "嚴守耕地紅線",
        |r| matches!(r, Reason::Traditional { found, .. } if found == "严守耕地红线"),
    );
    has("草蓄平衡", |r| matches!(r, Reason::Spelling { found, .. } if found == "草畜平衡"));
    has("10 million mu", |r| matches!(r, Reason::Number { .. }));
    has("第十三条", |r| *r == Reason::Numbered);
    has("奶业振兴", |r| *r == Reason::Title);
    has("village doctors", |r| *r == Reason::Translation);
}

#[test]
fn a_quantity_in_another_unit_is_not_called_exact() {
    let searcher = support::searcher();
    let top = |query: &str| support::search(&searcher, query, 1).hits.remove(0);
    assert_eq!(top("10 million mu").fit, Fit::Exact);
    for query in ["667,000 hectares", "42 million tonnes", "600万头"] {
        let hit = top(query);
        assert_eq!(hit.fit, Fit::Related, "{query}");
        assert!(matches!(&hit.reasons[0], Reason::Related { .. }), "{query}");
    }
}

#[test]
fn a_related_word_is_told_once_in_the_readers_language() {
    let searcher = support::searcher();
    for english in [false, true] {
        let query = "sheep barn subsidy".to_owned();
        let request = SearchRequest { query, limit: 1, english, ..SearchRequest::default() };
        let hit = searcher.search(&request).hits.remove(0);
        let barn: Vec<&String> = hit
            .reasons
            .iter()
            .filter_map(|reason| match reason {
                Reason::Related { asked, found } if asked == "barn" => Some(found),
                _ => None,
            })
            .collect();
        assert_eq!(barn, [if english { "livestock sheds" } else { "牲畜圈舍" }]);
    }
}

#[test]
fn slips_and_typing_errors_are_told() {
    let searcher = support::searcher();
    let notices = |query: &str| first(&searcher, query).2;
    assert!(notices("(草原").contains(&Notice::ReadAsWords));
    assert!(notices("草蓄平衡").contains(&Notice::DidYouMean { query: "草畜平衡".into() }));
    assert!(
        notices("high standart farmland")
            .contains(&Notice::DidYouMean { query: "high standard farmland".into() })
    );
    assert!(notices("part:6 学生饮用奶").contains(&Notice::SearchedEverywhere));
    assert!(notices("魑魅魍魉").contains(&Notice::NothingFound));
}

#[test]
fn the_query_language() {
    let searcher = support::searcher();
    let units = |query: &str| support::units(&support::search(&searcher, query, 100));
    let all = units("\"保险\"");
    let without = units("\"保险\" -\"农机\"");
    assert!(without.len() < all.len() && without.iter().all(|unit| all.contains(unit)));
    let either = units("\"厕所\" OR \"水厕\"");
    assert!(units("\"厕所\"").iter().all(|unit| either.contains(unit)));
    assert!(units("document:interpretation 奶业").iter().all(|u| u.starts_with("interpretation")));
    assert_eq!(units("title:奶业振兴").first().map(String::as_str), Some("opinions-2026/3"));
    let part: Vec<String> = units("part:3 \"品牌\"");
    assert!(!part.is_empty() && part.iter().all(|unit| units("part:3").contains(unit)));
    assert!(!units("lang:en village").is_empty());
}

#[test]
fn facets_count_before_filters() {
    let searcher = support::searcher();
    let search = |filters: Filters| {
        let query = "\"保险\"".to_owned();
        searcher.search(&SearchRequest { query, filters, limit: 100, ..Default::default() })
    };
    let all = search(Filters::default());
    let total: u32 = all.facets.documents.iter().map(|(_, count)| count).sum();
    assert_eq!(total, all.total);
    let (document, count) = all.facets.documents[0].clone();
    let some = search(Filters { documents: vec![document.clone()], ..Default::default() });
    assert_eq!((some.total, some.facets), (count, all.facets));
    assert!(some.hits.iter().all(|hit| hit.at.document == document && hit.fit == Fit::Exact));
}

#[test]
fn suggestions_and_marks() {
    let searcher = support::searcher();
    let suggest = |prefix: &str| {
        let prefix = prefix.to_owned();
        let request = Request::Suggest { id: 3, prefix, english: false, limit: 8 };
        match searcher.respond(&request) {
            Response::Suggestions { id: 3, suggestions } => {
                suggestions.into_iter().map(|s| s.text).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        }
    };
    assert!(suggest("奶业").iter().any(|text| text.contains("奶业振兴")));
    assert!(suggest("13").iter().any(|text| text.contains("精深加工")));
    assert!(suggest("tisheng").iter().any(|text| text.starts_with("提升")));
    assert!(suggest("tsls").iter().any(|text| text.starts_with("提升粮食")));
    let at = "opinions-2026/3".parse().unwrap();
    let marks = Request::Marks { id: 4, query: "奶业 milk".into(), at };
    let Response::Marks { id: 4, snippets } = searcher.respond(&marks) else { panic!() };
    assert!(snippets.len() > 2 && snippets.iter().all(|snippet| !snippet.marks.is_empty()));
    assert!(snippets.iter().any(|s| s.locale.0 == "en") && snippets[0].locale.0 == "zh-Hans");
}
