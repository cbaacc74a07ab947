//! XML as a small tree: names without prefixes, since Word's files use fixed ones.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// No Word file nests deeper; a file that does was made to break readers.
const DEEPEST: usize = 256;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name without prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The attribute with this name, its prefix left out.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element with this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The `val` of the child with this name: how Word writes most settings.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// A number that Word wrote like that.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.parse().ok()
    }

    /// Whether a switch is on: present, and not set to false.
    pub fn switch(&self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|found| !matches!(found.attribute("val"), Some("0" | "false" | "off")))
    }

    /// All text within.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Element(element) => element.text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }
}

/// Parses a part of a Word file.
pub fn parse(xml: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err("elements are nested too deeply".to_owned());
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => attach(&mut open, Node::Element(element(&start)?)),
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    attach(&mut open, Node::Element(done));
                }
            }
            Event::Text(text) => attach(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::CData(text) => attach(&mut open, Node::Text(text.into_inner().into_owned())),
            Event::GeneralRef(reference) => {
                let c = match reference.resolve_char_ref().map_err(|error| error.to_string())? {
                    Some(c) => c.to_string(),
                    None => predefined(&reference.xml10_content())?.to_owned(),
                };
                attach(&mut open, Node::Text(c));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let mut root = open.pop().ok_or("it ends too early")?;
    if !open.is_empty() {
        return Err("it ends too early".to_owned());
    }
    root.children
        .drain(..)
        .find_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
        .ok_or_else(|| "it is empty".to_owned())
}

fn attach(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        let name: &str = attribute.key.as_ref();
        let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
        attributes.push((local.to_owned(), value.into_owned()));
    }
    let name = start.local_name();
    let name: &str = name.as_ref();
    Ok(Element { name: name.to_owned(), attributes, children: Vec::new() })
}

/// XML's own five entities. Others would have to be declared, which Word never does.
fn predefined(name: &str) -> Result<&'static str, String> {
    match name {
        "amp" => Ok("&"),
        "lt" => Ok("<"),
        "gt" => Ok(">"),
        "quot" => Ok("\""),
        "apos" => Ok("'"),
        other => Err(format!("unknown entity &{other};")),
    }
}
