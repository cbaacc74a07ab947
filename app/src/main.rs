//! The app in the browser: `boot.js` calls [`start`] once the program and the texts are there.

use app::client::page;
use wasm_bindgen::prelude::*;

fn main() {}

/// Mounts the app over the page.
///
/// `library` is the texts as a tape (`corpus::tape`), `root` the absolute address of the site's root,
/// `page` the element that holds the pre-rendered page.
///
/// # Errors
/// Where the texts can't be read or the location is outside the site; the page then stays as it is.
#[wasm_bindgen]
pub fn start(library: &[u8], root: &str, page: &web_sys::Element) -> Result<(), JsValue> {
    page::start(library, root, page).map_err(JsValue::from_str)
}

/// Goes to an address of the site without reloading, for the search; says whether it did.
#[wasm_bindgen]
pub fn follow(href: &str) -> bool {
    page::follow(href)
}
