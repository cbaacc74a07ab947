//! The page that the site exists for: one provision, sentence by sentence in both languages, with
//! what explains it.

use corpus::{Address, DocumentId, Edition, Paragraph, Provision, Sentence, Unit};
use leptos::prelude::*;

use super::{passages, sentence};
use crate::reader::Reader;
use crate::route::{Page, UiLocale};

/// A provision's page.
pub fn provision(reader: &Reader, id: &DocumentId, number: &str) -> AnyView {
    let Some(edition) = reader.edition(id) else { return super::about::not_found(reader) };
    let Some(index) = edition.document.provisions.iter().position(|p| p.number == number) else {
        return super::about::not_found(reader);
    };
    let provision = &edition.document.provisions[index];
    let unit = Unit::Provision(number.to_owned());
    let address = Address { document: id.clone(), unit, sentence: None };
    let aside = passages::beside(reader, &address);
    let with_aside = aside.is_some();
    view! {
        <article class="provision" class:with-aside=with_aside>
            {trail(reader, edition, index)}
            {heading(reader, edition, provision, &address)}
            {text_choice(reader)}
            <div class="columns">
                <div class="text">
                    {paragraphs(reader, provision, &address)}
                    {sentence::errata(reader, &address)}
                    {neighbours(reader, edition, index)}
                </div>
                {aside}
            </div>
        </article>
    }
    .into_any()
}

/// Where the provision stands: document, then its divisions.
fn trail(reader: &Reader, edition: &Edition, index: usize) -> AnyView {
    let document = &edition.document;
    let name = edition.metadata.name(reader.english()).to_owned();
    let divisions: Vec<AnyView> = document
        .divisions
        .iter()
        .filter(|division| division.provisions.contains(&(index as u32)))
        .map(|division| {
            let number = division.number.clone();
            let unit = Unit::Division(number.clone());
            let name = reader.unit_name(document, &unit, reader.route.locale);
            let href = reader.link(Page::Division(document.id.clone(), number));
            view! { <li><a href=href>{name}</a></li> }.into_any()
        })
        .collect();
    view! {
        <nav class="trail" aria-label=reader.texts().you_are_here>
            <ol>
                <li><a href=reader.link(Page::Document(document.id.clone()))>{name}</a></li>
                {divisions}
            </ol>
        </nav>
    }
    .into_any()
}

fn heading(
    reader: &Reader,
    edition: &Edition,
    provision: &Provision,
    address: &Address,
) -> AnyView {
    let document = &edition.document;
    let first = Address { sentence: Some(0), ..address.clone() };
    let label = provision.label.clone();
    let chinese = match &provision.title {
        Some(title) => {
            let marks = reader.standing_marks(&first, title);
            let errata: Vec<_> =
                marks.into_iter().filter(|(_, m)| matches!(m, crate::marks::Mark::Erratum(_))).collect();
            sentence::marked(reader, title.text.trim_end_matches('。'), &errata).into_any()
        }
        None if label.is_empty() => {
            reader.unit_name(document, &address.unit, UiLocale::Zh).into_any()
        }
        None => ().into_any(),
    };
    let english = reader.unit_name(document, &address.unit, UiLocale::En);
    view! {
        <h1 id="s0" tabindex="-1">
            <span class="zh" lang=sentence::SOURCE>
                {(!label.is_empty()).then(|| view! { <span class="label">{label}</span> })}
                {chinese}
            </span>
            <span class="en" lang="en">{english}</span>
        </h1>
    }
    .into_any()
}

/// The choice of languages: links that the app turns into a kept setting.
pub fn text_choice(reader: &Reader) -> AnyView {
    let texts = reader.texts();
    let choice = |value: &'static str, name: &'static str| {
        view! { <a href=format!("?text={value}") data-text=value>{name}</a> }
    };
    view! {
        <nav class="text-choice script-only" aria-label=texts.text_choice>
            {choice("both", texts.both)} {choice("zh", texts.chinese)} {choice("en", texts.english)}
        </nav>
    }
    .into_any()
}

/// All paragraphs of a provision, each sentence with its translation and what explains it.
pub fn paragraphs(reader: &Reader, provision: &Provision, address: &Address) -> Vec<AnyView> {
    provision.paragraphs.iter().map(|paragraph| one(reader, paragraph, address)).collect()
}

fn one(reader: &Reader, paragraph: &Paragraph, address: &Address) -> AnyView {
    let label = paragraph.label.clone();
    let sentences: Vec<AnyView> = paragraph
        .sentences
        .iter()
        .map(|sentence| {
            let address = Address { sentence: Some(sentence.number), ..address.clone() };
            one_sentence(reader, sentence, &address)
        })
        .collect();
    view! {
        <div class="paragraph">
            {(!label.is_empty()).then(|| view! { <span class="label" lang=sentence::SOURCE>{label}</span> })}
            {sentences}
        </div>
    }
    .into_any()
}

fn one_sentence(reader: &Reader, sentence: &Sentence, address: &Address) -> AnyView {
    let id = format!("s{}", sentence.number);
    view! {
        <div class="sentence" id=id.clone()>
            <a class="permalink" href=format!("#{id}") title=reader.texts().permalink>
                {sentence.number}
            </a>
            <p class="zh-line">{sentence::chinese(reader, address, sentence)}</p>
            {sentence::english(reader, address).map(|english| view! { <p class="en-line">{english}</p> })}
            {passages::beneath(reader, address)}
        </div>
    }
    .into_any()
}

fn neighbours(reader: &Reader, edition: &Edition, index: usize) -> AnyView {
    let document = &edition.document;
    let link = |index: Option<usize>, name: &'static str, class: &'static str, rel: &'static str| {
        let provision = document.provisions.get(index?)?;
        let unit = Unit::Provision(provision.number.clone());
        let title = reader.unit_name(document, &unit, reader.route.locale);
        let href = reader.link(Page::Provision(document.id.clone(), provision.number.clone()));
        Some(view! {
            <a class=class rel=rel href=href><small>{name}</small> <span>{title}</span></a>
        })
    };
    let texts = reader.texts();
    view! {
        <nav class="neighbours" aria-label=format!("{} / {}", texts.previous, texts.next)>
            {link(index.checked_sub(1), texts.previous, "previous", "prev")}
            {link(Some(index + 1), texts.next, "next", "next")}
        </nav>
    }
    .into_any()
}
