//! The same as `search` with what few sites need: a library that comes in pieces, translations into
//! further languages. A program of its own: nobody loads it whose site has neither.

mod exports;

use app::client::search;
use wasm_bindgen::prelude::*;

/// Nothing: what it offers is called from the page.
fn main() {}

/// Makes the search ready, over the texts, and from the root, of the site. `manifest` is empty, or that
/// of a library whose texts come in pieces; `translations` are empty or those into further languages.
///
/// # Errors
/// Where the texts can't be read.
#[wasm_bindgen]
pub fn start(
    library: &[u8],
    manifest: &[u8],
    root: &str,
    translations: &[u8],
) -> Result<(), JsValue> {
    search::start(library, manifest, translations, root).map_err(JsValue::from_str)
}
