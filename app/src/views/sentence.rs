//! A sentence as readers see it: its characters with marks, its translation, its address.

use corpus::{Address, Sentence, Span};
use leptos::prelude::*;

use crate::marks::{Mark, stretches};
use crate::reader::Reader;
use crate::route::{Page, UiLocale};

/// The language tag of the source text.
pub const SOURCE: &str = "zh-Hans";

/// Marked text: the characters of `text`, with an element around each marked stretch.
pub fn marked(reader: &Reader, text: &str, spans: &[(Span, Mark)]) -> Vec<AnyView> {
    stretches(text, spans)
        .into_iter()
        .map(|stretch| {
            let text = stretch.text.to_owned();
            stretch.marks.iter().fold(text.into_any(), |inner, mark| wrap(reader, inner, *mark))
        })
        .collect()
}

fn wrap(reader: &Reader, inner: AnyView, mark: Mark) -> AnyView {
    match mark {
        Mark::Shared => view! { <mark class="shared">{inner}</mark> }.into_any(),
        Mark::Changed => view! { <mark class="changed">{inner}</mark> }.into_any(),
        Mark::Match => view! { <mark class="match">{inner}</mark> }.into_any(),
        Mark::Figure => view! { <span class="figure">{inner}</span> }.into_any(),
        Mark::Erratum(index) => {
            let href = format!("#e{index}");
            view! { <a class="erratum" href=href>{inner}</a> }.into_any()
        }
        Mark::Term(index) => {
            let id = &reader.library().terms[index].id;
            let href = format!("{}#{id}", reader.link(Page::Glossary));
            view! { <a class="term" href=href>{inner}</a> }.into_any()
        }
    }
}

/// The Chinese text of a sentence with errata, terms and matches marked.
pub fn chinese(reader: &Reader, address: &Address, sentence: &Sentence) -> AnyView {
    let mut marks = reader.standing_marks(address, sentence);
    marks.extend(matches(reader, address, false));
    let text = marked(reader, &sentence.text, &marks);
    view! { <span class="zh" lang=SOURCE>{text}</span> }.into_any()
}

/// The translation of a sentence; nothing where there is none.
pub fn english(reader: &Reader, address: &Address) -> Option<AnyView> {
    let text = reader.shelf.translated(address)?;
    let text = marked(reader, text, &matches(reader, address, true));
    Some(view! { <span class="en" lang=UiLocale::En.tag()>{text}</span> }.into_any())
}

fn matches(reader: &Reader, address: &Address, english: bool) -> Vec<(Span, Mark)> {
    if !reader.route.holds(address) {
        return Vec::new();
    }
    reader
        .matches
        .iter()
        .filter(|(number, in_english, _)| {
            Some(*number) == address.sentence && *in_english == english
        })
        .map(|(_, _, span)| (*span, Mark::Match))
        .collect()
}

/// The errata of a unit, as notes that the marks in the text link to.
pub fn errata(reader: &Reader, address: &Address) -> Option<AnyView> {
    let texts = reader.texts();
    let edition = reader.edition(&address.document)?;
    let notes: Vec<AnyView> = edition
        .errata
        .iter()
        .enumerate()
        .filter(|(_, erratum)| erratum.at.unit == address.unit)
        .map(|(index, erratum)| {
            let printed = reader
                .library()
                .sentence(&erratum.at)
                .map_or("", |sentence| erratum.span.of(&sentence.text))
                .trim()
                .to_owned();
            let should = match erratum.certainty {
                corpus::errata::Certainty::Certain => texts.should_read,
                corpus::errata::Certainty::Likely => texts.probably,
            };
            let corrected = erratum.corrected.clone().map(|reading| {
                view! { <span>", " {should} " "<b class="zh" lang=SOURCE>{reading.trim().to_owned()}</b></span> }
            });
            let note = erratum.note.pick(reader.english()).to_owned();
            let back = erratum.at.sentence.map(|number| format!("#s{number}"));
            view! {
                <li id=format!("e{index}")>
                    {texts.printed} " " <a href=back class="zh" lang=SOURCE>{printed}</a>
                    {corrected} ". " <span>{note}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    (!notes.is_empty()).then(|| {
        view! {
            <section class="errata" aria-labelledby="errata">
                <h2 id="errata">{texts.errata}</h2>
                <ul>{notes}</ul>
            </section>
        }
        .into_any()
    })
}
