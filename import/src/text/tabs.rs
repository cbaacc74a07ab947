//! Tables whose columns are parted by tabs, as a copy out of a spreadsheet or a web page leaves them:
//! they are written as all other tables are.

use corpus::{Position, Problem, Severity, bilingual};

use crate::flow::problem;
use crate::table;

/// So many rows in a line make a table.
const FEWEST_ROWS: usize = 3;

/// A row has so many tabs: words with one tab between them may be a list of names.
const FEWEST_TABS: usize = 2;

/// The text with its tables in Markdown, if it has any; each is told.
pub fn tables(text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = Vec::with_capacity(lines.len() + 1);
    let (mut at, mut told, mut found) = (0, 0, false);
    while at < lines.len() {
        let rows = rows(&lines[at..]);
        let line = out.len() as u32 + 1;
        if rows.is_empty() {
            let count = parted(&lines[at..]);
            if count >= FEWEST_ROWS && at >= told {
                problems.push(unclear(line, count));
                told = at + count;
            }
            out.push(lines[at].to_owned());
            at += 1;
            continue;
        }
        let count = rows.len();
        let message = bilingual!(
            "这里有 {count} 行用制表符分列，当作表格；第一行当作表头，请核对",
            "{count} lines here have columns parted by tabs and are read as a table, the first as \
             its head; check it"
        );
        problems.push(problem(Severity::Notice, Position { line, column: 1 }, message));
        at += count;
        let mut markdown = String::new();
        table::markdown(&rows, &mut markdown);
        out.extend(markdown.lines().map(str::to_owned));
        found = true;
    }
    found.then(|| out.join("\n"))
}

/// How many lines there are from here on that have words on both sides of a tab.
fn parted(lines: &[&str]) -> usize {
    lines.iter().take_while(|line| line.trim().contains('\t')).count()
}

fn unclear(line: u32, count: usize) -> Problem {
    let message = bilingual!(
        "这里有 {count} 行带制表符，但分不清各列，没有当作表格；如果是表格，请写成“| 甲 | 乙 |”的样子",
        "{count} lines here have tabs, but no clear columns, and are not read as a table; if they \
         are one, write them as “| a | b |”"
    );
    problem(Severity::Notice, Position { line, column: 1 }, message)
}

/// The rows with which these lines begin: all with as many tabs, most with several words.
fn rows(lines: &[&str]) -> Vec<Vec<String>> {
    let tabs = |line: &str| line.matches('\t').count();
    let count = tabs(lines[0]);
    if count < FEWEST_TABS {
        return Vec::new();
    }
    let cells = |line: &&str| line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    let rows: Vec<Vec<String>> =
        lines.iter().take_while(|line| tabs(line) == count).map(cells).collect();
    // Tabs that set a paragraph in part nothing.
    let several = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let filled = rows.iter().filter(several).count();
    let table = rows.len() >= FEWEST_ROWS && rows.first().is_some_and(|row| several(&row));
    if table && filled * 2 > rows.len() { rows } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, usize) {
        let mut problems = Vec::new();
        (tables(text, &mut problems), problems.len())
    }

    #[test]
    fn lines_with_as_many_tabs_are_a_table() {
        let text = "标准如下：\n项目\t单位\t标准\n公路\t公里\t3|4\n桥梁\t\t2\n\n以上。\n";
        let table = "标准如下：\n| 项目 | 单位 | 标准 |\n| --- | --- | --- |\n| 公路 | 公里 | 3\\|4 |\n\
                     | 桥梁 | | 2 |\n\n以上。\n";
        assert_eq!(read(text), (Some(table.to_owned()), 1));
    }

    #[test]
    fn other_tabs_stay() {
        for text in
            ["\t\t第一条　甲。\n\t\t第二条　乙。\n\t\t第三条　丙。\n", "甲\t乙\t丙\n丁\t戊\t己\n"]
        {
            assert_eq!(read(text), (None, 0), "{text}");
        }
        for unclear in ["甲\t乙\n丙\t丁\n戊\t己\n", "甲\t乙\t丙\n丁\t戊\n己\t庚\t辛\n"]
        {
            assert_eq!(read(unclear), (None, 1), "{unclear}");
        }
    }
}
