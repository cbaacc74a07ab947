//! Completions under the search box: a combobox with a list, chosen by arrows or by touch.

use std::rc::Rc;

use leptos::prelude::*;
use search_index::protocol::{Request, Response, Suggestion};

use super::engine::ask_engine;
use super::{App, browser, input, page};
use crate::route::{Page, Route};
use crate::search::complete::complete;
use crate::search::state::{Offered, State};
use crate::ui::fill;
use crate::ui::found::words;

/// The completing of what is typed.
#[derive(Default)]
pub struct Session {
    /// The number of the latest question.
    id: u32,
    /// Whether the list is on the page.
    mounted: bool,
}

/// At most this many, and fewer where they would cover the results.
const MOST: usize = 7;
const MOST_OVER_RESULTS: usize = 4;

/// Offers completions of what stands in the box.
pub fn offer(app: &Rc<App>, typed: &str) {
    if typed.trim().is_empty() {
        close(app);
        return;
    }
    let id = next(app);
    let over_results = app.page_context().route.page == Page::Search;
    let limit = if over_results { MOST_OVER_RESULTS } else { MOST };
    let state = app.results.borrow().state;
    if state != State::Ready {
        show(app, complete(app.page_context().library(), typed, limit));
    }
    if !matches!(state, State::Ready | State::Waiting) {
        return;
    }
    let request = Request::Suggest {
        id,
        prefix: typed.to_owned(),
        english: app.page_context().english(),
        limit: limit as u32,
    };
    let here = Rc::clone(app);
    ask_engine(
        app,
        request,
        Box::new(move |answer| {
            if let Ok(Response::Suggestions { suggestions, .. }) = answer
                && here.completions.borrow().id == id
                && here.search.offered.read_untracked().chosen.is_none()
            {
                show(&here, suggestions);
            }
        }),
    );
}

/// The number of a new question; answers to the ones before come too late.
fn next(app: &App) -> u32 {
    let mut session = app.completions.borrow_mut();
    session.id += 1;
    session.id
}

/// Takes the list away. Answers that are still on their way come too late.
pub fn close(app: &App) {
    next(app);
    show(app, Vec::new());
}

/// Shows these completions, none of them chosen, and says how many there are.
fn show(app: &App, suggestions: Vec<Suggestion>) {
    let mounted = std::mem::replace(&mut app.completions.borrow_mut().mounted, true);
    if !mounted {
        page::completions(app);
    }
    if !suggestions.is_empty() {
        announce(app, suggestions.len());
    }
    app.search.offered.set(Offered { suggestions, chosen: None });
}

fn announce(app: &App, count: usize) {
    let words = words(app.page_context().route.locale);
    browser::announce(&fill(words.completions_count, &count.to_string()));
}

/// A key in the box; says whether it was one for the list.
pub fn key(app: &Rc<App>, key: &str) -> bool {
    let offered = app.search.offered;
    let (count, chosen) = offered.with_untracked(|all| (all.suggestions.len(), all.chosen));
    if count == 0 {
        return false;
    }
    let last = count - 1;
    let chosen = match (key, chosen) {
        ("ArrowDown", chosen) => {
            chosen.map_or(Some(0), |index| (index < last).then_some(index + 1))
        }
        ("ArrowUp", chosen) => chosen.map_or(Some(last), |index| index.checked_sub(1)),
        ("Enter", Some(index)) => {
            choose(app, index);
            return true;
        }
        ("Escape", _) => {
            close(app);
            return true;
        }
        _ => return false,
    };
    if chosen.is_none() {
        announce(app, count);
    }
    offered.update(|all| all.chosen = chosen);
    true
}

/// Goes to the place that a completion names, or searches for its words.
pub fn choose(app: &Rc<App>, index: usize) {
    let chosen = app.search.offered.with_untracked(|all| all.suggestions.get(index).cloned());
    close(app);
    let Some(chosen) = chosen else { return };
    if let Some(at) = &chosen.at {
        let path = Route::of(app.page_context().route.locale, at).path();
        browser::go_to(&[app.root.as_str(), &path].concat());
    } else if let Some(input) = browser::search_box() {
        input.set_value(&chosen.text);
        input::submit(app);
    }
}
