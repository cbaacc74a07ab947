//! On the page of a provision: what the query found in it, marked in both languages, with a bar
//! that leads from match to match.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use corpus::{Address, DocumentId, Unit};
use leptos::mount::mount_to;
use leptos::prelude::*;
use search_index::fallback::QueryMatcher;
use search_index::protocol::{Request, Response, Snippet};
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::engine::ask_engine;
use super::{App, browser, page, regions};
use crate::page_context::PageContext;
use crate::search::asked::{Asked, echo};
use crate::search::pieces::beginnings;
use crate::search::state::MatchBar;
use crate::ui::fill;
use crate::ui::found::words;
use crate::views::heading::HeadingLines;
use crate::views::sentence::{self, Chinese, Marked};

/// What is marked.
#[derive(Default)]
pub struct MatchMarks {
    /// The number of the latest question.
    id: u32,
    /// The sentences that are marked.
    marked: Vec<u16>,
    /// The lines that stand on the page in place of those that came with it, by their selectors;
    /// one that is dropped leaves the page.
    lines: Vec<(String, Box<dyn Any>)>,
    /// Whether the bar has its place on the page.
    mounted: bool,
    /// The element at which each match begins, in reading order.
    beginnings: Vec<HtmlElement>,
    current: Option<usize>,
}

/// Marks what the address asks for, or nothing.
pub fn show(app: &Rc<App>, document: &DocumentId, number: &str, asked: &Asked) {
    let unit = Unit::Provision(number.to_owned());
    let at = Address { document: document.clone(), unit, sentence: None };
    let mut session = app.matches.borrow_mut();
    session.id += 1;
    if asked.is_empty() {
        paint(app, &mut session, &at, &[], "");
        return;
    }
    let id = session.id;
    let query = asked.query.clone();
    let first = QueryMatcher::new(&app.texts, app.related.get(), &query).marks(&at);
    paint(app, &mut session, &at, &first, &query);
    let request = Request::Marks { id, query: query.clone(), at: at.clone() };
    let app = Rc::clone(app);
    ask_engine(
        &Rc::clone(&app),
        request,
        Box::new(move |answer| {
            let mut session = app.matches.borrow_mut();
            if let Ok(Response::Marks { snippets, .. }) = answer
                && session.id == id
                && snippets != first
            {
                paint(&app, &mut session, &at, &snippets, &query);
            }
        }),
    );
}

/// Marks these sentences and no others.
fn paint(app: &App, session: &mut MatchMarks, at: &Address, found: &[Snippet], query: &str) {
    let mut spans = Vec::new();
    let mut sentences = std::mem::take(&mut session.marked);
    for snippet in found {
        let Some(number) = snippet.at.sentence else { continue };
        session.marked.push(number);
        sentences.push(number);
        let english = snippet.locale != corpus::Locale::zh();
        // Lines in further languages have their own marks.
        if cfg!(feature = "full-search") && english && !snippet.locale.is_english() {
            continue;
        }
        spans.extend(snippet.marks.iter().map(|span| (number, english, *span)));
    }
    session.marked.sort_unstable();
    session.marked.dedup();
    sentences.sort_unstable();
    sentences.dedup();
    let page_context = PageContext { matches: Arc::new(spans), ..app.page_context() };
    session.beginnings.clear();
    session.current = None;
    let at = |number| Address { sentence: Some(number), ..at.clone() };
    for number in sentences {
        rewrite(app, session, &page_context, &at(number));
        for (line, english) in [(".zh", false), (".en", true)] {
            let selector = if number == 0 {
                ["h1 ", line].concat()
            } else {
                ["#s", &number.to_string(), " > p ", line].concat()
            };
            let own = |(n, e, _): &&(u16, bool, corpus::Span)| *n == number && *e == english;
            let spans = page_context.matches.iter().filter(own).map(|(.., span)| *span);
            session.beginnings.extend(begun(&selector, spans));
        }
        #[cfg(feature = "full-search")]
        for own in super::translated::lines(&page_context, &at(number), found) {
            let marks = own.spans.iter().map(|span| (*span, crate::marks::Mark::Match)).collect();
            let text = move || view! { <Marked text=own.text marks/> };
            line(app, session, &page_context, own.selector.clone(), text);
            session.beginnings.extend(begun(&own.selector, own.spans.into_iter()));
        }
    }
    bar(app, session, query);
}

