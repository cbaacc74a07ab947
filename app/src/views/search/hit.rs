//! A hit: its name, why it was found, and the sentences that show it in both languages.

use corpus::{Address, Span, Unit};
use maud::{Markup, html};
use search_index::protocol::{Fit, Hit, Reason, Snippet};

use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::Route;
use crate::search::asked::carry;
use crate::ui::fill;
use crate::ui::found::words;
use crate::views::sentence;

/// One hit as an element of a list; in a mixed list it says if it has only a part of the words.
/// What is `far` down a list need not be laid out at once.
pub fn hit(reader: &Reader, query: &str, hit: &Hit, mixed: bool, far: bool) -> Markup {
    let words = words(reader.route.locale);
    let Some(edition) = reader.edition(&hit.at.document) else { return html! {} };
    let name = reader.unit_name(&edition.document, &hit.at.unit, reader.route.locale);
    let reasons: Vec<String> =
        hit.reasons.iter().filter_map(|reason| in_words(reader, reason)).collect();
    html! {
        li.hit.far[far] {
            h3 { a href=(link(reader, query, &hit.at)) { (name) } }
            p.why {
                (edition.metadata.name(reader.english()))
                @if hit.places > 1 {
                    span { (fill(words.places, &hit.places.to_string())) }
                }
                @if mixed && hit.fit == Fit::Partial { span { (words.partial) } }
                @for reason in &reasons { span.reason { (reason) } }
            }
            @for snippet in &hit.snippets { (one(reader, query, snippet)) }
        }
    }
}

fn one(reader: &Reader, query: &str, snippet: &Snippet) -> Markup {
    let marks: Vec<(Span, Mark)> = snippet.marks.iter().map(|span| (*span, Mark::Match)).collect();
    html! {
        p.snippet lang=(snippet.locale.0) {
            a href=(link(reader, query, &snippet.at)) tabindex="-1" {
                (sentence::marked(reader, &snippet.text, &marks))
            }
        }
    }
}

/// The place of a hit; pages that can mark the query are told it.
fn link(reader: &Reader, query: &str, at: &Address) -> String {
    let mut link = reader.route.link(&Route::of(reader.route.locale, at));
    if matches!(at.unit, Unit::Provision(_)) {
        link.push_str(&carry(query));
    }
    if let Some(number) = at.sentence {
        link.push_str("#s");
        link.push_str(&number.to_string());
    }
    link
}

/// Why something was found; `None` where the words simply stand there.
fn in_words(reader: &Reader, reason: &Reason) -> Option<String> {
    let words = words(reader.route.locale);
    let (text, asked, found): (_, &str, &str) = match reason {
        Reason::Words => return None,
        Reason::Title => (words.by_title, "", ""),
        Reason::Translation => (words.by_translation, "", ""),
        Reason::CorrectedReading => (words.by_correction, "", ""),
        Reason::Numbered => (words.by_numbered, "", ""),
        Reason::Number { found } => (words.by_number, found, ""),
        Reason::Related { asked, found } => (words.by_related, asked, found),
        Reason::Plain { asked } => (words.by_plain, asked, ""),
        Reason::Pinyin { asked, found } => (words.by_pinyin, asked, found),
        Reason::Traditional { asked, found } => (words.by_traditional, asked, found),
        Reason::Spelling { asked, found } => (words.by_spelling, asked, found),
    };
    Some(fill(&fill(text, asked), found))
}
