//! What leads from other pages to the changes: on a document's page its series, on a provision's
//! page what became of it.

use corpus::{Address, ChangeKind, Edition, Unit};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;
use crate::views::overview::card;
use crate::words::changes::{kind, words};

/// Links to the documents before and after this one, to what it is based on, and to what changed.
/// Nothing where nobody said so.
pub fn series(reader: &Reader, edition: &Edition) -> Markup {
    let words = words(reader.route.locale);
    let library = reader.library();
    let (id, metadata) = (&edition.document.id, &edition.metadata);
    let of = |id: &corpus::DocumentId| library.edition(id);
    let mut cards: Vec<(&Edition, &str)> = Vec::new();
    cards.extend(metadata.replaces.as_ref().and_then(of).map(|other| (other, words.replaces)));
    cards.extend(metadata.follows.as_ref().and_then(of).map(|other| (other, words.follows)));
    cards.extend(metadata.based_on.iter().filter_map(of).map(|other| (other, words.based_on)));
    for other in &library.editions {
        let named = |field: Option<&corpus::DocumentId>| field == Some(id);
        let replaced = named(other.metadata.replaces.as_ref());
        cards.extend(replaced.then_some((other, words.replaced_by)));
        let followed = named(other.metadata.follows.as_ref());
        cards.extend(followed.then_some((other, words.followed_by)));
        cards.extend(other.metadata.based_on.contains(id).then_some((other, words.basis_of)));
    }
    html! {
        @for (other, label) in cards { (card(reader, other, label)) }
        @if library.changes(id).is_some() {
            p.card { a href=(reader.link(Page::Changes(id.clone()))) { (words.see) } }
        }
    }
}

/// What became of a provision since the document before, leading to its change; nothing where its
/// document has none before it.
pub fn mark(reader: &Reader, at: &Address) -> Markup {
    let Unit::Provision(number) = &at.unit else { return html! {} };
    let changes = reader.library().changes(&at.document);
    let found = changes.and_then(|changes| {
        let own = |change: &&corpus::Change| change.new.as_ref() == Some(number);
        let old = reader.library().edition(&changes.old)?;
        Some((changes.list.iter().find(own)?, old))
    });
    let words = words(reader.route.locale);
    html! {
        @if let Some((change, old)) = found {
            p.hint {
                a href={
                    (reader.link(Page::Changes(at.document.clone()))) "#" (change.anchor())
                } { (kind(change.kind, reader.english())) }
                @if change.kind != ChangeKind::Added {
                    " " (words.was) (old.metadata.name(reader.english()))
                    @for number in &change.old {
                        " "
                        a href=(reader.link(Page::Provision(old.document.id.clone(), number.clone()))) {
                            (number)
                        }
                    }
                }
            }
        }
    }
}
