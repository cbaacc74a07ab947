//! What the head of a table says about the figures in its cells: what they are there for (补贴标准,
//! 支付限额), until when (完成时限), and that some are no figures at all.

use crate::address::{Address, Unit};
use crate::facts::standards::names_standard;
use crate::facts::tense::Tense;
use crate::facts::{Bound, Fact, FactKind};
use crate::model::Document;
use crate::table::CellNames;

/// Heads of what may not be passed.
const LIMITS: [&str; 5] = ["限额", "限价", "上限", "封顶", "最高"];

/// Heads of how much is planned or provided in all, whatever the table is called.
const WHOLE: [&str; 12] =
    ["资金", "投资", "预算", "总", "合计", "规模", "任务", "目标", "计划", "数", "产值", "收入"];

/// Heads of what is to be done, where a figure counts.
const PROMISED: [&str; 5] = ["数量", "目标", "任务", "计划", "指标"];

/// Heads of deadlines.
const DEADLINES: [&str; 10] = [
    "时限",
    "完成期限",
    "办结期限",
    "办理期限",
    "建设期限",
    "整改期限",
    "截止",
    "完成时间",
    "办结时间",
    "完成日期",
];

/// Heads of what there is already.
const PRESENT: [&str; 5] = ["现有", "目前", "已", "原有", "现状"];

/// Whether the cells of the column only number the rows.
pub fn numbers_rows(column: &str) -> bool {
    matches!(column.trim(), "序号" | "编号" | "行次" | "序")
}

/// Whether the cells of the column are people's names, of which some are numbers: 王七斤.
pub fn names_people(column: &str) -> bool {
    let heads = ["姓名", "户主", "联系人", "负责人", "法定代表人", "申请人"];
    heads.iter().any(|head| column.trim().ends_with(head))
}

/// Whether a figure was read without a unit, which the table may state.
pub fn is_without_unit(fact: &Fact) -> bool {
    fact.unit.is_empty() && fact.date.is_empty()
}

/// What the table is called: the paragraph above it, or the title of its provision.
pub fn title<'d>(document: &'d Document, at: &Address) -> &'d str {
    let above = at.sentence.and_then(|number| document.above_table(&at.unit, number));
    let above = above.and_then(|paragraph| paragraph.sentences.last());
    // A line that states the unit for all is no title.
    if let Some(sentence) = above.filter(|sentence| !sentence.text.contains("单位")) {
        return &sentence.text;
    }
    let Unit::Provision(number) = &at.unit else { return "" };
    let titled = document.provision(number).and_then(|provision| provision.title.as_ref());
    titled.map_or("", |title| &title.text)
}

/// A goal in a column of standards is a standard, in one of limits a limit; a count in one of goals
/// is a goal.
pub fn kind(fact: &mut Fact, names: &CellNames, title: &str, tense: Tense) {
    let has = |words: &[&str]| words.iter().any(|word| names.column.contains(word));
    let promised = || has(&PROMISED) && !has(&PRESENT);
    if fact.kind == FactKind::Count && tense == Tense::Ahead && promised() {
        fact.kind = FactKind::Target;
    }
    let share = matches!(fact.unit.as_str(), "%" | "‰" | "倍");
    if fact.kind != FactKind::Target || !share && !fact.unit.starts_with('元') {
        return;
    }
    let whole = |name: &str| WHOLE.iter().any(|word| name.contains(word));
    if states_limit(&names.column) {
        fact.kind = FactKind::Limit;
        if fact.bound == Bound::Exact {
            fact.bound = Bound::AtMost;
        }
    } else if fact.bound == Bound::Exact
        && !whole(&names.column)
        // 补贴资金 below 2026年 is how much there is in all.
        && (names_standard(&names.column)
            || [names.row.as_str(), title].into_iter().any(|name| names_standard(name) && !whole(name)))
    {
        fact.kind = FactKind::Standard;
    }
}

/// Whether the column states what may not be passed: 支付限额, and neither 限额以上零售额, which are kinds of
/// shops, nor 历史最高销售额.
fn states_limit(column: &str) -> bool {
    let other = ["限额以上", "限额以下", "历史"].iter().any(|words| column.contains(words));
    LIMITS.iter().any(|word| column.contains(word)) && !other
}

/// 二级 alone in its cell is which level, not how many.
pub fn grade(fact: &mut Fact, cell: &str) {
    if fact.kind == FactKind::Count && fact.unit == "级" && fact.span.of(cell) == cell {
        fact.kind = FactKind::Ordinal;
    }
}

/// A date in a column of deadlines is one.
pub fn deadline(facts: &mut [Fact], column: &str) {
    if !states_deadline(column) {
        return;
    }
    for fact in facts.iter_mut().filter(|fact| !fact.date.is_empty() && fact.due.is_empty()) {
        // 2026年1月至2028年12月 ends with its last day.
        let end = fact.date.rsplit('/').next().unwrap_or_default();
        end.clone_into(&mut fact.due);
        fact.due_at = Some(fact.span);
    }
}

fn states_deadline(column: &str) -> bool {
    DEADLINES.iter().any(|head| column.contains(head))
}

/// The one deadline that a row states in a column of deadlines is that of what the row promises, but
/// for goals of a year that their own column names.
pub fn share_deadline(columns: &mut [(String, Vec<Fact>)]) {
    let stated = columns.iter().filter(|(column, _)| states_deadline(column));
    let mut dates = stated
        .flat_map(|(_, facts)| facts)
        .filter(|fact| !fact.date.is_empty() && !fact.due.is_empty());
    let (Some(date), None) = (dates.next(), dates.next()) else { return };
    let (due, due_at) = (date.due.clone(), date.due_at);
    let undated = columns.iter_mut().filter(|(column, _)| !column.contains('年'));
    let promised = |fact: &&mut Fact| fact.kind == FactKind::Target && fact.due.is_empty();
    for fact in undated.flat_map(|(_, facts)| facts).filter(promised) {
        fact.due.clone_from(&due);
        fact.due_at = due_at;
    }
}
