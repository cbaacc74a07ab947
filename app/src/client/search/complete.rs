//! Completions under the search box: a combobox with a list, chosen by arrows or by touch.

use std::rc::Rc;

use maud::html;
use search_index::protocol::{Request, Response, Suggestion, SuggestionKind};

use super::engine::ask_engine;
use super::{App, browser, input, regions};
use crate::reader::Reader;
use crate::route::{Page, Route};
use crate::search::complete::complete;
use crate::ui::fill;
use crate::ui::found::words;
use crate::views::search::found::State;

/// What is offered.
#[derive(Default)]
pub struct Session {
    offered: Vec<Suggestion>,
    chosen: Option<usize>,
    id: u32,
}

/// At most this many, and fewer where they would cover the results.
const MOST: usize = 7;
const MOST_OVER_RESULTS: usize = 4;

/// Offers completions of what stands in the box.
pub fn offer(app: &Rc<App>, typed: &str) {
    let mut session = app.completions.borrow_mut();
    session.id += 1;
    let reader = app.reader();
    let over_results = reader.route.page == Page::Search;
    let limit = if over_results { MOST_OVER_RESULTS } else { MOST };
    if typed.trim().is_empty() {
        drop(session);
        close(app);
        return;
    }
    let state = app.results.borrow().state;
    if state != State::Ready {
        session.offered = complete(reader.library(), typed, limit);
        session.chosen = None;
        show(&reader, &session);
    }
    if !matches!(state, State::Ready | State::Waiting) {
        return;
    }
    let id = session.id;
    let request = Request::Suggest {
        id,
        prefix: typed.to_owned(),
        english: reader.english(),
        limit: limit as u32,
    };
    let app = Rc::clone(app);
    ask_engine(
        &request,
        Box::new(move |answer| {
            let mut session = app.completions.borrow_mut();
            if let Ok(Response::Suggestions { suggestions, .. }) = answer
                && session.id == id
                && session.chosen.is_none()
            {
                session.offered = suggestions;
                show(&reader, &session);
            }
        }),
    );
}

/// Takes the list away. Answers that are still on their way come too late.
pub fn close(app: &App) {
    let mut session = app.completions.borrow_mut();
    session.id += 1;
    session.offered.clear();
    session.chosen = None;
    show(&app.reader(), &session);
}

/// A key in the box; says whether it was one for the list.
pub fn key(app: &Rc<App>, key: &str) -> bool {
    let mut session = app.completions.borrow_mut();
    let count = session.offered.len();
    if count == 0 {
        return false;
    }
    let last = count - 1;
    match (key, session.chosen) {
        ("ArrowDown", chosen) => {
            session.chosen = chosen.map_or(Some(0), |index| (index < last).then_some(index + 1));
        }
        ("ArrowUp", chosen) => {
            session.chosen = chosen.map_or(Some(last), |index| index.checked_sub(1));
        }
        ("Enter", Some(index)) => {
            drop(session);
            choose(app, index);
            return true;
        }
        ("Escape", _) => {
            drop(session);
            close(app);
            return true;
        }
        _ => return false,
    }
    show(&app.reader(), &session);
    true
}

/// Goes to the place that a completion names, or searches for its words.
pub fn choose(app: &Rc<App>, index: usize) {
    let chosen = app.completions.borrow().offered.get(index).cloned();
    close(app);
    let Some(chosen) = chosen else { return };
    if let Some(at) = &chosen.at {
        let locale = app.reader().route.locale;
        let path = Route::of(locale, at).path();
        browser::go_to(&[app.root.as_str(), &path].concat());
    } else if let Some(input) = browser::search_box() {
        input.set_value(&chosen.text);
        input::submit(app);
    }
}

/// Puts the list under the box and tells both about each other.
fn show(reader: &Reader, session: &Session) {
    let Some(input) = browser::search_box() else { return };
    let words = words(reader.route.locale);
    let list = browser::by_id("completions").or_else(|| {
        let list = browser::document().create_element("ul").ok()?;
        list.set_id("completions");
        let _ = list.set_attribute("role", "listbox");
        let _ = list.set_attribute("aria-label", words.completions);
        input.after_with_node_1(&list).ok()?;
        Some(list)
    });
    let Some(list) = list else { return };
    let open = !session.offered.is_empty();
    let chosen = session.chosen.map(|index| ["completion-", &index.to_string()].concat());
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-controls", "completions"),
        ("aria-expanded", if open { "true" } else { "false" }),
    ] {
        let _ = input.set_attribute(name, value);
    }
    let _ = match chosen {
        Some(chosen) => input.set_attribute("aria-activedescendant", &chosen),
        None => input.remove_attribute("aria-activedescendant"),
    };
    regions::set_flag(&list, "hidden", !open);
    let options = html! {
        @for (index, offered) in session.offered.iter().enumerate() {
            @let chosen = session.chosen == Some(index);
            li role="option" id={ "completion-" (index) } data-do="complete" data-value=(index)
                aria-selected=(if chosen { "true" } else { "false" })
            {
                span { (offered.text) }
                small {
                    (match offered.kind {
                        SuggestionKind::Title => words.kind_title,
                        SuggestionKind::Term => words.kind_term,
                        SuggestionKind::Number => words.kind_number,
                    })
                }
            }
        }
    };
    list.set_inner_html(&options.into_string());
    if open && session.chosen.is_none() {
        let count = session.offered.len().to_string();
        browser::announce(&fill(words.completions_count, &count));
    }
}
