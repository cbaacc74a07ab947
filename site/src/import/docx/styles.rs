//! Paragraph styles: which are headings, and which carry a number.

use std::collections::HashMap;

use super::tree::Element;

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

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: NumberSetting,
}

/// All paragraph styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub fn new(part: &Element) -> Self {
        let mut styles = Self::default();
        let paragraphs = |style: &&Element| {
            style.name == "style" && style.attribute("type") == Some("paragraph")
        };
        for style in part.elements().filter(paragraphs) {
            let Some(id) = style.attribute("styleId") else { continue };
            let properties = style.child("pPr");
            if matches!(style.attribute("default"), Some("1" | "true")) {
                styles.default = Some(id.to_owned());
            }
            styles.styles.insert(
                id.to_owned(),
                Style {
                    name: style.value("name").unwrap_or_default().to_lowercase(),
                    based_on: style.value("basedOn").map(str::to_owned),
                    outline: properties.and_then(|p| p.number("outlineLvl")),
                    number: properties.map(NumberSetting::of).unwrap_or_default(),
                },
            );
        }
        styles
    }

    /// The style and those that it is based on, the nearest first.
    fn chain(&self, id: Option<&str>) -> Vec<(&str, &Style)> {
        let mut chain: Vec<(&str, &Style)> = Vec::new();
        let mut next = id.or(self.default.as_deref());
        while let Some(id) = next {
            let Some((id, style)) = self.styles.get_key_value(id) else { break };
            if chain.iter().any(|(seen, _)| seen == id) {
                break;
            }
            chain.push((id, style));
            next = style.based_on.as_deref();
        }
        chain
    }

    /// Whether the style is that of a title or heading.
    pub fn is_heading(&self, id: Option<&str>) -> bool {
        self.chain(id).iter().any(|(_, style)| {
            style.outline.is_some_and(|level| level < 9)
                || style.name.starts_with("heading ")
                || style.name == "title"
                || style.name == "标题"
        })
    }

    /// The numbering that the style brings, and the style that it comes from.
    pub fn number(&self, id: Option<&str>) -> Option<(NumberSetting, &str)> {
        self.chain(id)
            .into_iter()
            .find(|(_, style)| style.number.list.is_some())
            .map(|(id, style)| (style.number, id))
    }
}
