//! The search on the page: `boot.js` loads it at the reader's first intent to search. Codes for
//! pictures are made here as well: they are wanted as seldom, and alone they would be a program
//! that consists of its allocator.

mod exports;

use app::client::search;
use wasm_bindgen::prelude::*;

/// Nothing: what it offers is called from the page.
fn main() {}

/// Makes the search ready, over the texts, and from the root, of the site. (What stands between the two
/// is for `full_search`.)
///
/// # Errors
/// Where the texts can't be read.
#[wasm_bindgen]
pub fn start(library: &[u8], _manifest: &[u8], root: &str) -> Result<(), JsValue> {
    search::start(library, &[], &[], root).map_err(JsValue::from_str)
}
