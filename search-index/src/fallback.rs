//! Plain substring search over the library's texts, without the engine: for the moments until it
//! is there, and for browsers where it never will be.
//!
//! Words parted by spaces must all occur in a unit; quotation marks keep words together. Nothing
//! is ranked beyond "provisions before headings, more places first".

use corpus::{Address, Library};

use crate::exact::{Needle, UnitStreams};
use crate::facets;
use crate::protocol::{Fit, Hit, Notice, Order, Reason, Results, SearchRequest, Snippet};
use crate::snippet::{self, Mark};
use crate::texts::{UnitInfo, units};

/// At most this many characters of a query are looked at.
const LONGEST: usize = 200;

/// Searches the library's texts.
pub fn search(library: &Library, request: &SearchRequest) -> Results {
    let needles = needles(&request.query);
    let all = units(library);
    let mut found: Vec<(usize, Vec<Mark>, u32)> = Vec::new();
    for (index, unit) in all.iter().enumerate().filter(|_| !needles.is_empty()) {
        if let Some((marks, places)) = matches(library, unit, &needles) {
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
    let needles = needles(query);
    let all = units(library);
    let unit = all.iter().find(|unit| {
        let address = unit.address(library, None);
        address.document == at.document && address.unit == at.unit
    });
    let found = unit.and_then(|unit| Some((unit, matches(library, unit, &needles)?)));
    found.map_or_else(Vec::new, |(unit, (marks, _))| snippet::marked(library, unit, &marks))
}

fn hit(library: &Library, unit: &UnitInfo, marks: &[Mark], places: u32, english: bool) -> Hit {
    let snippets = snippet::best(library, unit, marks, english);
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

/// The marks of all needles and the number of places, if all of them occur.
fn matches(library: &Library, unit: &UnitInfo, needles: &[Needle]) -> Option<(Vec<Mark>, u32)> {
    let streams = UnitStreams::new(library, unit);
    let mut marks = Vec::new();
    let mut count = 0;
    for (needle, word) in needles.iter().zip(0..) {
        let places = streams.places(needle, word);
        if places.is_empty() {
            return None;
        }
        count += places.len() as u32;
        marks.extend(places.into_iter().flatten());
    }
    (count > 0).then_some((marks, count))
}

fn needles(query: &str) -> Vec<Needle> {
    let query: String = query.chars().take(LONGEST).collect();
    let quoted = |c: char| matches!(c, '"' | '“' | '”' | '「' | '」' | '『' | '』' | '＂');
    let mut needles = Vec::new();
    for (part, inside) in query.split(quoted).zip([false, true].into_iter().cycle()) {
        if inside {
            needles.push(Needle::new(part));
        } else {
            needles.extend(part.split_whitespace().map(Needle::new));
        }
    }
    needles.retain(|needle| !needle.is_empty());
    needles
}
