//! XML as a small tree: names without prefixes, since the formats read here use fixed ones.
//!
//! Bounded: so many elements, so deep; entities beyond XML's own five are errors, so no file can
//! make more of itself than it is.

use corpus::{Bilingual, bilingual};
use std::collections::HashSet;
use std::rc::Rc;

use encoding_rs::Encoding;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::limits::{DEEPEST, MOST_NODES};

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its name without prefix.
    pub name: Rc<str>,
    attributes: Vec<(Rc<str>, Box<str>)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Text.
    Text(Box<str>),
}

impl Element {
    /// The attribute with this name, its prefix left out.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| &**key == name).map(|(_, value)| &**value)
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
        self.elements().find(|element| &*element.name == name)
    }

    /// The `val` of the child with this name: how Word writes most settings.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// A number that Word wrote like that.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.value(name)?.trim().parse().ok()
    }

    /// Whether a switch is on or off; `None` where nothing is said.
    pub fn switched(&self, name: &str) -> Option<bool> {
        let found = self.child(name)?;
        Some(!matches!(found.attribute("val"), Some("0" | "false" | "off" | "none")))
    }

    /// Whether a switch is on: present, and not set to false.
    pub fn switch(&self, name: &str) -> bool {
        self.switched(name).unwrap_or(false)
    }

    /// All elements within, itself first, in reading order.
    pub fn descendants(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        let mut open = vec![self];
        while let Some(element) = open.pop() {
            all.push(element);
            let from = open.len();
            open.extend(element.elements());
            open[from..].reverse();
        }
        all
    }

    /// All text within.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.add_text(&mut out);
        out
    }

    fn add_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.add_text(out),
                Node::Text(text) => out.push_str(text),
            }
        }
    }
}

/// Parses a part, whatever Unicode encoding it is in.
pub fn parse(bytes: &[u8]) -> Result<Element, Bilingual> {
    let (encoding, _) = Encoding::for_bom(bytes).unwrap_or((declared(bytes), 0));
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        let name = encoding.name();
        return Err(bilingual!("字节不是 {name}", "its bytes are not {name}"));
    }
    Tree::default().parse(&text)
}

/// The encoding that the XML declaration names; UTF-8 without one.
fn declared(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(200)];
    let head = head.split(|b| *b == b'>').next().unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let named = head.split_once("encoding=").and_then(|(_, rest)| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    named.and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or(encoding_rs::UTF_8)
}

#[derive(Default)]
struct Tree {
    names: HashSet<Rc<str>>,
    nodes: usize,
}

impl Tree {
    fn parse(mut self, xml: &str) -> Result<Element, Bilingual> {
        let mut reader = Reader::from_str(xml);
        let top = Element { name: Rc::from(""), attributes: Vec::new(), children: Vec::new() };
        let mut open = vec![top];
        loop {
            match reader.read_event().map_err(|error| unread(&error))? {
                Event::Start(start) => {
                    if open.len() >= DEEPEST {
                        return Err(bilingual!(
                            "元素的嵌套超过 {DEEPEST} 层",
                            "elements are nested more than {DEEPEST} deep"
                        ));
                    }
                    open.push(self.element(&start)?);
                }
                Event::Empty(start) => {
                    let element = self.element(&start)?;
                    attach(&mut open, Node::Element(element));
                }
                Event::End(_) => {
                    if let Some(done) = open.pop() {
                        attach(&mut open, Node::Element(done));
                    }
                }
                Event::Text(text) => self.text(&mut open, &text.xml10_content())?,
                Event::CData(text) => self.text(&mut open, &text.into_inner())?,
                Event::GeneralRef(reference) => {
                    let found = reference.resolve_char_ref().map_err(|error| unread(&error))?;
                    let text = match found {
                        Some(c) => c.to_string(),
                        None => predefined(&reference.xml10_content())?.to_owned(),
                    };
                    self.text(&mut open, &text)?;
                }
                Event::Eof => break,
                Event::DocType(_) => {
                    return Err(bilingual!(
                        "里面有文档类型声明",
                        "it has a document type declaration"
                    ));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        let root = open
            .pop()
            .filter(|_| open.is_empty())
            .ok_or_else(|| bilingual!("内容不完整", "it ends too early"))?;
        let mut elements = root.children.into_iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.next().ok_or_else(|| bilingual!("里面是空的", "it is empty"))
    }

    fn count(&mut self) -> Result<(), Bilingual> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(bilingual!(
                "元素超过 {MOST_NODES} 个",
                "it has more than {MOST_NODES} elements"
            ));
        }
        Ok(())
    }

    fn text(&mut self, open: &mut [Element], text: &str) -> Result<(), Bilingual> {
        self.count()?;
        attach(open, Node::Text(text.into()));
        Ok(())
    }

    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let new: Rc<str> = Rc::from(name);
        self.names.insert(Rc::clone(&new));
        new
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element, Bilingual> {
        self.count()?;
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            self.count()?;
            let attribute = attribute.map_err(|error| unread(&error))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| unread(&error))?;
            let name: &str = attribute.key.as_ref();
            let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
            attributes.push((self.name(local), value.into()));
        }
        let name = start.local_name();
        let name: &str = name.as_ref();
        Ok(Element { name: self.name(name), attributes, children: Vec::new() })
    }
}

fn attach(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// What the reader of XML says.
fn unread(error: &dyn std::fmt::Display) -> Bilingual {
    bilingual!("XML 写得不对", "{error}")
}

/// XML's own five entities. Others would have to be declared.
fn predefined(name: &str) -> Result<&'static str, Bilingual> {
    match name {
        "amp" => Ok("&"),
        "lt" => Ok("<"),
        "gt" => Ok(">"),
        "quot" => Ok("\""),
        "apos" => Ok("'"),
        other => Err(bilingual!("有不认得的实体 &{other};", "unknown entity &{other};")),
    }
}
