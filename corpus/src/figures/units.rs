//! Units and measure words: what a figure counts.
//!
//! Measure words are a closed class of Chinese; the table holds those of official texts. What is
//! not in it is not read as a quantity.

use crate::chars::Chars;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Area, mass, volume, length, energy, money: promised amounts.
    Amount,
    /// Per cent and the like.
    Share,
    /// Years, months, days, hours.
    Time,
    /// Things counted one by one: 家, 头, 处.
    Count,
    /// Degrees and groups, which only structure the text: 级, 类, 方面.
    Group,
    /// What is numbered rather than counted: 届, 位.
    Order,
}

/// A unit as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// How it is printed.
    pub form: &'static str,
    /// How it is reported.
    pub name: &'static str,
    /// What it measures.
    pub measure: Measure,
    /// Its length in characters.
    pub length: usize,
}

/// Forms that are reported under another name.
const RENAMED: [(&str, &str, Measure); 11] = [
    ("台(套)", "台(套)", Measure::Count),
    ("台（套）", "台(套)", Measure::Count),
    ("个方面", "个", Measure::Group),
    ("个领域", "个", Measure::Group),
    ("个环节", "个", Measure::Group),
    ("％", "%", Measure::Share),
    ("℅", "%", Measure::Share),
    ("m²", "平方米", Measure::Amount),
    ("㎡", "平方米", Measure::Amount),
    ("周岁", "岁", Measure::Time),
    ("标准箱", "标箱", Measure::Amount),
];

/// Units by what they measure; longer forms before their beginnings.
const TABLE: [(Measure, &[&str]); 6] = [
    (
        Measure::Amount,
        &[
            "平方公里",
            "平方千米",
            "平方米",
            "立方米",
            "公顷",
            "公里",
            "千米",
            "厘米",
            "毫米",
            "海里",
            "米",
            "亩",
            "公斤",
            "千克",
            "毫克",
            "标箱",
            "吨",
            "斤",
            "克",
            "吨级",
            "千瓦时",
            "千瓦",
            "兆瓦",
            "吉瓦",
            "升",
            "美元",
            "欧元",
            "元",
            "摄氏度",
        ],
    ),
    (Measure::Share, &["个百分点", "百分点", "%", "‰"]),
    (
        Measure::Time,
        &[
            "个工作日",
            "工作日",
            "个小时",
            "小时",
            "分钟",
            "个月",
            "个季度",
            "季度",
            "个学期",
            "学期",
            "周年",
            "年度",
            "年",
            "个星期",
            "星期",
            "周",
            "天",
            "日",
            "岁",
        ],
    ),
    (
        Measure::Count,
        &[
            "人次", "户次", "车次", "班次", "架次", "列次", "场次", "个", "家", "户", "人", "名",
            "头", "只", "匹", "口", "羽", "尾", "株", "棵", "座", "处", "项", "件", "台", "套",
            "辆", "艘", "架", "部", "份", "批", "所", "间", "张", "本", "册", "篇", "场", "次",
            "种", "支", "队", "列", "趟", "宗", "起", "例", "块", "床", "孔", "眼", "倍", "成",
            "笔", "门", "节", "堂", "顶", "盏", "道", "期", "轮", "位", "条", "款", "章", "编",
        ],
    ),
    (Measure::Group, &["方面", "大", "级", "类", "层", "步", "环节", "领域", "部门", "部分"]),
    (Measure::Order, &["届", "号"]),
];

/// Runs of years that are counted as achievements: 二十二连丰, 三连冠.
const STREAKS: [&str; 6] = ["连丰", "连增", "连涨", "连冠", "连升", "连降"];

fn unit(form: &'static str, name: &'static str, measure: Measure) -> Unit {
    Unit { form, name, measure, length: form.chars().count() }
}

/// The longest unit that stands at this index.
pub fn unit_at(text: &Chars, at: usize) -> Option<Unit> {
    let renamed = RENAMED.iter().map(|(form, name, measure)| unit(form, name, *measure));
    let streaks = STREAKS.iter().map(|form| unit(form, form, Measure::Count));
    let plain = TABLE
        .iter()
        .flat_map(|(measure, forms)| forms.iter().map(move |form| unit(form, form, *measure)));
    let mut longest: Option<Unit> = None;
    for unit in renamed.chain(streaks).chain(plain) {
        let longer = longest.is_none_or(|best| unit.length > best.length);
        if longer && text.has(at, unit.form) {
            longest = Some(unit);
        }
    }
    longest
}

/// Whether a unit that begins with a power of ten stands here, as 千瓦 or 千米: then the power is
/// not part of the number.
pub fn begins_longer_unit(text: &Chars, at: usize) -> bool {
    matches!(text.get(at), Some('千' | '百' | '万'))
        && unit_at(text, at).is_some_and(|unit| unit.length > 1)
}

/// Whether the unit counts successive years.
pub fn is_streak(unit: &Unit) -> bool {
    STREAKS.contains(&unit.form)
}
