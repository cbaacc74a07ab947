//! What the interpretation explains of the policy, what it passes over, what it says by itself: a
//! picture for the eye, a table behind it, and the two lists that follow from them.

mod picture;
mod table;
mod ungrounded;

use std::sync::Arc;

use corpus::coverage::{PartCoverage, ProvisionCoverage, Status};
use corpus::{Address, Bilingual, Coverage, Edition, compare};
use leptos::either::Either;
use leptos::prelude::*;

use super::listing::BothNames;
use crate::page_context::{PageContext, page_context};
use crate::route::{Page, UiLocale};
use crate::ui::fill;
use crate::words::words;
use picture::Picture;
use table::Table;
use ungrounded::UngroundedLists;

/// The coverage of every policy that has an interpretation in the library.
#[component]
pub fn CoveragePage() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let pairs = pairs(&page_context).into_iter().map(|pair| view! { <OnePair pair/> });
    view! {
        <article class="coverage-page">
            <h1 tabindex="-1">{page_context.texts().coverage}</h1>
            <p class="lead">{words.coverage_lead}</p>
            {pairs.collect_view()}
            <p class="note">{words.coverage_measure}</p>
        </article>
    }
}

/// A policy, its interpretation, and what the one explains of the other.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The policy.
    pub policy: &'static Edition,
    /// The interpretation.
    pub interpretation: &'static Edition,
    /// What is explained, as far as the text at hand lets it be known.
    pub covered: Arc<Coverage>,
}

impl Pair {
    /// The interpretation's name, where the policy has several and one must be told from another.
    pub fn named_among_several(&self, page_context: &PageContext) -> Option<&'static str> {
        let explains = |edition: &&Edition| {
            edition.metadata.explains.as_ref() == Some(&self.policy.document.id)
        };
        let several = page_context.library().editions.iter().filter(explains).count() > 1;
        several.then(|| self.interpretation.metadata.name(page_context.english()))
    }

    /// Why the text of the interpretation at hand may not be whole; `None` where it is.
    pub fn incomplete(&self) -> Option<&'static Bilingual> {
        Some(&self.interpretation.metadata.incomplete).filter(|reason| !reason.is_empty())
    }
}

/// Each policy with its coverage, computed from the library's links and facts.
pub fn pairs(page_context: &PageContext) -> Vec<Pair> {
    let library = page_context.library();
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
            Some(Pair { policy, interpretation, covered: Arc::new(covered) })
        })
        .collect()
}

/// A policy and what its interpretation explains of it.
#[component]
fn OnePair(pair: Pair) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let english = page_context.english();
    let policy = pair.policy;
    let covered = Arc::clone(&pair.covered);
    let explained_by = pair.named_among_several(&page_context).map(|name| {
        let id = pair.interpretation.document.id.clone();
        view! { <p>{page_context.texts().explained}" "<a href=page_context.link(Page::Document(id))>{name}</a></p> }
    });
    let incomplete = pair.incomplete().map(|reason| {
        view! { <p>{words.as_far_as_known}" "{reason.pick(english)}</p> }
    });
    view! {
        <section>
            <h2>
                <a href=page_context.link(Page::Document(policy.document.id.clone()))>
                    {policy.metadata.name(english)}
                </a>
            </h2>
            {explained_by}
            <p class="big"><b>{fill(words.covered, &covered.percent.to_string())}</b></p>
            {incomplete}
            <Picture policy covered=Arc::clone(&covered)/>
            <Silent pair/>
            <Table policy covered=Arc::clone(&covered)/>
            <UngroundedLists covered=Arc::clone(&covered)/>
        </section>
    }
}

/// The address of a covered unit.
fn address(policy: &Edition, provision: &ProvisionCoverage) -> Address {
    Address { document: policy.document.id.clone(), unit: provision.unit.clone(), sentence: None }
}

/// The name of a part, in the language of the page.
fn part_name(
    page_context: &PageContext,
    policy: &Edition,
    part: &PartCoverage,
    locale: UiLocale,
) -> String {
    match &part.unit {
        Some(unit) => page_context.unit_name(&policy.document, unit, locale),
        None => words(locale).outside_parts.to_owned(),
    }
}

fn status(page_context: &PageContext, status: Status) -> &'static str {
    let words = words(page_context.route.locale);
    match status {
        Status::Explained => words.explained,
        Status::Named => words.named,
        Status::Silent => words.silent,
        Status::Unknown => words.unknown,
    }
}

/// The measures that are passed over, or of which that can't be known.
#[component]
fn Silent(pair: Pair) -> impl IntoView {
    let words = words(page_context().route.locale);
    let incomplete = pair.incomplete().is_some();
    let title = if incomplete { words.unknown_list } else { words.silent_list };
    let measures = pair.covered.measures();
    let passed: Vec<ProvisionCoverage> =
        measures.filter(|measure| measure.is_passed_over()).cloned().collect();
    let count = passed.len();
    let policy = pair.policy;
    let lead =
        (incomplete && count > 0).then(|| view! { <p class="muted">{words.unknown_lead}</p> });
    let list = if passed.is_empty() {
        Either::Left(view! { <p>{words.silent_none}</p> })
    } else {
        let passed = passed.into_iter().map(|provision| view! { <Passed policy provision/> });
        Either::Right(view! { <ol class="provisions">{passed.collect_view()}</ol> })
    };
    view! {
        <h3>{title}" "<span class="muted">{count}</span></h3>
        {lead}
        {list}
    }
}

/// A link to a measure that is passed over.
#[component]
fn Passed(policy: &'static Edition, provision: ProvisionCoverage) -> impl IntoView {
    let page_context = page_context();
    let href = page_context.link_to(&address(policy, &provision));
    view! {
        <li>
            <a href=href><BothNames document=&policy.document unit=provision.unit/></a>
        </li>
    }
}
