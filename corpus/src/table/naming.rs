//! Which cell names a row: by the head of the table, where that tells the name of a thing from the
//! class that it belongs to.

use super::{cells, column_name, only};
use crate::model::{Paragraph, Span};

/// Heads of what a row is about.
const NAMES: [&str; 7] = ["指标", "名称", "项目", "事项", "内容", "任务", "品种"];

/// Heads of what a row belongs to, or how it is counted: none of them names it where another does.
const CLASSES: [&str; 10] =
    ["类别", "类型", "分类", "大类", "领域", "板块", "属性", "单位", "序号", "部门"];

/// The cell before this column that names the row: the one whose head says so, otherwise the first
/// with words, since in front of it stands the row's number or nothing; where none has words, the
/// first.
pub(super) fn naming_cell(
    rows: &[Paragraph],
    head: bool,
    here: usize,
    column: usize,
) -> Option<Span> {
    let row = &only(rows.get(here)?)?.text;
    let own = cells(row);
    let before = own.get(..column)?;
    let worded = |cell: &&Span| cell.of(row).chars().any(char::is_alphabetic);
    let first = before.iter().find(worded).or(before.first()).copied();
    if !head || here == 0 {
        return first;
    }
    let named =
        before.iter().enumerate().filter(|(_, cell)| worded(cell)).filter_map(|(at, cell)| {
            let name = column_name(rows, here, own.len(), at)?;
            let class = CLASSES.iter().any(|class| name.contains(class));
            let tells = NAMES.iter().any(|end| name.trim_end().ends_with(end));
            (!class || tells).then_some((*cell, tells))
        });
    let named: Vec<(Span, bool)> = named.collect();
    let told = named.iter().find(|(_, tells)| *tells).or(named.first());
    told.map(|(cell, _)| *cell).or(first)
}
