//! Parts and their measures as a field of squares: darker where more is explained, hatched where
//! nothing is said, plain with a question mark where the text at hand can't tell. Each square also
//! carries its number and its percentage, and is a link.

use std::sync::Arc;

use corpus::coverage::{PartCoverage, ProvisionCoverage, Status};
use corpus::{Coverage, Edition};
use leptos::prelude::*;

use super::{address, part_name, status};
use crate::page_context::{PageContext, page_context, shown_number};
use crate::words::{punctuation, words};

/// The lower ends of the shades, in percent.
const SHADES: [u8; 4] = [1, 25, 50, 75];

/// The picture with its legend.
#[component]
pub fn Picture(
    /// The policy.
    policy: &'static Edition,
    /// What is explained of it.
    covered: Arc<Coverage>,
) -> impl IntoView {
    let words = words(page_context().route.locale);
    let rows = covered.parts.iter().map(|part| view! { <Row policy part=part.clone()/> });
    let rows = rows.collect_view();
    view! {
        <h3 id="picture">{words.picture_of_coverage}</h3>
        <div class="field" role="group" aria-labelledby="picture">{rows}</div>
        <Legend covered/>
    }
}

/// A part: its name, how much of it is explained, and its measures. Where the text at hand can't tell
/// of any of them there is no share, and no bar.
#[component]
fn Row(policy: &'static Edition, part: PartCoverage) -> impl IntoView {
    let page_context = page_context();
    let name = part_name(&page_context, policy, &part, page_context.route.locale);
    let percent = part.known_percent();
    let unknown = words(page_context.route.locale).letter_unknown;
    let share = percent.map_or_else(|| unknown.to_owned(), |percent| format!("{percent}%"));
    let any = !part.provisions.is_empty();
    let squares = part.provisions.into_iter().map(|provision| view! { <Square policy provision/> });
    view! {
        <div class="field-row">
            <div>
                <p>{name}" "<span class="muted">{share}</span></p>
                {percent.map(|percent| view! { <Bar percent/> })}
            </div>
            {any.then(|| view! { <ul>{squares.collect_view()}</ul> })}
        </div>
    }
}

/// How much of a part is explained, as the length of a bar; the number stands beside it.
#[component]
fn Bar(percent: u8) -> impl IntoView {
    view! {
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4"></rect>
            <rect class="explained" width=percent height="4"></rect>
        </svg>
    }
}

/// The shade's class and the sign that says the same without colour.
fn shade(page_context: &PageContext, status: Status, percent: u8) -> (String, String) {
    let words = words(page_context.route.locale);
    match status {
        Status::Explained => {
            let level = SHADES.iter().filter(|from| percent.max(1) >= **from).count();
            (format!("square shade-{level}"), format!("{percent}%"))
        }
        Status::Named => ("square shade-named".to_owned(), words.letter_named.to_owned()),
        Status::Silent => ("square shade-0".to_owned(), words.letter_silent.to_owned()),
        Status::Unknown => ("square shade-unknown".to_owned(), words.letter_unknown.to_owned()),
    }
}

/// What a square says to those who don't see it. Of what can't be known there is no share.
fn label(page_context: &PageContext, name: &str, provision: &ProvisionCoverage) -> String {
    let said = status(page_context, provision.status);
    let punctuation::Texts { colon, comma, .. } = punctuation::words(page_context.route.locale);
    let share = provision.known_percent().map(|percent| format!("{comma}{percent}%"));
    [name, colon, said, &share.unwrap_or_default()].concat()
}

/// A measure: a square that leads to it.
#[component]
fn Square(policy: &'static Edition, provision: ProvisionCoverage) -> impl IntoView {
    let page_context = page_context();
    let (class, sign) = shade(&page_context, provision.status, provision.percent);
    let name = page_context.unit_name(&policy.document, &provision.unit, page_context.route.locale);
    let label = label(&page_context, &name, &provision);
    let number = short_number(&page_context, policy, &provision);
    view! {
        <li>
            <a class=class href=page_context.link_to(&address(policy, &provision)) title=name
                aria-label=label><b>{number}</b>" "<span>{sign}</span></a>
        </li>
    }
}

/// What stands on a square: a measure's number; of text without one what it is.
fn short_number(
    page_context: &PageContext,
    policy: &Edition,
    provision: &ProvisionCoverage,
) -> String {
    let locale = page_context.route.locale;
    let number = provision.unit.to_string();
    let found = policy.document.provision(&number);
    match found {
        Some(own) if !own.is_numbered() => match policy.document.annex_beginning_with(own) {
            Some(annex) => shown_number(&annex.number, locale),
            None if number == "0" => words(locale).letter_opening.to_owned(),
            None => words(locale).letter_introduction.to_owned(),
        },
        _ => shown_number(&number, locale),
    }
}

/// What the shades and signs mean.
#[component]
fn Legend(covered: Arc<Coverage>) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let mut provisions = covered.parts.iter().flat_map(|part| &part.provisions);
    // A text is whole or it isn't: silence and what can't be known never stand side by side.
    let unknown = provisions.any(|provision| provision.status == Status::Unknown);
    let nothing = if unknown { Status::Unknown } else { Status::Silent };
    let silent = (shade(&page_context, nothing, 0), status(&page_context, nothing).to_owned());
    let named = (shade(&page_context, Status::Named, 0), words.named.to_owned());
    let shades = SHADES.iter().enumerate().map(|(index, from)| {
        let to = SHADES.get(index + 1).map_or(100, |next| next - 1);
        ((format!("square shade-{}", index + 1), String::new()), format!("{from}–{to}%"))
    });
    let signs = [silent, named].into_iter().chain(shades).map(|((class, sign), meaning)| {
        let sign = (!sign.is_empty()).then_some(sign);
        view! {
            <li><span class=class aria-hidden="true"><span>{sign}</span></span>" "{meaning}</li>
        }
    });
    view! { <ul class="legend" aria-label=words.legend>{signs.collect_view()}</ul> }
}
