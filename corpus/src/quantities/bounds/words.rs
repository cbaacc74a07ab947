//! The words that bound a figure, by what they say of it.

use crate::facts::Bound;

/// Comparisons upwards, without the figure itself.
pub(super) const MORE: &[&str] = &[
    "超过", "超出", "突破", "高于", "大于", "多于", "长于", "高过", "大过", "快于", "宽于", "厚于",
    "重于", "深于", "远于", "优于", "逾", "超", ">",
];
/// Those of them that may stand at a distance from their figure.
pub(super) const MORE_FROM_AFAR: &[&str] = MORE.split_at(8).0;
/// Comparisons downwards.
pub(super) const LESS: &[&str] = &[
    "低于", "小于", "少于", "短于", "慢于", "窄于", "轻于", "低过", "浅于", "薄于", "矮于", "近于",
    "<",
];
/// Those of them that may stand at a distance from their figure.
pub(super) const LESS_FROM_AFAR: &[&str] = LESS.split_at(8).0;
/// Words that deny that so much is reached; they hold their negation.
pub(super) const SHORT: &[&str] = &[
    "未能达到",
    "没有达到",
    "尚未达到",
    "不能达到",
    "未达到",
    "达不到",
    "不足",
    "不到",
    "未到",
    "不满",
    "未满",
    "未达",
    "不及",
];
/// The figure or more.
pub(super) const AT_LEAST: &[&str] = &[
    "不下于",
    "下限为",
    "至少",
    "最少",
    "最低限额",
    "最低",
    "最小",
    "起码",
    "不下",
    "年满",
    "已满",
    "保底",
    "≥",
    ">=",
    "满",
];
/// The figure or less.
pub(super) const AT_MOST: &[&str] =
    &["上限为", "上限", "至多", "最多", "最高", "最大", "最长", "封顶", "限额", "≤", "<=", "不外"];
/// Words that add the figure itself to a comparison before them: 大于或者等于.
pub(super) const OR_EQUAL: &[&str] = &["或者等于", "或等于", "等于", "或者达到", "或达到"];
/// The same before the comparison: 达到或者超过, 等于或低于.
pub(super) const EQUAL_OR: &[&str] = &["等于或者", "等于或", "达到或者", "达到或"];
/// Near the figure.
pub(super) const ABOUT: &[&str] =
    &["大约", "约为", "大概", "接近", "将近", "约合", "约", "近", "≈"];

/// What negates the comparison behind it.
pub(super) const NEGATIONS: &[&str] = &[
    "不得",
    "不应当",
    "不应",
    "不能",
    "不可",
    "不准",
    "不许",
    "不宜",
    "不允许",
    "不会",
    "不要",
    "不该",
    "没有",
    "严禁",
    "禁止",
    "防止",
    "避免",
    "不",
    "未",
    "勿",
];
/// Words that forbid what the rest of their clause says.
pub(super) const FORBIDS: [&str; 12] = [
    "不得",
    "不能",
    "不应",
    "不可",
    "不准",
    "不许",
    "不允许",
    "严禁",
    "禁止",
    "防止",
    "避免",
    "杜绝",
];
/// The mild ones: they only tell, they lay nothing down.
pub(super) const TELLING: &[&str] = &["不会", "没有", "不", "未", "防止"];
/// Adverbs between the negation and the comparison.
pub(super) const ADVERBS: &[&str] = &[
    "再",
    "累计",
    "合计",
    "单次",
    "同时",
    "长期",
    "连续",
    "任意",
    "平均",
    "一次性",
    "擅自",
    "总体",
    "明显",
    "随意",
];
/// Particles between the comparison and the figure.
pub(super) const PARTICLES: &[&str] =
    &["达到", "可达", "为", "了", "到", "至", "达", "于", "人民币", "新台币", "港币", "在", "分别"];

/// What ends the thing that a comparison speaks of: in 超过标准的部分按50%补助 nothing exceeds 50%.
pub(super) const ENDS_COMPARISON: &[&str] = &[
    "部分", "按", "给予", "予以", "处以", "并处", "加收", "应当", "可以", "由", "实行", "执行",
    "退还", "退回", "返还",
];

/// What a comparison goes on with that stands before its figure: 不低于每户0.8个.
pub(super) const RATES: &[&str] = &["每", "人均", "户均", "年均", "月均", "日均", "平均"];

/// Words whose highest or lowest is a size or a name of its own, no bound of what follows.
pub(super) const EXTREMES: &[&str] = &[
    "气温",
    "温度",
    "水位",
    "价",
    "工资",
    "标准",
    "限速",
    "时速",
    "海拔",
    "记录",
    "纪录",
    "生活",
    "额度",
    "峰",
    "点",
    "值",
    "人民法",
    "人民检",
    "法院",
    "检察",
    "领导",
    "学历",
    "学位",
    "权力",
    "级别",
    "等级",
    "荣誉",
    "水平",
];

/// Words right behind a figure that bound it.
pub(super) const AFTER: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("之上", Bound::AtLeast),
    ("为下限", Bound::AtLeast),
    ("有余", Bound::AtLeast),
    ("开外", Bound::AtLeast),
    ("出头", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("之下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("封顶", Bound::AtMost),
    ("为上限", Bound::AtMost),
    ("为限", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("前后", Bound::About),
    ("不到", Bound::LessThan),
];
