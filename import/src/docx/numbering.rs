//! Automatic numbering: list definitions, and counting through the document as Word does.

use std::collections::{HashMap, HashSet};

use super::ordinals;
use super::styles::{NumberSetting, Styles};
use crate::xml::Element;

const LEVELS: usize = 9;

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `（%1）`: text with the numbers of this and outer levels.
    text: String,
    /// All numbers in Arabic digits.
    legal: bool,
    /// The level after which this one begins again; `Some(0)` never.
    restart: Option<u32>,
    /// The paragraph style tied to this level.
    style: Option<String>,
    /// What stands between number and text: `tab`, `space`, `nothing`.
    suffix: Suffix,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Suffix {
    #[default]
    Gap,
    Nothing,
}

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A number with what is around it: `（一）`.
    Number(String),
    /// A bullet, as the list's font draws it.
    Bullet(String),
}

#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document and how far they have counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, HashMap<usize, Level>>,
    /// Definitions that only point to a numbering style.
    links: HashMap<String, String>,
    lists: HashMap<u32, List>,
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    started: HashSet<(u32, usize)>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub fn new(part: &Element) -> Self {
        let mut numbering = Self::default();
        for element in part.elements() {
            match &*element.name {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    numbering.definitions.insert(id.to_owned(), levels(element));
                    if let Some(style) = element.value("numStyleLink") {
                        numbering.links.insert(id.to_owned(), style.to_owned());
                    }
                }
                "num" => {
                    let id = element.attribute("numId").and_then(|id| id.parse().ok());
                    let (Some(id), Some(definition)) = (id, element.value("abstractNumId")) else {
                        continue;
                    };
                    numbering.lists.insert(id, list(element, definition));
                }
                _ => {}
            }
        }
        numbering
    }

    /// Follows definitions that point to a numbering style to the list that it stands for.
    pub fn link(&mut self, styles: &Styles) {
        for (definition, style) in std::mem::take(&mut self.links) {
            let list = styles.list(&style).and_then(|list| self.lists.get(&list)).cloned();
            let Some(target) = list.map(|list| list.definition) else { continue };
            for list in self.lists.values_mut().filter(|list| list.definition == definition) {
                list.definition.clone_from(&target);
            }
        }
    }

    /// The label of the next paragraph with this setting, counted on; `style` is the style that
    /// brought it. `None` where Word prints nothing.
    pub fn next(&mut self, setting: NumberSetting, style: Option<&str>) -> Option<Label> {
        let id = setting.list.filter(|id| *id != 0)?;
        let list = self.lists.get(&id)?.clone();
        let definition = self.definitions.get(&list.definition)?;
        let of_style = || {
            let style = style?;
            let tied = |(_, level): &(&usize, &Level)| level.style.as_deref() == Some(style);
            definition.iter().find(tied).map(|(index, _)| *index)
        };
        let index = setting.level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let level = |index: usize| list.levels.get(&index).or_else(|| definition.get(&index));
        let own = level(index)?;
        let first = list.starts.get(&index).copied();
        let counted = self.counted.entry(list.definition.clone()).or_default();
        let begins_again = first.is_some() && self.started.insert((id, index));
        counted[index] = Some(match counted[index] {
            Some(before) if !begins_again => before.saturating_add(1),
            _ => first.unwrap_or(own.start),
        });
        for (deeper, count) in counted.iter_mut().enumerate().skip(index + 1) {
            let restart = level(deeper).and_then(|level| level.restart);
            let again = match restart {
                Some(0) => false,
                Some(after) => index < after as usize,
                None => true,
            };
            if again {
                *count = None;
            }
        }
        let number = |at: usize| counted[at].or_else(|| level(at).map(|level| level.start));
        if own.format == "bullet" {
            return Some(Label::Bullet(own.text.clone()));
        }
        let text = label(own, |at| {
            let format = if own.legal { "decimal" } else { level(at)?.format.as_str() };
            ordinals::print(format, number(at)?)
        });
        (!text.is_empty()).then_some(Label::Number(text))
    }
}

/// The label's text with the numbers put in.
fn label(level: &Level, number: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars.peek().and_then(|next| next.to_digit(10)).filter(|d| (1..=9).contains(d));
        match (c, digit) {
            ('%', Some(digit)) => {
                chars.next();
                out.push_str(&number(digit as usize - 1).unwrap_or_default());
            }
            _ => out.push(c),
        }
    }
    // In print a gap follows 第一条 and 第一章; other labels end with a mark of their own. Some lists
    // bring the gap in the label's own text.
    let spaced = level.suffix == Suffix::Gap || out.ends_with(char::is_whitespace);
    let out = out.trim().to_owned();
    // A bare number or letter, 1.1 or 附录A, would run into the words behind it.
    let gap = spaced
        && (out.ends_with(['条', '章', '节', '编', '款', '项', '篇', '类'])
            || out.ends_with("部分")
            || out.ends_with(|c: char| c.is_ascii_alphanumeric()));
    if gap { out + "　" } else { out }
}

fn levels(element: &Element) -> HashMap<usize, Level> {
    element
        .elements()
        .filter(|child| &*child.name == "lvl")
        .filter_map(|child| {
            let index: usize = child.attribute("ilvl")?.parse().ok()?;
            (index < LEVELS).then(|| (index, level(child)))
        })
        .collect()
}

fn level(element: &Element) -> Level {
    Level {
        start: element.number("start").unwrap_or(1),
        format: format(element),
        text: element.value("lvlText").unwrap_or_default().to_owned(),
        legal: element.switch("isLgl"),
        restart: element.number("lvlRestart"),
        style: element.value("pStyle").map(str::to_owned),
        suffix: match element.value("suff") {
            Some("nothing") => Suffix::Nothing,
            _ => Suffix::Gap,
        },
    }
}

/// The number format. Newer ones stand beside one that every Word knows.
fn format(level: &Element) -> String {
    let fallback = || level.child("AlternateContent")?.child("Fallback")?.value("numFmt");
    level.value("numFmt").or_else(fallback).unwrap_or("decimal").to_owned()
}

fn list(element: &Element, definition: &str) -> List {
    let mut list = List { definition: definition.to_owned(), ..List::default() };
    for change in element.elements().filter(|child| &*child.name == "lvlOverride") {
        let Some(index) = change.attribute("ilvl").and_then(|index| index.parse().ok()) else {
            continue;
        };
        if let Some(start) = change.number("startOverride") {
            list.starts.insert(index, start);
        }
        if let Some(changed) = change.child("lvl") {
            list.levels.insert(index, level(changed));
        }
    }
    list
}
