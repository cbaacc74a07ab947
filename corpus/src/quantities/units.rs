//! Units and measure words: what a figure counts.
//!
//! Measure words are a closed class of Chinese; the tables hold those of official texts. What is
//! not in them is not read as a quantity. Texts are in the spelling of [`super::spelling`].

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::unit_table::{AFTER_DIGITS, FORMS, LETTERS, LONGER, RENAMED};
use crate::chars::Chars;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Area, mass, volume, length, energy, money: promised amounts.
    Amount,
    /// Per cent and the like.
    Share,
    /// Years, months, days, hours.
    Time,
    /// Things counted one by one: 家, 头, 处.
    Count,
    /// Degrees and groups, which only structure the text: 级, 类, 方面.
    Group,
    /// What is numbered rather than counted: 届, 位.
    Order,
}

/// A unit as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its form in the table, without what it is counted per.
    pub form: &'static str,
    /// How it is reported: `平方米`, `台(套)`, `元/人·月`.
    pub name: String,
    /// What it measures.
    pub measure: Measure,
    /// Its length in characters.
    pub length: usize,
}

impl Unit {
    /// 月, which is a unit only where something is paid per month.
    fn month() -> Self {
        Self { length: 1, ..Self::implied("月", Measure::Time) }
    }

    /// A unit that no word of the text states: the `%` of 百分之五, none for 三分之一.
    pub(super) fn implied(form: &'static str, measure: Measure) -> Self {
        Self { form, name: form.to_owned(), measure, length: 0 }
    }
}

/// The longest unit that stands at this index, with what it is counted per.
pub fn unit_at(text: &Chars, at: usize) -> Option<Unit> {
    let mut unit = plain_unit(text, at)?;
    if let Some((other, length)) = in_brackets(text, at + unit.length) {
        unit.name = format!("{}({other})", unit.name);
        unit.length += length;
    }
    while let Some((mark, from)) = per(text, at + unit.length, &unit) {
        let bracket = usize::from(text.has(from, "("));
        let Some(other) = counted_per(text, from + bracket) else { break };
        unit.name = format!("{}{mark}{}", unit.name, other.name);
        unit.length = from + bracket + other.length - at;
    }
    if unit.name.contains('/')
        && text.has(at + unit.length, ")")
        && opens(text, at..at + unit.length)
    {
        unit.length += 1;
    }
    Some(unit)
}

fn opens(text: &Chars, range: std::ops::Range<usize>) -> bool {
    text.all()[range].contains(&'(')
}

/// 台（套）, 头（只）.
fn in_brackets(text: &Chars, at: usize) -> Option<(String, usize)> {
    let inner = text.has(at, "(").then(|| plain_unit(text, at + 1)).flatten()?;
    text.has(at + 1 + inner.length, ")").then(|| (inner.name, inner.length + 2))
}

/// 元/亩, 元每吨, 元/人·月: the mark, and where the next unit begins.
fn per(text: &Chars, at: usize, before: &Unit) -> Option<(char, usize)> {
    let mark = text.get(at)?;
    match mark {
        '/' => Some(('/', at + 1)),
        '每' if before.measure == Measure::Amount => Some(('/', at + 1)),
        '·' | '.' if before.name.contains('/') => Some(('·', at + 1)),
        _ => None,
    }
}

/// What something is counted per: 亩, 月, 万元, 百公里.
fn counted_per(text: &Chars, at: usize) -> Option<Unit> {
    let month = || text.has(at, "月").then(Unit::month);
    let several = || {
        let power = text.get(at).filter(|c| matches!(c, '万' | '千' | '百' | '亿'))?;
        let unit = plain_unit(text, at + 1)?;
        Some(Unit { name: format!("{power}{}", unit.name), length: unit.length + 1, ..unit })
    };
    plain_unit(text, at).or_else(month).or_else(several).or_else(|| so_many(text, at))
}

