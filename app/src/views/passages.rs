//! What explains what: beneath a sentence its counterparts, beside a provision the passages, with
//! shared wording marked, in both directions.

mod beneath;
mod beside;

use corpus::compare::DifferenceKind;
use corpus::{Address, Edition, Link, Sentence, Span};

pub use beneath::Beneath;
pub use beside::Beside;

use crate::marks::Mark;
use crate::page_context::PageContext;

/// One end of a link as the reader of the other end sees it.
#[derive(Clone, Copy)]
struct Counterpart {
    link: &'static Link,
    /// The sentence at the other end.
    address: &'static Address,
    /// Whether that is the explaining end.
    explains: bool,
}

impl Counterpart {
    /// What to mark in the other end's sentence: what both share, and what only it has.
    fn marks(&self) -> Vec<(Span, Mark)> {
        let here = |from: Span, to: Span| if self.explains { from } else { to };
        let shared = self.link.evidence.iter().map(|e| (here(e.from, e.to), Mark::Shared));
        let different = self.link.differences.iter().filter_map(|difference| {
            let mark = match (difference.kind, self.explains) {
                (DifferenceKind::Changed, _) => Mark::Changed,
                (DifferenceKind::Added, true) => Mark::Added,
                (DifferenceKind::Dropped, false) => Mark::Dropped,
                _ => return None,
            };
            Some((here(difference.from, difference.to), mark))
        });
        shared.chain(different).collect()
    }
}

/// The counterparts of a sentence, in either direction.
fn counterparts(page_context: &PageContext, address: &Address) -> Vec<Counterpart> {
    let explaining =
        |link: &&'static Link| Counterpart { link, address: &link.from, explains: true };
    let explained = |link: &&'static Link| Counterpart { link, address: &link.to, explains: false };
    let library_index = &page_context.library_index;
    let found = library_index.links_to(address).iter().map(explaining);
    found.chain(library_index.links_from(address).iter().map(explained)).collect()
}

fn source_name(page_context: &PageContext, address: &Address) -> String {
    let Some(edition) = page_context.edition(&address.document) else { return String::new() };
    page_context.unit_name(&edition.document, &address.unit, page_context.route.locale)
}

/// A unit of the other document with its linked sentences and what to mark in them.
#[derive(Clone)]
pub struct ExplainingPassage {
    unit: Address,
    linked: Vec<(u16, Vec<(Span, Mark)>)>,
}

impl ExplainingPassage {
    fn links(&self, sentence: &Sentence) -> bool {
        self.linked.iter().any(|(number, _)| *number == sentence.number)
    }

    /// What to mark in a sentence of the passage.
    fn marks(&self, sentence: &Sentence) -> &[(Span, Mark)] {
        let found = self.linked.iter().find(|(number, _)| *number == sentence.number);
        found.map_or(&[], |(_, marks)| marks)
    }
}

/// The document that this one explains, and those that explain it.
fn others(page_context: &PageContext, own: &'static Edition) -> Vec<&'static Edition> {
    let library = page_context.library();
    let explaining =
        library.editions.iter().filter(|e| e.metadata.explains.as_ref() == Some(&own.document.id));
    let explained = own.metadata.explains.as_ref().and_then(|id| library.edition(id));
    explained.into_iter().chain(explaining).collect()
}

/// The passages beside a unit, in the order of its sentences.
pub fn passages(page_context: &PageContext, address: &Address) -> Vec<ExplainingPassage> {
    let mut passages: Vec<ExplainingPassage> = Vec::new();
    let Some(own) = page_context.edition(&address.document) else { return passages };
    let Some(unit) = own.document.unit(&address.unit) else { return passages };
    if others(page_context, own).is_empty() {
        return passages;
    }
    for sentence in unit.sentences() {
        let at = Address { sentence: Some(sentence.number), ..address.clone() };
        for found in counterparts(page_context, &at) {
            let unit = Address { sentence: None, ..found.address.clone() };
            let number = found.address.sentence.unwrap_or_default();
            let known = passages.iter().position(|passage| passage.unit == unit);
            let at = known.unwrap_or(passages.len());
            if known.is_none() {
                passages.push(ExplainingPassage { unit, linked: Vec::new() });
            }
            let passage = &mut passages[at];
            match passage.linked.iter_mut().find(|(n, _)| *n == number) {
                Some((_, marks)) => marks.extend(found.marks()),
                None => passage.linked.push((number, found.marks())),
            }
        }
    }
    passages
}
