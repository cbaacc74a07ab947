//! Tables of pages: their rows and cells, merged ones and hidden ones.

use corpus::{Severity, bilingual};
use ego_tree::NodeRef;
use scraper::Node;

use super::super::grid::Grid;
use super::Converter;
use crate::table;

impl Converter<'_> {
    pub(super) fn table(&mut self, node: NodeRef<'_, Node>) {
        self.end_paragraph();
        let mut grid = Grid::default();
        self.rows(node, &mut grid);
        if grid.merged && self.cells.is_empty() {
            let message = bilingual!(
                "表格里有合并的单元格：文字放在第一格，其余留空；请与原件核对",
                "the table has merged cells: their words stand in the first cell, the others are \
                 empty; compare it with the original"
            );
            self.flow.tell(Severity::Notice, message);
        }
        for block in table::blocks(grid.rows()) {
            self.push(block);
        }
    }

    fn rows(&mut self, node: NodeRef<'_, Node>, grid: &mut Grid) {
        for child in node.children() {
            let Node::Element(element) = child.value() else { continue };
            if self.hidden.hides(element) {
                self.leave_out(child, bilingual!("隐藏的行", "a hidden row"));
                continue;
            }
            match element.name() {
                "tr" => {
                    grid.row();
                    for cell in child.children() {
                        let Node::Element(element) = cell.value() else { continue };
                        if self.hidden.hides(element) {
                            self.leave_out(cell, bilingual!("隐藏的单元格", "a hidden cell"));
                            continue;
                        }
                        self.cells.push(Vec::new());
                        self.children(cell);
                        self.end_paragraph();
                        grid.cell(element, self.cells.pop().unwrap_or_default());
                    }
                    grid.end_row();
                }
                "caption" => self.element(child, element),
                _ => self.rows(child, grid),
            }
        }
    }
}
