//! Amounts: a numeral with its unit, and everything that makes one quantity of them: ranges
//! (`3至5万元`), shares (`百分之五到八`, `三分之一`), halves (`半亩`, `一年半`), signs (`零下20℃`),
//! multiples (`翻一番`).

use std::ops::Range;

use super::bounds;
use super::numerals::{Hedge, Numeral, Script, numeral, power, round};
use super::units::{Measure, Unit, unit_at};
use crate::chars::Chars;
use crate::facts::Bound;

/// A quantity as its own words state it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Where it stands, with its sign, its unit and the bound words after it.
    pub range: Range<usize>,
    /// Its value in whole units; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// Its unit; without a name for fractions.
    pub unit: Unit,
    /// The bound that its own words and those behind it state.
    pub bound: Option<Bound>,
    /// How the number is written.
    pub script: Script,
    /// Whether the number is 一 alone, which before a measure word is an article.
    pub one: bool,
    /// Whether the number is one power of ten alone, as in 百户 or 万元.
    pub bare: bool,
}

/// What stands at an index.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A quantity.
    Amount(Amount),
    /// Something that can be read in more than one way, and is therefore no quantity.
    Unclear(Range<usize>),
}

const RANGE_MARKS: [&str; 4] = ["至", "到", "-", "~"];

/// Reads the quantity that begins at this index.
pub fn amount(text: &Chars, at: usize) -> Option<Reading> {
    let special = share(text, at)
        .or_else(|| fraction(text, at))
        .or_else(|| half(text, at))
        .or_else(|| doubling(text, at))
        .or_else(|| discount(text, at));
    if let Some(mut amount) = special {
        take_bound(text, &mut amount);
        return Some(Reading::Amount(amount));
    }
    let (sign, from) = sign(text, at);
    let first = numeral(text, from)?;
    if !first.clear {
        return Some(Reading::Unclear(at..unclear_end(text, first.range.end)));
    }
    let (upper, number_end, unit) = match upper_end(text, &first) {
        Upper::Range(upper, end, unit) => (Some(upper), end, unit),
        Upper::Unclear(end) => return Some(Reading::Unclear(at..end)),
        Upper::None => (None, first.range.end, unit_at(text, first.range.end)?),
    };
    if sign < 0.0 && !matches!(unit.measure, Measure::Share | Measure::Amount) {
        return Some(Reading::Unclear(at..number_end + unit.length));
    }
    let mut amount = plain(text, at..number_end + unit.length, &first, unit);
    if let Some((upper_sign, upper)) = &upper {
        amount.value = scaled_like(text, &first, upper);
        amount.upper = Some(upper.value * upper_sign);
    }
    amount.value *= sign;
    take_half(text, &mut amount);
    take_more(text, &mut amount);
    take_bound(text, &mut amount);
    Some(Reading::Amount(amount))
}

fn plain(text: &Chars, range: Range<usize>, number: &Numeral, unit: Unit) -> Amount {
    let single = number.range.len() == 1;
    Amount {
        range,
        value: number.value,
        upper: number.upper,
        unit,
        bound: match number.hedge {
            Hedge::None => None,
            Hedge::More | Hedge::AtLeast => Some(Bound::AtLeast),
            Hedge::Several | Hedge::Near => Some(Bound::About),
        },
        script: number.script,
        one: single && text.has(number.range.start, "一"),
        bare: number.script == Script::Power && single,
    }
}

/// The rest of a stretch that is not read: digits, unit and all.
fn unclear_end(text: &Chars, from: usize) -> usize {
    let mut end = from;
    while text
        .get(end)
        .is_some_and(|c| c.is_ascii_digit() || ".·,".contains(c) || power(c).is_some())
    {
        end += 1;
    }
    end + unit_at(text, end).map_or(0, |unit| unit.length)
}

