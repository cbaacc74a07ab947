//! Ordinals and ranks: 第二轮, 全国第五位, 首台, 二十届, 前五十名.

use super::figure::Figure;
use super::{Bound, FactKind};
use crate::chars::Chars;
use crate::quantities::numerals::Script;
use crate::quantities::units::{self, Measure};
use crate::quantities::{bounds, numeral};
use crate::text::is_han;

/// Among whom someone has a rank.
const SCOPES: [&str; 12] = [
    "全国",
    "全世界",
    "世界",
    "全球",
    "全省",
    "全区",
    "全市",
    "全县",
    "西部",
    "亚洲",
    "国内",
    "同行业",
];

/// Words before a span of time that belong to it.
pub(super) const SPANS_OF_TIME: [&str; 8] =
    ["过去", "未来", "今后", "最近", "近", "前", "后", "连续"];

/// 第二轮, 全国第五位, 全国首位, 首台(套), 二十届, 前五十名.
pub(super) fn ordinal(text: &Chars, at: usize) -> Option<Figure> {
    let start = at - text.any_before(at, &SCOPES).map_or(0, |(_, length)| length);
    let (value, end) = match text.get(at)? {
        '首' => (1.0, at + 1),
        '第' => numbered(text, at)?,
        '前' => return leading(text, at, start),
        _ => return session(text, at).or_else(|| grade(text, at)).or_else(|| grades(text, at)),
    };
    let unit = units::unit_at(text, end)?;
    let end = end + unit.length;
    let ranked = matches!(unit.form, "位" | "名");
    let seated = ["居", "列", "占", "为"].iter().any(|word| text.ends(at, word));
    if text.has(at, "首") && (ranked && start == at && !seated || unit.form == "次") {
        return None;
    }
    let kind = if ranked { FactKind::Rank } else { FactKind::Ordinal };
    let start = if ranked { start } else { at };
    let mut figure = Figure::new(start..end, Some(kind), value);
    figure.unit = Some(unit);
    Some(figure)
}

/// 第二, 第1—3, 第1、2.
fn numbered(text: &Chars, at: usize) -> Option<(f64, usize)> {
    let (value, mut end) = number_after(text, at)?;
    while text.any_at(end, &["至", "到", "-", "~", "、"]).is_some()
        && let Some((_, after)) = number_after(text, end)
    {
        end = after;
    }
    Some((value, end))
}

fn number_after(text: &Chars, at: usize) -> Option<(f64, usize)> {
    numeral(text, at + 1).map(|number| (number.value, number.range.end))
}

/// 全国排名前五十位: a rank or better.
fn leading(text: &Chars, at: usize, start: usize) -> Option<Figure> {
    let (value, end) = number_after(text, at)?;
    let unit = units::unit_at(text, end).filter(|unit| matches!(unit.form, "位" | "名"))?;
    let mut figure = Figure::new(start..end + unit.length, Some(FactKind::Rank), value);
    figure.unit = Some(unit);
    figure.bound = Some(Bound::AtMost);
    Some(figure)
}

/// 二十届: sessions are numbered, not counted, unless the text says 两届 or 连续三届.
fn session(text: &Chars, at: usize) -> Option<Figure> {
    let number = numeral(text, at)?;
    let unit = units::unit_at(text, number.range.end)
        .filter(|unit| unit.measure == Measure::Order && unit.form == "届")?;
    let counted = text.has(at, "两") || text.any_before(at, &SPANS_OF_TIME).is_some();
    let kind = if counted { FactKind::Count } else { FactKind::Ordinal };
    let mut figure = Figure::new(at..number.range.end + unit.length, Some(kind), number.value);
    let bounding = bounds::before(text, at, unit.measure).filter(|_| counted);
    figure.bound = bounding.map(|bounding| bounding.bound);
    figure.unit = Some(unit);
    Some(figure)
}

/// What has grades: 三级医院, 四级响应, 二级公路.
const GRADED: [&str; 24] = [
    "医院",
    "响应",
    "保护",
    "公路",
    "甲等",
    "标准",
    "预警",
    "应急",
    "资质",
    "防护",
    "手术",
    "水源",
    "企业",
    "建造师",
    "能效",
    "管控",
    "警报",
    "市场",
    "学科",
    "工程师",
    "医疗机构",
    "航道",
    "河流",
    "耐火",
];

