//! Lines that serve the page and not the text: where it was published, type sizes, sharing.

use crate::flow::{Block, Flow};
use corpus::bilingual;
use corpus::parse::OTHER_PAGES;

/// So many blocks at the beginning and at the end may be such lines.
const AT_THE_ENDS: usize = 10;

/// Such lines are short.
const LONGEST: usize = 80;

const BEGINNINGS: [&str; 51] = [
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

/// From which block on there is nothing but a list of other pages: its name, then short lines of
/// which none is a sentence.
fn other_pages(blocks: &[Block]) -> usize {
    let named = |block: &Block| {
        let (Block::Paragraph(text) | Block::Heading(text)) = block else { return false };
        let name = text.trim_matches(|c: char| !c.is_alphanumeric());
        OTHER_PAGES.contains(&name)
    };
    let is_link = |block: &Block| {
        let (Block::Paragraph(text) | Block::Heading(text)) = block else { return false };
        !text.contains('。') && text.lines().all(|line| line.chars().count() <= LONGEST)
    };
    let links = blocks.iter().rev().take_while(|block| is_link(block)).count();
    let from = blocks.len() - links;
    blocks[from..].iter().position(named).map_or(blocks.len(), |at| from + at)
}

/// Takes such lines out of the beginning and the end of the text.
pub fn take_out(flow: &mut Flow) {
    let count = flow.blocks().len();
    let other_pages = other_pages(flow.blocks());
    flow.take_out(|index, block| {
        if index >= other_pages {
            return Some(bilingual!("其他网页的链接", "links to other pages"));
        }
        let at_the_ends = index < AT_THE_ENDS || index + AT_THE_ENDS >= count;
        let Block::Paragraph(text) = block else { return None };
        // Hands that point at what is to be touched.
        let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"【[".contains(c));
        let short = text.chars().count() <= LONGEST && !text.contains('。');
        let begins = BEGINNINGS.iter().any(|words| text.starts_with(words));
        (at_the_ends && short && begins).then(|| bilingual!("网页自身的一行", "a line of the page"))
    });
}
