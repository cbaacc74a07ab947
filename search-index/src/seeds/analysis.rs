//! What is computed from the texts: facts, links, references, what changed, and the checks of translations
//! against them.

use anyhow::Result;
use corpus::{Library, Problem, languages, translation};

use super::folder::Folder;
use super::{in_file, translations};
use crate::cores::on_all_cores;

/// Computes all of it.
///
/// # Errors
/// Where the file of a translation can't be read.
pub(super) fn analyse(
    library: &mut Library,
    folder: &Folder,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let places: Vec<String> =
        library.places.iter().flat_map(|place| place.zh.iter().cloned()).collect();
    // Most of the time that reading texts takes.
    let found = on_all_cores(&library.editions, |edition| {
        let document = &edition.document;
        (corpus::facts::facts(document, &places), corpus::facts::check_unclear(document))
    });
    for (edition, (facts, unclear)) in library.editions.iter_mut().zip(found) {
        edition.facts = facts;
        problems.extend(in_file(unclear, &edition.metadata.source));
        for translation in &edition.translations {
            let path = translations::path(&edition.document.id.0, &translation.locale);
            let file = folder.text(&path)?;
            let document = &edition.document;
            let figures = translation::check_figures(document, translation, &file);
            let terms = translation::check_terms(document, translation, &library.terms, &file);
            let letters = languages::language(&translation.locale).map_or_else(Vec::new, |known| {
                translation::check_letters(document, translation, known, &file)
            });
            for found in [figures, terms, letters] {
                problems.extend(in_file(found, &path));
            }
        }
    }
    if library.publication.traditional_characters {
        for edition in &mut library.editions {
            edition.translations.extend(corpus::traditional::converted(&edition.document));
        }
    }
    let mut links = Vec::new();
    for edition in &library.editions {
        let explained = edition.metadata.explains.as_ref().and_then(|id| library.edition(id));
        if let Some(policy) = explained {
            links.extend(corpus::links::link(&policy.document, &edition.document));
        }
    }
    library.links = links;
    library.references = corpus::references::references(library);
    let changes = library.editions.iter().filter_map(|edition| {
        let earlier = library.edition(edition.metadata.earlier()?)?;
        Some(corpus::changes::changes(
            (&earlier.document, &earlier.facts),
            (&edition.document, &edition.facts),
        ))
    });
    library.changes = changes.collect();
    Ok(())
}
