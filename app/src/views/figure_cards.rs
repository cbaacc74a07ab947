//! Figures as small cards: those that are promised on the first page, and beside the text of a
//! provision its own.

use corpus::{Edition, FactKind, Unit};
use maud::{Markup, html};

use super::picture::{Told, due};
use super::sentence::mixed;
use crate::reader::Reader;
use crate::words::{fact_kind, words};

/// What is told of figures, as cards that lead to their sentences.
pub fn cards(reader: &Reader, told: &[Told]) -> Markup {
    html! {
        ul.figures { @for one in told { li { (card(reader, one)) } } }
    }
}

/// The figures of one provision: what it promises, counts, demands or forbids, each with its kind,
/// by when, and for English readers as printed. Numbers in names and in order, and dates that are no
/// figure's deadline, are no figures.
pub fn of_provision(reader: &Reader, edition: &Edition, unit: &Unit) -> Markup {
    let told: Vec<Told> = edition
        .facts
        .iter()
        .filter(|fact| fact.at.unit == *unit)
        .filter(|fact| !matches!(fact.kind, FactKind::Name | FactKind::Ordinal | FactKind::Date))
        .filter_map(|fact| {
            let sentence = &edition.document.sentence(&fact.at)?.text;
            let told = Told::new(reader, edition, fact)?;
            let printed = reader.english().then(|| fact.span.of(sentence).to_owned());
            let kind = fact_kind(fact.kind, reader.english()).to_owned();
            let said = [kind].into_iter().chain(due(reader, fact, sentence)).chain(printed);
            Some(Told { place: said.collect::<Vec<_>>().join(" · "), ..told })
        })
        .collect();
    html! {
        @if !told.is_empty() {
            section.own-figures aria-labelledby="own-figures" {
                h2 #own-figures { (words(reader.route.locale).own_figures) }
                (cards(reader, &told))
            }
        }
    }
}

/// A text of ours: in English pages Chinese in it is told to be Chinese.
pub fn mixed_if(english: bool, text: &str) -> Markup {
    if english {
        mixed(text)
    } else {
        html! { (text) }
    }
}

fn card(reader: &Reader, told: &Told) -> Markup {
    let english = reader.english();
    let (number, unit) = &told.figure;
    html! {
        a href=(told.href) {
            @if !told.tag.is_empty() { small { (told.tag) } " " }
            b { (mixed_if(english, number)) small { (mixed_if(english, unit)) } }
            " " span { (mixed_if(english, &told.about)) }
            " " small { (mixed_if(english, &told.place)) }
        }
    }
}
