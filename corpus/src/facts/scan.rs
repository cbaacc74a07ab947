//! Finds the figures of a sentence and what they say by their own form: numeral, unit, range,
//! bound words after them. What they mean in the sentence is read by `context`.

use std::ops::Range;

use super::dates::{self, Date};
use super::{Bound, FactKind, bounds, names};
use crate::chars::Chars;
use crate::figures::units::{self, Measure, Unit};
use crate::figures::{self, Numeral, Script, numeral};
use crate::text::is_han;

/// A figure in a sentence, before its context is read.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where it stands, with its unit and the bound words after it.
    pub range: Range<usize>,
    /// What its form alone says it is; `None` for an amount of something.
    pub kind: Option<FactKind>,
    /// Its value; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The bound that the words after it state.
    pub bound: Option<Bound>,
    /// Its date.
    pub date: Option<Date>,
}

impl Figure {
    fn new(range: Range<usize>, kind: Option<FactKind>, value: f64) -> Self {
        Self { range, kind, value, upper: None, unit: None, bound: None, date: None }
    }
}

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

const SPANS_OF_TIME: [&str; 8] = ["过去", "未来", "今后", "最近", "近", "前", "后", "连续"];

const RANGE_MARKS: [&str; 8] = ["至", "到", "—", "–", "-", "－", "~", "～"];

/// All figures of a sentence in reading order.
pub fn figures(text: &Chars) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let figure = if text.has(at, "《") {
            at = skip_title(text, at);
            continue;
        } else if let Some(range) = names::name(text, at) {
            Some(Figure::new(range, Some(FactKind::Name), 0.0))
        } else if let Some(end) = names::word(text, at) {
            at = end;
            continue;
        } else {
            dated(text, at)
                .or_else(|| ordinal(text, at))
                .or_else(|| percent(text, at))
                .or_else(|| quantity(text, at))
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
    found
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
    while text.get(end).is_some_and(figures::is_numeric) {
        end += 1;
    }
    end.max(at + 1)
}

fn dated(text: &Chars, at: usize) -> Option<Figure> {
    let date = dates::date(text, at)?;
    let mut figure = Figure::new(date.range.clone(), Some(FactKind::Date), date.year);
    figure.date = Some(date);
    Some(figure)
}

/// 第二轮, 全国第五位, 全国首位, 首台(套), 二十届, 前五十名.
fn ordinal(text: &Chars, at: usize) -> Option<Figure> {
    let start = at - text.any_before(at, &SCOPES).map_or(0, |(_, length)| length);
    let (value, end) = match text.get(at)? {
        '首' => (1.0, at + 1),
        '第' => number_after(text, at)?,
        '前' => return leading(text, at, start),
        _ => return session(text, at),
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
    figure.unit = Some(unit);
    Some(figure)
}

/// 百分之十.
fn percent(text: &Chars, at: usize) -> Option<Figure> {
    let share = text.has(at, "百分之").then(|| numeral(text, at + 3)).flatten()?;
    let mut figure = Figure::new(at..share.range.end, None, share.value);
    figure.unit = units::unit_at(&Chars::new("%"), 0);
    take_bound(text, &mut figure);
    Some(figure)
}

fn quantity(text: &Chars, at: usize) -> Option<Figure> {
    let first = numeral(text, at)?;
    if is_list_number(text, &first) || at > 0 && text.has(at - 1, "第") {
        return None;
    }
    let (upper, number_end, unit) = upper_end(text, &first).or_else(|| {
        let unit = units::unit_at(text, first.range.end)?;
        Some((None, first.range.end, unit))
    })?;
    if !counts(text, &first, &unit) {
        return None;
    }
    let mut figure = Figure::new(at..number_end + unit.length, None, first.value);
    if let Some(upper) = &upper {
        figure.value = scaled_like(text, &first, upper);
        figure.upper = Some(upper.value);
    }
    if first.more {
        figure.bound = Some(Bound::AtLeast);
    }
    take_time_words(text, &mut figure, &unit);
    if unit.form == "大" {
        figure.range.end = noun_after(text, figure.range.end);
    }
    figure.unit = Some(unit);
    take_bound(text, &mut figure);
    Some(figure)
}

/// 一是, 二要 at the beginning of a clause, and numbers in brackets, count the text itself.
fn is_list_number(text: &Chars, number: &Numeral) -> bool {
    let clause = text.clause(number.range.start);
    let marker = clause.start == number.range.start
        && text.any_at(number.range.end, &["是", "要", "、"]).is_some();
    let bracketed = number.range.start > 0
        && matches!(text.get(number.range.start - 1), Some('(' | '（'))
        && matches!(text.get(number.range.end), Some(')' | '）'));
    marker || bracketed
}

/// The second number of a range with the unit behind it: `20%至30%`, `3—5家`.
fn upper_end(text: &Chars, first: &Numeral) -> Option<(Option<Numeral>, usize, Unit)> {
    let own_unit = units::unit_at(text, first.range.end);
    let mark_at = first.range.end + own_unit.map_or(0, |unit| unit.length);
    let (_, length) = text.any_at(mark_at, &RANGE_MARKS)?;
    let upper = numeral(text, mark_at + length)?;
    let unit = units::unit_at(text, upper.range.end)?;
    let alike = own_unit.is_none_or(|own| own.name == unit.name) && upper.value > first.value;
    let end = upper.range.end;
    alike.then_some((Some(upper), end, unit))
}

/// `3至5万亩`: the lower end has the magnitude of the upper one.
fn scaled_like(text: &Chars, lower: &Numeral, upper: &Numeral) -> f64 {
    let magnitude = |number: &Numeral| {
        let chars = &text.all()[number.range.clone()];
        [('亿', 1e8), ('万', 1e4)].into_iter().find(|(c, _)| chars.contains(c)).map(|(_, f)| f)
    };
    match (magnitude(lower), magnitude(upper)) {
        (None, Some(factor)) if lower.value * factor < upper.value => lower.value * factor,
        _ => lower.value,
    }
}

/// Whether number and unit together state an amount. 一 before a measure word is an article, a
/// bare 百 or 万 an amount only before a physical unit.
fn counts(text: &Chars, number: &Numeral, unit: &Unit) -> bool {
    let one = number.range.len() == 1 && text.has(number.range.start, "一");
    let bare = number.script == Script::Power && number.range.len() == 1;
    let article = "同统唯某每这那哪上下另任逐单首"
        .contains(number.range.start.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' '));
    match unit.measure {
        Measure::Order => false,
        Measure::Amount | Measure::Share => !(one && article),
        Measure::Time => !bare && !(one && (article || starts_idiom(text, number.range.end))),
        Measure::Count | Measure::Group => !one && !bare,
    }
}

/// 一年 in 一年级 or 一周 in 一周围 is no time.
fn starts_idiom(text: &Chars, at: usize) -> bool {
    text.any_at(at, &["年级", "周围", "日游", "天天"]).is_some()
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

fn take_bound(text: &Chars, figure: &mut Figure) {
    if let Some((bound, length)) = bounds::after(text, figure.range.end) {
        figure.range.end += length;
        figure.bound = Some(bound);
    }
}
