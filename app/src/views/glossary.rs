//! The glossary: every term in both languages, where its explanation comes from, where it occurs.

use corpus::glossary::Term;
use corpus::{Address, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::quoted::{self, Occurrences, ShortSource};
use super::sentence::{Mixed, SOURCE};
use crate::page_context::{PageContext, page_context};
use crate::route::UiLocale;
use crate::words::words;

/// Terms that stand together.
struct Group {
    anchor: String,
    /// The heading.
    name: String,
    /// The heading in the row of links.
    short: String,
    /// The indexes of its terms.
    terms: Vec<usize>,
}

/// The glossary.
#[component]
pub fn GlossaryPage() -> impl IntoView {
    let page_context = page_context();
    let terms = &page_context.library().terms;
    let forms: Vec<&[String]> = terms.iter().map(|term| term.zh.as_slice()).collect();
    let found = quoted::occurrences(&page_context, &forms);
    let groups =
        if page_context.english() { by_letter(terms) } else { by_part(&page_context, &found) };
    let links = groups.iter().map(|group| {
        let href = ["#", &group.anchor].concat();
        view! { <li><a href=href>{group.short.clone()}</a></li> }
    });
    let links = links.collect_view();
    let sections = groups.into_iter().map(|group| {
        let entries = group.terms.iter().map(|index| {
            view! { <Entry term=&terms[*index] found=found[*index].clone()/> }
        });
        view! {
            <section data-group>
                <h2 id=group.anchor>{group.name}</h2>
                {entries.collect_view()}
            </section>
        }
    });
    view! {
        <article class="glossary-page" data-enhance>
            <h1 tabindex="-1">{page_context.texts().glossary}</h1>
            <p class="lead">{words(page_context.route.locale).glossary_lead}</p>
            <Filters/>
            <nav aria-label=page_context.texts().contents><ul class="chips">{links}</ul></nav>
            {sections.collect_view()}
        </article>
    }
}

/// The box for filtering a page's rows, with the count of those shown. `enhance.js` makes it
/// work; without script it is not shown.
#[component]
pub fn Filters(
    /// Further choices beside the box.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    view! {
        <div class="filters">
            <label>{words.filter_text}" "<input type="search" data-find autocomplete="off"/></label>
            {children.map(|children| children())}
            <p class="muted" role="status" data-count=words.count data-none=words.no_match></p>
        </div>
    }
}

/// For English readers: by the first letter of the headword.
fn by_letter(terms: &[Term]) -> Vec<Group> {
    let headword = |term: &Term| {
        let word = term.en.first().or(term.zh.first()).map_or("", String::as_str);
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    };
    let mut order: Vec<(String, usize)> =
        terms.iter().enumerate().map(|(index, term)| (headword(term), index)).collect();
    order.sort();
    let mut groups: Vec<Group> = Vec::new();
    for (word, index) in order {
        let first = word.chars().next().filter(char::is_ascii_alphabetic);
        let name = first.map_or("0–9".to_owned(), |c| c.to_ascii_uppercase().to_string());
        let anchor = first.map_or("letter-0".to_owned(), |c| format!("letter-{c}"));
        add(&mut groups, index, anchor, name.clone(), name);
    }
    groups
}

/// Adds a term to the last group, or to a new one.
fn add(groups: &mut Vec<Group>, index: usize, anchor: String, name: String, short: String) {
    match groups.last_mut() {
        Some(group) if group.anchor == anchor => group.terms.push(index),
        _ => groups.push(Group { anchor, name, short, terms: vec![index] }),
    }
}

