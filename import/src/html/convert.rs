//! Elements to blocks, in reading order.

mod tables;

use corpus::{Bilingual, Severity, bilingual};
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::body::{is_furniture, outside, words};
use super::furniture::is_link_bar;
use super::hidden::Hidden;
use super::inline::{add, paragraphs, parts_paragraphs, skipped};
use super::lists::Marks;
use super::notes::Notes;
use crate::flow::{Block, Flow};
use crate::script::Script;
use crate::table;

/// A longer heading is text that someone wanted large.
const LONGEST_HEADING: usize = 60;

/// Reads elements into blocks.
pub struct Converter<'c> {
    hidden: &'c Hidden,
    notes: Notes,
    flow: Flow,
    /// The cells that are open, innermost last.
    cells: Vec<Vec<Block>>,
    lists: Vec<Marks>,
    /// The paragraph that is open.
    text: String,
    heading: bool,
    preformatted: bool,
}

impl<'c> Converter<'c> {
    /// Nothing read yet.
    pub fn new(hidden: &'c Hidden) -> Self {
        Self {
            hidden,
            notes: Notes::default(),
            flow: Flow::default(),
            cells: Vec::new(),
            lists: Vec::new(),
            text: String::new(),
            heading: false,
            preformatted: false,
        }
    }

    /// Reads everything within.
    pub fn read(&mut self, node: NodeRef<'_, Node>) {
        self.notes = Notes::of(node, self.hidden);
        // A table as the main text is read as one, not as its rows.
        match node.value() {
            Node::Element(element) if element.name() == "table" => self.element(node, element),
            _ => self.children(node),
        }
        self.end_paragraph();
    }

    /// What was read.
    pub fn finish(mut self) -> Flow {
        self.end_paragraph();
        self.flow
    }

    /// Names what stands around the main text.
    pub fn leave_out_around(&mut self, node: &NodeRef<'_, Node>) {
        if let Node::Element(element) = node.value() {
            if skipped(element.name()) {
                return;
            }
            if self.hidden.hides(element) {
                return self.leave_out(*node, bilingual!("隐藏文字", "hidden text"));
            }
        }
        let words = match node.value() {
            Node::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            _ => words(*node),
        };
        if words.is_empty() {
            return;
        }
        let sentence = words.contains('。') && !is_furniture(*node);
        let severity = if sentence { Severity::Warning } else { Severity::Notice };
        self.flow.leave_out(severity, outside(), &words, None);
    }

    fn children(&mut self, node: NodeRef<'_, Node>) {
        for child in node.children() {
            match child.value() {
                Node::Text(text) => add(&mut self.text, text, self.preformatted),
                Node::Element(element) => self.element(child, element),
                _ => {}
            }
        }
    }

    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let name = element.name();
        if skipped(name) {
            return;
        }
        if self.hidden.hides(element) {
            self.leave_out(node, bilingual!("隐藏文字", "hidden text"));
            return;
        }
        let bar = parts_paragraphs(name) && is_link_bar(node);
        if (is_furniture(node) || bar) && self.cells.is_empty() && !matches!(name, "body" | "html")
        {
            self.end_paragraph();
            self.leave_out(node, bilingual!("网页自身的栏目", "parts of the web page itself"));
            return;
        }
        if self.notes.note(node.id()).is_some() {
            self.note(node, element);
            return;
        }
        match name {
            "br" => self.text.push('\n'),
            "table" => self.table(node),
            "img" | "iframe" | "embed" | "object" | "video" | "audio" | "canvas" => {
                self.picture(node, element);
            }
            "input" | "select" | "textarea" | "button" => {
                self.leave_out(node, bilingual!("表单项", "a form field"));
            }
            "sup" if self.notes.only_references(node) => self.children(node),
            "sup" => self.moved(node, Script::Raised),
            "sub" => self.moved(node, Script::Lowered),
            "rt" | "rp" => {
                self.leave_out(node, bilingual!("字上的注音", "the reading above a character"));
            }
            "del" | "s" | "strike" => {
                let struck = words(node);
                self.children(node);
                let message = bilingual!(
                    "“{struck}”有删除线，已经带进来；如果是删去的文字，请删去",
                    "“{struck}” is struck through and taken over; remove it if it was deleted"
                );
                self.flow.tell(Severity::Warning, message);
            }
            "a" => self.link(node, element),
            "ol" | "ul" => {
                self.end_paragraph();
                self.lists.push(Marks::of(element));
                self.children(node);
                self.end_paragraph();
                self.lists.pop();
            }
            "li" => {
                self.end_paragraph();
                if let Some(mark) = self.lists.last_mut().and_then(|marks| marks.next(element)) {
                    self.text.push_str(&mark);
                }
                self.children(node);
                self.end_paragraph();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph();
                self.heading = true;
                self.children(node);
                self.end_paragraph();
                self.heading = false;
            }
            "pre" => {
                self.end_paragraph();
                self.preformatted = true;
                self.children(node);
                self.end_paragraph();
                self.preformatted = false;
            }
            name if parts_paragraphs(name) => {
                self.end_paragraph();
                self.children(node);
                self.end_paragraph();
            }
            _ => self.children(node),
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        for paragraph in paragraphs(&text) {
            let short = paragraph.chars().count() <= LONGEST_HEADING
                && !paragraph.contains(['。', '；'])
                && self.cells.is_empty();
            if self.heading && short {
                // A heading over two lines is one heading.
                self.push(Block::Heading(paragraph.replace('\n', "")));
            } else {
                self.push(Block::Paragraph(paragraph));
            }
        }
    }

