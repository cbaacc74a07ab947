//! What the document's head says of the page: description, canonical address, languages, what
//! portals and shared links read. It stands in each page's own file, so it is taken from there.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Url, XmlHttpRequest, XmlHttpRequestResponseType};

use crate::client::browser;

/// What a page's head says of that page alone; the rest is the same on every page.
const OF_THE_PAGE: &str = "meta[property], link[rel='canonical'], link[rel='alternate'], \
    script[type='application/ld+json'], meta[name]:not([name='viewport']):not([name='release'])\
    :not([name='color-scheme']):not([name='theme-color'])";

/// Has the head speak of the page at this address: of no page at once, of that one as soon as its
/// file is there. Where it can't be had, silence is better than words about another page.
pub fn follow(address: &str) {
    for element in elements(&browser::document()) {
        element.remove();
    }
    let address = address.split(['#', '?']).next().unwrap_or_default().to_owned();
    let Ok(request) = XmlHttpRequest::new() else { return };
    if request.open("GET", &address).is_err() {
        return;
    }
    request.set_response_type(XmlHttpRequestResponseType::Document);
    let answer = request.clone();
    let take = Closure::once_into_js(move || {
        if let Ok(Some(page)) = answer.response_xml() {
            take(&address, &page);
        }
    });
    request.set_onload(Some(take.unchecked_ref()));
    let _ = request.send();
}

/// Takes over what the page's file says of it, unless the reader has gone on meanwhile.
fn take(address: &str, page: &Document) {
    let here = browser::document();
    let shown = browser::address();
    if shown.split(['#', '?']).next() != Some(address)
        || release(page) != release(&here)
        || !elements(&here).is_empty()
    {
        return;
    }
    let Some(head) = here.head() else { return };
    for element in elements(page) {
        // Relative to the page's own address, not to the first one that the reader opened.
        if let Some(href) = element.get_attribute("href")
            && let Ok(url) = Url::new_with_base(&href, address)
        {
            let _ = element.set_attribute("href", &url.href());
        }
        let _ = head.append_child(&element);
    }
}

fn elements(of: &Document) -> Vec<Element> {
    let Ok(found) = of.query_selector_all(OF_THE_PAGE) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn release(of: &Document) -> Option<String> {
    of.query_selector("meta[name='release']").ok()??.get_attribute("content")
}
