//! A library that is too large to be loaded: questions are answered from pieces of it, which come
//! when they are wanted (ADR 0017). To the rest of the search this is an engine like any other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use corpus::Library;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use search_index::pieces::{Piece, PieceReader};
use search_index::protocol::{Request, Response};
use wasm_bindgen::prelude::*;

use super::App;
use super::engine::{Done, Silence};
use crate::page_context::{LibraryIndex, PageContext};
use crate::route::Page;
use crate::search::complete::complete;

#[wasm_bindgen]
extern "C" {
    /// Fetches files, given by their paths with spaces between them: `given` is told the index and
    /// the bytes of each, and says whether they are right; `done` what went wrong.
    #[wasm_bindgen(js_namespace = policy)]
    fn pieces(paths: &str, given: &JsValue, done: JsValue);
}

/// The pieces that are there, and what is asked of them.
pub struct ByNeed {
    reader: RefCell<PieceReader>,
    /// The number of the latest question; one before it that still waits is dropped.
    latest: Cell<u32>,
}

impl ByNeed {
    /// Opens a set of pieces over the encoded library without texts; `None` where one of them is of
    /// another release.
    pub fn open(manifest: &[u8], base: &[u8]) -> Option<Self> {
        let base = corpus::library_codec::read(base)?;
        let reader = RefCell::new(PieceReader::open(manifest, base)?);
        Some(Self { reader, latest: Cell::default() })
    }
}

/// Milliseconds in which another key may follow: each question costs pieces.
const PAUSE: u32 = 200;

/// Answers a request, later.
pub fn ask(app: &Rc<App>, request: Request, done: Done) {
    let Some(by_need) = &app.by_need else { return };
    let before = by_need.latest.get();
    let searches = matches!(request, Request::Search(_));
    let number = before + u32::from(searches);
    by_need.latest.set(number);
    by_need.reader.borrow_mut().forget();
    let wait = if searches && before > 0 { PAUSE } else { 0 };
    let app = Rc::clone(app);
    // Never at once: whoever asks is not done yet.
    Timeout::new(wait, move || go_on(&app, number, request, done)).forget();
}

/// Answers, or fetches what is lacking and tries again.
fn go_on(app: &Rc<App>, number: u32, request: Request, done: Done) {
    let Some(by_need) = &app.by_need else { return };
    let searches = matches!(request, Request::Search(_));
    if searches && by_need.latest.get() != number {
        return;
    }
    let reader = by_need.reader.borrow();
    let related = app.related.get();
    let answer = match &request {
        Request::Search(request) => reader
            .search(request, related)
            .map(|(results, library)| (Response::Results(results), Some(library))),
        Request::Marks { id, query, at } => {
            let read = matches!(app.page_context().route.page, Page::Provision(..));
            reader.marks(query, at, related).map(|(snippets, library)| {
                (Response::Marks { id: *id, snippets }, read.then_some(library))
            })
        }
        Request::Suggest { id, prefix, limit, .. } => {
            let suggestions = complete(app.texts.library(), prefix, *limit as usize);
            Ok((Response::Suggestions { id: *id, suggestions }, None))
        }
    };
    drop(reader);
    match answer {
        Ok((response, library)) => {
            if let Some(library) = library {
                hold(app, library);
            }
            done(Ok(response));
        }
        Err(lacking) => {
            let next = Rc::clone(app);
            let then = move |problem: Option<Silence>| match problem {
                None => go_on(&next, number, request, done),
                Some(silence) => done(Err(silence)),
            };
            fetch(app, lacking, then);
        }
    }
}

/// From now on the page speaks of these texts. What they take is given back when the reader leaves
/// the page.
fn hold(app: &Rc<App>, library: Library) {
    let route = app.page_context().route;
    let page_context = PageContext::new(&Arc::new(LibraryIndex::new(library)), route);
    app.page_context.replace(page_context.clone());
    app.owner.with(|| provide_context(page_context));
}

fn fetch(app: &Rc<App>, lacking: Vec<Piece>, then: impl FnOnce(Option<Silence>) + 'static) {
    let Some(by_need) = &app.by_need else { return };
    let reader = by_need.reader.borrow();
    let paths: Vec<String> = lacking.iter().map(|piece| reader.manifest().path(*piece)).collect();
    drop(reader);
    let here = Rc::clone(app);
    let give = move |index: u32, bytes: Vec<u8>| {
        let piece = lacking.get(index as usize);
        let reader = here.by_need.as_ref().map(|by_need| &by_need.reader);
        piece.zip(reader).is_some_and(|(piece, reader)| reader.borrow_mut().give(*piece, &bytes))
    };
    let given = Closure::<dyn FnMut(u32, Vec<u8>) -> bool>::new(give).into_js_value();
    let done = Closure::once_into_js(move |kind: String| {
        then(match kind.as_str() {
            "" => None,
            "damaged" => Some(Silence::Damaged),
            _ => Some(Silence::Unreachable),
        });
    });
    pieces(&paths.join(" "), &given, done);
}
