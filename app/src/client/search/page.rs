//! Where the components of the search stand on the page that came without them.

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{App, browser, regions};
use crate::search::asked::echo;
use crate::search::context::Search;
use crate::search::state::State;
use crate::ui::found::words;
use crate::views::search::completions::{Completions, option_id};
use crate::views::search::download::Downloads;
use crate::views::search::facets::Facets;
use crate::views::search::found::{Hits, More, Notices, Status};
use crate::views::search::match_bar::Bar;

/// Wide enough for the filters to stand open beside the list.
const WIDE: f64 = 1024.0;

/// Shows a component at the end of an element, for as long as the page is there.
fn mount<V: IntoView + 'static>(app: &App, place: HtmlElement, component: fn() -> V) {
    app.owner.with(|| mount_to(place, component)).forget();
}

/// Shows a component in place of all that a region has.
fn fill<V: IntoView + 'static>(app: &App, selector: &str, component: fn() -> V) {
    if let Some(region) = browser::first(selector) {
        region.set_text_content(None);
        mount(app, region, component);
    }
}

/// Brings the regions of the search page to life.
pub fn results(app: &Rc<App>) {
    let wide = browser::window().inner_width().ok().and_then(|width| width.as_f64());
    set_flag("found-filters", "open", wide.is_some_and(|width| width >= WIDE));
    fill(app, "#found-status", || view! { <Status/> });
    fill(app, "#found-notices", || view! { <Notices/> });
    fill(app, "#found-list", || view! { <Hits/> });
    fill(app, "#found-more", || view! { <More/> });
    fill(app, "#found-facets", || view! { <Facets/> });
    fill(app, "#download-hits > div", || view! { <Downloads/> });
    let search = app.search;
    // The page came with the title that it has where nothing is asked.
    let title = browser::document().title();
    app.owner.with(|| {
        Effect::new(move |before: Option<bool>| around(search, &title, before));
    });
}

/// Brings the title, and what came with the page, in line with what is shown. Says whether there
/// are hits; `before` is what it said last. `title` is that of the page where nothing is asked.
fn around(search: Search, title: &str, before: Option<bool>) -> bool {
    let found = search.found.read();
    let asked = found.awaited.as_ref().unwrap_or(&found.asked);
    let asks = !asked.is_empty();
    let query = if asks { [&*echo(&asked.query), " · "].concat() } else { String::new() };
    browser::document().set_title(&[&query, title].concat());
    let hits = !found.list.shown.is_empty();
    set_flag("found-filters", "hidden", !hits && !found.asked.is_filtered());
    set_flag("download-hits", "hidden", !hits);
    set_flag("found-elsewhere", "hidden", hits);
    // Set before the first paint, where there is a query (see early.js): what stands below the
    // list shows only once there are hits above it, or there will be none.
    let settled = hits || !asks || found.state != State::Waiting;
    if let (true, Some(root)) = (settled, browser::document().document_element()) {
        regions::set_flag(&root, "data-q", false);
    }
    // Help is open where there is nothing else, and only then opened or closed for the reader.
    if before != Some(hits) {
        set_flag("search-help", "open", !hits);
    }
    hits
}

fn set_flag(id: &str, name: &str, on: bool) {
    if let Some(element) = browser::by_id(id) {
        regions::set_flag(&element, name, on);
    }
}

/// Puts the list of completions under the box and tells both about each other.
pub fn completions(app: &App) {
    let Some(input) = browser::search_box() else { return };
    let Ok(list) = browser::document().create_element("ul") else { return };
    list.set_id("completions");
    let label = words(app.page_context().route.locale).completions;
    for (name, value) in [("role", "listbox"), ("aria-label", label), ("hidden", "")] {
        let _ = list.set_attribute(name, value);
    }
    let box_tells =
        [("role", "combobox"), ("aria-autocomplete", "list"), ("aria-controls", "completions")];
    for (name, value) in box_tells {
        let _ = input.set_attribute(name, value);
    }
    if input.after_with_node_1(&list).is_err() {
        return;
    }
    mount(app, list.unchecked_into(), || view! { <Completions/> });
    let offered = app.search.offered;
    app.owner.with(|| {
        Effect::new(move |_| {
            let offered = offered.read();
            let open = !offered.suggestions.is_empty();
            set_flag("completions", "hidden", !open);
            let Some(input) = browser::search_box() else { return };
            let _ = input.set_attribute("aria-expanded", if open { "true" } else { "false" });
            let _ = match offered.chosen {
                Some(index) => input.set_attribute("aria-activedescendant", &option_id(index)),
                None => input.remove_attribute("aria-activedescendant"),
            };
        });
    });
}

/// Puts the bar for matches on the page of a provision.
pub fn match_bar(app: &App) {
    if let Some(article) = browser::first("article.provision") {
        mount(app, article, || view! { <Bar/> });
    }
}
