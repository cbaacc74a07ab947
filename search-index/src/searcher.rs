//! The searcher: answers requests. This is the engine's face; the worker and the command line
//! know nothing else of it.

use corpus::{Address, Library};

use crate::index::bundle::{BundleContents, OpenError};
use crate::index::engine::Engine;
use crate::interpret::clause::Clause;
use crate::interpret::interpreter::Interpreter;
use crate::protocol::{
    Failure, Fit, Hit, Notice, Order, Request, Response, Results, SearchRequest, Snippet, decode,
    encode,
};
use crate::query::{self, Query};
use crate::rank::bm25::{information, inverse_document_frequency};
use crate::rank::evaluation::{Outcome, evaluate};
use crate::rank::ranking::Evidence;
use crate::results::{facets, highlight, snippet, stated};
use crate::text::stop_words;
use crate::text::units::unit_at;
use crate::weights::Listing;

mod suggest;

/// An opened index with its texts.
pub struct Searcher {
    engine: Engine,
}

impl Searcher {
    /// Opens a bundle over the texts that it was made from.
    ///
    /// # Errors
    /// Where the bundle is damaged, of another version, or made from other texts.
    pub fn open(bundle: &[u8], library: Library) -> Result<Self, OpenError> {
        Ok(Self { engine: Engine::open(BundleContents::unpack(bundle)?, library)? })
    }

    /// Opens a bundle whose everyday words come apart from it, see [`BundleContents::apart`]. The
    /// `rare` ones may be missing (empty) or damaged: the search works without them.
    ///
    /// # Errors
    /// As [`Searcher::open`], and where the thesaurus is damaged.
    pub fn open_apart(
        bundle: &[u8],
        thesaurus: &[u8],
        rare: &[u8],
        library: Library,
    ) -> Result<Self, OpenError> {
        let thesaurus = decode(thesaurus).ok_or(OpenError::Damaged)?;
        let rare = decode(rare).unwrap_or_default();
        let contents = BundleContents { thesaurus, rare, ..BundleContents::unpack(bundle)? };
        Ok(Self { engine: Engine::open(contents, library)? })
    }

    /// The texts.
    pub fn library(&self) -> &Library {
        &self.engine.library
    }

    /// Answers a request as bytes, in and out: for the worker.
    pub fn answer(&self, request: &[u8]) -> Vec<u8> {
        let response = match decode(request) {
            Some(request) => self.respond(&request),
            None => Response::Failed { id: None, failure: Failure::BadRequest },
        };
        encode(&response)
    }

    /// Answers a request.
    pub fn respond(&self, request: &Request) -> Response {
        match request {
            Request::Search(request) => Response::Results(self.search(request)),
            Request::Suggest { id, prefix, english, limit } => Response::Suggestions {
                id: *id,
                suggestions: suggest::suggest(&self.engine, prefix, *english, *limit as usize),
            },
            Request::Marks { id, query, at } => {
                Response::Marks { id: *id, snippets: self.marks(query, at) }
            }
        }
    }

