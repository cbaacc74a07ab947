//! All references of a library.

use std::collections::HashMap;

use super::Reference;
use super::names::{Named, Names};
use super::resolve::{Citing, Found};
use super::translated::in_translation;
use super::units::Units;
use crate::address::{Address, Unit};
use crate::citing::tokens::{What, note, quoted, tokens};
use crate::library::Library;
use crate::model::{Document, Sentence, UnitRef};

/// The references of all documents, in reading order; those of a translation stand behind those of
/// its original sentence.
pub fn references(library: &Library) -> Vec<Reference> {
    let names = Names::new(library);
    let units: Vec<Units<'_>> = library.documents().map(Units::new).collect();
    let mut found = Vec::new();
    for (index, edition) in library.editions.iter().enumerate() {
        let citing = Citing {
            names: &names,
            units: &units,
            index,
            title: &edition.metadata.title.zh,
            aliases: aliases(&edition.document, &names, index),
        };
        let own = of_document(&citing, &edition.document);
        for (ordinal, from, references) in own {
            for translation in &edition.translations {
                let text = translation.sentences.get(ordinal).map_or("", String::as_str);
                found.extend(in_translation(library, &from, translation, text, &references));
            }
            found.extend(references.into_iter().map(|Found { span, to, .. }| Reference {
                from: from.clone(),
                language: None,
                span,
                to,
            }));
        }
    }
    found
}

/// The references of each sentence that has any, with its ordinal and address.
fn of_document(citing: &Citing<'_>, document: &Document) -> Vec<(usize, Address, Vec<Found>)> {
    let places: HashMap<&str, usize> = document
        .provisions
        .iter()
        .enumerate()
        .map(|(index, provision)| (provision.number.as_str(), index))
        .collect();
    let mut found = Vec::new();
    let mut ordinal = 0;
    for unit in document.units() {
        let place = match unit {
            UnitRef::Provision(provision) => places.get(provision.number.as_str()).copied(),
            UnitRef::Title(_) | UnitRef::Division(_) => None,
        };
        let mut depth = 0;
        for sentence in unit.sentences() {
            let here = place.map(|index| (index, sentence.number));
            let references = citing.read(&sentence.text, here, depth);
            depth = open_after(sentence, depth);
            if !references.is_empty() {
                found.push((ordinal, address(document, unit.unit(), sentence), references));
            }
            ordinal += 1;
        }
    }
    found
}

fn address(document: &Document, unit: Unit, sentence: &Sentence) -> Address {
    Address { document: document.id.clone(), unit, sentence: Some(sentence.number) }
}

/// How many quotation marks are open behind a sentence.
fn open_after(sentence: &Sentence, depth: u32) -> u32 {
    let chars: Vec<char> = sentence.text.chars().collect();
    quoted(&chars, depth).last().copied().unwrap_or(depth)
}

/// What a document says that it calls others: 《中华人民共和国刑法》（以下简称刑法）.
fn aliases(document: &Document, names: &Names<'_>, index: usize) -> HashMap<String, Option<Named>> {
    let mut found = HashMap::new();
    for (_, sentence) in document.sentences() {
        if !sentence.text.contains("简称") {
            continue;
        }
        let chars: Vec<char> = sentence.text.chars().collect();
        for token in tokens(&chars) {
            let What::Name(name) = &token.what else { continue };
            let note = note(&chars[token.end..]);
            let Some((_, alias)) = note.split_once("简称") else { continue };
            let alias = alias.trim_matches(['“', '”', '《', '》', '）', ')', '：', '为']);
            if alias.chars().count() > 1 {
                found.insert(alias.to_owned(), names.find(name, "", index));
            }
        }
    }
    found
}
