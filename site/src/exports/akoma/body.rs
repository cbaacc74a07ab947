//! The document itself: preface, parts, provisions, sentences.

use std::fmt::Write as _;

use corpus::{
    Block, Division, DocumentKind, Library, Paragraph, Provision, Sentence, Translation, Unit,
    UnitRef,
};

use super::eid;
use super::meta::{kind_name, meta};
use crate::exports::escape::xml;
use crate::exports::explained::Explained;
use crate::exports::reading::{AnnotatedEdition, Run};

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The Akoma Ntoso file of an edition, in its own language or (`into`) in a translation.
pub fn document<'a>(
    library: &Library,
    reading: &AnnotatedEdition<'a>,
    explained: &Explained<'_>,
    into: Option<&'a Translation>,
) -> String {
    let document = &reading.edition.document;
    let (root, body) =
        if document.kind == DocumentKind::Law { ("act", "body") } else { ("doc", "mainBody") };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"{NAMESPACE}\">\n  \
         <{root} name=\"{}\">\n",
        kind_name(document.kind)
    );
    meta(library, reading, explained, into, &mut out);
    let mut writer = Writer { reading, kind: document.kind, into, out, open: Vec::new() };
    writer.preface(&document.title);
    writer.line(2, &format!("<{body}>"));
    writer.units();
    writer.line(2, &format!("</{body}>"));
    let _ = write!(writer.out, "  </{root}>\n</akomaNtoso>\n");
    writer.out
}

struct Writer<'r, 'a> {
    reading: &'r AnnotatedEdition<'a>,
    kind: DocumentKind,
    into: Option<&'a Translation>,
    out: String,
    /// Parts that are open, outer before inner.
    open: Vec<&'r Division>,
}

impl<'r, 'a> Writer<'r, 'a> {
    fn line(&mut self, depth: usize, markup: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(markup);
        self.out.push('\n');
    }

    fn preface(&mut self, title: &'r [Sentence]) {
        self.line(2, "<preface>");
        self.line(3, "<longTitle eId=\"title\">");
        for line in title {
            let id = eid::sentence(self.kind, &Unit::Title, line.number);
            let text = self.words(&Unit::Title, line);
            self.line(4, &format!("<p><docTitle eId=\"{id}\">{text}</docTitle></p>"));
        }
        if title.is_empty() {
            self.line(4, "<p/>");
        }
        self.line(3, "</longTitle>");
        self.line(2, "</preface>");
    }

    fn units(&mut self) {
        let reading: &'r AnnotatedEdition<'a> = self.reading;
        let mut index = 0;
        for unit in reading.edition.document.units() {
            match unit {
                UnitRef::Title(_) => {}
                UnitRef::Division(division) => {
                    self.close(|open| open.depth < division.depth);
                    self.part(division);
                    self.open.push(division);
                }
                UnitRef::Provision(provision) => {
                    self.close(|open| open.provisions.contains(&index));
                    self.provision(provision, index);
                    index += 1;
                }
            }
        }
        self.close(|_| false);
    }

    /// Closes the open parts from the innermost outwards until one is to stay open.
    fn close(&mut self, stays: impl Fn(&Division) -> bool) {
        while let Some(last) = self.open.last() {
            if stays(last) {
                return;
            }
            self.open.pop();
            self.line(3 + self.open.len(), "</part>");
        }
    }

    fn part(&mut self, division: &'r Division) {
        let unit = Unit::Division(division.number.clone());
        let depth = 3 + self.open.len();
        self.line(depth, &format!("<part eId=\"{}\">", eid::unit(self.kind, &unit)));
        self.num(depth + 1, &division.label);
        let heading = self.sentence(&unit, &division.title);
        self.line(depth + 1, &format!("<heading>{heading}</heading>"));
    }

    fn num(&mut self, depth: usize, label: &str) {
        if !label.is_empty() {
            self.line(depth, &format!("<num>{}</num>", xml(label)));
        }
    }

    fn provision(&mut self, provision: &'r Provision, index: u32) {
        let unit = Unit::Provision(provision.number.clone());
        let (id, depth) = (eid::unit(self.kind, &unit), 3 + self.open.len());
        let element = eid::provision_element(self.kind);
        let inner = if self.kind == DocumentKind::Law { "paragraph" } else { "subparagraph" };
        let prefix = if self.kind == DocumentKind::Law { "para" } else { "subpara" };
        self.line(depth, &format!("<{element} eId=\"{id}\">"));
        self.num(depth + 1, &provision.label);
        if let Some(title) = &provision.title {
            let heading = self.sentence(&unit, title);
            self.line(depth + 1, &format!("<heading>{heading}</heading>"));
        }
        let reading: &'r AnnotatedEdition<'a> = self.reading;
        let mut number = 1;
        for block in reading.edition.document.body(index as usize) {
            self.line(depth + 1, &format!("<{inner} eId=\"{id}__{prefix}_{number}\">"));
            match block {
                Block::Paragraph(paragraph) => {
                    self.num(depth + 2, &paragraph.label);
                    let text = self.paragraph(&unit, paragraph);
                    self.line(depth + 2, &format!("<content><p>{text}</p></content>"));
                    number += 1;
                }
                Block::Table(rows, head) => {
                    self.line(depth + 2, "<content>");
                    self.table(depth + 3, &unit, rows, head);
                    self.line(depth + 2, "</content>");
                    number += rows.len();
                }
            }
            self.line(depth + 1, &format!("</{inner}>"));
        }
        if provision.paragraphs.is_empty() {
            self.line(depth + 1, "<content><p/></content>");
        }
        self.line(depth, &format!("</{element}>"));
    }

