//! Styles: which are headings or contents lists, which carry a number, which hide or raise text.

use std::collections::HashMap;

use crate::script::Script;
use crate::xml::Element;

/// What a paragraph or its style says about numbering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberSetting {
    /// The list, 0 for none.
    pub list: Option<u32>,
    /// The level in it.
    pub level: Option<usize>,
}

impl NumberSetting {
    /// Reads it from paragraph properties.
    pub fn of(properties: &Element) -> Self {
        let Some(found) = properties.child("numPr") else { return Self::default() };
        Self { list: found.number("numId"), level: found.number("ilvl") }
    }
}

/// What is said about the look of text; `None` where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Hidden.
    pub hidden: Option<bool>,
    /// Struck through.
    pub struck: Option<bool>,
    /// Raised or lowered.
    pub script: Option<Script>,
}

impl Look {
    /// Reads it from run properties.
    pub fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let script = properties.value("vertAlign").map(|value| match value {
            "superscript" => Script::Raised,
            "subscript" => Script::Lowered,
            _ => Script::Plain,
        });
        let struck = properties.switched("strike").or(properties.switched("dstrike"));
        Self { hidden: properties.switched("vanish"), struck, script }
    }

    /// This look, and another where this one says nothing.
    fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            script: self.script.or(other.script),
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: NumberSetting,
    look: Look,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
    lists: HashMap<String, u32>,
}

impl Styles {
    /// Reads the part of styles.
    pub fn new(part: &Element) -> Self {
        let mut styles = Self::default();
        for style in part.elements().filter(|element| &*element.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let properties = style.child("pPr");
            let number = properties.map(NumberSetting::of).unwrap_or_default();
            let paragraph = style.attribute("type").is_none_or(|kind| kind == "paragraph");
            if paragraph && matches!(style.attribute("default"), Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            if let (Some("numbering"), Some(list)) = (style.attribute("type"), number.list) {
                styles.lists.insert(id.to_owned(), list);
            }
            styles.by_id.insert(
                id.to_owned(),
                Style {
                    name: style.value("name").unwrap_or_default().to_lowercase(),
                    based_on: style.value("basedOn").map(str::to_owned),
                    outline: properties.and_then(|p| p.number("outlineLvl")),
                    number,
                    look: Look::of(style.child("rPr")),
                },
            );
        }
        styles
    }

    /// The style and those that it is based on, the nearest first.
    fn chain(&self, id: Option<&str>) -> Vec<(&str, &Style)> {
        let mut chain: Vec<(&str, &Style)> = Vec::new();
        let mut next = id;
        while let Some(id) = next {
            let Some((id, style)) = self.by_id.get_key_value(id) else { break };
            if chain.iter().any(|(seen, _)| seen == id) {
                break;
            }
            chain.push((id, style));
            next = style.based_on.as_deref();
        }
        chain
    }

    fn paragraph(&self, id: Option<&str>) -> Vec<(&str, &Style)> {
        self.chain(id.filter(|id| self.by_id.contains_key(*id)).or(self.default.as_deref()))
    }

    /// Whether the paragraph style is that of a title or heading.
    pub fn is_heading(&self, id: Option<&str>) -> bool {
        self.paragraph(id).iter().any(|(_, style)| {
            style.outline.is_some_and(|level| level < 9)
                || style.name.starts_with("heading ")
                || style.name.starts_with("标题 ")
                || matches!(style.name.as_str(), "title" | "标题")
        })
    }

    /// Whether the paragraph style is that of a line of a table of contents.
    pub fn is_contents(&self, id: Option<&str>) -> bool {
        self.paragraph(id).iter().any(|(_, style)| {
            let name = style.name.as_str();
            name.starts_with("toc ") || name.starts_with("目录 ") || name == "table of figures"
        })
    }

    /// The numbering that the paragraph style brings, and the style that it comes from.
    pub fn number(&self, id: Option<&str>) -> Option<(NumberSetting, &str)> {
        let chain = self.paragraph(id);
        let level = chain.iter().find_map(|(_, style)| style.number.level);
        let (id, style) = chain.into_iter().find(|(_, style)| style.number.list.is_some())?;
        Some((NumberSetting { list: style.number.list, level }, id))
    }

    /// The list that a numbering style stands for.
    pub fn list(&self, style: &str) -> Option<u32> {
        self.lists.get(style).copied()
    }

    /// How text looks that has these styles and properties. Hiding toggles between the styles of
    /// paragraph and text, and direct properties win (ECMA-376, 17.7.3).
    pub fn look(&self, paragraph: Option<&str>, text: Option<&str>, direct: Look) -> Look {
        let of = |chain: Vec<(&str, &Style)>| {
            chain.iter().fold(Look::default(), |look, (_, style)| look.or(style.look))
        };
        let (paragraph, text) = (of(self.paragraph(paragraph)), of(self.chain(text)));
        let toggle = |a: Option<bool>, b: Option<bool>| a.unwrap_or(false) ^ b.unwrap_or(false);
        let styled = Look {
            hidden: Some(toggle(paragraph.hidden, text.hidden)),
            struck: Some(toggle(paragraph.struck, text.struck)),
            script: text.script.or(paragraph.script),
        };
        direct.or(styled)
    }
}
