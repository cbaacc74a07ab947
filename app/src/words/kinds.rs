//! What kinds of things are called: facts, bounds, comparisons, changes, places and bodies.

use corpus::{Agreement, Bound, ChangeKind, FactKind};

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of kinds;

    fact_target: "目标", "Target";
    fact_result: "已达到", "Achieved";
    fact_date: "日期、期限", "Date or period";
    fact_threshold: "条件", "Condition";
    fact_limit: "限额", "Limit";
    fact_penalty: "处罚", "Penalty";
    fact_baseline: "原水平", "Starting point";
    fact_rank: "名次", "Rank";
    fact_count: "计数", "Count";
    fact_ordinal: "序数", "Ordinal";
    fact_name: "名称", "Name";
    fact_standard: "标准", "Rate";

    bound_at_least: "不低于", "at least";
    bound_at_most: "不超过", "at most";
    bound_more_than: "超过", "more than";
    bound_less_than: "不足", "less than";
    bound_about: "大约", "about";

    figures_same: "相同", "Same";
    figures_different: "不同", "Different";
    figures_only_policy: "只在政策", "Only in the policy";
    figures_only_interpretation: "只在解读", "Only in the interpretation";

    change_added: "新增", "New in this document";
    change_dropped: "不再有", "Dropped";
    change_changed: "文字有变", "Changed";
    change_merged: "由几条合并", "Merged from several";
    change_split: "从一条拆出", "Split off from one";
    change_unchanged: "文字相同", "The same words";

    place_region: "区域", "Regions";
    place_league: "盟", "Leagues";
    place_city: "市", "Cities";
    place_banner: "旗", "Banners";
    place_zone: "开发区、示范区", "Zones";
    place_plain: "平原", "Plains";
    place_river: "河流", "Rivers";
    place_lake: "湖泊", "Lakes";
    place_reservoir: "水库", "Reservoirs";
    place_irrigation_district: "灌区", "Irrigation districts";
    place_bloc: "国家集团、合作框架", "Groups of countries";
    place_party: "党的机构", "Party bodies";
    place_government: "政府", "Government";
    place_grassroots: "嘎查村一级", "Villages and gachas";
    place_joint: "党委和政府联合", "Party and government jointly";
    place_dispatched: "上级选派的人员", "People sent by higher levels";
    place_enterprise: "企业、合作社、金融", "Enterprises, cooperatives, finance";
    place_institution: "学校、医院、研究、文化", "Schools, hospitals, research, culture";
    place_platform: "平台、中心、基地", "Platforms, centres, bases";
}

/// A kind of fact in words.
pub fn fact_kind(kind: FactKind, locale: UiLocale) -> &'static str {
    let words = words(locale);
    match kind {
        FactKind::Target => words.fact_target,
        FactKind::Result => words.fact_result,
        FactKind::Date => words.fact_date,
        FactKind::Threshold => words.fact_threshold,
        FactKind::Limit => words.fact_limit,
        FactKind::Penalty => words.fact_penalty,
        FactKind::Baseline => words.fact_baseline,
        FactKind::Rank => words.fact_rank,
        FactKind::Count => words.fact_count,
        FactKind::Ordinal => words.fact_ordinal,
        FactKind::Name => words.fact_name,
        FactKind::Standard => words.fact_standard,
    }
}

/// A bound in words; nothing for the figure itself.
pub fn bound(bound: Bound, locale: UiLocale) -> Option<&'static str> {
    let words = words(locale);
    match bound {
        Bound::Exact => None,
        Bound::AtLeast => Some(words.bound_at_least),
        Bound::AtMost => Some(words.bound_at_most),
        Bound::MoreThan => Some(words.bound_more_than),
        Bound::LessThan => Some(words.bound_less_than),
        Bound::About => Some(words.bound_about),
    }
}

/// How two figures agree, as a sign and in words.
pub fn agreement(agreement: Agreement, locale: UiLocale) -> (&'static str, &'static str) {
    let words = words(locale);
    match agreement {
        Agreement::Same => ("=", words.figures_same),
        Agreement::Different => ("≠", words.figures_different),
        Agreement::OnlyPolicy => ("◂", words.figures_only_policy),
        Agreement::OnlyInterpretation => ("▸", words.figures_only_interpretation),
    }
}

/// What became of a provision, in plain words.
pub fn change(kind: ChangeKind, locale: UiLocale) -> &'static str {
    let words = words(locale);
    match kind {
        ChangeKind::Added => words.change_added,
        ChangeKind::Dropped => words.change_dropped,
        ChangeKind::Changed => words.change_changed,
        ChangeKind::Merged => words.change_merged,
        ChangeKind::Split => words.change_split,
        ChangeKind::Unchanged => words.change_unchanged,
    }
}

/// A kind of places or bodies: as seeds write it, and in words.
type PlaceKind = (&'static str, fn(&Texts) -> &'static str);

/// Kinds of places and bodies, in the order of the page.
const PLACES: [PlaceKind; 19] = [
    ("region", |words| words.place_region),
    ("league", |words| words.place_league),
    ("city", |words| words.place_city),
    ("banner", |words| words.place_banner),
    ("zone", |words| words.place_zone),
    ("plain", |words| words.place_plain),
    ("river", |words| words.place_river),
    ("lake", |words| words.place_lake),
    ("reservoir", |words| words.place_reservoir),
    ("irrigation-district", |words| words.place_irrigation_district),
    ("bloc", |words| words.place_bloc),
    ("party", |words| words.place_party),
    ("government", |words| words.place_government),
    ("grassroots", |words| words.place_grassroots),
    ("joint", |words| words.place_joint),
    ("dispatched", |words| words.place_dispatched),
    ("enterprise", |words| words.place_enterprise),
    ("institution", |words| words.place_institution),
    ("platform", |words| words.place_platform),
];

/// The place of a kind of places or bodies on the page; `None` where we have no name for it.
pub fn place_rank(kind: &str) -> Option<usize> {
    PLACES.iter().position(|(known, _)| *known == kind)
}

/// What a kind of places or bodies is called, by its place on the page.
pub fn place_kind(rank: usize, locale: UiLocale) -> Option<&'static str> {
    PLACES.get(rank).map(|(_, name)| name(words(locale)))
}
