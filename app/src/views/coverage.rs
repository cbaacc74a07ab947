//! What the interpretation explains of the policy, what it passes over, what it says by itself: a
//! picture for the eye, a table behind it, and the two lists that follow from them.

mod picture;
mod ungrounded;

use corpus::coverage::{PartCoverage, ProvisionCoverage, Status};
use corpus::{Address, Bilingual, Coverage, Edition, compare};
use maud::{Markup, html};

use super::listing;
use crate::reader::Reader;
use crate::route::{Page, UiLocale};
use crate::ui::fill;
use crate::words::words;

/// The coverage of every policy that has an interpretation in the library.
pub fn coverage(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        article.coverage-page {
            h1 tabindex="-1" { (reader.texts().coverage) }
            p.lead { (words.coverage_lead) }
            @for pair in pairs(reader) { (one(reader, &pair)) }
            p.note { (words.coverage_measure) }
        }
    }
}

/// A policy, its interpretation, and what the one explains of the other.
pub struct Pair<'a> {
    /// The policy.
    pub policy: &'a Edition,
    /// The interpretation.
    pub interpretation: &'a Edition,
    /// What is explained, as far as the text at hand lets it be known.
    pub covered: Coverage,
}

impl Pair<'_> {
    /// Why the text of the interpretation at hand may not be whole; `None` where it is.
    pub fn incomplete(&self) -> Option<&Bilingual> {
        Some(&self.interpretation.metadata.incomplete).filter(|reason| !reason.is_empty())
    }
}

/// Each policy with its coverage, computed from the library's links and facts.
pub fn pairs(reader: &Reader) -> Vec<Pair<'_>> {
    let library = reader.library();
    library
        .editions
        .iter()
        .filter_map(|interpretation| {
            let policy = library.edition(interpretation.metadata.explains.as_ref()?)?;
            let (ours, theirs) = (&policy.document, &interpretation.document);
            let figures = compare::figures(
                (ours, &policy.facts),
                (theirs, &interpretation.facts),
                &library.links,
            );
            let covered = corpus::coverage::coverage(ours, theirs, &library.links, &figures)
                .as_far_as_known(&interpretation.metadata);
            Some(Pair { policy, interpretation, covered })
        })
        .collect()
}

fn one(reader: &Reader, pair: &Pair<'_>) -> Markup {
    let words = words(reader.route.locale);
    let Pair { policy, covered, .. } = pair;
    html! {
        section {
            h2 {
                a href=(reader.link(Page::Document(policy.document.id.clone()))) {
                    (policy.metadata.name(reader.english()))
                }
            }
            p.big { b { (fill(words.covered, &covered.percent.to_string())) } }
            @if let Some(reason) = pair.incomplete() {
                p { (words.as_far_as_known) " " (reason.pick(reader.english())) }
            }
            (picture::picture(reader, policy, covered))
            (silent(reader, pair))
            (table(reader, policy, covered))
            (ungrounded::ungrounded(reader, covered))
        }
    }
}

/// The address of a covered unit.
fn address(policy: &Edition, provision: &ProvisionCoverage) -> Address {
    Address { document: policy.document.id.clone(), unit: provision.unit.clone(), sentence: None }
}

/// The name of a part, in the language of the page.
fn part_name(reader: &Reader, policy: &Edition, part: &PartCoverage, locale: UiLocale) -> String {
    match &part.unit {
        Some(unit) => reader.unit_name(&policy.document, unit, locale),
        None => words(locale).outside_parts.to_owned(),
    }
}

fn status(reader: &Reader, status: Status) -> &'static str {
    let words = words(reader.route.locale);
    match status {
        Status::Explained => words.explained,
        Status::Named => words.named,
        Status::Silent => words.silent,
        Status::Unknown => words.unknown,
    }
}

/// The measures that are passed over, or of which that can't be known.
fn silent(reader: &Reader, pair: &Pair<'_>) -> Markup {
    let words = words(reader.route.locale);
    let Pair { policy, covered, .. } = pair;
    let incomplete = pair.incomplete().is_some();
    let title = if incomplete { words.unknown_list } else { words.silent_list };
    let passed: Vec<&ProvisionCoverage> = covered
        .parts
        .iter()
        .flat_map(|part| &part.provisions)
        .filter(|provision| matches!(provision.status, Status::Silent | Status::Unknown))
        .collect();
    html! {
        h3 { (title) " " span.muted { (passed.len()) } }
        @if incomplete && !passed.is_empty() { p.muted { (words.unknown_lead) } }
        @if passed.is_empty() { p { (words.silent_none) } } @else {
            ol.provisions {
                @for provision in passed {
                    li {
                        a href=(reader.link_to(&address(policy, provision))) {
                            (listing::both_names(reader, &policy.document, &provision.unit))
                        }
                    }
                }
            }
        }
    }
}

/// The picture's numbers as a table.
fn table(reader: &Reader, policy: &Edition, covered: &Coverage) -> Markup {
    let words = words(reader.route.locale);
    html! {
        h3 #coverage-table { (words.as_table) }
        div.scroll role="region" tabindex="0" aria-labelledby="coverage-table" {
            table.lines {
                thead {
                    tr {
                        th scope="col" { (words.measure) }
                        th scope="col" { (words.status) }
                        th.number scope="col" { (words.share) }
                        th scope="col" { (words.sentences_explained) }
                    }
                }
                @for part in &covered.parts {
                    tbody {
                        tr.group {
                            th scope="rowgroup" colspan="2" {
                                (part_name(reader, policy, part, reader.route.locale))
                            }
                            td.number { (part.percent) "%" }
                            td { @if part.named { (words.part_named) } }
                        }
                        @for provision in &part.provisions { (row(reader, policy, provision)) }
                    }
                }
            }
        }
    }
}

fn row(reader: &Reader, policy: &Edition, provision: &ProvisionCoverage) -> Markup {
    let at = address(policy, provision);
    // A run-in title (sentence 0) says what the measure is about and is not counted as explained.
    let body = || provision.sentences.iter().filter(|sentence| sentence.number > 0);
    let explained = || body().filter(|sentence| sentence.percent > 0);
    let link = |number| reader.link_to(&Address { sentence: Some(number), ..at.clone() });
    html! {
        tr {
            th scope="row" {
                a href=(reader.link_to(&at)) {
                    (reader.unit_name(&policy.document, &provision.unit, reader.route.locale))
                }
            }
            td { (status(reader, provision.status)) }
            td.number { (provision.percent) "%" }
            td {
                span.count { (explained().count()) " / " (body().count()) } " "
                @for sentence in explained() {
                    a.short href=(link(sentence.number)) { (sentence.number) } " "
                }
            }
        }
    }
}
