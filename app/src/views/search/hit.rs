//! A hit: its name, why it was found, and the sentences that show it in both languages.

use corpus::{Address, Locale, Unit, Validity};
use leptos::prelude::*;
use search_index::protocol::{Fit, Reason, Snippet};

use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::route::Route;
use crate::search::asked::carry;
use crate::search::context::search;
use crate::search::list::HitKey;
use crate::ui::fill;
use crate::ui::found::words;
use crate::views::sentence::Marked;

/// One hit as an element of a list; in a mixed list it says if it has only a part of the words.
/// What is far down a list need not be laid out at once.
#[component]
pub fn HitItem(
    /// Which hit of the list on the page.
    key: HitKey,
) -> impl IntoView {
    let page_context = page_context();
    let found = search().found.read_untracked();
    let words = words(page_context.route.locale);
    let query = found.asked.query.as_str();
    let hit = found.list.hit(key);
    let known = hit.and_then(|hit| Some((hit, page_context.edition(&hit.at.document)?)));
    let (hit, edition) = known?;
    let name = page_context.unit_name(&edition.document, &hit.at.unit, page_context.route.locale);
    let from = edition.metadata.name(page_context.english());
    // Among further languages the name has an element of its own: it may be in another one than the
    // words behind it.
    #[cfg(feature = "full-search")]
    let from = view! { <span class="from">{from}</span> };
    let mut why: Vec<(Option<&str>, String)> = Vec::new();
    if edition.metadata.validity == Some(Validity::Expired) {
        why.push((Some("tag"), page_context.texts().expired.to_owned()));
    }
    if hit.places > 1 {
        why.push((None, fill(words.places, &hit.places.to_string())));
    }
    if key.mixed && hit.fit == Fit::Partial {
        why.push((None, words.partial.to_owned()));
    }
    let reasons = hit.reasons.iter().filter_map(|reason| in_words(&page_context, reason));
    why.extend(reasons.map(|reason| (Some("reason"), reason)));
    let why = why.into_iter().map(|(class, text)| view! { <span class=class>{text}</span> });
    let further = hit.snippets.iter().map(|snippet| &snippet.locale).find(|own| is_further(own));
    let snippets = hit.snippets.iter().map(|snippet| {
        let own = Some(&snippet.locale).filter(|own| is_further(own)).or(further);
        let href = link(&page_context, query, &snippet.at, own);
        view! { <Sentence href snippet=snippet.clone()/> }
    });
    Some(view! {
        <li class=if key.far { "hit far" } else { "hit" }>
            <h3><a href=link(&page_context, query, &hit.at, further)>{name}</a></h3>
            <p class="why">{from} {why.collect_view()}</p>
            {snippets.collect_view()}
        </li>
    })
}

/// A sentence that shows a hit, with the matches marked, as a link to its place.
#[component]
fn Sentence(href: String, snippet: Snippet) -> impl IntoView {
    let marks = snippet.marks.iter().map(|span| (*span, Mark::Match)).collect();
    view! {
        <p class="snippet" lang=snippet.locale.0>
            <a href=href tabindex="-1"><Marked text=snippet.text marks/></a>
        </p>
    }
}

/// Whether a sentence is in a language that only few sites have; other programs find none such.
fn is_further(locale: &Locale) -> bool {
    cfg!(feature = "full-search") && *locale != Locale::zh() && !locale.is_english()
}

/// The place of a hit; pages that can mark the query are told it.
fn link(page_context: &PageContext, query: &str, at: &Address, further: Option<&Locale>) -> String {
    let mut link = page_context.route.link(&Route::of(page_context.route.locale, at));
    if matches!(at.unit, Unit::Provision(_)) {
        link.push_str(&carry(query));
        // The page shows the language in which it was found, whatever was chosen before.
        if let Some(locale) = further.filter(|own| is_further(own)) {
            link.push_str("&beside=");
            link.push_str(&locale.0);
        }
    }
    if let Some(number) = at.sentence {
        link.push_str("#s");
        link.push_str(&number.to_string());
    }
    link
}

/// Why something was found; `None` where the words simply stand there.
fn in_words(page_context: &PageContext, reason: &Reason) -> Option<String> {
    let words = words(page_context.route.locale);
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
