//! Reads a run of plain words: which stretches are Chinese, pinyin, English, numbers, and what
//! clauses they make.

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Alternative, Clause, MatchKind, Pattern, counts};
use crate::interpret::translations::translated;
use crate::lexicon::plain_language::PlainPattern;
use crate::protocol::{Fit, Notice};
use crate::text::count::Count;
use crate::text::fold::{self, Word};
use crate::text::occurrences::Needle;
use crate::text::quantities;
use crate::text::stream::Phrase;

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
pub struct InterpretedRun {
    /// The clauses, in the order of the words.
    pub clauses: Vec<Clause>,
    /// Terms that only help ranking.
    pub bag: Vec<BagTerm>,
    /// Whether it must hold as it is (a quotation).
    pub hard: bool,
    /// The words as typed, to look for in the texts.
    pub typed: Needle,
}

/// Reads leaves of a query.
pub struct Interpreter<'e> {
    /// Index, texts and tables.
    pub engine: &'e Engine,
    /// What the reader should be told.
    pub notices: Vec<Notice>,
    /// The leaf being read.
    pub leaf: InterpretedRun,
    /// Characters of words that no text has.
    pub unknown: f32,
    /// Characters that were left over alone.
    pub lone: Vec<char>,
    /// Whether the English words being read stand in a text as they were typed.
    pub(crate) verbatim: bool,
    /// Pieces of the query with what they may have meant, for "did you mean".
    pub corrected: Vec<(String, String)>,
}

/// A stretch of the query without white space.
enum Chunk {
    /// With Chinese characters, folded.
    Chinese(Phrase),
    /// Words and numbers.
    Latin(Vec<Word>),
}

impl<'e> Interpreter<'e> {
    /// A reader for one query.
    pub fn new(engine: &'e Engine) -> Self {
        Self {
            engine,
            notices: Vec::new(),
            leaf: InterpretedRun::default(),
            unknown: 0.0,
            lone: Vec::new(),
            verbatim: false,
            corrected: Vec::new(),
        }
    }

    /// Reads plain words.
    pub fn words(&mut self, run: &str) -> InterpretedRun {
        let mut latin: Vec<Word> = Vec::new();
        let chunks: Vec<Chunk> = joined(run).split(' ').map(chunk).collect();
        let alone = chunks.len() == 1;
        for chunk in chunks {
            match chunk {
                Chunk::Latin(words) => latin.extend(words),
                Chunk::Chinese(phrase) => {
                    self.latin(&std::mem::take(&mut latin), alone);
                    self.chunk(&phrase);
                }
            }
        }
        self.latin(&latin, alone);
        let typed = self.engine.typed(run);
        InterpretedRun { typed, ..std::mem::take(&mut self.leaf) }
    }

    /// Reads a quotation: exactly these characters.
    pub fn quotation(&mut self, text: &str) -> InterpretedRun {
        let needle = self.engine.quoted(text);
        let mut alternatives = Vec::new();
        let starts = self.engine.exact(&needle.source);
        if !starts.is_empty() {
            alternatives.push(self.source(MatchKind::Words, 1.0, &needle.source, &starts));
        }
        alternatives.extend(self.quoted_translation(&needle, text));
        if alternatives.is_empty() {
            alternatives = self.traditional(&needle.source);
            self.read_as(text, &alternatives);
        }
        let weight = needle.source.chars.len() as f32;
        let clause = Clause { asked: text.to_owned(), alternatives, best_fit: Fit::Exact, weight };
        InterpretedRun { clauses: vec![clause], bag: Vec::new(), hard: true, typed: needle }
    }

    /// Where the words stand in the translations, looked up in the texts themselves. Where they
    /// are nowhere whole, the first and the last may be parts of words.
    pub(crate) fn quoted_translation(&self, needle: &Needle, text: &str) -> Option<Alternative> {
        let mut needle = needle.clone();
        let mut found = translated(self.engine, &needle);
        if found.is_empty() {
            needle.parts = true;
            found = translated(self.engine, &needle);
        }
        (!found.is_empty()).then(|| Alternative {
            how: MatchKind::Words,
            found: text.to_owned(),
            factor: 1.0,
            side: IndexedText::Translation,
            counts: found,
            starts: Vec::new(),
            pattern: Pattern::Exact(needle),
        })
    }

    /// An alternative of characters in the source.
    pub fn source(
        &self,
        how: MatchKind,
        factor: f32,
        phrase: &Phrase,
        starts: &[u32],
    ) -> Alternative {
        let length = phrase.chars.len() as u32;
        Alternative {
            how,
            found: phrase.chars.iter().collect(),
            factor,
            side: IndexedText::Source,
            counts: counts(self.engine, IndexedText::Source, starts, length),
            starts: starts.to_vec(),
            pattern: Pattern::Source(phrase.clone()),
        }
    }

    /// An alternative of what plain-language lines say.
    pub fn in_plain_language(&self, asked: &str, words: PlainPattern) -> Option<Alternative> {
        let (counts, side) = match &words {
            PlainPattern::Characters(chars) => {
                (self.engine.plain_language.characters(chars), IndexedText::Source)
            }
            PlainPattern::Stem(stem) => {
                (self.engine.plain_language.stem(stem), IndexedText::Translation)
            }
        };
        (!counts.is_empty()).then(|| Alternative {
            how: MatchKind::Plain,
            found: asked.to_owned(),
            factor: self.engine.weights.matches.plain_language,
            side,
            counts,
            starts: Vec::new(),
            pattern: Pattern::Plain(words),
        })
    }

    /// Adds a clause.
    pub fn push(
        &mut self,
        asked: &str,
        alternatives: Vec<Alternative>,
        best_fit: Fit,
        weight: f32,
    ) {
        let asked = asked.to_owned();
        self.leaf.clauses.push(Clause { asked, alternatives, best_fit, weight });
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
        if let Pattern::Source(phrase) = &pattern {
            for own in self.engine.plain_language.characters(&phrase.chars) {
                match counts.binary_search_by_key(&own.unit, |count| count.unit) {
                    Ok(at) => counts[at].plain_language = own.plain_language,
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
        Chunk::Chinese(Phrase::typed(text))
    } else {
        Chunk::Latin(fold::words(text))
    }
}
