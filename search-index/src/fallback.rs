//! Plain substring search over the library's texts, without the engine: for the moments until it
//! is there, and for browsers where it never will be.
//!
//! Words parted by spaces must all occur in a unit; quotation marks, fields, `-`, `OR` and brackets
//! mean what they mean to the engine. Nothing is ranked beyond "provisions before headings, more
//! places first". With the thesaurus at hand, units that have related words come below, see
//! [`everyday`].

mod everyday;
mod stretches;

use corpus::{Address, Library};

pub use self::everyday::RelatedWords;
use self::everyday::{Found, Question};
use crate::protocol::{Fit, Hit, Notice, Order, Reason, Results, SearchRequest, Snippet};
use crate::query::{self, Ast};
use crate::results::facets;
use crate::results::snippet;
use crate::text::occurrences::{Mark, Needle, UnitStreams};
use crate::text::units::{UnitInfo, unit_at, units};

/// Searches the library's texts, and for related words where there is a thesaurus.
pub fn search(
    library: &Library,
    related: Option<&RelatedWords>,
    request: &SearchRequest,
) -> Results {
    let query = query::parse(&request.query).ast;
    let all = units(library);
    let mut found: Vec<(usize, Vec<Mark>, u32)> = Vec::new();
    let leaves = leaves(library, &all, &query);
    for (index, unit) in all.iter().enumerate() {
        if let Some((marks, places)) = matches(library, unit, &query, &leaves) {
            found.push((index, marks, places));
        }
    }
    let question = related.and_then(|words| Question::read(library, &all, words, &query));
    let mut near: Vec<Found> = question.as_ref().map(Question::found).unwrap_or_default();
    near.retain(|own| found.iter().all(|(index, ..)| *index != own.unit));
    let units = found.iter().map(|(index, ..)| *index).chain(near.iter().map(|own| own.unit));
    let facets = facets::count(library, &all, units);
    found.retain(|(index, ..)| facets::keeps(&request.filters, library, &all[*index]));
    near.retain(|own| facets::keeps(&request.filters, library, &all[own.unit]));
    match request.order {
        Order::Relevance => found.sort_by_key(|(index, _, places)| {
            (!all[*index].is_provision(), std::cmp::Reverse(*places))
        }),
        Order::Document => near.sort_by_key(|own| own.unit),
    }
    let mut results = Results {
        id: request.id,
        total: (found.len() + near.len()) as u32,
        exact: found.len() as u32,
        places: found.iter().map(|(.., places)| places).sum(),
        facets,
        fallback: true,
        ..Results::default()
    };
    if let Some(question) = question.as_ref().filter(|_| results.total > 0) {
        results.notices.extend(question.notices());
    }
    if results.total == 0 {
        results.notices.push(Notice::NothingFound);
    } else if found.is_empty() && near.iter().all(|own| own.fit == Fit::Partial) {
        results.notices.push(Notice::Relaxed);
    }
    let exact = found.iter().map(|(index, marks, places)| {
        hit(library, &all[*index], (&marks[..], &[]), *places, request.english)
    });
    let weights = question.as_ref().map(Question::word_weights).unwrap_or_default();
    let near = near.iter().filter_map(|own| {
        let question = question.as_ref()?;
        let marks = (&question.marks(own.unit)[..], &weights[..]);
        Some(Hit {
            fit: own.fit,
            score: own.score,
            reasons: question.reasons(own.unit),
            ..hit(library, &all[own.unit], marks, 0, request.english)
        })
    });
    results.hits =
        exact.chain(near).skip(request.offset as usize).take(request.limit as usize).collect();
    results
}

