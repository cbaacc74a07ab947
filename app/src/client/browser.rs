//! Small steps in the browser's document.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

/// The window. There is one: this code runs on a page only.
pub fn window() -> Window {
    web_sys::window().expect("the app runs on a page")
}

/// The document.
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The first element that the selector finds.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Gives the focus to the first element that the selector finds.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        let _ = element.focus();
    }
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// How far the page is scrolled, in whole pixels: a number that is written at the cost of few bytes.
pub fn whole_pixels_scrolled() -> u32 {
    // A cast from a float stops at the least and at the greatest number there is.
    #[expect(clippy::cast_sign_loss, reason = "a page that is pulled down counts as not scrolled")]
    let pixels = scrolled() as u32;
    pixels
}

/// The search box.
pub fn search_box() -> Option<HtmlInputElement> {
    by_id("q")?.dyn_into().ok()
}

/// The address of the page.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// What the address asks, from `?` on.
pub fn asked() -> String {
    window().location().search().unwrap_or_default()
}

/// Goes to another page.
pub fn go_to(href: &str) {
    let _ = window().location().assign(href);
}

/// Writes the address, as a new entry of the history or over the present one.
pub fn change_address(href: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(href))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(href))
    };
}

/// Notes a text in the present entry of the history: browsers that don't keep pages alive load
/// this one anew on the way back.
pub fn note(text: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_str(text), "");
    }
}

/// What was noted in the present entry of the history.
pub fn noted() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// Says something to screen readers.
pub fn announce(words: &str) {
    if let Some(announcer) = by_id("announcer") {
        announcer.set_text_content(Some(words));
    }
}
