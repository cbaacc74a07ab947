//! Words that bound a figure: 不超过, 突破 before it, 以上, 左右 behind it.
//!
//! Whether the figure itself is included follows article 1259 of the Civil Code: 以上, 以下, 以内,
//! 届满 include it, 不满, 超过, 以外 do not. A negated comparison is the other one, with the figure:
//! whatever negates it (不, 未, 不得, 不应, 不准 …), `超过` becomes at most and `低于` at least.

use std::ops::Range;

mod behind;
mod words;

pub use self::behind::{after, inclusion, with_inclusion};

use self::words::{
    ABOUT, ADVERBS, AT_LEAST, AT_MOST, ENDS_COMPARISON, EQUAL_OR, EXTREMES, FORBIDS, LESS,
    LESS_FROM_AFAR, MORE, MORE_FROM_AFAR, NEGATIONS, OR_EQUAL, PARTICLES, RATES, SHORT, TELLING,
};
use super::numerals::{is_numeric, numeral};
use super::units::{Measure, unit_at};
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
    if let Some((bound, negated)) = or_equal(text, end) {
        return bounding(bound, negated);
    }
    if let Some((word, length)) = text.any_before(end, AT_LEAST) {
        // 届满 and 期满 end a time, they don't count it; 服务期满5年的 does.
        let until = numeral(text, end)
            .and_then(|n| Some(n.range.end + unit_at(text, n.range.end)?.length))
            .is_some_and(|after| text.any_at(after, &["前", "后", "内", "以前", "之"]).is_some());
        let before = text.any_before(end - length, &["届", "期"]);
        let ended = before.is_some_and(|(word, _)| word == "届" || until);
        let full = text.any_before(end - length, &["圆", "充", "丰", "布", "排"]).is_some();
        let counted = word != "满" || !ended && !full;
        if word == "满" && is_not_reached(text, end - length) {
            return bounding(Bound::LessThan, false);
        }
        return counted.then_some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    if let Some((word, _)) = text.any_before(end, AT_MOST) {
        // 最大8小时平均浓度 names a mean.
        let named = word == "最大" && measure == Measure::Time;
        let limit = !matches!(word, "最大" | "最长");
        return (!named).then_some(Bounding { bound: Bound::AtMost, limit });
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

/// Whether a comparison stands right before this index, negated or not: 不低于, 超过, ≤.
pub(super) fn compared(text: &Chars, at: usize) -> bool {
    let signs: &[&str] = &["≥", ">=", "≤", "<=", ">"];
    [MORE.get(..9).unwrap_or(MORE), LESS, signs]
        .iter()
        .any(|words| text.any_before(at, words).is_some())
        || or_equal(text, at).is_some()
}

/// 大于或者等于, 达到或超过: a comparison that includes the figure; negated, the other one without it.
fn or_equal(text: &Chars, end: usize) -> Option<(Bound, bool)> {
    let (compared, after) = match text.any_before(end, OR_EQUAL) {
        Some((_, length)) => (end - length, true),
        None => (end, false),
    };
    let more = text.any_before(compared, MORE);
    let (_, length) = more.or_else(|| text.any_before(compared, LESS))?;
    let mut start = compared - length;
    if !after {
        start -= text.any_before(start, EQUAL_OR)?.1;
    }
    let negated = negation(text, start).is_some();
    let bound = match (more.is_some(), negated) {
        (true, false) => Bound::AtLeast,
        (true, true) => Bound::LessThan,
        (false, false) => Bound::AtMost,
        (false, true) => Bound::MoreThan,
    };
    Some((bound, negated))
}

/// Whether the comparison that begins here is negated, and if so, whether that is a rule.
pub(super) fn negation(text: &Chars, at: usize) -> Option<bool> {
    let mut end = at;
    // 不低低于: typed twice.
    if at > 0 && text.get(at - 1) == text.get(at) {
        end -= 1;
    }
    for _ in 0..3 {
        if let Some((word, _)) = text.any_before(end, NEGATIONS) {
            return Some(!TELLING.contains(&word));
        }
        end -= text.any_before(end, ADVERBS)?.1;
    }
    None
}

/// The bound where the whole clause is forbidden: 不得使贫困发生率高于0.5% allows at most so much.
/// Where the figure says which thing is meant (严禁使用超过10年的车辆), its bound stays.
pub fn where_forbidden(text: &Chars, figure: &Range<usize>, bounding: Bounding) -> Bounding {
    let bound = match bounding.bound {
        // A comparison that is negated itself (不得大于或等于) is what is allowed already.
        _ if bounding.limit => return bounding,
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        _ => return bounding,
    };
    let clause = text.clause(figure.start);
    let last = text.get(figure.end).is_none_or(|c| ends_clause(c) || c == ')');
    let from = clause.start.max(figure.start.saturating_sub(REACH));
    let forbids = (from..figure.start).any(|at| text.any_at(at, &FORBIDS).is_some());
    if last && forbids { Bounding { bound, limit: true } } else { bounding }
}

/// How far back words may stand that bound a figure from a distance.
const REACH: usize = 24;

/// The bound from a distance: 至少安排…4名, 不得超过总投资的20%, 最高补助5万元. Nothing that holds a
/// number may stand between, and nothing that ends what is compared (超过标准的部分按50%补助).
pub fn from_afar(text: &Chars, at: usize, measure: Measure) -> Option<Bounding> {
    // 封顶线从15万元上调到20万元: what is bounded changes.
    let per = text.any_before(at, &["每人", "每户", "人均"]).map_or(0, |(_, length)| length);
    if text.any_before(at - per, &["从", "由"]).is_some() {
        return None;
    }
    let whole = |from: usize| {
        (text.ends(at, "的")
            || matches!(measure, Measure::Share)
            || measure == Measure::Time && text.ends(at, "后")
            || is_multiple(text, at)
            || text.any_at(from, RATES).is_some())
            && !(from + 1..at).any(|i| text.any_at(i, ENDS_COMPARISON).is_some())
            && !text.has(from, "部分")
    };
    let mut end = at;
    while end > 0 && at - end < REACH {
        let c = text.get(end - 1)?;
        if ends_clause(c) || c == ')' || c.is_ascii_digit() {
            return None;
        }
        if c == '、' {
            return listed_minimum(text, end - 1, at);
        }
        if !begins_other_word(text, end)
            && let Some(found) = adverb(text, end, at, measure)
        {
            return (!changes_level(text, end, at)).then_some(found);
        }
        let compared = text
            .any_before(end, MORE_FROM_AFAR)
            .or_else(|| text.any_before(end, LESS_FROM_AFAR))
            .or_else(|| text.any_before(end, SHORT));
        if compared.is_some() && !begins_other_word(text, end) {
            let found = adjacent(text, end, measure).filter(|_| whole(end))?;
            // 高于全省平均水平1.2个百分点: by so much, and not more than that.
            let difference =
                points(text, at) && matches!(found.bound, Bound::MoreThan | Bound::LessThan);
            return (!difference).then_some(found);
        }
        end -= 1;
    }
    None
}

/// Whether the last character of what would be a bound belongs to the word behind it, or what would be
/// a bound is itself a part of a name: 延伸至少数民族村寨, 不满意率, 最高人民法院.
fn begins_other_word(text: &Chars, end: usize) -> bool {
    let minority = text.any_before(end, &["至少", "最少"]).is_some()
        && text.any_at(end, &["数民族", "数人", "数派"]).is_some();
    let pleased = text.any_before(end, &["不满", "未满"]).is_some()
        && text.any_at(end, &["意", "情绪", "足"]).is_some();
    minority || pleased
}

/// Whether a verb of counting before 满 is negated: 没有记满12分, 未缴满15年.
fn is_not_reached(text: &Chars, full: usize) -> bool {
    let negated = |length: usize| {
        let verb = full.checked_sub(length);
        verb.is_some_and(|verb| text.any_before(verb, &["没有", "尚未", "未", "没"]).is_some())
    };
    (1..=2).any(negated)
}

/// 至少开设体育、艺术、科技类课程10门: so much at least of all that is listed.
fn listed_minimum(text: &Chars, mark: usize, at: usize) -> Option<Bounding> {
    let from = at.saturating_sub(REACH);
    let stop = |c: char| ends_clause(c) || c == ')' || is_numeric(c);
    let clear = (from..at).rev().take_while(|i| text.get(*i).is_some_and(|c| !stop(c)));
    let words = ["至少", "最少", "起码"];
    let minimum = |i: usize| {
        let length = text.any_at(i, &words).map(|(_, length)| length);
        // 甚至少数民族 is no 至少.
        length.is_some_and(|length| !begins_other_word(text, i + length)) && !text.ends(i, "甚")
    };
    let minimum = clear.into_iter().filter(|i| *i < mark).any(minimum);
    minimum.then_some(Bounding { bound: Bound::AtLeast, limit: false })
}

/// 最高支付限额提高3000元: a level that is named changes by so much. 最高上浮20% bounds the change.
fn changes_level(text: &Chars, from: usize, at: usize) -> bool {
    const LEVELS: [&str; 4] = ["限额", "额度", "上限", "封顶线"];
    const BY: [&str; 8] = ["提高", "增加", "上调", "调增", "降低", "减少", "下调", "调减"];
    let named = (from.saturating_sub(3)..at).any(|i| text.any_at(i, &LEVELS).is_some());
    named && text.any_before(at, &BY).is_some()
}

/// Whether the figure here counts percentage points.
fn points(text: &Chars, at: usize) -> bool {
    let unit = numeral(text, at).and_then(|number| unit_at(text, number.range.end));
    unit.is_some_and(|unit| unit.form.ends_with("百分点"))
}

/// 低于低保标准1.5倍: what is compared with is a multiple of a level that is named before it.
fn is_multiple(text: &Chars, at: usize) -> bool {
    let levels = ["标准", "水平", "工资", "收入", "价格", "平均数", "均值", "指标", "基准"];
    text.any_before(at, &levels).is_some()
        && numeral(text, at).is_some_and(|number| text.has(number.range.end, "倍"))
}

fn adverb(text: &Chars, end: usize, figure: usize, measure: Measure) -> Option<Bounding> {
    // 约占总人口的三成
    if measure == Measure::Share && text.ends(end, "约占") {
        return Some(Bounding { bound: Bound::About, limit: false });
    }
    let follows =
        |words: &[&str]| (end..figure.min(end + 3)).any(|at| text.any_at(at, words).is_some());
    // 保底收购价定为: a price of its own.
    let floor = text.ends(end, "保底") && !follows(EXTREMES);
    if floor || text.any_before(end, &["至少", "最少", "起码"]).is_some() {
        return Some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    if text.any_before(end, &["至多", "最多"]).is_some() {
        return Some(at_most(true));
    }
    if text.any_before(end, &["上限", "最高限额", "封顶线"]).is_some() {
        return Some(at_most(true));
    }
    // 最长享受3年: how long something may last; 最长跨度 is a size.
    if text.ends(end, "最长") && measure == Measure::Time {
        return Some(at_most(true));
    }
    if text.ends(end, "最短") && measure == Measure::Time {
        return Some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    // 最高额度为60万元, 最高限额
    let ceiling = text.any_at(end, &["额度", "贷款额", "补助额", "限额"]).is_some();
    if text.ends(end, "最高") && (ceiling || !follows(EXTREMES)) {
        return Some(at_most(true));
    }
    if text.ends(end, "最低") && !follows(EXTREMES) {
        return Some(Bounding { bound: Bound::AtLeast, limit: false });
    }
    None
}
