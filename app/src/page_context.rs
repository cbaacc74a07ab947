//! What every view is given: the library, the route, and look-ups that views share.

#[cfg(feature = "ssr")]
mod locales;
mod names;
mod translations;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use corpus::{
    Address, Document, Edition, Library, Link, Provision, Sentence, Span, Unit, is_annex_number,
    notes,
};

use crate::marks::Mark;
use crate::route::{Page, Route, UiLocale};
use crate::ui::{Texts, texts};
use names::{is_annex_named_by_itself, labelled};
pub use names::{part_of_one, provision_name, shown_number};

/// The texts with indexes that are computed once for all pages. They are there for as long as the
/// program, so that browsers need no code to take them down.
#[derive(Debug)]
pub struct LibraryIndex {
    /// Everything that the site shows.
    pub library: &'static Library,
    /// Links by the address of the explained sentence, and by that of the explaining one, from the
    /// first look-up on: the search never looks.
    links: OnceLock<[BTreeMap<&'static Address, Vec<&'static Link>>; 2]>,
    /// Whether there are many documents, and the shelves that they stand on.
    #[cfg(feature = "ssr")]
    pub(crate) collection: OnceLock<crate::collection::Collection>,
    /// References by both ends, from the first look-up on.
    #[cfg(feature = "ssr")]
    references: OnceLock<crate::cited::ReferenceIndex>,
    /// The ordinal of each sentence in its document.
    ordinals: &'static BTreeMap<Address, usize>,
    /// The languages of the interface beside Chinese and English.
    #[cfg(feature = "ssr")]
    further_locales: Vec<UiLocale>,
    /// The Chinese forms of glossary terms, longest first, with the index of their term.
    forms: &'static [(String, usize)],
}

impl LibraryIndex {
    /// Indexes a library.
    pub fn new(library: Library) -> Self {
        let mut ordinals = BTreeMap::new();
        for document in library.documents() {
            for (ordinal, (unit, sentence)) in document.sentences().enumerate() {
                let sentence = Some(sentence.number);
                ordinals.insert(Address { document: document.id.clone(), unit, sentence }, ordinal);
            }
        }
        let mut forms: Vec<(String, usize)> = library
            .terms
            .iter()
            .enumerate()
            .flat_map(|(index, term)| term.zh.iter().map(move |form| (form.clone(), index)))
            .collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self {
            library: Box::leak(Box::new(library)),
            links: OnceLock::new(),
            #[cfg(feature = "ssr")]
            collection: OnceLock::new(),
            #[cfg(feature = "ssr")]
            references: OnceLock::new(),
            ordinals: Box::leak(Box::new(ordinals)),
            forms: forms.leak(),
            #[cfg(feature = "ssr")]
            further_locales: Vec::new(),
        }
    }

    /// Whether editors say something in their own words.
    pub fn edited(&self) -> bool {
        !self.library.topics.is_empty() || !self.library.terms.is_empty()
    }

    /// Whether the site has this page of its map; the client knows it from the same library.
    pub fn has(&self, page: &Page) -> bool {
        let library = &self.library;
        match page {
            Page::Topics => library.contents.topics,
            Page::Facts => library.contents.facts,
            Page::Coverage => !library.links.is_empty(),
            Page::Places => library.contents.places,
            Page::Glossary => !library.terms.is_empty(),
            #[cfg(feature = "ssr")]
            Page::Documents(..) => self.is_collection(),
            _ => true,
        }
    }

    /// The links whose words explain the sentence.
    pub fn links_to(&self, address: &Address) -> &[&'static Link] {
        self.links()[0].get(address).map_or(&[], Vec::as_slice)
    }

    /// The links to what the sentence explains.
    pub fn links_from(&self, address: &Address) -> &[&'static Link] {
        self.links()[1].get(address).map_or(&[], Vec::as_slice)
    }

    /// What refers to what.
    #[cfg(feature = "ssr")]
    pub fn references(&self) -> &crate::cited::ReferenceIndex {
        self.references.get_or_init(|| crate::cited::ReferenceIndex::new(self.library))
    }

    fn links(&self) -> &[BTreeMap<&'static Address, Vec<&'static Link>>; 2] {
        self.links.get_or_init(|| {
            let mut links: [BTreeMap<&Address, Vec<&Link>>; 2] = Default::default();
            for link in &self.library.links {
                links[0].entry(&link.to).or_default().push(link);
                links[1].entry(&link.from).or_default().push(link);
            }
            links
        })
    }
}

/// A reader on a page.
#[derive(Clone, Debug)]
pub struct PageContext {
    /// The texts.
    pub library_index: Arc<LibraryIndex>,
    /// Where the reader is.
    pub route: Route,
    /// Matches of the query that brought the reader here, by sentence number.
    pub matches: Arc<Vec<(u16, bool, Span)>>,
}

/// The page that a component is on, from the context that [`crate::prerender`] provides.
pub fn page_context() -> PageContext {
    leptos::prelude::expect_context()
}

