//! Reads a run of plain words: which stretches are Chinese, pinyin, English, numbers, and what
//! clauses they make.

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Alternative, Clause, MatchKind, Pattern, counts};
use crate::lexicon::plain_language::PlainPattern;
use crate::protocol::{Fit, Notice};
use crate::text::count::Count;
use crate::text::fold::{self, Word};
use crate::text::occurrences::Needle;
use crate::text::quantities;
use crate::text::stop_words::is_indexed;

/// Where a leaf of the query may match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only in headings.
    pub title: bool,
    /// Only in this text.
    pub side: Option<IndexedText>,
}

/// A term that only helps ranking.
#[derive(Clone, Debug)]
pub struct BagTerm {
    /// In which text.
    pub side: IndexedText,
    /// Where it stands.
    pub starts: Vec<u32>,
    /// Where, by unit.
    pub counts: Vec<Count>,
    /// What it is worth.
    pub weight: f32,
    /// What to mark where nothing more of the query is there.
    pub pattern: Pattern,
}

/// What a run of words, or a quotation, was understood as.
#[derive(Clone, Debug, Default)]
pub struct Leaf {
    /// The clauses, in the order of the words.
    pub clauses: Vec<Clause>,
    /// Terms that only help ranking.
    pub bag: Vec<BagTerm>,
    /// Whether it must hold as it is (a quotation).
    pub hard: bool,
}

/// Reads leaves of a query.
pub struct Interpreter<'e> {
    /// Index, texts and tables.
    pub engine: &'e Engine,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
    /// The leaf being read.
    pub leaf: Leaf,
    /// Characters of words that no text has.
    pub unknown: usize,
    /// Pieces of the query with what they may have meant, for "did you mean".
    pub mended: Vec<(String, String)>,
}

/// A stretch of the query without white space.
enum Chunk {
    /// With Chinese characters, folded.
    Chinese(Vec<char>),
    /// Words and numbers.
    Latin(Vec<Word>),
}

impl<'e> Interpreter<'e> {
    /// A reader for one query.
    pub fn new(engine: &'e Engine) -> Self {
        Self { engine, notices: Vec::new(), leaf: Leaf::default(), unknown: 0, mended: Vec::new() }
    }

    /// Reads plain words.
    pub fn words(&mut self, run: &str) -> Leaf {
        let mut latin: Vec<Word> = Vec::new();
        let chunks: Vec<Chunk> = joined(run).split(' ').map(chunk).collect();
        let alone = chunks.len() == 1;
        for chunk in chunks {
            match chunk {
                Chunk::Latin(words) => latin.extend(words),
                Chunk::Chinese(chars) => {
                    self.latin(&std::mem::take(&mut latin), alone);
                    self.chunk(&chars);
                }
            }
        }
        self.latin(&latin, alone);
        std::mem::take(&mut self.leaf)
    }

    /// Reads a quotation: exactly these characters.
    pub fn quotation(&mut self, text: &str) -> Leaf {
        let needle = Needle::new(text);
        let mut alternatives = Vec::new();
        let starts = crate::index::phrases::exact(&self.engine.store, &needle.source);
        if !starts.is_empty() {
            alternatives.push(self.source(MatchKind::Words, 1.0, &needle.source, &starts));
        }
        if text.chars().any(|c| fold::fold(c).is_ascii_alphanumeric()) {
            alternatives.extend(self.quoted_translation(&needle, text));
        }
        if alternatives.is_empty() {
            alternatives = self.traditional(&needle.source);
            self.read_as(text, &alternatives);
        }
        let weight = needle.source.len() as f32;
        let clause = Clause { asked: text.to_owned(), alternatives, cap: Fit::Exact, weight };
        Leaf { clauses: vec![clause], bag: Vec::new(), hard: true }
    }

