//! Answers queries from pieces: which are lacking, and the excerpt once they are there.

mod writings;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use corpus::{Address, DocumentId, Library, Unit};

use super::blocks::together;
use super::forms::FormList;
use super::lists::TermList;
use super::manifest::{Manifest, Piece, VERSION};
use super::scores::{Scores, rank};
use super::terms::{Asked, QueryTerms, of_query};
use crate::fallback::{QueryMatcher, RelatedWords, Texts};
use crate::lexicon::variants::{Lookup, Variants};
use crate::protocol::{Facets, Results, SearchRequest, Snippet, decode};
use crate::text::units::{UnitInfo, units};
use crate::weights::Weights;

use self::writings::tell_changes;

/// Twice as many pieces are kept in memory at most; those that came first go first.
const KEPT: usize = 128;

/// At most so many of the best provisions are looked at, whatever is asked for: the blocks of these
/// are about a megabyte.
const MOST: usize = 400;

/// The pieces that were read so far.
#[derive(Debug)]
pub struct PieceReader {
    manifest: Manifest,
    /// All that the library has beside its texts.
    base: Library,
    lists: BTreeMap<u32, Vec<TermList>>,
    blocks: BTreeMap<u32, Library>,
    forms: BTreeMap<u32, Vec<FormList>>,
    readings: Option<Lookup>,
    /// The pieces in the order in which they came.
    came: Vec<Piece>,
    weights: Weights,
}

/// The part of the library that a query is answered from.
#[derive(Debug)]
struct Excerpt {
    library: Library,
    /// By unit of these: how much it is about the query.
    scores: Vec<f32>,
    /// Whether no other provision can have all that was typed.
    complete: bool,
}

impl PieceReader {
    /// Opens a set; `base` is the library without its texts. `None` where the manifest is none of
    /// this release.
    pub fn open(manifest: &[u8], base: Library) -> Option<Self> {
        let manifest: Manifest = decode(manifest)?;
        (manifest.version == VERSION).then(|| Self {
            manifest,
            base,
            lists: BTreeMap::new(),
            blocks: BTreeMap::new(),
            forms: BTreeMap::new(),
            readings: None,
            came: Vec::new(),
            weights: Weights::default(),
        })
    }

    /// The set.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Takes a piece in; `false` where it is damaged or of another set.
    pub fn give(&mut self, piece: Piece, bytes: &[u8]) -> bool {
        let Some(contents) = self.manifest.open(bytes) else { return false };
        let known = match piece {
            Piece::List(number) => {
                let Some(lists) = decode(contents) else { return false };
                self.lists.insert(number, lists).is_some()
            }
            Piece::Block(number) => {
                let Some(block) = corpus::library_codec::read(contents) else { return false };
                self.blocks.insert(number, block).is_some()
            }
            Piece::Forms(number) => {
                let Some(forms) = decode(contents) else { return false };
                self.forms.insert(number, forms).is_some()
            }
            Piece::Readings => {
                let Some(readings) = decode::<Variants>(contents) else { return false };
                self.readings.replace(Lookup::from(&readings)).is_some()
            }
        };
        if !known {
            self.came.push(piece);
        }
        true
    }

    /// Lets the oldest pieces go. Called between questions: what one of them needs must stay.
    pub fn forget(&mut self) {
        let most = 2 * KEPT;
        let gone = self.came.len().saturating_sub(most);
        for piece in self.came.drain(..gone) {
            match piece {
                Piece::List(number) => drop(self.lists.remove(&number)),
                Piece::Block(number) => drop(self.blocks.remove(&number)),
                Piece::Forms(number) => drop(self.forms.remove(&number)),
                Piece::Readings => self.readings = None,
            }
        }
    }

    /// Searches, and the excerpt with the hits.
    ///
    /// # Errors
    /// The pieces that are still lacking: to be given before it is asked again.
    pub fn search(
        &self,
        request: &SearchRequest,
        related: Option<&RelatedWords>,
    ) -> Result<(Results, Library), Vec<Piece>> {
        let (query, changes) = self.in_the_writing_of_the_texts(&request.query, related)?;
        let asked = SearchRequest { query, ..request.clone() };
        let excerpt = self.excerpt(&asked, related)?;
        let mut results = excerpt.search(related, &asked);
        tell_changes(&mut results, &changes);
        Ok((results, excerpt.library))
    }

    /// Everything that a query finds in one provision, and an excerpt with it.
    ///
    /// # Errors
    /// As [`PieceReader::search`].
    pub fn marks(
        &self,
        query: &str,
        at: &Address,
        related: Option<&RelatedWords>,
    ) -> Result<(Vec<Snippet>, Library), Vec<Piece>> {
        let Unit::Provision(number) = &at.unit else { return Ok((Vec::new(), self.base.clone())) };
        let excerpt = self.excerpt_around(&at.document, number)?;
        let texts = Texts::new(&excerpt.library);
        let marked =
            |query: &str| QueryMatcher::alone(&texts, related, query, &excerpt.scores).marks(at);
        let simplified = self.manifest.simplified(query);
        let mut marks = marked(simplified.as_deref().unwrap_or(query));
        if marks.is_empty() {
            // What texts write for it costs more pieces.
            marks = marked(&self.in_the_writing_of_the_texts(query, related)?.0);
        }
        Ok((marks, excerpt.library))
    }

