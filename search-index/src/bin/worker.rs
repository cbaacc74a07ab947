//! The engine for the browser: a class `Engine` that the few lines of the worker's start-up script
//! create from the index bundle and the library, and that answers requests as bytes.
//!
//! It runs the same in a worker and, where workers fail, on the main thread.

use search_index::Searcher;
use search_index::protocol::{Failure, Response, decode, encode};
use wasm_bindgen::prelude::wasm_bindgen;

/// The engine, or why there is none.
#[wasm_bindgen]
pub struct Engine(Result<Searcher, Failure>);

#[wasm_bindgen]
impl Engine {
    /// Opens the index `bundle` with its `thesaurus` and `rare` words (empty where there are none)
    /// over the `library` (as encoded bytes) that it was made from, all of them unpacked. Never
    /// throws: what is wrong is the answer to every request.
    #[wasm_bindgen(constructor)]
    pub fn new(bundle: &[u8], thesaurus: &[u8], rare: &[u8], library: &[u8]) -> Self {
        let library = corpus::library_codec::read(library).ok_or(Failure::OtherTexts);
        let open = |library| {
            let searcher = Searcher::open_apart(bundle, thesaurus, rare, library);
            searcher.map_err(|error| error.failure())
        };
        Self(library.and_then(open))
    }

    /// Whether the index could be opened.
    pub fn ready(&self) -> bool {
        self.0.is_ok()
    }

    /// Answers a request; both as postcard of `search_index::protocol`.
    pub fn handle(&self, request: &[u8]) -> Vec<u8> {
        match &self.0 {
            Ok(searcher) => searcher.answer(request),
            Err(failure) => {
                let request = decode::<search_index::protocol::Request>(request);
                let id = request.map(|request| request.id());
                encode(&Response::Failed { id, failure: *failure })
            }
        }
    }
}

fn main() {}
