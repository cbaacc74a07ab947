//! Amounts: a numeral with its unit, and everything that makes one quantity of them: ranges
//! (`3至5万元`), halves behind a unit (`一年半`), signs (`零下20℃`), words of bounds.

mod around;
mod rest;

use self::rest::{take_coins, take_half, take_months, take_more, take_tenths};
use super::numerals::{Numeral, numeral, power};
pub use super::reading::{Amount, Reading};
use super::reading::{RANGE_MARKS, quantity_of};
use super::units::{Measure, Unit, unit_at};
use super::values::round;
use super::{bounds, shares, unitless};
use crate::chars::{Chars, ends_clause};
use crate::facts::Bound;
use crate::text::is_han;

/// Reads the quantity that begins at this index.
pub fn amount(text: &Chars, at: usize) -> Option<Reading> {
    let worded = shares::amount(text, at).or_else(|| around::amount(text, at));
    if let Some(mut amount) = worded {
        take_bound(text, &mut amount);
        return Some(Reading::Amount(amount));
    }
    if let Some(end) = mistyped(text, at) {
        return Some(Reading::Unclear(at..end));
    }
    let (sign, from) = sign(text, at);
    let first = numeral(text, from)?;
    if !first.clear {
        return Some(Reading::Unclear(at..unclear_end(text, first.range.end)));
    }
    let (upper, number_end, unit) = match upper_end(text, sign, &first) {
        Upper::Range(upper, end, unit) => (Some(upper), end, unit),
        Upper::Unclear(end) => return Some(Reading::Unclear(at..end)),
        Upper::None => {
            let (unit, length) = unit_of(text, &first)?;
            (None, first.range.end + length, unit)
        }
    };
    let more = text.any_before(number_end, &["多", "余"]).is_some() && unit.length == 0;
    if sign < 0.0 && !matches!(unit.measure, Measure::Share | Measure::Amount) {
        return Some(Reading::Unclear(at..number_end + unit.length));
    }
    let mut amount = quantity_of(text, at..number_end + unit.length, &first, unit);
    if let Some((upper_sign, upper)) = &upper {
        amount.value = scaled_like(text, &first, upper);
        amount.upper = Some(upper.value * upper_sign);
    }
    if more {
        amount.bound = Some(Bound::AtLeast);
    }
    amount.value *= sign;
    take_half(text, &mut amount);
    take_tenths(text, &mut amount);
    take_months(text, &mut amount);
    take_coins(text, &mut amount);
    take_more(text, &mut amount);
    take_bound(text, &mut amount);
    Some(Reading::Amount(amount))
}

/// The unit of a number, and how many characters stand between them: （含） of 100（含）人, the 余 of
/// 10万余群众. Without a unit in the text it is an implied one.
fn unit_of(text: &Chars, number: &Numeral) -> Option<(Unit, usize)> {
    let end = number.range.end;
    unit_at(text, end)
        .map(|unit| (unit, 0))
        .or_else(|| {
            let (included, length) = bounds::inclusion(text, end)?;
            unit_at(text, end + length).filter(|_| included).map(|unit| (unit, length))
        })
        .or_else(|| unitless::unit(text, number))
}

/// 5O0元, 3。5万元: a letter or sign in place of a digit or point, from the keyboard or out of a scan.
fn mistyped(text: &Chars, at: usize) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let part = |c: char| digit(c) || "OoIl。".contains(c);
    let length = text.all()[at..].iter().take_while(|c| part(**c)).count();
    let run = &text.all()[at..at + length];
    let inside = run.iter().position(|c| !digit(*c)).is_some_and(|letter| letter > 0);
    let counted = unit_at(text, at + length).or_else(|| {
        let magnitude = text.get(at + length).and_then(power)?;
        unit_at(text, at + length + 1).filter(|_| magnitude > 1.0)
    });
    // A liter is no digit: 50l.
    let ends = run.last().copied().is_some_and(digit);
    (inside && ends && counted.is_some()).then(|| unclear_end(text, at + length))
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
fn upper_end(text: &Chars, sign_of_first: f64, first: &Numeral) -> Upper {
    let own_unit = unit_at(text, first.range.end);
    let mut mark_at = first.range.end + own_unit.as_ref().map_or(0, |unit| unit.length);
    // 5000万元（含）至1亿元, 20（含）—50（不含）亩
    mark_at += bounds::inclusion(text, mark_at).map_or(0, |(_, length)| length);
    let (mut from, between) = match text.any_at(mark_at, &RANGE_MARKS) {
        Some((_, length)) => (mark_at + length, false),
        None if text.any_at(mark_at, &["和", "与"]).is_some() => (mark_at + 1, true),
        None => return Upper::None,
    };
    // —— is one mark; a third one is a sign.
    if text.has(mark_at, "--") {
        from += 1;
    }
    let (sign, from) = sign_of_upper(text, from);
    let Some(upper) = numeral(text, from) else { return Upper::None };
    let acidity = || {
        let acidity = own_unit.is_none() && unitless::is_acidity(text, first.range.start);
        acidity.then(|| (unitless::amount_of(""), 0))
    };
    let unit = unit_of(text, &upper).or_else(|| behind_exclusion(text, &upper)).or_else(acidity);
    let Some((unit, length)) = unit.filter(|_| upper.clear) else {
        return Upper::None;
    };
    let end = upper.range.end + length;
    // 介于4%和6%之间
    if between && !text.has(end + unit.length, "之间") {
        return Upper::None;
    }
    let alike = own_unit.as_ref().is_none_or(|own| own.name == unit.name);
    let lower = if own_unit.is_some() { first.value } else { scaled_like(text, first, &upper) };
    match (alike, upper.value * sign > lower * sign_of_first, own_unit.is_some()) {
        (true, true, _) => Upper::Range((sign, upper), end, unit),
        (true, false, _) if sign < 0.0 => Upper::Range((sign, upper), end, unit),
        (true, false, false) => Upper::Unclear(end + unit.length),
        _ => Upper::None,
    }
}

