//! The whole Word file: finds its parts, reads them in order, and tells what nobody asked for.

use std::collections::HashMap;

use corpus::{Severity, bilingual};

use super::notes::{NoteTexts, texts};
use super::numbering::Numbering;
use super::reader::{Reader, words};
use super::styles::Styles;
use crate::flow::{Block, Flow, Imported};
use crate::limits::ImportError;
use crate::package::{Package, Relationship};
use crate::xml::Element;

/// What the text of a document needs beside itself.
#[derive(Default)]
pub struct Parts {
    pub(super) styles: Styles,
    pub(super) relationships: HashMap<String, Relationship>,
    pub(super) footnotes: NoteTexts,
    pub(super) endnotes: NoteTexts,
    pub(super) comments: NoteTexts,
    /// Words of charts and diagrams by the id under which the text draws them.
    pub(super) drawn: HashMap<String, String>,
    /// Embedded documents by name.
    pub(super) chunks: HashMap<String, Vec<u8>>,
    /// How deep this document is embedded in others.
    pub(super) depth: u8,
}

/// The text of a Word file, and what in it needs a look.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    flow(bytes, 0)?.finish(true)
}

/// The blocks of a Word file embedded in another.
pub fn blocks(bytes: &[u8], depth: u8) -> Result<Vec<Block>, ImportError> {
    Ok(flow(bytes, depth)?.blocks().to_vec())
}

fn flow(bytes: &[u8], depth: u8) -> Result<Flow, ImportError> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let document = package
        .xml(&main)?
        .ok_or_else(|| ImportError::damaged(&main, bilingual!("缺少这一部分", "it is missing")))?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let relationships = package.relationships(&main)?;
    let mut parts = Parts { relationships, depth, ..Parts::default() };
    let mut source = Source { package, folder, relationships: parts.relationships.clone() };
    parts.styles = source.xml("styles")?.as_ref().map(Styles::new).unwrap_or_default();
    let mut numbering = source.xml("numbering")?.as_ref().map(Numbering::new).unwrap_or_default();
    numbering.link(&parts.styles);
    for (kind, name, notes) in [
        ("footnotes", "footnote", &mut parts.footnotes),
        ("endnotes", "endnote", &mut parts.endnotes),
        ("comments", "comment", &mut parts.comments),
    ] {
        *notes = source.xml(kind)?.map(|part| texts(part, name)).unwrap_or_default();
    }
    source.embedded(&mut parts)?;
    let mut reader = Reader::new(&parts, numbering);
    reader.blocks(document.child("body").unwrap_or(&document));
    reader.end();
    reader.end_notes();
    reader.end();
    for part in source.margins()? {
        reader.margin(&part);
    }
    source.rest(&mut reader.flow)?;
    reader.flow.within()?;
    Ok(reader.flow)
}

/// The main part's name: what the container's relationships say, else where Word puts it.
fn main_part(package: &mut Package<'_>) -> Result<String, ImportError> {
    let relationships = package.relationships("")?;
    let named = relationships.into_values().find(|to| to.kind == "officeDocument");
    let main = named.map(|to| to.target).filter(|name| package.has(name));
    main.or_else(|| package.has("word/document.xml").then(|| "word/document.xml".to_owned()))
        .ok_or_else(|| {
            ImportError::damaged("word/document.xml", bilingual!("缺少这一部分", "it is missing"))
        })
}

struct Source<'a> {
    package: Package<'a>,
    folder: String,
    relationships: HashMap<String, Relationship>,
}

impl Source<'_> {
    /// The part of this kind: by relationship, else by its usual name.
    fn xml(&mut self, kind: &str) -> Result<Option<Element>, ImportError> {
        let named = self.relationships.values().find(|to| to.kind == kind && !to.external);
        let usual = format!("{}/{kind}.xml", self.folder);
        let name = named.map_or(usual, |to| to.target.clone());
        self.package.xml(&name)
    }

    /// Reads charts, diagrams and embedded documents.
    fn embedded(&mut self, parts: &mut Parts) -> Result<(), ImportError> {
        for (id, to) in self.relationships.clone() {
            match to.kind.as_str() {
                "aFChunk" if !to.external => {
                    if let Some(bytes) = self.package.bytes(&to.target)? {
                        parts.chunks.insert(to.target.clone(), bytes);
                    }
                }
                "chart" | "chartEx" | "diagramData" => {
                    if let Some(part) = self.package.xml(&to.target)? {
                        parts.drawn.insert(id, drawn_words(&part));
                    }
                }
                // Other forms of the same diagrams.
                "diagramLayout" | "diagramQuickStyle" | "diagramColors" | "diagramDrawing" => {
                    self.package.bytes(&to.target)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// All headers and footers, in the order of their names.
    fn margins(&mut self) -> Result<Vec<Element>, ImportError> {
        let related = |to: &&Relationship| matches!(to.kind.as_str(), "header" | "footer");
        let mut names: Vec<String> =
            self.relationships.values().filter(related).map(|to| to.target.clone()).collect();
        let usual = |name: &String| {
            let file = name.strip_prefix(&format!("{}/", self.folder.to_lowercase()));
            file.is_some_and(|file| file.starts_with("header") || file.starts_with("footer"))
                && name.ends_with(".xml")
        };
        names.extend(self.package.unread().into_iter().filter(usual));
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup_by_key(|name| name.to_lowercase());
        let mut parts = Vec::new();
        for name in names {
            parts.extend(self.package.xml(&name)?);
        }
        Ok(parts)
    }

    /// Tells of every part that has words and was not read.
    fn rest(&mut self, flow: &mut Flow) -> Result<(), ImportError> {
        for name in self.package.unread() {
            let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
            let what = bilingual!("文件里的 {name}", "the part {name}");
            match extension {
                "xml" if name.starts_with(&self.folder.to_lowercase()) => {
                    // A part that is no XML has no words to tell.
                    let Ok(Some(part)) = self.package.xml(&name) else { continue };
                    let words = words(&part);
                    let known = ["settings", "fonttable", "websettings", "theme", "glossary"];
                    if !words.is_empty() && !known.iter().any(|known| name.contains(known)) {
                        flow.leave_out(Severity::Warning, what, &words, None);
                    }
                }
                "html" | "htm" | "xhtml" | "mht" | "mhtml" | "txt" | "rtf" | "docx" | "doc"
                | "xlsx" | "xls" | "pptx" | "ppt" | "pdf" => {
                    let bytes = self.package.bytes(&name)?.unwrap_or_default();
                    let (text, _) = crate::text::encoding::lossy(&bytes);
                    let readable = !bytes.contains(&0);
                    let words: String = text.chars().take(2_000).collect();
                    let words = if readable { words } else { String::new() };
                    flow.leave_out(
                        Severity::Warning,
                        what,
                        &words,
                        Some(bilingual!(
                            "请用 Word 打开，复制里面的文字",
                            "open it in Word and copy its text"
                        )),
                    );
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The words of a chart or diagram.
fn drawn_words(part: &Element) -> String {
    let shown =
        part.descendants().into_iter().filter(|element| matches!(&*element.name, "t" | "v"));
    shown.map(Element::text).collect::<Vec<_>>().join(" ")
}
