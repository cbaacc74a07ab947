//! The opened engine: index, texts and tables together, and what is computed from them once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use corpus::{Library, Span};

use crate::index::bundle::{BundleContents, OpenError};
use crate::index::phrases::exact;
use crate::index::postings::{IndexedText, Postings, at_distance, texts_checksum, union};
use crate::lexicon::plain_language::PlainLanguage;
use crate::lexicon::synonyms::Synonyms;
use crate::lexicon::variants::Lookup;
use crate::lexicon::vocabulary::Vocabulary;
use crate::text::fold::{self, Break};
use crate::text::occurrences::{Needle, UnitStreams};
use crate::text::quantities::{Quantity, printed};
use crate::text::stem::stem;
use crate::text::stream::{Origin, Phrase, allows};
use crate::text::units::{UnitInfo, units};
use crate::weights::Weights;

/// Index, texts and tables.
pub struct Engine {
    /// The texts.
    pub library: Library,
    /// Its units.
    pub units: Vec<UnitInfo>,
    /// The index.
    pub store: Postings,
    /// How much what each document says counts, in thousandths.
    pub document_weights: Vec<u16>,
    /// Pinyin and Traditional characters.
    pub lookup: Lookup,
    /// The thesaurus, folded.
    pub synonyms: Synonyms,
    /// Plain-language lines.
    pub plain_language: PlainLanguage,
    /// All weights.
    pub weights: Weights,
    /// Mean lengths of provisions, in characters and words.
    pub mean: [f32; 2],
    vocabulary: OnceCell<Vocabulary>,
    quantities: OnceCell<Vec<(Quantity, String)>>,
    /// By document of the index: where punctuation stands in its source.
    breaks: Vec<OnceCell<Breaks>>,
    streams: RefCell<Vec<(usize, Rc<UnitStreams>)>>,
    stems: RefCell<Vec<(usize, Rc<Vec<StemPlace>>)>>,
}

/// The punctuation of a document of the index: index of the character that it parts, and what it is.
type Breaks = Box<[(u32, Break)]>;

/// Where a word of a translation is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StemPlace {
    /// Its stem.
    pub stem: String,
    /// Its piece and bytes.
    pub origin: Origin,
}

/// This many units' texts stay folded.
const FOLDED: usize = 400;

impl Engine {
    /// Opens what a bundle holds over the texts that it was made from.
    ///
    /// # Errors
    /// Where it is damaged, or made from other texts.
    pub fn open(mut contents: BundleContents, library: Library) -> Result<Self, OpenError> {
        let units = units(&library);
        if contents.texts != texts_checksum(&library, &units) {
            return Err(OpenError::OtherTexts);
        }
        let store = Postings::open(&mut contents)?;
        if store.docs().len() < units.len()
            || contents.document_weights.len() != library.editions.len()
        {
            return Err(OpenError::OtherTexts);
        }
        let mean = |length: fn(&crate::index::bundle::Doc) -> u32| {
            let provisions = units.iter().zip(store.docs()).filter(|(unit, _)| unit.is_provision());
            let (sum, count) =
                provisions.fold((0, 0), |(sum, count), (_, doc)| (sum + length(doc), count + 1));
            (sum as f32 / count.max(1) as f32).max(1.0)
        };
        let mean = [mean(|doc| doc.source), mean(|doc| doc.translation)];
        Ok(Self {
            plain_language: PlainLanguage::open(&contents.plain_language, &library, &units),
            lookup: Lookup::from(&contents.variants),
            synonyms: Synonyms::open(&contents.thesaurus, &contents.rare),
            document_weights: contents.document_weights,
            weights: Weights::default(),
            mean,
            vocabulary: OnceCell::new(),
            quantities: OnceCell::new(),
            breaks: vec![OnceCell::new(); store.docs().len()],
            streams: RefCell::default(),
            stems: RefCell::default(),
            library,
            units,
            store,
        })
    }

    /// Where the phrase stands in the sources, its punctuation and figures looked at.
    pub fn exact(&self, phrase: &Phrase) -> Vec<u32> {
        let mut starts = exact(&self.store, &phrase.chars);
        if phrase.chars.len() > 1 || phrase.edges != [0; 2] {
            starts.retain(|start| {
                let (doc, at) = self.in_doc(*start);
                allows(self.breaks(doc), at, phrase)
            });
        }
        if phrase.figures {
            self.keep_whole_figures(phrase, &mut starts);
        }
        starts
    }

    /// A quotation, to look for in the texts.
    pub fn quoted(&self, text: &str) -> Needle {
        Needle::quoted(text, &|needle| self.stands(needle))
    }

    /// Words as typed, to look for in the texts.
    pub fn typed(&self, text: &str) -> Needle {
        Needle::typed(text, &|needle| self.stands(needle))
    }

    fn stands(&self, needle: &Needle) -> bool {
        !self.exact(&needle.source).is_empty()
    }

