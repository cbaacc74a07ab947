//! The way to the search engine, which `boot.js` keeps in a worker.

use std::cell::RefCell;
use std::rc::Rc;

use search_index::protocol::{Request, Response, decode, encode};
use wasm_bindgen::prelude::*;

use super::{App, by_need};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = policy)]
    fn ask(request: &[u8], answer: JsValue, failed: JsValue);

    /// Ends the engine; the next question starts it anew.
    #[wasm_bindgen(js_namespace = policy)]
    pub fn restart();
}

/// Why the engine did not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It could not be fetched or started.
    Unreachable,
    /// Its data is damaged, or not of this release.
    Damaged,
    /// It stopped while it was at it.
    Crashed,
}

/// What is done with an answer.
pub type Done = Box<dyn FnOnce(Result<Response, Silence>)>;

/// Asks the engine, or the pieces of a large library in its place; the answer comes later. The first
/// question starts it.
pub fn ask_engine(app: &Rc<App>, request: Request, done: Done) {
    #[cfg(feature = "full-search")]
    let Some((request, done)) = super::translated::ask(app, request, done) else { return };
    if app.by_need.is_some() {
        by_need::ask(app, request, done);
        return;
    }
    let done = Rc::new(RefCell::new(Some(done)));
    let other = Rc::clone(&done);
    let answer = Closure::once_into_js(move |bytes: Vec<u8>| {
        settle(&done, decode(&bytes).ok_or(Silence::Damaged));
    });
    let failed = Closure::once_into_js(move |kind: String| {
        let silence = match kind.as_str() {
            "damaged" => Silence::Damaged,
            "failed" => Silence::Crashed,
            _ => Silence::Unreachable,
        };
        settle(&other, Err(silence));
    });
    ask(&encode(&request), answer, failed);
}

fn settle(done: &RefCell<Option<Done>>, result: Result<Response, Silence>) {
    let done = done.borrow_mut().take();
    if let Some(done) = done {
        done(result);
    }
}