/// 三级医院: one digit before a grade is its name, where nothing says that so many are meant (两级,
/// 省、市、县三级).
fn grade(text: &Chars, at: usize) -> Option<Figure> {
    let number = numeral(text, at).filter(|number| number.range.len() == 1 && number.clear)?;
    let unit = units::unit_at(text, number.range.end)
        .filter(|unit| matches!(unit.form, "级" | "类" | "期" | "档" | "套"))?;
    let end = number.range.end + unit.length;
    let projected = unit.form == "期" && text.any_at(end, &["工程", "项目", "扩建"]).is_some();
    let graded = unit.form == "级" && (text.any_at(end, &GRADED).is_some() || ranks(text, at, end));
    // Two flats are 两套; 二套 is the second one.
    let second = unit.form == "套"
        && text.has(at, "二")
        && text.any_at(end, &["住房", "房", "自住", "改善", "贷款", "及以上"]).is_some();
    let classed = unit.form == "类" && text.any_at(end, &["地区", "水质", "水体"]).is_some();
    let one_of_several =
        unit.form != "套" && number.script == Script::Chinese && listed(text, at, end, unit.form);
    if text.any_at(at, &["一", "两"]).is_some()
        || !(projected || graded || classed || second || one_of_several)
    {
        return None;
    }
    let mut figure = Figure::new(at..end, Some(FactKind::Ordinal), number.value);
    figure.unit = Some(unit);
    Some(figure)
}

/// Whether what has this grade is named behind it, 四级调研员, and nothing counts levels: 省、市、县
/// 三级, 分为三级, 四级联动.
fn ranks(text: &Chars, at: usize, end: usize) -> bool {
    const COUNTING: &str = "省市县区旗盟乡镇村组国校部户中央下分成共各这等设和与及至到";
    const OF_LEVELS: [&str; 20] = [
        "书记", "网络", "体系", "联动", "政府", "联网", "河长", "林长", "田长", "湖长", "平台",
        "管理", "服务", "组织", "干部", "贯通", "财政", "架构", "协同", "以",
    ];
    let counted =
        at.checked_sub(1).and_then(|at| text.get(at)).is_some_and(|c| COUNTING.contains(c));
    let named = text.get(end).is_some_and(|c| is_han(c) && !"的及和或与".contains(c));
    named && !counted && text.any_at(end, &OF_LEVELS).is_none()
}

/// Whether other grades of the kind are named beside this one: 一级、二级、三级, 一类区、二类区, or
/// the first of them anywhere in the sentence: 一类公厕30座、其余为三类. What is counted is not
/// counted again and again.
fn listed(text: &Chars, at: usize, end: usize, unit: &str) -> bool {
    const JOINED: [&str; 6] = ["、", "和", "或", "与", "及", "，"];
    /// As many characters may stand between the unit and what joins it: 一类地区、二类地区.
    const LONGEST_NAMED: usize = 3;
    let graded = |at: usize| {
        let number =
            numeral(text, at).filter(|n| n.range.len() == 1 && n.script == Script::Chinese);
        number.filter(|number| text.has(number.range.end, unit))
    };
    let next = (end..=end + LONGEST_NAMED)
        .find_map(|joint| text.any_at(joint, &JOINED).map(|(_, length)| joint + length));
    let before = |joint: usize| {
        let last = joint - text.any_before(joint, &JOINED)?.1;
        (last.saturating_sub(LONGEST_NAMED + 2)..last).find_map(graded)
    };
    let first = |at: usize| graded(at).is_some_and(|number| number.value < 2.0);
    next.and_then(graded).is_some() || before(at).is_some() || (0..text.len()).any(first)
}

/// 一至六级, 一到三年级: grades from one to another are numbered, not counted. Digits may measure
/// (5至6级大风).
fn grades(text: &Chars, at: usize) -> Option<Figure> {
    let one = |at: usize| {
        numeral(text, at).filter(|n| n.clear && n.range.len() == 1 && n.script == Script::Chinese)
    };
    let first = one(at)?;
    let (_, mark) = text.any_at(first.range.end, &["至", "到", "-", "~"])?;
    let last = one(first.range.end + mark).filter(|last| last.value > first.value)?;
    let unit = units::unit_at(text, last.range.end).filter(|unit| unit.form == "级")?;
    let wind = text.any_at(last.range.end + unit.length, &["风", "大风", "阵风", "地震"]);
    if wind.is_some() {
        return None;
    }
    let range = at..last.range.end + unit.length;
    let mut figure = Figure::new(range, Some(FactKind::Ordinal), first.value);
    figure.upper = Some(last.value);
    figure.unit = Some(unit);
    Some(figure)
}
