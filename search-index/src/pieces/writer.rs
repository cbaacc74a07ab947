//! Makes the pieces of a library, natively.

mod forms;

use std::collections::{BTreeSet, HashMap, HashSet};

use corpus::{Library, library_codec};
use serde::Serialize;

use super::Piece;
use super::blocks::part;
use super::forms::FormList;
use super::lists::TermList;
use super::manifest::{ListedDocument, Manifest, VERSION};
use super::scores::level;
use super::terms::{of_characters, of_translation};
use crate::index::writer::document_weights;
use crate::index::writer::variants::traditional_pairs;
use crate::protocol::encode;
use crate::text::count::saturated;
use crate::text::fold;
use crate::text::units::{UnitInfo, units};
use crate::weights::{Ranking, Weights};

/// As many provisions stand in a block: about 2.5 kB, packed.
const BLOCK: u32 = 16;

/// A piece of lists has about so many bytes, unpacked, unless one list alone has more.
const LIST_BYTES: usize = 4_000;

/// The pieces of a library, not yet sealed.
#[derive(Debug)]
pub struct PieceSet {
    /// What there is; its id is still to be set, from what the pieces hold.
    pub manifest: Manifest,
    /// The lists of terms, by number.
    pub lists: Vec<Vec<u8>>,
    /// The blocks of provisions, by number.
    pub blocks: Vec<Vec<u8>>,
    /// What texts write for sounds and quantities, by number.
    pub forms: Vec<Vec<u8>>,
    /// How characters are read.
    pub readings: Vec<u8>,
}

impl PieceSet {
    /// What a piece holds.
    pub fn contents(&self, piece: Piece) -> Option<&[u8]> {
        let contents = match piece {
            Piece::List(number) => self.lists.get(number as usize),
            Piece::Block(number) => self.blocks.get(number as usize),
            Piece::Forms(number) => self.forms.get(number as usize),
            Piece::Readings => Some(&self.readings),
        };
        contents.map(Vec::as_slice)
    }
}

/// Makes the pieces.
pub fn pieces(library: &Library) -> PieceSet {
    let weights = document_weights(library, &Weights::default().ranking);
    let listed = |(edition, weight): (&corpus::Edition, u16)| ListedDocument {
        id: edition.document.id.0.clone(),
        provisions: edition.document.provisions.len() as u32,
        weight,
    };
    let documents: Vec<ListedDocument> = library.editions.iter().zip(weights).map(listed).collect();
    let provisions = documents.iter().map(|document| document.provisions).sum();
    let occurring: BTreeSet<char> =
        units(library).iter().flat_map(|unit| unit.printed_stream(library).chars).collect();
    let traditional = traditional_pairs(occurring.into_iter());
    let mut manifest = Manifest {
        version: VERSION,
        provisions,
        block: BLOCK,
        documents,
        traditional,
        ..Manifest::default()
    };
    let lists = lists(library, &mut manifest);
    let blocks = blocks(library, &manifest);
    let (readings, all) = forms::forms(library);
    manifest.forms = pieces_for(&all);
    let number = |list: &FormList| manifest.forms_of(&list.key);
    let forms = spread(all, manifest.forms, number);
    PieceSet { manifest, lists, blocks, forms, readings: encode(&readings) }
}

fn blocks(library: &Library, manifest: &Manifest) -> Vec<Vec<u8>> {
    let count = manifest.provisions.div_ceil(manifest.block);
    let mut blocks: Vec<Library> = (0..count).map(|_| Library::default()).collect();
    let mut first = 0;
    for edition in &library.editions {
        let own = first..first + edition.document.provisions.len() as u32;
        first = own.end;
        for number in own.start / manifest.block..own.end.div_ceil(manifest.block) {
            let places = manifest.places(number);
            let range = places.start.max(own.start)..places.end.min(own.end);
            let range = range.start - own.start..range.end - own.start;
            blocks[number as usize].editions.push(part(edition, &range));
        }
    }
    blocks.iter().map(library_codec::write).collect()
}

fn lists(library: &Library, manifest: &mut Manifest) -> Vec<Vec<u8>> {
    let places = gather(library);
    let weights: Vec<u16> = manifest
        .documents
        .iter()
        .flat_map(|document| (0..document.provisions).map(|_| document.weight))
        .collect();
    let mut all: Vec<TermList> =
        places.into_iter().map(|(term, places)| TermList::new(term, places, &weights)).collect();
    all.sort_by(|a, b| a.term.cmp(&b.term));
    manifest.lists = pieces_for(&all);
    spread(all, manifest.lists, |list| manifest.list_of(&list.term))
}

