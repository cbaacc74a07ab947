//! Finds the main text: the innermost element that holds most of the words that are no links.

use std::collections::HashMap;

use corpus::{Bilingual, Severity, bilingual};
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

use super::hidden::Hidden;
use super::inline::skipped;
use crate::flow::{Block, Flow};

/// An inner element is the main text if it holds this share of the words around it.
const MOST: f64 = 0.7;

/// The main text and what stands around it.
pub struct Main<'h> {
    /// The element with the main text.
    pub element: NodeRef<'h, Node>,
    /// The elements around it, in reading order.
    pub around: Vec<NodeRef<'h, Node>>,
    /// How many of them stand above it.
    pub above: usize,
    /// How many characters every element shows.
    weights: HashMap<NodeId, Weight>,
}

impl Main<'_> {
    /// How many characters an element shows, white space left out.
    pub fn characters(&self, node: NodeRef<'_, Node>) -> usize {
        self.weights.get(&node.id()).map_or(0, |weight| weight.all)
    }
}

/// Characters in an element, and those of them in links.
#[derive(Clone, Copy, Default)]
struct Weight {
    all: usize,
    linked: usize,
}

/// Finds the main text of a page.
pub fn find<'h>(html: &'h Html, hidden: &Hidden) -> Main<'h> {
    let weights = weigh(html, hidden);
    let weight = |node: &NodeRef<'_, Node>| {
        weights.get(&node.id()).map_or(0, |weight| weight.all - weight.linked)
    };
    let root = html.tree.root();
    let body = html
        .tree
        .nodes()
        .find(|node| matches!(node.value(), Node::Element(element) if element.name() == "body"));
    let mut element = body.unwrap_or(root);
    let (mut above, mut below) = (Vec::new(), Vec::new());
    loop {
        let own = weight(&element);
        let inner = element.children().find(|child| {
            let container = matches!(child.value(), Node::Element(e) if holds_text(e.name()));
            container && weight(child) as f64 > own as f64 * MOST
        });
        let Some(inner) = inner.filter(|_| own > 0) else { break };
        let text_beside = element.children().any(|child| {
            child.id() != inner.id()
                && !is_furniture(child)
                && weight(&child) > 0
                && words(child).contains(['。', '；'])
        });
        if text_beside {
            break;
        }
        above.extend(element.children().take_while(|child| child.id() != inner.id()));
        below.push(inner.next_siblings());
        element = inner;
    }
    let count = above.len();
    // What stands around an inner element stands nearer to the text.
    let around = above.into_iter().chain(below.into_iter().rev().flatten()).collect();
    Main { element, around, above: count, weights }
}

/// Whether an element serves the page by what it is or is called: menus, footers, tools.
pub fn is_furniture(node: NodeRef<'_, Node>) -> bool {
    const NAMES: [&str; 24] = [
        "nav",
        "menu",
        "foot",
        "header",
        "banner",
        "crumb",
        "sidebar",
        "copyright",
        "share",
        "toolbar",
        "related",
        "recommend",
        "friendlink",
        "position",
        "location",
        "search",
        "logo",
        "qrcode",
        "ewm",
        "pagination",
        "comment",
        "bottom",
        "beian",
        "topbar",
    ];
    let Node::Element(element) = node.value() else { return false };
    if matches!(element.name(), "nav" | "footer" | "aside") {
        return true;
    }
    let called = element.classes().chain(element.id());
    let role = element.attr("role").filter(|role| matches!(*role, "navigation" | "contentinfo"));
    called.chain(role).any(|name| {
        let name = name.to_lowercase();
        // Notes at the foot of the text are a part of it.
        let name = name.replace("footnote", "");
        NAMES.iter().any(|known| name.contains(known))
            || name == "navigation"
            || name == "contentinfo"
    })
}

/// Elements that may hold a whole text. One paragraph or list is not it.
fn holds_text(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "section"
            | "article"
            | "main"
            | "center"
            | "table"
            | "tbody"
            | "tr"
            | "td"
            | "form"
            | "font"
            | "span"
            | "body"
            | "ucapcontent"
            | "founder-content"
            | "blockquote"
    )
}

