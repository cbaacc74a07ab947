//! The search page in the browser: exact matches from the texts at once, the engine's answer as
//! soon as it is there.

use leptos::prelude::*;
use search_index::fallback;
use search_index::protocol::{Failure, Hit, Request, Response, Results, SearchRequest};

use super::engine::{Silence, ask_engine};
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::Route;
use crate::views::sentence;

/// What the reader is told about the state of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Loading,
    Ready,
    Unreachable,
    Damaged,
}

/// The search page with the results of a query.
pub fn page(reader: &Reader, query: Memo<String>) -> AnyView {
    let texts = reader.texts();
    let results = RwSignal::new(Results::default());
    let state = RwSignal::new(State::Loading);
    let asked = StoredValue::new(0_u32);
    let english = reader.english();
    let shelf = std::sync::Arc::clone(&reader.shelf);
    Effect::new(move |_| {
        let query = query.get();
        if let Some(input) = super::browser::search_box() {
            input.set_value(&query);
        }
        let id = asked.get_value() + 1;
        asked.set_value(id);
        let request = SearchRequest { id, query, english, ..SearchRequest::default() };
        if request.query.trim().is_empty() {
            results.set(Results::default());
            return;
        }
        if state.get_untracked() != State::Ready {
            results.set(fallback::search(&shelf.library, &request));
        }
        ask_engine(&Request::Search(request), move |answer| match answer {
            Ok(Response::Results(found)) if found.id == asked.get_value() => {
                state.set(State::Ready);
                results.set(found);
            }
            Ok(Response::Failed { failure: Failure::BadRequest, .. }) => {}
            Ok(Response::Failed { .. }) | Err(Silence::Damaged) => state.set(State::Damaged),
            Err(Silence::Unreachable) => state.set(State::Unreachable),
            Ok(_) => {}
        });
    });
    let reader_for_list = reader.clone();
    view! {
        <article class="search-page">
            <h1 tabindex="-1">{texts.search}</h1>
            <p class="state" role="status">
                {move || match state.get() {
                    _ if query.get().trim().is_empty() => texts.search_hint.to_owned(),
                    State::Loading => texts.loading_engine.to_owned(),
                    State::Unreachable => texts.engine_failed.to_owned(),
                    State::Damaged => texts.index_damaged.to_owned(),
                    State::Ready => results.with(|r| format!("{} {}", r.total, texts.results)),
                }}
            </p>
            {move || results.with(|found| list(&reader_for_list, &query.get(), found))}
        </article>
    }
    .into_any()
}

fn list(reader: &Reader, query: &str, found: &Results) -> AnyView {
    if found.hits.is_empty() {
        let texts = reader.texts();
        return (!query.trim().is_empty())
            .then(|| view! { <p>{texts.no_results} " " {texts.no_results_help}</p> })
            .into_any();
    }
    let hits: Vec<AnyView> = found.hits.iter().map(|found| hit(reader, found)).collect();
    view! { <ol class="hits">{hits}</ol> }.into_any()
}

fn hit(reader: &Reader, hit: &Hit) -> AnyView {
    let Some(edition) = reader.edition(&hit.at.document) else { return ().into_any() };
    let name = reader.unit_name(&edition.document, &hit.at.unit, reader.route.locale);
    let document = edition.metadata.name(reader.english()).to_owned();
    let href = reader.route.link(&Route::of(reader.route.locale, &hit.at));
    let snippets: Vec<AnyView> = hit
        .snippets
        .iter()
        .map(|snippet| {
            let marks: Vec<_> = snippet.marks.iter().map(|span| (*span, Mark::Match)).collect();
            let href = reader.link_to(&snippet.at);
            let lang = snippet.locale.0.clone();
            let text = sentence::marked(reader, &snippet.text, &marks).into_string();
            view! {
                <li lang=lang><a href=href inner_html=text></a></li>
            }
            .into_any()
        })
        .collect();
    view! {
        <li class="hit">
            <h2><a href=href>{name}</a></h2>
            <small>{document}</small>
            <ul class="snippets">{snippets}</ul>
        </li>
    }
    .into_any()
}
