//! What both programs of the search offer the page, beside their start.

use app::client::search;
use wasm_bindgen::prelude::*;

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
