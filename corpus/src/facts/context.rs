//! What a figure means in its sentence: bound, kind, what it is about, when due and where.

use std::ops::Range;

use super::figure::Figure;
use super::lists::joined;
use super::places;
use super::tense::Tense;
use super::{Bound, Fact, FactKind};
use crate::address::Address;
use crate::chars::Chars;
use crate::model::Span;
use crate::quantities::dates::Date;

/// A sentence with its figures.
pub struct Context<'a> {
    /// The sentence.
    pub text: &'a Chars,
    /// All its figures in reading order.
    pub figures: &'a [Figure],
    /// Whether it tells what has been achieved.
    pub tense: Tense,
    /// Forms of places.
    pub places: &'a [String],
}

const AIMS: [&str; 5] = ["力争", "力求", "努力", "争取", "确保"];

const STABLE: [&str; 5] = ["稳定在", "保持在", "维持在", "稳定保持", "稳定到"];

impl Context<'_> {
    /// The fact that the figure states.
    pub fn fact(&self, at: &Address, figure: &Figure) -> Fact {
        let clause = self.text.clause(figure.range.start);
        let kind = self.kind(figure, &clause);
        let plain = matches!(kind, FactKind::Name | FactKind::Ordinal) || figure.date.is_some();
        let (due, due_at) = self.due(figure);
        Fact {
            at: at.clone(),
            span: self.text.span(figure.range.clone()),
            kind,
            value: figure.value,
            upper: figure.upper,
            unit: match (&figure.date, &figure.unit) {
                (Some(date), _) => date.unit.to_string(),
                (None, unit) => unit.as_ref().map_or_else(String::new, |unit| unit.name.clone()),
            },
            bound: if plain { Bound::Exact } else { Self::bound(figure) },
            aimed: !plain && self.aimed(figure),
            stable: !plain && self.text.any_before(figure.range.start, &STABLE).is_some(),
            about: self.text.span(self.about(figure, &clause)),
            date: figure.date.as_ref().map_or_else(String::new, |date| date.iso.clone()),
            due,
            due_at,
            place: self.place(figure, &clause),
        }
    }

    /// How the figure is bounded.
    pub(super) fn bound(figure: &Figure) -> Bound {
        figure.bound.unwrap_or(Bound::Exact)
    }

    /// Whether 力争 or the like governs the figure: it stands before it in the same stretch
    /// between semicolons.
    pub(super) fn aimed(&self, figure: &Figure) -> bool {
        let all = self.text.all();
        let from = all[..figure.range.start]
            .iter()
            .rposition(|c| matches!(c, '；' | ';' | '。'))
            .map_or(0, |before| before + 1);
        self.tense == Tense::Ahead
            && (from..figure.range.start).any(|at| {
                self.text.any_at(at, &AIMS[..4]).is_some() && !self.text.has(at + 2, "方向")
            })
    }

    /// A deadline stands for itself and for the figures behind it in the sentence.
    fn due(&self, figure: &Figure) -> (String, Option<Span>) {
        self.deadline(figure).map_or((String::new(), None), |date| {
            (date.iso.clone(), Some(self.text.span(date.range.clone())))
        })
    }

    fn deadline<'f>(&'f self, figure: &'f Figure) -> Option<&'f Date> {
        let ends = |other: &Figure| other.date.as_ref().is_some_and(|date| date.deadline);
        if figure.date.is_some() {
            return figure.date.as_ref().filter(|date| date.deadline);
        }
        if matches!(figure.kind, Some(FactKind::Name | FactKind::Ordinal)) {
            return None;
        }
        let governs = |other: &Figure| ends(other) && other.range.end <= figure.range.start;
        let nearest = self.figures.iter().rposition(governs)?;
        let dates = self.list_of(nearest);
        let own = self.figures.iter().position(|other| other.range == figure.range)?;
        let own_list = self.list_of(own);
        let last = self.figures[nearest].date.as_ref();
        if dates.len() == 1 {
            return last;
        }
        // 到2030年、2035年分别达到70%、85%: each has its own.
        if dates.len() == own_list.len() {
            return self.figures[dates.start + own - own_list.start].date.as_ref();
        }
        let respectively = (self.figures[nearest].range.end..figure.range.start)
            .any(|at| self.text.has(at, "分别"));
        last.filter(|_| !respectively)
    }

    /// The figures that are listed with this one, by their indices.
    pub(super) fn list_of(&self, index: usize) -> Range<usize> {
        let alike = |at: usize| {
            let (first, second) = (&self.figures[at], &self.figures[at + 1]);
            first.date.is_some() == second.date.is_some() && joined(self.text, first, second)
        };
        let start = (0..index).rev().take_while(|at| alike(*at)).last().unwrap_or(index);
        let end = (index..self.figures.len() - 1).take_while(|at| alike(*at)).last();
        start..end.map_or(index, |last| last + 1) + 1
    }

    /// The places named in the figure's clause: those next before it, otherwise the first after it.
    fn place(&self, figure: &Figure, clause: &Range<usize>) -> Option<Span> {
        let found = places::named(self.text, clause, self.places);
        let before = found.iter().rfind(|place| place.end <= figure.range.start);
        let nearest = before.or(found.first())?;
        Some(self.text.span(nearest.clone()))
    }
}
