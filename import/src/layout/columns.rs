//! Two columns side by side are read one after the other.

use corpus::{Severity, bilingual};

use super::line::Line;
use super::paragraphs::margins_of;
use super::tables::Table;
use super::{Item, Margins, Sheet, aligned};

/// As many lines in a row leave room for a gutter where there are columns.
const FEWEST_LINES: usize = 5;
/// The gutter is at least this wide, in sizes of the type.
const GUTTER: f64 = 0.9;
/// Lines of columns fill at least this share of them; those of lists and signatures don't.
const FILLED: f64 = 0.6;

/// Adds what is on a page in reading order.
pub fn in_order(sheet: Sheet, usual: Option<Margins>, region: &mut u32, items: &mut Vec<Item>) {
    let Sheet { number, mut lines, tables, .. } = sheet;
    // A table stands between the lines above and below it.
    for table in tables {
        let below = lines.iter().position(|line| line.baseline > table.top).unwrap_or(lines.len());
        let rest = lines.split_off(below);
        part(lines, usual, number, region, items);
        push_table(table, items);
        lines = rest;
    }
    part(lines, usual, number, region, items);
}

fn push_table(table: Table, items: &mut Vec<Item>) {
    for (severity, message) in &table.findings {
        items.push(Item::Finding(*severity, message.clone()));
    }
    items.push(Item::Table(table));
}

/// Lines without a table between them.
fn part(
    mut lines: Vec<Line>,
    usual: Option<Margins>,
    page: u32,
    region: &mut u32,
    items: &mut Vec<Item>,
) {
    while let Some((from, to, gutter)) = gutter(&lines) {
        let below = lines.split_off(to);
        let columns = lines.split_off(from);
        single(lines, usual, page, region, items);
        let message = bilingual!(
            "第 {page} 页有两栏，先读左栏，再读右栏；请与原件核对顺序",
            "page {page} has two columns, which are read one after the other; compare the order \
             with the original"
        );
        items.push(Item::Finding(Severity::Notice, message));
        let (left, right): (Vec<Line>, Vec<Line>) =
            columns.into_iter().map(|line| line.split(gutter)).unzip();
        for column in [left, right] {
            let column = column.into_iter().filter(|line| !line.is_blank()).collect();
            single(column, None, page, region, items);
        }
        lines = below;
    }
    single(lines, usual, page, region, items);
}

/// Lines of one column, from top to bottom.
fn single(
    lines: Vec<Line>,
    usual: Option<Margins>,
    page: u32,
    region: &mut u32,
    items: &mut Vec<Item>,
) {
    if lines.is_empty() {
        return;
    }
    *region += 1;
    let own = margins_of(&lines);
    let margins = Margins { region: *region, ..usual.unwrap_or(own) };
    aligned::in_order(lines, margins, page, items);
}

/// The first run of lines with a gutter: from, to (exclusive), and where the gutter is.
fn gutter(lines: &[Line]) -> Option<(usize, usize, f64)> {
    let left = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(Line::right).fold(f64::NEG_INFINITY, f64::max);
    let width = right - left;
    if lines.len() < FEWEST_LINES || width <= 0.0 {
        return None;
    }
    let mut best: Option<(usize, usize, f64)> = None;
    for step in 0..=60 {
        let at = left + width * (0.25 + 0.5 * f64::from(step) / 60.0);
        for (from, to) in runs(lines, at) {
            let longer = best.is_none_or(|(f, t, _)| to - from > t - f);
            if longer && are_columns(&lines[from..to], at) {
                best = Some((from, to, at));
            }
        }
    }
    best
}

/// Runs of lines that keep a place free.
fn runs(lines: &[Line], at: f64) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut from = 0;
    for (index, line) in lines.iter().enumerate() {
        let half = GUTTER / 2.0 * line.size;
        let covered = line.glyphs.iter().any(|glyph| {
            glyph.left < at + half && glyph.right > at - half && !super::line::blank(&glyph.text)
        });
        if covered {
            if index - from >= FEWEST_LINES {
                runs.push((from, index));
            }
            from = index + 1;
        }
    }
    if lines.len().saturating_sub(from) >= FEWEST_LINES {
        runs.push((from, lines.len()));
    }
    runs
}

/// Whether both sides are filled with text.
fn are_columns(lines: &[Line], at: f64) -> bool {
    let sides = lines.iter().map(|line| line.clone().split(at));
    let (left, right): (Vec<Line>, Vec<Line>) = sides.unzip();
    [left, right].into_iter().all(|side| {
        let side: Vec<Line> = side.into_iter().filter(|line| !line.is_blank()).collect();
        let begin = side.iter().map(Line::left).fold(f64::INFINITY, f64::min);
        let end = side.iter().map(Line::right).fold(f64::NEG_INFINITY, f64::max);
        let filled: f64 = side.iter().map(|line| line.right() - line.left()).sum();
        side.len() >= FEWEST_LINES - 1
            && filled / side.len() as f64 > FILLED * (end - begin)
            && end - begin > 6.0 * lines[0].size
    })
}
