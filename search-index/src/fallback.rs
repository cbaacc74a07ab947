//! Plain substring search over the library's texts, without the engine: for the moments until it
//! is there, and for browsers where it never will be.
//!
//! Words parted by spaces must all occur in a unit; quotation marks, `-`, `OR` and brackets mean
//! what they mean to the engine, fields are not looked at. Nothing is ranked beyond "provisions
//! before headings, more places first".

use corpus::{Address, Library};

use crate::protocol::{Fit, Hit, Notice, Order, Reason, Results, SearchRequest, Snippet};
use crate::query::{self, Ast};
use crate::results::facets;
use crate::results::snippet;
use crate::text::occurrences::{Mark, Needle, UnitStreams};
use crate::text::units::{UnitInfo, unit_at, units};

/// Searches the library's texts.
pub fn search(library: &Library, request: &SearchRequest) -> Results {
    let query = query::parse(&request.query).ast;
    let all = units(library);
    let mut found: Vec<(usize, Vec<Mark>, u32)> = Vec::new();
    for (index, unit) in all.iter().enumerate() {
        if let Some((marks, places)) = matches(library, unit, &query) {
            found.push((index, marks, places));
        }
    }
    let facets = facets::count(library, &all, found.iter().map(|(index, ..)| *index));
    found.retain(|(index, ..)| facets::keeps(&request.filters, library, &all[*index]));
    if request.order == Order::Relevance {
        found.sort_by_key(|(index, _, places)| {
            (!all[*index].is_provision(), std::cmp::Reverse(*places))
        });
    }
    let mut results = Results {
        id: request.id,
        total: found.len() as u32,
        exact: found.len() as u32,
        places: found.iter().map(|(.., places)| places).sum(),
        facets,
        fallback: true,
        ..Results::default()
    };
    if found.is_empty() {
        results.notices.push(Notice::NothingFound);
    }
    results.hits = found
        .into_iter()
        .skip(request.offset as usize)
        .take(request.limit as usize)
        .map(|(index, marks, places)| hit(library, &all[index], &marks, places, request.english))
        .collect();
    results
}

/// What the query finds in one unit, for the reading page.
pub fn marks(library: &Library, query: &str, at: &Address) -> Vec<Snippet> {
    let query = query::parse(query).ast;
    let all = units(library);
    let unit = unit_at(library, &all, at).map(|unit| &all[unit]);
    let found = unit.and_then(|unit| Some((unit, matches(library, unit, &query)?)));
    found.map_or_else(Vec::new, |(unit, (marks, _))| snippet::marked(library, unit, &marks))
}

fn hit(library: &Library, unit: &UnitInfo, marks: &[Mark], places: u32, english: bool) -> Hit {
    let snippets = snippet::best(library, unit, marks, &[], english);
    let sentence = snippets.first().and_then(|snippet| snippet.at.sentence);
    Hit {
        at: unit.address(library, sentence),
        fit: Fit::Exact,
        score: places as f32,
        places,
        reasons: vec![Reason::Words],
        snippets,
    }
}

/// The marks of what the query finds in the unit, and the number of places, if it fits.
fn matches(library: &Library, unit: &UnitInfo, query: &Ast) -> Option<(Vec<Mark>, u32)> {
    let streams = UnitStreams::new(library, unit);
    let mut finder = Finder { streams: &streams, word: 0 };
    finder.find(query).filter(|(marks, _)| !marks.is_empty())
}

struct Finder<'s> {
    streams: &'s UnitStreams,
    word: u16,
}

impl Finder<'_> {
    fn find(&mut self, ast: &Ast) -> Option<(Vec<Mark>, u32)> {
        match ast {
            Ast::Exact(text) => self.needle(text),
            Ast::Words(run) => {
                let found = run.split_whitespace().map(|word| self.needle(word));
                together(found.collect::<Option<Vec<_>>>()?)
            }
            Ast::Title(inner) => self.find(inner),
            Ast::Part(_) | Ast::Document(_) | Ast::Language(_) => Some((Vec::new(), 0)),
            Ast::Not(inner) => self.find(inner).is_none().then(|| (Vec::new(), 0)),
            Ast::And(items) => {
                let found = items.iter().map(|item| self.find(item));
                together(found.collect::<Option<Vec<_>>>()?)
            }
            Ast::Or(items) => {
                let found: Vec<_> = items.iter().filter_map(|item| self.find(item)).collect();
                if found.is_empty() { None } else { together(found) }
            }
        }
    }

    fn needle(&mut self, text: &str) -> Option<(Vec<Mark>, u32)> {
        let needle = Needle::new(text);
        if needle.is_empty() {
            return Some((Vec::new(), 0));
        }
        self.word += 1;
        let places = self.streams.places(&needle, self.word);
        let count = places.len() as u32;
        (count > 0).then(|| (places.into_iter().flatten().collect(), count))
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of everything around it")]
fn together(found: Vec<(Vec<Mark>, u32)>) -> Option<(Vec<Mark>, u32)> {
    let count = found.iter().map(|(_, count)| count).sum();
    Some((found.into_iter().flat_map(|(marks, _)| marks).collect(), count))
}
