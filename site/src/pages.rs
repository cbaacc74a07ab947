//! A real HTML file for every route, from the views of `app`, made on all cores.

use std::sync::Arc;

use app::page_context::{LibraryIndex, PageContext};
use app::route::{Page, Route};
use app::views::picture;

use crate::cores::{on_all_cores, on_all_cores_in_place};
use crate::head::Frame;
use crate::style::theme::painted;

/// The body of every page.
pub fn bodies(library_index: &Arc<LibraryIndex>) -> Vec<(Route, String)> {
    let routes: Vec<Route> = library_index
        .locales()
        .flat_map(|locale| Route::all(locale, library_index.library))
        .collect();
    on_all_cores(&routes, |route| (route.clone(), body(library_index, route)))
}

fn body(library_index: &Arc<LibraryIndex>, route: &Route) -> String {
    let body = app::prerender::body(&PageContext::new(library_index, route.clone()));
    if matches!(route.page, Page::Facts | Page::DocumentFacts(..)) {
        return painted(&body, &library_index.library.publication.theme);
    }
    body
}

/// Every page as (path from the root, HTML).
pub fn pages(
    library_index: &Arc<LibraryIndex>,
    frame: &Frame,
    bodies: Vec<(Route, String)>,
) -> Vec<(String, String)> {
    on_all_cores_in_place(bodies, |(route, body)| {
        let path = format!("{}index.html", route.path());
        let page_context = PageContext::new(library_index, route);
        (path, frame.page(&page_context, &body))
    })
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
