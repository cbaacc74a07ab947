//! What only the browser does: taking over the pre-rendered page, navigation without reloading,
//! and the search.
//!
//! State lives in the address ([`navigation::Place`]); everything else follows from it. The pages
//! are markup that Leptos puts in place when the route changes; what changes inside a page (results,
//! marks, completions) is markup as well, put into its region. Clicks and keys are heard once, on
//! the document.

mod browser;
mod complete;
mod engine;
mod input;
mod matches;
mod navigation;
mod results;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::reader::{Reader, Shelf};
use crate::route::Page;
use crate::views;
use navigation::Place;

/// The app as all its parts know it.
struct App {
    shelf: Arc<Shelf>,
    /// The absolute address of the site's root.
    root: String,
    here: RwSignal<Place>,
    results: RefCell<results::Session>,
    matches: RefCell<matches::Session>,
    completions: RefCell<complete::Session>,
    typing: RefCell<input::Typing>,
}

impl App {
    /// The reader on the page that is shown.
    fn reader(&self) -> Reader {
        Reader::new(&self.shelf, self.here.with_untracked(|place| place.route.clone()))
    }
}

/// Mounts the app over the page that is there. The old body is removed in the same step in which
/// the new one, equal to it, appears: nothing moves.
///
/// # Errors
/// A reason for the console where the app can't start; the page then stays as it is.
pub fn start(library: &[u8], root: &str, page: &Element) -> Result<(), &'static str> {
    let library = corpus::tape::read(library).ok_or("the texts are not of this release")?;
    let shelf = Arc::new(Shelf::new(library));
    let href = browser::window().location().href().unwrap_or_default();
    let place = Place::of(&shelf, root, &href).ok_or("the page lies outside the site")?;
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
    let app = Rc::new(App {
        shelf,
        root: root.to_owned(),
        here: RwSignal::new(place),
        results: RefCell::default(),
        matches: RefCell::default(),
        completions: RefCell::default(),
        typing: RefCell::default(),
    });
    let viewed = SendWrapper::new(Rc::clone(&app));
    mount_to(fresh.clone(), move || view(viewed)).forget();
    browser::take_over(page, &fresh);
    navigation::listen(&app);
    input::listen(&app);
    Ok(())
}

/// The page in its three pieces, which follow the route; inside them, what follows the query.
fn view(app: SendWrapper<Rc<App>>) -> impl IntoView {
    let here = app.here;
    let route = Memo::new(move |_| here.with(|place| place.route.clone()));
    let shelf = Arc::clone(&app.shelf);
    let reader = move || Reader::new(&shelf, route.get());
    let (above, below) = (reader.clone(), reader.clone());
    let main = move || {
        let reader = reader();
        follow_query(&app, &reader);
        views::main(&reader).into_string()
    };
    view! {
        <div inner_html=move || views::shell::top(&above()).into_string()></div>
        <main id="main" tabindex="-1">
            <div inner_html=main></div>
        </main>
        <div inner_html=move || views::shell::bottom(&below()).into_string()></div>
    }
}

/// Searches or marks as often as the query changes while the reader stays on this page. The effect
/// first runs when the page is in the document, and ends with it.
fn follow_query(app: &SendWrapper<Rc<App>>, reader: &Reader) {
    let app = app.clone();
    let route = reader.route.clone();
    app.results.borrow_mut().forget_page();
    Effect::new(move || {
        let place = app.here.get();
        if place.route != route {
            return;
        }
        if let Some(input) = browser::search_box()
            && input.value() != place.asked.query
            && (place.route.page == Page::Search || !place.asked.is_empty())
        {
            input.set_value(&place.asked.query);
        }
        match &place.route.page {
            Page::Search => results::ask(&app),
            Page::Provision(..) => matches::show(&app),
            _ => {}
        }
    });
}
