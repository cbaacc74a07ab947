//! What goes on with an amount behind its unit: halves, months behind years, coins behind yuan, 多.

use super::super::numerals::numeral;
use super::super::spelling::spelled;
use super::super::units::{Measure, unit_at};
use super::super::values::round;
use super::Amount;
use crate::chars::Chars;
use crate::facts::Bound;
use crate::text;

/// 一年半, 两个半月, 三成五, 八五折.
pub(super) fn take_half(text: &Chars, amount: &mut Amount) {
    let end = amount.range.end;
    let timed = matches!(amount.unit.measure, Measure::Time | Measure::Amount)
        || matches!(amount.unit.form, "成" | "倍");
    if amount.unit.form == "个" && (amount.upper.is_some() || !text.has(end, "半")) {
        return;
    }
    let last = amount.upper.as_mut().unwrap_or(&mut amount.value);
    if text.has(end, "半") && timed && !text.get(end + 1).is_some_and(|c| "数径封农".contains(c))
    {
        *last += 0.5;
        amount.range.end += 1;
    } else if amount.unit.form == "个" && text.has(end, "半") {
        let rest = ["月", "小时", "学期", "学年"];
        if let Some((_, length)) = text.any_at(end + 1, &rest) {
            let Some(unit) =
                unit_at(&spelled(&format!("个{}", text.text(end + 1..end + 1 + length))), 0)
            else {
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
        *last += number.value / 10.0;
        amount.range.end += 1;
    }
}

/// What may follow an amount that is spoken short.
const ENDS: [&str; 10] = ["以上", "以下", "以内", "以外", "左右", "的", "高", "毛", "角", "钱"];

/// 1米2, 1米75, 两块五: what is spoken behind a metre or a yuan are its tenths and hundredths.
pub(super) fn take_tenths(text: &Chars, amount: &mut Amount) {
    let end = amount.range.end;
    let spoken = matches!(amount.unit.form, "米" | "块" | "毛");
    if !spoken || amount.upper.is_some() || amount.value.fract() != 0.0 {
        return;
    }
    let most = if amount.unit.form == "米" { 2 } else { 1 };
    let rest = numeral(text, end).filter(|rest| rest.range.start == end && rest.upper.is_none());
    let Some(rest) = rest.filter(|rest| (1..=most).contains(&rest.range.len())) else { return };
    // 长3米5根 counts something else, 120米2 has lost what was raised, 三块一等田 are pieces.
    let behind = text.get(rest.range.end);
    let ends = behind.is_none_or(|c| !text::is_han(c) && !"×xX*~-～—0123456789.".contains(c))
        || text.any_at(rest.range.end, &ENDS).is_some();
    if !ends || rest.value < 1.0 || text.gap(end) || amount.value >= 10.0 {
        return;
    }
    let places = if rest.value < 10.0 { 10.0 } else { 100.0 };
    amount.value = round(amount.value + rest.value / places);
    amount.range.end = rest.range.end;
    // 一块五毛
    if amount.unit.form == "块" && text.any_at(rest.range.end, &["毛", "角"]).is_some() {
        amount.range.end += 1;
    }
    if amount.unit.form == "块"
        && let Some(yuan) = unit_at(&Chars::new("元"), 0)
    {
        amount.unit = yuan;
    }
}

/// 一年零六个月: years and months are one time, counted in months.
pub(super) fn take_months(text: &Chars, amount: &mut Amount) {
    let end = amount.range.end;
    if amount.unit.form != "年" || amount.upper.is_some() {
        return;
    }
    let from = end + usize::from(text.has(end, "零"));
    let months = numeral(text, from).filter(|months| months.clear && months.upper.is_none());
    let Some(months) = months.filter(|months| months.value < 12.0) else { return };
    let Some(unit) = unit_at(text, months.range.end).filter(|unit| unit.form == "个月") else {
        return;
    };
    amount.value = amount.value * 12.0 + months.value;
    amount.range.end = months.range.end + unit.length;
    amount.unit = unit;
}

/// 七元五角, 3元5角2分: tenths and hundredths of a yuan behind the yuan.
pub(super) fn take_coins(text: &Chars, amount: &mut Amount) {
    if amount.unit.name != "元" || amount.upper.is_some() {
        return;
    }
    for (coin, part) in [("角", 0.1), ("分", 0.01)] {
        let number = numeral(text, amount.range.end).filter(|number| number.range.len() == 1);
        let Some(number) = number.filter(|number| text.has(number.range.end, coin)) else {
            continue;
        };
        amount.value = round(amount.value + number.value * part);
        amount.range.end = number.range.end + 1;
    }
}

/// 两年多, 三个多月, 100元余.
pub(super) fn take_more(text: &Chars, amount: &mut Amount) {
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
