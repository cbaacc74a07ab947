//! The lines that pages and articles have around their texts, each known by its own words.

use crate::parse::title::is_document_title;

/// Below a line that is one of these, nothing is of the document.
const ENDS: [&str; 2] = ["END", "end"];

/// Over lists of other pages, which stand below the text.
pub const OTHER_PAGES: [&str; 19] = [
    "相关链接",
    "相关阅读",
    "相关新闻",
    "相关文章",
    "相关信息",
    "相关推荐",
    "相关文档",
    "相关解读",
    "相关稿件",
    "相关政策",
    "相关文件",
    "政策链接",
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

/// What lines of a web page begin with at the ends of its text. Lines of other texts may begin so as well.
const OF_PAGES: [&str; 51] = [
    "字体",
    "字号",
    "【字体",
    "【字号",
    "[字体",
    "打印",
    "【打印",
    "[打印",
    "分享",
    "扫一扫",
    "扫码",
    "责任编辑",
    "编辑：",
    "来源：",
    "来源:",
    "信息来源",
    "文章来源",
    "稿件来源",
    "发布时间",
    "发布日期：",
    "浏览次数",
    "浏览量",
    "点击数",
    "阅读次数",
    "上一篇",
    "下一篇",
    "关闭窗口",
    "【关闭",
    "返回上页",
    "返回顶部",
    "返回首页",
    "【返回",
    "[返回",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "您当前的位置",
    "你的位置",
    "所在位置",
    "点击上方",
    "点击下方",
    "点击蓝",
    "长按",
    "喜欢此内容",
    "预览时标签不可点",
    "微信扫一扫",
    "继续滑动",
    "轻触阅读原文",
    "视频 小程序",
    "以下文章来源于",
    "【往期",
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

/// Whether the line tells a reader what to touch, or only points there.
pub(super) fn is_touched(line: &str) -> bool {
    let words = line.trim_start_matches(['↑', '↓', '▲', '▼', '△', '▽', '☝', '👆', '👇']);
    let tells = |(begin, more): &(&str, &[&str])| {
        let rest = words.strip_prefix(begin);
        rest.is_some_and(|rest| rest.is_empty() || more.iter().any(|word| rest.contains(word)))
    };
    words.is_empty() && !line.is_empty()
        || TOUCHED.iter().any(tells) && !is_document_title(line) && !line.contains(['，', '。'])
}

/// Whether a short line at the beginning or the end of a text that is known to come from a web page
/// serves the page.
pub fn is_of_page(line: &str) -> bool {
    let kinds: [fn(&str) -> bool; 6] = [is_end, is_done, is_site, is_wish, is_touched, is_button];
    let begins = |names: &[&str]| names.iter().any(|words| line.starts_with(words));
    // 《…》解读 may be a title; 上一篇：《…》解读 is none.
    let keyed =
        line.split_once(['：', ':']).is_some_and(|(name, _)| name.chars().count() <= LONGEST_KEY);
    let of_page =
        begins(&OF_PAGES) || keyed && begins(&OTHER_PAGES) || kinds.iter().any(|is| is(line));
    of_page && (keyed || !is_document_title(line))
}

/// The name of what such a line tells, 您当前的位置, has at most this many characters.
const LONGEST_KEY: usize = 8;

/// Whether the line says by its own words that it is of a page or an article.
pub(super) fn is_known(line: &str) -> bool {
    let kinds: [fn(&str) -> bool; 8] =
        [is_end, is_done, is_credit, is_site, is_others, is_wish, is_touched, is_button];
    kinds.iter().any(|is| is(line))
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

pub(super) fn is_end(line: &str) -> bool {
    ENDS.contains(&bare(line))
}

pub(super) fn is_others(line: &str) -> bool {
    OTHER_PAGES.contains(&bare(line))
}

pub(super) fn is_done(line: &str) -> bool {
    let name = line.split(['丨', '｜', '|']).next().unwrap_or_default().trim();
    name.len() < line.len() && DONE.contains(&name)
}

/// The same with a colon, which forms and minutes have as well.
pub(super) fn is_credit(line: &str) -> bool {
    line.split_once(['：', ':']).is_some_and(|(name, _)| DONE.contains(&name.trim()))
}

pub(super) fn is_site(line: &str) -> bool {
    // 完成ICP备案 is something to do.
    let record = ["ICP备", "公网安备"].iter().any(|words| line.contains(words))
        && !line.contains("备案")
        && line.contains('号');
    let begins = SITE.iter().any(|words| line.starts_with(words));
    let buttons = line.starts_with(['【', '[']) && is_button(line);
    // 主办单位：某局　地址：…　技术支持：…
    let run = line.starts_with("主办")
        && ["地址", "邮编", "技术支持", "备案", "网站"].iter().any(|words| line.contains(words));
    (record || begins || buttons || run) && !line.ends_with(['。', '；', '，'])
}

/// Whether the line has nothing but buttons.
pub(super) fn is_button(line: &str) -> bool {
    let parts = line.split(|c: char| c.is_whitespace() || "【】[]|｜".contains(c));
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| BUTTONS.contains(&part))
}

/// The wish to be passed on or read further.
pub(super) fn is_wish(line: &str) -> bool {
    let counts = line.starts_with("阅读") && line.contains("在看");
    let wishes = ["阅读原文", "点分享", "点在看", "点点赞", "点个在看", "点个“在看”"];
    counts || wishes.iter().any(|wish| line.contains(wish))
}
