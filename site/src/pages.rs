//! A real HTML file for every route, from the views of `app`, made on all cores.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use app::reader::{Reader, Shelf};
use app::route::{Page, Route, UiLocale};
use app::views::picture;

use crate::head::Frame;
use crate::style::theme::painted;

/// Every page as (path from the root, HTML).
pub fn pages(shelf: &Arc<Shelf>, frame: &Frame) -> Vec<(String, String)> {
    let routes: Vec<Route> = [UiLocale::Zh, UiLocale::En]
        .into_iter()
        .flat_map(|locale| Route::all(locale, shelf.library))
        .collect();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = routes.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let made = |routes: &[Route]| -> Vec<(String, String)> {
            routes.iter().map(|route| page(shelf, frame, route)).collect()
        };
        // Begun all together, and collected in the order of the routes.
        let parts: Vec<_> =
            routes.chunks(share).map(|part| scope.spawn(move || made(part))).collect();
        let joined = parts
            .into_iter()
            .map(|part| part.join().unwrap_or_else(|stopped| std::panic::resume_unwind(stopped)));
        joined.flatten().collect()
    })
}

fn page(shelf: &Arc<Shelf>, frame: &Frame, route: &Route) -> (String, String) {
    let path = format!("{}index.html", route.path());
    let reader = Reader::new(shelf, route.clone());
    let mut body = app::prerender::body(&reader);
    if reader.route.page == Page::Facts {
        body = painted(&body, &shelf.library.publication.theme);
    }
    (path, frame.page(&reader, &body))
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