/// The words of every element. Children come after their parents in the tree's order, so going
/// backwards adds them up without recursion.
fn weigh(html: &Html, hidden: &Hidden) -> HashMap<NodeId, Weight> {
    let mut weights: HashMap<NodeId, Weight> = HashMap::new();
    let order: Vec<NodeRef<'_, Node>> = html.tree.root().descendants().collect();
    for node in order.iter().rev() {
        let mut own = weights.get(&node.id()).copied().unwrap_or_default();
        match node.value() {
            Node::Text(text) => {
                own.all = text.chars().filter(|c| !c.is_whitespace()).count();
            }
            Node::Element(element) => {
                if skipped(element.name()) || hidden.hides(element) {
                    own = Weight::default();
                } else if element.name() == "a" {
                    own.linked = own.all;
                }
            }
            _ => {}
        }
        weights.insert(node.id(), own);
        if let Some(parent) = node.parent() {
            let sum = weights.entry(parent.id()).or_default();
            sum.all += own.all;
            sum.linked += own.linked;
        }
    }
    weights
}

/// Puts the title before the text unless it begins with it.
pub fn put_title(flow: &mut Flow, title: Option<String>) {
    let Some(title) = title else { return };
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    let start: String =
        flow.blocks().iter().take(12).map(|block| squeeze(&block.words())).collect();
    let named = squeeze(&title);
    if flow.blocks().is_empty() || start.contains(&named) || named.contains(&start) {
        return;
    }
    let message = bilingual!(
        "标题取自网页的头部；请核对",
        "the title is taken from the head of the page; check it"
    );
    put_first(flow, Block::Heading(title), message);
}

/// Puts what stands elsewhere on the page before the text, and tells where it is from.
fn put_first(flow: &mut Flow, block: Block, message: Bilingual) {
    flow.insert_first(block);
    flow.tell_at(Severity::Notice, 0, 0, 1, message);
}

/// A document number has so many characters.
const LONGEST_NUMBER: usize = 40;

/// The document number that stands somewhere around the text.
pub fn number_around(main: &Main<'_>) -> Option<String> {
    let around = main.around.iter().flat_map(ego_tree::NodeRef::descendants);
    let serves = |node: NodeRef<'_, Node>| {
        is_furniture(node) || matches!(node.value(), Node::Element(own) if own.name() == "a")
    };
    let own = around.filter(|node| !serves(*node) && !node.ancestors().any(serves));
    let short = own.filter(|node| (1..=LONGEST_NUMBER).contains(&main.characters(*node)));
    short.map(words).find(|words| corpus::is_document_number(words))
}

/// A text names its own number in so many first blocks.
const LONGEST_HEAD: usize = 16;

/// Puts a document number from around the text before it, unless the text names one. `untold` says
/// whether nothing tells yet that it stands around the text.
pub fn put_number(flow: &mut Flow, number: Option<String>, untold: bool) {
    let Some(number) = number else { return };
    let named = |block: &Block| block.words().split_whitespace().any(corpus::is_document_number);
    if flow.blocks().is_empty() || flow.blocks().iter().take(LONGEST_HEAD).any(named) {
        if untold {
            flow.leave_out(Severity::Notice, outside(), &number, None);
        }
        return;
    }
    let message = bilingual!(
        "文号取自正文以外的地方；请核对",
        "the document number is taken from what stands around the text; check it"
    );
    put_first(flow, Block::Paragraph(number), message);
}

/// What is told of all that stands around the text.
pub fn outside() -> Bilingual {
    bilingual!("正文以外的内容", "what is outside the text")
}

/// All words within, scripts left out.
pub fn words(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        let Node::Text(text) = inner.value() else { continue };
        let silent = inner.parent().is_some_and(
            |parent| matches!(parent.value(), Node::Element(element) if skipped(element.name())),
        );
        if !silent {
            words.push_str(text);
            words.push(' ');
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
