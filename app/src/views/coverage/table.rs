//! The picture's numbers as a table.

use std::sync::Arc;

use corpus::coverage::{PartCoverage, ProvisionCoverage};
use corpus::{Address, Coverage, Edition};
use leptos::prelude::*;

use super::{address, part_name, status};
use crate::page_context::page_context;
use crate::words::words;

/// The table: each part with its measures.
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
            <table class="lines">
                <thead>
                    <tr>
                        <th scope="col">{words.measure}</th>
                        <th scope="col">{words.status}</th>
                        <th class="number" scope="col">{words.share}</th>
                        <th scope="col">{words.sentences_explained}</th>
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
    let rows = part.provisions.into_iter().map(|provision| view! { <Row policy provision/> });
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="2">{name}</th>
                <td class="number">{part.percent}"%"</td>
                <td>{part.named.then_some(words(locale).part_named)}</td>
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
        <tr>
            <th scope="row"><a href=page_context.link_to(&at)>{name}</a></th>
            <td>{status(&page_context, provision.status)}</td>
            <td class="number">{provision.percent}"%"</td>
            <td>
                <span class="count">{explained().count()}" / "{body().count()}</span>
                " "
                {links.collect_view()}
            </td>
        </tr>
    }
}
