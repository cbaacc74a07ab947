//! Every page of a site, and into how many pages its long lists are cut.

use corpus::shelves::{is_collection, shelves};
use corpus::{DocumentId, Edition, Library};

use super::{Page, Route, UiLocale};

/// How many documents a page of a list names.
pub const DOCUMENTS_A_PAGE: usize = 100;
/// How many figures a page of a document's figures has.
pub const FACTS_A_PAGE: usize = 150;
/// More figures than this do not stand on one page of the site.
const FACTS_TOGETHER: usize = 900;

/// Whether each document has pages of its own for its figures.
pub fn facts_by_document(library: &Library) -> bool {
    let all: usize = library.editions.iter().map(|edition| edition.facts.len()).sum();
    is_collection(library) || all > FACTS_TOGETHER
}

/// How many pages a document's figures take.
pub fn fact_pages(edition: &Edition) -> usize {
    edition.facts.len().div_ceil(FACTS_A_PAGE)
}

impl Page {
    /// The document that the page is about, where it is about one.
    pub fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::Document(id)
            | Self::Changes(id)
            | Self::DocumentFacts(id, _)
            | Self::Division(id, _)
            | Self::Provision(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Route {
    /// Every page of the site in one language, in the order of the site map.
    pub fn all(locale: UiLocale, library: &Library) -> Vec<Self> {
        let mut pages = vec![Page::Overview];
        if is_collection(library) {
            let mut list = |shelf: &str, count: usize| {
                let numbers = 1..=count.div_ceil(DOCUMENTS_A_PAGE);
                pages.extend(numbers.map(|number| Page::Documents(shelf.to_owned(), number)));
            };
            list("", library.editions.len());
            for shelf in shelves(library) {
                list(&shelf.id, shelf.editions.len());
            }
        }
        let by_document = facts_by_document(library);
        for edition in &library.editions {
            pages.extend(of_document(library, edition));
            if by_document {
                let id = &edition.document.id;
                let numbers = 1..=fact_pages(edition);
                pages.extend(numbers.map(|number| Page::DocumentFacts(id.clone(), number)));
            }
        }
        pages.push(Page::Search);
        if !library.topics.is_empty() {
            pages.push(Page::Topics);
            pages.extend(library.topics.iter().map(|topic| Page::Topic(topic.topic.id.clone())));
        }
        if library.contents.facts {
            pages.push(Page::Facts);
        }
        if !library.links.is_empty() {
            pages.push(Page::Coverage);
        }
        if library.contents.places {
            pages.push(Page::Places);
        }
        if !library.terms.is_empty() {
            pages.push(Page::Glossary);
        }
        pages.extend([Page::Saved, Page::About]);
        pages.into_iter().map(|page| Self::new(locale, page)).collect()
    }
}

/// The pages of a document's text, and that of what changed.
fn of_document(library: &Library, edition: &Edition) -> Vec<Page> {
    let document = &edition.document;
    let id = &document.id;
    let mut pages = vec![Page::Document(id.clone())];
    pages.extend(library.changes(id).map(|_| Page::Changes(id.clone())));
    let divisions = document.divisions.iter();
    pages.extend(divisions.map(|own| Page::Division(id.clone(), own.number.clone())));
    let provisions = document.provisions.iter();
    pages.extend(provisions.map(|own| Page::Provision(id.clone(), own.number.clone())));
    pages
}
