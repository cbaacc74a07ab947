//! Which numbers a text states anywhere, in figures, in names or in how it is numbered: what stands
//! among them, in whatever unit, is not told to be missing.

use super::measured::Measured;
use crate::address::Unit;
use crate::chars::Chars;
use crate::facts::Fact;
use crate::model::Document;
use crate::quantities::units::{Measure, unit_at};
use crate::quantities::{Numeral, numeral, spelled};

/// Words that say all of it or half of it without a number.
const WORDED: [(&str, f64); 4] = [("全", 1.0), ("都", 1.0), ("半", 0.5), ("翻番", 2.0)];

/// The numbers of a text.
pub(super) struct StatedNumbers(Vec<Measured>);

impl StatedNumbers {
    /// All numbers of a document with these facts.
    pub(super) fn of(document: &Document, facts: &[Fact]) -> Self {
        let mut found: Vec<Measured> = facts.iter().flat_map(of_fact).collect();
        // What a text has of itself: 共六个部分24条.
        let numbered = document.provisions.iter().filter(|provision| !provision.label.is_empty());
        for count in [numbered.count(), document.divisions.len()] {
            found.push(Measured::of(count as f64, "", true));
        }
        let mut of_unit: Option<(Unit, Vec<f64>)> = None;
        for (unit, sentence) in document.sentences() {
            let text = spelled(&sentence.text);
            in_words(&text, &mut found);
            if document.is_row(&unit, sentence.number) {
                let known = of_unit.take().filter(|(known, _)| *known == unit);
                let (_, magnitudes) = of_unit
                    .insert(known.unwrap_or_else(|| (unit.clone(), magnitudes(document, &unit))));
                in_cells(&text, magnitudes, &mut found);
            }
        }
        Self(found)
    }

    /// Whether every number of the fact may stand in the text.
    pub(super) fn may_hold(&self, fact: &Fact) -> bool {
        of_fact(fact).iter().all(|own| self.0.iter().any(|stated| own.may_be(stated)))
    }
}

/// The numbers of a fact; of a span of years how many they are.
pub(super) fn of_fact(fact: &Fact) -> Vec<Measured> {
    if !fact.date.is_empty() {
        return years_between(&fact.date).into_iter().collect();
    }
    let counted = !matches!(
        unit_at(&spelled(&fact.unit), 0).map(|unit| unit.measure),
        Some(Measure::Amount | Measure::Time | Measure::Share)
    );
    let numbers = [Some(fact.value), fact.upper].into_iter().flatten();
    numbers.map(|value| Measured::of(value, &fact.unit, counted)).collect()
}

/// `2026/2028` are three years.
fn years_between(date: &str) -> Option<Measured> {
    let (first, last) = date.split_once('/')?;
    let year = |part: &str| part.get(..4).and_then(|year| year.parse::<i32>().ok());
    let (first, last) = (year(first)?, year(last)?);
    (first < last).then(|| Measured::of(f64::from(last - first + 1), "年", false))
}

/// The magnitudes in which a table may count: those that stand anywhere in its provision, as 万元 in
/// the head or in the line above.
fn magnitudes(document: &Document, unit: &Unit) -> Vec<f64> {
    let Unit::Provision(number) = unit else { return Vec::new() };
    let Some(provision) = document.provision(number) else { return Vec::new() };
    let stands = |sign: char| provision.sentences().any(|s| s.text.contains(sign));
    let known = [('百', 1e2), ('千', 1e3), ('万', 1e4), ('亿', 1e8)];
    known.into_iter().filter(|(sign, _)| stands(*sign)).map(|(_, times)| times).collect()
}

/// The bare numbers of a row, in every magnitude in which its table may count.
fn in_cells(row: &Chars, magnitudes: &[f64], found: &mut Vec<Measured>) {
    let mut at = 0;
    while at < row.len() {
        let Some(number) = numeral(row, at).filter(|number| number.clear) else {
            at += 1;
            continue;
        };
        at = number.range.end.max(at + 1);
        for value in [Some(number.value), number.upper].into_iter().flatten() {
            found.extend(magnitudes.iter().map(|times| Measured::of(value * times, "", false)));
        }
    }
}

/// Every number of a sentence, also those that are no figures: 二孩, 第三批, “五个一”.
fn in_words(text: &Chars, found: &mut Vec<Measured>) {
    let mut at = 0;
    while at < text.len() {
        found.extend(
            WORDED
                .iter()
                .filter(|(word, _)| text.has(at, word))
                .map(|(_, share)| Measured::of(*share, "倍", false)),
        );
        let Some(number) = numeral(text, at).filter(|number| number.clear) else {
            at += 1;
            continue;
        };
        at = number.range.end.max(at + 1);
        found.extend(counted(text, &number));
    }
}

fn counted(text: &Chars, number: &Numeral) -> Vec<Measured> {
    let unit = unit_at(text, number.range.end);
    let counts = unit.as_ref().is_none_or(|unit| {
        !matches!(unit.measure, Measure::Amount | Measure::Time | Measure::Share)
    });
    let name = unit.map_or_else(String::new, |unit| unit.name);
    let numbers = [Some(number.value), number.upper].into_iter().flatten();
    numbers.map(|value| Measured::of(value, &name, counts)).collect()
}
