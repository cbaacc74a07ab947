//! What a page says about itself.

use corpus::{Edition, Library, Unit};

/// A page, as its head needs to know it.
#[derive(Clone, Debug)]
pub struct PageInfo<'a> {
    /// Its address below the site's root, such as `en/opinions-2026/13/`; empty for the home page.
    pub path: &'a str,
    /// The tag of its language.
    pub language: &'a str,
    /// Whether its content is in English; otherwise it is Chinese.
    pub english: bool,
    /// The same page in all languages of the interface, itself included, the first being that of
    /// readers of unknown languages: tag and address below the root. Empty where there is but one.
    pub alternates: &'a [(&'a str, String)],
    /// Its title.
    pub title: &'a str,
    /// One or two sentences about it.
    pub description: &'a str,
    /// The address below the root of a picture that stands for it, if there is one.
    pub image: Option<&'a str>,
    /// What it shows.
    pub kind: PageKind<'a>,
}

/// What a page shows.
#[derive(Clone, Copy, Debug)]
pub enum PageKind<'a> {
    /// The site itself: home page, search, about.
    Site,
    /// A whole document.
    Document(&'a Edition),
    /// A unit of a document.
    Unit(&'a Edition, &'a Unit),
    /// Something that search engines are to leave alone, such as the 404 page.
    Unlisted,
}

impl PageInfo<'_> {
    /// The page's absolute address, if the site knows its own.
    pub fn url(&self, library: &Library) -> Option<String> {
        absolute(library, self.path)
    }
}

/// The absolute address of a path below the root, if the site knows its own.
pub fn absolute(library: &Library, path: &str) -> Option<String> {
    let base = library.publication.base();
    (!base.is_empty()).then(|| format!("{base}/{path}"))
}
