//! A quantity in a sentence: its words before and behind, and what only looks like one.

use std::ops::Range;

use crate::chars::Chars;
use crate::facts::Bound;
use crate::facts::figure::Figure;
use crate::facts::ordinals::SPANS_OF_TIME;
use crate::quantities::amounts::{self, Amount, Reading};
use crate::quantities::bounds::{self, Bounding};
use crate::quantities::units::{Measure, Unit};
use crate::text::is_han;

/// Names before a year that is not counted as ours: eras, and the reigns since 1368.
const ERAS: [&str; 30] = [
    "公元前",
    "公元",
    "民国",
    "洪武",
    "建文",
    "永乐",
    "洪熙",
    "宣德",
    "正统",
    "景泰",
    "天顺",
    "成化",
    "弘治",
    "正德",
    "嘉靖",
    "隆庆",
    "万历",
    "泰昌",
    "天启",
    "崇祯",
    "顺治",
    "康熙",
    "雍正",
    "乾隆",
    "嘉庆",
    "道光",
    "咸丰",
    "同治",
    "光绪",
    "宣统",
];

/// A quantity, or what is unclear about one.
pub fn quantity(text: &Chars, at: usize) -> Option<Result<Figure, Range<usize>>> {
    let amount = match amounts::amount(text, at)? {
        Reading::Amount(amount) => amount,
        Reading::Unclear(range) => return Some(Err(range)),
    };
    if text.any_before(at, &ERAS).is_some() && amount.unit.form == "年" {
        return None;
    }
    if is_list_number(text, &amount) || at > 0 && text.has(at - 1, "第") {
        return None;
    }
    if is_rate(text, &amount) || is_day_of_month(text, &amount) {
        return None;
    }
    let before = bounds::before(text, at, amount.unit.measure)
        .or_else(|| bounds::from_afar(text, at, amount.unit.measure))
        .map(|before| bounds::where_forbidden(text, &amount.range, before));
    if !amounts::counts(text, &amount, amount.bound.is_some() || before.is_some()) {
        return None;
    }
    Some(Ok(figure(text, amount, before)))
}

/// Verbs between 每 and what something else is counted by.
const RATED: [&str; 50] = [
    "吸纳", "新增", "增加", "减少", "提高", "提升", "降低", "下降", "上升", "超过", "超出", "满",
    "达到", "达", "招用", "招录", "招收", "录用", "引进", "培养", "培育", "建成", "新建", "完成",
    "购买", "购置", "消费", "延长", "缩短", "推迟", "回收", "处理", "培训", "介绍", "推荐", "帮助",
    "带动", "安置", "接收", "接纳", "输送", "种植", "养殖", "出栏", "改造", "销售", "投入", "转化",
    "安装", "生产",
];

/// 每10万人口, 每2公里, 每吸纳1人: what something else is counted by. A span of time, 每5年, is one.
fn is_rate(text: &Chars, amount: &Amount) -> bool {
    let at = amount.range.start;
    let verb = text.any_before(at, &RATED).map_or(0, |(_, length)| length);
    at > verb
        && text.has(at - verb - 1, "每")
        && amount.bound.is_none()
        && match amount.unit.measure {
            Measure::Count | Measure::Amount => true,
            Measure::Share => verb > 0,
            _ => false,
        }
}

/// 每月5日前, 首月10日前: a day that comes again, no span of days.
fn is_day_of_month(text: &Chars, amount: &Amount) -> bool {
    let monthly = text.any_before(amount.range.start, &["每月", "首月", "每个月", "当月", "次月"]);
    let until = text.any_at(amount.range.end, &["前", "之前", "以前", "起", "至", "到", "-"]);
    amount.unit.form == "日" && monthly.is_some() && until.is_some()
}

fn figure(text: &Chars, amount: Amount, before: Option<Bounding>) -> Figure {
    let mut figure = Figure::new(amount.range, None, amount.value);
    figure.upper = amount.upper;
    // 超过规定时速20%以上: by so much or more.
    let or_more = text.any_before(figure.range.end, &["以上", "之上"]).is_some();
    let bound = match amount.bound {
        Some(Bound::AtLeast) if or_more => amount.bound,
        own => stricter(own, before.map(|before| before.bound)),
    };
    figure.bound = match amount.included {
        Some(included) => bound
            .map(|bound| bounds::with_inclusion(bound, included))
            .or_else(|| upper_end(text, figure.range.start, included)),
        None => bound,
    };
    figure.limit = before.is_some_and(|before| before.limit);
    figure.shared = before.filter(|_| amount.bound.is_none());
    take_time_words(text, &mut figure, &amount.unit);
    if amount.unit.form == "大" {
        figure.range.end = noun_after(text, figure.range.end);
    }
    figure.unit = Some(amount.unit);
    figure
}

/// 超过起付线至5万元（含）部分: up to so much, with it or without.
fn upper_end(text: &Chars, at: usize, included: bool) -> Option<Bound> {
    let reached = if included { Bound::AtMost } else { Bound::LessThan };
    text.any_before(at, &["至", "到"]).map(|_| reached)
}

/// Of two bounds the one behind the figure counts, unless that before it says the same and more.
fn stricter(own: Option<Bound>, before: Option<Bound>) -> Option<Bound> {
    match (own, before) {
        // 近百, 超百家: some of this size, and said how.
        (Some(Bound::AtLeast), Some(Bound::MoreThan))
        | (Some(Bound::AtMost), Some(Bound::LessThan))
        | (Some(Bound::About), Some(_)) => before,
        (own, before) => own.or(before),
    }
}

/// 一是, 二要 at the beginning of a clause, and numbers in brackets, count the text itself.
fn is_list_number(text: &Chars, amount: &Amount) -> bool {
    let number = &amount.range;
    let clause = text.clause(number.start);
    if amount.unit.length == 0 && amount.value >= 1e4 {
        return false;
    }
    let marker = clause.start == number.start
        && text.any_at(number.end, &["是", "要", "、"]).is_some()
        && amount.unit.length == 0
        && amount.unit.measure != Measure::Share;
    let bracketed = number.start > 0
        && matches!(text.get(number.start - 1), Some('(' | '（'))
        && matches!(text.get(number.end), Some(')' | '）'))
        && amount.unit.length == 0;
    marker || bracketed
}

/// 过去一年, 连续三年: the words before a span of time belong to it.
fn take_time_words(text: &Chars, figure: &mut Figure, unit: &Unit) {
    if unit.measure == Measure::Time
        && let Some((word, length)) = text.any_before(figure.range.start, &SPANS_OF_TIME)
    {
        // 出生后90天内: 后 ends what stands before it.
        let start = figure.range.start - length;
        let event =
            start > 0 && text.get(start - 1).is_some_and(|c| is_han(c) && !"的和及与".contains(c));
        if event && (word == "后" || word == "前" && figure.bound == Some(Bound::AtMost)) {
            return;
        }
        figure.range.start -= length;
    }
}

/// 三大主粮: 大 says nothing without the noun behind it.
fn noun_after(text: &Chars, at: usize) -> usize {
    let noun = text.all()[at..].iter().take(2).take_while(|c| is_han(**c)).count();
    at + if noun == 2 { 2 } else { 0 }
}
