//! What stands below a text that was copied from an article in WeChat: its end, who wrote and chose the
//! pictures, other articles, the wish to be passed on. None of it is of the document.

use crate::numbering::label;

/// So many lines at the end of a text may be such lines.
const MOST: usize = 30;

/// Such a line has at most this many characters.
const LONGEST: usize = 80;

/// Below a line that is one of these, nothing is of the document.
const ENDS: [&str; 2] = ["END", "end"];

/// Over lists of other articles.
const OTHERS: [&str; 8] = [
    "往期推荐",
    "往期回顾",
    "推荐阅读",
    "相关阅读",
    "延伸阅读",
    "精彩推荐",
    "热门推荐",
    "猜你喜欢",
];

/// Who did what, `编辑丨刘佳`: names of what is done, before a stroke that only such articles have.
const DONE: [&str; 14] = [
    "来源", "文字", "编辑", "责编", "审核", "校对", "图片", "摄影", "供稿", "监制", "作者", "撰稿",
    "排版", "美编",
];

/// From which line on, counted from 0, the source is what stands below such an article; `None` where it
/// is none. It begins with its end or with two who did something, directly below a finished sentence,
/// a date or a body; nothing that may be of a document stands in it: no item, no annex, no sentence.
pub fn start(source: &str) -> Option<usize> {
    let lines: Vec<(usize, &str)> = source
        .lines()
        .enumerate()
        .map(|(at, line)| (at, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let tail = lines.iter().rev().take(MOST).take_while(|(_, line)| may_stand_below(line)).count();
    let from = lines.len() - tail;
    let first = (from..lines.len()).find(|at| is_end(lines[*at].1) || is_done(lines[*at].1))?;
    let above = lines[..first].last().map(|(_, line)| *line)?;
    let below = &lines[first..];
    let sure = is_end(lines[first].1)
        || below.iter().filter(|(_, line)| is_done(line)).count() > 1
        || below.iter().any(|(_, line)| is_others(line) || is_wish(line));
    (sure && closes_text(above)).then(|| lines[first].0)
}

/// Whether the line can be none of a document: short, no sentence, no item, no annex, no date.
fn may_stand_below(line: &str) -> bool {
    let chars: Vec<char> = line.chars().collect();
    chars.len() <= LONGEST
        && !line.ends_with(['。', '；', '，', '！', '？', '：', '”', '）'])
        && !line.starts_with("附件")
        && !line.ends_with('日')
        && label(&chars).is_none()
}

/// Whether a document may end with this line: a sentence, or the day of its signature.
fn closes_text(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '”', '）', '日'])
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_end(line: &str) -> bool {
    ENDS.contains(&bare(line))
}

fn is_others(line: &str) -> bool {
    OTHERS.contains(&bare(line))
}

fn is_done(line: &str) -> bool {
    let name = line.split(['丨', '｜', '|']).next().unwrap_or_default().trim();
    name.len() < line.len() && DONE.contains(&name)
}

/// The wish to be passed on or read further.
fn is_wish(line: &str) -> bool {
    ["阅读原文", "点分享", "点在看", "点点赞", "点个在看"].iter().any(|wish| line.contains(wish))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_an_article_begins_at_its_end() {
        let text = "一、标题\n\n正文到此为止。\n";
        for (below, from) in [
            ("END\n来源丨某区发改局\n编辑丨刘佳　责编丨高翔\n", Some(3)),
            ("来源｜某区发改局\n文字｜陈晨\n", Some(3)),
            ("某区人民政府\n2025年1月1日\n— END —\n", Some(5)),
            ("来源丨某区发改局\n往期推荐\n某区一季度经济运行情况发布\n", Some(3)),
            ("来源丨某区发改局\n", None),
            ("某区人民政府\n2025年1月1日\n", None),
            ("附件：1.推荐阅读书目\n", None),
            ("推荐阅读\n《水浒传》\n", None),
            ("END\n附件1\n申请表\n姓名：____\n", None),
            ("来源丨某局\n编辑丨刘佳\n某区人民政府\n2025年1月1日\n", None),
            ("来源丨某局\n文字丨陈晨\n让我们携手共创美好未来！\n", None),
        ] {
            assert_eq!(start(&format!("{text}{below}")), from, "{below}");
        }
        assert_eq!(start("END\n正文还没有完。\n"), None);
        let above = "某区十条措施\n来源丨某区发改局\n文字丨陈晨\n一、支持创业\n每人5000元\n";
        assert_eq!(start(above), None);
    }
}
