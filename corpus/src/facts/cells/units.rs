//! The unit of a bare number in a cell: what the head of its column states in brackets
//! (`投资（亿元）`), what stands in the row's cell under 单位 or in the name of the row, or what is
//! stated above the table for all of it.

use super::Row;
use crate::address::Address;
use crate::model::{Document, Span};
use crate::quantities::units::{Measure, unit_at};
use crate::quantities::{numeral, spelled};
use crate::table::CellNames;

/// The unit that the table states for the cell with these names.
pub fn of_cell<'n>(row: &'n Row<'_>, names: &'n CellNames) -> Option<&'n str> {
    let in_row = || of_row(row).filter(|_| may_count(&names.column));
    of_head(&names.column).or_else(in_row).or_else(|| of_row_name(names)).or_else(|| {
        let own = may_have_unit_of_all(&names.column);
        own.then(|| of_caption(row.document, row.at)).flatten()
    })
}

/// Heads of what is dated, compared, ranked or numbered, and no amount.
const NO_AMOUNTS: [&str; 21] = [
    "时间", "日期", "年份", "周期", "期限", "时限", "起止", "率", "比", "增", "次", "名", "号",
    "码", "电话", "分值", "得分", "权重", "门牌", "排序", "备注",
];

/// Whether a column may hold amounts in a unit that stands elsewhere.
fn may_count(column: &str) -> bool {
    !NO_AMOUNTS.iter().any(|other| column.contains(other))
}

/// Whether a unit that is stated for the whole table may be that of the column: not of one that
/// counts or dates.
fn may_have_unit_of_all(column: &str) -> bool {
    !column.is_empty()
        && may_count(column)
        && !["年", "数", "期"].iter().any(|w| column.contains(w))
}

/// The 万元 of 单位：万元 above the table.
fn of_caption<'d>(document: &'d Document, at: &Address) -> Option<&'d str> {
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
fn of_head(names: &str) -> Option<&str> {
    let own = names.rsplit(' ').next().unwrap_or(names);
    in_brackets(names).or_else(|| {
        let over = || names.split(' ').find_map(in_brackets);
        in_brackets(own).or_else(|| over().filter(|_| may_have_unit_of_all(own)))
    })
}

/// What the cell under the head 单位 or 计量单位 says: the 万亩 of `灌溉面积 | 万亩 | 120`.
fn of_row<'r>(row: &Row<'r>) -> Option<&'r str> {
    let named = |cell: &&Span| matches!(row.names(**cell).column.trim(), "单位" | "计量单位");
    let unit = row.cells.iter().find(named)?.of(row.text).trim();
    // The column may also name bodies: 县住建局.
    (unit.contains('/') || is_known(unit)).then_some(unit)
}

/// The 户 of `家庭适老化改造（户） | 500`: the row counts that, in the columns that state how much.
fn of_row_name(names: &CellNames) -> Option<&str> {
    let money = ["资金", "投资", "金额", "经费"].iter().any(|head| names.column.contains(head));
    let fits = |unit: &&str| is_known(unit) && (!money || unit.contains('元'));
    in_brackets(&names.row).filter(fits).filter(|_| may_count(&names.column))
}

/// Whether a figure is counted in this: brackets behind a name may hold anything.
fn is_known(unit: &str) -> bool {
    known(unit).is_some()
}

/// Whether the unit measures, as 公斤 and 亩 do, and does not count one by one.
pub fn measures(unit: &str) -> bool {
    known(unit) == Some(Measure::Amount)
}

/// What a unit measures, if these words are one.
fn known(unit: &str) -> Option<Measure> {
    let text = spelled(&format!("1{unit}"));
    let end = numeral(&text, 0)?.range.end;
    let found = unit_at(&text, end)?;
    (end + found.length == text.len()).then_some(found.measure)
}

/// The unit that a name states: the 亿元 of `投资（亿元）` and of `单位：亿元`.
fn in_brackets(name: &str) -> Option<&str> {
    let inner = name.trim_end().strip_suffix(['）', ')'])?;
    let (before, unit) = inner.rsplit_once(['（', '('])?;
    // 县（市）, 市（区）: one kind of place or another.
    let places = ["省", "州", "盟", "市", "县", "旗", "区", "乡", "镇"];
    if places.iter().any(|place| before.ends_with(place)) && places.contains(&unit.trim()) {
        return None;
    }
    let unit = unit.trim().trim_start_matches("单位").trim_start_matches(['：', ':']).trim();
    (!unit.is_empty() && !unit.contains(|c: char| c.is_ascii_digit())).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stand_in_brackets() {
        assert_eq!(in_brackets("投资（亿元）"), Some("亿元"));
        assert_eq!(in_brackets("面积(单位：万亩)"), Some("万亩"));
        assert_eq!(in_brackets("补贴标准（万元） 县（市）"), None);
        assert_eq!(in_brackets("投资"), None);
        assert_eq!(in_brackets("目标（2027）"), None);
    }

    #[test]
    fn a_row_counts_what_its_name_says() {
        let of = |row: &str, column: &str| {
            let names = CellNames { row: row.into(), column: column.into(), row_at: None };
            of_row_name(&names).map(str::to_owned)
        };
        assert_eq!(of("家庭适老化改造（户）", "数量").as_deref(), Some("户"));
        assert_eq!(of("粮食产量（亿斤）", "2027年").as_deref(), Some("亿斤"));
        assert_eq!(of("粮食产量（亿斤）", "年均增长率"), None);
        assert_eq!(of("A类（国家级领军人才）", "数量"), None);
    }
}
