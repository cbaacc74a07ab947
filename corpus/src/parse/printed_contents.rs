//! Lists of contents as they are printed: a line for each heading, with leaders and the number of a
//! page. They serve the paper: pages of the site have contents of their own.

use std::collections::HashSet;

/// So many such lines make a list.
const SHORTEST_LIST: usize = 3;

/// An entry has at most this many characters.
const LONGEST_ENTRY: usize = 120;

/// The lines of lists of contents with leaders, by index, with the name above each list.
pub fn lines(source: &str) -> HashSet<usize> {
    let lines: Vec<(usize, &str)> = source
        .lines()
        .enumerate()
        .map(|(at, line)| (at, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let mut found = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let length = lines[at..].iter().take_while(|(_, line)| is_entry(line)).count();
        if length >= SHORTEST_LIST {
            found.extend(lines[at..at + length].iter().map(|(line, _)| *line));
            let above = at.checked_sub(1).map(|above| lines[above]);
            found.extend(above.filter(|(_, line)| is_name(line)).map(|(line, _)| line));
        }
        at += length.max(1);
    }
    found
}

/// `目　录`, over the list.
fn is_name(line: &str) -> bool {
    let packed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(packed.as_str(), "目录" | "目次" | "目錄" | "目次表")
}

/// `第一章　规划背景…………2`: words, leaders, the number of a page.
fn is_entry(line: &str) -> bool {
    let number = line.trim_end_matches([')', '）', ' ', '-', '—']);
    let led = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - led.len();
    let led = led.trim_end_matches([' ', '(', '（', '-', '—']);
    let words = led.trim_end_matches(['…', '.', '·', '．', '—', '_', ' ']);
    let leaders: usize =
        led[words.len()..].chars().map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    (1..=4).contains(&digits)
        && leaders >= 5
        && !words.trim().is_empty()
        && line.chars().count() <= LONGEST_ENTRY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_known_by_its_leaders() {
        let list =
            "规划\n\n目　录\n\n前　言………………1\n第一章　背景……2\n第一节　成效 ..... (12)\n\n前　言\n";
        assert_eq!(lines(list), HashSet::from([2, 4, 5, 6]));
        for other in [
            "甲……1\n乙……2\n\n丙",
            "姓名：______\n单位：______\n电话：______",
            "一、背景\n二、目标\n三、任务",
            "增长1.2\n下降3.4\n提高5.6",
        ] {
            assert!(lines(other).is_empty(), "{other}");
        }
    }
}