    fn paragraph(&self, unit: &Unit, paragraph: &'r Paragraph) -> String {
        let gap = if self.into.is_some() { " " } else { "" };
        let sentences: Vec<String> =
            paragraph.sentences.iter().map(|sentence| self.sentence(unit, sentence)).collect();
        sentences.join(gap)
    }

    /// A table; each row has the eId of its sentence.
    fn table(&mut self, depth: usize, unit: &Unit, rows: &'r [Paragraph], head: bool) {
        self.line(depth, "<table>");
        for (index, row) in rows.iter().flat_map(|row| &row.sentences).enumerate() {
            let tag = if head && index == 0 { "th" } else { "td" };
            let mut markup = format!("<tr eId=\"{}\">", eid::sentence(self.kind, unit, row.number));
            for cell in self.reading.cells(self.into, unit, row) {
                let lines: Vec<String> = cell.iter().map(|line| self.runs(line)).collect();
                let _ = write!(markup, "<{tag}><p>{}</p></{tag}>", lines.join("<br/>"));
            }
            markup.push_str("</tr>");
            self.line(depth + 1, &markup);
        }
        self.line(depth, "</table>");
    }

    fn sentence(&self, unit: &Unit, sentence: &'r Sentence) -> String {
        let id = eid::sentence(self.kind, unit, sentence.number);
        format!("<inline name=\"sentence\" eId=\"{id}\">{}</inline>", self.words(unit, sentence))
    }

    /// The words of a sentence; an erratum is a reference to its note, right behind the words.
    fn words(&self, unit: &Unit, sentence: &'r Sentence) -> String {
        if let Some(translation) = self.into {
            let text = self.reading.translated(translation, unit, sentence.number);
            return if let Some(text) = text {
                self.reading.raised(text)
            } else {
                let text = self.reading.raised(&sentence.text);
                format!("<span xml:lang=\"zh-Hans\">{text}</span>")
            };
        }
        self.runs(&self.reading.runs(unit, sentence))
    }

    fn runs(&self, runs: &[Run<'_>]) -> String {
        let all = &self.reading.edition.errata;
        let mut words = String::new();
        for run in runs {
            match *run {
                Run::Plain(text) => words.push_str(&self.reading.raised(text)),
                Run::Noted(printed, erratum) => {
                    let number = all.iter().position(|e| e == erratum).map_or(0, |at| at + 1);
                    words.push_str(&xml(printed));
                    let _ =
                        write!(words, "<noteRef href=\"#erratum-{number}\" marker=\"{number}\"/>");
                }
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::super::eid;
    use super::*;
    use crate::sample;

    #[test]
    fn the_file_is_as_reviewed() {
        let library = sample::library();
        let explained = Explained::new(&library);
        for edition in &library.editions {
            let xml = document(&library, &AnnotatedEdition::new(edition), &explained, None);
            insta::assert_snapshot!(edition.document.id.0.as_str(), xml);
        }
    }

    /// What the guide promises: each unit and each sentence has the eId of its address, once.
    #[test]
    fn eids_are_unique_and_cover_every_address() {
        for library in [sample::library(), sample::hostile()] {
            let explained = Explained::new(&library);
            for edition in &library.editions {
                let reading = AnnotatedEdition::new(edition);
                for into in [None, edition.translations.first()] {
                    let xml = document(&library, &reading, &explained, into);
                    let found: Vec<&str> = xml
                        .split(" eId=\"")
                        .skip(1)
                        .filter_map(|rest| rest.split('"').next())
                        .collect();
                    let mut unique = found.clone();
                    unique.sort_unstable();
                    unique.dedup();
                    assert_eq!(unique.len(), found.len());
                    for (unit, sentence) in edition.document.sentences() {
                        let id = eid::sentence(edition.document.kind, &unit, sentence.number);
                        assert!(found.contains(&id.as_str()), "{id}");
                    }
                }
            }
        }
    }

    #[test]
    fn hostile_text_stays_well_formed() {
        let library = sample::hostile();
        let explained = Explained::new(&library);
        for edition in &library.editions {
            let xml = document(&library, &AnnotatedEdition::new(edition), &explained, None);
            let mut reader = quick_xml::Reader::from_str(&xml);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            assert!(!xml.contains("<script") && !xml.contains("<img"));
        }
    }
}
