//! Questions in further languages: they are answered here, from the translations, without the engine.

use std::rc::Rc;

use corpus::languages::Language;
use corpus::{Address, Library, Span, Translation};
use gloo_timers::callback::Timeout;
use search_index::fallback::QueryMatcher;
use search_index::protocol::{Request, Response, SearchRequest, Snippet, decode};
use search_index::translated::{TranslatedTexts, Translations};

use super::App;
use super::engine::Done;
use crate::page_context::PageContext;

/// The library with its translations, and the languages of these; `None` where they can't be read.
pub fn joined(
    mut library: Library,
    translations: &[u8],
) -> Option<(Library, Option<Vec<Language>>)> {
    if translations.is_empty() {
        return Some((library, None));
    }
    let translations: Translations = decode(translations)?;
    let languages = translations.join(&mut library);
    Some((library, Some(languages)))
}

/// Answers a request, later; gives back what is not in a further language.
pub fn ask(app: &Rc<App>, request: Request, done: Done) -> Option<(Request, Done)> {
    let Some(translated) = &app.translated else { return Some((request, done)) };
    let query = match &request {
        Request::Search(request) => &request.query,
        Request::Marks { query, .. } => query,
        // Words are completed by the engine, which knows those of Chinese and English.
        Request::Suggest { .. } => return Some((request, done)),
    };
    if !is_for(app, translated, query) {
        return Some((request, done));
    }
    let app = Rc::clone(app);
    // Never at once: whoever asks is not done yet.
    let answer = move || {
        let Some(translated) = &app.translated else { return };
        done(Ok(match request {
            Request::Search(request) => Response::Results(translated.search(&request)),
            Request::Marks { id, query, at } => {
                Response::Marks { id, snippets: translated.marks(&query, &at) }
            }
            Request::Suggest { id, .. } => Response::Suggestions { id, suggestions: Vec::new() },
        }));
    };
    Timeout::new(0, answer).forget();
    None
}

/// Whether translations answer this query.
pub fn answers(app: &App, query: &str) -> bool {
    app.translated.as_ref().is_some_and(|translated| is_for(app, translated, query))
}

/// Whether only translations can answer: by the letters of the query, or because neither the source
/// nor the English has what a translation has.
fn is_for(app: &App, translated: &TranslatedTexts<'_>, query: &str) -> bool {
    translated.has_letters_of(query) || translated.finds(query) && !stands(app, query)
}

fn stands(app: &App, query: &str) -> bool {
    let request = SearchRequest { limit: 1, ..SearchRequest::default() };
    QueryMatcher::new(&app.texts, None, query).search(&request).total > 0
}

/// A line of a page in a further language.
pub struct FurtherLine {
    /// Where it stands.
    pub selector: String,
    /// Its text.
    pub text: &'static str,
    /// What is marked in it.
    pub spans: Vec<Span>,
}

/// The lines of a sentence in further languages, with what was found in them.
pub fn lines(page_context: &PageContext, at: &Address, found: &[Snippet]) -> Vec<FurtherLine> {
    let number = at.sentence.unwrap_or_default().to_string();
    let further = page_context.library_index.further(at);
    let line = |(translation, text): (&'static Translation, &'static str)| {
        let own =
            |own: &&Snippet| own.at.sentence == at.sentence && own.locale == translation.locale;
        let spans = found.iter().filter(own).flat_map(|own| own.marks.iter().copied()).collect();
        let tag = translation.locale.0.as_str();
        let selector = match at.sentence {
            Some(0) => ["main h1 ~ div.", tag, "-line"].concat(),
            _ => ["#s", &number, " div.", tag, "-line"].concat(),
        };
        FurtherLine { selector, text, spans }
    };
    further.map(line).collect()
}
