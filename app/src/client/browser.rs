//! Small steps in the browser's document.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

/// The window. There is one: this code runs on a page only.
pub fn window() -> Window {
    web_sys::window().expect("the app runs on a page")
}

/// The document.
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The search box.
pub fn search_box() -> Option<HtmlInputElement> {
    document().get_element_by_id("q")?.dyn_into().ok()
}

/// Puts the fresh page in place of the old one and carries over what the reader did meanwhile:
/// opened passages, text in the search box, the focus.
pub fn take_over(old: &Element, fresh: &HtmlElement) {
    let typed = search_box().map(|input| input.value()).unwrap_or_default();
    let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
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
        }
    }
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", "");
    }
}

/// After a change of page: the title, the language, and the focus on the page's heading; the
/// heading is announced.
pub fn arrive(title: &str, lang: &str, hash: &str) {
    let document = document();
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang);
    }
    let target = hash.strip_prefix('#').and_then(|id| document.get_element_by_id(id));
    let heading = document.query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
    match target {
        Some(target) => target.scroll_into_view(),
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
    announce(title);
}

/// Says something to screen readers.
pub fn announce(words: &str) {
    if let Some(announcer) = document().get_element_by_id("announcer") {
        announcer.set_text_content(Some(words));
    }
}
