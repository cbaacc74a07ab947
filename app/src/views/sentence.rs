//! A sentence as readers see it: its characters with marks, its translation, its address.

#[cfg(feature = "ssr")]
mod errata;

use std::borrow::Cow;

use corpus::{Address, Sentence, Span};
use leptos::either::Either;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub use errata::*;

use crate::marks::{Mark, notes, stretches};
use crate::page_context::{PageContext, page_context};
use crate::route::Page;

/// The language tag of the source text.
pub const SOURCE: &str = "zh-Hans";

/// Marked text: its characters, with an element around each marked stretch.
#[component]
pub fn Marked(
    /// The whole text.
    #[prop(into)]
    text: Cow<'static, str>,
    /// What of it is marked.
    #[prop(optional)]
    mut marks: Vec<(Span, Mark)>,
) -> impl IntoView {
    marks.extend(notes(&text));
    let mut last = None;
    stretches(&text, &marks)
        .into_iter()
        .map(|stretch| {
            let inner = punctuated(stretch.text, last).into_any();
            last = stretch.text.chars().next_back();
            stretch.marks.into_iter().fold(inner, wrap)
        })
        .collect_view()
}

/// Half-width commas of the source get room on the right by style; the characters stay. `last` is
/// the character that the text follows.
fn punctuated(text: &str, mut last: Option<char>) -> impl IntoView + use<> {
    text.split_inclusive(',')
        .map(|piece| {
            let before = piece.strip_suffix(',');
            let ends = before.and_then(|before| before.chars().next_back()).or(last);
            last = piece.chars().next_back();
            // Chinese characters and their punctuation; below are the letters of other scripts.
            let chinese = ends.is_some_and(|c| c >= '\u{2000}');
            let (words, comma) = match before {
                Some(before) if chinese => (before, true),
                _ => (piece, false),
            };
            let words = (!words.is_empty()).then(|| words.to_owned());
            (words, comma.then(|| view! { <i class="hw">","</i> }))
        })
        .collect_view()
}

/// The element of a mark around what it marks.
fn wrap(inner: AnyView, mark: Mark) -> AnyView {
    let class = match mark {
        Mark::Shared => "shared",
        Mark::Changed => "changed",
        Mark::Added => "added",
        Mark::Dropped => "dropped",
        Mark::Match => "match",
        Mark::Figure => return view! { <span class="figure">{inner}</span> }.into_any(),
        #[cfg(feature = "ssr")]
        Mark::Note => return view! { <sup class="note">{inner}</sup> }.into_any(),
        #[cfg(feature = "ssr")]
        Mark::NoteBracket => return view! { <i hidden>{inner}</i> }.into_any(),
        #[cfg(feature = "ssr")]
        Mark::NotePlace(sentence) => {
            let href = ["#s", &sentence.to_string()].concat();
            return view! { <a href=href>{inner}</a> }.into_any();
        }
        Mark::Erratum(index) => {
            let href = ["#e", &index.to_string()].concat();
            return view! { <a class="erratum" href=href>{inner}</a> }.into_any();
        }
        #[cfg(feature = "ssr")]
        Mark::Reference(index) => {
            let page_context = page_context();
            let href = page_context.link_to(&page_context.library().references[index].to);
            return view! { <a href=href data-tool="cited">{inner}</a> }.into_any();
        }
        Mark::Term(index) => {
            let page_context = page_context();
            let href =
                [&page_context.link(Page::Glossary), "#", &page_context.library().terms[index].id];
            return view! { <a class="term" href=href.concat()>{inner}</a> }.into_any();
        }
    };
    view! { <mark class=class>{inner}</mark> }.into_any()
}

/// One text in both languages, that of the interface first. The style may leave either out.
#[component]
pub fn Both(
    /// The text in Chinese.
    chinese: impl IntoView + 'static,
    /// The text in English.
    english: impl IntoView + 'static,
) -> impl IntoView {
    let chinese = view! { <span class="zh pair" lang=SOURCE>{chinese}</span> };
    let english = view! { <span class="en pair" lang="en">{english}</span> };
    if page_context().english() {
        Either::Left((english, " ", chinese))
    } else {
        Either::Right((chinese, " ", english))
    }
}

/// Chinese and English in the order in which this reader reads them.
#[component]
pub fn InOrder(
    /// What is Chinese.
    chinese: impl IntoView + 'static,
    /// What is English.
    english: impl IntoView + 'static,
) -> impl IntoView {
    if page_context().english() {
        Either::Left((english.into_view(), chinese.into_view()))
    } else {
        Either::Right((chinese.into_view(), english.into_view()))
    }
}

