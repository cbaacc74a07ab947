//! Where the texts come from, and what is not known about them.

use corpus::coverage::{ProvisionCoverage, Status};
use corpus::{Bilingual, Edition, Field, State, Unit, info_box};
use maud::{Markup, html};

use crate::reader::Reader;
use crate::route::Page;
use crate::ui::fill;
use crate::views::coverage::{self, Pair};
use crate::words::about::words;

/// The source of each document: file, lines, checksum, origin.
pub fn source(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        section aria-labelledby="source" {
            h2 #source { (words.source) }
            p { (words.source_lead) }
            @for edition in &reader.library().editions { (one(reader, edition)) }
        }
    }
}

fn one(reader: &Reader, edition: &Edition) -> Markup {
    let words = words(reader.route.locale);
    let metadata = &edition.metadata;
    let origin = if metadata.lacks(Field::Origin) {
        info_box::absent(metadata.state(Field::Origin), reader.english())
    } else {
        &metadata.origin
    };
    html! {
        h3 {
            a href=(reader.link(Page::Document(edition.document.id.clone()))) {
                (metadata.name(reader.english()))
            }
        }
        dl.rows {
            div {
                dt { (words.file) }
                dd {
                    code { (metadata.source) } " "
                    @if let Some([first, last]) = metadata.lines {
                        (fill(&fill(words.lines, &first.to_string()), &last.to_string()))
                    }
                }
            }
            @if !metadata.sha256.is_empty() {
                div { dt { (words.sha256) } dd { code { (metadata.sha256) } } }
            }
            div { dt { (words.origin) } dd { (origin) } }
        }
    }
}

/// What the sources don't state, what editors remark, what the interpretation passes over.
pub fn unknown(reader: &Reader) -> Markup {
    let words = words(reader.route.locale);
    html! {
        section aria-labelledby="unknown" {
            h2 #unknown { (words.unknown) }
            p { (words.unknown_lead) }
            @for edition in &reader.library().editions { (gaps(reader, edition)) }
            @for pair in coverage::pairs(reader) {
                @let (units, silent) = counts(&pair);
                @if silent > 0 {
                    p {
                        (silence(reader, &pair, units, silent)) " "
                        a href=(reader.link(Page::Coverage)) { (words.see_coverage) }
                    }
                }
            }
        }
    }
}

/// How many numbered provisions there are, and how many of them the interpretation at hand does
/// not mention.
fn counts(pair: &Pair<'_>) -> (usize, usize) {
    let numbered = |provision: &&ProvisionCoverage| match &provision.unit {
        Unit::Provision(number) => {
            pair.policy.document.provision(number).is_some_and(|found| !found.label.is_empty())
        }
        Unit::Title | Unit::Division(_) => false,
    };
    let all = || pair.covered.parts.iter().flat_map(|part| &part.provisions).filter(numbered);
    let unmentioned = |provision: &&ProvisionCoverage| {
        matches!(provision.status, Status::Silent | Status::Unknown)
    };
    (all().count(), all().filter(unmentioned).count())
}

fn silence(reader: &Reader, pair: &Pair<'_>, units: usize, silent: usize) -> String {
    let words = words(reader.route.locale);
    let text = if pair.incomplete().is_some() { words.unmentioned } else { words.silent };
    let text = fill(text, pair.policy.metadata.name(reader.english()));
    fill(&fill(&text, &units.to_string()), &silent.to_string())
}

fn gaps(reader: &Reader, edition: &Edition) -> Markup {
    let words = words(reader.route.locale);
    let english = reader.english();
    let rows = info_box::info_box(&edition.metadata, english);
    let of = |state: State| {
        let rows = rows.iter().filter(|row| row.is_empty() && row.state == state);
        rows.map(|row| row.label).collect::<Vec<_>>().join(if english { ", " } else { "、" })
    };
    let (unstated, open) = (of(State::NotStated), of(State::NotFilledIn));
    let remarks: Vec<&Bilingual> = edition.metadata.gaps().collect();
    html! {
        @if !unstated.is_empty() || !open.is_empty() || !remarks.is_empty() {
            h3 { (edition.metadata.name(english)) }
            ul.plain-list {
                @if !unstated.is_empty() { li { (fill(words.unknown_rows, &unstated)) } }
                @if !open.is_empty() { li { (fill(words.open_rows, &open)) } }
                @for remark in &remarks { li { (remark.pick(english)) } }
            }
        }
    }
}
