//! The search on the page: `boot.js` loads it at the reader's first intent to search. Codes for
//! pictures are made here as well: they are wanted as seldom, and alone they would be a program
//! that consists of its allocator.

use app::client::search;
use wasm_bindgen::prelude::*;

/// Nothing: what it offers is called from the page.
pub fn main() {}

/// Makes the search ready, over the texts, and from the root, of the site. `manifest` is empty, or that
/// of a library whose texts come in pieces.
///
/// # Errors
/// Where the texts can't be read.
#[wasm_bindgen]
pub fn start(library: &[u8], manifest: &[u8], root: &str) -> Result<(), JsValue> {
    search::start(library, manifest, root).map_err(JsValue::from_str)
}

/// Gives the search the thesaurus, so that it finds related words before the engine is there.
#[wasm_bindgen]
pub fn related(thesaurus: &[u8]) {
    search::know(thesaurus);
}

/// Shows what the address asks.
#[wasm_bindgen]
pub fn show() {
    search::with(search::show);
}

/// Searches for what stands in the box.
#[wasm_bindgen]
pub fn submit() {
    search::with(search::input::submit);
}

/// The QR code of a text, see [`app::qr::modules`].
#[wasm_bindgen]
pub fn qr(text: &str) -> Option<Vec<u8>> {
    app::qr::modules(text)
}
