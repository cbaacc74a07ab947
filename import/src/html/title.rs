//! The title of the main text where it stands outside of it.

use corpus::is_document_title;
use scraper::node::Element;
use scraper::{Html, Node};

use ego_tree::NodeRef;

use super::body::{Main, is_furniture, words};
use super::hidden::Hidden;

/// A title has so many characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 6..=100;

/// How what stands above the text shows that it is the title, the surest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// It ends as titles of documents do: 公告, 通知, 解读.
    Words,
    /// The page calls it so: `class="con-title"`, `h2`.
    Named,
}

/// The title that the page gives the text: its first `h1`, what it says in its head for those who
/// collect pages, what stands above the text and is called a title or reads like one, or the
/// name of the page.
pub fn title(html: &Html, hidden: &Hidden, main: &Main<'_>) -> Option<String> {
    let text = main.element.id();
    let inside = |node: &NodeRef<'_, Node>| {
        node.id() == text || node.ancestors().any(|above| above.id() == text)
    };
    let (mut meta, mut head) = (None, None);
    let mut above: Option<(Sign, String)> = None;
    let mut before = true;
    for node in html.tree.root().descendants() {
        before &= node.id() != text;
        let Node::Element(element) = node.value() else { continue };
        match element.name() {
            "h1" if !inside(&node) && !hidden.hides(element) => {
                let text = words(node);
                if !text.is_empty() {
                    return Some(text);
                }
            }
            "meta"
                if element.attr("name").is_some_and(|n| n.eq_ignore_ascii_case("ArticleTitle")) =>
            {
                meta = element.attr("content").map(|text| text.trim().to_owned());
            }
            "title" if head.is_none() => head = Some(words(node)),
            // What is longer, as all that is around the text, is not looked through.
            _ if before && main.characters(node) <= *LENGTHS.end() && !hidden.hides(element) => {
                if let Some((sign, text)) = candidate(node, element)
                    && above.as_ref().is_none_or(|(other, _)| sign >= *other)
                {
                    above = Some((sign, text));
                }
            }
            _ => {}
        }
    }
    // `标题_某某市人民政府` and `标题-某某网`: the site's name follows.
    let head =
        head.map(|text| text.split(['_', '|', '－']).next().unwrap_or_default().trim().to_owned());
    meta.or(above.map(|(_, text)| text)).or(head).filter(|text| !text.is_empty())
}

/// What an element above the text shows of being its title.
fn candidate(node: NodeRef<'_, Node>, element: &Element) -> Option<(Sign, String)> {
    let block = matches!(
        element.name(),
        "h2" | "h3"
            | "h4"
            | "div"
            | "td"
            | "th"
            | "p"
            | "center"
            | "font"
            | "span"
            | "strong"
            | "b"
    );
    let serves = |node: NodeRef<'_, Node>| {
        is_furniture(node) || matches!(node.value(), Node::Element(e) if e.name() == "a")
    };
    if !block || serves(node) || node.ancestors().any(serves) {
        return None;
    }
    let linked = node
        .descendants()
        .any(|inner| matches!(inner.value(), Node::Element(e) if e.name() == "a"));
    let text = words(node);
    let sentence = text.contains(['。', '；', '>', '|']);
    if linked || sentence || !LENGTHS.contains(&text.chars().count()) {
        return None;
    }
    let called = element.classes().chain(element.id()).map(str::to_lowercase);
    let named = matches!(element.name(), "h2" | "h3")
        || called
            .into_iter()
            .any(|name| ["title", "biaoti", "headline"].iter().any(|n| name.contains(n)));
    match (named, is_document_title(&text)) {
        (true, _) => Some((Sign::Named, text)),
        (false, true) => Some((Sign::Words, text)),
        (false, false) => None,
    }
}
