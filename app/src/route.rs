//! Every address of the site, spelled in one place: for pre-rendering, for links, and for the
//! client when it reads the location.
//!
//! A route's path is relative to the site's root and ends with `/`; every route is a real folder
//! with an `index.html`. Links between pages are relative, so that the site works in any
//! subfolder and from `file://`.

mod locale;
#[cfg(feature = "ssr")]
mod map;

use corpus::{Address, DocumentId, Library, Unit};

pub use locale::UiLocale;
#[cfg(feature = "ssr")]
pub(crate) use map::facts_by_document;
#[cfg(feature = "ssr")]
pub use map::{DOCUMENTS_A_PAGE, FACTS_A_PAGE, fact_pages};

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// All documents with their parts and provisions.
    Overview,
    /// The documents of a shelf of the library, or all where it has no name, and which page of them.
    Documents(String, usize),
    /// One document: what is known about it, and its contents.
    Document(DocumentId),
    /// What changed from the document before to this one.
    Changes(DocumentId),
    /// The figures and deadlines of a document, and which page of them.
    DocumentFacts(DocumentId, usize),
    /// A division of a document, by number.
    Division(DocumentId, String),
    /// A provision of a document, by number.
    Provision(DocumentId, String),
    /// The search; the query is in `?q=`.
    Search,
    /// All topics.
    Topics,
    /// One topic, by id.
    Topic(String),
    /// Figures and deadlines.
    Facts,
    /// What the interpretation explains, and what it passes over.
    Coverage,
    /// Places and bodies.
    Places,
    /// The glossary.
    Glossary,
    /// The measures that the reader saved on the device.
    Saved,
    /// Source, provenance, checksums, licences.
    About,
    /// An address that the site does not have.
    NotFound,
    /// What a device without a network shows in place of a page that is not kept on it.
    #[cfg(feature = "ssr")]
    NotKept,
}

/// Stands for the way to the site's root on [`Page::NotKept`]: it depends on the address at which that
/// page is shown, and the service worker puts it in.
#[cfg(feature = "ssr")]
pub const ROOT: &str = "%ROOT%";

/// A page in a language of the user interface.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The language of the user interface.
    pub locale: UiLocale,
    /// What it shows.
    pub page: Page,
}

impl Route {
    /// The route of a page in a language.
    pub fn new(locale: UiLocale, page: Page) -> Self {
        Self { locale, page }
    }

    /// The same page in another language.
    #[must_use]
    pub fn translated(&self, locale: UiLocale) -> Self {
        Self { locale, page: self.page.clone() }
    }

    /// The route of the unit that holds this address.
    pub fn of(locale: UiLocale, address: &Address) -> Self {
        let document = address.document.clone();
        let page = match &address.unit {
            Unit::Title => Page::Document(document),
            Unit::Division(number) => Page::Division(document, number.clone()),
            Unit::Provision(number) => Page::Provision(document, number.clone()),
        };
        Self { locale, page }
    }

    /// The path from the site's root: empty for the overview, otherwise ending with `/`.
    pub fn path(&self) -> String {
        let page = match &self.page {
            Page::Overview => String::new(),
            Page::Documents(list, number) => {
                let list = if list.is_empty() { "" } else { &*[list, "/"].concat() };
                numbered(&["documents/", list].concat(), *number)
            }
            Page::DocumentFacts(document, number) => {
                numbered(&[&document.0, "/facts/"].concat(), *number)
            }
            Page::Document(document) => [&document.0, "/"].concat(),
            Page::Changes(document) => [&document.0, "/changes/"].concat(),
            Page::Division(document, number) => [&document.0, "/part-", number, "/"].concat(),
            Page::Provision(document, number) => [&document.0, "/", number, "/"].concat(),
            Page::Search => "search/".to_owned(),
            Page::Topics => "topics/".to_owned(),
            Page::Topic(id) => ["topics/", id, "/"].concat(),
            Page::Facts => "facts/".to_owned(),
            Page::Coverage => "coverage/".to_owned(),
            Page::Places => "places/".to_owned(),
            Page::Glossary => "glossary/".to_owned(),
            Page::Saved => "saved/".to_owned(),
            Page::About => "about/".to_owned(),
            Page::NotFound => "404/".to_owned(),
            // It stands at the addresses of others; what leads to it leads to the first page.
            #[cfg(feature = "ssr")]
            Page::NotKept => String::new(),
        };
        let first = self.locale.path();
        if first.is_empty() { page } else { [first, &page].concat() }
    }

    /// The way from this page back to the site's root: `../` once per folder.
    pub fn root(&self) -> String {
        #[cfg(feature = "ssr")]
        if self.page == Page::NotKept {
            return ROOT.to_owned();
        }
        "../".repeat(self.path().matches('/').count())
    }

    /// A relative link from this page to another. Pages are named with `index.html` from
    /// `file://`, where no server finds it; see the client.
    pub fn link(&self, to: &Route) -> String {
        let link = [self.root(), to.path()].concat();
        if link.is_empty() { "./".to_owned() } else { link }
    }

