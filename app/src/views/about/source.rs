//! Where the texts come from, and what is not known about them.

use corpus::{Bilingual, Edition, Field, State, info_box};
use leptos::prelude::*;

use crate::page_context::{PageContext, page_context};
use crate::route::Page;
use crate::ui::fill;
use crate::views::coverage::{self, Pair};
use crate::words::about::words;
use crate::words::{document, punctuation};

/// The source of each document: file, lines, checksum, origin.
#[component]
pub fn Sources() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let many = page_context.library_index.is_collection();
    let all = page_context.library().editions.iter().filter(|_| !many);
    let sources = all.map(|edition| view! { <h3><ToDocument edition/></h3> <SourceOf edition/> });
    let each = many.then(|| {
        let href = page_context.link(Page::Documents(String::new(), 1));
        view! { <p><a href=href>{words.source_each}</a></p> }
    });
    view! {
        <section aria-labelledby="source">
            <h2 id="source">{words.source}</h2>
            <p>{words.source_lead}</p>
            {sources.collect_view()}
            {each}
        </section>
    }
}

/// A document's name, leading to it.
#[component]
fn ToDocument(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    view! {
        <a href=page_context.link(Page::Document(edition.document.id.clone()))>
            {edition.metadata.name(page_context.english())}
        </a>
    }
}

/// The source of one document.
#[component]
pub fn SourceOf(
    /// The document, with what is known about it.
    edition: &'static Edition,
) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let metadata = &edition.metadata;
    let origin = if metadata.lacks(Field::Origin) {
        document::absent(metadata.state(Field::Origin), page_context.route.locale)
    } else {
        &metadata.origin
    };
    let filled = |text: &'static str| (!text.is_empty()).then_some(text);
    let lines = metadata
        .lines
        .map(|[first, last]| fill(&fill(words.lines, &first.to_string()), &last.to_string()));
    let sum = filled(&metadata.sha256)
        .map(|sum| view! { <div><dt>{words.sha256}</dt><dd><code>{sum}</code></dd></div> });
    view! {
        <dl class="rows">
            <div>
                <dt>{words.file}</dt>
                <dd><code>{filled(&metadata.source)}</code>" "{lines}</dd>
            </div>
            {sum}
            <div><dt>{words.origin}</dt><dd>{filled(origin)}</dd></div>
        </dl>
    }
}

/// What the sources don't state, what editors remark, what the interpretation passes over.
#[component]
pub fn Unknown() -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    // Of many documents each tells in its own box what is not known.
    let many = page_context.library_index.is_collection();
    let editions = page_context.library().editions.iter().filter(|_| !many);
    let gaps = editions.map(|edition| view! { <Gaps edition/> });
    let pairs =
        coverage::pairs(&page_context).into_iter().map(|pair| view! { <Unmentioned pair/> });
    view! {
        <section aria-labelledby="unknown">
            <h2 id="unknown">{words.unknown}</h2>
            <p>{words.unknown_lead}</p>
            {gaps.collect_view()}
            {pairs.collect_view()}
        </section>
    }
}

/// How many provisions the interpretation at hand does not mention; nothing where it mentions all.
#[component]
fn Unmentioned(pair: Pair) -> impl IntoView {
    let page_context = page_context();
    let (units, silent) = counts(&pair);
    // Where nothing could be linked there is no page of what explains what.
    let more = page_context.library_index.has(&Page::Coverage).then(|| {
        let href = page_context.link(Page::Coverage);
        view! { " " <a href=href>{words(page_context.route.locale).see_coverage}</a> }
    });
    (silent > 0).then(|| view! { <p>{silence(&page_context, &pair, units, silent)}{more}</p> })
}

/// How many measures there are, and how many of them the interpretation at hand does
/// not mention.
fn counts(pair: &Pair) -> (usize, usize) {
    let passed_over = pair.covered.measures().filter(|measure| measure.is_passed_over());
    (pair.covered.measures().count(), passed_over.count())
}

fn silence(page_context: &PageContext, pair: &Pair, units: usize, silent: usize) -> String {
    let words = words(page_context.route.locale);
    let interpretation = pair.named_among_several(page_context);
    let text = match (pair.incomplete().is_some(), interpretation.is_some()) {
        (false, false) => words.silent,
        (false, true) => words.silent_in,
        (true, false) => words.unmentioned,
        (true, true) => words.unmentioned_in,
    };
    let text = fill(text, pair.policy.metadata.name(page_context.english()));
    let text = fill(&fill(&text, &units.to_string()), &silent.to_string());
    interpretation.map_or(text.clone(), |name| fill(&text, name))
}

/// What the source of a document does not state, what nobody has filled in, what editors remark.
#[component]
fn Gaps(edition: &'static Edition) -> impl IntoView {
    let page_context = page_context();
    let words = words(page_context.route.locale);
    let english = page_context.english();
    let rows = info_box::info_box(&edition.metadata, english);
    let of = |state: State| {
        let rows = rows.iter().filter(|row| row.is_empty() && row.state == state);
        rows.map(|row| document::label(row, page_context.route.locale))
            .collect::<Vec<_>>()
            .join(punctuation::words(page_context.route.locale).between)
    };
    let said = |words: &str, rows: String| (!rows.is_empty()).then(|| fill(words, &rows));
    let unstated = said(words.unknown_rows, of(State::NotStated));
    let open = said(words.open_rows, of(State::NotFilledIn));
    let remarks: Vec<&Bilingual> = edition.metadata.gaps().collect();
    let any = unstated.is_some() || open.is_some() || !remarks.is_empty();
    any.then(|| {
        let remarks = remarks.into_iter().map(|remark| view! { <li>{remark.pick(english)}</li> });
        view! {
            <h3>{edition.metadata.name(english)}</h3>
            <ul class="plain-list">
                {unstated.map(|rows| view! { <li>{rows}</li> })}
                {open.map(|rows| view! { <li>{rows}</li> })}
                {remarks.collect_view()}
            </ul>
        }
    })
}