/// The elements with which the matches of a line begin; `spans` are their bytes.
fn begun(selector: &str, spans: impl Iterator<Item = corpus::Span>) -> Vec<HtmlElement> {
    let elements = regions::all(&[selector, " mark.match"].concat());
    let lengths: Vec<usize> =
        elements.iter().map(|e| e.text_content().unwrap_or_default().len()).collect();
    let spans: Vec<usize> = spans.map(|span| (span.end - span.start) as usize).collect();
    beginnings(&lengths, &spans).into_iter().map(|index| elements[index].clone()).collect()
}

/// Writes a sentence anew with its marks; everything around it stays.
fn rewrite(app: &App, session: &mut MatchMarks, page_context: &PageContext, at: &Address) {
    let number = at.sentence.unwrap_or_default();
    let here = at.clone();
    if number == 0 {
        let heading = Address { sentence: None, ..here };
        let view = || view! { <HeadingLines at=heading/> };
        line(app, session, page_context, "main h1".to_owned(), view);
        return;
    }
    let Some(sentence) = page_context.library().sentence(at) else { return };
    let id = ["#s", &number.to_string()].concat();
    let chinese = || view! { <Chinese at=here sentence/> };
    line(app, session, page_context, [&id, " > .zh-line"].concat(), chinese);
    if let Some(text) = page_context.library_index.translated(at) {
        let marks = sentence::matches(page_context, at, true);
        let english = move || view! { <span class="en" lang="en"><Marked text marks/></span> };
        line(app, session, page_context, [&id, " > .en-line"].concat(), english);
    }
}

/// Shows a view in place of a line of the page.
fn line<V: IntoView + 'static>(
    app: &App,
    session: &mut MatchMarks,
    page_context: &PageContext,
    selector: String,
    view: impl FnOnce() -> V + 'static,
) {
    let Some(place) = browser::first(&selector) else { return };
    session.lines.retain(|(other, _)| *other != selector);
    place.set_text_content(None);
    let page_context = page_context.clone();
    let show = move || {
        provide_context(page_context);
        view()
    };
    let line = app.owner.with(|| mount_to(place, show));
    session.lines.push((selector, Box::new(line)));
}

/// Shows how many matches there are.
fn bar(app: &App, session: &mut MatchMarks, query: &str) {
    let count = visible(session).len();
    if let Some(root) = browser::document().document_element() {
        regions::set_flag(&root, "data-matches", count > 0);
    }
    if count > 0 && !std::mem::replace(&mut session.mounted, true) {
        page::match_bar(app);
    }
    let words = words(app.page_context().route.locale);
    let text = if count > 0 {
        fill(&fill(words.matches, &echo(query)), &count.to_string())
    } else {
        String::new()
    };
    app.search.matches.set(MatchBar { text, query: query.to_owned() });
}

/// The matches that the reader's choice of languages shows.
fn visible(session: &MatchMarks) -> Vec<HtmlElement> {
    session.beginnings.iter().filter(|element| element.offset_height() > 0).cloned().collect()
}

/// Goes to the next match, or to the one before; around at the ends.
pub fn step(app: &App, forward: bool) {
    let mut session = app.matches.borrow_mut();
    let seen = visible(&session);
    if seen.is_empty() {
        return;
    }
    let count = seen.len();
    let next = match session.current {
        Some(current) if forward => (current + 1) % count,
        Some(current) => (current.min(count) + count - 1) % count,
        // The first one in sight.
        None => {
            let below = |element: &HtmlElement| element.get_bounding_client_rect().top() >= 0.0;
            seen.iter().position(below).unwrap_or_default()
        }
    };
    session.current = Some(next);
    for (index, element) in seen.iter().enumerate() {
        let _ = element.class_list().toggle_with_force("current", index == next);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Auto);
    seen[next].scroll_into_view_with_scroll_into_view_options(&options);
    let words = words(app.page_context().route.locale);
    let text = fill(&fill(words.match_of, &(next + 1).to_string()), &count.to_string());
    app.search.matches.update(|bar| bar.text = text);
}

/// Takes the marks away, and the query out of the address.
pub fn clear(app: &Rc<App>) {
    super::ask(app, Asked::default(), false);
    browser::focus("main h1");
}
