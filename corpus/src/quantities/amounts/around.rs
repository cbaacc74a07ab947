//! Amounts whose unit does not stand behind the number: a sign of money before it (`¥30,000.00`), or
//! a unit in brackets behind the noun (`总投资（万元）：860`).

use super::super::numerals::{Numeral, Script, numeral, power};
use super::super::reading::{Amount, quantity_of};
use super::super::units::{Measure, Unit, unit_at};
use super::super::values::round;
use crate::chars::{Chars, ends_clause};

/// Such an amount where one begins at this index.
pub(super) fn amount(text: &Chars, at: usize) -> Option<Amount> {
    priced(text, at).or_else(|| labelled(text, at))
}

/// ¥30,000.00, ￥5万: yuan.
fn priced(text: &Chars, at: usize) -> Option<Amount> {
    let number = matches!(text.get(at)?, '¥' | '￥').then(|| numeral(text, at + 1))??;
    let own = unit_at(text, number.range.end).filter(|unit| unit.name.starts_with('元'));
    let unit = own.unwrap_or_else(|| Unit::implied("元", Measure::Amount));
    let end = number.range.end + unit.length;
    is_plain(&number).then(|| quantity_of(text, at..end, &number, unit))
}

/// The 860 of 总投资（万元）：860 and the 1450 of 种植面积（亩）为1450.
fn labelled(text: &Chars, at: usize) -> Option<Amount> {
    let linked = at - text.any_before(at, &[":", "为", "是", "约", "达"])?.1;
    let close = linked.checked_sub(1).filter(|close| text.has(*close, ")"))?;
    let open = (close.saturating_sub(LONGEST_UNIT)..close).rfind(|open| text.has(*open, "("))?;
    let number = numeral(text, at).filter(is_plain)?;
    let end = number.range.end;
    let ended = text.get(end).is_none_or(|c| ends_clause(c) || c == '、');
    let scale = text.get(open + 1).and_then(power);
    let mut unit = scale
        .and_then(|_| whole_unit(text, open + 2, close))
        .or_else(|| whole_unit(text, open + 1, close))?;
    let counts = matches!(unit.measure, Measure::Amount | Measure::Count | Measure::Share);
    let scaled = unit.length + 1 < close - open;
    unit.length = 0;
    let mut amount = quantity_of(text, at..end, &number, unit);
    if let Some(scale) = scale.filter(|_| scaled) {
        amount.value = round(amount.value * scale);
    }
    // A unit that no word behind the number states is no article either.
    (ended && counts && number.script == Script::Arabic).then_some(amount)
}

/// A unit in brackets is not longer.
const LONGEST_UNIT: usize = 8;

/// The unit that takes all of these characters.
fn whole_unit(text: &Chars, from: usize, to: usize) -> Option<Unit> {
    unit_at(text, from).filter(|unit| from + unit.length == to)
}

fn is_plain(number: &Numeral) -> bool {
    number.clear && number.upper.is_none()
}
