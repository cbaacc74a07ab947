//! The text itself: paragraphs in order, and a word on everything that text has no room for.

use corpus::{Problem, Severity};

use super::numbering::Numbering;
use super::styles::{NumberSetting, Styles};
use super::tree::{Element, Node};
use crate::import::problem;

/// A longer paragraph in a heading style is text that someone wanted bold.
const LONGEST_HEADING: usize = 60;

/// Reads the body of a document, paragraph by paragraph.
#[derive(Debug)]
pub struct Body {
    styles: Styles,
    numbering: Numbering,
    lines: Vec<String>,
    problems: Vec<Problem>,
}

impl Body {
    /// A reader that knows the document's styles and lists.
    pub fn new(styles: Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, lines: Vec::new(), problems: Vec::new() }
    }

    /// Reads blocks: paragraphs, tables, and what wraps them.
    pub fn read(&mut self, container: &Element) {
        for element in container.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                // Content controls, custom XML, tracked insertions: their content counts.
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" => {
                    self.read(element);
                }
                "AlternateContent" => self.read(alternative(element)),
                _ => {}
            }
        }
    }

    /// The text with one paragraph a line, and what was met.
    pub fn finish(self) -> (String, Vec<Problem>) {
        let mut text = self.lines.join("\n");
        text.push('\n');
        (text, self.problems)
    }

    /// Something to look at, on the line that comes next.
    fn tell(&mut self, severity: Severity, message: &str) {
        let line = self.lines.iter().map(|text| 1 + text.matches('\n').count() as u32).sum::<u32>();
        self.problems.push(problem(severity, line + 1, 1, message));
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.child("pPr");
        let style = properties.and_then(|properties| properties.value("pStyle"));
        let label = self.label(properties, style);
        let mut text = String::new();
        let mut boxes = Vec::new();
        self.runs(paragraph, &mut text, &mut boxes);
        let text = text.trim_end().to_owned();
        let heading = self.styles.is_heading(style)
            || properties.and_then(|p| p.number::<u8>("outlineLvl")).is_some_and(|level| level < 9);
        let line = if text.trim().is_empty() {
            String::new()
        } else {
            let full =
                format!("{label}{}", if label.is_empty() { &text } else { text.trim_start() });
            let short =
                full.chars().count() <= LONGEST_HEADING && !full.contains(['。', '；', '\n']);
            if heading && short { format!("## {full}") } else { full }
        };
        // A blank line between paragraphs, as Markdown has it.
        if !line.is_empty() {
            if !self.lines.is_empty() {
                self.lines.push(String::new());
            }
            self.lines.push(line);
        }
        for text_box in boxes {
            self.tell(Severity::Warning, "this text stands in a text box; check where it belongs");
            self.read(text_box);
        }
    }

    fn label(&mut self, properties: Option<&Element>, style: Option<&str>) -> String {
        let own = properties.map(NumberSetting::of).unwrap_or_default();
        let inherited = self.styles.number(style);
        let setting = NumberSetting {
            list: own.list.or(inherited.and_then(|(setting, _)| setting.list)),
            level: own.level.or(inherited.and_then(|(setting, _)| setting.level)),
        };
        match self.numbering.next(setting, inherited.map(|(_, id)| id)) {
            Some(Ok(label)) => label,
            Some(Err(what)) => {
                let message = format!("{what} before this paragraph is left out");
                self.tell(Severity::Notice, &message);
                String::new()
            }
            None => String::new(),
        }
    }

    /// Reads what a paragraph is made of.
    fn runs<'e>(&mut self, element: &'e Element, text: &mut String, boxes: &mut Vec<&'e Element>) {
        for child in element.elements() {
            match child.name.as_str() {
                "pPr" | "rPr" | "instrText" | "delText" | "fldData" | "rt" => {}
                "r" if child.child("rPr").is_some_and(|p| p.switch("vanish")) => {
                    self.tell(Severity::Warning, "hidden text in this paragraph is left out");
                }
                "t" | "oMath" | "oMathPara" => text.push_str(&child.text()),
                "tab" => text.push(' '),
                "br" if matches!(child.attribute("type"), Some("page" | "column")) => {}
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('\u{2011}'),
                "del" | "moveFrom" => {
                    self.tell(
                        Severity::Warning,
                        "text deleted with tracked changes is left out; accept or reject the \
                         changes in Word first",
                    );
                }
                "ins" | "moveTo" => {
                    self.tell(
                        Severity::Warning,
                        "text inserted with tracked changes is taken over; accept or reject the \
                         changes in Word first",
                    );
                    self.runs(child, text, boxes);
                }
                "footnoteReference" | "endnoteReference" => {
                    self.tell(Severity::Warning, "a footnote of this paragraph is left out");
                }
                "commentReference" => {
                    self.tell(Severity::Notice, "a comment on this paragraph is left out");
                }
                "sym" => self.tell(
                    Severity::Warning,
                    "a symbol from a special font is left out; put the real character there",
                ),
                "drawing" | "pict" | "object" => self.picture(child, boxes),
                "AlternateContent" => self.runs(alternative(child), text, boxes),
                _ => self.runs(child, text, boxes),
            }
        }
    }

    fn picture<'e>(&mut self, element: &'e Element, boxes: &mut Vec<&'e Element>) {
        let before = boxes.len();
        collect_boxes(element, boxes);
        if boxes.len() == before {
            self.tell(Severity::Warning, "a picture in this paragraph is left out");
        }
    }

    /// A table: a line for each row, its cells apart by a wide space.
    fn table(&mut self, table: &Element) {
        self.tell(
            Severity::Warning,
            "a table is taken over row by row, its cells apart by spaces; check it",
        );
        for row in table.elements().filter(|child| child.name == "tr") {
            let cells: Vec<String> = row
                .elements()
                .filter(|child| child.name == "tc")
                .map(|cell| {
                    let mut inner = String::new();
                    for paragraph in cell.elements().filter(|child| child.name == "p") {
                        self.runs(paragraph, &mut inner, &mut Vec::new());
                    }
                    inner.replace('\n', " ").trim().to_owned()
                })
                .collect();
            let line = cells.join("　");
            if !line.trim().is_empty() {
                self.lines.push(String::new());
                self.lines.push(line.trim().to_owned());
            }
        }
    }
}

/// Of content in several versions, the one that Word prefers.
fn alternative(element: &Element) -> &Element {
    element.child("Choice").or_else(|| element.child("Fallback")).unwrap_or(element)
}

fn collect_boxes<'e>(element: &'e Element, boxes: &mut Vec<&'e Element>) {
    for child in &element.children {
        if let Node::Element(child) = child {
            if child.name == "txbxContent" {
                boxes.push(child);
            } else {
                collect_boxes(child, boxes);
            }
        }
    }
}
