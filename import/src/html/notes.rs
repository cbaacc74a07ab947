//! Footnotes of pages: links to a note further down, as Word, `MediaWiki`, pandoc and editors on the
//! web write them. They become `[^1]` and `[^1]: …`, as notes of Word files do.
//!
//! A link is a reference only where it is certain: its words are a mark (`1`, `[1]`, `①`), it leads
//! to a paragraph or list item further down, and that leads back to it, or begins with the same
//! mark, or is the item of a list and the mark is raised.

use std::collections::{HashMap, HashSet};

use ego_tree::{NodeId, NodeRef};
use scraper::Node;
use scraper::node::Element;

use super::body::words;
use super::hidden::Hidden;
use super::inline::parts_paragraphs;

/// A longer mark is a word.
const LONGEST_MARK: usize = 6;

/// A note of the page.
#[derive(Debug)]
pub struct Note {
    /// Its label in the text: `1`.
    pub label: String,
    /// Its mark as printed: `[1]`.
    pub mark: String,
}

impl Note {
    /// The note's text as it stands among the paragraphs, with the label for its mark.
    pub fn paragraph(&self, text: &str) -> String {
        let text = text.trim();
        let own = text.strip_prefix(&self.mark).unwrap_or(text).trim_start();
        format!("[^{}]: {own}", self.label)
    }
}

/// The notes of a page that the text refers to.
#[derive(Debug, Default)]
pub struct Notes {
    /// The labels of the links that refer to notes.
    references: HashMap<NodeId, String>,
    /// The paragraphs or list items that are notes.
    by_block: HashMap<NodeId, Note>,
    /// The links in notes that lead back to the text.
    back: HashSet<NodeId>,
}

impl Notes {
    /// Finds the notes within the main text.
    pub fn of(main: NodeRef<'_, Node>, hidden: &Hidden) -> Self {
        let mut targets: HashMap<&str, (usize, NodeRef<'_, Node>)> = HashMap::new();
        let mut links = Vec::new();
        for (order, node) in main.descendants().enumerate() {
            let Node::Element(element) = node.value() else { continue };
            for name in names(node) {
                targets.entry(name).or_insert((order, node));
            }
            if element.name() == "a"
                && let Some(target) = target(element)
            {
                links.push((order, node, target));
            }
        }
        let mut found = Self::default();
        for (order, link, target) in links {
            let mark = words(link);
            let Some((at, anchor)) = targets.get(target) else { continue };
            let Some(block) = block(*anchor).filter(|_| *at > order && is_mark(&mark)) else {
                continue;
            };
            let hides = |node: NodeRef<'_, Node>| matches!(node.value(), Node::Element(element) if hidden.hides(element));
            let seen = !hides(block) && !block.ancestors().any(hides);
            let around = link.ancestors().any(|above| above.id() == block.id());
            if !seen || around || found.is_twice(block.id(), &mark) {
                continue;
            }
            let back = links_back(block, link);
            let item = is_named(block, "li") && (is_raised(link) || mark.starts_with(['[', '［']));
            let same = words(block).strip_prefix(&mark).is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_ascii_digit() || ".．、".contains(c))
            }) && (is_raised(link) || !mark.starts_with(|c: char| c.is_ascii_digit()));
            if back.is_empty() && !item && !same {
                continue;
            }
            found.add(link.id(), block.id(), mark);
            found.back.extend(back);
        }
        found
    }

    /// Whether this is known as a note with another mark: then it is none for certain.
    fn is_twice(&self, block: NodeId, mark: &str) -> bool {
        self.by_block.get(&block).is_some_and(|note| note.mark != mark)
    }

    fn add(&mut self, link: NodeId, block: NodeId, mark: String) {
        if let Some(note) = self.by_block.get(&block) {
            self.references.insert(link, note.label.clone());
            return;
        }
        let own: String = mark.chars().filter(char::is_ascii_digit).collect();
        let taken = |label: &str| self.by_block.values().any(|note| note.label == label);
        let label = if own.is_empty() || taken(&own) {
            let most = self.by_block.len() + 1;
            (1..=most).map(|n| n.to_string()).find(|label| !taken(label)).unwrap_or(own)
        } else {
            own
        };
        self.references.insert(link, label.clone());
        self.by_block.insert(block, Note { label, mark });
    }

    /// The label of the note that this link refers to.
    pub fn reference(&self, link: NodeId) -> Option<&str> {
        self.references.get(&link).map(String::as_str)
    }

    /// Whether all words of the element are those of references.
    pub fn only_references(&self, node: NodeRef<'_, Node>) -> bool {
        let mut links =
            node.descendants().filter(|inner| self.reference(inner.id()).is_some()).peekable();
        links.peek().is_some() && links.map(words).collect::<Vec<_>>().join(" ") == words(node)
    }

    /// The note that this paragraph or list item is.
    pub fn note(&self, block: NodeId) -> Option<&Note> {
        self.by_block.get(&block)
    }

    /// Whether this link leads from a note back to the text.
    pub fn leads_back(&self, link: NodeId) -> bool {
        self.back.contains(&link)
    }
}

