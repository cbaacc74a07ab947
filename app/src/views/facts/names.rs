//! Numbers that are no quantities: in names, slogans and sequences.

use corpus::{Fact, FactKind};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::views::quoted;
use crate::views::sentence::SOURCE;
use crate::words::words;

/// The folded list of names and ordinals, each with the sentences that have it.
pub fn names(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let mut found: Vec<(&str, Vec<&Fact>)> = Vec::new();
    for edition in &reader.library().editions {
        let named = |fact: &&Fact| matches!(fact.kind, FactKind::Name | FactKind::Ordinal);
        for fact in edition.facts.iter().filter(named) {
            let Some(sentence) = edition.document.sentence(&fact.at) else { continue };
            let printed = fact.span.of(&sentence.text);
            match found.iter_mut().find(|(name, _)| *name == printed) {
                Some((_, facts)) => facts.push(fact),
                None => found.push((printed, vec![fact])),
            }
        }
    }
    html! {
        @if !found.is_empty() {
            details.fold {
                summary { (words.names) " " span.muted { (found.len()) } }
                p.muted { (words.names_note) }
                ul.names {
                    @for (printed, facts) in &found {
                        li {
                            b lang=(SOURCE) { (printed) } " "
                            @for fact in facts { (quoted::short_source(reader, &fact.at)) }
                        }
                    }
                }
            }
        }
    }
}
