//! What is due when: the dates that the texts set, on a line, each with what is to be done by then.
//! The table behind has the same figures with their sentences.

use corpus::{DocumentKind, Edition, Fact, FactKind};
use leptos::either::Either;
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::ui::fill;
use crate::views::figure_cards::OwnWords;
use crate::views::picture::Told;
use crate::views::sentence::SOURCE;
use crate::words::{dates, words};

/// A date, and what is due by it.
struct Due {
    /// ISO 8601 as far as stated.
    date: &'static str,
    /// The words of the text, which may say more (`2026年汛期前`).
    printed: &'static str,
    /// What is due, in the order of the texts.
    told: Vec<Told>,
}

/// The line, and how many targets have no place on it; nothing where no date is set.
#[component]
pub fn Timeline() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let dates = dates(&page_context);
    let open = open_targets(&page_context);
    (!dates.is_empty()).then(|| {
        let dates = dates.into_iter().map(|due| view! { <Point due/> });
        let open = (open > 0).then(|| {
            view! { <li class="open"><p>{fill(words.no_due, &open.to_string())}</p></li> }
        });
        view! {
            <section aria-labelledby="due-dates">
                <h2 id="due-dates">{words.due_dates}</h2>
                <ol class="timeline">{dates.collect_view()}{open}</ol>
            </section>
        }
    })
}

/// A date on the line.
#[component]
fn Point(due: Due) -> impl IntoView {
    let Due { date, printed, told } = due;
    let name = if page_context().english() {
        let printed = view! { " " <small lang=SOURCE>{printed}</small> };
        let written = dates::date(date, page_context().route.locale);
        Either::Left(view! { <time datetime=date>{written}</time>{printed} })
    } else {
        Either::Right(view! { <time datetime=date>{printed}</time> })
    };
    let entries = told.into_iter().map(|told| view! { <li><Entry told/></li> });
    view! { <li><h3>{name}</h3><ul>{entries.collect_view()}</ul></li> }
}

/// What is due: the figure, where there is one, and what it is about.
#[component]
fn Entry(told: Told) -> impl IntoView {
    let figure = [told.figure.0, told.figure.1].concat();
    let figure = (!figure.is_empty()).then(|| view! { <b><OwnWords text=figure/></b>" " });
    view! { <a href=told.href>{figure}<OwnWords text=told.about/></a> }
}

/// The documents whose dates count: an interpretation sets none, where it has a policy.
fn editions(page_context: &PageContext) -> Vec<&'static Edition> {
    let all = &page_context.library().editions;
    let sets = |edition: &&Edition| edition.metadata.kind != DocumentKind::Interpretation;
    let setting: Vec<&Edition> = all.iter().filter(sets).collect();
    if setting.is_empty() { all.iter().collect() } else { setting }
}

/// The dates in their order; of one date the words of the text in theirs.
fn dates(page_context: &PageContext) -> Vec<Due> {
    let mut dates: Vec<Due> = Vec::new();
    for edition in editions(page_context) {
        let due = edition.facts.iter().filter(|fact| !fact.due.is_empty());
        for fact in due.filter(|fact| tells(edition, fact)) {
            let Some(sentence) = edition.document.sentence(&fact.at) else { continue };
            let Some(told) = told(page_context, edition, fact) else { continue };
            let printed = fact.due_at.map_or(fact.due.as_str(), |span| span.of(&sentence.text));
            let same = |known: &&mut Due| known.date == fact.due && known.printed == printed;
            match dates.iter_mut().find(same) {
                Some(known) => known.told.push(told),
                None => dates.push(Due { date: &fact.due, printed, told: vec![told] }),
            }
        }
    }
    // A day of an unstated year stands behind all years.
    dates.sort_by_key(|due| (due.date.starts_with('-'), due.date));
    dates
}

/// Whether the fact says what is due: a date by itself only where no figure of its sentence is due
/// by it.
fn tells(edition: &Edition, fact: &Fact) -> bool {
    let figure =
        |other: &Fact| other.at == fact.at && other.due == fact.due && other.kind != FactKind::Date;
    fact.kind != FactKind::Date || !edition.facts.iter().any(figure)
}

/// What is told of it; of a date by itself what it is about, for English readers its sentence.
fn told(page_context: &PageContext, edition: &Edition, fact: &Fact) -> Option<Told> {
    let told = Told::new(page_context, edition, fact)?;
    if fact.kind != FactKind::Date {
        return Some(told);
    }
    let sentence = page_context.english().then(|| page_context.library_index.translated(&fact.at));
    let about = sentence.flatten().map_or(told.about, str::to_owned);
    Some(Told { figure: Default::default(), about, ..told })
}

/// How many targets say not by when.
fn open_targets(page_context: &PageContext) -> usize {
    let facts = editions(page_context).into_iter().flat_map(|edition| &edition.facts);
    facts.filter(|fact| fact.kind == FactKind::Target && fact.due.is_empty()).count()
}
