//! Tables that a page breaks: the part on the next page is the same table where its columns stand at
//! the same places, and the head that is printed there once more is no row.

use corpus::{Severity, bilingual};

use super::Item;
use super::tables::Table;

/// Columns at places nearer than this, in points, are the same.
const NEAR: f64 = 6.0;

/// What stands above the rest of a table, 续表1, has at most this many characters.
const LONGEST_CAPTION: usize = 30;

/// Puts the parts of tables together again.
pub fn join(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    // The table above which no line stands, and the line that says that it goes on.
    let (mut above, mut caption): (Option<usize>, Option<usize>) = (None, None);
    for item in items {
        match item {
            Item::Table(table) => {
                let first = above.and_then(|at| match &mut joined[at] {
                    Item::Table(first) if first.last_page + 1 == table.page => Some(first),
                    _ => None,
                });
                let told = match first {
                    Some(first) => first.go_on(table),
                    None => Told::Apart(table, None),
                };
                match told {
                    Told::Joined(findings) => {
                        if let Some(at) = caption {
                            name_caption(&mut joined, at);
                        }
                        joined.extend(findings);
                    }
                    Told::Apart(table, finding) => {
                        joined.extend(finding);
                        joined.push(Item::Table(table));
                        above = Some(joined.len() - 1);
                    }
                }
                caption = None;
            }
            Item::Line(line, margins) => {
                let goes_on = above.is_some() && caption.is_none() && says_it_goes_on(&line.text());
                joined.push(Item::Line(line, margins));
                if goes_on {
                    caption = Some(joined.len() - 1);
                } else {
                    (above, caption) = (None, None);
                }
            }
            other => joined.push(other),
        }
    }
    joined
}

/// Tells of 续表 in place of the line.
fn name_caption(items: &mut [Item], at: usize) {
    let Item::Line(line, _) = &items[at] else { return };
    let what = bilingual!(
        "表格在下一页接着排时加的一行",
        "the line that says that a table goes on over the page"
    );
    items[at] = Item::LeftOut(what, line.text());
}

/// Whether a line says that the table below it goes on: 续表1, 表2（续）.
fn says_it_goes_on(line: &str) -> bool {
    let words: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let short = words.chars().count() <= LONGEST_CAPTION && !words.ends_with('。');
    short
        && (words.starts_with("续表")
            || words.starts_with("（续") && words.ends_with('）')
            || words.starts_with('表') && (words.ends_with("（续）") || words.ends_with("(续)")))
}

/// What became of a part on the next page.
enum Told {
    /// It is the same table.
    Joined(Vec<Item>),
    /// It is a table of its own, and what is not certain of that.
    Apart(Table, Option<Item>),
}

impl Table {
    /// Takes over the rows of the part on the next page, if its columns are the same.
    fn go_on(&mut self, mut next: Table) -> Told {
        let page = next.page;
        let Some(places) = self.places_of(&next) else {
            let close = self.ruled && next.ruled && self.ends_like(&next);
            let message = bilingual!(
                "第 {page} 页开头的表格可能接着上一页的表格，但列不一样，没有合在一起；请与原件核对",
                "the table at the top of page {page} may go on with the one before it, but has \
                 other columns and was not put together with it; compare them with the original"
            );
            return Told::Apart(next, close.then_some(Item::Finding(Severity::Warning, message)));
        };
        let mut told = Vec::new();
        let again = next.rows.iter().zip(&self.rows).take_while(|(row, head)| row == head).count();
        // A table that only says the same again is another one.
        let again = if again < next.rows.len() { again } else { 0 };
        for row in next.rows.drain(..again) {
            let words = row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
            let what = bilingual!(
                "第 {page} 页重复的表头",
                "the head of a table that page {page} repeats"
            );
            told.push(Item::LeftOut(what, words.join("　")));
        }
        if again == 0 {
            let message = bilingual!(
                "第 {page} 页的表格接着上一页的表格，已合为一张；请与原件核对换页处的那一行",
                "the table on page {page} goes on with the one before it, and both were put \
                 together; compare the row at the break with the original"
            );
            told.push(Item::Finding(Severity::Notice, message));
        }
        let width = self.columns.len();
        for row in next.rows {
            let mut whole = vec![String::new(); width];
            for (cell, place) in row.into_iter().zip(&places) {
                whole[*place] = cell;
            }
            self.rows.push(whole);
        }
        self.last_page = page;
        Told::Joined(told)
    }

    /// In which of these columns each of the next part stands, if each does and the outermost are the
    /// same. Pages with other margins on their left sides move the whole table.
    fn places_of(&self, next: &Self) -> Option<Vec<usize>> {
        if self.ruled != next.ruled {
            return None;
        }
        if !self.ruled {
            let same = self.columns.len() == next.columns.len()
                && self.columns.iter().zip(&next.columns).all(|(a, b)| a.0 < b.1 && b.0 < a.1);
            return same.then(|| (0..self.columns.len()).collect());
        }
        if !self.ends_like(next) {
            return None;
        }
        let moved = next.columns.first()?.0 - self.columns.first()?.0;
        let place = |(from, _): &(f64, f64)| {
            self.columns.iter().position(|(own, _)| (own + moved - from).abs() < NEAR)
        };
        next.columns.iter().map(place).collect()
    }

    /// Whether both tables are as wide.
    fn ends_like(&self, next: &Self) -> bool {
        let width = |columns: &[(f64, f64)]| Some(columns.last()?.1 - columns.first()?.0);
        match (width(&self.columns), width(&next.columns)) {
            (Some(own), Some(other)) => (own - other).abs() < NEAR,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::says_it_goes_on;

    #[test]
    fn a_line_may_say_that_a_table_goes_on() {
        for line in ["续表", "续表 1", "表2　重点项目（续）", "（续上表）"] {
            assert!(says_it_goes_on(line), "{line}");
        }
        for line in ["表2　重点项目", "续签合同的，应当提前办理。", "后续工作安排"]
        {
            assert!(!says_it_goes_on(line), "{line}");
        }
    }
}