/// A sentence's lines: its text with errata, terms and matches marked, and its translation.
#[component]
pub fn Lines(
    /// The address of the sentence.
    at: Address,
    /// The sentence itself.
    sentence: &'static Sentence,
) -> impl IntoView {
    let chinese = view! { <p class="zh-line"><Chinese at=at.clone() sentence/></p> };
    view! { <InOrder chinese=chinese english=view! { <English at/> }/> }
}

/// The Chinese text of a sentence with errata, terms and matches marked.
#[component]
pub fn Chinese(
    /// The address of the sentence.
    at: Address,
    /// The sentence itself.
    sentence: &'static Sentence,
) -> impl IntoView {
    let page_context = page_context();
    let mut marks = page_context.standing_marks(&at, sentence);
    marks.extend(matches(&page_context, &at, false));
    view! { <span class="zh" lang=SOURCE><Marked text=sentence.text.as_str() marks/></span> }
}

/// The translation of a sentence. Where a translation is only begun, a reader of English is told
/// that this sentence has none yet; where there is no translation at all, nothing stands here.
#[component]
pub fn English(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    if let Some(text) = page_context.library_index.translated(&at) {
        let marks = matches(&page_context, &at, true);
        #[cfg(feature = "ssr")]
        let marks = [marks, page_context.references(&at, true)].concat();
        let line = view! {
            <p class="en-line"><span class="en" lang="en"><Marked text marks/></span></p>
        };
        return Some(Either::Left(line));
    }
    (page_context.english() && page_context.library_index.is_begun(&at)).then(|| {
        Either::Right(view! { <p class="en-line muted">{page_context.texts().untranslated}</p> })
    })
}

/// English words of ours in which Chinese ones may stand: these are told to be Chinese.
#[component]
pub fn Mixed(
    /// The words.
    #[prop(into)]
    text: Cow<'static, str>,
) -> impl IntoView {
    corpus::text::by_script(&text)
        .into_iter()
        .map(|(piece, chinese)| {
            let piece = piece.to_owned();
            if chinese {
                Either::Left(view! { <span lang=SOURCE>{piece}</span> })
            } else {
                Either::Right(piece)
            }
        })
        .collect_view()
}

/// What the query that brought the reader here found in this sentence.
pub fn matches(page_context: &PageContext, address: &Address, english: bool) -> Vec<(Span, Mark)> {
    if !page_context.route.holds(address) {
        return Vec::new();
    }
    page_context
        .matches
        .iter()
        .filter(|(number, in_english, _)| {
            Some(*number) == address.sentence && *in_english == english
        })
        .map(|(_, _, span)| (*span, Mark::Match))
        .collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::page_context::LibraryIndex;
    use crate::route::{Route, UiLocale};

    fn html(text: &'static str, marks: Vec<(Span, Mark)>) -> String {
        let library_index = Arc::new(LibraryIndex::new(corpus::Library::default()));
        let page_context =
            PageContext::new(&library_index, Route::new(UiLocale::Zh, Page::Overview));
        crate::prerender::render(&page_context, || view! { <Marked text marks/> })
    }

    #[test]
    fn a_comma_after_chinese_is_set_apart_and_no_other() {
        assert_eq!(html(",1,000亩,5<6,", vec![]), ",1,000亩<i class=\"hw\">,</i>5&lt;6,");
        assert_eq!(html("", vec![]), "");
    }

    #[test]
    fn the_label_of_a_note_is_raised_and_no_character_is_lost() {
        let marked = "修路<i hidden>[^</i><sup class=\"note\">1</sup><i hidden>]</i>。";
        assert_eq!(html("修路[^1]。", vec![]), marked);
    }

    #[test]
    fn a_comma_at_the_beginning_of_a_stretch_follows_the_stretch_before() {
        let marks = vec![(Span::new(3, 7), Mark::Match)];
        let marked = "亩<mark class=\"match\"><i class=\"hw\">,</i>建</mark>设";
        assert_eq!(html("亩,建设", marks), marked);
    }

    #[test]
    fn the_first_mark_of_a_stretch_is_the_innermost() {
        let marks = vec![(Span::new(0, 6), Mark::Shared), (Span::new(3, 6), Mark::Erratum(4))];
        let marked = "<mark class=\"shared\">农</mark>\
            <a href=\"#e4\" class=\"erratum\"><mark class=\"shared\">田</mark></a>";
        assert_eq!(html("农田", marks), marked);
    }
}
