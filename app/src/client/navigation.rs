//! Navigation without reloading: links inside the site, the back button, the search form.
//!
//! State lives in the address; everything else follows from it.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, PopStateEvent};

use super::{App, browser, input};
use crate::reader::{Reader, Shelf};
use crate::route::{Page, Route};
use crate::search::asked::Asked;
use crate::views;

/// Where the reader is: a route, and what is asked there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// From `?` on.
    pub asked: Asked,
}

impl Place {
    /// The place that an absolute address names; `None` outside the site.
    pub fn of(shelf: &Shelf, root: &str, href: &str) -> Option<Self> {
        let rest = href.strip_prefix(root)?.split('#').next()?;
        let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self { route: Route::parse(path, &shelf.library), asked: Asked::read(search) })
    }
}

/// Follows links, form and history for as long as the page lives.
pub fn listen(app: &Rc<App>) {
    let document = browser::document();
    let options = EventListenerOptions::enable_prevent_default();

    let own = Rc::clone(app);
    EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if let Ok(Some(button)) = target.closest("[data-do]") {
            input::act(&own, &button);
        } else if let Some(href) = plain_link(click, &target)
            && follow(&own, &href, None, true)
        {
            event.prevent_default();
        }
    })
    .forget();

    let own = Rc::clone(app);
    EventListener::new_with_options(&document, "submit", options, move |event| {
        let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if form.is_some_and(|form| form.class_name() == "search") {
            event.prevent_default();
            input::submit(&own);
        }
    })
    .forget();

    let own = Rc::clone(app);
    EventListener::new(&browser::window(), "popstate", move |event| {
        let href = browser::window().location().href().unwrap_or_default();
        let back = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_f64());
        if !follow(&own, &href, Some(back.unwrap_or_default()), false) {
            let _ = browser::window().location().reload();
        }
    })
    .forget();
}

/// The address of a plain click on a link, one that would open in this tab.
fn plain_link(event: &MouseEvent, target: &Element) -> Option<String> {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return None;
    }
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let stays = !link.has_attribute("download") && link.target().is_empty();
    // The other language answers the same question.
    let query = if link.class_name() == "language" { current_query() } else { String::new() };
    stays.then(|| [&link.href(), &*query].concat())
}

fn current_query() -> String {
    browser::window().location().search().unwrap_or_default()
}

/// Goes to the search page with this question.
pub fn search(app: &Rc<App>, asked: &Asked) {
    let locale = app.here.with_untracked(|place| place.route.locale);
    let path = Route::new(locale, Page::Search).path();
    follow(app, &[&app.root, &path, &*asked.write()].concat(), None, true);
}

/// Asks something else on the page that is shown.
pub fn ask(app: &App, asked: Asked, push: bool) {
    let location = browser::window().location();
    let path = location.pathname().unwrap_or_default();
    if change_address(&[path, asked.write()].concat(), push) {
        app.here.update(|place| place.asked = asked);
    }
}

/// Writes the address. What is left keeps how far it was scrolled, for the way back.
fn change_address(href: &str, push: bool) -> bool {
    let Ok(history) = browser::window().history() else { return false };
    if !push {
        return history.replace_state_with_url(&JsValue::NULL, "", Some(href)).is_ok();
    }
    let scrolled = JsValue::from_f64(browser::scrolled());
    let _ = history.replace_state(&scrolled, "");
    history.push_state_with_url(&JsValue::NULL, "", Some(href)).is_ok()
}

/// Goes to an address of the site; says whether it did. Addresses that the app does not render,
/// files among them, are left to the browser.
pub fn follow(app: &App, href: &str, back: Option<f64>, push: bool) -> bool {
    let Some(place) = Place::of(&app.shelf, &app.root, href) else { return false };
    let current = app.here.get_untracked();
    let hash = href.find('#').map_or("", |at| &href[at..]);
    let stays = push && place == current;
    if !views::in_client(&place.route.page) || (stays && !hash.is_empty()) {
        return false;
    }
    app.typing.borrow_mut().settled = true;
    if stays {
        return true;
    }
    if push && !change_address(href, true) {
        return false;
    }
    let reader = Reader::new(&app.shelf, place.route.clone());
    let (title, lang) = (views::title(&reader), place.route.locale.tag());
    let moved = place.route != current.route;
    if place != current {
        app.here.set(place);
    }
    if moved {
        let hash = hash.to_owned();
        // The new page is in the document only after this turn.
        Timeout::new(0, move || browser::arrive(&title, lang, &hash, back)).forget();
    }
    true
}
