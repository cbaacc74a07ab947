//! Pictures, charts and text boxes: boxes are text, of the rest the words are told.

use corpus::{Severity, bilingual};

use super::reader::{Reader, alternative, words};
use crate::xml::Element;

impl Reader<'_> {
    pub(super) fn picture<'e>(&mut self, element: &'e Element, boxes: &mut Vec<&'e Element>) {
        let before = boxes.len();
        let mut told = Vec::new();
        self.collect(element, boxes, &mut told);
        if boxes.len() > before && told.is_empty() {
            return;
        }
        let what = if &*element.name == "object" {
            bilingual!("这一段里嵌入的对象", "an embedded object in this paragraph")
        } else {
            bilingual!("这一段里的图片", "a picture in this paragraph")
        };
        let advice = bilingual!(
            "如果正文需要其中的文字，请打在原来的位置",
            "type its words where they belong, if the text needs them"
        );
        self.flow.leave_out(Severity::Warning, what, &told.join(" / "), Some(advice));
    }

    /// Finds text boxes, and the words of everything else that is drawn.
    fn collect<'e>(
        &self,
        element: &'e Element,
        boxes: &mut Vec<&'e Element>,
        told: &mut Vec<String>,
    ) {
        for child in element.elements() {
            match &*child.name {
                "txbxContent" => boxes.push(child),
                "AlternateContent" => self.collect(alternative(child), boxes, told),
                "docPr" | "cNvPr" => {
                    let description = child.attribute("descr").or(child.attribute("title"));
                    told.extend(description.filter(|text| !text.is_empty()).map(str::to_owned));
                }
                "textpath" => told.extend(child.attribute("string").map(str::to_owned)),
                "t" => told.push(child.text()),
                _ => {
                    let drawn = ["id", "dm"].iter().filter_map(|name| child.attribute(name));
                    told.extend(drawn.filter_map(|id| self.parts.drawn.get(id)).cloned());
                    self.collect(child, boxes, told);
                }
            }
        }
    }

    pub(super) fn text_box(&mut self, text_box: &Element) {
        if words(text_box).is_empty() {
            return;
        }
        let message = bilingual!(
            "这些文字在文本框里；请核对它是不是应当在这里",
            "this text stands in a text box; check that it belongs here"
        );
        self.flow.tell(Severity::Warning, message);
        self.blocks(text_box);
    }
}