/// The 100毫升 of 20毫克/100毫升.
fn so_many(text: &Chars, at: usize) -> Option<Unit> {
    let end = (at..text.len()).find(|i| !text.get(*i).is_some_and(|c| c.is_ascii_digit()))?;
    let unit = plain_unit(text, end).filter(|_| end > at)?;
    let name = format!("{}{}", text.text(at..end), unit.name);
    Some(Unit { name, length: unit.length + end - at, ..unit })
}

fn plain_unit(text: &Chars, at: usize) -> Option<Unit> {
    let first = text.get(at)?;
    if first.is_ascii_alphabetic() || "μ°℃㎡㎥㎢㎞㎏㎜㎝¥".contains(first) {
        return lettered(text, at);
    }
    let forms = BY_FIRST.get(&first)?;
    let Entry { form, name, measure, length } = *forms.iter().find(|own| text.has(at, own.form))?;
    let unit = Unit { form, name: name.to_owned(), measure, length };
    (!begins_other_word(text, at, &unit)).then_some(unit)
}

/// A form in the tables.
struct Entry {
    form: &'static str,
    name: &'static str,
    measure: Measure,
    length: usize,
}

/// The forms by their first character, longest first, those that are renamed before others as long:
/// a text is asked for a unit at nearly every number in it, and there are hundreds of forms.
static BY_FIRST: LazyLock<BTreeMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let plain = FORMS.iter().flat_map(|(measure, forms)| {
        forms.split_whitespace().map(move |form| (form, form, *measure))
    });
    let mut all: BTreeMap<char, Vec<Entry>> = BTreeMap::new();
    for (form, name, measure) in RENAMED.iter().copied().chain(plain) {
        let Some(first) = form.chars().next() else { continue };
        let length = form.chars().count();
        all.entry(first).or_default().push(Entry { form, name, measure, length });
    }
    // Stable: of two as long, the first in the tables counts.
    for forms in all.values_mut() {
        forms.sort_by_key(|own| Reverse(own.length));
    }
    all
});

/// 门 in 门槛 and 家 in 家庭 are no units.
fn begins_other_word(text: &Chars, at: usize, unit: &Unit) -> bool {
    let next = text.get(at + unit.length);
    if AFTER_DIGITS.contains(&unit.form) && !follows_digits(text, at) {
        return true;
    }
    LONGER
        .iter()
        .find(|(form, _)| *form == unit.form)
        .is_some_and(|(_, after)| next.is_some_and(|c| after.contains(c)))
}

/// Whether a number in digits ends here, perhaps with 万 or 亿.
fn follows_digits(text: &Chars, at: usize) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(|c| c.is_ascii_digit());
    let powered = at > 1 && matches!(text.get(at - 1), Some('万' | '亿'));
    at > 0 && digit(at - 1) || powered && digit(at - 2)
}

/// km², kWh, ℃: letters end where the unit ends.
fn lettered(text: &Chars, at: usize) -> Option<Unit> {
    let mut longest: Option<Unit> = None;
    for &(form, name, measure) in LETTERS {
        let length = form.chars().count();
        if longest.as_ref().is_none_or(|best| length > best.length) && text.has(at, form) {
            longest = Some(Unit { form: name, name: name.to_owned(), measure, length });
        }
    }
    longest.filter(|unit| {
        // 30°15′ is a place on a map.
        if begins_other_word(text, at, unit) {
            return false;
        }
        let signed = !unit_ends_in_letter(text, at + unit.length);
        signed || !text.get(at + unit.length).is_some_and(|c| c.is_ascii_alphanumeric())
    })
}

fn unit_ends_in_letter(text: &Chars, end: usize) -> bool {
    text.get(end - 1).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether a unit that begins with a power of ten stands here, as 千瓦 or 千米: then the power is
/// not part of the number.
pub fn begins_longer_unit(text: &Chars, at: usize) -> bool {
    matches!(text.get(at), Some('千' | '百' | '万'))
        && plain_unit(text, at).is_some_and(|unit| unit.length > 1)
}

/// Whether the unit counts successive years.
pub fn is_streak(unit: &Unit) -> bool {
    unit.form.starts_with('连') && unit.form.chars().count() == 2
}
