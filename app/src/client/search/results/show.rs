//! How an answer comes onto the page.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::Session;
use crate::client::browser;
use crate::client::search::{App, around_change, page, regions};
use crate::search::state::ResultsState;

/// Milliseconds, more than a frame, after which a new list is laid out to its end.
const FRAME: u32 = 30;

/// How the list comes onto the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// What is far down the list comes a frame later.
    New,
    /// All at once, as the reader is somewhere down the list.
    Whole,
    /// With new hits below the list, which stays as it is.
    Kept,
}

/// Shows an answer: the address of its question comes with it.
pub fn show_answer(app: &Rc<App>, session: &mut Session, change: Change) {
    around_change(app, || show(app, session, change));
}

/// Shows what is known of the latest question.
pub fn show(app: &Rc<App>, session: &Session, change: Change) {
    let Session { asked, list, unfiltered, .. } = session;
    let found = ResultsState {
        asked: asked.clone(),
        list: list.clone(),
        state: session.answering(app),
        unfiltered: *unfiltered,
        kept: change == Change::Kept,
        awaited: None,
    };
    let same = app.search.found.with_untracked(|before| before.list.shows_the_same(list));
    // Asked before anything is written: how far the page is scrolled is known without a layout.
    let at_once = change != Change::New || same || session.in_use();
    app.search.found.set(found);
    if !app.alive.replace(true) {
        page::results(app);
    }
    if let (false, Some(list)) = (at_once, browser::by_id("found-list")) {
        regions::set_flag(&list, "data-new", true);
        Timeout::new(FRAME, move || regions::set_flag(&list, "data-new", false)).forget();
    }
}
