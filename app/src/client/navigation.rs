//! Navigation without reloading: links inside the site, the back button, the search form.
//!
//! State lives in the address; everything else follows from it.

use std::sync::Arc;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent, Url};

use super::browser;
use crate::reader::{Reader, Shelf};
use crate::route::Route;
use crate::views;

/// Where the reader is: a route and, on the search page, the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// `?q=`
    pub query: String,
}

impl Place {
    /// The place that the location names; `None` outside the site.
    pub fn read(shelf: &Shelf, root: &str) -> Option<Self> {
        let location = browser::window().location();
        Self::of(shelf, root, &location.href().ok()?)
    }

    fn of(shelf: &Shelf, root: &str, href: &str) -> Option<Self> {
        let path = href.strip_prefix(root)?.split(['?', '#']).next()?;
        let query = Url::new(href).ok()?.search_params().get("q").unwrap_or_default();
        Some(Self { route: Route::parse(path, &shelf.library), query })
    }
}

/// Follows links, form and history for as long as the page lives.
pub fn listen(shelf: &Arc<Shelf>, root: &str, here: RwSignal<Place>) {
    let go = {
        let shelf = Arc::clone(shelf);
        let root = root.to_owned();
        move |href: &str, push: bool| follow(&shelf, &root, here, href, push)
    };
    let document = browser::document();
    let options = EventListenerOptions::enable_prevent_default();

    let click = go.clone();
    EventListener::new_with_options(&document, "click", options, move |event| {
        if let Some(href) = event.dyn_ref::<MouseEvent>().and_then(plain_link)
            && click(&href, true)
        {
            event.prevent_default();
        }
    })
    .forget();

    let submit = go.clone();
    EventListener::new_with_options(&document, "submit", options, move |event| {
        let form = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(form) = form.filter(|form| form.class_name() == "search") else { return };
        let action = form.get_attribute("action").unwrap_or_default();
        let query = browser::search_box().map(|input| input.value()).unwrap_or_default();
        let base = browser::window().location().href().unwrap_or_default();
        if let Ok(url) = Url::new_with_base(&action, &base) {
            url.search_params().set("q", &query);
            if submit(&url.href(), true) {
                event.prevent_default();
            }
        }
    })
    .forget();

    EventListener::new(&browser::window(), "popstate", move |_| {
        let href = browser::window().location().href().unwrap_or_default();
        go(&href, false);
    })
    .forget();
}

/// The address of a plain click on a link, one that would open in this tab.
fn plain_link(event: &MouseEvent) -> Option<String> {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let stays = !link.has_attribute("download") && link.target().is_empty();
    stays.then(|| link.href())
}

/// Goes to an address of the site; says whether it did. Addresses that the app does not render,
/// files among them, are left to the browser.
fn follow(shelf: &Arc<Shelf>, root: &str, here: RwSignal<Place>, href: &str, push: bool) -> bool {
    let Some(place) = Place::of(shelf, root, href) else { return false };
    let current = here.get_untracked();
    let hash = href.find('#').map_or("", |at| &href[at..]);
    if !views::in_client(&place.route.page) || (place == current && !hash.is_empty()) {
        return false;
    }
    if push {
        let history = browser::window().history();
        let pushed = history.map(|h| h.push_state_with_url(&JsValue::NULL, "", Some(href)));
        if !matches!(pushed, Ok(Ok(()))) {
            return false;
        }
    }
    let reader = Reader::new(shelf, place.route.clone());
    let (title, lang) = (views::title(&reader), place.route.locale.tag());
    let moved = place.route != current.route;
    here.set(place);
    if moved {
        let hash = hash.to_owned();
        // The new page is in the document only after this turn.
        gloo_timers::callback::Timeout::new(0, move || browser::arrive(&title, lang, &hash)).forget();
    }
    true
}