    /// Drops the places where a figure goes on before or after the phrase.
    fn keep_whole_figures(&self, phrase: &Phrase, starts: &mut Vec<u32>) {
        let first = phrase.chars.first().is_some_and(char::is_ascii_digit);
        let last = phrase.chars.last().is_some_and(char::is_ascii_digit);
        let length = phrase.chars.len() as u32;
        for (asked, distance, border) in [(first, -1, 0), (last, i64::from(length), length)] {
            if !asked || starts.is_empty() {
                continue;
            }
            let figures: Vec<_> = "0123456789."
                .chars()
                .map(|c| self.store.places(IndexedText::Source, c.encode_utf8(&mut [0; 4])))
                .collect();
            let cut = at_distance(starts, &union(&figures), distance);
            starts.retain(|start| {
                cut.binary_search(start).is_err() || self.is_parted(start + border)
            });
        }
    }

    /// Whether punctuation stands before this position of the sources.
    pub fn is_parted(&self, position: u32) -> bool {
        let (doc, at) = self.in_doc(position);
        self.breaks(doc).binary_search_by_key(&at, |parted| parted.0).is_ok()
    }

    /// Whether both positions of the sources are in one text.
    pub fn same_text(&self, one: u32, other: u32) -> bool {
        let (doc, at) = self.in_doc(other);
        self.in_doc(one).0 == doc && at < self.store.docs()[doc].source
    }

    fn in_doc(&self, position: u32) -> (usize, u32) {
        let doc = self.store.doc_at(IndexedText::Source, position);
        (doc, position - self.store.base(IndexedText::Source, doc))
    }

    fn breaks(&self, doc: usize) -> &[(u32, Break)] {
        self.breaks[doc].get_or_init(|| {
            let stream = match self.store.docs()[doc].corrects {
                Some(unit) => self.units[unit as usize].corrected_stream(&self.library),
                None => Some(self.units[doc].printed_stream(&self.library)),
            };
            stream.unwrap_or_default().breaks.into_boxed_slice()
        })
    }

    /// The unit's folded texts.
    pub fn streams(&self, unit: usize) -> Rc<UnitStreams> {
        let mut known = self.streams.borrow_mut();
        if let Some((_, streams)) = known.iter().find(|(other, _)| *other == unit) {
            return Rc::clone(streams);
        }
        if known.len() >= FOLDED {
            known.clear();
        }
        let streams = Rc::new(UnitStreams::new(&self.library, &self.units[unit]));
        known.push((unit, Rc::clone(&streams)));
        streams
    }

    /// The words of the unit's translation, in order.
    pub fn stems(&self, unit: usize) -> Rc<Vec<StemPlace>> {
        let mut known = self.stems.borrow_mut();
        if let Some((_, stems)) = known.iter().find(|(other, _)| *other == unit) {
            return Rc::clone(stems);
        }
        if known.len() >= FOLDED {
            known.clear();
        }
        let mut stems = Vec::new();
        for (piece, index) in self.units[unit].translation(&self.library).iter().zip(0..) {
            for word in fold::words(piece.text) {
                let span = Span { start: word.start, end: word.end };
                let origin = Origin { piece: index, span };
                stems.push(StemPlace { stem: stem(&word.text), origin });
            }
        }
        let stems = Rc::new(stems);
        known.push((unit, Rc::clone(&stems)));
        stems
    }

    /// The words of the translations.
    pub fn vocabulary(&self) -> &Vocabulary {
        let everyday = || self.synonyms.entries.iter().flat_map(|entry| &entry.english_words);
        self.vocabulary.get_or_init(|| {
            Vocabulary::new(&self.library, &self.units, everyday().map(String::as_str))
        })
    }

    /// The quantities of the texts, each once, as printed.
    pub fn quantities(&self) -> &[(Quantity, String)] {
        self.quantities.get_or_init(|| printed(&self.library, &self.units))
    }

    /// The source's folded characters from a position on, and whether they are printed without
    /// anything between them.
    pub fn text_at(&self, start: u32, length: usize) -> (Vec<char>, bool) {
        let doc = self.store.doc_at(IndexedText::Source, start);
        let at = (start - self.store.base(IndexedText::Source, doc)) as usize;
        let unit = self.store.docs()[doc].corrects;
        let streams = self.streams(unit.map_or(doc, |unit| unit as usize));
        let stream = match (&streams.corrected, unit) {
            (Some(corrected), Some(_)) => corrected,
            _ => &streams.printed,
        };
        let chars = stream.chars.get(at..at + length).unwrap_or_default().to_vec();
        let origins = stream.origins.get(at..at + length).unwrap_or_default();
        let joined = origins
            .windows(2)
            .all(|two| two[0].piece == two[1].piece && two[0].span.end >= two[1].span.start);
        (chars, joined)
    }

    /// Whether a translated text has this stem.
    pub fn knows_stem(&self, stem: &str) -> bool {
        !self.store.places(IndexedText::Translation, stem).is_empty()
    }
}
