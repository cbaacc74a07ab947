//! What only the browser does: taking over the pre-rendered page, navigation without reloading,
//! and the search.

mod browser;
mod engine;
mod navigation;
mod results;

use std::sync::Arc;

use corpus::Library;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::reader::{Reader, Shelf};
use crate::route::Page;
use crate::views;
use navigation::Place;

/// Mounts the app over the page that is there. The old body is removed in the same step in which
/// the new one, equal to it, appears: nothing moves.
///
/// # Errors
/// A reason for the console where the app can't start; the page then stays as it is.
pub fn start(library: &[u8], root: &str, page: &Element) -> Result<(), &'static str> {
    let library: Library =
        corpus::tape::read(library).ok_or("the texts are not of this release")?;
    let shelf = Arc::new(Shelf::new(library));
    let place = Place::read(&shelf, root).ok_or("the page lies outside the site")?;
    if !views::in_client(&place.route.page) {
        return Err("this page keeps its static form");
    }
    let fresh: HtmlElement = browser::document()
        .create_element("div")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or("no element can be made")?;
    // Without a network the page was a frame that did not know what it would show.
    browser::document().set_title(&views::title(&Reader::new(&shelf, place.route.clone())));
    let here = RwSignal::new(place);
    let view_shelf = Arc::clone(&shelf);
    mount_to(fresh.clone(), move || view(view_shelf, here)).forget();
    browser::take_over(page, &fresh);
    navigation::listen(&shelf, root, here);
    Ok(())
}

/// The page as signals: the header and footer follow the route, the main part the whole place.
fn view(shelf: Arc<Shelf>, here: RwSignal<Place>) -> impl IntoView {
    let query = Memo::new(move |_| here.with(|place| place.query.clone()));
    let route = Memo::new(move |_| here.with(|place| place.route.clone()));
    let reader = move || Reader::new(&shelf, route.get());
    let (above, below) = (reader.clone(), reader.clone());
    view! {
        <div inner_html=move || views::shell::top(&above()).into_string()></div>
        <main id="main" tabindex="-1">
            {move || {
                let reader = reader();
                if reader.route.page == Page::Search {
                    results::page(&reader, query)
                } else {
                    let main = views::main(&reader).into_string();
                    view! { <div inner_html=main></div> }.into_any()
                }
            }}
        </main>
        <div inner_html=move || views::shell::bottom(&below()).into_string()></div>
    }
}
