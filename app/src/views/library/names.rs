//! What shelves and documents are called.

use corpus::shelves::{Common, Shelf, ShelfKind};
use corpus::{DocumentKind, Force};

use crate::page_context::PageContext;
use crate::views::standing::validity_name;
use crate::words::library::words;

/// What a shelf is called.
pub fn shelf_name(page_context: &PageContext, shelf: &Shelf) -> String {
    let words = words(page_context.route.locale);
    match &shelf.common {
        Common::Validity(validity) => validity_name(page_context, *validity).to_owned(),
        Common::Force(force) => match force {
            Force::Unstated => "",
            Force::Constitution => words.constitution,
            Force::Law => words.law,
            Force::Regulation => words.regulation,
            Force::Judicial => words.judicial,
            Force::Rule => words.rule,
            Force::Local => words.local,
        }
        .to_owned(),
        Common::Kind(kind) => match kind {
            DocumentKind::Policy => words.policies,
            DocumentKind::Interpretation => words.interpretations,
            DocumentKind::Law => words.laws,
        }
        .to_owned(),
        Common::Words(name) => name.pick(page_context.english()).to_owned(),
    }
}

/// By what the shelves of a kind are made.
pub(super) fn kind_name(page_context: &PageContext, kind: ShelfKind) -> &'static str {
    let words = words(page_context.route.locale);
    match kind {
        ShelfKind::Validity => words.by_validity,
        ShelfKind::Force => words.by_force,
        ShelfKind::Kind => words.by_kind,
        ShelfKind::Issuer => words.by_issuer,
        ShelfKind::Subject => words.by_subject,
        ShelfKind::Year => words.by_year,
    }
}
