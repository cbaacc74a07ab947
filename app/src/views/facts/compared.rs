//! The figures of a policy beside those of its interpretation, differences marked.

use corpus::{Agreement, Edition, Fact, FigurePair, compare};
use leptos::either::Either;
use leptos::prelude::*;

use super::cells::{About, Head};
use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::ui::fill;
use crate::views::quoted::ShortSource;
use crate::views::sentence::SOURCE;
use crate::words::kinds::agreement;
use crate::words::words;

/// One comparison for each policy with its interpretation.
#[component]
pub fn Compared() -> impl IntoView {
    let page_context = page_context();
    let sides = sides(&page_context);
    (!sides.is_empty()).then(|| {
        let comparisons = sides.into_iter().map(|(policy, interpretation, pairs)| {
            view! { <One policy interpretation pairs/> }
        });
        view! {
            <section aria-labelledby="compared">
                <h2 id="compared">{words(page_context.route.locale).compared}</h2>
                {comparisons.collect_view()}
            </section>
        }
    })
}

/// Each policy with its interpretation, where either has figures.
fn sides(page_context: &PageContext) -> Vec<(&'static Edition, &'static Edition, Vec<FigurePair>)> {
    let library = page_context.library();
    let mut sides = Vec::new();
    for interpretation in &library.editions {
        if !is_shown(page_context, interpretation) {
            continue;
        }
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
    sides
}

/// Whether the page speaks of the interpretation or of what it explains.
fn is_shown(page_context: &PageContext, interpretation: &Edition) -> bool {
    let Page::DocumentFacts(id, _) = &page_context.route.page else { return true };
    interpretation.document.id == *id || interpretation.metadata.explains.as_ref() == Some(id)
}

/// A policy and its interpretation compared.
#[component]
fn One(
    policy: &'static Edition,
    interpretation: &'static Edition,
    mut pairs: Vec<FigurePair>,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let english = page_context.english();
    // What readers came for first: where both speak, and of these where they differ.
    pairs.sort_by_key(|pair| match pair.agreement {
        Agreement::Different => 0,
        Agreement::Same => 1,
        Agreement::OnlyInterpretation => 2,
        Agreement::OnlyPolicy => 3,
    });
    let (alone, told): (Vec<_>, Vec<_>) =
        pairs.into_iter().partition(|pair| pair.agreement == Agreement::OnlyPolicy);
    let names = [policy, interpretation].map(|edition| edition.metadata.name(english));
    let none_shared = !told.iter().any(|pair| pair.policy.is_some());
    view! {
        <p>
            {fill(&fill(words.compared_lead, names[0]), names[1])}
            {english.then_some(" ")}
            {none_shared.then_some(words.none_shared)}
        </p>
        {(!told.is_empty()).then(|| view! { <Told policy interpretation pairs=told/> })}
        {(!alone.is_empty()).then(|| view! { <Alone policy interpretation pairs=alone/> })}
    }
}

/// What the interpretation tells, side by side with the policy; on phones rows become cards.
#[component]
fn Told(
    policy: &'static Edition,
    interpretation: &'static Edition,
    pairs: Vec<FigurePair>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let rows = pairs.into_iter().map(|pair| view! { <Row pair policy interpretation/> });
    view! {
        <table class="lines cards-on-phones" role="table" aria-labelledby="compared">
            <Head names=[words.agreement, words.in_policy, words.in_interpretation]/>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
}

/// The folded list of figures that only the policy has.
#[component]
fn Alone(
    policy: &'static Edition,
    interpretation: &'static Edition,
    pairs: Vec<FigurePair>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let incomplete = !interpretation.metadata.incomplete.is_empty();
    let count = pairs.len().to_string();
    let figures = pairs.into_iter().map(|pair| {
        view! { <li><Side edition=policy fact=pair.policy/></li> }
    });
    view! {
        <details class="fold">
            <summary>{fill(words.only_policy, &count)}</summary>
            {incomplete.then(|| view! { <p class="muted">{words.only_at_hand}</p> })}
            <ul class="names">{figures.collect_view()}</ul>
        </details>
    }
}

/// A figure of the policy beside that of the interpretation.
#[component]
fn Row(
    pair: FigurePair,
    policy: &'static Edition,
    interpretation: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let (sign, said) = agreement(pair.agreement, page_context.route.locale);
    let class = match pair.agreement {
        Agreement::Different => "differs",
        Agreement::Same => "agrees",
        Agreement::OnlyPolicy | Agreement::OnlyInterpretation => "alone",
    };
    view! {
        <tr class=class role="row">
            <td role="cell" data-label=words.agreement>
                <span class="sign" aria-hidden="true">{sign}</span>
                " "
                {said}
            </td>
            <td role="cell" data-label=words.in_policy>
                <Side edition=policy fact=pair.policy/>
            </td>
            <td role="cell" data-label=words.in_interpretation>
                <Side edition=interpretation fact=pair.interpretation/>
            </td>
        </tr>
    }
}

/// A figure with what it is about and a link to its sentence, or that there is none.
#[component]
fn Side(edition: &'static Edition, fact: Option<Fact>) -> impl IntoView {
    let found = fact.and_then(|fact| {
        let sentence = edition.document.sentence(&fact.at)?;
        Some((fact, sentence))
    });
    let Some((fact, sentence)) = found else {
        let absent = words(page_context().route.locale).not_there;
        return Either::Right(view! { <span class="muted">{absent}</span> });
    };
    Either::Left(view! {
        <b class="printed" lang=SOURCE>{fact.span.of(&sentence.text)}</b>
        " "
        <About fact=fact.clone() sentence/>
        " "
        <ShortSource at=fact.at/>
    })
}