/// −3.5%, 零下20℃, 负5℃: the sign, and where the number begins.
fn sign(text: &Chars, at: usize) -> (f64, usize) {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).unwrap_or('：');
    if let Some((_, length)) = text.any_at(at, &["零下", "负"]) {
        return (-1.0, at + length);
    }
    let digits = text.get(at + 1).is_some_and(|c| c.is_ascii_digit());
    let free = !before.is_ascii_alphanumeric() && !"%)）-年月日元号".contains(before);
    if text.has(at, "-") && digits && free { (-1.0, at + 1) } else { (1.0, at) }
}

enum Upper {
    None,
    Range((f64, Numeral), usize, Unit),
    Unclear(usize),
}

/// The second number of a range with the unit behind it: `20%至30%`, `3-5家`.
fn upper_end(text: &Chars, first: &Numeral) -> Upper {
    let own_unit = unit_at(text, first.range.end);
    let mark_at = first.range.end + own_unit.as_ref().map_or(0, |unit| unit.length);
    let Some((_, length)) = text.any_at(mark_at, &RANGE_MARKS) else { return Upper::None };
    let mut from = mark_at + length;
    // —— is one mark; a third one is a sign.
    if text.has(mark_at, "--") {
        from += 1;
    }
    let (sign, from) = sign_of_upper(text, from);
    let Some(upper) = numeral(text, from) else { return Upper::None };
    let end = upper.range.end;
    let Some(unit) = unit_at(text, end).filter(|_| upper.clear) else { return Upper::None };
    let alike = own_unit.as_ref().is_none_or(|own| own.name == unit.name);
    let lower = if own_unit.is_some() { first.value } else { scaled_like(text, first, &upper) };
    match (alike, upper.value * sign > lower, own_unit.is_some()) {
        (true, true, _) => Upper::Range((sign, upper), end, unit),
        (true, false, _) if sign < 0.0 => Upper::Range((sign, upper), end, unit),
        (true, false, false) => Upper::Unclear(end + unit.length),
        _ => Upper::None,
    }
}

fn sign_of_upper(text: &Chars, at: usize) -> (f64, usize) {
    match text.any_at(at, &["零下", "负", "-"]) {
        Some((_, length)) => (-1.0, at + length),
        None => (1.0, at),
    }
}

/// `3至5万元`: the lower end has the magnitude of the upper one.
fn scaled_like(text: &Chars, lower: &Numeral, upper: &Numeral) -> f64 {
    let magnitude = |number: &Numeral| {
        let chars = &text.all()[number.range.clone()];
        [('亿', 1e8), ('万', 1e4)].into_iter().find(|(c, _)| chars.contains(c)).map(|(_, f)| f)
    };
    match (magnitude(lower), magnitude(upper)) {
        (None, Some(factor)) if lower.value * factor < upper.value => round(lower.value * factor),
        _ => lower.value,
    }
}

/// 百分之五到八, 千分之三, 万分之五.
fn share(text: &Chars, at: usize) -> Option<Amount> {
    const SHARES: [(&str, &str); 3] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];
    let (words, unit) = SHARES.iter().find(|(words, _)| text.has(at, words))?;
    let length = words.chars().count();
    let first = numeral(text, at + length).filter(|number| number.clear)?;
    let mut end = first.range.end;
    let value =
        if first.script == Script::Power && first.range.len() == 1 { 100.0 } else { first.value };
    let mut upper = first.upper;
    if let Some((_, mark)) = text.any_at(end, &RANGE_MARKS) {
        let again = if text.has(end + mark, words) { length } else { 0 };
        let other =
            numeral(text, end + mark + again).filter(|other| other.clear && other.value > value);
        if let Some(other) =
            other.filter(|other| again > 0 || unit_at(text, other.range.end).is_none())
        {
            (upper, end) = (Some(other.value), other.range.end);
        }
    }
    let unit = Unit::implied(unit, Measure::Share);
    let mut amount = plain(text, at..end, &first, unit);
    (amount.value, amount.upper, amount.one, amount.bare) = (value, upper, false, false);
    Some(amount)
}

