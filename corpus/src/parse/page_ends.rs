//! What stands around a text that was copied from a web page or from an article in WeChat: what a
//! reader is to touch above it, and below it its end, who wrote and chose the pictures, other pages,
//! the marks of the site. None of it is of the document.

use std::collections::HashSet;

use super::roles::names_body;
use super::title::is_document_title;
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

/// What a reader of a page or an article is to touch, as a line above the text begins, and words of
/// which such a line has one as well where it says more.
const TOUCHED: [(&str, &[&str]); 17] = [
    ("点击蓝字", &["关注", "订阅"]),
    ("点击上方", &["关注", "订阅", "蓝字"]),
    ("点击下方", &["关注", "订阅", "蓝字", "原文"]),
    ("长按", &["二维码", "识别", "关注"]),
    ("扫一扫在手机", &["打开", "阅读"]),
    ("扫一扫关注", &["我们", "公众号"]),
    ("扫码关注", &["我们", "公众号"]),
    ("扫码阅读", &["全文", "原文"]),
    ("字体：", &["大", "小"]),
    ("字体:", &["大", "小"]),
    ("【字体", &["大", "小"]),
    ("[字体", &["大", "小"]),
    ("【字号", &["大", "小"]),
    ("[字号", &["大", "小"]),
    ("【打印", &["】"]),
    ("[打印", &["]"]),
    ("分享到：", &["微"]),
];

/// What the lines begin with that sites have below every page: who runs them, where one may go from
/// there.
const SITE: [&str; 9] = [
    "网站标识码：",
    "网站标识码:",
    "分享到：",
    "上一篇：",
    "下一篇：",
    "扫一扫在手机",
    "浏览本网站",
    "Copyright",
    "版权所有",
];

/// Buttons of a page. In brackets they are of a page for certain; without them such a line may also be
/// an entry of a list of what a site must have.
const BUTTONS: [&str; 14] = [
    "网站地图",
    "隐私声明",
    "法律声明",
    "版权声明",
    "联系我们",
    "关于我们",
    "打印本页",
    "打印",
    "关闭窗口",
    "关闭本页",
    "关闭",
    "返回顶部",
    "返回首页",
    "返回列表",
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
    lines
        .iter()
        .take(MOST_ABOVE)
        .take_while(|(_, line)| !begun(line))
        .filter(|(_, line)| line.chars().count() <= LONGEST && is_touched(line))
        .map(|(at, _)| *at)
        .collect()
}

/// Whether the line tells a reader what to touch, or only points there.
fn is_touched(line: &str) -> bool {
    let words = line.trim_start_matches(['↑', '↓', '▲', '▼', '△', '▽', '☝', '👆', '👇']);
    let tells = |(begin, more): &(&str, &[&str])| {
        let rest = words.strip_prefix(begin);
        rest.is_some_and(|rest| rest.is_empty() || more.iter().any(|word| rest.contains(word)))
    };
    // 某区发布 2026-03-15 18:30 发表于山东
    let byline = line.rsplit_once("发表于").is_some_and(|(before, place)| {
        before.contains(':') && before.contains('-') && place.chars().count() <= 6
    });
    byline
        || words.is_empty() && !line.is_empty()
        || TOUCHED.iter().any(tells) && !is_document_title(line) && !line.contains(['，', '。'])
}

/// From which line on, counted from 0, the source is what stands below a page or an article; `None`
/// where it is none. It begins with its end, with what every page of a site has or with two who did
/// something, directly below a finished sentence, a date or a body. Each line of it is known by its
/// own words, but for those behind the end of an article and in a list of other pages, and none may be
/// of a document: no item, no annex, no sentence.
fn start_below(lines: &[(usize, &str)]) -> Option<usize> {
    let first_of_last = lines.len().saturating_sub(MOST_BELOW);
    let others = (first_of_last..lines.len()).find(|at| is_others(lines[*at].1));
    let among_others = |at: usize| others.is_some_and(|others| at > others);
    let below = |at: &usize| may_stand_below(lines[*at].1, among_others(*at));
    let tail = (first_of_last..lines.len()).rev().take_while(below).count();
    let from = lines.len() - tail;
    let begins = |line: &str| is_end(line) || is_done(line) || is_credit(line) || is_site(line);
    let first = (from..lines.len()).find(|at| begins(lines[*at].1))?;
    let above = lines[..first].last().map(|(_, line)| *line)?;
    let below = &lines[first..];
    let count = |is: fn(&str) -> bool| below.iter().filter(|(_, line)| is(line)).count();
    let sure = is_end(lines[first].1)
        || count(is_done) > 1
        || count(is_credit) > 2
        || count(is_others) + count(is_wish) + count(is_site) > 0;
    let known = |at: usize| is_known(lines[at].1) || among_others(at);
    let known = is_end(lines[first].1) || (first..lines.len()).all(known);
    (sure && known && closes_text(above)).then(|| lines[first].0)
}

/// Whether the line says by its own words that it is of a page or an article.
fn is_known(line: &str) -> bool {
    let kinds: [fn(&str) -> bool; 8] =
        [is_end, is_done, is_credit, is_site, is_others, is_wish, is_touched, is_button];
    kinds.iter().any(|is| is(line))
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

/// Whether a document may end with this line: a sentence, the body that signs, or the day.
fn closes_text(line: &str) -> bool {
    let name: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    line.ends_with(['。', '！', '？', '”', '）', '日']) || names_body(&name)
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

/// The same with a colon, which forms and minutes have as well.
fn is_credit(line: &str) -> bool {
    line.split_once(['：', ':']).is_some_and(|(name, _)| DONE.contains(&name.trim()))
}

fn is_site(line: &str) -> bool {
    // 完成ICP备案 is something to do.
    let record = ["ICP备", "公网安备"].iter().any(|words| line.contains(words))
        && !line.contains("备案")
        && line.contains('号');
    let begins = SITE.iter().any(|words| line.starts_with(words));
    let buttons = line.starts_with(['【', '[']) && is_button(line);
    (record || begins || buttons) && !line.ends_with(['。', '；', '，'])
}

/// Whether the line has nothing but buttons.
fn is_button(line: &str) -> bool {
    let parts = line.split(|c: char| c.is_whitespace() || "【】[]|｜".contains(c));
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| BUTTONS.contains(&part))
}

/// The wish to be passed on or read further.
fn is_wish(line: &str) -> bool {
    let counts = line.starts_with("阅读") && line.contains("在看");
    let wishes = ["阅读原文", "点分享", "点在看", "点点赞", "点个在看", "点个“在看”"];
    counts || wishes.iter().any(|wish| line.contains(wish))
}

#[cfg(test)]
mod tests;
