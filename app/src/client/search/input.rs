//! What the reader types, presses and taps in a search, heard once on the document.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, InputEvent, KeyboardEvent};

use super::{App, Place, browser, complete, matches, regions, results};
use crate::route::{Page, Route};
use crate::search::asked::Asked;

/// The typing in the search box.
#[derive(Default)]
pub struct Typing {
    /// Runs when the reader pauses; the first letter after a pause does not wait.
    pause: Option<Timeout>,
    /// Whether the query in the address was asked by Enter or a link, and is to stay in the
    /// history when the reader types on.
    pub settled: bool,
    /// What stood in the box when it was last looked at.
    seen: String,
}

impl Typing {
    /// Whether these words were typed, and not put into the box.
    pub fn has_seen(&self, value: &str) -> bool {
        !value.is_empty() && self.seen == value
    }
}

/// Milliseconds between two searches while typing.
const PAUSE: u32 = 50;

/// On narrow screens the keyboard of a phone covers the results.
const NARROW: f64 = 700.0;

/// Listens for as long as the page lives.
pub fn listen(app: &Rc<App>) {
    hear(app, "input", |app, target, event| {
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if target.id() == "q" && !composing {
            typed(app);
        }
    });
    hear(app, "compositionend", |app, target, _| {
        if target.id() == "q" {
            typed(app);
        }
    });
    hear(app, "focusout", |app, target, _| {
        if target.id() == "q" {
            complete::close(app);
        }
    });
    hear(app, "mousedown", |app, target, event| {
        if target.closest("#completions").is_ok_and(|list| list.is_some()) {
            // The box keeps the focus.
            event.prevent_default();
        }
        if target.closest("#found-list").is_ok_and(|list| list.is_some()) {
            app.results.borrow_mut().touched = true;
        }
    });
    hear(app, "touchstart", |app, target, _| {
        if target.closest("#found-list").is_ok_and(|list| list.is_some()) {
            app.results.borrow_mut().touched = true;
        }
    });
    let own = Rc::clone(app);
    EventListener::new(&browser::window(), "popstate", move |_| super::show(&own)).forget();
    hear(app, "click", |app, target, _| {
        if target.closest("main a[href]").is_ok_and(|link| link.is_some()) {
            results::leave(app);
        }
    });
    hear(app, "keydown", |app, target, event| {
        if let Some(pressed) = event.dyn_ref::<KeyboardEvent>()
            && !composes(pressed)
            && !(pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key())
            && key(app, target, &pressed.key())
        {
            event.prevent_default();
        }
    });
}

/// With this an input method's own keys come. Safari sends the key that ends a composition so, when
/// `isComposing` is false again: it chooses a word and is meant for nothing else.
const KEY_OF_INPUT_METHOD: u32 = 229;

fn composes(pressed: &KeyboardEvent) -> bool {
    pressed.is_composing() || pressed.key_code() == KEY_OF_INPUT_METHOD
}

/// Hears one kind of event. Not generic: each instance would be a copy in the program.
fn hear(app: &Rc<App>, name: &'static str, then: fn(&Rc<App>, &Element, &web_sys::Event)) {
    let app = Rc::clone(app);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&browser::document(), name, options, move |event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            then(&app, &target, event);
        }
    })
    .forget();
}

/// The box has new words: at once where the reader had paused, otherwise at the next pause.
fn typed(app: &Rc<App>) {
    if app.typing.borrow().pause.is_some() {
        return;
    }
    now(app);
    let own = Rc::clone(app);
    let typed_in = browser::search_box();
    app.typing.borrow_mut().pause = Some(Timeout::new(PAUSE, move || {
        own.typing.borrow_mut().pause = None;
        // The box of another page, which is still empty, was not typed in.
        let input = browser::search_box().filter(|input| Some(input) == typed_in.as_ref());
        if input.is_some_and(|input| own.typing.borrow().seen != input.value()) {
            typed(&own);
        }
    }));
}

/// Searches, on the search page, and offers completions.
fn now(app: &Rc<App>) {
    let Some(input) = browser::search_box() else { return };
    let value = input.value();
    app.typing.borrow_mut().seen.clone_from(&value);
    let place = app.place();
    if place.route.page == Page::Search {
        let push = std::mem::take(&mut app.typing.borrow_mut().settled);
        super::ask(app, Asked { query: value.clone(), ..place.asked }, push);
    }
    complete::offer(app, &value);
}

/// Takes in what the reader typed before anything here was listening.
pub fn catch_up(app: &Rc<App>) {
    let value = browser::search_box().map(|input| input.value()).unwrap_or_default();
    let in_box = browser::focused().is_some_and(|focused| focused.id() == "q");
    if in_box && !value.is_empty() && value != app.place().asked.query {
        typed(app);
    }
}

/// Enter, or the button beside the box.
pub fn submit(app: &Rc<App>) {
    let Some(input) = browser::search_box() else { return };
    complete::close(app);
    let Place { route, asked } = app.place();
    let kept = if route.page == Page::Search { asked } else { Asked::default() };
    let asked = Asked { query: input.value(), ..kept };
    // What was typed last is asked here; nothing waits for a pause any more.
    *app.typing.borrow_mut() = Typing { pause: None, settled: true, seen: input.value() };
    if route.page != Page::Search {
        let path = Route::new(route.locale, Page::Search).path();
        browser::go_to(&[&app.root, &path, &*asked.write()].concat());
    } else if asked != app.place().asked {
        super::ask(app, asked, true);
    }
    let width = browser::window().inner_width().ok().and_then(|width| width.as_f64());
    if width.is_some_and(|width| width < NARROW) {
        let _ = input.blur();
    }
}

/// A key; says whether it is used up.
fn key(app: &Rc<App>, target: &Element, key: &str) -> bool {
    let in_box = target.id() == "q";
    if in_box && complete::key(app, key) {
        return true;
    }
    let hit = target.closest(".hit").ok().flatten();
    match key {
        // After a search the focus is on the page's heading.
        "ArrowDown" if in_box || target.tag_name() == "H1" => step(None, true),
        "ArrowDown" if hit.is_some() => step(hit.as_ref(), true),
        "ArrowUp" if hit.is_some() => step(hit.as_ref(), false),
        "Escape" if hit.is_some() => {
            browser::focus("#q");
            true
        }
        "Escape" if in_box => {
            if let Some(input) = browser::search_box() {
                if input.value().is_empty() {
                    let _ = input.blur();
                } else {
                    input.set_value("");
                    typed(app);
                }
            }
            true
        }
        "Escape" if target.closest("#match-bar").is_ok_and(|bar| bar.is_some()) => {
            matches::clear(app);
            true
        }
        _ => false,
    }
}

/// Moves the focus from hit to hit; above the first is the box.
fn step(from: Option<&Element>, down: bool) -> bool {
    let links = regions::all("#found-list h3 a");
    let at = from.and_then(|hit| links.iter().position(|link| hit.contains(Some(link))));
    let next = match (at, down) {
        (None, _) => 0,
        (Some(at), true) => at + 1,
        (Some(0), false) => {
            browser::focus("#q");
            return true;
        }
        (Some(at), false) => at - 1,
    };
    links.get(next).is_some_and(|link| link.focus().is_ok())
}
