//! Clauses: what one word of a query was understood as, with every way the texts may have it.

use corpus::Unit;

use crate::index::engine::Engine;
use crate::index::postings::IndexedText;
use crate::lexicon::plain_language::PlainPattern;
use crate::protocol::{Fit, Reason};
use crate::text::count::Count;
use crate::text::occurrences::Needle;
use crate::text::stream::Phrase;

/// By which way of writing the text has what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// As typed.
    Words,
    /// Typed in Traditional characters.
    Traditional,
    /// Typed in pinyin or initials.
    Pinyin,
    /// A related word of the thesaurus.
    Related,
    /// After mending a typing error.
    Spelling,
    /// The same quantity.
    Number,
    /// The unit with this number.
    Numbered,
    /// In a plain-language line.
    Plain,
}

/// What to mark in the texts of a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// These folded characters of the source.
    Source(Phrase),
    /// Words of the translation with these stems, one after another.
    Stems(Vec<String>),
    /// A quantity with this term, in either text.
    Quantity(String),
    /// Exactly these characters, in either text.
    Exact(Needle),
    /// What a plain-language line with these words is about.
    Plain(PlainPattern),
    /// Nothing.
    Nothing,
}

impl Pattern {
    /// Whether it is a single character, which says little by itself.
    pub fn is_single(&self) -> bool {
        matches!(self, Self::Source(phrase) if phrase.chars.len() == 1)
    }
}

/// One way that the texts may have a clause.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// By which way of writing.
    pub how: MatchKind,
    /// What the text says.
    pub found: String,
    /// How much less it is worth than the words as typed.
    pub factor: f32,
    /// In which text it was counted.
    pub side: IndexedText,
    /// Where, by unit, sorted.
    pub counts: Vec<Count>,
    /// Where, as first positions in the sources, sorted; empty for the translation and for units
    /// that are found by their number.
    pub starts: Vec<u32>,
    /// What to mark.
    pub pattern: Pattern,
}

/// What one word, or some words together, were understood as.
#[derive(Clone, Debug)]
pub struct Clause {
    /// As typed.
    pub asked: String,
    /// How the texts may have it; empty where they don't.
    pub alternatives: Vec<Alternative>,
    /// How well a unit with it can fit at best.
    pub best_fit: Fit,
    /// How much of the query it is, in characters or words.
    pub weight: f32,
}

impl Alternative {
    /// How often the unit has it.
    pub fn count(&self, unit: usize) -> Option<Count> {
        let at = self.counts.binary_search_by_key(&(unit as u32), |count| count.unit).ok()?;
        Some(self.counts[at])
    }

    /// How well a unit fits by it.
    pub fn fit(&self) -> Fit {
        match self.how {
            MatchKind::Related | MatchKind::Spelling | MatchKind::Plain => Fit::Related,
            _ => Fit::Exact,
        }
    }

    /// The reason to give for it.
    pub fn reason(&self, asked: &str) -> Reason {
        let (asked, found) = (asked.to_owned(), self.found.clone());
        match self.how {
            MatchKind::Words if self.side == IndexedText::Translation => Reason::Translation,
            MatchKind::Words => Reason::Words,
            MatchKind::Traditional => Reason::Traditional { asked, found },
            MatchKind::Pinyin => Reason::Pinyin { asked, found },
            MatchKind::Related => Reason::Related { asked, found },
            MatchKind::Spelling => Reason::Spelling { asked, found },
            MatchKind::Number => Reason::Number { found },
            MatchKind::Numbered => Reason::Numbered,
            MatchKind::Plain => Reason::Plain { asked },
        }
    }
}

impl Clause {
    /// How much of what was typed it is, in characters or words.
    pub fn share(&self) -> f32 {
        self.weight.max(1.0)
    }

    /// Whether a unit may do without it: one character that was left over says little.
    pub fn optional(&self) -> bool {
        self.weight < 1.0
    }

    /// The alternatives that the unit has, with how often.
    pub fn found(&self, unit: usize) -> impl Iterator<Item = (&Alternative, Count)> {
        self.alternatives.iter().filter_map(move |own| Some((own, own.count(unit)?)))
    }

    /// The best alternative that the unit has.
    pub fn best(&self, unit: usize) -> Option<(&Alternative, Count)> {
        let mut best: Option<(&Alternative, Count)> = None;
        for (alternative, count) in self.found(unit) {
            if best.is_none_or(|(old, _)| alternative.factor > old.factor) {
                best = Some((alternative, count));
            }
        }
        best
    }
}

/// Counts starts by unit; overlapping ones count once. A corrected reading counts for its unit
/// where it has more than the print.
pub fn counts(engine: &Engine, side: IndexedText, starts: &[u32], length: u32) -> Vec<Count> {
    count_stretches(engine, side, starts.iter().map(|start| (*start, start + length)))
}

/// Counts stretches, first position to one past the last, sorted, likewise.
pub fn count_stretches(
    engine: &Engine,
    side: IndexedText,
    stretches: impl Iterator<Item = (u32, u32)>,
) -> Vec<Count> {
    let docs = engine.store.docs();
    let mut all: Vec<Count> = Vec::new();
    let (mut doc, mut from, mut to, mut heading) = (usize::MAX, 0, 0, 0);
    let mut free = 0;
    for (start, end) in stretches {
        if doc == usize::MAX || start >= to {
            doc = engine.store.doc_at(side, start);
            (from, to) = (engine.store.base(side, doc), engine.store.base(side, doc + 1));
            heading = match side {
                IndexedText::Source => docs[doc].source_heading,
                IndexedText::Translation => docs[doc].translation_heading,
            };
            let unit = docs[doc].corrects.unwrap_or(doc as u32);
            all.push(Count { unit, ..Count::default() });
        } else if start < free {
            continue;
        }
        free = end;
        if let Some(count) = all.last_mut() {
            let at = if start - from < heading { &mut count.heading } else { &mut count.body };
            *at += 1;
        }
    }
    all.sort_by_key(|count| (count.unit, std::cmp::Reverse(count.all())));
    all.dedup_by_key(|count| count.unit);
    all
}

/// The units with this number: provisions, or divisions where a part is asked for.
pub fn numbered(engine: &Engine, number: &str, part: bool) -> Vec<Count> {
    let fits = |unit: &Unit| match unit {
        Unit::Provision(own) => !part && *own == number,
        Unit::Division(own) => part && *own == number,
        Unit::Title => false,
    };
    engine
        .units
        .iter()
        .zip(0..)
        .filter(|(info, _)| fits(&info.get(&engine.library).unit()))
        .map(|(_, unit)| Count { unit, heading: 1, ..Count::default() })
        .collect()
}
