//! A real HTML file for every route, from the views of `app`.

use std::sync::Arc;

use app::reader::{Reader, Shelf};
use app::route::{Page, Route, UiLocale};
use app::views::picture;

use crate::head::Frame;
use crate::style::theme::painted;

/// Every page as (path from the root, HTML).
pub fn pages(shelf: &Arc<Shelf>, frame: &Frame) -> Vec<(String, String)> {
    [UiLocale::Zh, UiLocale::En]
        .into_iter()
        .flat_map(|locale| Route::all(locale, shelf.library))
        .map(|route| {
            let path = format!("{}index.html", route.path());
            let reader = Reader::new(shelf, route);
            let mut body = app::prerender::body(&reader);
            if reader.route.page == Page::Facts {
                body = painted(&body, &shelf.library.publication.theme);
            }
            (path, frame.page(&reader, &body))
        })
        .collect()
}

/// The picture of the promises in each language, as (path from the root, SVG); none where nothing
/// countable is promised.
pub fn pictures(shelf: &Arc<Shelf>) -> Vec<(String, String)> {
    [UiLocale::Zh, UiLocale::En]
        .into_iter()
        .filter_map(|locale| {
            let route = Route::new(locale, Page::Facts);
            let path = format!("{}{}", route.path(), picture::FILE);
            let svg = picture::svg(&Reader::new(shelf, route))?;
            Some((path, painted(&svg, &shelf.library.publication.theme)))
        })
        .collect()
}