/// What the query finds in one unit, for the reading page; related words where it has none of its
/// own and there is a thesaurus.
pub fn marks(
    library: &Library,
    related: Option<&RelatedWords>,
    query: &str,
    at: &Address,
) -> Vec<Snippet> {
    let query = query::parse(query).ast;
    let all = units(library);
    let Some(number) = unit_at(library, &all, at) else { return Vec::new() };
    let unit = &all[number];
    let leaves = leaves(library, &all, &query);
    let marks = matches(library, unit, &query, &leaves).map(|(marks, _)| marks).or_else(|| {
        let question = Question::read(library, &all, related?, &query)?;
        Some(question.marks(number))
    });
    snippet::marked(library, unit, &marks.unwrap_or_default())
}

/// A hit that has the words exactly in some places; `weights` are those of the words.
fn hit(
    library: &Library,
    unit: &UnitInfo,
    (marks, weights): (&[Mark], &[f32]),
    places: u32,
    english: bool,
) -> Hit {
    let snippets = snippet::best(library, unit, marks, weights, english);
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

/// A run of words, or a quotation.
struct Leaf {
    /// All of it, which is counted.
    whole: Needle,
    /// What must be in a unit: the words, or the quotation.
    words: Vec<Needle>,
    /// Whether it is a quotation, which may begin and end within words.
    quoted: bool,
    /// Whether the whole stands in a source: then the places in translations don't count.
    in_source: bool,
}

/// The leaves of the query in their order. How they stand in the texts at large is looked up once.
fn leaves(library: &Library, all: &[UnitInfo], query: &Ast) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    read(query, &mut leaves, &|needle| {
        all.iter().any(|unit| UnitStreams::new(library, unit).in_source(needle))
    });
    let latin = |leaf: &&mut Leaf| leaf.whole.is_latin();
    if !leaves.iter_mut().any(|leaf| latin(&leaf)) {
        return leaves;
    }
    // Words are whole words of a translation, if there are any, otherwise parts of words.
    let mut whole: Vec<Vec<bool>> =
        leaves.iter().map(|leaf| vec![false; leaf.words.len()]).collect();
    for leaf in &mut leaves {
        leaf.in_source = false;
    }
    for unit in all {
        let streams = UnitStreams::new(library, unit);
        for (leaf, whole) in leaves.iter_mut().zip(&mut whole) {
            leaf.in_source |= streams.in_source(&leaf.whole);
            for (word, whole) in leaf.words.iter().zip(whole) {
                *whole |= !word.in_translation(&streams.translation).is_empty();
            }
        }
    }
    for (leaf, whole) in leaves.iter_mut().zip(whole) {
        for (word, whole) in leaf.words.iter_mut().zip(whole) {
            word.parts = !whole;
        }
        if let [quotation] = &leaf.words[..]
            && leaf.quoted
        {
            leaf.whole.parts = quotation.parts;
        }
    }
    leaves
}

/// `stands`: whether a text has a quotation with its punctuation.
fn read(query: &Ast, leaves: &mut Vec<Leaf>, stands: &dyn Fn(&Needle) -> bool) {
    match query {
        Ast::Exact(text) => {
            let whole = Needle::quoted(text, stands);
            leaves.push(Leaf { words: vec![whole.clone()], whole, quoted: true, in_source: true });
        }
        Ast::Words(run) => {
            let typed = |text: &str| {
                let mut needle = Needle::new(text);
                needle.source.figures = true;
                needle
            };
            let words = run.split_whitespace().map(typed);
            let words = words.filter(|needle| !needle.is_empty()).collect();
            leaves.push(Leaf { words, whole: typed(run), quoted: false, in_source: true });
        }
        Ast::Title(inner) | Ast::Not(inner) => read(inner, leaves, stands),
        Ast::And(items) | Ast::Or(items) => {
            for item in items {
                read(item, leaves, stands);
            }
        }
        Ast::Part(_) | Ast::Document(_) | Ast::Language(_) => {}
    }
}

/// The marks of what the query finds in the unit, and the number of places, if it fits.
fn matches(
    library: &Library,
    unit: &UnitInfo,
    query: &Ast,
    leaves: &[Leaf],
) -> Option<(Vec<Mark>, u32)> {
    let streams = UnitStreams::new(library, unit);
    let mut finder = Finder { library, unit, streams: &streams, leaves, leaf: 0, word: 0 };
    finder.find(query, Scope::default()).filter(|(marks, _)| !marks.is_empty())
}

