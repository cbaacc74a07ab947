//! What stands around a text that was copied from a web page or from an article in WeChat: what a
//! reader is to touch above it, and below it its end, who wrote and chose the pictures, other pages,
//! the marks of the site. None of it is of the document.

use std::collections::HashSet;

use crate::numbering::label;

/// So many lines at the beginning of a text may be such lines.
const MOST_ABOVE: usize = 10;

/// So many lines at the end of a text may be such lines.
const MOST_BELOW: usize = 30;

/// Such a line has at most this many characters.
const LONGEST: usize = 80;

/// Below a line that is one of these, nothing is of the document.
const ENDS: [&str; 2] = ["END", "end"];

/// Over lists of other pages, which stand below the text.
pub const OTHER_PAGES: [&str; 16] = [
    "相关链接",
    "相关阅读",
    "相关新闻",
    "相关文章",
    "相关信息",
    "相关推荐",
    "相关文档",
    "相关解读",
    "相关稿件",
    "推荐阅读",
    "延伸阅读",
    "精彩推荐",
    "热门推荐",
    "往期回顾",
    "往期推荐",
    "猜你喜欢",
];

/// Who did what, `编辑丨刘佳`: names of what is done, before a stroke that only such articles have.
const DONE: [&str; 14] = [
    "来源", "文字", "编辑", "责编", "审核", "校对", "图片", "摄影", "供稿", "监制", "作者", "撰稿",
    "排版", "美编",
];

/// What a reader of a page or an article is to touch, as a line above the text begins.
const TOUCHED: [&str; 17] = [
    "点击蓝",
    "点击上方",
    "点击下方",
    "长按",
    "扫一扫在手机",
    "扫一扫关注",
    "扫码关注",
    "扫码阅读",
    "字体：",
    "字体:",
    "【字体",
    "[字体",
    "【字号",
    "[字号",
    "【打印",
    "[打印",
    "分享到",
];

/// Words of the lines that sites have below every page: who runs them, where one may go from there.
const SITE: [&str; 16] = [
    "ICP备",
    "公网安备",
    "网站标识码",
    "网站地图",
    "隐私声明",
    "打印本页",
    "关闭窗口",
    "关闭本页",
    "返回顶部",
    "返回首页",
    "返回列表",
    "分享到：",
    "上一篇：",
    "下一篇：",
    "扫一扫在手机",
    "浏览本网站",
];

/// What is left out around a text, by lines counted from 0.
pub struct Around {
    above: HashSet<usize>,
    below: Option<usize>,
}

impl Around {
    /// Finds it.
    pub fn of(source: &str) -> Self {
        let lines: Vec<(usize, &str)> = source
            .lines()
            .enumerate()
            .map(|(at, line)| (at, line.trim()))
            .filter(|(_, line)| !line.is_empty())
            .collect();
        Self { above: above(&lines), below: start_below(&lines) }
    }

    /// Whether this line is of it.
    pub fn has(&self, at: usize) -> bool {
        self.above.contains(&at) || self.below.is_some_and(|below| at >= below)
    }
}

/// The lines above the first item or sentence that tell a reader what to touch, and the arrows that
/// point there.
fn above(lines: &[(usize, &str)]) -> HashSet<usize> {
    let begun =
        |line: &str| line.ends_with('。') || label(&line.chars().collect::<Vec<_>>()).is_some();
    let touched = |line: &str| {
        let words = line.trim_start_matches(['↑', '↓', '▲', '▼', '△', '▽', '☝', '👆', '👇']);
        let pointed = words.is_empty() && !line.is_empty();
        pointed || TOUCHED.iter().any(|begin| words.starts_with(begin))
    };
    lines
        .iter()
        .take(MOST_ABOVE)
        .take_while(|(_, line)| !begun(line))
        .filter(|(_, line)| line.chars().count() <= LONGEST && touched(line))
        .map(|(at, _)| *at)
        .collect()
}

