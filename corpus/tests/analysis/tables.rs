//! Figures in tables: which unit a bare number has, what it is there for, and what row and column say.

use corpus::facts::{self, Bound, FactKind};
use corpus::{DocumentKind, parse};

#[test]
fn a_row_has_the_unit_of_its_own_cell() {
    let rows =
        "| 指标 | 单位 | 2025年 | 2030年 |\n|---|---|---|---|\n| 灌溉面积 | 万亩 | 120 | 180 |";
    let text = format!("某县规划\n\n一、指标\n\n（一）指标如下。\n\n{rows}\n");
    let document = parse(&"x".into(), DocumentKind::Policy, &text, 1).0;
    let facts = facts::facts(&document, &[]);
    let areas: Vec<f64> = facts.iter().filter(|f| f.unit == "亩").map(|f| f.value).collect();
    assert_eq!(areas, [1_200_000.0, 1_800_000.0], "{facts:?}");
}

/// The figures of a table under a paragraph, each with its row and its column.
fn of_table(above: &str, rows: &str) -> Vec<String> {
    let text = format!("某县规划\n\n一、指标\n\n（一）指标如下。\n\n{above}\n\n{rows}\n");
    let document = parse(&"x".into(), DocumentKind::Policy, &text, 1).0;
    let facts = facts::facts(&document, &[]);
    let told = facts.iter().map(|fact| {
        let names = document.cell_names(&fact.at, fact.span).unwrap_or_default();
        let about = fact.about.of(&document.sentence(&fact.at).expect("a row").text);
        format!("{} {} {about} / {}", fact.value, fact.unit, names.column)
    });
    told.collect()
}

#[test]
fn the_number_of_a_row_is_not_its_name() {
    let rows =
        "| 序号 | 船型 | 月租金（元） |\n|---|---|---|\n| 1 | 拖轮 | 900 |\n| 2 | 驳船 | 400 |";
    assert_eq!(
        of_table("见下表。", rows),
        ["900 元 拖轮 / 月租金（元）", "400 元 驳船 / 月租金（元）"]
    );
}

#[test]
fn a_head_of_two_rows_names_each_column() {
    let rows =
        "| 船型 | 岸电价格（元/小时） | |\n|---|---|---|\n| | 白天 | 夜间 |\n| 拖轮 | 12 | 8 |";
    assert_eq!(
        of_table("见下表。", rows),
        ["12 元/小时 拖轮 / 岸电价格（元/小时） 白天", "8 元/小时 拖轮 / 岸电价格（元/小时） 夜间"]
    );
}

#[test]
fn a_kind_of_place_in_brackets_is_no_unit() {
    let rows =
        "| 人才 | 补贴（万元） | |\n|---|---|---|\n| | 主城区 | 县（市） |\n| 博士 | 30 | 36.5 |";
    assert_eq!(
        of_table("见下表。", rows),
        ["300000 元 博士 / 补贴（万元） 主城区", "365000 元 博士 / 补贴（万元） 县（市）"]
    );
}

#[test]
fn a_unit_above_a_table_is_that_of_its_cells() {
    let rows = "| 码头 | 投资 | 泊位数 |\n|---|---|---|\n| 北港 | 35 | 4 |";
    assert_eq!(of_table("（单位：万元）", rows), ["350000 元 北港 / 投资"]);
}

/// Kind, bound, value and upper end, unit and deadline of the figures of such a table.
fn kinds(above: &str, rows: &str) -> Vec<String> {
    let text = format!("某县规划\n\n一、指标\n\n（一）指标如下。\n\n{above}\n\n{rows}\n");
    let document = parse(&"x".into(), DocumentKind::Policy, &text, 1).0;
    let told = facts::facts(&document, &[]).into_iter().map(|fact| {
        let upper = fact.upper.map_or_else(String::new, |upper| format!("..{upper}"));
        let bound = if fact.bound == Bound::Exact { "" } else { " bounded" };
        let due = if fact.due.is_empty() { String::new() } else { format!(" by {}", fact.due) };
        format!("{:?}{bound} {}{upper} {}{due}", fact.kind, fact.value, fact.unit)
    });
    told.collect()
}

#[test]
fn the_head_says_what_figures_are_there_for() {
    let rows = "| 船型 | 起付标准（元） | 支付比例（%） | 年度支付限额（万元） | 总投资（亿元） |\n\
                |---|---|---|---|---|\n| 拖轮 | 900 | 85 | 3～5 | 2.5 |";
    assert_eq!(
        kinds("见下表。", rows),
        [
            "Standard 900 元",
            "Standard 85 %",
            "Limit bounded 30000..50000 元",
            "Target 250000000 元"
        ]
    );
    assert_eq!(
        kinds("岸电补贴标准如下：", "| 船型 | 白天（元） |\n|---|---|\n| 拖轮 | 12 |"),
        ["Standard 12 元"]
    );
    assert_eq!(
        kinds("岸电补贴资金安排如下：", "| 年度 | 金额（元） |\n|---|---|\n| 补贴资金 | 12 |"),
        ["Target 12 元"]
    );
}

#[test]
fn bare_numbers_may_be_ranges_changes_bounds_and_pairs() {
    let rows = "| 船型 | 比例（%） | 码头（个/米） | 津贴（元/人） |\n|---|---|---|---|\n\
                | 拖轮 | 65→60 | 8/360 | 2.4万 |\n| 驳船 | ≥30 | 2/90 | 1,200 |";
    assert_eq!(
        kinds("见下表。", rows),
        [
            "Baseline 65 %",
            "Target 60 %",
            "Count 8 个",
            "Target 360 米",
            "Standard 24000 元/人",
            "Target bounded 30 %",
            "Count 2 个",
            "Target 90 米",
            "Standard 1200 元/人",
        ]
    );
}

