//! Navigation without reloading: links inside the site and the back button.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, PopStateEvent};

use super::{App, arrival, head};
use crate::client::browser;
use crate::reader::Reader;
use crate::route::{Page, Route};
use crate::views;

#[wasm_bindgen]
extern "C" {
    /// Has the search show what the address asks. Where it asks something (`wanted`) the search's
    /// program is loaded for it.
    #[wasm_bindgen(js_namespace = policy, js_name = seek)]
    fn seek_address(wanted: bool);
}

/// Follows links and history for as long as the page lives.
pub fn listen(app: &Rc<App>) {
    let options = EventListenerOptions::enable_prevent_default();
    let own = Rc::clone(app);
    EventListener::new_with_options(&browser::document(), "click", options, move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let href = target.and_then(|target| plain_link(click, &target));
        if href.is_some_and(|href| follow(&own, &href, None, true)) {
            event.prevent_default();
        }
    })
    .forget();

    let own = Rc::clone(app);
    EventListener::new(&browser::window(), "popstate", move |event| {
        let back = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_f64());
        if !follow(&own, &browser::address(), back, false) {
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
    let query = if link.class_name() == "language" { browser::asked() } else { String::new() };
    stays.then(|| [&link.href(), &*query].concat())
}

/// Goes to an address of the site; says whether it did. Addresses that the app does not render,
/// files among them, are left to the browser. `back` is where the reader had scrolled to there, if
/// that is known: the way forward leads to the sentence of the address.
pub fn follow(app: &Rc<App>, href: &str, back: Option<f64>, push: bool) -> bool {
    let Some(route) = Route::at(href, &app.root, app.shelf.library) else { return false };
    let moved = app.here.with_untracked(|here| *here != route);
    let (path, hash) = href.split_at(href.find('#').unwrap_or(href.len()));
    let stays = push && !moved && browser::address().split('#').next() == Some(path);
    if !views::in_client(&route.page) || (stays && !hash.is_empty()) {
        return false;
    }
    if stays {
        return true;
    }
    if push && !browser::change_address(href, true) {
        return false;
    }
    if !moved {
        seek(app);
        return true;
    }
    let reader = Reader::new(&app.shelf, route.clone());
    let (title, lang) = (views::title(&reader), route.locale.tag());
    app.here.set(route);
    head::follow(href);
    let (app, hash) = (Rc::clone(app), hash.to_owned());
    // The new page is in the document only after this turn.
    Timeout::new(0, move || {
        // The search puts what is asked in front of it.
        browser::document().set_title(&title);
        seek(&app);
        arrival::arrive(&title, lang, &hash, back);
    })
    .forget();
    true
}

/// Tells the search that the address has changed, on pages that have something to show of it.
pub fn seek(app: &App) {
    let (search, provision) = app.here.with_untracked(|here| {
        (here.page == Page::Search, matches!(here.page, Page::Provision(..)))
    });
    if search || provision {
        seek_address(search || corpus::text::find(&browser::asked(), "q=").is_some());
    }
}
