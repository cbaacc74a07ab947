//! Lists of contents as they are printed: under their name a line for each heading, with leaders and the
//! number of a page. They serve the paper: pages of the site have contents of their own.

use std::collections::HashSet;

use super::lines::is_page_number;

/// So many such lines make a list.
const SHORTEST_LIST: usize = 3;

/// An entry has at most this many characters.
const LONGEST_ENTRY: usize = 120;

/// The entries with leaders, page numbers or links of the list of contents, by index; numbers of pages in their midst stay
/// with what else is left out of a page. Its name stays as well, over entries without leaders.
pub fn lines(source: &str) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut under_name = false;
    let mut open: Vec<usize> = Vec::new();
    let mut name = 0;
    for (at, line) in source.lines().enumerate() {
        let line = line.trim();
        if is_name(line) {
            (under_name, name) = (true, at);
        } else if under_name && is_entry(line) {
            open.push(at);
        } else if !line.is_empty() && !is_page_number(line) {
            // Another line ends the list.
            under_name = false;
        }
    }
    if open.len() >= SHORTEST_LIST {
        found.extend(open);
        found.insert(name);
    }
    found
}

/// `目　录`, over the list.
fn is_name(line: &str) -> bool {
    let line = line.trim_start_matches('#');
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(packed.as_str(), "目录" | "目次" | "目錄" | "目次表")
}

/// `第一章　规划背景…………2`: words, leaders, the number of a page; or a link to a place of the same page,
/// as Markdown writes it.
fn is_entry(line: &str) -> bool {
    if line.contains("](#") && line.ends_with(')') {
        return line.trim_start_matches(['-', '*', '+', ' ', '\t']).starts_with('[');
    }
    let number = line.trim_end_matches([')', '）', ' ', '-', '—']);
    let led = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - led.len();
    let led = led.trim_end_matches([' ', '(', '（', '-', '—']);
    let words = led.trim_end_matches(['…', '.', '·', '．', '—', '_', ' ']);
    let leaders: usize =
        led[words.len()..].chars().map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    // A gap that a tab has made leads to the number as well.
    let gap = led[words.len()..].is_empty() && words.ends_with('\t')
        || words.trim_end_matches(['\u{3000}', ' ']).len() + 4 <= led.len();
    (1..=4).contains(&digits)
        && (leaders >= 5 || gap && digits <= 3)
        && !words.trim().is_empty()
        && line.chars().count() <= LONGEST_ENTRY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_known_by_its_name_and_its_leaders() {
        let list =
            "规划\n\n目　录\n\n前　言………………1\n第一章　背景……2\n第一节　成效 ..... (12)\n\n前　言\n";
        assert_eq!(lines(list), HashSet::from([2, 4, 5, 6]));
        let tabs =
            "规划\n目　　录\n第一章　现状\t1\n第一节　成就\t1\n第二节　问题\t3\n第一章　现状\n";
        assert_eq!(lines(tabs), HashSet::from([1, 2, 3, 4]));
        let links = "## 目录\n\n- [第一章](#a)\n- [第二章](#b)\n- [第三章](#c)\n\n## 第一章\n";
        assert_eq!(lines(links), HashSet::from([0, 2, 3, 4]));
        let two_pages = "目录\n甲章……1\n乙章……3\n— 2 —\n丙章……9\n甲章\n";
        assert_eq!(lines(two_pages), HashSet::from([0, 1, 2, 4]));
        for other in [
            "甲……1\n乙……2\n\n丙",
            "火警……119\n匪警……110\n急救……120",
            "成人票…………60\n学生票…………30\n团体票…………50",
            "姓名：______\n单位：______\n电话：______",
            "一、背景\n二、目标\n三、任务",
        ] {
            assert!(lines(other).is_empty(), "{other}");
        }
    }
}
