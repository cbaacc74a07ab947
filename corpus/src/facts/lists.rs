//! Figures in lists: what one of them states counts for those that are listed with it
//! (`10、20、30万元`, `分别不低于60%、80%`, `2025、2026、2027年`).

use super::figure::Figure;
use super::{FactKind, scan};
use crate::chars::Chars;
use crate::quantities::bounds;
use crate::quantities::dates::Date;
use crate::quantities::units::Measure;
use crate::quantities::{Numeral, numeral};

/// 10、20、30万元: numbers without a unit have that of the last one, magnitude and all.
pub(super) fn listed(text: &Chars, at: usize, found: &mut Vec<Figure>) -> Option<Figure> {
    let mut numbers = vec![numeral(text, at).filter(|number| number.clear)?];
    let part = ["、", "和", "及", "或", "或者", "，"];
    while let Some(last) = numbers.last()
        && let Some((_, length)) = text.any_at(last.range.end, &part)
        && let Some(next) = numeral(text, last.range.end + length).filter(|number| number.clear)
    {
        numbers.push(next);
    }
    let ordinal = at > 0 && text.has(at - 1, "第");
    // 1、2026年 begins with the number of a list.
    let label = at == 0 && numbers[0].value < 100.0;
    if numbers.len() < 2 || ordinal || label {
        return None;
    }
    let last = numbers.pop()?;
    if let Some(date) = scan::dated(text, last.range.start) {
        return years(&numbers, date, found);
    }
    let Some(Ok(mut whole)) = scan::quantity(text, last.range.start) else { return None };
    // 10万、15万、20万元: each has its own magnitude, or none.
    let scaled =
        |number: &Numeral| text.get(number.range.end - 1).is_some_and(|c| matches!(c, '万' | '亿'));
    let own = numbers.iter().all(scaled);
    let digits = |number: &Numeral| {
        let printed = &text.all()[number.range.clone()];
        let printed = &printed[..printed.len() - usize::from(own)];
        printed.iter().all(|c| c.is_ascii_digit() || *c == '.')
    };
    let alike = numbers.iter().all(digits) && text.get(last.range.start)?.is_ascii_digit();
    if !alike || whole.upper.is_some() || whole.unit.as_ref()?.measure == Measure::Order {
        return None;
    }
    let written =
        text.all()[last.range.clone()].iter().take_while(|c| c.is_ascii_digit() || **c == '.');
    let coefficient: f64 = written.collect::<String>().parse().ok()?;
    let factor = if coefficient > 0.0 { last.value / coefficient } else { 1.0 };
    let before = bounds::before(text, at, whole.unit.as_ref()?.measure)
        .or_else(|| bounds::from_afar(text, at, whole.unit.as_ref()?.measure));
    let factor = if own || printed_in_full(&numbers, last.value, factor) { 1.0 } else { factor };
    for number in numbers {
        let mut figure = Figure::new(number.range, None, number.value * factor);
        figure.unit.clone_from(&whole.unit);
        figure.bound = whole.bound.or(before.map(|before| before.bound));
        figure.limit = before.is_some_and(|before| before.limit);
        figure.shared = before;
        found.push(figure);
    }
    whole.bound = whole.bound.or(before.map(|before| before.bound));
    Some(whole)
}

/// Whether the magnitude of the last number is not that of those before it: with it they would be
/// far larger (`5000、8000、1万元`), or only without it they rise or fall (`300、500、1万元`).
fn printed_in_full(numbers: &[Numeral], last: f64, factor: f64) -> bool {
    let in_order = |scale: f64| {
        let mut values: Vec<f64> = numbers.iter().map(|number| number.value * scale).collect();
        values.push(last);
        values.is_sorted() || values.is_sorted_by(|a, b| a >= b)
    };
    numbers.iter().any(|number| number.value * factor > last * 1e3)
        || !in_order(factor) && in_order(1.0)
}

/// 2025、2026、2027年: each is a year.
fn years(numbers: &[Numeral], last: Figure, found: &mut Vec<Figure>) -> Option<Figure> {
    let of = last.date.clone().filter(|date| date.year > 0.0)?;
    let year = |number: &Numeral| {
        number.small().filter(|_| number.range.len() == 4).filter(|y| (1900..=2100).contains(y))
    };
    let years: Vec<u32> = numbers.iter().map(year).collect::<Option<_>>()?;
    for (number, year) in numbers.iter().zip(years) {
        let range = number.range.clone();
        let iso = year.to_string();
        let date = Date { range: range.clone(), iso, year: f64::from(year), ..of.clone() };
        let mut figure = Figure::new(range, Some(FactKind::Date), f64::from(year));
        figure.date = Some(date);
        found.push(figure);
    }
    Some(last)
}

/// 到2030年、2035年, 2026年、2027年底前: one deadline in a list makes deadlines of all dates in it.
pub(super) fn share_deadlines(text: &Chars, figures: &mut [Figure]) {
    let due = |figure: &Figure| figure.date.as_ref().is_some_and(|date| date.deadline);
    let mut first = 0;
    for end in 1..=figures.len() {
        let goes_on = figures.get(end).is_some_and(|next| {
            next.date.is_some()
                && figures[end - 1].date.is_some()
                && joined(text, &figures[end - 1], next)
        });
        if goes_on {
            continue;
        }
        if end - first > 1 && figures[first..end].iter().any(due) {
            for date in figures[first..end].iter_mut().filter_map(|figure| figure.date.as_mut()) {
                date.deadline = true;
            }
        }
        first = end;
    }
}

/// Whether the second figure is listed right behind the first.
pub(super) fn joined(text: &Chars, first: &Figure, second: &Figure) -> bool {
    let between = text.text(first.range.end..second.range.start.max(first.range.end));
    matches!(between.as_str(), "、" | "和" | "及" | "以及" | "或" | "与")
}

/// 不低于60%、80%: what is listed with a figure and has no bound of its own has that of the first.
pub(super) fn share_bounds(text: &Chars, figures: &mut [Figure]) {
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let (first, figure) = (&before[index - 1], &mut rest[0]);
        let alike = first.unit.as_ref().map(|unit| &unit.name)
            == figure.unit.as_ref().map(|unit| &unit.name);
        if joined(text, first, figure)
            && alike
            && figure.bound.is_none()
            && let Some(shared) = first.shared
        {
            (figure.bound, figure.limit, figure.shared) =
                (Some(shared.bound), shared.limit, Some(shared));
        }
    }
}
