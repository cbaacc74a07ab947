//! Figures as small cards: the targets on the first page, and beside the text of a
//! provision its own.

use std::borrow::Cow;

use corpus::{Edition, FactKind, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::picture::{Told, due};
use super::sentence::Mixed;
use crate::page_context::{PageContext, page_context};
use crate::words::kinds::fact_kind;
use crate::words::words;

/// What is told of figures, as cards that lead to their sentences.
#[component]
pub fn FigureCards(
    /// What is told.
    told: Vec<Told>,
) -> impl IntoView {
    let cards = told.into_iter().map(|told| view! { <li><Card told/></li> });
    view! { <ul class="figures">{cards.collect_view()}</ul> }
}

/// The figures of one provision: what it aims at, counts, demands or forbids, each with its kind,
/// by when, and for English readers as printed; nothing where there is none.
#[component]
pub fn OwnFigures(
    /// The edition of its document.
    edition: &'static Edition,
    /// The provision.
    unit: Unit,
) -> impl IntoView {
    let page_context = page_context();
    let told = of_provision(&page_context, edition, &unit);
    (!told.is_empty()).then(|| {
        view! {
            <section class="own-figures" aria-labelledby="own-figures">
                <h2 id="own-figures">{words(page_context.route.locale).own_figures}</h2>
                <FigureCards told/>
            </section>
        }
    })
}

/// What is told of a provision's figures. Numbers in names and in order, and dates that are no
/// figure's deadline, are no figures.
fn of_provision(page_context: &PageContext, edition: &Edition, unit: &Unit) -> Vec<Told> {
    edition
        .facts
        .iter()
        .filter(|fact| fact.at.unit == *unit)
        .filter(|fact| !matches!(fact.kind, FactKind::Name | FactKind::Ordinal | FactKind::Date))
        .filter_map(|fact| {
            let sentence = &edition.document.sentence(&fact.at)?.text;
            let told = Told::new(page_context, edition, fact)?;
            let printed = page_context.english().then(|| fact.span.of(sentence).to_owned());
            // In a table the name of the column says what it is, and more than a program can tell.
            let column = edition.document.cell_names(&fact.at, fact.span);
            let column = column.map(|names| names.column).filter(|name| !name.is_empty());
            let kind = || fact_kind(fact.kind, page_context.route.locale).to_owned();
            let said = [column.unwrap_or_else(kind)]
                .into_iter()
                .chain(due(page_context, fact, sentence))
                .chain(printed);
            Some(Told { place: said.collect::<Vec<_>>().join(" · "), ..told })
        })
        .collect()
}

/// A text of ours: in English pages Chinese in it is told to be Chinese.
#[component]
pub fn OwnWords(
    /// The text.
    #[prop(into)]
    text: Cow<'static, str>,
) -> impl IntoView {
    if page_context().english() {
        Either::Left(view! { <Mixed text/> })
    } else {
        Either::Right((!text.is_empty()).then_some(text))
    }
}

/// One card: how the figure binds, the figure, what it is about, and where it stands.
#[component]
fn Card(told: Told) -> impl IntoView {
    let (number, unit) = told.figure;
    let tag = (!told.tag.is_empty()).then(|| view! { <small>{told.tag}</small>" " });
    view! {
        <a href=told.href>
            {tag}
            <b><OwnWords text=number/><small><OwnWords text=unit/></small></b>
            " "
            <span><OwnWords text=told.about/></span>
            " "
            <small><OwnWords text=told.place/></small>
        </a>
    }
}
