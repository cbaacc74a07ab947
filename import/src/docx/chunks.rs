//! Documents embedded in the document (`w:altChunk`): web pages, plain text, other Word files.

use corpus::{Severity, bilingual};

use super::reader::Reader;
use crate::flow::Block;
use crate::format::{self, Format};
use crate::{html, text};

impl Reader<'_> {
    pub(super) fn chunk(&mut self, id: Option<&str>) {
        let target = id.and_then(|id| self.parts.relationships.get(id));
        let Some((name, bytes)) = target.and_then(|target| {
            Some((target.target.clone(), self.parts.chunks.get(&target.target)?.clone()))
        }) else {
            let what = bilingual!("嵌入的文档", "an embedded document");
            let advice =
                bilingual!("请用 Word 打开，重新保存", "open the file in Word and save it again");
            self.flow.leave_out(Severity::Warning, what, "", Some(advice));
            return;
        };
        let message = bilingual!(
            "这里带进了嵌入的文档（{name}）；请核对",
            "an embedded document ({name}) is taken over here; check it"
        );
        match format::of(&bytes, &name) {
            Format::Html => {
                let (text, _) = text::encoding::lossy(&bytes);
                match html::blocks(&text) {
                    Ok(blocks) => {
                        self.flow.tell(Severity::Warning, message);
                        for block in blocks {
                            self.push(block);
                        }
                    }
                    Err(error) => self.flow.tell(Severity::Error, error.wording()),
                }
            }
            Format::Text => {
                self.flow.tell(Severity::Warning, message);
                let (text, _) = text::encoding::lossy(&bytes);
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.for_each(|line| self.push(Block::Paragraph(line.to_owned())));
            }
            Format::Docx if self.parts.depth < 3 => {
                match super::document::blocks(&bytes, self.parts.depth + 1) {
                    Ok(blocks) => {
                        self.flow.tell(Severity::Warning, message);
                        for block in blocks {
                            self.push(block);
                        }
                    }
                    Err(error) => self.flow.tell(Severity::Error, error.wording()),
                }
            }
            _ => {
                let (words, _) = text::encoding::lossy(&bytes);
                let what = bilingual!("嵌入的文档（{name}）", "an embedded document ({name})");
                let advice = bilingual!(
                    "请用 Word 打开，重新保存",
                    "open the file in Word and save it again"
                );
                let words: String = words.chars().filter(|c| !c.is_control()).take(2_000).collect();
                self.flow.leave_out(Severity::Error, what, &words, Some(advice));
            }
        }
    }
}