/// Words for a half, with what they say of it.
const HALVES: [(&str, Option<Bound>); 7] = [
    ("超过半数", Some(Bound::MoreThan)),
    ("过半数", Some(Bound::MoreThan)),
    ("超半数", Some(Bound::MoreThan)),
    ("近半数", Some(Bound::About)),
    ("过半", Some(Bound::MoreThan)),
    ("半数", None),
    ("一半", None),
];

/// 三分之二, 2/3, 一半, 过半数: parts of a whole, without a unit.
fn fraction(text: &Chars, at: usize) -> Option<Amount> {
    let implied = |range: Range<usize>, value: f64, bound: Option<Bound>| Amount {
        range,
        value,
        upper: None,
        unit: Unit::implied("", Measure::Share),
        bound,
        script: Script::Chinese,
        one: false,
        bare: false,
    };
    let negated =
        at > 0 && text.get(at - 1).is_some_and(|c| "不未经".contains(c)) && text.has(at, "过");
    if let Some((words, bound)) =
        HALVES.iter().find(|(words, _)| text.has(at, words)).filter(|_| !negated)
    {
        return Some(implied(at..at + words.chars().count(), 0.5, *bound));
    }
    let lower = numeral(text, at).filter(|number| number.clear && number.upper.is_none())?;
    if text.has(lower.range.end, "分之") {
        let upper = numeral(text, lower.range.end + 2).filter(|number| number.clear)?;
        return (lower.value > 0.0)
            .then(|| implied(at..upper.range.end, upper.value / lower.value, None));
    }
    let free = !at
        .checked_sub(1)
        .and_then(|i| text.get(i))
        .is_some_and(|c| c.is_ascii_alphanumeric() || "/-.".contains(c));
    let slash = text.has(lower.range.end, "/") && lower.script == Script::Arabic && free;
    let upper = slash.then(|| numeral(text, lower.range.end + 1)).flatten()?;
    let ended = !text
        .get(upper.range.end)
        .is_some_and(|c| c.is_ascii_alphanumeric() || "/-.年月日".contains(c));
    let proper = lower.clear && upper.clear && lower.value < upper.value && upper.value <= 100.0;
    (ended && proper).then(|| implied(at..upper.range.end, lower.value / upper.value, None))
}

/// 半亩, 半年, 半个月.
fn half(text: &Chars, at: usize) -> Option<Amount> {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    if !text.has(at, "半") || "上下前后大多过夜".contains(before) {
        return None;
    }
    let unit = unit_at(text, at + 1)?;
    let measured = matches!(unit.measure, Measure::Amount | Measure::Time)
        && !matches!(unit.form, "升" | "日" | "秒" | "度" | "克" | "周");
    let range = at..at + 1 + unit.length;
    measured.then_some(Amount {
        range,
        value: 0.5,
        upper: None,
        unit,
        bound: None,
        script: Script::Chinese,
        one: false,
        bare: false,
    })
}

/// 翻一番, 翻两番, 翻番.
fn doubling(text: &Chars, at: usize) -> Option<Amount> {
    if !text.has(at, "翻") {
        return None;
    }
    let number = numeral(text, at + 1);
    let end = number.as_ref().map_or(at + 1, |number| number.range.end);
    let value = number.map_or(1.0, |number| number.value);
    text.has(end, "番").then(|| Amount {
        range: at..end + 1,
        value,
        upper: None,
        unit: Unit::implied("番", Measure::Share),
        bound: None,
        script: Script::Chinese,
        one: false,
        bare: false,
    })
}

