//! Sentences on pages other than their own: quoted in both languages, with a link to their place.
//! And the short names by which lists refer to units.

use corpus::{Address, DocumentKind, Span, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::sentence::{English, Marked, SOURCE};
use crate::marks::Mark;
use crate::page_context::{PageContext, page_context};
use crate::route::UiLocale;
use crate::ui::fill;
use crate::words::words;

/// A whole sentence with marks, its translation beneath.
#[component]
pub fn QuotedSentence(
    /// The address of the sentence.
    at: Address,
    /// What of it is marked.
    marks: Vec<(Span, Mark)>,
) -> impl IntoView {
    page_context().library().sentence(&at).map(|found| {
        view! {
            <p class="zh-line">
                <span class="zh" lang=SOURCE><Marked text=found.text.as_str() marks/></span>
            </p>
            <English at/>
        }
    })
}

/// A link to the sentence, named by its unit in full.
#[component]
pub fn Source(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    page_context.edition(&at.document).map(|edition| {
        let name = page_context.unit_name(&edition.document, &at.unit, page_context.route.locale);
        view! { <a href=page_context.link_to(&at)>{name}</a> }
    })
}

/// A link to the sentence, named as shortly as possible: `（十三）`, `解读2.1`.
#[component]
pub fn ShortSource(
    /// The address of the sentence.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    view! {
        <a class="short" href=page_context.link_to(&at)>{short_name(&page_context, &at)}</a>
        " "
    }
}

/// The short name of a unit.
pub fn short_name(page_context: &PageContext, at: &Address) -> String {
    let words = words(page_context.route.locale);
    let Some(edition) = page_context.edition(&at.document) else { return at.to_string() };
    let document = &edition.document;
    let name = match &at.unit {
        Unit::Provision(number) => {
            let label = document.provision(number).map_or("", |p| p.label.as_str());
            let own = edition.metadata.kind == DocumentKind::Interpretation;
            match number.as_str() {
                "0" => page_context.texts().preamble.to_owned(),
                _ if page_context.english() || own || label.is_empty() => number.clone(),
                _ => label.to_owned(),
            }
        }
        Unit::Division(number) => fill(page_context.texts().part, number),
        Unit::Title => words.title.to_owned(),
    };
    match edition.metadata.kind {
        DocumentKind::Interpretation if page_context.english() => {
            format!("{} {name}", words.interpretation)
        }
        DocumentKind::Interpretation => format!("{}{name}", words.interpretation),
        DocumentKind::Policy | DocumentKind::Law => name,
    }
}

/// The name of the outermost part that holds this address, in a language; `None` outside parts.
pub fn part_name(
    page_context: &PageContext,
    at: &Address,
    locale: UiLocale,
) -> Option<(String, String)> {
    let document = &page_context.edition(&at.document)?.document;
    let number = match &at.unit {
        Unit::Title => return None,
        Unit::Division(number) => number.clone(),
        Unit::Provision(number) => {
            let index = document.provisions.iter().position(|p| &p.number == number)?;
            document.division_of(index)?.number.clone()
        }
    };
    let number = number.split('.').next().unwrap_or(&number).to_owned();
    let name = page_context.unit_name(document, &Unit::Division(number.clone()), locale);
    Some((number, name))
}

/// Where the forms of each entry stand in the texts. At each place the longest form counts; an
/// entry that only stands inside longer ones is found there.
pub fn occurrences(page_context: &PageContext, entries: &[&[String]]) -> Vec<Vec<Address>> {
    let mut forms: Vec<(&str, usize)> = entries
        .iter()
        .enumerate()
        .flat_map(|(index, forms)| forms.iter().map(move |form| (form.as_str(), index)))
        .filter(|(form, _)| !form.is_empty())
        .collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    let mut found = vec![Vec::new(); entries.len()];
    for (at, text) in sentences(page_context) {
        for index in in_sentence(text, &forms) {
            if found[index].last() != Some(&at) {
                found[index].push(at.clone());
            }
        }
    }
    for (found, forms) in found.iter_mut().zip(entries).filter(|(found, _)| found.is_empty()) {
        let inside = |text: &str| forms.iter().any(|form| text.contains(form.as_str()));
        found.extend(sentences(page_context).filter(|(_, text)| inside(text)).map(|(at, _)| at));
    }
    found
}

/// All sentences of the library in reading order.
fn sentences(page_context: &PageContext) -> impl Iterator<Item = (Address, &str)> {
    page_context.library().documents().flat_map(|document| {
        document.sentences().map(|(unit, sentence)| {
            let number = Some(sentence.number);
            let at = Address { document: document.id.clone(), unit, sentence: number };
            (at, sentence.text.as_str())
        })
    })
}

/// The entries whose forms stand in the text. `forms` are longest first.
fn in_sentence(mut text: &str, forms: &[(&str, usize)]) -> Vec<usize> {
    let mut found = Vec::new();
    while let Some(first) = text.chars().next() {
        let here = forms.iter().find(|(form, _)| text.starts_with(form));
        let step = here.map_or(first.len_utf8(), |(form, _)| form.len());
        found.extend(here.map(|(_, index)| *index));
        text = &text[step..];
    }
    found
}

/// How many units a list of occurrences names before it only counts.
const NAMED: usize = 5;

/// Links to where something occurs: one for each unit, the first few of them.
#[component]
pub fn Occurrences(
    /// The addresses of the sentences where it stands.
    found: Vec<Address>,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    if found.is_empty() {
        return Either::Left(view! { <p class="occurs">{words.nowhere}</p> });
    }
    let mut units: Vec<Address> = Vec::new();
    for at in found {
        if units.iter().all(|other| (&other.document, &other.unit) != (&at.document, &at.unit)) {
            units.push(at);
        }
    }
    let rest = units.len().saturating_sub(NAMED);
    let links = units.into_iter().take(NAMED).map(|at| view! { <ShortSource at/> });
    Either::Right(view! {
        <p class="occurs">
            <span>{words.occurs}</span>
            " "
            {links.collect_view()}
            {(rest > 0).then(|| fill(words.more, &rest.to_string()))}
        </p>
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_counts() {
        let forms = [("盟市", 0), ("东盟", 1), ("盟", 2)];
        assert_eq!(in_sentence("各盟市和东盟、兴安盟", &forms), [0, 1, 2]);
    }
}
