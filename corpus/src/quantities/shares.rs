//! Quantities that words alone make: shares (`百分之五到八`, `三分之一`), halves (`半亩`, `过半数`),
//! multiples (`翻一番`), discounts (`八五折`).

use std::ops::Range;

use super::numerals::{Script, numeral};
use super::reading::{Amount, RANGE_MARKS, quantity_of};
use super::units::{Measure, Unit, unit_at};
use super::values::round;
use super::{bounds, codes};
use crate::chars::Chars;
use crate::facts::Bound;

/// Reads such a quantity where one begins at this index.
pub(super) fn amount(text: &Chars, at: usize) -> Option<Amount> {
    share(text, at)
        .or_else(|| fraction(text, at))
        .or_else(|| among(text, at))
        .or_else(|| half(text, at))
        .or_else(|| doubling(text, at))
        .or_else(|| discount(text, at))
        .or_else(|| coins(text, at))
}

/// An amount whose number is in its words.
fn worded(range: Range<usize>, value: f64, unit: Unit) -> Amount {
    Amount {
        range,
        value,
        upper: None,
        unit,
        bound: None,
        included: None,
        script: Script::Chinese,
        one: false,
        bare: false,
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
    let mut amount = quantity_of(text, at..end, &first, unit);
    (amount.value, amount.upper, amount.one, amount.bare) = (value, upper, false, false);
    Some(amount)
}

/// 12/10万: twelve in a hundred thousand.
fn among(text: &Chars, at: usize) -> Option<Amount> {
    let (value, range, whole) = codes::among(text, at)?;
    let unit = Unit { name: whole, ..Unit::implied("", Measure::Share) };
    Some(worded(range, value, unit))
}

/// Words for a half, with what they say of it.
const HALVES: [(&str, Option<Bound>); 8] = [
    ("超过半数", Some(Bound::MoreThan)),
    ("过半数", Some(Bound::MoreThan)),
    ("超半数", Some(Bound::MoreThan)),
    ("近半数", Some(Bound::About)),
    ("过半", Some(Bound::MoreThan)),
    ("近半", Some(Bound::About)),
    ("半数", None),
    ("一半", None),
];

/// 三分之二, 2/3, 一半, 过半数: parts of a whole, without a unit.
fn fraction(text: &Chars, at: usize) -> Option<Amount> {
    let part = |range, value| worded(range, value, Unit::implied("", Measure::Share));
    // 不过半, and 超过半年, which is half a year.
    let negated =
        at > 0 && text.get(at - 1).is_some_and(|c| "不未经超".contains(c)) && text.has(at, "过");
    // 近半年 is the last half of a year.
    let timed =
        text.has(at, "近半") && text.get(at + 2).is_some_and(|c| "年个月天日小时学季".contains(c));
    if let Some((words, bound)) =
        HALVES.iter().find(|(words, _)| text.has(at, words)).filter(|_| !negated && !timed)
    {
        return Some(Amount { bound: *bound, ..part(at..at + words.chars().count(), 0.5) });
    }
    if let Some((value, end)) = mixed(text, at) {
        let unit = unit_at(text, end);
        let length = unit.as_ref().map_or(0, |unit| unit.length);
        let unit = unit.unwrap_or_else(|| Unit::implied("", Measure::Share));
        return Some(worded(at..end + length, value, unit));
    }
    let (value, end) = quotient(text, at)?;
    let upper = text.any_at(end, &RANGE_MARKS).and_then(|(_, mark)| quotient(text, end + mark));
    if let Some((upper, end)) = upper.filter(|(upper, _)| *upper > value) {
        return Some(Amount { upper: Some(upper), ..part(at..end, value) });
    }
    let goes_on = text.get(end).is_some_and(|c| "/-.".contains(c));
    (!goes_on).then(|| part(at..end, value))
}

/// 一又二分之一: a whole number and a part.
fn mixed(text: &Chars, at: usize) -> Option<(f64, usize)> {
    let whole = numeral(text, at).filter(|number| number.clear && number.upper.is_none())?;
    let and = whole.range.end;
    let (part, end) = text.has(and, "又").then(|| quotient(text, and + 1)).flatten()?;
    (part < 1.0).then_some((whole.value + part, end))
}

/// The value of 三分之二 or 2/3, and one past it.
fn quotient(text: &Chars, at: usize) -> Option<(f64, usize)> {
    let first = numeral(text, at).filter(|number| number.clear && number.upper.is_none())?;
    if text.has(first.range.end, "分之") {
        let over = numeral(text, first.range.end + 2).filter(|number| number.clear)?;
        return (first.value > 0.0).then_some((over.value / first.value, over.range.end));
    }
    let before = at.checked_sub(1).and_then(|i| text.get(i));
    let free = !before.is_some_and(|c| c.is_ascii_alphanumeric() || "/.".contains(c));
    let slash = text.has(first.range.end, "/") && first.script == Script::Arabic && free;
    let whole = slash.then(|| numeral(text, first.range.end + 1)).flatten()?;
    let end = whole.range.end;
    let dated = text.get(end).is_some_and(|c| c.is_ascii_alphanumeric() || "年月日".contains(c));
    let proper = whole.clear && first.value < whole.value && whole.value <= 100.0;
    (!dated && proper).then_some((first.value / whole.value, end))
}

/// 半亩, 半年, 半个月.
fn half(text: &Chars, at: usize) -> Option<Amount> {
    let before = at.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    let unit = text.has(at, "半").then(|| unit_at(text, at + 1))??;
    // 后半年 is the second half of one; 离职后半年内 counts from there.
    let counted = before == '后'
        && bounds::after(text, at + 1 + unit.length, unit.measure).is_some()
        || before == '过' && text.ends(at, "超过");
    if "上下前后大多过夜".contains(before) && !counted {
        return None;
    }
    let measured = matches!(unit.measure, Measure::Amount | Measure::Time)
        && !matches!(unit.form, "升" | "日" | "秒" | "度" | "克" | "周");
    let range = at..at + 1 + unit.length;
    measured.then(|| worded(range, 0.5, unit))
}

/// 翻一番, 翻两番, 翻番.
fn doubling(text: &Chars, at: usize) -> Option<Amount> {
    if !text.has(at, "翻") {
        return None;
    }
    let number = numeral(text, at + 1);
    let end = number.as_ref().map_or(at + 1, |number| number.range.end);
    let value = number.map_or(1.0, |number| number.value);
    text.has(end, "番").then(|| worded(at..end + 1, value, Unit::implied("番", Measure::Share)))
}

/// 一角五分, 5角2分: tenths and hundredths of a yuan without a yuan before them.
fn coins(text: &Chars, at: usize) -> Option<Amount> {
    let single = |at: usize| numeral(text, at).filter(|number| number.range.len() == 1);
    let tenths = single(at).filter(|number| text.has(number.range.end, "角"))?;
    let hundredths = single(tenths.range.end + 1)?;
    let end = hundredths.range.end + 1;
    let value = round(tenths.value / 10.0 + hundredths.value / 100.0);
    let unit = Unit::implied("元", Measure::Amount);
    text.has(end - 1, "分").then(|| worded(at..end, value, unit))
}

/// 八五折: to be paid are 8.5 tenths.
fn discount(text: &Chars, at: usize) -> Option<Amount> {
    let digit = |at: usize| text.get(at).and_then(super::numerals::digit).filter(|d| *d > 0.0);
    let (tenths, hundredths) = (digit(at)?, digit(at + 1)?);
    text.has(at + 2, "折").then(|| {
        let unit = Unit::implied("折", Measure::Share);
        worded(at..at + 3, round(tenths + hundredths / 10.0), unit)
    })
}
