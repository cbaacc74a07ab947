//! What explains what: beneath a sentence its counterparts, beside a provision the passages in
//! full, with shared wording marked, in both directions.

use corpus::{Address, Link, LinkKind, Span, Unit};
use leptos::prelude::*;

use super::sentence;
use crate::marks::Mark;
use crate::reader::Reader;
use crate::route::Route;

/// One end of a link as the reader of the other end sees it.
struct Counterpart<'a> {
    link: &'a Link,
    /// The sentence at the other end.
    address: &'a Address,
    /// The shared stretches there.
    spans: Vec<Span>,
}

/// The counterparts of a sentence, in either direction.
fn counterparts<'a>(reader: &'a Reader, address: &Address) -> Vec<Counterpart<'a>> {
    let shelf = &reader.shelf;
    let explaining = shelf.links(&shelf.explained, address).map(|link| Counterpart {
        link,
        address: &link.from,
        spans: link.evidence.iter().map(|evidence| evidence.from).collect(),
    });
    let explained = shelf.links(&shelf.explaining, address).map(|link| Counterpart {
        link,
        address: &link.to,
        spans: link.evidence.iter().map(|evidence| evidence.to).collect(),
    });
    explaining.chain(explained).collect()
}

fn kind_name(reader: &Reader, kind: LinkKind) -> (&'static str, &'static str) {
    let texts = reader.texts();
    match kind {
        LinkKind::Quote => ("quote", texts.quote),
        LinkKind::Paraphrase => ("paraphrase", texts.paraphrase),
        LinkKind::Mention => ("mention", texts.mention),
    }
}

/// Beneath a sentence: a quiet mark that opens its counterparts.
pub fn beneath(reader: &Reader, address: &Address) -> Option<AnyView> {
    let found = counterparts(reader, address);
    let first = found.first()?;
    let texts = reader.texts();
    let name = if first.address == &first.link.from { texts.explained } else { texts.explains };
    let count = found.len();
    let items: Vec<AnyView> = found.iter().map(|c| counterpart(reader, c)).collect();
    Some(
        view! {
            <details class="beneath">
                <summary>{name} " " <span class="count">{count}</span></summary>
                <ul>{items}</ul>
            </details>
        }
        .into_any(),
    )
}

fn counterpart(reader: &Reader, found: &Counterpart<'_>) -> AnyView {
    let Some(sentence) = reader.library().sentence(found.address) else { return ().into_any() };
    let (class, kind) = kind_name(reader, found.link.kind);
    let marks: Vec<(Span, Mark)> = found.spans.iter().map(|span| (*span, Mark::Shared)).collect();
    let english = reader.shelf.translated(found.address).map(str::to_owned);
    let source = source_name(reader, found.address);
    view! {
        <li class=class>
            <p class="zh-line"><span class="zh" lang=sentence::SOURCE>
                {sentence::marked(reader, &sentence.text, &marks)}
            </span></p>
            {english.map(|text| view! { <p class="en-line"><span class="en" lang="en">{text}</span></p> })}
            <p class="source"><span class="kind">{kind}</span> " "
                <a href=reader.link_to(found.address)>{source}</a></p>
        </li>
    }
    .into_any()
}

fn source_name(reader: &Reader, address: &Address) -> String {
    let Some(edition) = reader.edition(&address.document) else { return String::new() };
    reader.unit_name(&edition.document, &address.unit, reader.route.locale)
}

/// Beside a provision: the paragraphs of the other document in full, linked sentences emphasised.
/// `None` where the document neither explains nor is explained by another.
pub fn beside(reader: &Reader, address: &Address) -> Option<AnyView> {
    let texts = reader.texts();
    let library = reader.library();
    let own = library.edition(&address.document)?;
    let explains = own.metadata.explains.is_some();
    let is_explained =
        library.editions.iter().any(|e| e.metadata.explains.as_ref() == Some(&address.document));
    if !explains && !is_explained {
        return None;
    }
    let unit = own.document.unit(&address.unit)?;
    let mut units: Vec<(Address, Vec<(u16, Vec<Span>)>)> = Vec::new();
    for sentence in unit.sentences() {
        let at = Address { sentence: Some(sentence.number), ..address.clone() };
        for found in counterparts(reader, &at) {
            add(&mut units, &found);
        }
    }
    let title = if explains { texts.explains } else { texts.passages };
    let body = if units.is_empty() {
        let nothing = if explains { texts.no_ground } else { texts.no_passages };
        view! { <p class="nothing">{nothing}</p> }.into_any()
    } else {
        units.iter().map(|(unit, marked)| passage(reader, unit, marked)).collect::<Vec<_>>().into_any()
    };
    Some(
        view! {
            <aside class="beside" aria-labelledby="passages">
                <h2 id="passages">{title}</h2>
                {body}
                {(!units.is_empty()).then(|| view! { <p class="hint">{texts.shared_note}</p> })}
            </aside>
        }
        .into_any(),
    )
}

fn add(units: &mut Vec<(Address, Vec<(u16, Vec<Span>)>)>, found: &Counterpart<'_>) {
    let unit = Address { sentence: None, ..found.address.clone() };
    let number = found.address.sentence.unwrap_or_default();
    let at = match units.iter().position(|(address, _)| *address == unit) {
        Some(at) => at,
        None => {
            units.push((unit, Vec::new()));
            units.len() - 1
        }
    };
    let sentences = &mut units[at].1;
    match sentences.iter_mut().find(|(n, _)| *n == number) {
        Some((_, spans)) => spans.extend(&found.spans),
        None => sentences.push((number, found.spans.clone())),
    }
}

fn passage(reader: &Reader, unit: &Address, marked: &[(u16, Vec<Span>)]) -> AnyView {
    let library = reader.library();
    let Some(edition) = library.edition(&unit.document) else { return ().into_any() };
    let Some(content) = edition.document.unit(&unit.unit) else { return ().into_any() };
    let name = reader.unit_name(&edition.document, &unit.unit, reader.route.locale);
    let href = reader.route.link(&Route::of(reader.route.locale, unit));
    let sentences: Vec<AnyView> = content
        .sentences()
        .filter(|sentence| sentence.number > 0 && !matches!(unit.unit, Unit::Division(_)))
        .map(|sentence| {
            let spans = marked.iter().find(|(number, _)| *number == sentence.number);
            let marks: Vec<(Span, Mark)> = spans
                .map(|(_, spans)| spans.iter().map(|span| (*span, Mark::Shared)).collect())
                .unwrap_or_default();
            let class = if spans.is_some() { "linked" } else { "context" };
            let text = sentence::marked(reader, &sentence.text, &marks);
            view! { <span class=class>{text}</span> }.into_any()
        })
        .collect();
    view! {
        <section class="passage">
            <h3><a href=href>{name}</a></h3>
            {(!sentences.is_empty()).then(|| view! { <p class="zh" lang=sentence::SOURCE>{sentences}</p> })}
        </section>
    }
    .into_any()
}
