//! Finds the figures of a sentence and what they say by their own form: numeral, unit, range,
//! bound words after them. What they mean in the sentence is read by `context`.

mod quantities;

use std::ops::Range;

pub(super) use self::quantities::quantity;

use super::FactKind;
use super::figure::Figure;
use super::lists;
use super::ordinals;
use crate::chars::Chars;
use crate::quantities::amounts::{self, Reading};
use crate::quantities::dates;
use crate::quantities::units::{Measure, unit_at};
use crate::quantities::{is_numeric, names};

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
        } else if dates::is_of_plan(text, at) {
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
    if dates::date(text, label + 1).is_some() || counts_behind_label(text, label + 1) {
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

/// 1. 30名教师: behind the point and a space so many of something, which are never parts of one.
fn counts_behind_label(text: &Chars, at: usize) -> bool {
    let end = digits_end(text, at);
    let unit = unit_at(text, end).filter(|unit| unit.measure == Measure::Count);
    text.gap(at) && unit.is_some_and(|unit| unit.form != "倍")
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
    // 清零2024年度问题: a year behind a word that ends in a numeral.
    if text.has(at, "零") && text.get(at + 1).is_some_and(|c| c.is_ascii_digit()) {
        return at + 1;
    }
    while text.get(end).is_some_and(is_numeric)
        || text.has(end, ".") && end > at && text.get(end + 1).is_some_and(is_numeric)
    {
        end += 1;
        // 附件：1.2026年计划表
        let label = end - at <= 3 && text.has(end - 1, ".");
        if label && dates::date(text, end).is_some_and(|date| date.year > 0.0) {
            break;
        }
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
