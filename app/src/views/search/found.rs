//! What was found: the state in a sentence, how the query was read, the hits in groups.

use maud::{Markup, html};
use search_index::protocol::{Detail, Notice, Order, Results};

use super::hit;
use crate::reader::Reader;
use crate::route::Page;
use crate::search::asked::{Asked, carry, echo};
use crate::search::list::{Group, List};
use crate::ui::fill;
use crate::ui::found::words;
use crate::ui::search::words as search_words;

/// How the engine is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It has not answered yet.
    #[default]
    Waiting,
    /// It answers.
    Ready,
    /// It could not be fetched.
    Unreachable,
    /// Its data did not arrive whole.
    Damaged,
    /// Its data is of another release.
    OtherRelease,
    /// It stopped on this query.
    Crashed,
}

/// How many there are, in a sentence.
pub fn status(reader: &Reader, asked: &Asked, about: &Results, state: State) -> String {
    let words = words(reader.route.locale);
    if asked.is_empty() {
        return reader.texts().search_lead.to_owned();
    }
    let mut text = match about.total {
        0 if state == State::Waiting => {
            return search_words(reader.route.locale).searching.to_owned();
        }
        0 => fill(words.nothing_found, &echo(&asked.query)),
        1 => words.one_found.to_owned(),
        total => fill(words.found, &total.to_string()),
    };
    if about.places > 1 {
        text.push_str(&fill(words.found_places, &about.places.to_string()));
    }
    if state == State::Waiting {
        text.push_str(words.loading);
    } else if about.total > 0 {
        text.push_str(if reader.english() { "." } else { "。" });
    }
    text
}

/// What went wrong, how the query was read, and what narrows the list.
pub fn notices(
    reader: &Reader,
    asked: &Asked,
    about: &Results,
    state: State,
    unfiltered: bool,
) -> Markup {
    let words = words(reader.route.locale);
    let failed = match state {
        State::Waiting | State::Ready => "",
        State::Unreachable => words.unreachable,
        State::Damaged => words.damaged,
        State::OtherRelease => words.other_release,
        State::Crashed => words.crashed,
    };
    html! {
        @if !failed.is_empty() && !asked.is_empty() {
            div.failed role="alert" {
                p { (failed) }
                button type="button" data-do="retry" data-key="retry" { (words.retry) }
            }
        }
        @if asked.is_filtered() { (super::facets::chosen(reader, asked)) }
        @if unfiltered { p.notice { (words.without_filters) } }
        (readings(reader, asked, about))
    }
}

/// How the query was read. Related words stand in one line: they are the most frequent notice, and
/// on a phone each line more pushes the hits out of sight.
fn readings(reader: &Reader, asked: &Asked, about: &Results) -> Markup {
    let words = words(reader.route.locale);
    let also = about.notices.iter().filter_map(|notice| match notice {
        Notice::AlsoSearched { asked, related } => {
            Some([asked.as_str(), " → ", &related.join(" / ")].concat())
        }
        _ => None,
    });
    let also: Vec<String> = also.collect();
    html! {
        @for notice in &about.notices { (one_notice(reader, asked, about, notice)) }
        @if !also.is_empty() {
            p.notice.quiet { (words.also_searched) (also.join(words.semicolon)) }
        }
    }
}

fn one_notice(reader: &Reader, asked: &Asked, about: &Results, notice: &Notice) -> Markup {
    let words = words(reader.route.locale);
    let both = |text, asked: &str, found: &str| fill(&fill(text, asked), found);
    let text = match notice {
        Notice::NothingFound if about.total == 0 => return html! {},
        Notice::NothingFound => words.only_near.to_owned(),
        Notice::NotStated { detail } => match detail {
            Detail::Amount => words.no_amount,
            Detail::Time => words.no_time,
            Detail::Way => words.no_way,
        }
        .to_owned(),
        Notice::ReadAsWords => words.read_as_words.to_owned(),
        Notice::Shortened => words.shortened.to_owned(),
        Notice::Relaxed => words.relaxed.to_owned(),
        Notice::SearchedEverywhere => words.searched_everywhere.to_owned(),
        Notice::Corrected { asked, found } => both(words.corrected, asked, found),
        Notice::ReadAs { asked, readings } => both(words.read_as, asked, &readings.join(" / ")),
        // All of them in one line, see `readings`.
        Notice::AlsoSearched { .. } => return html! {},
        // What was searched instead is what was meant.
        Notice::DidYouMean { .. }
            if about.notices.iter().any(|other| matches!(other, Notice::Corrected { .. })) =>
        {
            return html! {};
        }
        Notice::DidYouMean { query } => {
            let meant = Asked { query: query.clone(), ..asked.clone() };
            let href = [&reader.link(Page::Search), &*meant.write()].concat();
            return html! {
                p.notice { (words.did_you_mean) a href=(href) { b { (query) } } }
            };
        }
    };
    html! { p.notice { (text) } }
}

/// The hits in their groups.
pub fn list(reader: &Reader, asked: &Asked, list: &List) -> Markup {
    html! { @for (group, range, count) in list.groups() { (section(reader, asked, list, group, range, count)) } }
}

/// From this hit on a list is below the screen of any phone.
const FAR: usize = 4;

/// One group of hits.
fn section(
    reader: &Reader,
    asked: &Asked,
    list: &List,
    group: Group,
    range: std::ops::Range<usize>,
    count: Option<u32>,
) -> Markup {
    let words = words(reader.route.locale);
    let name = match group {
        Group::Exact => words.exact,
        Group::Related => words.related,
        Group::Partial => words.partial,
        Group::Near => words.near,
        Group::Added => words.added,
    };
    let mixed = matches!(group, Group::Near | Group::Added);
    let mut next = range.start;
    let hits = &list.shown[range];
    let runs = hits
        .chunk_by(|a, b| asked.order == Order::Relevance || a.hit.at.document == b.hit.at.document);
    let runs = runs.map(|run| {
        next += run.len();
        (next - run.len()..next).zip(run)
    });
    html! {
        section.group {
            h2 { (name) @if let Some(count) = count { span.count { (count) } } }
            @for run in runs {
                ol.hits {
                    @for (index, shown) in run {
                        (hit::hit(reader, &asked.query, &shown.hit, mixed, index >= FAR))
                    }
                }
            }
        }
    }
}

/// What joins a list that stays as it is; with how the query was read, which above the list would
/// move it.
pub fn added(reader: &Reader, asked: &Asked, list: &List) -> Markup {
    let groups = list.groups();
    html! {
        (readings(reader, asked, &list.about))
        @if let Some((Group::Added, range, count)) = groups.last() {
            (section(reader, asked, list, Group::Added, range.clone(), *count))
        }
    }
}

/// The button for the next page.
pub fn more(reader: &Reader, list: &List) -> Markup {
    let words = words(reader.route.locale);
    let rest = list.about.total.saturating_sub(list.taken);
    html! {
        @if list.has_more() {
            button type="button" data-do="more" data-key="more" {
                (words.more) " · " (fill(words.remaining, &rest.to_string()))
            }
        }
    }
}

/// The query in the address of a page, for links that come back.
pub fn back(reader: &Reader, query: &str) -> String {
    [&reader.link(Page::Search), &*carry(query)].concat()
}
