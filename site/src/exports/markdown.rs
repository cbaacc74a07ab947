//! Markdown: headings for title, divisions and provisions, a paragraph each for the text, and
//! errata as footnotes. Addresses stand as anchors before what they name.

use std::fmt::Write as _;

use corpus::notes::Piece;
use corpus::{Block, Paragraph, Sentence, Translation, Unit, UnitRef};

use super::escape;
use super::reading::{AnnotatedEdition, Run, erratum_note, gap};

/// The Markdown of an edition, in its own language or (`into`) in a translation.
pub fn markdown<'a>(reading: &AnnotatedEdition<'a>, into: Option<&'a Translation>) -> String {
    let mut writer = Writer { reading, into, notes: Vec::new() };
    let document = &reading.edition.document;
    let mut out = String::new();
    let mut index = 0;
    for unit in document.units() {
        let address = unit.unit();
        match unit {
            UnitRef::Title(lines) => {
                let lines: Vec<String> =
                    lines.iter().map(|line| writer.sentence(&address, line)).collect();
                let _ = writeln!(out, "# {}", lines.join(" "));
            }
            UnitRef::Division(division) => {
                let hashes = "#".repeat(2 + usize::from(division.depth.min(2)));
                let title = writer.sentence(&address, &division.title);
                let label = escape::markdown(&division.label);
                out.push_str(&anchor(&address));
                let _ = writeln!(out, "{hashes} {label}{}{title}", writer.gap(&label));
            }
            UnitRef::Provision(provision) => {
                index += 1;
                out.push_str(&anchor(&address));
                let label = escape::markdown(&provision.label);
                if !label.is_empty() || provision.title.is_some() {
                    let title = provision.title.as_ref().map(|t| writer.sentence(&address, t));
                    let title = title.unwrap_or_default();
                    let _ = writeln!(out, "##### {label}{}{title}", writer.gap(&label));
                }
                for block in document.body(index - 1) {
                    let block = match block {
                        Block::Paragraph(paragraph) => writer.paragraph(&address, paragraph),
                        Block::Table(rows, head) => writer.table(&address, rows, head),
                    };
                    let _ = write!(out, "\n{block}\n");
                }
            }
        }
    }
    if !writer.notes.is_empty() {
        out.push('\n');
        out.push_str(&writer.notes.concat());
    }
    out
}

/// An anchor that carries the unit's address.
fn anchor(unit: &Unit) -> String {
    format!("\n<a id=\"{unit}\"></a>\n\n")
}

struct Writer<'r, 'a> {
    reading: &'r AnnotatedEdition<'a>,
    into: Option<&'a Translation>,
    notes: Vec<String>,
}

impl Writer<'_, '_> {
    fn gap(&self, label: &str) -> &'static str {
        if self.into.is_some() && !label.is_empty() { " " } else { gap(label) }
    }

    fn paragraph(&mut self, unit: &Unit, paragraph: &Paragraph) -> String {
        let gap = if self.into.is_some() { " " } else { "" };
        let sentences: Vec<String> =
            paragraph.sentences.iter().map(|sentence| self.sentence(unit, sentence)).collect();
        let label = escape::markdown(&paragraph.label);
        format!("{label}{}{}", self.gap(&label), sentences.join(gap))
    }

    fn sentence(&mut self, unit: &Unit, sentence: &Sentence) -> String {
        if let Some(translation) = self.into {
            let text = self.reading.translated(translation, unit, sentence.number);
            return self.words(text.unwrap_or(&sentence.text), true);
        }
        let runs = self.reading.runs(unit, sentence);
        self.runs(&runs)
    }

    fn runs(&mut self, runs: &[Run<'_>]) -> String {
        let mut out = String::new();
        for (index, run) in runs.iter().enumerate() {
            match *run {
                Run::Plain(text) => out.push_str(&self.words(text, index == 0)),
                Run::Noted(printed, erratum) => {
                    let number = self.notes.len() + 1;
                    // The numbers of the text's own notes are its own.
                    let own = if self.reading.notes.is_empty() { "" } else { "勘" };
                    let _ = write!(out, "{}[^{own}{number}]", escape::markdown(printed));
                    let note = escape::markdown(&erratum_note(printed, erratum, false));
                    self.notes.push(format!("[^{own}{number}]: {note}\n"));
                }
            }
        }
        out
    }

    /// Text with the marks of its notes, which are those of Markdown. In the middle of a line no
    /// character begins a block.
    fn words(&self, text: &str, begins: bool) -> String {
        let first = self.reading.notes.pieces(text).first().copied();
        let words = |words: &str| {
            if begins && first == Some(Piece::Words(words)) {
                return escape::markdown(words);
            }
            escape::markdown(&format!("。{words}"))["。".len()..].to_owned()
        };
        let mark =
            |label: &str, stands: bool| format!("[^{label}]{}", if stands { ": " } else { "" });
        self.reading.marked(text, words, mark)
    }

    /// A table has to have a head: where the source names no columns, it is empty.
    fn table(&mut self, unit: &Unit, rows: &[Paragraph], head: bool) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut columns = 0;
        for row in rows.iter().flat_map(|row| &row.sentences) {
            let cells = self.reading.cells(self.into, unit, row);
            columns = columns.max(cells.len());
            let mut line = "|".to_owned();
            for cell in &cells {
                let parts: Vec<String> = cell.iter().map(|part| self.runs(part)).collect();
                let _ = write!(line, " {} |", parts.join("<br>"));
            }
            lines.push(line);
        }
        let ruler = format!("|{}", " --- |".repeat(columns));
        if head {
            lines.insert(1.min(lines.len()), ruler);
        } else {
            lines.splice(0..0, [format!("|{}", "  |".repeat(columns)), ruler]);
        }
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn errata_are_footnotes_and_the_text_is_unchanged() {
        let library = sample::library();
        let text = markdown(&AnnotatedEdition::new(&library.editions[0]), None);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn hostile_text_stays_text() {
        let library = sample::hostile();
        for edition in &library.editions {
            let reading = AnnotatedEdition::new(edition);
            for into in [None, edition.translations.first()] {
                let text = markdown(&reading, into);
                assert!(!text.replace("\\<", "").contains("<script"), "{text}");
                assert!(!text.replace("\\<", "").contains("<img"), "{text}");
            }
        }
    }
}
