//! What a browser would not show: by attribute, by style, by the simple rules of the page's own
//! style sheets.

use std::collections::HashSet;

use scraper::node::Element;
use scraper::{Html, Node};

use super::inline::skipped;

/// The classes and ids that the page hides.
#[derive(Debug, Default)]
pub struct Hidden {
    classes: HashSet<String>,
    ids: HashSet<String>,
    /// Whether the page makes its text visible by script, as those of `WeChat` do.
    shown_by_script: bool,
}

impl Hidden {
    /// Reads the page's own style sheets: rules with a single class or id that hide.
    pub fn of(html: &Html) -> Self {
        let mut hidden = Self { shown_by_script: is_mostly_invisible(html), ..Self::default() };
        for node in html.tree.nodes() {
            let style = matches!(node.value(), Node::Element(element) if element.name() == "style");
            if style {
                for child in node.children() {
                    if let Node::Text(text) = child.value() {
                        hidden.sheet(text);
                    }
                }
            }
        }
        hidden
    }

    fn sheet(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else { continue };
            // Rules for print or small screens stand in braces of their own.
            if selectors.contains('{') || !hides(declarations, true) {
                continue;
            }
            for selector in selectors.split(',').map(str::trim) {
                let plain = |name: &str| {
                    !name.is_empty()
                        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
                };
                if let Some(class) = selector.strip_prefix('.').filter(|name| plain(name)) {
                    self.classes.insert(class.to_owned());
                } else if let Some(id) = selector.strip_prefix('#').filter(|name| plain(name)) {
                    self.ids.insert(id.to_owned());
                }
            }
        }
    }

    /// Whether the element is hidden.
    pub fn hides(&self, element: &Element) -> bool {
        element.attr("hidden").is_some()
            || element.attr("style").is_some_and(|style| hides(style, !self.shown_by_script))
            || element.classes().any(|class| self.classes.contains(class))
            || element.id().is_some_and(|id| self.ids.contains(id))
    }
}

/// Whether most of the words stand in elements that are laid out and invisible (`visibility`).
fn is_mostly_invisible(html: &Html) -> bool {
    let invisible = |element: &Element| {
        element.attr("style").is_some_and(|style| hides(style, true) && !hides(style, false))
    };
    if !html.tree.values().filter_map(Node::as_element).any(invisible) {
        return false;
    }
    let (mut all, mut unseen) = (0, 0);
    for node in html.tree.nodes() {
        let Node::Text(text) = node.value() else { continue };
        let mut around = node.ancestors().filter_map(|above| above.value().as_element());
        if around.clone().any(|element| skipped(element.name())) {
            continue;
        }
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        all += length;
        unseen += if around.any(invisible) { length } else { 0 };
    }
    unseen * 2 > all
}

/// Whether declarations hide an element; invisible ones that are laid out only `with_visibility`.
fn hides(declarations: &str, with_visibility: bool) -> bool {
    declarations.split(';').any(|declaration| {
        let Some((name, value)) = declaration.split_once(':') else { return false };
        let value = value.trim().trim_end_matches("!important").trim().to_lowercase();
        match name.trim().to_lowercase().as_str() {
            "display" => value == "none",
            "visibility" => with_visibility && value == "hidden",
            "mso-hide" => value == "all",
            "font-size" => matches!(value.as_str(), "0" | "0px" | "0pt"),
            _ => false,
        }
    })
}
