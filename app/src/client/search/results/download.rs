//! Taking all hits away as a file, built here: nothing is sent anywhere.

use std::rc::Rc;

use leptos::prelude::*;
use search_index::fallback::QueryMatcher;
use search_index::protocol::{Hit, Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlTextAreaElement, Url};

use crate::citation::Access;
use crate::client::browser;
use crate::client::search::engine::ask_engine;
use crate::client::search::{App, after_showing};
use crate::search::export::{Form, Matched, Search, export, file_name};
use crate::search::state::State;

/// As many hits as any library has.
const ALL: u32 = 100_000;

/// A file that is being made.
struct File {
    form: Form,
    query: String,
    /// The address of the search, when it was asked for.
    address: String,
    /// The hits that are still to be looked through, the last first.
    left: Vec<Hit>,
    matched: Vec<Matched>,
}

/// Makes a file of all matching sentences of the query, in this form.
pub fn download(app: &Rc<App>, form: Form) {
    let session = app.results.borrow();
    if session.list_id != session.id {
        // Another question is on its way: what the reader sees would not be what is taken.
        return;
    }
    let request = session.sent().request(0, 0, ALL, session.english);
    let query = request.query.clone();
    let mut file =
        File { form, query, address: browser::address(), left: Vec::new(), matched: Vec::new() };
    if session.state != State::Ready {
        let reading = QueryMatcher::new(&app.texts, app.related.get(), &file.query);
        let found = reading.search(&request).hits.into_iter();
        file.matched.extend(found.map(|hit| {
            let sentences = reading.marks(&hit.at);
            Matched { hit, sentences }
        }));
        write(app, &file);
        return;
    }
    let app = Rc::clone(app);
    ask_engine(
        &Rc::clone(&app),
        Request::Search(request),
        Box::new(move |answer| {
            if let Ok(Response::Results(found)) = answer {
                file.left = found.hits;
                file.left.reverse();
                look_through(&app, file);
            }
        }),
    );
}

/// Asks for all matching sentences of one hit after the other, then writes the file. A file without
/// some of them is not written: nobody could see that they are missing.
fn look_through(app: &Rc<App>, mut file: File) {
    let Some(hit) = file.left.pop() else {
        write(app, &file);
        return;
    };
    let request = Request::Marks { id: 0, query: file.query.clone(), at: hit.at.clone() };
    let app = Rc::clone(app);
    ask_engine(
        &Rc::clone(&app),
        request,
        Box::new(move |answer| {
            if let Ok(Response::Marks { snippets, .. }) = answer {
                file.matched.push(Matched { hit, sentences: snippets });
                look_through(&app, file);
            }
        }),
    );
}

fn write(app: &App, file: &File) {
    let release =
        browser::first("meta[name=release]").and_then(|meta| meta.get_attribute("content"));
    let today = today();
    let search = Search {
        query: &file.query,
        address: &file.address,
        access: Access {
            root: &app.root,
            release: release.as_deref().unwrap_or_default(),
            day: &today,
        },
    };
    let page_context = &app.page_context();
    let text = export(file.form, page_context, &search, &file.matched);
    let agent = browser::window().navigator().user_agent().unwrap_or_default();
    let name = file_name(file.form, page_context, &search);
    if agent.contains("MicroMessenger") || save(file.form, &name, &text).is_none() {
        offer_copy(app, text);
    }
}

/// The reader's day, `YYYY-MM-DD`.
fn today() -> String {
    const MINUTE: f64 = 60_000.0;
    let here = js_sys::Date::now() - js_sys::Date::new_0().get_timezone_offset() * MINUTE;
    let local: String = js_sys::Date::new(&JsValue::from_f64(here)).to_iso_string().into();
    local.split('T').next().unwrap_or_default().to_owned()
}

/// Has the browser save the text as a file.
fn save(form: Form, name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(form.media_type());
    let parts = [JsValue::from_str(text)].into_iter().collect::<js_sys::Array>();
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let href = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = browser::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&href);
    link.set_download(name);
    link.click();
    // Some browsers read the address only after this turn.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&href);
    })
    .forget();
    Some(())
}

/// Shows the text, marked, where files can't be saved (as in `WeChat`).
fn offer_copy(app: &App, text: String) {
    app.search.to_copy.set(text);
    after_showing(Box::new(|| {
        let area = browser::by_id("copy-hits-text");
        if let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
            let _ = area.focus();
            area.select();
        }
    }));
}