/// Over how many pieces these are spread.
fn pieces_for(all: &[impl Serialize]) -> u32 {
    let bytes: usize = all.iter().map(|one| encode(one).len()).sum();
    bytes.div_ceil(LIST_BYTES).max(1) as u32
}

/// Spreads lists over pieces; in each they keep their order.
fn spread<T: Serialize>(all: Vec<T>, pieces: u32, piece: impl Fn(&T) -> Piece) -> Vec<Vec<u8>> {
    let mut spread: Vec<Vec<T>> = (0..pieces).map(|_| Vec::new()).collect();
    for one in all {
        let (Piece::List(number) | Piece::Forms(number)) = piece(&one) else { continue };
        spread[number as usize].push(one);
    }
    spread.iter().map(encode).collect()
}

/// Every term with its places and levels.
fn gather(library: &Library) -> HashMap<String, Vec<(u32, u32)>> {
    let units = units(library);
    let weights = Weights::default().ranking;
    let mean = mean(library, &units);
    let mut all: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
    // The headings above, as the unit at which each ends, with its terms.
    let mut above: Vec<(usize, HashSet<String>)> = Vec::new();
    let mut place = 0;
    for (at, unit) in units.iter().enumerate() {
        above.retain(|(end, _)| *end > at);
        if !unit.is_provision() {
            let streams = [Some(unit.printed_stream(library)), unit.corrected_stream(library)];
            let chars = streams.into_iter().flatten().map(|stream| stream.chars);
            let mut terms: HashSet<String> =
                chars.flat_map(|chars| of_characters(&chars).collect::<Vec<_>>()).collect();
            let translation = unit.translation(library);
            terms.extend(translation.iter().flat_map(|piece| of_translation(piece.text)));
            above.push((unit.end, terms));
            continue;
        }
        for (term, worth) in worths(library, unit, &above, mean, &weights) {
            all.entry(term).or_default().push((place, level(worth, &weights)));
        }
        place += 1;
    }
    all
}

/// Mean lengths of provisions, in characters and in words of the translation.
fn mean(library: &Library, units: &[UnitInfo]) -> [f32; 2] {
    let (mut sums, mut count) = ([0, 0], 0);
    for unit in units.iter().filter(|unit| unit.is_provision()) {
        sums[0] += unit.printed_stream(library).chars.len();
        let translation = unit.translation(library);
        sums[1] += translation.iter().map(|piece| fold::words(piece.text).len()).sum::<usize>();
        count += 1;
    }
    sums.map(|sum| (sum as f32 / count.max(1) as f32).max(1.0))
}

/// What each term says about a provision.
fn worths(
    library: &Library,
    unit: &UnitInfo,
    above: &[(usize, HashSet<String>)],
    mean: [f32; 2],
    weights: &Ranking,
) -> HashMap<String, f32> {
    let chars = unit.printed_stream(library).chars;
    let mut source: HashMap<String, f32> = HashMap::new();
    for term in of_characters(&chars) {
        *source.entry(term).or_default() += 1.0;
    }
    let headings = unit.source(library).into_iter().take_while(|piece| piece.heading);
    let heading: usize = headings.map(|piece| fold::glyphs(piece.text).len()).sum();
    for term in of_characters(&chars[..heading.min(chars.len())]) {
        *source.entry(term).or_default() += weights.heading;
    }
    if let Some(corrected) = unit.corrected_stream(library) {
        let new: BTreeSet<String> =
            of_characters(&corrected.chars).filter(|term| !source.contains_key(term)).collect();
        source.extend(new.into_iter().map(|term| (term, 1.0)));
    }
    for (_, terms) in above {
        for term in terms {
            *source.entry(term.clone()).or_default() += weights.context;
        }
    }
    let length = chars.len() as f32 / mean[0];
    let mut worths: HashMap<String, f32> = source
        .into_iter()
        .map(|(term, frequency)| (term, saturated(frequency, length, weights)))
        .collect();
    let (mut translated, mut words): (HashMap<String, f32>, _) = (HashMap::new(), 0);
    for piece in unit.translation(library) {
        words += fold::words(piece.text).len();
        let counts = if piece.heading { 1.0 + weights.heading } else { 1.0 };
        for term in of_translation(piece.text) {
            *translated.entry(term).or_default() += counts;
        }
    }
    let length = words as f32 / mean[1];
    for (term, frequency) in translated {
        let worth = worths.entry(term).or_default();
        *worth = worth.max(saturated(frequency, length, weights));
    }
    worths
}
