//! The way to the search engine, which `boot.js` keeps in a worker.

use search_index::protocol::{Request, Response, decode, encode};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = policy)]
    fn ask(request: &[u8], answer: JsValue, failed: JsValue);
}

/// Why the engine did not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It could not be fetched or started.
    Unreachable,
    /// Its data is damaged, or not of this release.
    Damaged,
}

/// Asks the engine; the answer comes later. The first question starts it.
pub fn ask_engine(request: &Request, done: impl FnOnce(Result<Response, Silence>) + 'static) {
    let done = std::rc::Rc::new(std::cell::RefCell::new(Some(done)));
    let settle = {
        let done = std::rc::Rc::clone(&done);
        move |result| {
            if let Some(done) = done.borrow_mut().take() {
                done(result);
            }
        }
    };
    let failed = settle.clone();
    let answer = Closure::once_into_js(move |bytes: Vec<u8>| {
        settle(decode(&bytes).ok_or(Silence::Damaged));
    });
    let failed = Closure::once_into_js(move |kind: String| {
        failed(Err(if kind == "damaged" { Silence::Damaged } else { Silence::Unreachable }));
    });
    ask(&encode(request), answer, failed);
}
