//! Taking over the pre-rendered page, and navigation without reloading.
//!
//! Where the reader is, the address says; everything else follows from it. The pages are markup
//! that Leptos puts in place when the route changes. What is asked is the search's business, see
//! [`navigation::seek`].

mod arrival;
mod head;
mod navigation;

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::browser;
use crate::reader::{Reader, Shelf};
use crate::route::Route;
use crate::views;

/// The app as all its parts know it.
struct App {
    shelf: Arc<Shelf>,
    /// The absolute address of the site's root.
    root: String,
    here: ArcRwSignal<Route>,
}

thread_local! {
    /// The app, once it runs: for what is called from outside.
    static APP: OnceCell<Rc<App>> = const { OnceCell::new() };
}

/// Mounts the app over the page that is there. The old body is removed in the same step in which
/// the new one, equal to it, appears: nothing moves.
///
/// # Errors
/// A reason for the console where the app can't start; the page then stays as it is.
pub fn start(library: &[u8], root: &str, page: &Element) -> Result<(), &'static str> {
    let library = corpus::tape::read(library).ok_or("the texts are not of this release")?;
    let shelf = Arc::new(Shelf::new(library));
    let route = Route::at(&browser::address(), root, shelf.library)
        .ok_or("the page lies outside the site")?;
    if !views::in_client(&route.page) {
        return Err("this page keeps its static form");
    }
    let fresh: HtmlElement = browser::document()
        .create_element("div")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or("no element can be made")?;
    // Without a network the page was a frame that did not know what it would show.
    browser::document().set_title(&views::title(&Reader::new(&shelf, route.clone())));
    let here = ArcRwSignal::new(route);
    let viewed = (Arc::clone(&shelf), here.clone());
    mount_to(fresh.clone(), move || view(&viewed.0, &viewed.1)).forget();
    arrival::take_over(page, &fresh);
    let app = Rc::new(App { shelf, root: root.to_owned(), here });
    navigation::listen(&app);
    navigation::seek(&app);
    APP.with(|cell| cell.set(app).ok());
    Ok(())
}

/// Goes to an address of the site, as if a link led there; says whether it did.
pub fn follow(href: &str) -> bool {
    APP.with(|cell| cell.get().is_some_and(|app| navigation::follow(app, href, None, true)))
}

/// The page in its three pieces, which follow the route.
fn view(shelf: &Arc<Shelf>, here: &ArcRwSignal<Route>) -> impl IntoView + use<> {
    let piece = |show: fn(&Reader) -> maud::Markup| {
        let (shelf, here) = (Arc::clone(shelf), here.clone());
        move || show(&Reader::new(&shelf, here.get())).into_string()
    };
    view! {
        <div inner_html=piece(views::shell::top)></div>
        <main id="main" tabindex="-1">
            <div inner_html=piece(views::main)></div>
        </main>
        <div inner_html=piece(views::shell::bottom)></div>
    }
}
