//! Plain substring search over the library's texts, without the engine: for the moments until it
//! is there, and for browsers where it never will be.
//!
//! Words parted by spaces must all occur in a unit; quotation marks, fields, `-`, `OR` and brackets
//! mean what they mean to the engine. Nothing is ranked beyond "provisions before headings, what is
//! in force before what is not, more places first". With the thesaurus at hand, units that have
//! related words come below, see [`everyday`].

mod everyday;
mod matching;
mod related;
mod stretches;
mod texts;

use std::cell::OnceCell;
use std::cmp::Reverse;

use corpus::{Address, Library, Validity};

use self::everyday::{Question, RelatedUnit};
use self::matching::{MatchedRun, leaves, matches};
pub use self::related::RelatedWords;
pub use self::texts::Texts;
use crate::protocol::{Fit, Hit, Notice, Order, Reason, Results, SearchRequest, Snippet};
use crate::query;
use crate::query::Ast;
use crate::results::facets;
use crate::results::snippet;
use crate::text::occurrences::Mark;
use crate::text::units::{UnitInfo, unit_at};
use crate::weights::Listing;

/// A unit that has the words exactly: its marks, and how many places it has.
type FoundUnit = (usize, Vec<Mark>, u32);

/// A query as the texts have it, read once for all that is asked of it.
pub struct QueryMatcher<'t> {
    texts: &'t Texts<'t>,
    related: Option<&'t RelatedWords>,
    query: Ast,
    leaves: Vec<MatchedRun>,
    /// The query as a question in everyday words, read where it is needed.
    question: OnceCell<Option<Question<'t>>>,
    /// Where no engine will answer, because the texts are an excerpt: what the whole library says of
    /// each of their units.
    scores: Option<&'t [f32]>,
}

impl<'t> QueryMatcher<'t> {
    /// Reads a query.
    pub fn new(texts: &'t Texts<'t>, related: Option<&'t RelatedWords>, query: &str) -> Self {
        let query = query::parse(query).ast;
        let leaves = leaves(texts, &query);
        Self { texts, related, query, leaves, question: OnceCell::new(), scores: None }
    }

    /// Reads a query that no engine will answer, so that nothing is left to it: the texts are an
    /// excerpt of a library, which has these scores for their units.
    pub fn alone(
        texts: &'t Texts<'t>,
        related: Option<&'t RelatedWords>,
        query: &str,
        scores: &'t [f32],
    ) -> Self {
        Self { scores: Some(scores), ..Self::new(texts, related, query) }
    }

    /// The question in everyday words, where there is a thesaurus and the query can be read so.
    fn question(&self) -> Option<&Question<'t>> {
        let how = if self.scores.is_some() { Question::read_alone } else { Question::read };
        let read = || how(self.texts, self.related?, &self.query);
        self.question.get_or_init(read).as_ref()
    }

    /// What the query finds in one unit, for the reading page; related words where it has none of
    /// its own.
    pub fn marks(&self, at: &Address) -> Vec<Snippet> {
        let library = self.texts.library();
        let Some(number) = unit_at(library, self.texts.units(), at) else { return Vec::new() };
        let exact = matches(self.texts, number, &self.query, &self.leaves);
        let marks = match exact {
            Some((marks, _)) => marks,
            None => self.question().map(|question| question.marks(number)).unwrap_or_default(),
        };
        snippet::marked(library, &self.texts.units()[number], &marks)
    }
}

/// Searches the library's texts, and for related words where there is a thesaurus.
pub fn search(
    texts: &Texts<'_>,
    related: Option<&RelatedWords>,
    request: &SearchRequest,
) -> Results {
    QueryMatcher::new(texts, related, &request.query).search(request)
}

impl QueryMatcher<'_> {
    /// Searches for what was read; of the request its query alone is not looked at.
    pub fn search(&self, request: &SearchRequest) -> Results {
        let texts = self.texts;
        let (library, all) = (texts.library(), texts.units());
        let mut found: Vec<FoundUnit> = Vec::new();
        for index in 0..all.len() {
            if let Some((marks, places)) = matches(texts, index, &self.query, &self.leaves) {
                found.push((index, marks, places));
            }
        }
        let question = self.question();
        let of_question = if self.scores.is_some() { Question::fitting } else { Question::found };
        let mut near: Vec<RelatedUnit> = question.map(of_question).unwrap_or_default();
        near.retain(|own| found.iter().all(|(index, ..)| *index != own.unit));
        let units = found.iter().map(|(index, ..)| *index).chain(near.iter().map(|own| own.unit));
        let facets = facets::count(library, all, units);
        found.retain(|(index, ..)| facets::keeps(&request.filters, library, &all[*index]));
        near.retain(|own| facets::keeps(&request.filters, library, &all[own.unit]));
        match request.order {
            Order::Relevance => self.order_by_relevance(&mut found, &mut near),
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
        if let Some(question) = question.filter(|_| results.total > 0) {
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
        let weights = question.map(Question::word_weights).unwrap_or_default();
        let near = near.iter().filter_map(|own| {
            let question = question?;
            let marks = (&question.marks(own.unit)[..], &weights[..]);
            Some(Hit {
                // What has all of it as typed was found above.
                fit: own.fit.max(Fit::Related),
                score: own.score,
                reasons: question.reasons(own.unit),
                ..hit(library, &all[own.unit], marks, 0, request.english)
            })
        });
        results.hits =
            exact.chain(near).skip(request.offset as usize).take(request.limit as usize).collect();
        results
    }

    /// Puts the likelier answers first. Where the whole library has a say, that counts before what
    /// the excerpt says, and what comes nowhere near the best is left out.
    fn order_by_relevance(&self, found: &mut [FoundUnit], near: &mut Vec<RelatedUnit>) {
        let all = self.texts.units();
        let heading = |unit: usize| !all[unit].is_provision();
        let expired = |unit: usize| {
            let metadata = &self.texts.library().editions[all[unit].edition].metadata;
            metadata.validity == Some(Validity::Expired)
        };
        let Some(scores) = self.scores else {
            found.sort_by_key(|(unit, _, places)| {
                (heading(*unit), expired(*unit), Reverse(*places))
            });
            return;
        };
        found.sort_by(|(a, _, places_a), (b, _, places_b)| {
            let by_score = expired(*a).cmp(&expired(*b)).then(scores[*b].total_cmp(&scores[*a]));
            by_score.then((heading(*a), places_b).cmp(&(heading(*b), places_a)))
        });
        for own in near.iter_mut() {
            own.score = scores[own.unit];
        }
        near.sort_by(|a, b| b.score.total_cmp(&a.score));
        let best = near.first().map_or(0.0, |own| own.score);
        near.retain(|own| own.score >= Listing::default().near * best);
    }
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