/// Where a part of the query may match.
#[derive(Clone, Copy, Default)]
struct Scope {
    /// Only in headings.
    title: bool,
    /// Only in the translation (`true`) or the source.
    translation: Option<bool>,
}

struct Finder<'s> {
    library: &'s Library,
    unit: &'s UnitInfo,
    streams: &'s UnitStreams,
    leaves: &'s [Leaf],
    /// The next leaf.
    leaf: usize,
    word: u16,
}

impl Finder<'_> {
    fn find(&mut self, ast: &Ast, scope: Scope) -> Option<(Vec<Mark>, u32)> {
        let nothing = || (Vec::new(), 0);
        match ast {
            Ast::Exact(_) | Ast::Words(_) => {
                let leaf = &self.leaves[self.leaf];
                self.leaf += 1;
                self.words(leaf, scope)
            }
            Ast::Title(inner) => self.find(inner, Scope { title: true, ..scope }),
            Ast::Part(number) => self.unit.in_part(self.library, number).then(nothing),
            Ast::Document(name) => self.unit.in_document(self.library, name).then(nothing),
            Ast::Language(_) => Some(nothing()),
            Ast::Not(inner) => self.find(inner, scope).is_none().then(nothing),
            Ast::And(items) => {
                let language = items.iter().find_map(|item| match item {
                    Ast::Language(english) => Some(*english),
                    _ => None,
                });
                let scope = Scope { translation: language.or(scope.translation), ..scope };
                // All are looked at, so that the leaves keep their order.
                let found: Vec<_> = items.iter().map(|item| self.find(item, scope)).collect();
                Some(together(found.into_iter().collect::<Option<Vec<_>>>()?))
            }
            Ast::Or(items) => {
                let found: Vec<_> = items.iter().map(|item| self.find(item, scope)).collect();
                let found: Vec<_> = found.into_iter().flatten().collect();
                (!found.is_empty()).then(|| together(found))
            }
        }
    }

    /// The marks of the words, and in how many places all of it stands as typed.
    fn words(&mut self, leaf: &Leaf, scope: Scope) -> Option<(Vec<Mark>, u32)> {
        let mut marks = Vec::new();
        for word in &leaf.words {
            self.word += 1;
            let places = self.places(word, scope);
            if places.is_empty() {
                return None;
            }
            marks.extend(places.into_iter().flatten());
        }
        let counted = |place: &&Vec<Mark>| {
            scope.translation.is_some() || place.iter().all(|m| m.translation != leaf.in_source)
        };
        let count = self.places(&leaf.whole, scope).iter().filter(counted).count();
        Some((marks, count as u32))
    }

    fn places(&self, needle: &Needle, scope: Scope) -> Vec<Vec<Mark>> {
        let headings = |translation| -> Vec<bool> {
            let pieces = if translation {
                self.unit.translation(self.library)
            } else {
                self.unit.source(self.library)
            };
            pieces.iter().map(|piece| piece.heading).collect()
        };
        let headings =
            if scope.title { [headings(false), headings(true)] } else { [vec![], vec![]] };
        let mut places = self.streams.places(needle, self.word);
        places.retain(|place| {
            place.iter().all(|mark| {
                let own = &headings[usize::from(mark.translation)];
                let heading = own.get(usize::from(mark.origin.piece)).is_some_and(|own| *own);
                (!scope.title || heading)
                    && scope.translation.is_none_or(|translation| translation == mark.translation)
            })
        });
        places
    }
}

fn together(found: Vec<(Vec<Mark>, u32)>) -> (Vec<Mark>, u32) {
    let count = found.iter().map(|(_, count)| count).sum();
    (found.into_iter().flat_map(|(marks, _)| marks).collect(), count)
}
