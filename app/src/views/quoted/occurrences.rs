//! Where terms, places and bodies stand in the texts: by unit, and in a library of many documents by
//! document.

use std::collections::BTreeMap;

use corpus::{Address, DocumentId};
use leptos::prelude::*;

use super::{DocumentName, ShortSource};
use crate::page_context::{PageContext, page_context};
use crate::ui::fill;
use crate::words::words;

/// The forms that begin with a character, the longest first, each with the index of its entry.
type Forms<'a> = BTreeMap<char, Vec<(&'a str, usize)>>;

/// Where the forms of each entry stand in the texts. At each place the longest form counts; an
/// entry that only stands inside longer ones is found there.
pub fn occurrences(page_context: &PageContext, entries: &[&[String]]) -> Vec<Vec<Address>> {
    let forms = by_first_character(entries);
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

fn by_first_character<'a>(entries: &[&'a [String]]) -> Forms<'a> {
    let mut by_first = Forms::new();
    for (index, forms) in entries.iter().enumerate() {
        for form in *forms {
            if let Some(first) = form.chars().next() {
                by_first.entry(first).or_default().push((form.as_str(), index));
            }
        }
    }
    for forms in by_first.values_mut() {
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
    }
    by_first
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

/// The entries whose forms stand in the text.
fn in_sentence(mut text: &str, forms: &Forms<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    while let Some(first) = text.chars().next() {
        let mut begin_so = forms.get(&first).into_iter().flatten();
        let here = begin_so.find(|(form, _)| text.starts_with(form));
        let step = here.map_or(first.len_utf8(), |(form, _)| form.len());
        found.extend(here.map(|(_, index)| *index));
        text = &text[step..];
    }
    found
}

/// How many units or documents a list of occurrences names before it only counts.
const NAMED: usize = 5;

/// Links to where something occurs: one for each unit, the first few of them. In a library of many
/// documents one for each document, which leads to the first place in it.
#[component]
pub fn Occurrences(
    /// The addresses of the sentences where it stands, in reading order.
    found: Vec<Address>,
) -> impl IntoView {
    let page_context = page_context();
    if found.is_empty() {
        let nowhere = words(page_context.route.locale).nowhere;
        return view! { <p class="occurs">{nowhere}</p> }.into_any();
    }
    let units = units(found);
    if page_context.library_index.is_collection() {
        let documents = documents(units);
        let more = crate::words::library::words(page_context.route.locale).more_documents;
        let count = documents.len();
        let links = documents
            .into_iter()
            .map(|(first, count)| view! { <InDocument first count/> }.into_any());
        return view! { <First links=links.take(NAMED).collect() count more/> }.into_any();
    }
    let more = words(page_context.route.locale).more;
    let count = units.len();
    let links = units.into_iter().map(|at| view! { <ShortSource at/> }.into_any());
    view! { <First links=links.take(NAMED).collect() count more/> }.into_any()
}

/// The first of `count` links, and how many more there are.
#[component]
fn First(links: Vec<AnyView>, count: usize, more: &'static str) -> impl IntoView {
    let rest = count.saturating_sub(NAMED);
    view! {
        <p class="occurs">
            <span>{words(page_context().route.locale).occurs}</span>
            " "
            {links}
            {(rest > 0).then(|| fill(more, &rest.to_string()))}
        </p>
    }
}

/// A document by its name, leading to the first place in it; in how many of its units it is.
#[component]
fn InDocument(first: Address, count: usize) -> impl IntoView {
    let page_context = page_context();
    page_context.edition(&first.document).map(|edition| {
        let count = (count > 1).then(|| {
            view! {
                " "
                <small class="muted">{count}</small>
            }
        });
        view! {
            <a href=page_context.link_to(&first)><DocumentName edition/></a>
            {count}
            " "
        }
    })
}

/// The first address in each unit.
fn units(found: Vec<Address>) -> Vec<Address> {
    let mut units: Vec<Address> = Vec::new();
    for at in found {
        let same = |other: &Address| (&other.document, &other.unit) == (&at.document, &at.unit);
        if !units.last().is_some_and(same) {
            units.push(at);
        }
    }
    units
}

/// The first address in each document, with the number of units.
fn documents(units: Vec<Address>) -> Vec<(Address, usize)> {
    let mut documents: Vec<(Address, usize)> = Vec::new();
    let mut places: BTreeMap<DocumentId, usize> = BTreeMap::new();
    for at in units {
        if let Some(place) = places.get(&at.document) {
            documents[*place].1 += 1;
        } else {
            places.insert(at.document.clone(), documents.len());
            documents.push((at, 1));
        }
    }
    documents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_counts() {
        let entries: Vec<Vec<String>> =
            ["盟市", "东盟", "盟"].iter().map(|form| vec![(*form).to_owned()]).collect();
        let entries: Vec<&[String]> = entries.iter().map(Vec::as_slice).collect();
        let forms = by_first_character(&entries);
        assert_eq!(in_sentence("各盟市和东盟、兴安盟", &forms), [0, 1, 2]);
    }

    #[test]
    fn units_are_counted_by_document() {
        let at = |text: &str| text.parse::<Address>().expect("an address");
        let found = ["a/1#s1", "a/1#s2", "a/2#s1", "b/1#s1"].map(at).to_vec();
        assert_eq!(documents(units(found)), [(at("a/1#s1"), 2), (at("b/1#s1"), 1)]);
    }
}
