//! A page that this device has not kept, shown without a network: the service worker answers with a
//! frame, and the app puts into it what the address names, from the kept texts.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::reader::{Reader, Shelf};
use crate::route::Route;
use crate::views;

/// Puts the page of this address in the place of `frame`.
///
/// # Errors
/// A reason for the console where the page can't be shown; the frame then says that it is not kept.
pub fn start(library: &[u8], root: &str, frame: &Element) -> Result<(), &'static str> {
    let window = web_sys::window().ok_or("there is no window")?;
    let document = window.document().ok_or("there is no document")?;
    let location = window.location();
    let address = location.href().map_err(|_| "the page has no address")?;
    let library = corpus::tape::read(library).ok_or("the texts are not of this release")?;
    let shelf = Arc::new(Shelf::new(library));
    let route = Route::at(&address, root, shelf.library).ok_or("the page lies outside the site")?;
    if !views::in_client(&route.page) {
        return Err("this page is made of more than the texts");
    }
    let reader = Reader::new(&shelf, route);
    let page: HtmlElement = document
        .create_element("div")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or("no element can be made")?;
    document.set_title(&views::title(&reader));
    mount_to(page.clone(), move || view(&reader)).forget();
    page.set_id("app");
    frame.replace_with_with_node_1(&page).map_err(|_| "the frame is gone")?;
    // The sentence that the address names is there only now.
    if let Some(hash) = location.hash().ok().filter(|hash| !hash.is_empty()) {
        let _ = location.replace(&hash);
    }
    Ok(())
}

/// The page in its three pieces.
fn view(reader: &Reader) -> impl IntoView + use<> {
    let piece = |markup: maud::Markup| markup.into_string();
    view! {
        <div inner_html=piece(views::shell::top(reader))></div>
        <main id="main" tabindex="-1">
            <div inner_html=piece(views::main(reader))></div>
        </main>
        <div inner_html=piece(views::shell::bottom(reader))></div>
    }
}
