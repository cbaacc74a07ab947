//! The search on the page: hits, completions, and marks on the page of a provision; exact matches
//! from the texts at once, the engine's answers as soon as they are there.
//!
//! State lives in the address ([`Place`]). What changes inside a page is markup, put into its
//! region; events are heard once, on the document.

mod complete;
mod engine;
pub mod input;
mod matches;
mod regions;
mod results;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use web_sys::HtmlElement;

use super::browser;
use crate::reader::{Reader, Shelf};
use crate::route::{Page, Route, UiLocale};
use crate::search::asked::Asked;

/// The search as all its parts know it.
pub struct App {
    shelf: Arc<Shelf>,
    /// The absolute address of the site's root.
    root: String,
    /// What [`show`] has answered: the address up to `#`, and the heading of the page.
    answered: RefCell<Option<(String, Option<HtmlElement>)>>,
    results: RefCell<results::Session>,
    matches: RefCell<matches::Session>,
    completions: RefCell<complete::Session>,
    typing: RefCell<input::Typing>,
}

/// Where the reader is: a route, and what is asked there.
struct Place {
    route: Route,
    /// From `?` on.
    asked: Asked,
}

impl App {
    /// What the address says.
    fn place(&self) -> Place {
        let route = Route::at(&browser::address(), &self.root, self.shelf.library);
        let route = route.unwrap_or_else(|| Route::new(UiLocale::Zh, Page::NotFound));
        Place { route, asked: Asked::read(&browser::asked()) }
    }

    /// The reader on the page that is shown.
    fn reader(&self) -> Reader {
        Reader::new(&self.shelf, self.place().route)
    }
}

thread_local! {
    /// The search, once it runs: for what is called from outside.
    static APP: OnceCell<Rc<App>> = const { OnceCell::new() };
}

/// Makes the search ready.
///
/// # Errors
/// A reason for the console where the texts can't be read.
pub fn start(library: &[u8], root: &str) -> Result<(), &'static str> {
    let library = corpus::tape::read(library).ok_or("the texts are not of this release")?;
    let app = Rc::new(App {
        shelf: Arc::new(Shelf::new(library)),
        root: root.to_owned(),
        answered: RefCell::default(),
        results: RefCell::default(),
        matches: RefCell::default(),
        completions: RefCell::default(),
        typing: RefCell::default(),
    });
    input::listen(&app);
    // The reader did not wait for this program.
    input::catch_up(&app);
    APP.with(|cell| cell.set(app).ok());
    Ok(())
}

/// Does something with the search, where it has been started.
pub fn with(then: fn(&Rc<App>)) {
    let app = APP.with(|cell| cell.get().cloned());
    if let Some(app) = app {
        then(&app);
    }
}

/// Shows what the address asks, after a link, the back button or a first look at the page. On the
/// way from sentence to sentence nothing changes.
pub fn show(app: &Rc<App>) {
    if *app.answered.borrow() != Some(here()) {
        app.typing.borrow_mut().settled = true;
        results::come_back(app);
        answer(app, &app.place());
    }
}

fn here() -> (String, Option<HtmlElement>) {
    let address = browser::address();
    (address.split('#').next().unwrap_or_default().to_owned(), browser::first("main h1"))
}

fn answer(app: &Rc<App>, place: &Place) {
    app.answered.replace(Some(here()));
    let asked = &place.asked;
    if let Some(input) = browser::search_box()
        && input.value() != asked.query
        && (place.route.page == Page::Search || !asked.is_empty())
    {
        input.set_value(&asked.query);
    }
    match &place.route.page {
        Page::Search => results::ask(app, place),
        Page::Provision(document, number) => matches::show(app, document, number, asked),
        _ => {}
    }
}

/// Asks something else on the page that is shown. `push` keeps what was asked in the history.
fn ask(app: &Rc<App>, asked: Asked, push: bool) {
    let path = browser::window().location().pathname().unwrap_or_default();
    let address = [path, asked.write()].concat();
    let place = Place { asked, ..app.place() };
    if push {
        browser::change_address(&address, true);
        answer(app, &place);
    } else {
        // The engine is at work while the browser writes the address, which takes a slow phone
        // longer than the search.
        answer(app, &place);
        browser::change_address(&address, false);
        app.answered.replace(Some(here()));
    }
}
