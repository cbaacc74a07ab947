//! Tables as Markdown: the first row names the columns; in a cell `<br>` parts paragraphs, and `|`
//! and `\` are written with a backslash.

use crate::flow::Block;

/// The words of a table, cells apart by spaces.
pub fn words(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.join("　").replace('\n', " ").trim().to_owned();
    rows.iter().map(line).collect::<Vec<_>>().join(" ")
}

/// Writes the rows without a line end after the last.
pub fn markdown(rows: &[Vec<String>], out: &mut String) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        line(
            (0..columns).map(|at| row.get(at).map_or_else(String::new, |cell| escaped(cell))),
            out,
        );
        if index == 0 {
            out.push('\n');
            line((0..columns).map(|_| "---".to_owned()), out);
        }
    }
}

fn line(cells: impl Iterator<Item = String>, out: &mut String) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        if !cell.is_empty() {
            out.push(' ');
        }
        out.push('|');
    }
}

fn escaped(cell: &str) -> String {
    let escaped = cell.trim().replace('\\', "\\\\").replace('|', "\\|");
    escaped.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

/// The blocks of a cell as its text: paragraphs and rows of inner tables one a line.
pub fn cell(blocks: &[Block]) -> String {
    let text = |block: &Block| match block {
        Block::Paragraph(text) | Block::Heading(text) => text.clone(),
        Block::Table(rows) => {
            let row = |row: &Vec<String>| row.join("　").replace('\n', " ").trim().to_owned();
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    };
    blocks.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// The blocks that a table stands for. A table of one column only frames its paragraphs.
pub fn blocks(rows: Vec<Vec<Vec<Block>>>) -> Vec<Block> {
    let rows: Vec<_> =
        rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    if rows.iter().all(|row| row.len() <= 1) {
        return rows.into_iter().flatten().flatten().collect();
    }
    let cells = |row: &Vec<Vec<Block>>| row.iter().map(|blocks| cell(blocks)).collect();
    vec![Block::Table(rows.iter().map(cells).collect())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_one_line_a_row_whatever_its_cells_hold() {
        let rows =
            vec![vec!["指标".to_owned(), "2025年|全年".to_owned()], vec!["路\\桥\n隧".to_owned()]];
        let mut out = String::new();
        markdown(&rows, &mut out);
        assert_eq!(out, "| 指标 | 2025年\\|全年 |\n| --- | --- |\n| 路\\\\桥<br>隧 | |");
    }

    #[test]
    fn a_table_of_one_column_is_a_frame() {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        let framed = blocks(vec![vec![vec![paragraph("甲。"), paragraph("乙。")]], vec![vec![]]]);
        assert_eq!(framed, [paragraph("甲。"), paragraph("乙。")]);
    }
}