    /// A relative link from this page to an address, with the sentence as fragment.
    pub fn link_to(&self, address: &Address) -> String {
        let link = self.link(&Self::of(self.locale, address));
        let Some(number) = address.sentence else { return link };
        let link = if self.holds(address) { "" } else { &*link };
        [link, "#s", &number.to_string()].concat()
    }

    /// Whether this page shows the unit of this address.
    pub fn holds(&self, address: &Address) -> bool {
        Self::of(self.locale, address).page == self.page
    }

    /// Reads a path relative to the site's root; `index.html` at its end is ignored. A path that
    /// names nothing in the library is [`Page::NotFound`]. `further` are the languages that the site
    /// has beside Chinese and English.
    pub fn parse(path: &str, further: &[UiLocale], library: &Library) -> Self {
        let (locale, path) = Self::locale_of(path, further);
        let known = |id: &DocumentId, unit: Option<&Unit>| {
            library.edition(id).is_some_and(|edition| match unit {
                None => true,
                Some(Unit::Division(number)) => edition.document.division(number).is_some(),
                Some(Unit::Provision(number)) => edition.document.provision(number).is_some(),
                Some(Unit::Title) => false,
            })
        };
        let page = Self::page(path, library.contents.topics, known).unwrap_or(Page::NotFound);
        Self { locale, page }
    }

    /// Where a reader is who has opened a page: it is there, whether or not its text is at hand.
    /// `None` outside the site.
    pub fn of_open_page(href: &str, root: &str, further: &[UiLocale]) -> Option<Self> {
        let (locale, path) = Self::locale_of(path_below(href, root)?, further);
        let there = |_: &DocumentId, unit: Option<&Unit>| unit != Some(&Unit::Title);
        let page = Self::page(path, true, there).unwrap_or(Page::NotFound);
        Some(Self { locale, page })
    }

    /// The language of a path from the root, and the rest of it.
    fn locale_of<'p>(path: &'p str, further: &[UiLocale]) -> (UiLocale, &'p str) {
        let path = path.trim_start_matches('/');
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        let below = |first: &str| {
            let rest = path.strip_prefix(first)?;
            (rest.is_empty() || rest.starts_with('/')).then(|| rest.trim_start_matches('/'))
        };
        // The program of sites without them is given none.
        for locale in further.iter().filter(|_| cfg!(any(feature = "ssr", feature = "full-search")))
        {
            if let Some(rest) = below(locale.tag()) {
                return (*locale, rest);
            }
        }
        below("en").map_or((UiLocale::Zh, path), |rest| (UiLocale::En, rest))
    }

    /// The route that an absolute address names, `root` being that of the site; `None` outside it.
    pub fn at(href: &str, root: &str, further: &[UiLocale], library: &Library) -> Option<Self> {
        Some(Self::parse(path_below(href, root)?, further, library))
    }

    /// `known` says whether there is a document, or a unit of it.
    fn page(
        path: &str,
        topics: bool,
        known: impl Fn(&DocumentId, Option<&Unit>) -> bool,
    ) -> Option<Page> {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        Some(match (first, rest) {
            ("", "") => Page::Overview,
            ("search", "") => Page::Search,
            ("topics", "") => Page::Topics,
            ("topics", id) if topics => Page::Topic(id.to_owned()),
            ("facts", "") => Page::Facts,
            ("coverage", "") => Page::Coverage,
            ("places", "") => Page::Places,
            ("glossary", "") => Page::Glossary,
            ("saved", "") => Page::Saved,
            ("about", "") => Page::About,
            ("documents", list) => list_page(list),
            (document, "facts") => Page::DocumentFacts(document.into(), 1),
            (document, rest) => {
                if let Some(number) = rest.strip_prefix("facts/") {
                    return Some(Page::DocumentFacts(document.into(), number.parse().ok()?));
                }
                let id = DocumentId::from(document);
                let unit = match rest {
                    "" | "changes" => None,
                    unit => Some(unit.parse().ok()?),
                };
                if !known(&id, unit.as_ref()) {
                    return None;
                }
                match unit {
                    None if rest.is_empty() => Page::Document(id),
                    None => Page::Changes(id),
                    Some(Unit::Division(number)) => Page::Division(id, number),
                    Some(Unit::Provision(number)) => Page::Provision(id, number),
                    Some(Unit::Title) => return None,
                }
            }
        })
    }
}

/// The path of an absolute address below the root of the site; `None` outside it.
fn path_below<'h>(href: &'h str, root: &str) -> Option<&'h str> {
    href.strip_prefix(root)?.split(['?', '#']).next()
}

/// The path of a page of a list; the first has no number.
fn numbered(path: &str, number: usize) -> String {
    if number < 2 { path.to_owned() } else { [path, &number.to_string(), "/"].concat() }
}

/// Which page of which shelf the rest of a path names: nothing, `2`, `year-2023`, `year-2023/2`.
fn list_page(rest: &str) -> Page {
    let (shelf, number) = match rest.rsplit_once('/') {
        None if rest.parse::<usize>().is_ok() => ("", rest),
        None => (rest, ""),
        Some((shelf, number)) => (shelf, number),
    };
    Page::Documents(shelf.to_owned(), number.parse().unwrap_or(1))
}

#[cfg(test)]
mod tests;
