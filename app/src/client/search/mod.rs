//! The search on the page: hits, completions, and marks on the page of a provision; exact matches
//! from the texts at once, the engine's answers as soon as they are there.
//!
//! The address is the first state ([`Place`]); what is shown of it are signals
//! ([`crate::search::context::Search`]), which components read that stand in the regions of the page
//! ([`page`]). What the reader does comes back as an [`Action`].

#[cfg(feature = "full-search")]
mod by_need;
#[cfg(not(feature = "full-search"))]
#[path = "whole.rs"]
mod by_need;
mod complete;
mod engine;
pub mod input;
mod matches;
mod open_page;
mod page;
mod regions;
mod results;
#[cfg(feature = "full-search")]
mod translated;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use search_index::fallback::{RelatedWords, Texts};
use search_index::protocol::Filters;

use super::browser;
use crate::page_context::{LibraryIndex, PageContext};
use crate::route::{Page, Route};
use crate::search::asked::Asked;
use crate::search::context::Search;
use crate::search::state::Action;

/// The search as all its parts know it.
pub struct App {
    /// What is shown.
    search: Search,
    /// Owns all components.
    owner: Owner,
    /// The reader on this page.
    page_context: RefCell<PageContext>,
    /// Answers for a library that comes in pieces.
    by_need: Option<by_need::ByNeed>,
    /// Answers in further languages; `None` where nothing is translated into one.
    #[cfg(feature = "full-search")]
    translated: Option<search_index::translated::TranslatedTexts<'static>>,
    /// Whether the question on the search page is in one of them.
    #[cfg(feature = "full-search")]
    without_engine: Cell<bool>,
    /// The texts as they are searched without the engine.
    texts: Texts<'static>,
    /// The absolute address of the site's root.
    root: String,
    /// The related words of the thesaurus, once it is there.
    related: OnceCell<RelatedWords>,
    /// What [`show`] has answered: the address up to `#`.
    answered: RefCell<String>,
    /// Whether the regions of the search page are alive.
    alive: Cell<bool>,
    results: RefCell<results::Session>,
    matches: RefCell<matches::MatchMarks>,
    completions: RefCell<complete::Session>,
    typing: RefCell<input::Typing>,
    /// What is asked already and not yet in the address.
    asking: RefCell<Option<Asking>>,
}

/// A question whose answer is on its way: address, title, status and list change together, when it
/// is there.
struct Asking {
    asked: Asked,
    /// Whether it becomes an entry of the history, or takes the place of the present one.
    push: bool,
}

/// Where the reader is: a route, and what is asked there.
struct Place {
    route: Route,
    /// From `?` on.
    asked: Asked,
}

impl Place {
    /// Whether hits are shown in English first: by the reader's choice of languages, otherwise as
    /// the interface is.
    fn leads_with_english(&self) -> bool {
        let root = browser::document().document_element();
        match root.and_then(|root| root.get_attribute("data-text")).as_deref() {
            Some("en") => true,
            Some("zh") => false,
            _ => self.route.locale.english(),
        }
    }
}

impl App {
    /// The reader on this page, with the texts that are at hand.
    fn page_context(&self) -> PageContext {
        self.page_context.borrow().clone()
    }

    /// What the address says, or will say as soon as the question is answered.
    fn place(&self) -> Place {
        let asking = self.asking.borrow().as_ref().map(|asking| asking.asked.clone());
        let asked = asking.unwrap_or_else(|| Asked::read(&browser::asked()));
        Place { route: self.page_context().route, asked }
    }
}

thread_local! {
    /// The search, once it runs: for what is called from outside.
    static APP: OnceCell<Rc<App>> = const { OnceCell::new() };
}

/// Makes the search ready over the encoded library; `manifest` is that of a library whose texts come
/// in pieces, otherwise empty; `translations` are those into further languages, or empty.
///
/// # Errors
/// A reason for the console where the texts can't be read.
pub fn start(
    library: &[u8],
    manifest: &[u8],
    translations: &[u8],
    root: &str,
) -> Result<(), &'static str> {
    const OTHER: &str = "the texts are not of this release";
    let by_need = match manifest {
        [] => None,
        _ => Some(by_need::ByNeed::open(manifest, library).ok_or(OTHER)?),
    };
    let library = corpus::library_codec::read(library).ok_or(OTHER)?;
    #[cfg(not(feature = "full-search"))]
    debug_assert!(translations.is_empty(), "this program knows none");
    #[cfg(feature = "full-search")]
    let (library, languages) = translated::joined(library, translations).ok_or(OTHER)?;
    let library_index = Arc::new(LibraryIndex::new(library));
    let route = open_page::route(by_need.is_some(), root, library_index.library);
    let page_context = PageContext::new(&library_index, route);
    let owner = Owner::new();
    let search = owner.with(|| {
        let search = Search::new(&page_context, act);
        provide_context(search);
        provide_context(page_context.clone());
        search
    });
    let app = Rc::new(App {
        search,
        owner,
        #[cfg(feature = "full-search")]
        translated: languages.map(|languages| {
            search_index::translated::TranslatedTexts::new(library_index.library, languages)
        }),
        #[cfg(feature = "full-search")]
        without_engine: Cell::default(),
        texts: Texts::new(library_index.library),
        page_context: RefCell::new(page_context),
        by_need,
        root: root.to_owned(),
        related: OnceCell::new(),
        answered: RefCell::default(),
        alive: Cell::default(),
        results: RefCell::default(),
        matches: RefCell::default(),
        completions: RefCell::default(),
        typing: RefCell::default(),
        asking: RefCell::default(),
    });
    input::listen(&app);
    // The reader did not wait for this program.
    input::catch_up(&app);
    APP.with(|cell| cell.set(app).ok());
    Ok(())
}

