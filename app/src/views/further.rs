//! Translations into further languages, line by line beside the source. English, which is also a
//! language of the interface, has its own lines (see [`super::sentence`]).

use corpus::languages::{self, Direction, Language};
use corpus::{Address, Edition, Translation};
use leptos::prelude::*;

use crate::page_context::page_context;
use crate::ui::fill;
use crate::words::languages::words;

/// From so many characters on a vertical line has higher columns, and may be wider than a phone:
/// it can be scrolled by the keyboard.
const LONG: usize = 120;

/// What is known of the language of a translation; all that are read are known.
fn known(translation: &Translation) -> Option<&'static Language> {
    languages::language(&translation.locale)
}

/// `rtl` where a language's lines begin on the right; left to right is the page's own direction.
fn direction(language: &Language) -> Option<&'static str> {
    (language.direction == Direction::Rtl).then_some("rtl")
}

/// The further translations of a sentence, a line each.
#[component]
pub fn Further(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    let english = page_context.english();
    let line = |(translation, text): (&'static Translation, &'static str)| {
        let language = known(translation)?;
        let long = language.vertical && text.chars().count() > LONG;
        Some(view! {
            <div class=class(language, long) lang=language.tag.0.as_str() dir=direction(language)
                tabindex=long.then_some("0") role=long.then_some("group")
                aria-label=long.then(|| language.named(english))>{text}</div>
        })
    };
    page_context.library_index.further(&at).filter_map(line).collect_view()
}

/// The classes of a line: `more-line`, the language's own, and how it is written.
fn class(language: &Language, long: bool) -> String {
    let own = ["more-line ", &language.tag.0, "-line"].concat();
    match (language.vertical, long) {
        (true, true) => own + " vertical long",
        (true, false) => own + " vertical",
        (false, _) => own,
    }
}

/// The further translations of a row of a table beneath it, cell under cell.
#[component]
pub fn FurtherRows(
    /// The address of the row.
    at: Address,
    /// How many columns the table has.
    columns: usize,
) -> impl IntoView {
    let row = |(translation, text): (&'static Translation, &'static str)| {
        let language = known(translation)?;
        let found = corpus::table::cells(text);
        let alone = (found.len() == 1).then_some(columns);
        let short = (alone.is_none() && columns > found.len())
            .then(|| view! { <td class="row-number"></td> });
        let cells = found.into_iter().map(|cell| {
            let lines =
                corpus::table::lines(text, cell).into_iter().enumerate().map(|(index, line)| {
                    let apart = (index > 0).then(|| view! { <br/> });
                    (apart, line.into_iter().map(|stretch| stretch.of(text)).collect::<String>())
                });
            view! { <td colspan=alone>{lines.collect_view()}</td> }
        });
        Some(view! {
            <tr class=class(language, false) lang=language.tag.0.as_str() dir=direction(language)>
                {short}
                {cells.collect_view()}
            </tr>
        })
    };
    page_context().library_index.further(&at).filter_map(row).collect_view()
}

/// Which of the further translations stand beside the text: a switch for each, which the script of
/// such sites turns. Without script all stand there.
#[component]
pub fn Choice(
    /// The document.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let english = page_context.english();
    let switches: Vec<_> = edition
        .further()
        .filter_map(known)
        .map(|language| {
            let name = language.name.as_str();
            let vertical = language.vertical.then_some("vertical");
            view! {
                <button type="button" data-in=language.tag.0.as_str() aria-pressed="true"
                    title=language.named(english)>
                    <span class=vertical lang=language.tag.0.as_str() dir=direction(language)>
                        {name}
                    </span>
                </button>
            }
        })
        .collect();
    (!switches.is_empty()).then(|| {
        let label = words(page_context.route.locale).choice;
        view! { <div class="languages" role="group" aria-label=label>{switches}</div> }
    })
}

/// How far the further translations have come, a line each.
#[component]
pub fn Progress(
    /// The document.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let line = |translation: &'static Translation| {
        let language = known(translation)?;
        let name = language.named(page_context.english());
        if language.is_converted() {
            return Some(view! { <p class="hint">{fill(words.converted, name)}</p> });
        }
        let progress = translation.progress();
        let text = if progress.is_whole() { words.whole } else { words.part };
        let numbers = [name, &progress.total.to_string(), &progress.translated.to_string()];
        let text = numbers.iter().fold(text.to_owned(), |text, number| fill(&text, number));
        Some(view! { <p class="hint">{text}</p> })
    };
    edition.further().filter_map(line).collect_view()
}