/// From which line on, counted from 0, the source is what stands below a page or an article; `None`
/// where it is none. It begins with its end, with what every page of a site has or with two who did
/// something, directly below a finished sentence, a date or a body; nothing that may be of a document
/// stands in it: no item, no annex, no sentence.
fn start_below(lines: &[(usize, &str)]) -> Option<usize> {
    let first_of_last = lines.len().saturating_sub(MOST_BELOW);
    let others = (first_of_last..lines.len()).find(|at| is_others(lines[*at].1));
    let among_others = |at: usize| others.is_some_and(|others| at > others);
    let below = |at: &usize| may_stand_below(lines[*at].1, among_others(*at));
    let tail = (first_of_last..lines.len()).rev().take_while(below).count();
    let from = lines.len() - tail;
    let begins = |line: &str| is_end(line) || is_done(line) || is_site(line);
    let first = (from..lines.len()).find(|at| begins(lines[*at].1))?;
    let above = lines[..first].last().map(|(_, line)| *line)?;
    let below = &lines[first..];
    let count = |is: fn(&str) -> bool| below.iter().filter(|(_, line)| is(line)).count();
    let sure = is_end(lines[first].1)
        || count(is_done) > 1
        || count(is_others) + count(is_wish) > 0
        || count(is_site) > 1
        || count(is_site) == below.len();
    (sure && closes_text(above)).then(|| lines[first].0)
}

/// Whether the line can be none of a document: short, no sentence, no item, no annex, no date. In a
/// list of other pages a title may call out: `★ 社保缴费基数调整！`.
fn may_stand_below(line: &str, among_others: bool) -> bool {
    let chars: Vec<char> = line.chars().collect();
    let ends: &[char] = if among_others {
        &['。', '；', '，']
    } else {
        &['。', '；', '，', '！', '？', '：', '”', '）']
    };
    let plain = !line.ends_with(ends) || is_others(line) || is_site(line);
    chars.len() <= LONGEST
        && plain
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
    OTHER_PAGES.contains(&bare(line))
}

fn is_done(line: &str) -> bool {
    let name = line.split(['丨', '｜', '|']).next().unwrap_or_default().trim();
    name.len() < line.len() && DONE.contains(&name)
}

fn is_site(line: &str) -> bool {
    // 完成ICP备案 is something to do.
    !line.contains("备案") && SITE.iter().any(|words| line.contains(words))
}

/// The wish to be passed on or read further.
fn is_wish(line: &str) -> bool {
    ["阅读原文", "点分享", "点在看", "点点赞", "点个在看"].iter().any(|wish| line.contains(wish))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(source: &str) -> Option<usize> {
        (0..source.lines().count()).find(|at| Around::of(source).has(*at))
    }

    #[test]
    fn what_stands_below_an_article_begins_at_its_end() {
        let text = "一、标题\n\n正文到此为止。\n";
        for (below, from) in [
            ("END\n来源丨某区发改局\n编辑丨刘佳　责编丨高翔\n", Some(3)),
            ("来源｜某区发改局\n文字｜陈晨\n", Some(3)),
            ("某区人民政府\n2025年1月1日\n— END —\n", Some(5)),
            ("来源丨某区发改局\n往期推荐\n某区一季度经济运行情况发布\n", Some(3)),
            ("END\n往期推荐\n★ 社保缴费基数调整！\n分享\n", Some(3)),
            (
                "扫一扫在手机打开当前页\n【打印本页】【关闭窗口】\n相关文档：\n某区答记者问\n某ICP备050号\n",
                Some(3),
            ),
            ("【关闭窗口】\n", Some(3)),
            ("联系人：张三\n【关闭窗口】\n", None),
            ("办理网站ICP备案\n", None),
            ("各单位要在网站地图上标明入口\n另行通知\n", None),
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

    #[test]
    fn what_is_to_be_touched_stands_above_a_text() {
        let titled = Around::of("扫码点餐服务规范\n\n第一条 餐馆应当提供菜单。\n");
        assert!(!titled.has(0), "a title is no line of a page");
        let source = "点击蓝字 关注我们\n某区十条措施\n▼▼▼\n【字体：大 中 小】\n一、分享到各村。\n扫码办理\n";
        let around = Around::of(source);
        let out: Vec<usize> = (0..6).filter(|at| around.has(*at)).collect();
        assert_eq!(out, [0, 2, 3]);
    }
}
