//! The figures of a policy beside those of its interpretation, differences marked.

use corpus::{Agreement, Edition, Fact, FigurePair, compare};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::ui::fill;
use crate::views::quoted;
use crate::views::sentence::SOURCE;
use crate::words::{agreement, words};

/// One comparison for each policy with its interpretation.
pub fn compared(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    let library = reader.library();
    let mut sides = Vec::new();
    for interpretation in &library.editions {
        let explained = interpretation.metadata.explains.as_ref();
        if let Some(policy) = explained.and_then(|id| library.edition(id)) {
            let pairs = compare::figures(
                (&policy.document, &policy.facts),
                (&interpretation.document, &interpretation.facts),
                &library.links,
            );
            sides.push((policy, interpretation, pairs));
        }
    }
    sides.retain(|(_, _, pairs)| !pairs.is_empty());
    html! {
        @if !sides.is_empty() {
            section aria-labelledby="compared" {
                h2 #compared { (words.compared) }
                @for (policy, interpretation, pairs) in sides {
                    (one(reader, policy, interpretation, pairs))
                }
            }
        }
    }
}

fn one(
    reader: &Reader,
    policy: &Edition,
    interpretation: &Edition,
    mut pairs: Vec<FigurePair>,
) -> Markup {
    let words = words(reader.route.locale);
    // What readers came for first: where both speak, and of these where they differ.
    pairs.sort_by_key(|pair| match pair.agreement {
        Agreement::Different => 0,
        Agreement::Same => 1,
        Agreement::OnlyInterpretation => 2,
        Agreement::OnlyPolicy => 3,
    });
    let (alone, told): (Vec<_>, Vec<_>) =
        pairs.iter().partition(|pair| pair.agreement == Agreement::OnlyPolicy);
    let names = [policy, interpretation].map(|edition| edition.metadata.name(reader.english()));
    html! {
        p {
            (fill(&fill(words.compared_lead, names[0]), names[1]))
            @if reader.english() { " " }
            @if !told.iter().any(|pair| pair.policy.is_some()) { (words.none_shared) }
        }
        @if !told.is_empty() {
            table.lines.cards-on-phones role="table" aria-labelledby="compared" {
                (super::cells::head([words.agreement, words.in_policy, words.in_interpretation]))
                tbody role="rowgroup" {
                    @for pair in &told { (row(reader, pair, policy, interpretation)) }
                }
            }
        }
        @if !alone.is_empty() {
            details.fold {
                summary { (fill(words.only_policy, &alone.len().to_string())) }
                @if !interpretation.metadata.incomplete.is_empty() {
                    p.muted { (words.only_at_hand) }
                }
                ul.names {
                    @for pair in &alone { li { (side(reader, policy, pair.policy.as_ref())) } }
                }
            }
        }
    }
}

fn row(reader: &Reader, pair: &FigurePair, policy: &Edition, interpretation: &Edition) -> Markup {
    let words = words(reader.route.locale);
    let (sign, said) = agreement(pair.agreement, reader.english());
    let class = match pair.agreement {
        Agreement::Different => "differs",
        Agreement::Same => "agrees",
        Agreement::OnlyPolicy | Agreement::OnlyInterpretation => "alone",
    };
    html! {
        tr class=(class) role="row" {
            td role="cell" data-label=(words.agreement) {
                span.sign aria-hidden="true" { (sign) } " " (said)
            }
            td role="cell" data-label=(words.in_policy) {
                (side(reader, policy, pair.policy.as_ref()))
            }
            td role="cell" data-label=(words.in_interpretation) {
                (side(reader, interpretation, pair.interpretation.as_ref()))
            }
        }
    }
}

/// A figure with what it is about and a link to its sentence, or that there is none.
fn side(reader: &Reader, edition: &Edition, fact: Option<&Fact>) -> Markup {
    let found = fact.and_then(|fact| Some((fact, edition.document.sentence(&fact.at)?)));
    html! {
        @match found {
            Some((fact, sentence)) => {
                b.printed lang=(SOURCE) { (fact.span.of(&sentence.text)) } " "
                (super::cells::about(reader, fact, sentence)) " "
                (quoted::short_source(reader, &fact.at))
            }
            None => span.muted { (words(reader.route.locale).not_there) },
        }
    }
}
