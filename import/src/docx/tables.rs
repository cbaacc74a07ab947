//! Tables: rows and cells wherever they are wrapped, merged ones, and tables within cells.

use corpus::{Severity, bilingual};

use super::reader::{Reader, alternative, words};
use crate::flow::Block;
use crate::table;
use crate::xml::Element;

/// As many columns as Word allows.
const MOST_COLUMNS: usize = 63;

impl Reader<'_> {
    pub(super) fn table(&mut self, element: &Element) {
        let mut rows = Vec::new();
        let mut merged = false;
        for row in unwrapped(element, "tr") {
            let properties = row.child("trPr");
            let has = |name: &str| properties.is_some_and(|p| p.child(name).is_some());
            if has("del") || has("moveFrom") {
                self.flow.leave_out(
                    Severity::Warning,
                    bilingual!("修订中删去的行", "a row deleted with tracked changes"),
                    &words(row),
                    Some(bilingual!(
                        "请先在 Word 里接受或拒绝修订",
                        "accept or reject the changes in Word first"
                    )),
                );
            } else if properties.is_some_and(|properties| properties.switch("hidden")) {
                let advice = bilingual!(
                    "请在 Word 里删去或改为可见",
                    "remove it or make it visible in Word"
                );
                self.flow.leave_out(
                    Severity::Warning,
                    bilingual!("隐藏的行", "a hidden row"),
                    &words(row),
                    Some(advice),
                );
            } else {
                if has("ins") {
                    let message = bilingual!(
                        "修订中插入的行已经带进来；请先在 Word 里接受或拒绝修订",
                        "a row inserted with tracked changes is taken over; accept or reject the \
                         changes in Word first"
                    );
                    self.flow.tell(Severity::Warning, message);
                }
                rows.push(self.row(row, &mut merged));
            }
        }
        if merged {
            let message = bilingual!(
                "表格里有合并的单元格：文字放在第一格，其余留空；请与原件核对",
                "the table has merged cells: their words stand in the first cell, the others are \
                 empty; compare it with the original"
            );
            self.flow.tell(Severity::Notice, message);
        }
        for block in table::blocks(rows) {
            self.push(block);
        }
    }

    fn row(&mut self, row: &Element, merged: &mut bool) -> Vec<Vec<Block>> {
        let skipped = row.child("trPr").and_then(|properties| properties.number("gridBefore"));
        let mut cells: Vec<Vec<Block>> =
            vec![Vec::new(); skipped.unwrap_or(0usize).min(MOST_COLUMNS)];
        for cell in unwrapped(row, "tc") {
            let properties = cell.child("tcPr");
            let child = |name: &str| properties.and_then(|properties| properties.child(name));
            let goes_on = |name: &str| {
                child(name).is_some_and(|merge| merge.attribute("val") != Some("restart"))
            };
            if child("cellDel").is_some() {
                self.leave_out_deleted(&words(cell));
                continue;
            }
            if goes_on("vMerge") || goes_on("hMerge") {
                *merged = true;
                let hidden = words(cell);
                if !hidden.is_empty() {
                    let what =
                        bilingual!("合并单元格后面的文字", "text hidden behind a merged cell");
                    self.flow.leave_out(Severity::Warning, what, &hidden, None);
                }
                cells.push(Vec::new());
            } else {
                self.cells.push(Vec::new());
                self.blocks(cell);
                cells.push(self.cells.pop().unwrap_or_default());
            }
            let span: usize = properties.and_then(|p| p.number("gridSpan")).unwrap_or(1);
            *merged |= span > 1;
            let covered = span.saturating_sub(1).min(MOST_COLUMNS);
            cells.extend(std::iter::repeat_n(Vec::new(), covered));
        }
        cells
    }
}

/// The children with this name, those in content controls and other wrappings included.
fn unwrapped<'e>(element: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match &*child.name {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                found.extend(unwrapped(child, name));
            }
            "AlternateContent" => found.extend(unwrapped(alternative(child), name)),
            _ => {}
        }
    }
    found
}