#[test]
fn the_name_of_a_row_may_state_its_unit_and_a_column_its_deadline() {
    let rows = "| 任务 | 数量 | 完成时限 |\n|---|---|---|\n\
                | 老旧渔船改造（艘） | 12 | 2025年9月30日 |\n| 培训（人次） | 400 | 2025年底 |";
    assert_eq!(
        kinds("见下表。", rows),
        [
            "Target 12 艘 by 2025-09-30",
            "Date 2025 日 by 2025-09-30",
            "Target 400 人次 by 2025",
            "Date 2025 年 by 2025",
        ]
    );
}

#[test]
fn a_level_alone_in_its_cell_counts_nothing() {
    let rows = "| 码头等级 | 泊位数（个） |\n|---|---|\n| 二级 | 4 |";
    assert_eq!(kinds("见下表。", rows), ["Ordinal 2 级", "Count 4 个"]);
}

#[test]
fn a_cell_over_several_columns_has_their_common_name() {
    let rows = "| 人才 | 补贴（万元） | |\n|---|---|---|\n| | 主城区 | 郊区 |\n\
                | 博士 | 30 | 36 |\n| 其他 | 一事一议，不超过50万元 | |";
    assert_eq!(of_table("见下表。", rows)[2], "500000 元 一事一议 / 补贴（万元）");
}

#[test]
fn what_is_no_amount_of_its_column_is_none() {
    // A period, a rate and a score are neither money nor what the row counts.
    let rows = "| 项目 | 建设时间 | 投资 |\n|---|---|---|\n| 北港码头 | 2026-2028 | 35 |";
    assert_eq!(kinds("（单位：万元）", rows), ["Target 350000 元"]);
    let rows = "| 项目 | 数量 | 投资 | 完成年份 | 分值 |\n|---|---|---|---|---|\n\
                | 渔船改造（艘） | 12 | 300 | 2027 | 5 |";
    assert_eq!(kinds("（单位：万元）", rows), ["Target 12 艘", "Target 3000000 元"]);
    let rows = "| 码头 | 租金（元/亩） |\n|---|---|\n| 北港 | 800/1000 |";
    assert!(kinds("见下表。", rows).is_empty(), "two rates that nobody names");
    let rows = "| 指标 | 高标准农田占比（%） | 限额以上零售额（亿元） | 现有渔船数量（艘） |\n\
                |---|---|---|---|\n| 全县 | 60 | 35 | 12 |";
    assert_eq!(kinds("见下表。", rows), ["Target 60 %", "Target 3500000000 元", "Count 12 艘"]);
}

#[test]
fn a_deadline_is_that_of_its_column() {
    let rows = "| 水库 | 总投资（万元） | 备注 |\n|---|---|---|\n\
                | 北库 | 3000 | 2026年6月底前完成初步设计 |";
    assert_eq!(kinds("见下表。", rows)[0], "Target 30000000 元");
    let rows = "| 水库 | 总投资（万元） | 建设期限 |\n|---|---|---|\n\
                | 北库 | 3000 | 2026年1月至2028年12月 |";
    assert_eq!(kinds("见下表。", rows)[0], "Target 30000000 元 by 2028-12");
}

#[test]
fn a_class_names_no_row_and_years_before_a_plan_promise_nothing() {
    let rows = "| 类别 | 指标名称 | 单位 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|---|---|\n\
        | 运力 | 客船载客量 | 万人 | 13 | >14 | 预期性 |\n\
        | 绿色 | 岸电使用率 | % | 72 | 85 | 约束性 |";
    let text = format!("某县“十五五”航运规划\n\n一、指标\n\n（一）指标如下。\n\n{rows}\n");
    let document = parse(&"x".into(), DocumentKind::Policy, &text, 1).0;
    let told: Vec<String> = facts::facts(&document, &[])
        .iter()
        .filter(|fact| fact.at.sentence > Some(2) && !fact.unit.is_empty())
        .map(|fact| {
            let about = fact.about.of(&document.sentence(&fact.at).expect("a row").text);
            format!("{about} {} {:?} {:?} {}", fact.value, fact.kind, fact.bound, fact.due)
        })
        .collect();
    assert_eq!(
        told,
        [
            "客船载客量 130000 Baseline Exact ",
            "客船载客量 140000 Target MoreThan 2030",
            "岸电使用率 72 Baseline Exact ",
            "岸电使用率 85 Target Exact 2030",
        ]
    );
}

#[test]
fn below_a_heading_of_how_things_are_nothing_is_promised() {
    let kinds = |heading: &str| -> Vec<FactKind> {
        let text = format!(
            "某县航运规划\n\n一、{heading}\n\n全县客船载客量13万人，岸电使用率72%。\n\n二、任务\n\n开工。\n"
        );
        let document = parse(&"x".into(), DocumentKind::Policy, &text, 1).0;
        facts::facts(&document, &[]).iter().map(|fact| fact.kind).collect()
    };
    assert!(!kinds("发展基础").contains(&FactKind::Target), "{:?}", kinds("发展基础"));
    assert!(kinds("主要目标").contains(&FactKind::Target), "{:?}", kinds("主要目标"));
}

#[test]
fn letters_of_classes_are_shared_out() {
    let text = "某县船员办法\n\n（一）奖励。A、B、C类最高分别为9万元、7万元、5万元。\n";
    let document = parse(&"x".into(), DocumentKind::Policy, text, 1).0;
    let facts = facts::facts(&document, &[]);
    let about = |fact: &facts::Fact| {
        fact.about.of(&document.sentence(&fact.at).expect("a sentence").text).to_owned()
    };
    let told: Vec<String> = facts.iter().map(about).collect();
    assert_eq!(told, ["A", "B", "C类"]);
}
