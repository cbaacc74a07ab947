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

/// All elements that the selector finds.
#[cfg(feature = "search")]
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
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

/// Sets or removes an attribute without a value.
#[cfg(feature = "search")]
pub fn set_flag(element: &Element, name: &str, on: bool) {
    let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
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

/// Writes the address. What is left keeps how far it was scrolled, for the way back.
pub fn change_address(href: &str, push: bool) -> bool {
    let Ok(history) = window().history() else { return false };
    if !push {
        return history.replace_state_with_url(&JsValue::NULL, "", Some(href)).is_ok();
    }
    let _ = history.replace_state(&JsValue::from_f64(scrolled()), "");
    history.push_state_with_url(&JsValue::NULL, "", Some(href)).is_ok()
}

/// Puts the fresh page in place of the old one and carries over what the reader did meanwhile:
/// opened passages, text in the search box, the focus, the place.
pub fn take_over(old: &Element, fresh: &HtmlElement) {
    let typed = search_box().map(|input| input.value()).unwrap_or_default();
    let caret = search_box().and_then(|input| input.selection_start().ok().flatten());
    let focused = focused().map(|element| element.id()).unwrap_or_default();
    let scrolled = scrolled();
    let open = |page: &Element| page.query_selector_all("details").ok();
    if let (Some(before), Some(after)) = (open(old), open(fresh)) {
        for index in 0..before.length() {
            let is_open = before
                .item(index)
                .and_then(|node| node.dyn_into::<Element>().ok())
                .is_some_and(|details| details.has_attribute("open"));
            let details = after.item(index).and_then(|node| node.dyn_into::<Element>().ok());
            if let (true, Some(details)) = (is_open, details) {
                let _ = details.set_attribute("open", "");
            }
        }
    }
    fresh.set_id("app");
    old.replace_with_with_node_1(fresh).ok();
    if let Some(input) = search_box() {
        if !typed.is_empty() {
            input.set_value(&typed);
        }
        if focused == "q" {
            let _ = input.focus();
            if let Some(caret) = caret {
                let _ = input.set_selection_range(caret, caret);
            }
        }
    }
    // The sentence that the address names is another element now: name it again.
    let location = window().location();
    if let Some(hash) = location.hash().ok().filter(|hash| !hash.is_empty()) {
        let _ = location.replace(&hash);
    }
    window().scroll_to_with_x_and_y(0.0, scrolled);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", "");
    }
}

/// After a change of page: the title, the language, and the focus on the page's heading; the
/// heading is announced. `back` is where the reader had scrolled to when leaving the page.
pub fn arrive(title: &str, lang: &str, hash: &str, back: Option<f64>) {
    let document = document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang);
    }
    let target = hash.strip_prefix('#').and_then(by_id);
    focus("main h1");
    match (back, target) {
        (None, Some(target)) => target.scroll_into_view(),
        (back, _) => window().scroll_to_with_x_and_y(0.0, back.unwrap_or_default()),
    }
    announce(title);
}

/// Says something to screen readers.
pub fn announce(words: &str) {
    if let Some(announcer) = by_id("announcer") {
        announcer.set_text_content(Some(words));
    }
}
