//! Further steps in the browser's document, which only the search takes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::client::browser;

/// All elements that the selector finds.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = browser::document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Sets or removes an attribute without a value.
pub fn set_flag(element: &Element, name: &str, on: bool) {
    let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
}