/// The unit of the upper end that is not included itself: the 亩 of 20（含）—50（不含）亩.
fn behind_exclusion(text: &Chars, upper: &Numeral) -> Option<(Unit, usize)> {
    let (_, length) = bounds::inclusion(text, upper.range.end)?;
    unit_at(text, upper.range.end + length).map(|unit| (unit, length))
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

fn take_bound(text: &Chars, amount: &mut Amount) {
    if let Some((bound, length)) = bounds::after(text, amount.range.end, amount.unit.measure) {
        amount.range.end += length;
        amount.bound = Some(bound);
    } else if let Some((included, length)) = bounds::inclusion(text, amount.range.end) {
        amount.range.end += length;
        amount.included = Some(included);
    }
}

/// Whether the amount states a number at all. 一 before a measure word is an article, a bare 百 or
/// 万 an amount only where a bound says so (`百公里电耗`, `（万平方米）`).
pub fn counts(text: &Chars, amount: &Amount, bounded: bool) -> bool {
    let before = amount.range.start.checked_sub(1).and_then(|i| text.get(i)).unwrap_or(' ');
    // 上一年 is the last one; 以上一年以下 ends one bound and begins the next.
    let bounded_before = text.any_before(amount.range.start, &["以上", "以下", "之上", "之下"]);
    let article = "同统唯某这那哪上下另任逐单首进".contains(before) && bounded_before.is_none()
        || before == '每' && amount.one;
    if amount.unit.length == 0 {
        return true;
    }
    if amount.bare && !bounded {
        return false;
    }
    // 两个半天 are no two of anything.
    if amount.unit.form == "个" && text.has(amount.range.end, "半天") {
        return false;
    }
    match amount.unit.measure {
        Measure::Order => false,
        Measure::Amount | Measure::Share => !(amount.one && article),
        Measure::Time => !(amount.one && (article || starts_idiom(text, amount.range.end))),
        Measure::Count if amount.one && amount.unit.form == "倍" => true,
        Measure::Count if amount.one && stands_behind_noun(text, amount) => true,
        // 每三年评估一次: how often.
        Measure::Count if amount.one && matches!(amount.unit.form, "次" | "遍" | "场") => {
            let clause = text.clause(amount.range.start);
            bounded
                || before != '每' && (clause.start..amount.range.start).any(|at| text.has(at, "每"))
        }
        Measure::Count | Measure::Group => !amount.one || bounded,
    }
}

/// What is built or bought one by one, and listed behind its name.
const PIECES: &[&str] =
    &["座", "处", "所", "栋", "幢", "台", "套", "辆", "艘", "架", "条", "口", "眼"];

/// 建设冷库一座（库容3000吨）: behind its noun, at the end of what is said of it, 一 is a number and no
/// article.
fn stands_behind_noun(text: &Chars, amount: &Amount) -> bool {
    let end = text.get(amount.range.end).is_none_or(|c| ends_clause(c) || "、(".contains(c));
    let noun = amount.range.start >= 2
        && (amount.range.start - 2..amount.range.start)
            .all(|at| text.get(at).is_some_and(|c| is_han(c) && !"同某这那另任每的".contains(c)));
    PIECES.contains(&amount.unit.form) && end && noun
}

/// 一年 in 一年级 or 一周 in 一周围 is no time; 一天最多 says for each day.
fn starts_idiom(text: &Chars, at: usize) -> bool {
    const EACH: [&str; 6] = ["最多", "最高", "至多", "最少", "至少", "不超过"];
    let from = text.clause(at).start;
    text.any_at(at, &["级", "围", "游", "一度", "来"]).is_some()
        || at == from + 2 && text.any_at(at, &EACH).is_some()
}
