//! What is told about an answer, in words: how many hits there are, what went wrong, how the query
//! was read.

use search_index::protocol::{Detail, Notice, Results};

use super::asked::{Asked, echo};
use super::choices::{Chosen, Group, chosen, groups};
use super::list::Section;
use super::state::{ResultsState, State};
use crate::page_context::PageContext;
use crate::route::Page;
use crate::ui::fill;
use crate::ui::found::words;
use crate::ui::search::words as search_words;

/// All that is told on the search page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Whether something is asked.
    pub asks: bool,
    /// How many hits there are, in a sentence.
    pub status: String,
    /// What went wrong; empty where nothing did.
    pub failed: &'static str,
    /// The filters that are set.
    pub chosen: Vec<Chosen>,
    /// How the query was read, above the list.
    pub above: Vec<QueryInterpretation>,
    /// The hits in their groups.
    pub sections: Vec<Section>,
    /// How the query was read, between a list that stays as it is and what joins it.
    pub between: Vec<QueryInterpretation>,
    /// How the list can be narrowed.
    pub groups: Vec<Group>,
    /// How many hits are not shown.
    pub rest: u32,
}

impl Told {
    /// What is told about what was found, when `before` was told.
    pub fn new(page_context: &PageContext, found: &ResultsState, before: Option<&Self>) -> Self {
        let about = &found.list.about;
        let mut told = Self {
            asks: !found.awaited.as_ref().unwrap_or(&found.asked).is_empty(),
            status: status(page_context, found),
            failed: failure(page_context, found),
            chosen: chosen(page_context, &found.asked),
            above: Vec::new(),
            sections: found.list.sections(found.asked.order),
            between: Vec::new(),
            groups: groups(page_context, &found.asked, &about.facets),
            rest: found.list.rest(),
        };
        let readings = readings(page_context, &found.asked, about);
        match before {
            // Nothing moves the list that a reader works with.
            Some(before) if found.kept => {
                told.failed = before.failed;
                told.chosen.clone_from(&before.chosen);
                told.above.clone_from(&before.above);
                told.between = readings;
            }
            _ => told.above = readings,
        }
        if found.unfiltered && !found.kept {
            let text = words(page_context.route.locale).without_filters.to_owned();
            told.above.insert(0, QueryInterpretation { text, ..QueryInterpretation::default() });
        }
        told
    }
}

/// How many there are, in a sentence. Of an awaited question nothing is known yet.
fn status(page_context: &PageContext, found: &ResultsState) -> String {
    let words = words(page_context.route.locale);
    let searching = search_words(page_context.route.locale).searching;
    let ResultsState { asked, awaited, state, .. } = found;
    if awaited.as_ref().unwrap_or(asked).is_empty() {
        return page_context.texts().search_lead.to_owned();
    }
    let about = &found.list.about;
    let mut text = match about.total {
        _ if awaited.is_some() => return searching.to_owned(),
        0 if *state == State::Waiting => return searching.to_owned(),
        // Nothing was looked at.
        0 if about.at_least && *state != State::Ready => return String::new(),
        0 => fill(words.nothing_found, &echo(&asked.query)),
        total if about.at_least => fill(words.found_at_least, &total.to_string()),
        1 => words.one_found.to_owned(),
        total => fill(words.found, &total.to_string()),
    };
    if about.places > 1 && found.list.is_as_typed() {
        let places = if about.at_least { words.found_places_at_least } else { words.found_places };
        text.push_str(&fill(places, &about.places.to_string()));
    }
    if *state == State::Waiting {
        text.push_str(words.loading);
    } else if about.total > 0 {
        text.push_str(words.stop);
    }
    text
}

/// What went wrong with the engine; empty where it is well, or nothing was asked.
fn failure(page_context: &PageContext, found: &ResultsState) -> &'static str {
    let words = words(page_context.route.locale);
    if found.asked.is_empty() {
        return "";
    }
    // What can be found without the engine stands below; of a library that comes in pieces nothing can.
    let alone = found.list.about.at_least && found.list.shown.is_empty();
    match found.state {
        State::Waiting | State::Ready => "",
        State::Unreachable if alone => words.unreachable_pieces,
        State::Damaged if alone => words.damaged_pieces,
        State::Unreachable => words.unreachable,
        State::Damaged => words.damaged,
        State::OtherRelease => words.other_release,
        State::Crashed => words.crashed,
    }
}

/// One way in which a query was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryInterpretation {
    /// In words.
    pub text: String,
    /// Whether it is told in passing.
    pub quiet: bool,
    /// A query that may have been meant, with its address.
    pub meant: Option<(String, String)>,
}

/// How the query was read. Related words stand in one line: they are the most frequent notice, and
/// on a phone each line more pushes the hits out of sight.
fn readings(
    page_context: &PageContext,
    asked: &Asked,
    about: &Results,
) -> Vec<QueryInterpretation> {
    let words = words(page_context.route.locale);
    let mut told: Vec<QueryInterpretation> = about
        .notices
        .iter()
        .filter_map(|notice| reading(page_context, asked, about, notice))
        .collect();
    let mut also: Vec<String> = Vec::new();
    for notice in &about.notices {
        if let Notice::AlsoSearched { asked, related } = notice {
            also.push([asked.as_str(), " → ", &related.join(" / ")].concat());
        }
    }
    if !also.is_empty() {
        let text = [words.also_searched, &also.join(words.semicolon)].concat();
        told.push(QueryInterpretation { text, quiet: true, meant: None });
    }
    told
}

fn reading(
    page_context: &PageContext,
    asked: &Asked,
    about: &Results,
    notice: &Notice,
) -> Option<QueryInterpretation> {
    let words = words(page_context.route.locale);
    let both = |text, asked: &str, found: &str| fill(&fill(text, asked), found);
    let text = match notice {
        Notice::NothingFound if about.total == 0 => return None,
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
        Notice::AlsoSearched { .. } => return None,
        // What was searched instead is what was meant.
        Notice::DidYouMean { .. }
            if about.notices.iter().any(|other| matches!(other, Notice::Corrected { .. })) =>
        {
            return None;
        }
        Notice::DidYouMean { query } => {
            let meant = Asked { query: query.clone(), ..asked.clone() };
            let href = [&page_context.link(Page::Search), &*meant.write()].concat();
            let text = words.did_you_mean.to_owned();
            return Some(QueryInterpretation {
                text,
                quiet: false,
                meant: Some((query.clone(), href)),
            });
        }
    };
    Some(QueryInterpretation { text, ..QueryInterpretation::default() })
}

#[cfg(test)]
mod tests;