/// `1`, `[1]`, `①`, `*`, `[注1]`.
fn is_mark(words: &str) -> bool {
    let length = words.chars().count();
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '①'..='⑳' | '*' | '†' | '‡');
    length <= LONGEST_MARK
        && words.chars().any(sign)
        && words.chars().all(|c| sign(c) || "[]［］〔〕【】()（）注".contains(c))
}

/// The paragraph or list item that holds the target of a link. Word sets each note in a division
/// that is called as the target is.
fn block(target: NodeRef<'_, Node>) -> Option<NodeRef<'_, Node>> {
    let parts = |node: &NodeRef<'_, Node>| matches!(node.value(), Node::Element(element) if parts_paragraphs(element.name()));
    let block = std::iter::once(target).chain(target.ancestors()).find(parts)?;
    let Node::Element(element) = block.value() else { return None };
    if !matches!(element.name(), "p" | "li" | "div" | "dd" | "dt" | "aside") {
        return None;
    }
    let name = |node| names(node).next().map(|name| name.trim_start_matches('_'));
    let division = block.parent().filter(|parent| is_named(*parent, "div"));
    let whole = division.filter(|division| {
        block.id() != target.id() && name(*division).is_some() && name(*division) == name(target)
    });
    Some(whole.unwrap_or(block))
}

/// What links can call an element.
fn names(node: NodeRef<'_, Node>) -> impl Iterator<Item = &str> {
    let element = match node.value() {
        Node::Element(element) => Some(element),
        _ => None,
    };
    element.into_iter().flat_map(|element| [element.id(), element.attr("name")]).flatten()
}

/// What a link leads to on its own page.
fn target(link: &Element) -> Option<&str> {
    link.attr("href")?.strip_prefix('#')
}

fn is_named(node: NodeRef<'_, Node>, name: &str) -> bool {
    matches!(node.value(), Node::Element(element) if element.name() == name)
}

/// Whether the link stands in raised letters, or has them.
fn is_raised(link: NodeRef<'_, Node>) -> bool {
    link.descendants().any(|inner| is_named(inner, "sup"))
        || link.ancestors().take(3).any(|above| is_named(above, "sup"))
}

/// The links in a note that lead to its reference, or to what stands right around that.
fn links_back(block: NodeRef<'_, Node>, link: NodeRef<'_, Node>) -> Vec<NodeId> {
    let near = std::iter::once(link).chain(link.ancestors().take(2)).chain(link.descendants());
    let own: HashSet<&str> = near.flat_map(names).collect();
    let leads = |inner: &NodeRef<'_, Node>| match inner.value() {
        Node::Element(element) if element.name() == "a" => {
            target(element).is_some_and(|target| own.contains(target))
        }
        _ => false,
    };
    block.descendants().filter(leads).map(|inner| inner.id()).collect()
}
