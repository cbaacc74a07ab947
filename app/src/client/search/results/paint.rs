//! Puts what is known into the regions of the search page, touching only what has changed.

use gloo_timers::callback::Timeout;
use search_index::protocol::Results;

use super::{Session, State};
use crate::client::browser;
use crate::client::search::{App, regions};
use crate::reader::Reader;
use crate::search::asked::echo;
use crate::views::search::{facets, found};

/// Wide enough for the filters to stand open beside the list.
const WIDE: f64 = 1024.0;

/// Milliseconds, more than a frame, after which a new list is laid out to its end.
const FRAME: u32 = 30;

/// All regions, what is far down the list a frame later.
pub fn all(app: &App, session: &mut Session) {
    regions_of(app, session, false);
}

/// All regions at once, as the reader is somewhere down the list.
pub fn whole(app: &App, session: &mut Session) {
    regions_of(app, session, true);
}

fn regions_of(app: &App, session: &mut Session, whole: bool) {
    let Some(list_here) = browser::by_id("found-list") else {
        // The reader has gone to another page meanwhile.
        return;
    };
    if session.region.as_ref() != Some(&list_here) {
        session.region = Some(list_here.clone());
        session.painted.clear();
    }
    let reader = app.reader();
    let list = found::list(&reader, &session.asked, &session.list).into_string();
    // Asked before anything is written: how far the page is scrolled is known without a layout.
    let whole = whole || session.in_use();
    if session.painted.is_empty() {
        let wide = browser::window().inner_width().ok().and_then(|width| width.as_f64());
        if let Some(filters) = browser::by_id("found-filters") {
            regions::set_flag(&filters, "open", wide.is_some_and(|width| width >= WIDE));
        }
    }
    if region(session, "found-list", &list) && !whole {
        regions::set_flag(&list_here, "data-new", true);
        Timeout::new(FRAME, move || regions::set_flag(&list_here, "data-new", false)).forget();
    }
    let Session { asked, list, state, unfiltered, .. } = &*session;
    let notices = found::notices(&reader, asked, &list.about, *state, *unfiltered).into_string();
    region(session, "found-notices", &notices);
    around(&reader, session);
}

/// All regions, with new hits below the list, which stays as it is.
pub fn added(app: &App, session: &mut Session) {
    let reader = app.reader();
    let html = found::added(&reader, &session.asked, &session.list).into_string();
    let Some(list_here) = browser::by_id("found-list") else { return };
    let _ = list_here.insert_adjacent_html("beforeend", &html);
    // The list's own markup is not known any more.
    session.painted.retain(|(id, _)| *id != "found-list");
    around(&reader, session);
}

/// Title and status line of a question whose answer is on its way.
pub fn waiting(app: &App, session: &mut Session) {
    let reader = app.reader();
    // What is known of the list on the page belongs to another question.
    let status = found::status(&reader, &session.asked, &Results::default(), State::Waiting);
    title_and_status(&reader, session, &status);
}

fn title_and_status(reader: &Reader, session: &mut Session, status: &str) {
    let asked = &session.asked;
    let asks = !asked.is_empty();
    let title = if asks { [&*echo(&asked.query), " · "].concat() } else { String::new() };
    let title = [&title, &*crate::views::title(reader)].concat();
    browser::document().set_title(&title);
    // Where nothing is asked the line stays as it came with the page, to the element.
    let line = maud::html! { @if asks { (status) } @else { span.lead { (status) } } };
    region(session, "found-status", &line.into_string());
}

fn around(reader: &Reader, session: &mut Session) {
    let status = found::status(reader, &session.asked, &session.list.about, session.state);
    title_and_status(reader, session, &status);
    let Session { asked, list, .. } = &*session;
    let choices = facets::facets(reader, asked, &list.about.facets).into_string();
    let more = found::more(reader, list).into_string();
    let (asks, hits) = (!asked.is_empty(), !list.shown.is_empty());
    region(session, "found-facets", &choices);
    region(session, "found-more", &more);
    for (id, flag, on) in [
        ("found-filters", "hidden", !hits && !session.asked.is_filtered()),
        ("found-take", "hidden", !hits),
        ("found-elsewhere", "hidden", hits),
    ] {
        if let Some(element) = browser::by_id(id) {
            regions::set_flag(&element, flag, on);
        }
    }
    // Set before the first paint, where there is a query (see early.js): what stands below the
    // list shows only once there are hits above it, or there will be none.
    let settled = hits || !asks || session.state != State::Waiting;
    if let (true, Some(root)) = (settled, browser::document().document_element()) {
        regions::set_flag(&root, "data-q", false);
    }
    // Help is open where there is nothing else, and only then opened or closed for the reader.
    let open = if hits { "closed" } else { "open" };
    if painted(session, "search-help", open)
        && let Some(help) = browser::by_id("search-help")
    {
        regions::set_flag(&help, "open", !hits);
    }
}

/// Puts the markup into the region unless it is there; what had the focus in it keeps it. Says
/// whether it is new.
fn region(session: &mut Session, id: &'static str, html: &str) -> bool {
    let Some(element) = browser::by_id(id) else { return false };
    if !painted(session, id, html) {
        return false;
    }
    let focused = browser::focused().filter(|focused| element.contains(Some(focused)));
    element.set_inner_html(html);
    if let Some(key) = focused.and_then(|focused| focused.get_attribute("data-key")) {
        browser::focus(&["[data-key=\"", &key, "\"]"].concat());
    }
    true
}

/// Notes what a region shows; says whether that is new.
fn painted(session: &mut Session, id: &'static str, html: &str) -> bool {
    match session.painted.iter_mut().find(|(other, _)| *other == id) {
        Some((_, old)) if old == html => return false,
        Some((_, old)) => html.clone_into(old),
        None => session.painted.push((id, html.to_owned())),
    }
    true
}