    /// Searches.
    pub fn search(&self, request: &SearchRequest) -> Results {
        let engine = &self.engine;
        let query = query::parse(&request.query);
        let mut reader = Interpreter::new(engine);
        let mut outcome = evaluate(&mut reader, &query.ast, false);
        let mut everywhere = false;
        if outcome.restricted && !answers(&outcome) {
            let mut other = Interpreter::new(engine);
            let free = evaluate(&mut other, &query.ast, true);
            let nothing = outcome.evidence.iter().all(|e| e.fit.is_none());
            if answers(&free) || nothing {
                (reader, outcome, everywhere) = (other, free, true);
            }
        }
        let mut list = list(&outcome, &engine.weights.listing);
        let known = known(&reader, &outcome, &list);
        let mut words = outcome.clauses.iter().filter(|clause| !clause.optional());
        if known.is_some() && words.all(|clause| clause.alternatives.is_empty()) {
            // Single characters are all that they have of it.
            list.clear();
        }
        let facets =
            facets::count(&engine.library, &engine.units, list.iter().map(|(unit, _)| *unit));
        list.retain(|(unit, _)| {
            facets::keeps(&request.filters, &engine.library, &engine.units[*unit])
        });
        if request.order == Order::Document {
            list.sort_by_key(|(unit, evidence)| (evidence.fit != Some(Fit::Exact), *unit));
        }
        let exact = |e: &Evidence| e.fit == Some(Fit::Exact);
        let mut results = Results {
            id: request.id,
            total: list.len() as u32,
            exact: list.iter().filter(|(_, e)| exact(e)).count() as u32,
            places: list.iter().filter(|(_, e)| exact(e)).map(|(_, e)| e.places).sum(),
            facets,
            notices: std::mem::take(&mut reader.notices),
            ..Results::default()
        };
        if everywhere {
            results.notices.push(Notice::SearchedEverywhere);
        }
        notices(&query, &reader, known, request, &mut results.notices);
        let typed = list.first().is_some_and(|(_, evidence)| evidence.places > 0);
        if !typed && !results.notices.contains(&Notice::NothingFound) {
            let unstated = stated::unstated(engine, &request.query, &outcome, &list);
            results.notices.extend(unstated.into_iter().map(|detail| Notice::NotStated { detail }));
        }
        let units = engine.units.len();
        let weights: Vec<f32> = outcome
            .clauses
            .iter()
            .map(|clause| clause.share() * information(clause, units))
            .collect();
        results.hits = list
            .iter()
            .skip(request.offset as usize)
            .take(request.limit as usize)
            .map(|(unit, evidence)| self.hit(*unit, *evidence, &outcome, &weights, request.english))
            .collect();
        results
    }

    /// `weights` are those of the clauses, for the choice of sentences.
    fn hit(
        &self,
        unit: usize,
        evidence: Evidence,
        outcome: &Outcome,
        weights: &[f32],
        english: bool,
    ) -> Hit {
        let engine = &self.engine;
        let info = &engine.units[unit];
        let marks = highlight::marks(engine, unit, outcome);
        let snippets = snippet::best(&engine.library, info, &marks, weights, english);
        let sentence = snippets.first().and_then(|snippet| snippet.at.sentence);
        Hit {
            at: info.address(&engine.library, sentence),
            fit: evidence.fit.unwrap_or(Fit::Partial),
            score: evidence.score,
            places: evidence.places,
            reasons: highlight::reasons(engine, unit, &outcome.clauses, &marks, english),
            snippets,
        }
    }

    /// What a query finds in one unit, for the reading page.
    pub fn marks(&self, query: &str, at: &Address) -> Vec<Snippet> {
        self.marks_in(query, std::iter::once(at)).pop().unwrap_or_default()
    }

    /// What a query, which is read once, finds in each of some units.
    pub fn marks_in<'a>(
        &self,
        query: &str,
        units: impl Iterator<Item = &'a Address>,
    ) -> Vec<Vec<Snippet>> {
        let outcome =
            evaluate(&mut Interpreter::new(&self.engine), &query::parse(query).ast, false);
        units.map(|at| self.marked(&outcome, at)).collect()
    }

    fn marked(&self, outcome: &Outcome, at: &Address) -> Vec<Snippet> {
        let engine = &self.engine;
        let unit = unit_at(&engine.library, &engine.units, at);
        unit.map_or_else(Vec::new, |unit| {
            let marks = highlight::marks(engine, unit, outcome);
            snippet::marked(&engine.library, &engine.units[unit], &marks)
        })
    }
}

/// Whether some unit has everything that was asked.
fn answers(outcome: &Outcome) -> bool {
    outcome.evidence.iter().any(|e| e.fit.is_some_and(|fit| fit != Fit::Partial))
}