/// For Chinese readers, without a dictionary of readings: in the order of the text, by the part
/// where the term stands first.
fn by_part(page_context: &PageContext, found: &[Vec<Address>]) -> Vec<Group> {
    let words = words(page_context.route.locale);
    let mut order: Vec<(usize, usize)> = Vec::new();
    let places: Vec<Address> = page_context
        .library()
        .documents()
        .flat_map(|document| {
            document.units().map(|unit| Address {
                document: document.id.clone(),
                unit: unit.unit(),
                sentence: None,
            })
        })
        .collect();
    for (index, found) in found.iter().enumerate() {
        let place = found.first().and_then(|first| {
            places.iter().position(|at| at.document == first.document && at.unit == first.unit)
        });
        order.push((place.unwrap_or(usize::MAX), index));
    }
    order.sort_unstable();
    let mut groups: Vec<Group> = Vec::new();
    for (place, index) in order {
        let nowhere = || {
            let name = words.nowhere.to_owned();
            ("in-none".to_owned(), name.clone(), name)
        };
        let (anchor, name, short) =
            places.get(place).map_or_else(nowhere, |at| part(page_context, at));
        add(&mut groups, index, anchor, name, short);
    }
    groups
}

/// The anchor, name and short name of the part that holds this address; in a library of many
/// documents of the document.
fn part(page_context: &PageContext, at: &Address) -> (String, String, String) {
    let outside = words(page_context.route.locale).outside_parts;
    let library = page_context.library();
    let first = library.editions.first().map(|edition| &edition.document.id);
    let own = library.edition(&at.document).map_or("", |e| e.metadata.name(false));
    if page_context.library_index.is_collection() {
        return (format!("in-{}", at.document), own.to_owned(), own.to_owned());
    }
    let Some((number, name)) = quoted::part_name(page_context, at, UiLocale::Zh) else {
        let unit = Unit::Provision("0".to_owned());
        let short = quoted::short_name(page_context, &Address { unit, ..at.clone() });
        return (format!("in-{}", at.document), format!("{own} · {outside}"), short);
    };
    let name = if first == Some(&at.document) { name } else { format!("{own} · {name}") };
    let unit = Unit::Division(number.clone());
    let short = quoted::short_name(page_context, &Address { unit, ..at.clone() });
    (format!("in-{}-{number}", at.document), name, short)
}

/// A term: its names, its explanation, where that comes from, and where the term occurs.
#[component]
fn Entry(term: &'static Term, found: Vec<Address>) -> impl IntoView {
    let english = term.en.first().map(|english| {
        view! {
            " "
            <span class="en" lang="en">{english.as_str()}</span>
        }
    });
    let others = (term.zh.len() > 1)
        .then(|| view! { <p class="muted" lang=SOURCE>{term.zh[1..].join("、")}</p> });
    view! {
        <div class="entry" id=term.id.as_str() data-row>
            <h3>
                <span class="zh" lang=SOURCE>{term.zh.first().map(String::as_str)}</span>
                {english}
            </h3>
            {others}
            <Explanation term/>
            <p class="basis"><Basis term/></p>
            <Occurrences found/>
        </div>
    }
}

/// The explanation in the language of the page, if it is there: the other language's page has the
/// other.
#[component]
fn Explanation(term: &'static Term) -> impl IntoView {
    let (chinese, english) = (term.explain_zh.as_str(), term.explain_en.as_str());
    if page_context().english() && !english.is_empty() {
        Either::Left(view! { <p class="en" lang="en"><Mixed text=english/></p> })
    } else {
        let chinese = (!chinese.is_empty()).then_some(chinese);
        Either::Right(view! { <p class="zh" lang=SOURCE>{chinese}</p> })
    }
}

/// Where the explanation comes from.
#[component]
fn Basis(term: &'static Term) -> impl IntoView {
    let (label, at) = origin(&page_context(), term);
    let source = at.map(|at| {
        view! {
            " "
            <ShortSource at/>
        }
    });
    view! {
        <span class="tag">{label}</span>
        {source}
    }
}

/// Where the explanation comes from: its label, and the place if it is one of the texts.
pub fn origin(page_context: &PageContext, term: &Term) -> (&'static str, Option<Address>) {
    let words = words(page_context.route.locale);
    let at: Option<Address> = term.basis.parse().ok();
    (if at.is_some() { words.basis_text } else { words.basis_editors }, at)
}
