//! Tables with rules: the rules make a grid, and what stands in a field of it is a cell.

use corpus::{Bilingual, Severity, bilingual};

use super::line::lines;
use super::paragraphs::{cell_text, margins_of};
use super::{Glyph, Rule};

/// A table and what should be looked at.
#[derive(Debug)]
pub struct Table {
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// Where it begins.
    pub top: f64,
    /// The page on which it begins.
    pub page: u32,
    /// The page on which it ends.
    pub last_page: u32,
    /// Where each column begins and ends.
    pub columns: Vec<(f64, f64)>,
    /// Whether its columns are those of rules.
    pub ruled: bool,
    /// What is not certain.
    pub findings: Vec<(Severity, Bilingual)>,
}

/// Rules nearer to each other than this, in points, meet.
const NEAR: f64 = 3.0;
/// More rules than this on a page are a drawing.
const MOST_RULES: usize = 4000;

/// Takes the characters of tables out of a page, from top to bottom.
pub fn take_out(glyphs: &mut Vec<Glyph>, rules: &[Rule], page: u32) -> Vec<Table> {
    if rules.len() > MOST_RULES {
        return Vec::new();
    }
    let mut tables = Vec::new();
    for group in groups(rules) {
        let Some(grid) = Grid::of(&group) else { continue };
        let (inside, outside): (Vec<Glyph>, Vec<Glyph>) =
            std::mem::take(glyphs).into_iter().partition(|glyph| grid.field(glyph).is_some());
        *glyphs = outside;
        if !inside.is_empty() {
            tables.push(grid.table(inside, page));
        }
    }
    tables.sort_by(|a, b| a.top.total_cmp(&b.top));
    tables
}

/// Rules that meet, group by group.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in rules {
        let (mut joined, apart): (Vec<_>, Vec<_>) = std::mem::take(&mut groups)
            .into_iter()
            .partition(|group| group.iter().any(|other| meet(rule, other)));
        let mut group: Vec<Rule> = joined.drain(..).flatten().collect();
        group.push(*rule);
        groups = apart;
        groups.push(group);
    }
    groups
}

fn meet(a: &Rule, b: &Rule) -> bool {
    let within = |at: f64, rule: &Rule| at > rule.from - NEAR && at < rule.to + NEAR;
    if a.horizontal == b.horizontal {
        (a.at - b.at).abs() < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR
    } else {
        within(a.at, b) && within(b.at, a)
    }
}

struct Grid {
    /// Where columns begin and end.
    xs: Vec<f64>,
    /// Where rows begin and end.
    ys: Vec<f64>,
    rules: Vec<Rule>,
}

impl Grid {
    /// A grid of at least two fields.
    fn of(rules: &[Rule]) -> Option<Self> {
        let places = |horizontal: bool| {
            let mut places: Vec<f64> = rules
                .iter()
                .filter(|rule| rule.horizontal == horizontal && rule.to - rule.from > NEAR)
                .map(|rule| rule.at)
                .collect();
            places.sort_by(f64::total_cmp);
            places.dedup_by(|a, b| (*a - *b).abs() < NEAR);
            places
        };
        let (xs, ys) = (places(false), places(true));
        let grid = xs.len() >= 2 && ys.len() >= 2 && xs.len() + ys.len() >= 5;
        grid.then(|| Self { xs, ys, rules: rules.to_vec() })
    }

    /// The column and row that a character stands in.
    fn field(&self, glyph: &Glyph) -> Option<(usize, usize)> {
        let x = f64::midpoint(glyph.left, glyph.right);
        let y = glyph.baseline - 0.3 * glyph.size;
        let place = |places: &[f64], at: f64| {
            let after = places.partition_point(|place| *place <= at);
            (after > 0 && after < places.len()).then(|| after - 1)
        };
        Some((place(&self.xs, x)?, place(&self.ys, y)?))
    }

    /// Whether a rule parts this field from the one before it (`horizontal`: above it).
    fn parted(&self, column: usize, row: usize, horizontal: bool) -> bool {
        let (at, across) = if horizontal {
            (self.ys[row], f64::midpoint(self.xs[column], self.xs[column + 1]))
        } else {
            (self.xs[column], f64::midpoint(self.ys[row], self.ys[row + 1]))
        };
        self.rules.iter().any(|rule| {
            rule.horizontal == horizontal
                && (rule.at - at).abs() < NEAR
                && rule.from < across
                && rule.to > across
        })
    }

    /// For each field the first field of its cell: those that no rule parts are one.
    fn cells(&self) -> Vec<Vec<(usize, usize)>> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let mut cells: Vec<Vec<(usize, usize)>> =
            (0..rows).map(|row| (0..columns).map(|column| (row, column)).collect()).collect();
        for row in 0..rows {
            for column in 0..columns {
                if column > 0 && !self.parted(column, row, false) {
                    cells[row][column] = cells[row][column - 1];
                } else if row > 0 && !self.parted(column, row, true) {
                    cells[row][column] = cells[row - 1][column];
                }
            }
        }
        cells
    }

    fn table(&self, glyphs: Vec<Glyph>, page: u32) -> Table {
        let cells = self.cells();
        let mut inside: Vec<Vec<Vec<Glyph>>> =
            cells.iter().map(|row| row.iter().map(|_| Vec::new()).collect()).collect();
        let mut crosses = false;
        for glyph in glyphs {
            let Some((column, row)) = self.field(&glyph) else { continue };
            let (row, column) = cells[row][column];
            crosses |= glyph.right > self.xs[self.xs.len() - 1] + glyph.size;
            inside[row][column].push(glyph);
        }
        let merged = cells.iter().enumerate().any(|(row, fields)| {
            fields.iter().enumerate().any(|(column, first)| *first != (row, column))
        });
        let text = |glyphs: Vec<Glyph>| {
            let lines = lines(glyphs);
            let margins = margins_of(&lines);
            cell_text(&lines, margins)
        };
        let rows: Vec<Vec<String>> = inside
            .into_iter()
            .map(|row| row.into_iter().map(text).collect::<Vec<String>>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let mut findings = Vec::new();
        if merged {
            let message = bilingual!(
                "第 {page} 页的表格有合并的单元格：文字放在第一格，其余留空；请与原件核对",
                "the table on page {page} has merged cells: their words stand in the first cell, \
                 the others are empty; compare it with the original"
            );
            findings.push((Severity::Notice, message));
        }
        if crosses {
            let message = bilingual!(
                "第 {page} 页的表格里有文字越过了框线；请与原件核对",
                "some words in the table on page {page} cross its lines; compare it with the \
                 original"
            );
            findings.push((Severity::Warning, message));
        }
        let columns = self.xs.windows(2).map(|two| (two[0], two[1])).collect();
        let top = self.ys[0];
        Table { rows, top, page, last_page: page, columns, ruled: true, findings }
    }
}
