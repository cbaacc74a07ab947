//! Tables without rules: rows whose words stand below each other. They can't be told for certain
//! from lists and forms, so each is told.

use corpus::{Severity, bilingual};

use super::line::Line;
use super::tables::Table;
use super::{Item, Margins};

/// Cells are parted by gaps of at least this many sizes of the type.
const GAP: f64 = 1.6;
/// As many rows make a table.
const FEWEST_ROWS: usize = 3;

/// Adds lines, and tables where lines are rows.
pub fn in_order(lines: Vec<Line>, margins: Margins, page: u32, items: &mut Vec<Item>) {
    let mut lines = with_pitches(lines, margins).into_iter().peekable();
    while let Some((line, margins)) = lines.next() {
        if line.segments(GAP).len() < 2 {
            items.push(Item::Line(line, margins));
            continue;
        }
        let mut rows = vec![line];
        while let Some((next, _)) = lines.next_if(|(next, _)| next.segments(GAP).len() >= 2) {
            rows.push(next);
        }
        if let Some(table) = table(&rows, page) {
            for (severity, message) in &table.findings {
                items.push(Item::Finding(*severity, message.clone()));
            }
            items.push(Item::Table(table));
        } else {
            if rows.len() >= FEWEST_ROWS {
                let count = rows.len();
                let message = bilingual!(
                    "第 {page} 页有 {count} 行像是表格，但分不清各列；已按普通的行处理，请与原件核对",
                    "{count} lines of page {page} look like rows of a table whose columns are not \
                     clear; they are taken as lines, compare them with the original"
                );
                items.push(Item::Finding(Severity::Warning, message));
            }
            items.extend(rows.into_iter().map(|line| Item::Line(line, margins)));
        }
    }
}

/// Each line with the smaller of the distances before and after its own: what a step to it is
/// measured by, since documents mix wide and narrow lines.
fn with_pitches(lines: Vec<Line>, margins: Margins) -> Vec<(Line, Margins)> {
    let places: Vec<f64> = lines.iter().map(|line| line.baseline).collect();
    let step = |at: usize| {
        let step = places.get(at)? - places.get(at.checked_sub(1)?)?;
        (step > 0.0).then_some(step)
    };
    let pitch = |at: usize| {
        let around = [at.checked_sub(1).and_then(step), step(at + 1)];
        let around = around.into_iter().flatten().min_by(f64::total_cmp);
        around.unwrap_or(margins.pitch)
    };
    let lines = lines.into_iter().enumerate();
    lines.map(|(at, line)| (line, Margins { pitch: pitch(at), ..margins })).collect()
}

/// The table that the lines are, if every part of each stands in one column.
fn table(lines: &[Line], page: u32) -> Option<Table> {
    if lines.len() < FEWEST_ROWS {
        return None;
    }
    let parts: Vec<Vec<Line>> = lines.iter().map(|line| line.segments(GAP)).collect();
    let mut columns: Vec<(f64, f64)> =
        parts.iter().flatten().map(|part| (part.left(), part.right())).collect();
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    columns.dedup_by(|next, known| {
        let overlaps = next.0 < known.1;
        known.1 = if overlaps { known.1.max(next.1) } else { known.1 };
        overlaps
    });
    let column = |part: &Line| {
        columns.iter().position(|(from, to)| part.left() >= *from - 0.1 && part.right() <= to + 0.1)
    };
    let mut rows = Vec::new();
    for parts in &parts {
        let mut row = vec![String::new(); columns.len()];
        for part in parts {
            let cell = row.get_mut(column(part)?)?;
            if !cell.is_empty() {
                return None;
            }
            *cell = part.text();
        }
        rows.push(row);
    }
    let message = bilingual!(
        "第 {page} 页有一个没有框线的表格，是按文字的位置读出来的；请逐行与原件核对",
        "a table without rules on page {page} was read by where its words stand; compare each row \
         with the original"
    );
    let findings = vec![(Severity::Warning, message)];
    let top = lines[0].top();
    (columns.len() >= 2).then_some(Table {
        rows,
        top,
        page,
        last_page: page,
        columns,
        ruled: false,
        findings,
    })
}
