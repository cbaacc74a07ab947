//! Arriving on a page: the first one, where the app takes over what is there, and every next one.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::client::browser;

/// Puts the fresh page in place of the old one and carries over what the reader did meanwhile:
/// opened passages, text in the search box, the focus, the place.
pub fn take_over(old: &Element, fresh: &HtmlElement) {
    let typed = browser::search_box().map(|input| input.value()).unwrap_or_default();
    let caret = browser::search_box().and_then(|input| input.selection_start().ok().flatten());
    let focused = browser::focused().map(|element| element.id()).unwrap_or_default();
    let scrolled = browser::scrolled();
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
    if let Some(input) = browser::search_box() {
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
    let location = browser::window().location();
    if let Some(hash) = location.hash().ok().filter(|hash| !hash.is_empty()) {
        let _ = location.replace(&hash);
    }
    browser::window().scroll_to_with_x_and_y(0.0, scrolled);
    if let Some(root) = browser::document().document_element() {
        let _ = root.set_attribute("data-app", "");
    }
}

/// After a change of page: the language, and the focus on the page's heading; the
/// title is announced. `back` is where the reader had scrolled to when leaving the page.
pub fn arrive(title: &str, lang: &str, hash: &str, back: Option<f64>) {
    if let Some(root) = browser::document().document_element() {
        let _ = root.set_attribute("lang", lang);
    }
    let target = hash.strip_prefix('#').and_then(browser::by_id);
    browser::focus("main h1");
    match (back, target) {
        (None, Some(target)) => target.scroll_into_view(),
        (back, _) => browser::window().scroll_to_with_x_and_y(0.0, back.unwrap_or_default()),
    }
    browser::announce(title);
}
