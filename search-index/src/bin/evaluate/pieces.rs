//! What a question costs in a large library that comes in pieces: bytes, pieces and rounds, by the
//! packed size of each piece; and whether the hits are as good.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use corpus::{Library, library_codec};
use search_index::fallback::RelatedWords;
use search_index::pieces::writer::{PieceSet, pieces};
use search_index::pieces::{Piece, PieceReader};
use search_index::protocol::{Hit, Results, SearchRequest, encode};

use crate::measures::Measures;
use crate::{laws, texts};

/// A library in pieces, and what was read of it.
pub struct InPieces {
    set: PieceSet,
    related: RelatedWords,
    base: Library,
    /// Packed sizes.
    sizes: BTreeMap<Piece, usize>,
}

/// What one question read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Pieces.
    pub pieces: usize,
    /// Bytes, packed.
    pub bytes: usize,
    /// Rounds of pieces that are asked for together.
    pub rounds: usize,
}

impl InPieces {
    /// Cuts a library.
    pub fn new(library: &Library) -> Self {
        let set = pieces(library);
        let base = Library { editions: Vec::new(), ..library.clone() };
        let size = |piece| packed(set.contents(piece).unwrap_or_default());
        let sizes = set.manifest.all().map(|piece| (piece, size(piece))).collect();
        Self { set, related: RelatedWords::default(), base, sizes }
    }

    /// A reader that has nothing yet.
    pub fn reader(&self) -> PieceReader {
        let manifest = encode(&self.set.manifest);
        PieceReader::open(&manifest, self.base.clone()).unwrap_or_else(|| unreachable!("our own"))
    }

    /// Says how large all of it is.
    pub fn describe(&self) -> String {
        let of = |kind: fn(&Piece) -> bool| {
            let own = self.sizes.iter().filter(|(piece, _)| kind(piece)).map(|(_, size)| size);
            format!("{} of {} kB in all", own.clone().count(), own.sum::<usize>() / 1000)
        };
        format!(
            "in pieces: manifest {} bytes, lists {}, blocks {}, other writings {}, readings {}",
            packed(&encode(&self.set.manifest)),
            of(|piece| matches!(piece, Piece::List(_))),
            of(|piece| matches!(piece, Piece::Block(_))),
            of(|piece| matches!(piece, Piece::Forms(_))),
            of(|piece| matches!(piece, Piece::Readings)),
        )
    }

    /// Asks a question.
    pub fn search(&self, reader: &mut PieceReader, query: &str, limit: u32) -> (Results, Cost) {
        let request = SearchRequest { query: query.to_owned(), limit, ..SearchRequest::default() };
        let mut cost = Cost::default();
        loop {
            match reader.search(&request, Some(&self.related)) {
                Ok((results, _)) => return (results, cost),
                Err(lacking) => {
                    cost.rounds += 1;
                    for piece in lacking.into_iter().collect::<BTreeSet<_>>() {
                        cost.pieces += 1;
                        cost.bytes += self.sizes.get(&piece).copied().unwrap_or_default();
                        let contents = self.set.contents(piece).unwrap_or_default();
                        reader.give(piece, &self.set.manifest.seal(contents));
                    }
                }
            }
        }
    }
}

/// As many hits as a page shows.
const PAGE: u32 = 20;

/// Measures a part of the large library with about `most` articles.
pub fn evaluate(corpora: &Path, most: usize) {
    let Some(questions) = laws::questions(corpora) else { return };
    let library = texts::library(&laws::part(&texts::read(corpora, "library"), most, &questions));
    let articles = laws::articles(&library);
    let whole = library_codec::write(&library);
    let start = Instant::now();
    let in_pieces = InPieces::new(&library);
    println!(
        "{} texts, {} articles, texts whole {} kB; {}; cut in {:.1?}",
        library.editions.len(),
        articles.len(),
        packed(&whole) / 1000,
        in_pieces.describe(),
        start.elapsed()
    );
    let (mut measures, mut first, mut next) = (Measures::default(), Vec::new(), Vec::new());
    let (mut going, mut times) = (in_pieces.reader(), Vec::new());
    for question in &questions {
        let golds: Vec<_> = question.gold.iter().map(|g| laws::places(g, &articles)).collect();
        let gold = |hit: &Hit| {
            let address = format!("{}/{}", hit.at.document, hit.at.unit);
            let article = articles.binary_search_by(|own| own.address.cmp(&address)).ok()?;
            golds.iter().position(|places| places.contains(&article))
        };
        let (results, cost) = in_pieces.search(&mut in_pieces.reader(), &question.text, PAGE);
        measures.add(&results.hits.iter().map(gold).collect::<Vec<_>>(), golds.len());
        first.push(cost);
        let start = Instant::now();
        next.push(in_pieces.search(&mut going, &question.text, PAGE).1);
        times.push(start.elapsed());
        going.forget();
    }
    times.sort_unstable();
    let [recall, _] = measures.recall();
    println!(
        "{} questions, first {PAGE} hits: MRR@10 {:.3}, recall@10 {recall:.3}, nDCG@10 {:.3}; \
         {:.1?} in the median, {:.1?} at worst",
        measures.count(),
        measures.mrr(),
        measures.ndcg(),
        times.get(times.len() / 2).copied().unwrap_or_default(),
        times.last().copied().unwrap_or_default(),
    );
    tell("each from cold", first);
    tell("one after another", next);
}

/// Says what questions cost.
fn tell(how: &str, mut costs: Vec<Cost>) {
    costs.sort_unstable_by_key(|cost| cost.bytes);
    let at = |share: usize| {
        let at = (costs.len() * share / 100).min(costs.len().saturating_sub(1));
        let Cost { pieces, bytes, rounds } = costs.get(at).copied().unwrap_or_default();
        format!("{bytes} bytes in {pieces} pieces, {rounds} rounds")
    };
    println!("{how}: median {}; 95 % {}; most {}", at(50), at(95), at(100));
}

/// The size as it is served: gzip.
fn packed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let all = encoder.write_all(bytes).and_then(|()| encoder.finish());
    all.map_or(bytes.len(), |packed| packed.len())
}
