//! Words that bound a figure: 不超过, 突破 before it, 以上, 左右 behind it.
//!
//! Whether the figure itself is included follows article 1259 of the Civil Code: 以上, 以下, 以内,
//! 届满 include it, 不满, 超过, 以外 do not. A negated comparison is the other one, with the figure:
//! whatever negates it (不, 未, 不得, 不应, 不准 …), `超过` becomes at most and `低于` at least.

use super::units::Measure;
use crate::chars::{Chars, ends_clause};
use crate::facts::Bound;

/// A bound and how it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounding {
    /// What it says of the figure.
    pub bound: Bound,
    /// Whether it lays down a limit: 不得超过, 最高, 上限.
    pub limit: bool,
}

const MORE: &[&str] = &[
    "超过", "超出", "突破", "高于", "大于", "多于", "长于", "高过", "大过", "快于", "宽于", "重于",
    "深于", "远于", "优于", "逾", "超", ">",
];
const LESS: &[&str] = &["低于", "小于", "少于", "短于", "慢于", "窄于", "轻于", "低过", "<"];
/// Words that deny that so much is reached; they hold their negation.
const SHORT: &[&str] = &[
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
const AT_LEAST: &[&str] = &[
    "大于或等于",
    "大于等于",
    "高于或等于",
    "不下于",
    "下限为",
    "至少",
    "最少",
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
const AT_MOST: &[&str] = &[
    "小于或等于",
    "小于等于",
    "低于或等于",
    "上限为",
    "上限",
    "至多",
    "最多",
    "最高",
    "最大",
    "最长",
    "封顶",
    "限额",
    "≤",
    "<=",
    "不外",
];
const ABOUT: &[&str] = &["大约", "约为", "大概", "接近", "将近", "约合", "约", "近", "≈"];

/// What negates the comparison behind it.
const NEGATIONS: &[&str] = &[
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
/// The mild ones: they only tell, they lay nothing down.
const TELLING: &[&str] = &["不会", "没有", "不", "未", "防止"];
/// Adverbs between the negation and the comparison.
const ADVERBS: &[&str] = &[
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
const PARTICLES: &[&str] = &["达到", "可达", "为", "了", "到", "至", "达", "于", "人民币", "在"];

fn at_most(limit: bool) -> Bounding {
    Bounding { bound: Bound::AtMost, limit }
}

/// The bound that the words before this index state for a figure that measures this.
pub fn before(text: &Chars, at: usize, measure: Measure) -> Option<Bounding> {
    let mut end = at;
    for _ in 0..2 {
        if let Some(found) = adjacent(text, end, measure) {
            return Some(found);
        }
        end -= text.any_before(end, PARTICLES)?.1;
    }
    adjacent(text, end, measure)
}

fn adjacent(text: &Chars, end: usize, measure: Measure) -> Option<Bounding> {
    let bounding = |bound, limit| Some(Bounding { bound, limit });
    if text.any_before(end, SHORT).is_some() {
        return bounding(Bound::LessThan, false);
    }
    if let Some((word, _)) = text.any_before(end, AT_MOST) {
        return bounding(Bound::AtMost, !matches!(word, "最大" | "最长"));
    }
    if let Some((word, _)) = text.any_before(end, AT_LEAST) {
        let timed = word != "满" || measure == Measure::Time;
        return timed.then_some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    if let Some((_, length)) = text.any_before(end, MORE) {
        return Some(match negation(text, end - length) {
            Some(limit) => at_most(limit || text.any_before(end, &["超过"]).is_some()),
            None => Bounding { bound: Bound::MoreThan, limit: false },
        });
    }
    if let Some((_, length)) = text.any_before(end, LESS) {
        return match negation(text, end - length) {
            Some(limit) => bounding(Bound::AtLeast, limit),
            None => bounding(Bound::LessThan, false),
        };
    }
    let (word, length) = text.any_before(end, ABOUT)?;
    let other = end.checked_sub(length + 1).and_then(|i| text.get(i)).unwrap_or(' ');
    let near = word != "近" || measure != Measure::Time && !"最附临邻亲就靠远".contains(other);
    let agreed = word != "约" || !"节合契特预公制大".contains(other);
    (near && agreed).then_some(Bounding { bound: Bound::About, limit: false })
}

/// Whether the comparison that begins here is negated, and if so, whether that is a rule.
pub(super) fn negation(text: &Chars, at: usize) -> Option<bool> {
    let mut end = at;
    for _ in 0..3 {
        if let Some((word, _)) = text.any_before(end, NEGATIONS) {
            return Some(!TELLING.contains(&word));
        }
        end -= text.any_before(end, ADVERBS)?.1;
    }
    None
}

/// How far back words may stand that bound a figure from a distance.
const REACH: usize = 24;

/// The bound from a distance: 至少安排…4名, 不得超过总投资的20%, 最高补助5万元. Nothing that holds a
/// number may stand between.
pub fn from_afar(text: &Chars, at: usize, measure: Measure) -> Option<Bounding> {
    let whole = text.ends(at, "的") || matches!(measure, Measure::Share);
    let mut end = at;
    while end > 0 && at - end < REACH {
        let c = text.get(end - 1)?;
        if ends_clause(c) || "、)".contains(c) || c.is_ascii_digit() {
            return None;
        }
        if let Some(found) = adverb(text, end, at) {
            return Some(found);
        }
        let compared = text.any_before(end, &MORE[..8]).or(text.any_before(end, &LESS[..8]));
        if whole && compared.is_some() {
            return adjacent(text, end, measure);
        }
        end -= 1;
    }
    None
}

/// Words whose highest or lowest is a size of their own, no bound of what follows.
const EXTREMES: &[&str] = &[
    "气温", "温度", "水位", "价", "工资", "标准", "限速", "时速", "海拔", "记录", "纪录", "生活",
    "额度", "峰", "点", "值",
];

fn adverb(text: &Chars, end: usize, figure: usize) -> Option<Bounding> {
    let follows =
        |words: &[&str]| (end..figure.min(end + 3)).any(|at| text.any_at(at, words).is_some());
    if text.any_before(end, &["至少", "最少", "起码", "保底"]).is_some() {
        return Some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    if text.any_before(end, &["至多", "最多"]).is_some() {
        return Some(at_most(true));
    }
    if text.any_before(end, &["上限", "最高限额", "封顶线"]).is_some() {
        return Some(at_most(true));
    }
    if text.ends(end, "最高") && !follows(EXTREMES) {
        return Some(at_most(true));
    }
    None
}

/// Words right behind a figure that bound it.
const AFTER: &[(&str, Bound)] = &[
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

/// The bound that the words at this index state, and how many characters they take. With a
/// bracket before or behind them that says whether the figure is included: `（含）以上`,
/// `以下（不含100亩）`.
pub fn after(text: &Chars, at: usize, measure: Measure) -> Option<(Bound, usize)> {
    let mut end = at;
    let mut excluded = bracket(text, &mut end);
    end += text.any_at(end, &["及其", "及", "或", "含"]).map_or(0, |(_, length)| length);
    let inside = measure == Measure::Time
        && text.has(end, "内")
        && !text.get(end + 1).is_some_and(|c| "蒙部外容".contains(c));
    let bound = if inside {
        end += 1;
        Bound::AtMost
    } else {
        let (words, bound) = AFTER.iter().find(|(words, _)| text.has(end, words))?;
        end += words.chars().count();
        *bound
    };
    excluded |= bracket(text, &mut end);
    let bound = match bound {
        Bound::AtLeast if excluded => Bound::MoreThan,
        Bound::AtMost if excluded => Bound::LessThan,
        bound => bound,
    };
    Some((bound, end - at))
}

/// Passes （含本数） or （不含…）; whether it was the latter.
fn bracket(text: &Chars, end: &mut usize) -> bool {
    let Some((opening, _)) = text.any_at(*end, &["(不含", "(不包括", "(含", "(包括"])
    else {
        return false;
    };
    let close = (*end..text.len().min(*end + 14)).find(|at| text.has(*at, ")"));
    if let Some(close) = close {
        *end = close + 1;
    }
    close.is_some() && opening.starts_with("(不")
}
