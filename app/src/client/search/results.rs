//! The search page in the browser: exact matches and related words from the texts at once, the
//! engine's answer as soon as it is there, without moving what the reader already works with.

pub mod download;
mod session;
mod show;

use std::rc::Rc;

use leptos::prelude::*;
use search_index::fallback;
use search_index::protocol::{Failure, Request, Response, Results};

use super::engine::{Silence, ask_engine, restart};
use super::{App, Place, after_showing, browser, regions};
use crate::search::asked::PAGE;
use crate::search::list::{List, lead_with_english};
use crate::search::state::State;
pub use session::Session;
use show::{Change, show, show_answer};

/// Whether only the engine's answer will show what is asked; otherwise [`ask`] shows it at once.
pub fn waits_for_engine(app: &App, place: &Place) -> bool {
    let session = app.results.borrow();
    let known = session.shows(&place.asked, place.leads_with_english());
    session.state == State::Ready && !place.asked.is_empty() && !known
}

/// Answers what the address asks.
pub fn ask(app: &Rc<App>, place: &Place) {
    let english = place.leads_with_english();
    let mut session = app.results.borrow_mut();
    if session.shows(&place.asked, english) {
        // The reader is back from a hit.
        session.touched = true;
        show(app, &session, Change::Whole);
        return;
    }
    session.asked = place.asked.clone();
    session.english = english;
    #[cfg(feature = "full-search")]
    app.without_engine.set(super::translated::answers(app, &place.asked.query));
    session.id += 1;
    session.unfiltered = false;
    if session.state == State::Crashed {
        session.state = State::Waiting;
    }
    if session.asked.is_empty() {
        session.list = List::default();
        session.list_id = session.id;
        show(app, &session, Change::New);
        return;
    }
    let left = session.left.take();
    session.place = left.map(|(_, place)| place);
    if session.answering(app) != State::Ready {
        session.fall_back(app);
        session.unfiltered = false;
        // The reader who comes back waits for the same list, not for one to stand in for it.
        if left.is_none() {
            show(app, &session, Change::New);
        }
    } else if app.asking.borrow().is_none() {
        // The browser has changed the address already, on the way back or forward.
        app.search.found.update(|found| found.awaited = Some(place.asked.clone()));
    }
    send(app, &session, 0, left.map_or(PAGE, |(count, _)| count.max(PAGE)));
}

/// Notes in the history how many hits are shown and how far the page is scrolled, for the way back.
pub fn leave(app: &App) {
    let session = app.results.borrow();
    if app.alive.get() && session.list_id == session.id {
        let place = browser::whole_pixels_scrolled().to_string();
        browser::note(&[&session.list.taken.to_string(), " ", &*place].concat());
    }
}

/// Takes up what [`leave`] noted, before the address is answered.
pub fn come_back(app: &App) {
    app.results.borrow_mut().left = browser::noted().and_then(|noted| {
        let (count, place) = noted.split_once(' ')?;
        Some((count.parse().ok()?, f64::from(place.parse::<u32>().ok()?)))
    });
}

/// Answers anew from the texts at hand, now that there is a thesaurus, if the engine has not
/// answered and the reader does not work with the list yet.
pub fn ask_again(app: &Rc<App>) {
    let mut session = app.results.borrow_mut();
    if session.answering(app) != State::Ready && !session.asked.is_empty() && !session.in_use() {
        session.fall_back(app);
        session.unfiltered = false;
        show(app, &session, Change::New);
    }
}

/// Asks the engine, unless it is known not to answer.
fn send(app: &Rc<App>, session: &Session, offset: u32, limit: u32) {
    if !matches!(session.answering(app), State::Waiting | State::Ready) {
        return;
    }
    let request = session.sent().request(session.id, offset, limit, session.english);
    let (id, here) = (session.id, Rc::clone(app));
    ask_engine(
        app,
        Request::Search(request),
        Box::new(move |answer| {
            let mut session = here.results.borrow_mut();
            if session.id == id {
                answered(&here, &mut session, answer, offset, limit);
            }
        }),
    );
}

fn answered(
    app: &Rc<App>,
    session: &mut Session,
    answer: Result<Response, Silence>,
    offset: u32,
    limit: u32,
) {
    let state = match answer {
        Ok(Response::Results(found)) => {
            if !session::is_without_engine(app) {
                session.state = State::Ready;
                session.crashes = 0;
            }
            take_in(app, session, found, offset);
            return;
        }
        Ok(Response::Failed { failure: Failure::Damaged, .. }) | Err(Silence::Damaged) => {
            State::Damaged
        }
        Ok(Response::Failed { failure: Failure::WrongVersion | Failure::OtherTexts, .. }) => {
            State::OtherRelease
        }
        Ok(_) => State::Crashed,
        Err(Silence::Unreachable) => State::Unreachable,
        Err(Silence::Crashed) => {
            restart();
            session.crashes += 1;
            if session.crashes == 1 {
                send(app, session, offset, limit);
                return;
            }
            State::Crashed
        }
    };
    session.place = None;
    let had_engine = session.state == State::Ready;
    session.state = state;
    if had_engine {
        session.fall_back(app);
    }
    show_answer(app, session, Change::New);
}

fn take_in(app: &Rc<App>, session: &mut Session, mut found: Results, offset: u32) {
    if session.english {
        lead_with_english(&mut found.hits);
    }
    if found.total == 0 && session.asked.is_filtered() && !session.unfiltered {
        session.unfiltered = true;
        send(app, session, 0, PAGE);
    } else if offset > 0 {
        let first = session.list.shown.len();
        session.list.extend(found);
        show_answer(app, session, Change::Whole);
        let place = session.list.place(first);
        after_showing(Box::new(move || {
            let links = regions::all("#found-list h3 a");
            let Some(link) = place.and_then(|place| links.get(place)) else { return };
            // Whoever asks for more sees it, where it is folded too.
            if let Ok(Some(fold)) = link.closest("details") {
                regions::set_flag(&fold, "open", true);
            }
            let _ = link.focus();
        }));
    } else if let Some(place) = session.place.take() {
        session.new_list(found);
        show_answer(app, session, Change::Whole);
        after_showing(Box::new(move || browser::window().scroll_to_with_x_and_y(0.0, place)));
        session.touched = true;
    } else if session.in_use() {
        session.list.keep(found);
        show_answer(app, session, Change::Kept);
    } else {
        session.new_list(found);
        show_answer(app, session, Change::New);
    }
}

/// Shows the next page of hits.
pub fn more(app: &Rc<App>) {
    let mut session = app.results.borrow_mut();
    if session.list_id != session.id {
        // The list that it would lengthen is about to go.
        return;
    }
    let offset = session.list.taken;
    if session.answering(app) == State::Ready {
        send(app, &session, offset, PAGE);
    } else {
        let request = session.sent().request(session.id, offset, PAGE, session.english);
        let found = fallback::search(&app.texts, app.related.get(), &request);
        take_in(app, &mut session, found, offset);
    }
}

/// Starts the engine anew and asks again.
pub fn retry(app: &Rc<App>) {
    restart();
    let mut session = app.results.borrow_mut();
    session.state = State::Waiting;
    session.crashes = 0;
    session.id += 1;
    show(app, &session, Change::New);
    send(app, &session, 0, PAGE);
}