    /// Where the quotation stands in the translations, looked up in the texts themselves: its
    /// first and last words may be parts of words.
    pub(crate) fn quoted_translation(&self, needle: &Needle, text: &str) -> Option<Alternative> {
        let words = fold::words(text);
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        let mut units: Option<Vec<u32>> = None;
        for word in inner.iter().filter(|word| is_indexed(&word.text)) {
            let starts = self
                .engine
                .store
                .places(IndexedText::Translation, &crate::text::stem::stem(&word.text));
            let own: Vec<u32> = counts(self.engine, IndexedText::Translation, &starts, 1)
                .iter()
                .map(|count| count.unit)
                .collect();
            units = Some(match units {
                Some(units) => units.into_iter().filter(|u| own.binary_search(u).is_ok()).collect(),
                None => own,
            });
        }
        let units = units.unwrap_or_else(|| (0..self.engine.units.len() as u32).collect());
        let mut found = Vec::new();
        for unit in units {
            let info = &self.engine.units[unit as usize];
            let streams = self.engine.streams(unit as usize);
            let stream = &streams.translation;
            let length = needle.translation.len();
            let starts = stream.whole_words(stream.find(&needle.translation), length);
            if !starts.is_empty() {
                let pieces = info.translation(&self.engine.library);
                let in_heading = |start: &&usize| {
                    let piece = stream.origins.get(**start).map(|o| usize::from(o.piece));
                    piece.and_then(|at| pieces.get(at)).is_some_and(|piece| piece.heading)
                };
                let heading = starts.iter().filter(in_heading).count() as u32;
                found.push(Count { unit, heading, body: starts.len() as u32 - heading, plain: 0 });
            }
        }
        (!found.is_empty()).then(|| Alternative {
            how: MatchKind::Words,
            found: text.to_owned(),
            factor: 1.0,
            side: IndexedText::Translation,
            counts: found,
            pattern: Pattern::Exact(text.to_owned()),
        })
    }

    /// An alternative of characters in the source.
    pub fn source(
        &self,
        how: MatchKind,
        factor: f32,
        chars: &[char],
        starts: &[u32],
    ) -> Alternative {
        Alternative {
            how,
            found: chars.iter().collect(),
            factor,
            side: IndexedText::Source,
            counts: counts(self.engine, IndexedText::Source, starts, chars.len() as u32),
            pattern: Pattern::Source(chars.to_vec()),
        }
    }

    /// An alternative of what plain-language lines say.
    pub fn plain(&self, asked: &str, words: PlainPattern) -> Option<Alternative> {
        let (counts, side) = match &words {
            PlainPattern::Characters(chars) => {
                (self.engine.plain.characters(chars), IndexedText::Source)
            }
            PlainPattern::Stem(stem) => (self.engine.plain.stem(stem), IndexedText::Translation),
        };
        (!counts.is_empty()).then(|| Alternative {
            how: MatchKind::Plain,
            found: asked.to_owned(),
            factor: self.engine.weights.matches.plain_language,
            side,
            counts,
            pattern: Pattern::Plain(words),
        })
    }

    /// Adds a clause.
    pub fn push(&mut self, asked: &str, alternatives: Vec<Alternative>, cap: Fit, weight: f32) {
        let asked = asked.to_owned();
        self.leaf.clauses.push(Clause { asked, alternatives, cap, weight });
    }

    /// Adds a term that only helps ranking.
    pub fn bag(
        &mut self,
        side: IndexedText,
        starts: Vec<u32>,
        length: u32,
        weight: f32,
        pattern: Pattern,
    ) {
        let mut counts = counts(self.engine, side, &starts, length);
        if let Pattern::Source(chars) = &pattern {
            for own in self.engine.plain.characters(chars) {
                match counts.binary_search_by_key(&own.unit, |count| count.unit) {
                    Ok(at) => counts[at].plain = own.plain,
                    Err(at) => counts.insert(at, own),
                }
            }
        }
        if !counts.is_empty() {
            self.leaf.bag.push(BagTerm { side, starts, counts, weight, pattern });
        }
    }

    /// Says how something was read, where it was not typed so.
    pub fn read_as(&mut self, asked: &str, alternatives: &[Alternative]) {
        if !alternatives.is_empty() {
            let readings =
                alternatives.iter().map(|alternative| alternative.found.clone()).collect();
            self.notices.push(Notice::ReadAs { asked: asked.to_owned(), readings });
        }
    }
}

/// The words with one space between them; what belongs to a number follows it at once: `600 万亩`.
fn joined(run: &str) -> String {
    let mut text = String::new();
    for word in run.split_whitespace() {
        let counts = |c: char| c.is_ascii_digit() || quantities::power(c).is_some();
        let open = text.rsplit(' ').next().is_some_and(|last| {
            last.starts_with(|c| counts(fold::fold(c))) && last.ends_with(|c| counts(fold::fold(c)))
        });
        let follows =
            word.chars().next().is_some_and(|c| quantities::power(c).is_some() || c == '%')
                || quantities::is_unit(word);
        if !(text.is_empty() || open && follows) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn chunk(text: &str) -> Chunk {
    let percent = |c: char| fold::fold(c) == '%';
    if text.chars().any(|c| corpus::text::is_han(c) || percent(c)) {
        Chunk::Chinese(fold::folded(text))
    } else {
        Chunk::Latin(fold::words(text))
    }
}