/// The units found, best first: all that fit, then those that come near.
fn list(outcome: &Outcome, weights: &Listing) -> Vec<(usize, Evidence)> {
    let evidence = outcome.evidence.iter().copied().enumerate();
    let mut list: Vec<(usize, Evidence)> = evidence.filter(|(_, e)| e.fit.is_some()).collect();
    let rank = |e: &Evidence| u8::from(e.fit != Some(Fit::Exact));
    list.sort_by(|(a, x), (b, y)| {
        rank(x).cmp(&rank(y)).then(y.score.total_cmp(&x.score)).then(a.cmp(b))
    });
    let best = list.iter().map(|(_, e)| e.score).fold(0.0, f32::max);
    let answered = answers(outcome);
    let (mut near, share) = (0, if answered { weights.near_answer } else { weights.near });
    list.retain(|(_, e)| {
        if e.fit != Some(Fit::Partial) {
            return true;
        }
        // Single characters stand inside other words: they are nothing.
        if !e.words {
            return false;
        }
        near += 1;
        near <= weights.most_near && e.score >= share * best
    });
    list
}

fn notices(
    query: &Query,
    reader: &Interpreter<'_>,
    known: Option<f32>,
    request: &SearchRequest,
    notices: &mut Vec<Notice>,
) {
    if query.has_syntax_error {
        notices.push(Notice::ReadAsWords);
    }
    if query.shortened {
        notices.push(Notice::Shortened);
    }
    let answered = known.is_none_or(|known| known >= reader.engine.weights.listing.answer);
    if !reader.corrected.is_empty() {
        let mut whole: String = request.query.chars().take(query::LONGEST).collect();
        for (asked, found) in &reader.corrected {
            let folded: String = whole.chars().map(crate::text::fold::fold).collect();
            if folded.len() == whole.len()
                && let Some(at) = folded.find(asked.as_str())
            {
                whole.replace_range(at..at + asked.len(), found);
            }
            let (asked, found) = (asked.clone(), found.clone());
            notices.push(Notice::Corrected { asked, found });
        }
        if answered {
            notices.push(Notice::DidYouMean { query: whole });
        }
    }
    if known.is_some() {
        notices.push(if answered { Notice::Relaxed } else { Notice::NothingFound });
    }
}

/// How much of what was asked, weighed by its information, the best of the first hits has; `None`
/// where some unit has it all. One character says nothing where the unit has it; several that no
/// text has together are a word that is missing. A word that stands in other units is less of a sign
/// that something else was asked than one that stands nowhere.
fn known(reader: &Interpreter<'_>, outcome: &Outcome, list: &[(usize, Evidence)]) -> Option<f32> {
    if outcome.clauses.is_empty() || list.iter().any(|(_, e)| e.fit != Some(Fit::Partial)) {
        return None;
    }
    let units = reader.engine.units.len();
    let words = || outcome.clauses.iter().filter(|clause| !clause.optional());
    let listing = &reader.engine.weights.listing;
    let worth = |clause: &Clause| {
        let share = if stop_words::is_attribute(&clause.asked) { listing.attribute } else { 1.0 };
        share * clause.weight * information(clause, units)
    };
    let single = |one: char, clause: &Clause| clause.asked.chars().eq(std::iter::once(one));
    let lacks = |unit: usize, one: char| {
        let mut clauses = outcome.clauses.iter().filter(|clause| single(one, clause));
        !clauses.any(|clause| clause.best(unit).is_some())
    };
    let share = |unit: usize| {
        let lone = reader.lone.iter().filter(|one| lacks(unit, **one)).count() as f32;
        let missing = reader.unknown + lone * listing.lone_character;
        let (mut had, mut all) = (0.0, missing * inverse_document_frequency(0, units));
        for clause in words() {
            let elsewhere = !clause.alternatives.is_empty();
            let found = clause.best(unit).is_some();
            had += if found { worth(clause) } else { 0.0 };
            all += worth(clause) * if found || !elsewhere { 1.0 } else { listing.elsewhere };
        }
        had / all.max(f32::MIN_POSITIVE)
    };
    Some(list.iter().take(3).map(|(unit, _)| share(*unit)).fold(0.0, f32::max))
}