/// 八五折: to be paid are 8.5 tenths.
fn discount(text: &Chars, at: usize) -> Option<Amount> {
    let digit = |at: usize| text.get(at).and_then(super::numerals::digit).filter(|d| *d > 0.0);
    let (tenths, hundredths) = (digit(at)?, digit(at + 1)?);
    text.has(at + 2, "折").then(|| Amount {
        range: at..at + 3,
        value: round(tenths + hundredths / 10.0),
        upper: None,
        unit: Unit::implied("折", Measure::Share),
        bound: None,
        script: Script::Chinese,
        one: false,
        bare: false,
    })
}

/// 一年半, 两个半月, 三成五, 八五折.
fn take_half(text: &Chars, amount: &mut Amount) {
    let end = amount.range.end;
    let timed = matches!(amount.unit.measure, Measure::Time | Measure::Amount);
    if amount.upper.is_some() || amount.unit.form == "个" && !text.has(end, "半") {
        return;
    }
    if text.has(end, "半") && timed && !text.get(end + 1).is_some_and(|c| "数径封农".contains(c))
    {
        amount.value += 0.5;
        amount.range.end += 1;
    } else if amount.unit.form == "个" && text.has(end, "半") {
        let rest = ["月", "小时", "学期", "学年"];
        if let Some((_, length)) = text.any_at(end + 1, &rest) {
            let Some(unit) = unit_at(
                &super::spelling::spelled(&format!("个{}", text.text(end + 1..end + 1 + length))),
                0,
            ) else {
                return;
            };
            amount.unit = unit;
            amount.value += 0.5;
            amount.range.end = end + 1 + length;
        }
    } else if amount.unit.form == "成"
        && let Some(number) = numeral(text, end).filter(|number| number.range.len() == 1)
        && number.value < 10.0
        && unit_at(text, number.range.end).is_none()
    {
        amount.value += number.value / 10.0;
        amount.range.end += 1;
    }
}

/// 两年多, 三个多月, 100元余.
fn take_more(text: &Chars, amount: &mut Amount) {
    let end = amount.range.end;
    if !matches!(text.get(end), Some('多' | '余')) || amount.bound.is_some() {
        return;
    }
    if amount.unit.form == "个" {
        let inner = ["月", "小时", "星期", "学期"];
        let Some((words, length)) = text.any_at(end + 1, &inner) else { return };
        if let Some(unit) = unit_at(&Chars::new(&format!("个{words}")), 0) {
            amount.unit = unit;
            amount.range.end = end + 1 + length;
            amount.bound = Some(Bound::AtLeast);
        }
    } else if !text.get(end + 1).is_some_and(|c| "种样元层次个项年边功方额数".contains(c))
    {
        amount.range.end += 1;
        amount.bound = Some(Bound::AtLeast);
    }
}

fn take_bound(text: &Chars, amount: &mut Amount) {
    if let Some((bound, length)) = bounds::after(text, amount.range.end, amount.unit.measure) {
        amount.range.end += length;
        amount.bound = Some(bound);
    }
}

/// Whether the amount states a number at all. 一 before a measure word is an article, a bare 百 or
/// 万 an amount only where a bound says so (`百公里电耗`, `（万平方米）`).
pub fn counts(text: &Chars, amount: &Amount, bounded: bool) -> bool {
    let before = amount.range.start.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    let article = "同统唯某这那哪上下另任逐单首进".contains(before) || before == '每' && amount.one;
    if amount.unit.length == 0 {
        return true;
    }
    if amount.bare && !bounded {
        return false;
    }
    match amount.unit.measure {
        Measure::Order => false,
        Measure::Amount | Measure::Share => !(amount.one && article),
        Measure::Time => !(amount.one && (article || starts_idiom(text, amount.range.end))),
        Measure::Count if amount.one && amount.unit.form == "倍" => true,
        Measure::Count | Measure::Group => !amount.one || bounded,
    }
}

/// 一年 in 一年级 or 一周 in 一周围 is no time.
fn starts_idiom(text: &Chars, at: usize) -> bool {
    text.any_at(at, &["级", "围", "游", "一度", "来"]).is_some()
}
