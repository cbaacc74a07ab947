//! Figures in the cells of tables. Each cell is read by itself, so that figures of two cells never
//! become one; what a row is about is the cell that names it. A bare number has the unit that the
//! table states for it ([`units`]); what it is there for, the head says ([`heads`]).

mod bare;
mod heads;
mod units;
mod years;

use super::extract::of_text;
use super::tense::Tense;
use super::{Fact, FactKind};
use crate::address::Address;
use crate::model::{Document, Span};
use crate::quantities::spelled;
use crate::table::{self, CellNames};

use self::bare::Bare;

/// A row of a table with what its figures are read by.
struct Row<'a> {
    document: &'a Document,
    at: &'a Address,
    text: &'a str,
    cells: Vec<Span>,
    tense: Tense,
    places: &'a [String],
    title: &'a str,
    /// The years of the plan that the document is.
    plan: Option<(u32, u32)>,
}

/// All figures of a row.
pub fn facts(
    document: &Document,
    at: &Address,
    row: &str,
    tense: Tense,
    places: &[String],
) -> Vec<Fact> {
    let (cells, title) = (table::cells(row), heads::title(document, at));
    let plan = years::of_plan(document);
    let row = Row { document, at, text: row, cells, tense, places, title, plan };
    let mut found: Vec<(String, Vec<Fact>)> =
        (0..row.cells.len()).filter_map(|column| row.cell(column)).collect();
    heads::share_deadline(&mut found);
    found.into_iter().flat_map(|(_, facts)| facts).collect()
}

impl Row<'_> {
    /// The figures of one cell with the name of its column; `None` where it holds none.
    fn cell(&self, column: usize) -> Option<(String, Vec<Fact>)> {
        let cell = self.cells[column];
        let printed = cell.of(self.text);
        let mut facts = of_text(self.at, &spelled(printed), self.tense, self.places);
        let bare = bare::numbers(printed).filter(|_| facts.iter().all(heads::is_without_unit));
        if facts.is_empty() && bare.is_none() {
            return None;
        }
        let names = self.document.cell_names(self.at, cell).unwrap_or_default();
        if heads::names_people(&names.column) || heads::numbers_rows(&names.column) {
            return None;
        }
        if let Some(bare) = bare {
            let unit = units::of_cell(self, &names);
            match unit.and_then(|unit| bare.with_units(unit)) {
                Some(units) => facts = self.with_unit(&bare, units),
                // 2/90 may be no fraction.
                None if bare.is_pair() => facts.clear(),
                None => {}
            }
        }
        for fact in &mut facts {
            heads::grade(fact, printed);
            heads::kind(fact, &names, self.title, self.tense);
            years::read(fact, &names.column, self.plan);
            moved(fact, cell);
            name(fact, names.row_at);
        }
        heads::deadline(&mut facts, &names.column);
        Some((names.column, facts))
    }

    /// The figures of a cell's numbers, each read with the unit that it has.
    fn with_unit(&self, bare: &Bare<'_>, units: Vec<&str>) -> Vec<Fact> {
        let parts = bare.parts.iter().zip(units).enumerate();
        let read = parts.flat_map(|(index, (part, unit))| {
            let text = part.spelled_with(unit);
            let mut facts = of_text(self.at, &spelled(&text), self.tense, self.places);
            for fact in &mut facts {
                for span in spans(fact) {
                    *span = part.printed(*span, unit);
                }
                // 65→60: where a change comes from.
                let from = bare.changes && index + 1 < bare.parts.len();
                if from {
                    fact.kind = FactKind::Baseline;
                }
            }
            facts
        });
        read.collect()
    }

    /// The names of this cell.
    fn names(&self, cell: Span) -> CellNames {
        self.document.cell_names(self.at, cell).unwrap_or_default()
    }
}

/// Without other words in its cell, a figure is about what the row is named.
fn name(fact: &mut Fact, row: Option<Span>) {
    let itself = fact.about.start < fact.span.end && fact.span.start <= fact.about.end;
    if let Some(row) = row.filter(|_| itself) {
        fact.about = row;
    }
}

/// Every stretch of text that a fact points at.
fn spans(fact: &mut Fact) -> impl Iterator<Item = &mut Span> {
    [&mut fact.span, &mut fact.about].into_iter().chain(&mut fact.due_at).chain(&mut fact.place)
}

/// Moves the spans of a fact from its cell to its row.
fn moved(fact: &mut Fact, cell: Span) {
    for span in spans(fact) {
        span.start = (span.start + cell.start).min(cell.end);
        span.end = (span.end + cell.start).min(cell.end);
    }
}
