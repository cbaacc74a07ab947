//! The picture's numbers as a table.

use std::sync::Arc;

use corpus::coverage::{PartCoverage, ProvisionCoverage};
use corpus::{Address, Coverage, Edition};
use leptos::prelude::*;

use super::{address, part_name, status};
use crate::page_context::page_context;
use crate::words::words;

/// The table: each part with its measures. On phones a measure's cells stand below its title; the
/// roles say to assistive technology that it stays a table, which it forgets of rows that are boxes.
#[component]
pub fn Table(
    /// The policy.
    policy: &'static Edition,
    /// What is explained of it.
    covered: Arc<Coverage>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let parts = covered.parts.iter().map(|part| view! { <Part policy part=part.clone()/> });
    view! {
        <h3 id="coverage-table">{words.as_table}</h3>
        <div class="scroll" role="region" tabindex="0" aria-labelledby="coverage-table">
            <table class="lines folded-on-phones" role="table" aria-labelledby="coverage-table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words.measure}</th>
                        <th scope="col" role="columnheader">{words.status}</th>
                        <th class="number" scope="col" role="columnheader">{words.share}</th>
                        <th scope="col" role="columnheader">{words.sentences_explained}</th>
                    </tr>
                </thead>
                {parts.collect_view()}
            </table>
        </div>
    }
}

/// A part: its own row and those of its measures.
#[component]
fn Part(policy: &'static Edition, part: PartCoverage) -> impl IntoView {
    let page_context = page_context();
    let locale = page_context.route.locale;
    let name = part_name(&page_context, policy, &part, locale);
    let share = part.known_percent().map(|percent| format!("{percent}%"));
    let rows = part.provisions.into_iter().map(|provision| view! { <Row policy provision/> });
    view! {
        <tbody role="rowgroup">
            <tr class="group" role="row">
                <th scope="rowgroup" role="rowheader" colspan="2">{name}</th>
                <td class="number" role="cell">{share}</td>
                <td role="cell">{part.named.then_some(words(locale).part_named)}</td>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}

/// A measure: its status, its share, and links to its sentences that are explained.
#[component]
fn Row(policy: &'static Edition, provision: ProvisionCoverage) -> impl IntoView {
    let page_context = page_context();
    let at = address(policy, &provision);
    let name = page_context.unit_name(&policy.document, &provision.unit, page_context.route.locale);
    let share = provision.known_percent().map(|percent| format!("{percent}%"));
    // A run-in title (sentence 0) says what the measure is about and is not counted as explained.
    let body = || provision.sentences.iter().filter(|sentence| sentence.number > 0);
    let explained = || body().filter(|sentence| sentence.percent > 0);
    let links = explained().map(|sentence| {
        let number = sentence.number;
        let at = Address { sentence: Some(number), ..at.clone() };
        view! {
            <a class="short" href=page_context.link_to(&at)>{number}</a>
            " "
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=page_context.link_to(&at)>{name}</a></th>
            <td role="cell">{status(&page_context, provision.status)}</td>
            <td class="number" role="cell">{share}</td>
            <td role="cell">
                <span class="count">{explained().count()}" / "{body().count()}</span>
                " "
                {links.collect_view()}
            </td>
        </tr>
    }
}
