//! Lines that serve a page or a program and not the reader: running heads and feet, which a copy out of
//! a PDF repeats beside the page numbers, and what is written for programs at the top of a file.

use std::collections::{HashMap, HashSet};

use super::lines::is_page_number;
use super::title::is_document_title;
use super::{page_ends, printed_contents};
use crate::locale::Bilingual;
use crate::{bilingual, text};

/// A running head has at most this many characters.
const LONGEST: usize = 60;

/// A title stands within so many lines under a running head.
const TITLE_LINES: usize = 3;

/// The lines of a source that are left out and told, by index.
pub struct Furniture {
    running_heads: HashSet<usize>,
    contents: HashSet<usize>,
    around: page_ends::Around,
}

impl Furniture {
    /// Finds them.
    pub fn of(source: &str) -> Self {
        Self {
            running_heads: running_heads(source),
            contents: printed_contents::lines(source),
            around: page_ends::Around::of(source),
        }
    }

    /// Whether the line is a running head or foot, which stands between two pages.
    pub fn is_running_head(&self, at: usize) -> bool {
        self.running_heads.contains(&at)
    }

    /// What is told of a line that is left out; `None` for a line of the text.
    pub fn message(&self, at: usize, words: &str) -> Option<Bilingual> {
        Some(if self.is_running_head(at) {
            bilingual!(
                "“{words}”在每一页的页码旁边重复，是页眉或页脚，没有带进来",
                "“{words}” comes again beside the page numbers: a running head or foot, left out"
            )
        } else if self.contents.contains(&at) {
            bilingual!(
                "“{words}”是印刷用的目录，没有带进来；网站会自己生成目录",
                "“{words}” is of a printed table of contents, and is left out; the site makes its own"
            )
        } else if self.around.has(at) {
            bilingual!(
                "“{words}”是网页或公众号文章正文以外的一行，不是文件的文字，没有带进来",
                "“{words}” is of the web page or the article in WeChat around the text, and is left out"
            )
        } else {
            return None;
        })
    }
}

/// The lines of a text that are running heads or feet, by index. They stand at its beginning or end,
/// or beside a page number, with the same words at least twice.
fn running_heads(source: &str) -> HashSet<usize> {
    let lines: Vec<(usize, String)> = source
        .lines()
        .enumerate()
        .map(|(at, line)| (at, line.chars().filter(|c| !c.is_whitespace()).collect()))
        .filter(|(_, line): &(usize, String)| !line.is_empty())
        .collect();
    let number = |at: usize| lines.get(at).is_some_and(|(_, line)| is_page_number(line));
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (line, words)) in lines.iter().enumerate() {
        let beside = number(at + 1) || at.checked_sub(1).is_some_and(number);
        let outer = at == 0 || at + 1 == lines.len();
        let short = words.chars().count() <= LONGEST;
        let ends = words.chars().next_back().is_some_and(text::ends_sentence);
        if (beside || outer) && short && !ends && !number(at) {
            places.entry(words).or_default().push(*line);
        }
    }
    let paged = lines.iter().filter(|(_, line)| is_page_number(line)).count();
    let mut found: HashSet<usize> =
        places.into_values().filter(|own| paged > 1 && own.len() > 1).flatten().collect();
    // The first line is the title, unless the title stands below it once more.
    let below = |(_, line): &(usize, String)| is_document_title(line);
    if let [(first, title), rest @ ..] = &lines[..]
        && is_document_title(title)
        && !rest.iter().take(TITLE_LINES).any(below)
    {
        found.remove(first);
    }
    found.extend(bare_numbers(&lines));
    found.extend(lone_numbers(&lines));
    found.extend(numbered_heads(source));
    found
}

/// Lines with words on one side and a page number between dots or dashes on the other, with wide
/// space between: `水利白皮书　　　· 14 ·`. One alone may be anything but where the words are a title.
fn numbered_heads<'s>(source: &'s str) -> Vec<usize> {
    let number = |text: &str| {
        let inner = text.strip_prefix(['·', '•', '—', '-']).map(str::trim_start);
        let inner = inner.and_then(|rest| rest.strip_suffix(['·', '•', '—', '-']));
        inner.is_some_and(|digits| digits.trim().parse::<u16>().is_ok()) || is_page_number(text)
    };
    let sided = |line: &'s str| {
        let line = line.trim();
        let wide = line.find("   ").or_else(|| line.find("　　"));
        let far = line.rfind("   ").or_else(|| line.rfind("　　"));
        let left = wide.filter(|at| number(line[..*at].trim())).map(|at| line[at..].trim());
        let right = far.filter(|at| number(line[*at..].trim())).map(|at| line[..at].trim());
        left.or(right)
    };
    let found: Vec<(usize, &str)> =
        source.lines().enumerate().filter_map(|(at, line)| Some((at, sided(line)?))).collect();
    let titled = found.iter().all(|(_, words)| is_document_title(words));
    let found = found.into_iter().map(|(at, _)| at);
    if found.len() > 1 || titled { found.collect() } else { Vec::new() }
}

