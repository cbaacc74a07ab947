//! A real HTML file for every route, from the views of `app`, made on all cores.
//!
//! A page names the files that it loads and the release that it belongs to, and the release's id
//! follows from all pages. So bodies, which take the time, are made once and kept in a [`Spool`];
//! the head is put around them twice: for the id, and with it.

use std::sync::Arc;

use anyhow::Result;
use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route};
use app::views::picture;
use search_index::cores::on_all_cores;

use crate::head::Frame;
use crate::spool::{Kept, Spool};
use crate::style::theme::painted;

/// So many pages are in memory at once where all are gone through.
const AT_ONCE: usize = 256;

/// The pages of a site: their routes, and the bodies that were made for them.
#[derive(Debug)]
pub struct Pages {
    library_index: Arc<LibraryIndex>,
    spool: Spool,
    all: Vec<Body>,
}

/// A page without its head.
#[derive(Debug)]
pub struct Body {
    /// Where it is.
    pub route: Route,
    html: Kept,
}

impl Body {
    /// The path of its page from the root.
    pub fn path(&self) -> String {
        format!("{}index.html", self.route.path())
    }
}

impl Pages {
    /// Makes the body of every page.
    ///
    /// # Errors
    /// Where one can't be kept.
    pub fn of(library_index: &Arc<LibraryIndex>, spool: Spool) -> Result<Self> {
        let routes: Vec<Route> = library_index
            .locales()
            .flat_map(|locale| Route::all(locale, library_index.library))
            .collect();
        let made = on_all_cores(&routes, |route| {
            let html = spool.keep(body(library_index, route))?;
            Ok(Body { route: route.clone(), html })
        });
        let all = made.into_iter().collect::<Result<_>>()?;
        Ok(Self { library_index: Arc::clone(library_index), spool, all })
    }

    /// All of them, in their order.
    pub fn all(&self) -> &[Body] {
        &self.all
    }

    /// The whole page around a body.
    ///
    /// # Errors
    /// Where the body can't be read.
    pub fn html(&self, frame: &Frame, body: &Body) -> Result<String> {
        let page_context = PageContext::new(&self.library_index, body.route.clone());
        Ok(frame.page(&page_context, &self.spool.text(&body.html)?))
    }

    /// Hands on every page in its order, as (path from the root, HTML), without having all in memory.
    ///
    /// # Errors
    /// Where a body can't be read.
    pub fn each(&self, frame: &Frame, mut take: impl FnMut(&str, &str)) -> Result<()> {
        for some in self.all.chunks(AT_ONCE) {
            for (body, html) in some.iter().zip(on_all_cores(some, |body| self.html(frame, body))) {
                take(&body.path(), &html?);
            }
        }
        Ok(())
    }
}

fn body(library_index: &Arc<LibraryIndex>, route: &Route) -> String {
    let body = app::prerender::body(&PageContext::new(library_index, route.clone()));
    if matches!(route.page, Page::Facts | Page::DocumentFacts(..)) {
        return painted(&body, &library_index.library.publication.theme);
    }
    body
}

/// The picture of the targets in each language, as (path from the root, SVG); none where there
/// is none in figures.
pub fn pictures(library_index: &Arc<LibraryIndex>) -> Vec<(String, String)> {
    if library_index.facts_by_document() {
        return Vec::new();
    }
    library_index
        .locales()
        .filter_map(|locale| {
            let route = Route::new(locale, Page::Facts);
            let path = format!("{}{}", route.path(), picture::FILE);
            let svg = picture::svg(&PageContext::new(library_index, route))?;
            Some((path, painted(&svg, &library_index.library.publication.theme)))
        })
        .collect()
}
