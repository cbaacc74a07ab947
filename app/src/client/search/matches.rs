//! On the page of a provision: what the query found in it, marked in both languages, with a bar
//! that leads from match to match.

use std::rc::Rc;
use std::sync::Arc;

use corpus::{Address, DocumentId, Unit};
use maud::html;
use search_index::fallback::Reading;
use search_index::protocol::{Request, Response, Snippet};
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::engine::ask_engine;
use super::{App, browser, regions};
use crate::reader::Reader;
use crate::search::asked::{Asked, echo};
use crate::search::pieces::beginnings;
use crate::ui::fill;
use crate::ui::found::words;
use crate::views::search::found;
use crate::views::{provision, sentence};

/// What is marked.
#[derive(Default)]
pub struct Session {
    /// The number of the latest question.
    id: u32,
    /// The sentences that are marked.
    marked: Vec<u16>,
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
    let first = Reading::new(&app.texts, app.related.get(), &query).marks(&at);
    paint(app, &mut session, &at, &first, &query);
    let request = Request::Marks { id, query: query.clone(), at: at.clone() };
    let app = Rc::clone(app);
    ask_engine(
        &request,
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
fn paint(app: &App, session: &mut Session, at: &Address, found: &[Snippet], query: &str) {
    let mut spans = Vec::new();
    let mut sentences = std::mem::take(&mut session.marked);
    for snippet in found {
        let Some(number) = snippet.at.sentence else { continue };
        let english = snippet.locale != corpus::Locale::zh();
        spans.extend(snippet.marks.iter().map(|span| (number, english, *span)));
        session.marked.push(number);
        sentences.push(number);
    }
    session.marked.sort_unstable();
    session.marked.dedup();
    sentences.sort_unstable();
    sentences.dedup();
    let reader = Reader { matches: Arc::new(spans), ..app.reader() };
    session.beginnings.clear();
    session.current = None;
    for number in sentences {
        rewrite(&reader, &Address { sentence: Some(number), ..at.clone() }, number);
        for (line, english) in [(".zh", false), (".en", true)] {
            let selector = if number == 0 {
                ["h1 ", line].concat()
            } else {
                ["#s", &number.to_string(), " > p ", line].concat()
            };
            let elements = regions::all(&[&selector, " mark.match"].concat());
            let lengths: Vec<usize> =
                elements.iter().map(|e| e.text_content().unwrap_or_default().len()).collect();
            let own = |(n, e, _): &&(u16, bool, corpus::Span)| *n == number && *e == english;
            let spans: Vec<usize> = reader
                .matches
                .iter()
                .filter(own)
                .map(|(.., span)| (span.end - span.start) as usize)
                .collect();
            session.beginnings.extend(
                beginnings(&lengths, &spans).into_iter().map(|index| elements[index].clone()),
            );
        }
    }
    bar(&reader, session, query);
}

/// Writes a sentence anew with its marks; everything around it stays.
fn rewrite(reader: &Reader, at: &Address, number: u16) {
    if number == 0 {
        let edition = reader.edition(&at.document);
        let heading = edition.and_then(|edition| provision::heading_lines(reader, edition, at));
        if let (Some(h1), Some(heading)) = (browser::first("main h1"), heading) {
            h1.set_inner_html(&heading.into_string());
        }
        return;
    }
    let Some(text) = reader.library().sentence(at) else { return };
    let id = ["#s", &number.to_string()].concat();
    if let Some(line) = browser::first(&[&id, " > .zh-line"].concat()) {
        line.set_inner_html(&sentence::chinese(reader, at, text).into_string());
    }
    if let Some(line) = browser::first(&[&id, " > .en-line"].concat()) {
        line.set_outer_html(&sentence::english(reader, at).into_string());
    }
}

fn bar(reader: &Reader, session: &Session, query: &str) {
    let count = visible(session).len();
    let root = browser::document().document_element();
    if let Some(root) = root {
        regions::set_flag(&root, "data-matches", count > 0);
    }
    let old = browser::by_id("match-bar");
    if count == 0 {
        if let Some(old) = old {
            old.remove();
        }
        return;
    }
    let bar = old.or_else(|| {
        let bar = browser::document().create_element("div").ok()?;
        bar.set_id("match-bar");
        browser::first("article.provision")?.append_child(&bar).ok()?;
        Some(bar)
    });
    let Some(bar) = bar else { return };
    let words = words(reader.route.locale);
    let text = fill(&fill(words.matches, &echo(query)), &count.to_string());
    let button = |action: &str, name: &str, sign: &str| {
        html! {
            button type="button" data-do=(action) aria-label=(name) title=(name) { (sign) }
        }
    };
    let inner = html! {
        p #match-state role="status" { (text) }
        (button("match-previous", words.previous_match, "↑"))
        (button("match-next", words.next_match, "↓"))
        a href=(found::back(reader, query)) aria-label=(words.back_to_results) {
            "←" span { (words.back_to_results) }
        }
        (button("match-clear", words.clear_matches, "×"))
    };
    bar.set_inner_html(&inner.into_string());
}

/// The matches that the reader's choice of languages shows.
fn visible(session: &Session) -> Vec<HtmlElement> {
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
    let words = words(app.reader().route.locale);
    let text = fill(&fill(words.match_of, &(next + 1).to_string()), &count.to_string());
    if let Some(state) = browser::by_id("match-state") {
        state.set_text_content(Some(&text));
    }
}

/// Takes the marks away, and the query out of the address.
pub fn clear(app: &Rc<App>) {
    super::ask(app, Asked::default(), false);
    browser::focus("main h1");
}
