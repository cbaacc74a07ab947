//! Blocks of a Word document in reading order, and what wraps them.

use corpus::{Severity, bilingual};

use super::document::Parts;
use super::fields::Fields;
use super::inline::Inline;
use super::notes::Notes;
use super::numbering::{Label, Numbering};
use super::styles::NumberSetting;
use crate::flow::{Block, Flow};
use crate::xml::Element;

/// A longer paragraph in a heading style is text that someone wanted bold.
const LONGEST_HEADING: usize = 60;

/// Reads the parts of a document that hold text.
pub struct Reader<'d> {
    pub(super) parts: &'d Parts,
    pub(super) numbering: Numbering,
    pub(super) flow: Flow,
    pub(super) fields: Fields,
    pub(super) notes: Notes,
    /// The cells that are open, innermost last, with their blocks.
    pub(super) cells: Vec<Vec<Block>>,
    /// Text of a paragraph whose mark was deleted or hidden: the next one goes on with it.
    carried: String,
    /// Lines of a table of contents.
    contents: Vec<String>,
}

impl<'d> Reader<'d> {
    /// A reader of a document with these parts.
    pub fn new(parts: &'d Parts, numbering: Numbering) -> Self {
        Self {
            parts,
            numbering,
            flow: Flow::default(),
            fields: Fields::default(),
            notes: Notes::default(),
            cells: Vec::new(),
            carried: String::new(),
            contents: Vec::new(),
        }
    }

    /// Reads blocks: paragraphs, tables, and what wraps them.
    pub fn blocks(&mut self, container: &Element) {
        for element in container.elements() {
            self.block(element);
        }
    }

    fn block(&mut self, element: &Element) {
        match &*element.name {
            "p" => self.paragraph(element),
            "tbl" => self.table(element),
            "sdt" => self.control(element),
            "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" | "txbxContent" => {
                self.blocks(element);
            }
            "AlternateContent" => self.blocks(alternative(element)),
            "del" | "moveFrom" => self.leave_out_deleted(&words(element)),
            "altChunk" => self.chunk(element.attribute("id")),
            "oMathPara" | "oMath" => {
                let mut inline = Inline::new(None);
                self.inline(element, &mut inline);
                self.push_text(&inline.text, false);
            }
            "sectPr" => {}
            _ => self.unknown(element),
        }
    }

    /// What this reader doesn't know is told if it has words.
    pub(super) fn unknown(&mut self, element: &Element) {
        let words = words(element);
        if !words.trim().is_empty() {
            let name = &element.name;
            let what = bilingual!("元素 {name} 里的内容", "what is in the element {name}");
            self.flow.leave_out(
                Severity::Warning,
                what,
                &words,
                Some(bilingual!("如果属于正文，请把它打出来", "type it if it belongs to the text")),
            );
        }
    }

    pub(super) fn leave_out_deleted(&mut self, words: &str) {
        self.flow.leave_out(
            Severity::Warning,
            bilingual!("修订中删去的文字", "text deleted with tracked changes"),
            words,
            Some(bilingual!(
                "请先在 Word 里接受或拒绝修订",
                "accept or reject the changes in Word first"
            )),
        );
    }

    /// A content control around blocks.
    fn control(&mut self, control: &Element) {
        let properties = control.child("sdtPr");
        let gallery = properties
            .and_then(|properties| properties.child("docPartObj"))
            .and_then(|object| object.value("docPartGallery"));
        let Some(content) = control.child("sdtContent") else { return };
        if gallery.is_some_and(|gallery| gallery.starts_with("Table of Contents")) {
            let lines = content.descendants().into_iter().filter(|child| &*child.name == "p");
            self.contents.extend(lines.map(words));
        } else {
            self.blocks(content);
        }
    }

    /// Ends a table of contents that was being read.
    fn end_contents(&mut self) {
        if self.contents.is_empty() {
            return;
        }
        let mut lines = std::mem::take(&mut self.contents);
        let heads = |text: &str| {
            let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            matches!(squeezed.as_str(), "目录" | "目次" | "Contents" | "CONTENTS")
        };
        if self.cells.is_empty()
            && let Some(heading) = self.flow.take_back(heads)
        {
            lines.insert(0, heading);
        }
        lines.retain(|line| !line.trim().is_empty());
        let advice = bilingual!("网站会自己生成目录", "the site makes its own");
        self.flow.leave_out(
            Severity::Notice,
            bilingual!("目录", "the table of contents"),
            &lines.join(" / "),
            Some(advice),
        );
    }

