//! Lines that serve the page and not the text: where it was published, type sizes, sharing.

use corpus::bilingual;
use corpus::parse::{OTHER_PAGES, is_of_page};
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::body::words;
use crate::flow::{Block, Flow};

/// So many blocks at the beginning and at the end may be such lines.
const AT_THE_ENDS: usize = 10;

/// Such lines are short.
const LONGEST: usize = 80;

/// A bar of links has at least so many.
const FEWEST_LINKS: usize = 3;

/// A link in a bar has at most so many characters.
const LONGEST_LINK: usize = 8;

/// It has at most so many nodes, so that looking for one costs little.
const MOST_NODES: usize = 200;

/// Whether the element has nothing but short links to other pages, side by side: 首页 | 工作动态 |
/// 通知公告. Links to files or to places of the page may belong to the text.
pub fn is_link_bar(node: NodeRef<'_, Node>) -> bool {
    if node.descendants().nth(MOST_NODES).is_some() {
        return false;
    }
    let links: Vec<_> = node
        .descendants()
        .filter_map(|inner| match inner.value() {
            Node::Element(element) if element.name() == "a" => Some((words(inner), element)),
            _ => None,
        })
        .collect();
    let plain = |(name, element): &(String, &Element)| {
        let to = element.attr("href").unwrap_or_default();
        let page = !to.starts_with('#')
            && ![".doc", ".pdf", ".xls", ".wps", ".zip", ".ofd"].iter().any(|end| to.contains(end));
        page && name.chars().count() <= LONGEST_LINK && !name.contains(['《', '。', '，'])
    };
    let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let linked: usize = links.iter().map(|(name, _)| count(name)).sum();
    links.len() >= FEWEST_LINKS && links.iter().all(plain) && linked == count(&words(node))
}

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
        (at_the_ends && short && is_of_page(text))
            .then(|| bilingual!("网页自身的一行", "a line of the page"))
    });
}
