//! Finds the figures of a sentence and what they say by their own form: numeral, unit, range,
//! bound words after them. What they mean in the sentence is read by `context`.

use std::ops::Range;

use super::figure::Figure;
use super::lists;
use super::ordinals::{self, SPANS_OF_TIME};
use super::{Bound, FactKind};
use crate::chars::Chars;
use crate::quantities::amounts::{self, Amount, Reading};
use crate::quantities::bounds::{self, Bounding};
use crate::quantities::dates;
use crate::quantities::units::{Measure, Unit};
use crate::quantities::{is_numeric, names};
use crate::text::is_han;

/// What is found in a sentence.
#[derive(Debug, Default)]
pub struct FoundFacts {
    /// Its figures in reading order.
    pub figures: Vec<Figure>,
    /// What is not certain, and therefore no figure.
    pub unclear: Vec<Unclear>,
}

/// Numbers that are no figure because they can't be read for certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Where they stand.
    pub range: Range<usize>,
    /// Why.
    pub doubt: Doubt,
}

/// Why numbers are no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// `840 2`, `2.3个县`: they can be read in more than one way.
    Readings,
    /// `2月30日`: there is no such day.
    NoSuchDay,
    /// `26年底`: the century is not stated.
    ShortYear,
}

impl Unclear {
    fn readings(range: Range<usize>) -> Self {
        Self { range, doubt: Doubt::Readings }
    }
}

/// All figures of a sentence.
pub fn figures(text: &Chars) -> FoundFacts {
    let mut found: Vec<Figure> = Vec::new();
    let mut unclear = Vec::new();
    let mut at = list_number(text, &mut unclear);
    while at < text.len() {
        let figure = if text.has(at, "《") {
            at = skip_title(text, at);
            continue;
        } else if dates::ends_plan(text, at) {
            dated(text, at)
        } else if let Some(range) = names::name(text, at) {
            Some(Figure::new(range, Some(FactKind::Name), 0.0))
        } else if let Some(end) = names::word(text, at) {
            at = end;
            continue;
        } else if let Some(doubtful) = doubtful_date(text, at) {
            at = doubtful.range.end;
            unclear.push(doubtful);
            continue;
        } else {
            dated(text, at)
                .or_else(|| ordinals::ordinal(text, at))
                .or_else(|| lists::listed(text, at, &mut found))
                .or_else(|| match quantity(text, at) {
                    Some(Ok(figure)) => Some(figure),
                    Some(Err(range)) => {
                        at = range.end;
                        unclear.push(Unclear::readings(range));
                        None
                    }
                    None => None,
                })
        };
        at = match figure {
            Some(figure) => {
                let end = figure.range.end;
                if !repeats(&found, &figure, text) {
                    found.push(figure);
                }
                end.max(at + 1)
            }
            None => skip_number(text, at),
        };
    }
    lists::share_bounds(text, &mut found);
    lists::share_deadlines(text, &mut found);
    FoundFacts { figures: found, unclear }
}

/// Past the number of a list that runs into a figure: the `1.` of `1.2026年新建公路`. Where it
/// can't be told from decimals (`2.3个县`), number and figure are unclear.
fn list_number(text: &Chars, unclear: &mut Vec<Unclear>) -> usize {
    let digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let label = (0..3).take_while(|at| digit(*at)).count();
    if label == 0 || label > 2 || text.get(label) != Some('.') || !digit(label + 1) {
        return 0;
    }
    if dates::date(text, label + 1).is_some() {
        return label + 1;
    }
    let Some(Reading::Amount(amount)) = amounts::amount(text, 0) else { return 0 };
    let counted = amount.unit.measure == Measure::Count && amount.unit.form != "倍";
    // 1.5年 and 3.50亿元 may be so much, or the fifth year and fifty of a list.
    let timed = amount.unit.measure == Measure::Time && !text.has(0, "0");
    let rounded = text.get(digits_end(text, label + 1) - 1) == Some('0');
    if counted || timed || rounded && !text.has(0, "0") {
        let end = amount.range.end;
        unclear.push(Unclear::readings(amount.range));
        return end;
    }
    0
}

fn digits_end(text: &Chars, at: usize) -> usize {
    let digit = |at: &usize| !text.get(*at).is_some_and(|c| c.is_ascii_digit());
    (at..=text.len()).find(digit).unwrap_or(at)
}

/// A name is one fact of its sentence, however often it occurs there.
fn repeats(found: &[Figure], figure: &Figure, text: &Chars) -> bool {
    figure.kind == Some(FactKind::Name)
        && found.iter().any(|f| text.text(f.range.clone()) == text.text(figure.range.clone()))
}

/// Past a title in 《》: its numbers name a document.
fn skip_title(text: &Chars, at: usize) -> usize {
    let close = (at..text.len()).find(|i| text.has(*i, "》"));
    close.map_or(at, |close| close) + 1
}

/// Past a number that is no figure, so that its tail is not read as one.
fn skip_number(text: &Chars, at: usize) -> usize {
    let mut end = at;
    while text.get(end).is_some_and(is_numeric)
        || text.has(end, ".") && end > at && text.get(end + 1).is_some_and(is_numeric)
    {
        end += 1;
    }
    end.max(at + 1)
}

/// A date that is none for certain.
fn doubtful_date(text: &Chars, at: usize) -> Option<Unclear> {
    let day = || Some(Unclear { range: dates::impossible(text, at)?, doubt: Doubt::NoSuchDay });
    let year = || Some(Unclear { range: dates::short_year(text, at)?, doubt: Doubt::ShortYear });
    day().or_else(year)
}

pub(super) fn dated(text: &Chars, at: usize) -> Option<Figure> {
    let date = dates::date(text, at)?;
    let mut figure = Figure::new(date.range.clone(), Some(FactKind::Date), date.year);
    figure.date = Some(date);
    Some(figure)
}

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
pub(super) fn quantity(text: &Chars, at: usize) -> Option<Result<Figure, Range<usize>>> {
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
    let bound = stricter(amount.bound, before.map(|before| before.bound));
    figure.bound = match amount.included {
        Some(included) => bound.map(|bound| bounds::with_inclusion(bound, included)),
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
        && let Some((_, length)) = text.any_before(figure.range.start, &SPANS_OF_TIME)
    {
        figure.range.start -= length;
    }
}

/// 三大主粮: 大 says nothing without the noun behind it.
fn noun_after(text: &Chars, at: usize) -> usize {
    let noun = text.all()[at..].iter().take(2).take_while(|c| is_han(**c)).count();
    at + if noun == 2 { 2 } else { 0 }
}
