//! Figures and deadlines before and now.

use corpus::changes::FigureChange;
use corpus::{Change, Edition, Fact, Unit};
use leptos::either::Either;
use leptos::prelude::*;

use super::Pair;
use crate::page_context::page_context;
use crate::ui::fill;
use crate::views::facts::cells::{About, Figure, Head};
use crate::views::listing::OneName;
use crate::views::quoted::ShortSource;
use crate::words::changes::words;
use crate::words::dates;

/// All figures that changed in provisions that both documents have; on phones rows become cards.
#[component]
pub(super) fn Figures(pair: Pair, list: &'static [Change]) -> impl IntoView {
    let words = words(page_context().route.locale);
    let any = list.iter().any(|change| !change.figures.is_empty());
    let rows = list.iter().flat_map(|change| {
        change.figures.iter().map(move |figure| view! { <Row pair change figure/> })
    });
    let content = if any {
        Either::Left(view! {
            <p class="hint">{words.figures_note}</p>
            <table class="lines cards-on-phones" role="table" aria-labelledby="figures">
                <Head names=[words.measure, words.before, words.now]/>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        })
    } else {
        Either::Right(view! { <p>{words.no_figures}</p> })
    };
    view! {
        <section aria-labelledby="figures">
            <h2 id="figures">{words.figures}</h2>
            {content}
        </section>
    }
}

/// A figure before and now.
#[component]
fn Row(pair: Pair, change: &'static Change, figure: &'static FigureChange) -> impl IntoView {
    let words = words(page_context().route.locale);
    let unit = Unit::Provision(change.new.clone().unwrap_or_default());
    view! {
        <tr role="row">
            <td role="cell" data-label=words.measure>
                <a href=["#", &change.anchor()].concat()>
                    <OneName document=&pair.new.document unit/>
                </a>
            </td>
            <td role="cell" data-label=words.before>
                <Side edition=pair.old fact=figure.old.as_ref()/>
            </td>
            <td role="cell" data-label=words.now>
                <Side edition=pair.new fact=figure.new.as_ref()/>
            </td>
        </tr>
    }
}

/// A figure as printed, what it is about, when it is due, and its sentence; or that there is none.
#[component]
fn Side(edition: &'static Edition, fact: Option<&'static Fact>) -> impl IntoView {
    let words = words(page_context().route.locale);
    let found = fact.and_then(|fact| Some((fact, edition.document.sentence(&fact.at)?)));
    let Some((fact, sentence)) = found else {
        return Either::Right(view! { <span class="muted">{words.not_stated}</span> });
    };
    let due = (!fact.due.is_empty()).then(|| {
        view! {
            <span class="hint">{fill(words.due, &dates::date(&fact.due, page_context().route.locale))}</span>
            " "
        }
    });
    Either::Left(view! {
        <Figure fact sentence/>
        " "
        <About fact=fact.clone() sentence/>
        " "
        {due}
        <ShortSource at=fact.at.clone()/>
    })
}