impl PageContext {
    /// A reader on this page.
    pub fn new(library_index: &Arc<LibraryIndex>, route: Route) -> Self {
        Self { library_index: Arc::clone(library_index), route, matches: Arc::default() }
    }

    /// The library.
    pub fn library(&self) -> &'static Library {
        self.library_index.library
    }

    /// Whether the user interface is English.
    pub fn english(&self) -> bool {
        self.route.locale.english()
    }

    /// The words of the user interface.
    pub fn texts(&self) -> &'static Texts {
        texts(self.route.locale)
    }

    /// A relative link to a page in the same language.
    pub fn link(&self, page: Page) -> String {
        self.route.link(&Route::new(self.route.locale, page))
    }

    /// A relative link to an address.
    pub fn link_to(&self, address: &Address) -> String {
        self.route.link_to(address)
    }

    /// The edition of a document that is known to be in the library.
    pub fn edition(&self, id: &corpus::DocumentId) -> Option<&'static Edition> {
        self.library_index.edition(id)
    }

    /// How a unit is named in running text: `（十三） 加强农畜产品精深加工`.
    pub fn unit_name(&self, document: &Document, unit: &Unit, locale: UiLocale) -> String {
        let address = |sentence| Address {
            document: document.id.clone(),
            unit: unit.clone(),
            sentence: Some(sentence),
        };
        let english =
            |sentence| self.library_index.translated(&address(sentence)).unwrap_or_default();
        match unit {
            Unit::Title => {
                document.title.iter().map(|line| notes::without_marks(&line.text)).collect()
            }
            Unit::Division(number) => {
                let Some(division) = document.division(number) else { return String::new() };
                match (locale, english(1)) {
                    (UiLocale::En, title) if is_annex_number(number) && !title.is_empty() => {
                        title.to_owned()
                    }
                    (UiLocale::En, title) if !title.is_empty() => [number, ". ", title].concat(),
                    _ => labelled(&division.label, &division.title.text),
                }
            }
            Unit::Provision(number) => {
                let Some(provision) = document.provision(number) else { return String::new() };
                if is_annex_named_by_itself(document, provision) {
                    return self.annex_name(document, provision, locale, english(1));
                }
                match part_of_one(document, provision) {
                    Some(part) => {
                        self.unit_name(document, &Unit::Division(part.number.clone()), locale)
                    }
                    None => provision_name(document, provision, locale, english(0)),
                }
            }
        }
    }

    /// How an annex is named that stands in one provision: by its heading and its own title.
    fn annex_name(
        &self,
        document: &Document,
        provision: &Provision,
        locale: UiLocale,
        english: &str,
    ) -> String {
        let annex = document.annex_beginning_with(provision);
        let heading = annex.map_or_else(String::new, |annex| {
            self.unit_name(document, &Unit::Division(annex.number.clone()), locale)
        });
        match document.annex_title(provision) {
            None => heading,
            Some(_) if locale == UiLocale::En && !english.is_empty() => {
                [&heading, ". ", english].concat()
            }
            Some(title) => [&heading, " ", &notes::without_marks(title)].concat(),
        }
    }

    /// Whether the site itself names this unit, because the source doesn't: an introduction.
    pub fn names(&self, document: &Document, unit: &Unit) -> bool {
        matches!(unit, Unit::Provision(number)
        if document.provision(number).is_some_and(|provision| {
            provision.label.is_empty()
                && !is_annex_named_by_itself(document, provision)
                && part_of_one(document, provision).is_none()
        }))
    }

    /// Marks on the Chinese text of a sentence that do not depend on the page: errata, references
    /// and terms. All are links, so none stands within another.
    pub fn standing_marks(&self, address: &Address, sentence: &Sentence) -> Vec<(Span, Mark)> {
        let mut marks: Vec<(Span, Mark)> = Vec::new();
        if let Some(edition) = self.edition(&address.document) {
            for (index, erratum) in edition.errata.iter().enumerate() {
                if erratum.at == *address {
                    marks.push((erratum.span, Mark::Erratum(index)));
                }
            }
        }
        let apart = |marks: &[(Span, Mark)], span: Span| {
            marks.iter().all(|(other, _)| other.end <= span.start || span.end <= other.start)
        };
        #[cfg(feature = "ssr")]
        marks.extend(self.note_places(address, sentence));
        #[cfg(feature = "ssr")]
        for (span, mark) in self.references(address, false) {
            if apart(&marks, span) {
                marks.push((span, mark));
            }
        }
        let mut seen = Vec::new();
        for (form, index) in self.library_index.forms {
            let Some(start) = corpus::text::find(&sentence.text, form) else { continue };
            let span = Span::new(start, start + form.len());
            if !seen.contains(index) && apart(&marks, span) {
                seen.push(*index);
                marks.push((span, Mark::Term(*index)));
            }
        }
        marks
    }
}