    fn push(&mut self, block: Block) {
        match self.cells.last_mut() {
            Some(cell) => cell.push(block),
            None => self.flow.push(block),
        }
    }

    fn leave_out(&mut self, node: NodeRef<'_, Node>, what: Bilingual) {
        let words = words(node);
        if !words.is_empty() {
            self.flow.leave_out(Severity::Notice, what, &words, None);
        }
    }

    fn picture(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let described = element.attr("alt").or(element.attr("title")).unwrap_or_default();
        let source = element.attr("src").or(element.attr("data")).unwrap_or_default();
        let inner = words(node);
        let shown = [described, source, &inner].into_iter().find(|text| !text.trim().is_empty());
        let shown = if shown.is_some_and(|text| text.starts_with("data:")) { None } else { shown };
        let what = if element.name() == "img" {
            bilingual!("图片", "a picture")
        } else {
            bilingual!("嵌入的内容", "an embedded part")
        };
        let advice = bilingual!(
            "如果正文需要其中的文字，请打在原来的位置",
            "type its words where they belong, if the text needs them"
        );
        self.flow.leave_out(Severity::Warning, what, shown.unwrap_or_default(), Some(advice));
    }

    fn moved(&mut self, node: NodeRef<'_, Node>, script: Script) {
        let from = self.text.len();
        self.children(node);
        // Inner blocks may have ended the paragraph.
        let Some(inner) = self.text.get(from..).map(str::to_owned) else { return };
        if let Some(moved) = script.write(&inner) {
            self.text.replace_range(from.., &moved);
        } else {
            let message = bilingual!(
                "“{inner}”是上标或下标，现在与正文排在同一行；请核对",
                "“{inner}” is superscript or subscript in the file and is now on the line; check it"
            );
            self.flow.tell(Severity::Notice, message);
        }
    }

    /// A note: its paragraphs are one, as in notes of Word files, with the label for its mark.
    fn note(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        self.end_paragraph();
        if let Some(marks) = self.lists.last_mut().filter(|_| element.name() == "li") {
            // The label stands for the number of the item.
            let _ = marks.next(element);
        }
        self.cells.push(Vec::new());
        self.children(node);
        self.end_paragraph();
        let blocks = self.cells.pop().unwrap_or_default();
        let text = table::cell(&blocks).replace('\n', "　");
        let Some(known) = self.notes.note(node.id()) else { return };
        let paragraph = known.paragraph(&text);
        self.push(Block::Paragraph(paragraph));
    }

    fn link(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        if let Some(label) = self.notes.reference(node.id()) {
            self.text.extend(["[^", label, "]"]);
            return;
        }
        if self.notes.leads_back(node.id()) {
            if !words(node).contains(|c: char| c.is_alphanumeric()) {
                self.leave_out(
                    node,
                    bilingual!("从注释回到正文的链接", "a link from a note back to the text"),
                );
            }
            return;
        }
        self.children(node);
        let address = element.attr("href").unwrap_or_default();
        let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
        let file = ["pdf", "doc", "docx", "wps", "xls", "xlsx", "ofd", "zip", "rar", "et"]
            .iter()
            .any(|extension| path.ends_with(&format!(".{extension}")));
        if file {
            let advice = bilingual!(
                "如果它属于正文，请另外导入",
                "if it belongs to the text, import it as well"
            );
            self.flow.leave_out(
                Severity::Warning,
                bilingual!("附件", "an attached file"),
                address,
                Some(advice),
            );
        }
    }
}
