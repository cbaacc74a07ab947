//! The app in the browser: `boot.js` calls [`start`] in a frame, once the program and the texts are
//! there.

use app::client::page;
use wasm_bindgen::prelude::*;

fn main() {}

/// Shows the page that the address names.
///
/// `library` is the texts as a tape (`corpus::tape`), `root` the absolute address of the site's root,
/// `frame` the element that the page takes the place of.
///
/// # Errors
/// Where the texts can't be read or the location is outside the site; the frame then stays.
#[wasm_bindgen]
pub fn start(library: &[u8], root: &str, frame: &web_sys::Element) -> Result<(), JsValue> {
    page::start(library, root, frame).map_err(JsValue::from_str)
}