/// Pages that are numbered by a bare number above or below a running line: both, where the line
/// comes again and the numbers count up.
fn bare_numbers(lines: &[(usize, String)]) -> Vec<usize> {
    let number = |at: usize| -> Option<u32> {
        let words = &lines.get(at)?.1;
        (words.len() <= 3 && !words.starts_with('0')).then(|| words.parse().ok()).flatten()
    };
    let mut runs: HashMap<(&str, bool), Vec<(usize, u32)>> = HashMap::new();
    for at in 1..lines.len() {
        let short = |at: usize| lines[at].1.chars().count() <= LONGEST && number(at).is_none();
        if let Some(below) = number(at).filter(|_| short(at - 1)) {
            runs.entry((lines[at - 1].1.as_str(), true)).or_default().push((at, below));
        }
        if let Some(above) = number(at - 1).filter(|_| short(at)) {
            runs.entry((lines[at].1.as_str(), false)).or_default().push((at, above));
        }
    }
    let counts_up =
        |run: &&Vec<(usize, u32)>| run.len() > 1 && run.windows(2).all(|two| two[0].1 < two[1].1);
    let both = |(at, _): &(usize, u32)| [lines[*at - 1].0, lines[*at].0];
    runs.values().filter(counts_up).flatten().flat_map(both).collect()
}

/// So many lines stand between two page numbers at least.
const SHORTEST_PAGE: usize = 5;

/// Pages that are numbered by a number alone on its line: all such lines count up by one, far from
/// each other. Cells of a table stand closer.
fn lone_numbers(lines: &[(usize, String)]) -> Vec<usize> {
    // 01 counts a part of the text.
    let digits = |words: &str| {
        words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) && !words.starts_with('0')
    };
    let numbers: Vec<(usize, usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(_, (_, words))| digits(words))
        .filter_map(|(at, (line, words))| Some((at, *line, words.parse().ok()?)))
        .collect();
    let pages = numbers
        .windows(2)
        .all(|two| two[0].2 + 1 == two[1].2 && two[0].0 + SHORTEST_PAGE <= two[1].0);
    let first = numbers.first().is_some_and(|(at, ..)| *at >= SHORTEST_PAGE);
    if numbers.len() < 2 || !pages || !first {
        return Vec::new();
    }
    numbers.into_iter().map(|(_, line, _)| line).collect()
}

/// What programs are told at the top of a Markdown file (YAML, between two lines of `---`) has at most
/// so many lines.
const LONGEST_FRONT_MATTER: usize = 60;

/// How many lines at the top of the source are for programs: names with values between two lines of
/// `---`, as those who write for static sites begin a file.
pub fn front_matter(source: &str) -> usize {
    let mut lines = source.lines().take(LONGEST_FRONT_MATTER);
    if lines.next().is_none_or(|first| first.trim_start_matches('\u{feff}').trim_end() != "---") {
        return 0;
    }
    let named = |line: &str| {
        let name = line.split_once(':').map(|(name, _)| name.trim_start_matches(['-', ' ']));
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        line.trim_start().starts_with("- ")
            || name.is_some_and(|name| !name.is_empty() && name.chars().all(is_name))
    };
    let mut count = 1;
    for line in lines {
        count += 1;
        // A list has a name above it.
        if count == 2 && line.trim_start().starts_with('-') {
            return 0;
        }
        if line.trim_end() == "---" {
            return if count > 2 { count } else { 0 };
        }
        if !line.trim().is_empty() && !named(line) {
            return 0;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_beside_page_numbers_is_no_text() {
        let text =
            "水利局   规划\n规划\n— 1 —\n水利局   规划\n一、现状\n甲\n— 2 —\n水利局 规划\n乙。";
        let mut found: Vec<usize> = running_heads(text).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [0, 3, 7]);
        assert!(running_heads("甲\n\n乙\n\n甲").is_empty(), "without page numbers nothing is");
        let bare = "水利规划\n一、现状\n甲\n水利规划\n2\n乙。\n水利规划\n3";
        let mut found: Vec<usize> = running_heads(bare).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [3, 4, 6, 7]);
        let sided = "甲\n水利白皮书　　　　· 14 ·\n乙\n· 15 ·　　　　供水\n丙。";
        let mut found: Vec<usize> = running_heads(sided).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [1, 3]);
        let head = "西山预案      第 2 页";
        assert_eq!(running_heads(&format!("西山预案\n甲\n{head}\n乙。")), HashSet::from([2]));
        assert!(
            running_heads("甲。\n某某局      第 2 页\n乙。").is_empty(),
            "one alone, and no title"
        );
        let page = |words: &str| -> String {
            ["甲", "乙", "丙", "丁", "戊", "己"].map(|line| [words, line, "\n"].concat()).concat()
        };
        let numbered = |last: u32| {
            let text = format!("{}1\n{}2\n{}{last}", page("路"), page("桥"), page("渠"));
            let mut found: Vec<usize> = running_heads(&text).into_iter().collect();
            found.sort_unstable();
            found
        };
        assert_eq!(numbered(3), [6, 13, 20], "numbers alone on their lines");
        assert!(numbered(5).is_empty(), "that don't count up by one");
        let titled = "养路办法\n第一章 总则\n甲\n第 1 页\n养路办法\n乙。\n第 2 页\n养路办法";
        assert!(!running_heads(titled).contains(&0), "the title stays");
        let cells = "数量\n3\n数量\n2\n数量\n5";
        assert!(running_heads(cells).is_empty(), "numbers that don't count up are cells");
    }
}
