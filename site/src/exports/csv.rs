//! Tables for spreadsheets: UTF-8 with a byte order mark, so that Excel on a Chinese Windows reads
//! it as UTF-8; RFC 4180 otherwise, every field quoted.

use corpus::{Address, Edition, Unit, UnitRef};

use super::cited::Cited;
use super::explained::unit_name;
use super::reading::{AnnotatedEdition, erratum_note};

/// A table under construction.
pub struct Table(String);

impl Table {
    /// A table with these columns.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.row(columns);
        table
    }

    /// Adds a row.
    pub fn row(&mut self, fields: &[&str]) {
        let fields: Vec<String> = fields.iter().map(|field| corpus::csv::field(field)).collect();
        self.0.push_str(&fields.join(","));
        self.0.push_str("\r\n");
    }

    /// The finished table.
    pub fn finish(self) -> String {
        self.0
    }
}

/// One row per provision.
pub fn provisions(reading: &AnnotatedEdition<'_>, cited: &Cited) -> String {
    let Edition { document, .. } = reading.edition;
    let mut columns =
        vec!["address", "number", "label", "division", "division_title", "heading", "text"];
    let locales: Vec<String> = reading
        .translations()
        .iter()
        .flat_map(|t| [format!("heading_{}", t.locale.0), format!("text_{}", t.locale.0)])
        .collect();
    columns.extend(locales.iter().map(String::as_str));
    columns.push("citation");
    let mut table = Table::new(&columns);
    for (index, provision) in document.provisions.iter().enumerate() {
        let unit = Unit::Provision(provision.number.clone());
        let division = document.division_of(index);
        let paragraphs: Vec<String> = provision
            .paragraphs
            .iter()
            .map(|paragraph| {
                let text: String = paragraph.sentences.iter().map(|s| s.text.as_str()).collect();
                format!("{}{text}", paragraph.label)
            })
            .collect();
        let mut row = vec![
            format!("{}/{unit}", document.id),
            provision.number.clone(),
            provision.label.clone(),
            division.map_or(String::new(), |d| d.number.clone()),
            division.map_or(String::new(), |d| unit_name(&UnitRef::Division(d))),
            provision.title.as_ref().map_or(String::new(), |title| title.text.clone()),
            paragraphs.join("\n"),
        ];
        for translation in reading.translations() {
            let of = |number| reading.translated(translation, &unit, number).unwrap_or_default();
            row.push(provision.title.as_ref().map_or("", |title| of(title.number)).to_owned());
            let texts: Vec<String> = provision
                .paragraphs
                .iter()
                .map(|p| p.sentences.iter().map(|s| of(s.number)).collect::<Vec<_>>().join(" "))
                .collect();
            row.push(texts.join("\n"));
        }
        let at = Address { document: document.id.clone(), unit, sentence: None };
        row.push(cited.of(&at, false));
        table.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    table.finish()
}

/// One row per sentence, titles and headings included.
pub fn sentences(reading: &AnnotatedEdition<'_>, cited: &Cited) -> String {
    let Edition { document, .. } = reading.edition;
    let mut columns = vec!["address", "unit", "sentence", "kind", "text"];
    let locales: Vec<String> =
        reading.translations().iter().map(|t| format!("text_{}", t.locale.0)).collect();
    columns.extend(locales.iter().map(String::as_str));
    columns.extend(["errata", "line", "column", "citation"]);
    let mut table = Table::new(&columns);
    for unit_ref in document.units() {
        let unit = unit_ref.unit();
        for sentence in unit_ref.sentences() {
            let kind = match unit_ref {
                UnitRef::Title(_) => "title",
                UnitRef::Division(_) => "heading",
                UnitRef::Provision(_) if sentence.number == 0 => "run-in title",
                UnitRef::Provision(_) => "text",
            };
            let notes: Vec<String> = reading
                .errata(&unit, sentence.number)
                .iter()
                .map(|erratum| erratum_note(erratum.span.of(&sentence.text), erratum, false))
                .collect();
            let mut row = vec![
                format!("{}/{unit}#s{}", document.id, sentence.number),
                unit.to_string(),
                sentence.number.to_string(),
                kind.to_owned(),
                sentence.text.clone(),
            ];
            row.extend(reading.translations().iter().map(|translation| {
                let text = reading.translated(translation, &unit, sentence.number);
                text.unwrap_or_default().to_owned()
            }));
            row.extend([notes.join("\n"), sentence.line.to_string(), sentence.column.to_string()]);
            let sentence = Some(sentence.number);
            let at = Address { document: document.id.clone(), unit: unit.clone(), sentence };
            row.push(cited.of(&at, false));
            table.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_sentence_has_a_row_with_its_translation_and_errata() {
        let library = sample::library();
        let reading = AnnotatedEdition::new(&library.editions[0]);
        let csv = sentences(&reading, &sample::cited(&library));
        assert!(csv.starts_with('\u{feff}'));
        let rows = library.editions[0].document.sentences().count() + 1;
        assert_eq!(csv.matches("\r\n").count(), rows);
        assert!(csv.contains(
            "\"roads/1#s2\",\"1\",\"2\",\"text\",\"完善排水设设施。\",\"1#s2.\",\"原文作“设设”，应作“设”。字重复。\""
        ), "{csv}");
    }

    #[test]
    fn provisions_name_their_division() {
        let library = sample::library();
        let csv =
            provisions(&AnnotatedEdition::new(&library.editions[0]), &sample::cited(&library));
        assert!(
            csv.contains(
                "\"roads/2\",\"2\",\"(二)\",\"1\",\"一、道路\",\"管好村路。\",\"落实管护责任。\""
            ),
            "{csv}"
        );
    }
}