    /// The excerpt that answers a request.
    fn excerpt(
        &self,
        request: &SearchRequest,
        related: Option<&RelatedWords>,
    ) -> Result<Excerpt, Vec<Piece>> {
        let synonym = self.weights.matches.synonym;
        let QueryTerms { terms, countable } = of_query(&request.query, related, synonym);
        let found = self.scores(&terms, &request.filters.documents)?;
        let wanted = (request.offset.saturating_add(request.limit) as usize).min(MOST);
        let blocks: BTreeSet<Piece> =
            found.order.iter().take(wanted).map(|place| self.manifest.block_of(*place)).collect();
        let complete = countable && found.all.is_some_and(|all| all <= wanted);
        self.excerpt_of(&blocks, &found.by_place, complete)
    }

    /// The excerpt with a provision. Its document is looked through from about where its number says.
    fn excerpt_around(&self, document: &DocumentId, number: &str) -> Result<Excerpt, Vec<Piece>> {
        let nothing = BTreeMap::new();
        let Some(range) = self.range(document) else {
            return self.excerpt_of(&BTreeSet::new(), &nothing, true);
        };
        let last = range.end.saturating_sub(1);
        let guess = number.rsplit('.').next().and_then(|own| own.parse::<u32>().ok());
        let guess = (range.start + guess.unwrap_or(1).saturating_sub(1)).min(last);
        let block = |place: u32| place / self.manifest.block.max(1);
        let mut near: Vec<u32> = (block(range.start)..=block(last)).collect();
        near.sort_by_key(|own| own.abs_diff(block(guess)));
        for number_of_block in near {
            let Some(library) = self.blocks.get(&number_of_block) else {
                return Err(vec![Piece::Block(number_of_block)]);
            };
            let edition = library.edition(document);
            if edition.is_some_and(|edition| edition.document.provision(number).is_some()) {
                let only = BTreeSet::from([Piece::Block(number_of_block)]);
                return self.excerpt_of(&only, &nothing, true);
            }
        }
        self.excerpt_of(&BTreeSet::new(), &nothing, true)
    }

    fn scores(&self, asked: &[Asked], documents: &[DocumentId]) -> Result<Scores, Vec<Piece>> {
        let mut lacking = BTreeSet::new();
        let mut lists: Vec<(&Asked, &TermList)> = Vec::new();
        for one in asked {
            match self.list(&one.term) {
                Ok(list) => lists.extend(list.map(|list| (one, list))),
                Err(piece) => drop(lacking.insert(piece)),
            }
        }
        if !lacking.is_empty() {
            return Err(lacking.into_iter().collect());
        }
        let typed = asked.iter().filter(|one| one.typed).count();
        let within: Vec<Range<u32>> = documents.iter().filter_map(|id| self.range(id)).collect();
        Ok(rank(&self.manifest, lists.into_iter(), typed, &within, &self.weights.ranking))
    }

    /// The places of a document.
    fn range(&self, document: &DocumentId) -> Option<Range<u32>> {
        let mut start = 0;
        for listed in &self.manifest.documents {
            if listed.id == document.0 {
                return Some(start..start + listed.provisions);
            }
            start += listed.provisions;
        }
        None
    }

    fn excerpt_of(
        &self,
        wanted: &BTreeSet<Piece>,
        scores: &BTreeMap<u32, f32>,
        complete: bool,
    ) -> Result<Excerpt, Vec<Piece>> {
        let numbers = || {
            wanted.iter().filter_map(|piece| match piece {
                Piece::Block(number) => Some(*number),
                _ => None,
            })
        };
        let lacking: Vec<Piece> =
            numbers().filter(|own| !self.blocks.contains_key(own)).map(Piece::Block).collect();
        if !lacking.is_empty() {
            return Err(lacking);
        }
        let numbers: Vec<u32> = numbers().collect();
        let editions = together(numbers.iter().filter_map(|number| self.blocks.get(number)));
        let library = Library { editions, ..self.base.clone() };
        let places: Vec<u32> =
            numbers.iter().flat_map(|number| self.manifest.places(*number)).collect();
        let scores = by_unit(&units(&library), &places, scores, &self.weights);
        Ok(Excerpt { library, scores, complete })
    }
}

/// The scores of units, of which the provisions have these places.
fn by_unit(
    units: &[UnitInfo],
    places: &[u32],
    scores: &BTreeMap<u32, f32>,
    weights: &Weights,
) -> Vec<f32> {
    // A heading is a poorer answer than the best provision below it.
    let mut places = places.iter();
    let mut own: Vec<f32> = units
        .iter()
        .map(|unit| {
            let place = if unit.is_provision() { places.next() } else { None };
            place.and_then(|place| scores.get(place)).copied().unwrap_or(0.0)
        })
        .collect();
    for at in (0..units.len()).filter(|at| !units[*at].is_provision()) {
        let best = own[at..units[at].end].iter().copied().fold(0.0, f32::max);
        own[at] = best * weights.ranking.heading_unit;
    }
    own
}

impl Excerpt {
    /// What has the words exactly comes first, then what the whole library says most about. Counts
    /// by document would be those of the excerpt, and are told only where that is all there is.
    fn search(&self, related: Option<&RelatedWords>, request: &SearchRequest) -> Results {
        let texts = Texts::new(&self.library);
        let matcher = QueryMatcher::alone(&texts, related, &request.query, &self.scores);
        let mut results = matcher.search(request);
        results.at_least = !self.complete;
        if results.at_least {
            results.facets = Facets::default();
        }
        results
    }
}
