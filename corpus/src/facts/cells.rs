//! Figures in the cells of tables. Each cell is read by itself, so that figures of two cells never
//! become one; what a row is about is its first cell. A bare number has the unit that the head of
//! its column states in brackets, `投资（亿元）`, or that stands in the row's cell under 单位.

use super::Fact;
use super::extract::of_text;
use super::tense::Tense;
use crate::address::Address;
use crate::model::{Document, Span};
use crate::quantities::spelled;
use crate::table;

/// All figures of a row.
pub fn facts(
    document: &Document,
    at: &Address,
    row: &str,
    tense: Tense,
    places: &[String],
) -> Vec<Fact> {
    let cells = table::cells(row);
    let mut found = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        let printed = cell.of(row);
        let mut facts = of_text(at, &spelled(printed), tense, places);
        let bare = facts.is_empty() && is_bare(printed);
        if facts.is_empty() && !bare {
            continue;
        }
        let names = document.cell_names(at, *cell).unwrap_or_default();
        if names_people(&names.column) || numbers_rows(&names.column) {
            continue;
        }
        if bare {
            let unit = unit_in_head(&names.column)
                .or_else(|| unit_of_row(document, at, row))
                .or_else(|| {
                    let own = may_have_unit_of_all(&names.column);
                    own.then(|| unit_of_caption(document, at)).flatten()
                });
            if let Some(unit) = unit {
                facts = of_text(at, &spelled(&format!("{printed}{unit}")), tense, places);
            }
        }
        for fact in &mut facts {
            within(fact, *cell);
            // Without other words in its cell, a figure is about itself.
            let itself = fact.about.start < fact.span.end && fact.span.start <= fact.about.end;
            if let Some(name) = table::row_name(row, &cells, column).filter(|_| itself) {
                fact.about = name;
            }
        }
        found.extend(facts);
    }
    found
}

/// Whether the cells of the column only number the rows.
fn numbers_rows(column: &str) -> bool {
    matches!(column.trim(), "序号" | "编号" | "行次" | "序")
}

/// Whether a unit that is stated for the whole table may be that of the column: not of one that
/// counts, dates or compares.
fn may_have_unit_of_all(column: &str) -> bool {
    let others = ["年", "数", "率", "比", "次", "名", "期", "号", "码", "电话"];
    !column.is_empty() && !others.iter().any(|other| column.contains(other))
}

/// The 万元 of 单位：万元 above the table.
fn unit_of_caption<'d>(document: &'d Document, at: &Address) -> Option<&'d str> {
    let above = document.above_table(&at.unit, at.sentence?)?.sentences.last()?.text.as_str();
    let (before, unit) = above.rsplit_once("单位：").or_else(|| above.rsplit_once("单位:"))?;
    // 填报单位：某局 is a body.
    if before.ends_with(char::is_alphanumeric) && !before.ends_with("计量") {
        return None;
    }
    let unit = unit.trim().trim_end_matches(['）', ')', '。']);
    let plain = !unit.is_empty() && unit.chars().all(char::is_alphabetic);
    (plain && unit.chars().count() <= LONGEST_UNIT).then_some(unit)
}

/// A unit above a table is not longer.
const LONGEST_UNIT: usize = 6;

/// The unit in the name of a column, or in that of the columns which it is one of.
fn unit_in_head(names: &str) -> Option<&str> {
    let own = names.rsplit(' ').next().unwrap_or(names);
    unit_in_brackets(names).or_else(|| {
        let over = || names.split(' ').find_map(unit_in_brackets);
        unit_in_brackets(own).or_else(|| over().filter(|_| may_have_unit_of_all(own)))
    })
}

/// Whether the cells of the column are people's names, of which some are numbers: 王七斤.
fn names_people(column: &str) -> bool {
    let heads = ["姓名", "户主", "联系人", "负责人", "法定代表人", "申请人"];
    heads.iter().any(|head| column.trim().ends_with(head))
}

/// What the cell under the head 单位 or 计量单位 says: the 万亩 of `灌溉面积 | 万亩 | 120`.
fn unit_of_row<'r>(document: &Document, at: &Address, row: &'r str) -> Option<&'r str> {
    let named = |cell: &&Span| {
        let names = document.cell_names(at, **cell).unwrap_or_default();
        matches!(names.column.trim(), "单位" | "计量单位")
    };
    let unit = table::cells(row).iter().find(named)?.of(row).trim();
    (!unit.is_empty() && !unit.contains(|c: char| c.is_ascii_digit())).then_some(unit)
}

/// Moves the spans of a fact from its cell to its row; a unit from the head is no part of them.
fn within(fact: &mut Fact, cell: Span) {
    let moved = |span: Span| Span {
        start: (span.start + cell.start).min(cell.end),
        end: (span.end + cell.start).min(cell.end),
    };
    fact.span = moved(fact.span);
    fact.about = moved(fact.about);
    fact.due_at = fact.due_at.map(moved);
    fact.place = fact.place.map(moved);
}

/// Whether the cell holds one number in digits and nothing else.
fn is_bare(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match cell.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => {
            digits(cell)
                || cell.contains(',')
                    && cell.split(',').enumerate().all(|(at, part)| {
                        digits(part) && (part.len() == 3 || at == 0 && part.len() < 3)
                    })
        }
    }
}

/// The unit that a column's name states: the 亿元 of `投资（亿元）` and of `单位：亿元`.
fn unit_in_brackets(name: &str) -> Option<&str> {
    let inner = name.trim_end().strip_suffix(['）', ')'])?;
    let (before, unit) = inner.rsplit_once(['（', '('])?;
    // 县（市）, 市（区）: one kind of place or another.
    if before.ends_with(['省', '州', '盟', '市', '县', '旗', '区', '乡', '镇'])
        && ["省", "州", "盟", "市", "县", "旗", "区", "乡", "镇"].contains(&unit.trim())
    {
        return None;
    }
    let unit = unit.trim().trim_start_matches("单位").trim_start_matches(['：', ':']).trim();
    (!unit.is_empty() && !unit.contains(|c: char| c.is_ascii_digit())).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_is_one_number() {
        for cell in ["840", "3.5", "1,200", "12,345,678"] {
            assert!(is_bare(cell), "{cell}");
        }
        for cell in ["", "840 2", "3.", "1,20", "1,200,", "840亩", "—"] {
            assert!(!is_bare(cell), "{cell}");
        }
    }

    #[test]
    fn units_stand_in_brackets() {
        assert_eq!(unit_in_brackets("投资（亿元）"), Some("亿元"));
        assert_eq!(unit_in_brackets("面积(单位：万亩)"), Some("万亩"));
        assert_eq!(unit_in_brackets("补贴标准（万元） 县（市）"), None);
        assert_eq!(unit_in_brackets("投资"), None);
        assert_eq!(unit_in_brackets("目标（2027）"), None);
    }
}
