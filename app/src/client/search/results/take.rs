//! Taking all hits away as a file, built here: nothing is sent anywhere.

use std::rc::Rc;

use search_index::fallback;
use search_index::protocol::{Hit, Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

use crate::client::browser;
use crate::client::search::engine::ask_engine;
use crate::client::search::{App, regions};
use crate::search::export::{Form, Search, export};
use crate::views::search::found::State;

/// As many hits as any library has.
const ALL: u32 = 100_000;

/// Makes a file of all hits of the query, in the form with this ending.
pub fn take(app: &Rc<App>, ending: &str) {
    let Some(form) = Form::ALL.into_iter().find(|form| form.ending() == ending) else { return };
    let session = app.results.borrow();
    let request = session.sent().request(0, 0, ALL, session.english);
    if session.state != State::Ready {
        let found = fallback::search(app.shelf.library, &request);
        write(app, form, &request.query, &found.hits);
        return;
    }
    let (query, app) = (request.query.clone(), Rc::clone(app));
    ask_engine(
        &Request::Search(request),
        Box::new(move |answer| {
            if let Ok(Response::Results(found)) = answer {
                write(&app, form, &query, &found.hits);
            }
        }),
    );
}

fn write(app: &App, form: Form, query: &str, hits: &[Hit]) {
    let address = browser::window().location().href().unwrap_or_default();
    let release =
        browser::first("meta[name=release]").and_then(|meta| meta.get_attribute("content"));
    let search = Search {
        query,
        address: &address,
        root: &app.root,
        release: release.as_deref().unwrap_or_default(),
    };
    let text = export(form, &app.reader(), &search, hits);
    let agent = browser::window().navigator().user_agent().unwrap_or_default();
    if agent.contains("MicroMessenger") || save(form, &text).is_none() {
        offer_copy(&text);
    }
}

/// Has the browser save the text as a file.
fn save(form: Form, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(form.media_type());
    let parts = [JsValue::from_str(text)].into_iter().collect::<js_sys::Array>();
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let href = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = browser::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&href);
    link.set_download(&["search.", form.ending()].concat());
    link.click();
    // Some browsers read the address only after this turn.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&href);
    })
    .forget();
    Some(())
}

/// Shows the text, marked, where files can't be saved (as in `WeChat`).
fn offer_copy(text: &str) {
    let area =
        browser::by_id("take-text").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    if let (Some(area), Some(around)) = (area, browser::by_id("take-copy")) {
        regions::set_flag(&around, "hidden", false);
        area.set_value(text);
        let _ = area.focus();
        area.select();
    }
}