/// Does what the reader asks of the search.
fn act(action: Action) {
    let Some(app) = APP.with(|cell| cell.get().cloned()) else { return };
    match action {
        Action::Toggle(kind, value) => {
            let mut asked = app.place().asked;
            asked.toggle(kind, &value);
            ask(&app, asked, true);
        }
        Action::ClearFilters => {
            ask(&app, Asked { filters: Filters::default(), ..app.place().asked }, true);
        }
        Action::More => results::more(&app),
        Action::Retry => results::retry(&app),
        Action::Download(form) => results::download::download(&app, form),
        Action::Complete(index) => complete::choose(&app, index),
        Action::StepMatch { forward } => matches::step(&app, forward),
        Action::ClearMatches => matches::clear(&app),
    }
}

/// Does something once all components show what has just changed.
fn after_showing(then: Box<dyn FnOnce()>) {
    // Their own tasks stand before this one.
    leptos::task::spawn_local(async move { then() });
}

/// Does something with the search, where it has been started.
pub fn with(then: fn(&Rc<App>)) {
    let app = APP.with(|cell| cell.get().cloned());
    if let Some(app) = app {
        then(&app);
    }
}

/// Takes the thesaurus in. One that can't be read is left to the engine, which says so.
pub fn know(thesaurus: &[u8]) {
    let Some(thesaurus) = search_index::protocol::decode(thesaurus) else { return };
    let app = APP.with(|cell| cell.get().cloned());
    if let Some(app) = app
        && app.related.set(RelatedWords::open(&thesaurus)).is_ok()
    {
        results::ask_again(&app);
    }
}

/// Shows what the address asks, after a link, the back button or a first look at the page. On the
/// way from sentence to sentence nothing changes.
pub fn show(app: &Rc<App>) {
    if *app.answered.borrow() != here() {
        app.typing.borrow_mut().settled = true;
        app.asking.take();
        results::come_back(app);
        answer(app, &app.place());
    }
}

fn here() -> String {
    browser::address().split('#').next().unwrap_or_default().to_owned()
}

fn answer(app: &Rc<App>, place: &Place) {
    app.answered.replace(here());
    let asked = &place.asked;
    // What was typed on a page opened from a hit, before this program ran, is not the address's.
    if let Some(input) = browser::search_box()
        && input.value() != asked.query
        && (place.route.page == Page::Search
            || !asked.is_empty() && !app.typing.borrow().has_seen(&input.value()))
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
    let place = Place { asked, ..app.place() };
    // What took the place of a question that was not answered yet is not in the history either.
    let push = app.asking.take().is_some_and(|asking| asking.push) || push;
    app.asking.replace(Some(Asking { asked: place.asked.clone(), push }));
    if place.route.page == Page::Search && results::waits_for_engine(app, &place) {
        answer(app, &place);
    } else {
        around_change(app, || answer(app, &place));
    }
}

/// Changes what is shown and with it the address, to what is asked.
fn around_change(app: &Rc<App>, change: impl FnOnce()) {
    let asking = app.asking.take();
    match asking {
        // Before the title changes: that of the entry which is left is its own.
        Some(asking) if asking.push => {
            write(app, &asking);
            change();
        }
        // Writing the address takes a slow phone longer than the search, so that it comes last.
        Some(asking) => {
            change();
            let app = Rc::clone(app);
            after_showing(Box::new(move || write(&app, &asking)));
        }
        None => change(),
    }
}

/// Writes the address of a question.
fn write(app: &App, asking: &Asking) {
    let path = browser::window().location().pathname().unwrap_or_default();
    browser::change_address(&[path, asking.asked.write()].concat(), asking.push);
    app.answered.replace(here());
}
