//! What stands below a text that was copied from an article in WeChat: its end, who wrote and chose the
//! pictures, other articles, the wish to be passed on. None of it is of the document.

/// So many lines at the end of a text may be such lines.
const MOST: usize = 30;

/// Such a line has at most this many characters.
const LONGEST: usize = 80;

/// Below a line that is one of these, nothing is of the document.
const ENDS: [&str; 10] = [
    "END",
    "end",
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
/// is none. The last sentence of a text is never such a line.
pub fn start(source: &str) -> Option<usize> {
    let lines: Vec<(usize, &str)> = source
        .lines()
        .enumerate()
        .map(|(at, line)| (at, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let short = |line: &str| line.chars().count() <= LONGEST && !line.ends_with(['。', '；', '，']);
    let tail = lines.iter().rev().take(MOST).take_while(|(_, line)| short(line)).count();
    let tail = &lines[lines.len() - tail..];
    let first = tail.iter().position(|(_, line)| is_end(line) || is_done(line))?;
    // One line that names a source may stand under any text.
    let sure = tail[first..].iter().any(|(_, line)| is_end(line) || is_wish(line));
    let done = tail[first..].iter().filter(|(_, line)| is_done(line)).count();
    (sure || done > 1).then(|| tail[first].0)
}

fn is_end(line: &str) -> bool {
    ENDS.contains(&line.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn is_done(line: &str) -> bool {
    let name = line.split(['丨', '｜', '|']).next().unwrap_or_default().trim();
    name.len() < line.len() && DONE.contains(&name)
}

/// The wish to be passed on or read further.
fn is_wish(line: &str) -> bool {
    ["阅读原文", "点分享", "点在看", "点点赞", "点个在看", "点赞", "转发"]
        .iter()
        .any(|wish| line.contains(wish))
        && line.contains(['点', '↓', '▼', '👇'])
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
            ("往期推荐\n某区一季度经济运行情况发布\n", Some(3)),
            ("来源丨某区发改局\n", None),
            ("某区人民政府\n2025年1月1日\n", None),
            ("附件：1.推荐阅读书目\n", None),
        ] {
            assert_eq!(start(&format!("{text}{below}")), from, "{below}");
        }
        assert_eq!(start("END\n正文还没有完。\n"), None);
    }
}
