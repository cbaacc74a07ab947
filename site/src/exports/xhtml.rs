//! Markup that the single page and the book share: well-formed as XML and valid as HTML, without
//! script, with every text escaped.

use std::fmt::Write as _;

use corpus::languages::{self, Direction};
use corpus::{
    Block, Division, DocumentId, Edition, Locale, Paragraph, Provision, Sentence, Unit, UnitRef,
};

mod around;
mod passages;

use super::escape::xml;
use super::explained::Explained;
use super::reading::{AnnotatedEdition, Cell, Run, gap};

/// The anchor of a unit or of one of its sentences.
pub fn anchor(unit: &Unit, sentence: Option<u16>) -> String {
    match sentence {
        Some(number) => format!("u-{unit}-s{number}"),
        None => format!("u-{unit}"),
    }
}

/// Writes the markup of one edition.
pub struct Markup<'r, 'a> {
    /// The edition.
    pub reading: &'r AnnotatedEdition<'a>,
    /// What explains what.
    pub explained: &'r Explained<'a>,
    /// The file that holds the errata's notes; empty where they are in the same file.
    pub notes_file: &'static str,
    /// The page of another document (`id` → address), if it can be linked to.
    pub other_page: fn(&DocumentId) -> Option<String>,
}

impl Markup<'_, '_> {
    /// The title lines, with their translations.
    pub fn title(&self) -> String {
        let mut out = String::from("<h1>");
        let lines: Vec<String> = self
            .reading
            .edition
            .document
            .title
            .iter()
            .map(|line| self.sentence(&Unit::Title, line))
            .collect();
        out.push_str(&lines.join("<br/>"));
        out.push_str("</h1>\n");
        out.push_str(&self.translations(&Unit::Title, &self.reading.edition.document.title));
        out
    }

    /// A heading, text and passages of one unit.
    pub fn unit(&self, unit: &UnitRef<'_>) -> String {
        match unit {
            UnitRef::Title(_) => self.title(),
            UnitRef::Division(division) => self.division(division),
            UnitRef::Provision(provision) => self.provision(provision),
        }
    }

    fn division(&self, division: &Division) -> String {
        let unit = Unit::Division(division.number.clone());
        let level = 2 + division.depth.min(2);
        format!(
            "<h{level} id=\"{}\">{}{}{}</h{level}>\n{}{}",
            anchor(&unit, None),
            xml(&division.label),
            gap(&division.label),
            self.sentence(&unit, &division.title),
            self.translations(&unit, std::slice::from_ref(&division.title)),
            self.passages(&unit),
        )
    }

    fn provision(&self, provision: &Provision) -> String {
        let document = &self.reading.edition.document;
        let unit = Unit::Provision(provision.number.clone());
        let index = document.provisions.iter().position(|p| p.number == provision.number);
        let depth = index.and_then(|index| document.division_of(index)).map(|d| d.depth.min(2));
        let level = depth.map_or(2, |depth| 3 + depth);
        let mut out = format!("<section class=\"provision\" id=\"{}\">\n", anchor(&unit, None));
        if !provision.label.is_empty() || provision.title.is_some() {
            let title = provision.title.as_ref().map(|title| self.sentence(&unit, title));
            let _ = writeln!(
                out,
                "<h{level}>{}{}</h{level}>",
                xml(&provision.label),
                title.unwrap_or_default()
            );
            out.push_str(&self.translations(&unit, provision.title.as_slice()));
        }
        for block in index.map(|index| document.body(index)).unwrap_or_default() {
            out.push_str(&match block {
                Block::Paragraph(paragraph) => self.paragraph(&unit, paragraph),
                Block::Table(rows, head) => self.table(&unit, rows, head),
            });
        }
        out.push_str(&self.passages(&unit));
        out.push_str(&self.explains(&unit));
        out.push_str("</section>\n");
        out
    }

