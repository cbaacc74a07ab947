//! What every page tells of its document: whether it is in force and until when, where the official
//! original is, and when the texts were last changed here. What nobody has filled in is not there.

use corpus::text::web_address;
use corpus::{DocumentId, DocumentKind, Edition, Metadata, Validity};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;
use crate::ui::fill;

/// The standing of the page's document; on pages of no document, of all but the interpretations.
pub fn standing(reader: &Reader) -> Markup {
    let own = of_page(&reader.route.page);
    let shown = |edition: &&Edition| match own {
        Some(id) => edition.document.id == *id,
        None => edition.document.kind != DocumentKind::Interpretation,
    };
    html! {
        @for edition in reader.library().editions.iter().filter(shown) {
            @let told = told(reader, &edition.metadata);
            @if !told.is_empty() {
                p.links.standing {
                    b { (edition.metadata.name(reader.english())) }
                    @for one in told { " " (one) }
                }
            }
        }
    }
}

fn of_page(page: &Page) -> Option<&DocumentId> {
    match page {
        Page::Document(id) | Page::Division(id, _) | Page::Provision(id, _) => Some(id),
        _ => None,
    }
}

fn told(reader: &Reader, metadata: &Metadata) -> Vec<Markup> {
    let texts = reader.texts();
    let validity = metadata.validity.map(|validity| match validity {
        Validity::InForce => texts.in_force,
        Validity::NotYet => texts.not_yet_in_force,
        Validity::Expired => texts.expired,
    });
    let dated = |words: &str, day: &str| (!day.is_empty()).then(|| fill(words, day));
    let words = [
        validity.map(str::to_owned),
        dated(texts.effective_from, &metadata.effective),
        dated(texts.in_force_until, &metadata.expires),
    ];
    let links = [(texts.original, &metadata.origin), (texts.original_pdf, &metadata.origin_pdf)];
    let link = |(words, address): (&str, &String)| {
        web_address(address).map(|href| html! { a href=(href) { (words) } })
    };
    let words = words.into_iter().flatten().map(|words| html! { span { (words) } });
    let updated = dated(texts.updated, &metadata.updated).map(|words| html! { span { (words) } });
    words.chain(links.into_iter().filter_map(link)).chain(updated).collect()
}