    pub(super) fn push(&mut self, block: Block) {
        self.end_contents();
        match self.cells.last_mut() {
            Some(cell) => cell.push(block),
            None => self.flow.push(block),
        }
    }

    /// Adds text as paragraphs; page breaks in it part them.
    fn push_text(&mut self, text: &str, heading: bool) {
        for part in text.split('\u{c}') {
            let part = part.trim_end();
            if part.trim().is_empty() {
                continue;
            }
            let short = part.chars().count() <= LONGEST_HEADING
                && !part.contains(['。', '；', '\n'])
                && self.cells.is_empty();
            let part = part.to_owned();
            self.push(if heading && short { Block::Heading(part) } else { Block::Paragraph(part) });
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let deleted = mark
            .is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        let hidden = mark.is_some_and(|mark| mark.switch("vanish") || mark.switch("specVanish"));
        let in_contents = self.fields.in_contents();
        let mut inline = Inline::new(style);
        self.inline(paragraph, &mut inline);
        let listed = in_contents || self.fields.in_contents() || inline.contents;
        if listed || self.parts.styles.is_contents(style) {
            self.contents.push(inline.text);
            return;
        }
        self.tell_of(&inline);
        let text = std::mem::take(&mut self.carried) + &inline.text;
        if deleted || hidden {
            // Without its mark the paragraph goes on in the next; without text it is not counted.
            self.carried = text;
        } else {
            let label = self.label(properties, style);
            let heading = self.parts.styles.is_heading(style)
                || properties
                    .and_then(|p| p.number::<u8>("outlineLvl"))
                    .is_some_and(|level| level < 9);
            if !text.trim().is_empty() {
                self.push_text(&with_label(&label, &text), heading);
            }
        }
        for text_box in inline.boxes {
            self.text_box(text_box);
        }
    }

    /// Ends what was left open at the end of a part.
    pub fn end(&mut self) {
        let carried = std::mem::take(&mut self.carried);
        self.push_text(&carried, false);
        self.end_contents();
        self.fields = Fields::default();
    }

    fn label(&mut self, properties: Option<&Element>, style: Option<&str>) -> String {
        let own = properties.map(NumberSetting::of).unwrap_or_default();
        let inherited = self.parts.styles.number(style);
        let setting = NumberSetting {
            list: own.list.or(inherited.and_then(|(setting, _)| setting.list)),
            level: own.level.or(inherited.and_then(|(setting, _)| setting.level)),
        };
        match self.numbering.next(setting, inherited.map(|(_, id)| id)) {
            Some(Label::Number(label)) => label,
            Some(Label::Bullet(mark)) => {
                self.flow.leave_out(
                    Severity::Notice,
                    bilingual!("这一段前面的项目符号", "the bullet before this paragraph"),
                    &mark,
                    None,
                );
                String::new()
            }
            None => String::new(),
        }
    }
}

/// A number and the text behind it, never run together to another number.
fn with_label(label: &str, text: &str) -> String {
    let text = if label.is_empty() { text } else { text.trim_start() };
    let joins = |c: char| c.is_alphanumeric() && c.is_ascii() || c == '.' || c == '．';
    let touch = label.ends_with(joins) && text.starts_with(|c: char| c.is_ascii_alphanumeric());
    format!("{label}{}{text}", if touch { " " } else { "" })
}

/// Of content in several versions, the one that Word prefers.
pub fn alternative(element: &Element) -> &Element {
    let choice = element.child("Choice").filter(|choice| choice.elements().next().is_some());
    choice.or_else(|| element.child("Fallback")).unwrap_or(element)
}

/// All words within, deleted ones included, paragraphs and cells apart.
pub fn words(element: &Element) -> String {
    let mut words = String::new();
    for child in element.descendants() {
        match &*child.name {
            "t" | "delText" => words.push_str(&child.text()),
            "p" | "tc" | "tab" | "br" | "cr" if !words.is_empty() => words.push(' '),
            "textpath" => words.push_str(child.attribute("string").unwrap_or_default()),
            _ => {}
        }
    }
    words.trim().to_owned()
}