    fn paragraph(&self, unit: &Unit, paragraph: &Paragraph) -> String {
        let text: String = paragraph.sentences.iter().map(|s| self.sentence(unit, s)).collect();
        let (label, gap) = (xml(&paragraph.label), gap(&paragraph.label));
        format!("<p>{label}{gap}{text}</p>\n{}", self.translations(unit, &paragraph.sentences))
    }

    fn sentence(&self, unit: &Unit, sentence: &Sentence) -> String {
        let id = anchor(unit, Some(sentence.number));
        format!(
            "<span id=\"{}\">{}</span>",
            xml(&id),
            self.runs(&self.reading.runs(unit, sentence))
        )
    }

    fn runs(&self, runs: &[Run<'_>]) -> String {
        let mut out = String::new();
        for run in runs {
            match *run {
                Run::Plain(text) => out.push_str(&self.reading.raised(text)),
                Run::Noted(printed, erratum) => {
                    let all = &self.reading.edition.errata;
                    let number = all.iter().position(|e| e == erratum).map_or(0, |at| at + 1);
                    let _ = write!(
                        out,
                        "<span class=\"erratum\">{}</span><sup><a href=\"{}#erratum-{number}\">勘{number}</a></sup>",
                        xml(printed),
                        self.notes_file,
                    );
                }
            }
        }
        out
    }

    /// A table; under each row its translations, cell under cell.
    fn table(&self, unit: &Unit, rows: &[Paragraph], head: bool) -> String {
        let mut out = String::from("<table class=\"rows\">\n<tbody>\n");
        for (index, row) in rows.iter().flat_map(|row| &row.sentences).enumerate() {
            let id = anchor(unit, Some(row.number));
            let _ = write!(out, "<tr id=\"{}\">", xml(&id));
            let tag = if head && index == 0 { "th" } else { "td" };
            self.cells(tag, &self.reading.cells(None, unit, row), &mut out);
            out.push_str("</tr>\n");
            for translation in self.reading.translations() {
                if self.reading.translated(translation, unit, row.number).is_some() {
                    let _ = write!(out, "<tr{}>", written(&translation.locale));
                    let cells = self.reading.cells(Some(translation), unit, row);
                    self.cells("td", &cells, &mut out);
                    out.push_str("</tr>\n");
                }
            }
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    fn cells(&self, tag: &str, cells: &[Cell<'_>], out: &mut String) {
        for cell in cells {
            let lines: Vec<String> = cell.iter().map(|line| self.runs(line)).collect();
            let _ = write!(out, "<{tag}>{}</{tag}>", lines.join("<br/>"));
        }
    }

    fn translations(&self, unit: &Unit, sentences: &[Sentence]) -> String {
        self.reading
            .translations()
            .iter()
            .filter_map(|translation| {
                let texts: Vec<&str> = sentences
                    .iter()
                    .filter_map(|s| self.reading.translated(translation, unit, s.number))
                    .collect();
                (!texts.is_empty()).then(|| {
                    translated_paragraph(self.reading, &translation.locale, &texts.join(" "))
                })
            })
            .collect()
    }
}

fn translated_paragraph(reading: &AnnotatedEdition<'_>, locale: &Locale, text: &str) -> String {
    format!("<p{}>{}</p>\n", written(locale), reading.raised(text))
}

/// The attributes of a translation: its language, and how that is written.
fn written(locale: &Locale) -> String {
    let language = languages::language(locale);
    let vertical = if language.is_some_and(|one| one.vertical) { " vertical" } else { "" };
    let right = language.is_some_and(|one| one.direction == Direction::Rtl);
    let direction = if right { " dir=\"rtl\"" } else { "" };
    format!(" class=\"translation{vertical}\" lang=\"{}\"{direction}", xml(&locale.0))
}

/// The style of what this document has in columns; empty where it has nothing of the kind.
pub fn vertical_style(edition: &Edition) -> &'static str {
    let vertical = |locale: &Locale| languages::language(locale).is_some_and(|one| one.vertical);
    let any = edition.translations.iter().any(|translation| vertical(&translation.locale));
    if any { include_str!("vertical.css") } else { "" }
}
