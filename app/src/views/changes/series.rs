//! What leads from other pages to the changes: on a document's page its series, on a provision's
//! page what became of it.

use corpus::{Address, Change, ChangeKind, DocumentId, Edition, Unit};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::views::overview::Card;
use crate::words::changes::words;
use crate::words::kinds;

/// Links to the documents before and after this one, to what it is based on, and to what changed.
/// Nothing where nobody said so.
#[component]
pub fn Series(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let id = &edition.document.id;
    let cards = related(&page_context, edition);
    let cards = cards.into_iter().map(|(edition, label)| view! { <Card edition label/> });
    let changes = page_context.library().changes(id).map(|_| {
        let href = page_context.link(Page::Changes(id.clone()));
        view! { <p class="card"><a href=href>{words(page_context.route.locale).see}</a></p> }
    });
    view! {
        {cards.collect_view()}
        {changes}
    }
}

/// The documents of the series, and what each is to this one.
fn related(page_context: &PageContext, edition: &Edition) -> Vec<(&'static Edition, &'static str)> {
    let words = words(page_context.route.locale);
    let library = page_context.library();
    let (id, metadata) = (&edition.document.id, &edition.metadata);
    let of = |id: &DocumentId| library.edition(id);
    let mut found = Vec::new();
    found.extend(metadata.replaces.as_ref().and_then(of).map(|other| (other, words.replaces)));
    found.extend(metadata.follows.as_ref().and_then(of).map(|other| (other, words.follows)));
    found.extend(metadata.based_on.iter().filter_map(of).map(|other| (other, words.based_on)));
    for other in &library.editions {
        let named = |field: Option<&DocumentId>| field == Some(id);
        let replaced = named(other.metadata.replaces.as_ref());
        found.extend(replaced.then_some((other, words.replaced_by)));
        let followed = named(other.metadata.follows.as_ref());
        found.extend(followed.then_some((other, words.followed_by)));
        found.extend(other.metadata.based_on.contains(id).then_some((other, words.basis_of)));
    }
    found
}

/// What became of a provision since the document before, leading to its change; nothing where its
/// document has none before it.
#[component]
pub fn SinceBefore(
    /// The address of the provision.
    at: Address,
) -> impl IntoView {
    let page_context = page_context();
    let (change, old) = change(&page_context, &at)?;
    let page = page_context.link(Page::Changes(at.document));
    let href = [&*page, "#", &change.anchor()].concat();
    let before = (change.kind != ChangeKind::Added).then(|| view! { <Before change old/> });
    Some(view! {
        <p class="hint">
            <a href=href>{kinds::change(change.kind, page_context.route.locale)}</a>
            {before}
        </p>
    })
}

fn change(page_context: &PageContext, at: &Address) -> Option<(&'static Change, &'static Edition)> {
    let Unit::Provision(number) = &at.unit else { return None };
    let changes = page_context.library().changes(&at.document)?;
    let old = page_context.library().edition(&changes.old)?;
    let found = changes.list.iter().find(|change| change.new.as_ref() == Some(number))?;
    Some((found, old))
}

/// Links to the provisions that it was in the document before.
#[component]
fn Before(change: &'static Change, old: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let links = change.old.iter().map(|number| {
        let page = Page::Provision(old.document.id.clone(), number.clone());
        view! {
            " "
            <a href=page_context.link(page)>{number.as_str()}</a>
        }
    });
    view! {
        " "
        {words(page_context.route.locale).was}
        {old.metadata.name(page_context.english())}
        {links.collect_view()}
    }
}
