//! What numbers in a query mean: quantities in any way of writing; and, in Latin letters, numbers
//! of units and dates: `13`, `measure 13`, `article no. 38`, `part three`, `the twenty-fourth
//! measure`, `December 29, 2025`, `2025-12-29`.

mod date;

use self::date::{Date, MONTHS};
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Alternative, MatchKind, Pattern, counts, numbered};
use crate::interpret::interpreter::Interpreter;
use crate::interpret::latin::text;
use crate::protocol::Fit;
use crate::text::fold::{Word, word_at};
use crate::text::quantities::{self, Quantity};
use crate::text::stem::stem;
use crate::text::stream::Phrase;

/// The number of a unit in a query.
struct Numbered {
    /// As the texts number it: `13`, `2.1`.
    number: String,
    /// Whether a part is meant.
    part: bool,
    /// How many words say so.
    taken: usize,
}

impl Interpreter<'_> {
    /// A clause for a quantity, in whatever way the texts write it; where none does, for the same
    /// in another unit (hectares for mu), or for the same number of other things.
    pub fn quantity(&mut self, quantity: &Quantity, asked: &str) {
        let own = (asked.to_owned(), quantity.term());
        let mut alternatives: Vec<Alternative> =
            self.amounts(MatchKind::Number, 1.0, std::iter::once(own)).collect();
        if alternatives.is_empty() {
            let known = self.engine.quantities().iter();
            let near = known.filter(|(other, _)| quantity.may_mean(other));
            let near = near.map(|(other, printed)| (printed.clone(), other.term()));
            alternatives.extend(self.amounts(
                MatchKind::Related,
                self.engine.weights.matches.near_amount,
                near,
            ));
        }
        self.push(asked, alternatives, Fit::Exact, self.engine.weights.clauses.quantity);
    }

    /// Where the texts have these quantities, given as told to the reader and as terms.
    fn amounts(
        &self,
        how: MatchKind,
        factor: f32,
        terms: impl Iterator<Item = (String, String)>,
    ) -> impl Iterator<Item = Alternative> {
        terms.filter_map(move |(found, term)| {
            let starts = self.engine.store.places(IndexedText::Source, &term);
            (!starts.is_empty()).then(|| Alternative {
                how,
                found,
                factor,
                side: IndexedText::Source,
                counts: counts(self.engine, IndexedText::Source, &starts, 1),
                starts: starts.to_vec(),
                pattern: Pattern::Quantity(term),
            })
        })
    }

    /// A clause for the units with this number; `also` are the places of the number as words.
    pub fn number_of_unit(
        &mut self,
        asked: &str,
        number: &str,
        part: bool,
        also: Vec<Alternative>,
    ) {
        let mut alternatives = also;
        let units = numbered(self.engine, number, part);
        if !units.is_empty() {
            alternatives.push(Alternative {
                how: MatchKind::Numbered,
                found: asked.to_owned(),
                factor: self.engine.weights.matches.numbered,
                side: IndexedText::Source,
                counts: units,
                starts: Vec::new(),
                pattern: Pattern::Nothing,
            });
        }
        self.push(asked, alternatives, Fit::Exact, self.engine.weights.clauses.numbered);
    }

    /// The number of a unit. `alone`: nothing else is in the query, so that a bare number is one.
    pub(crate) fn numbered(&mut self, words: &[Word], at: usize, alone: bool) -> Option<usize> {
        let found = if alone && words.len() == 1 { bare(&words[0]) } else { named(words, at) };
        let Numbered { number, part, taken } = found?;
        let asked = text(&words[at..at + taken]);
        let mut also = Vec::new();
        if taken == 1 {
            let digits = Phrase::typed(&number);
            let places = self.engine.exact(&digits);
            if !places.is_empty() {
                also.push(self.source(
                    MatchKind::Words,
                    self.engine.weights.matches.number_in_text,
                    &digits,
                    &places,
                ));
            }
            // 38.5 is 38.50 as well.
            let chars: Vec<char> = asked.chars().collect();
            if let [quantity] = &quantities::in_chars(&chars)[..]
                && asked.contains('.')
            {
                let own = (asked.clone(), quantity.value_term());
                also.extend(self.amounts(MatchKind::Number, 1.0, std::iter::once(own)));
            }
        }
        self.number_of_unit(&asked, &number, part, also);
        Some(taken)
    }

    /// A date, as the source and as the translation write it.
    pub(crate) fn date(&mut self, words: &[Word], at: usize) -> Option<usize> {
        let Date { year, month, day, taken } = Date::read(&words[at..])?;
        let name = MONTHS[month as usize - 1];
        let asked = text(&words[at..at + taken]);
        let mut alternatives = self.written_day(year, month, day);
        for stems in [[stem(name), day.to_string()], [day.to_string(), stem(name)]] {
            alternatives.extend(self.translated(MatchKind::Words, 1.0, &stems, &asked));
        }
        self.push(&asked, alternatives, Fit::Exact, self.engine.weights.clauses.quantity);
        self.bag(
            IndexedText::Translation,
            self.engine.store.places(IndexedText::Translation, &stem(name)).to_vec(),
            1,
            self.engine.weights.ranking.english_single,
            Pattern::Stems(vec![stem(name)]),
        );
        Some(taken)
    }

    /// A day in Chinese; `also` are the places of its words as typed.
    pub(crate) fn calendar_day(&mut self, day: &CalendarDay, asked: &str, also: Vec<Alternative>) {
        let mut alternatives = also;
        alternatives.extend(self.written_day(day.year, day.month, day.day));
        self.push(asked, alternatives, Fit::Exact, self.engine.weights.clauses.quantity);
    }

    /// Where the sources have the day; without its year where they don't have that.
    fn written_day(&self, year: Option<u64>, month: u64, day: u64) -> Vec<Alternative> {
        let short = format!("{month}月{day}日");
        let long = year.map(|year| format!("{year}年{short}"));
        let written = long
            .iter()
            .map(|long| (long, 1.0))
            .chain([(&short, self.engine.weights.matches.day_without_year)]);
        let found = written.filter_map(|(written, factor)| {
            let phrase = Phrase::typed(written);
            let places = self.engine.exact(&phrase);
            (!places.is_empty()).then(|| self.source(MatchKind::Number, factor, &phrase, &places))
        });
        found.take(1).collect()
    }
}

/// A day in a row of Chinese quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CalendarDay {
    pub year: Option<u64>,
    pub month: u64,
    pub day: u64,
    /// Index of its first character.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// How many quantities it takes.
    pub quantities: usize,
}

/// `13`, `2.1`: a number that is all of the query.
fn bare(word: &Word) -> Option<Numbered> {
    let digits = word.text.chars().all(|c| c.is_ascii_digit() || c == '.');
    (digits && word.text.len() < 7).then(|| Numbered {
        number: word.text.clone(),
        part: false,
        taken: 1,
    })
}

/// `measure 13`, `article no. 38`, `part three`, `13th measure`.
fn named(words: &[Word], at: usize) -> Option<Numbered> {
    let word = |at: usize| word_at(words, at);
    let (number, part, end) = if let Some((number, end)) = quantities::ordinal(words, at) {
        (number.to_string(), is_part(word(end))?, end + 1)
    } else {
        let part = is_part(word(at)).or_else(|| is_number(word(at)).then_some(false))?;
        let from = at + 1 + usize::from(is_number(word(at + 1)));
        // 2.1 is a number of the texts as it stands.
        match bare(words.get(from)?) {
            Some(bare) if bare.number.contains('.') => (bare.number, part, from + 1),
            _ => {
                let (number, end) = quantities::whole(words, from)?;
                (number.to_string(), part, end)
            }
        }
    };
    (number.len() < 7).then(|| Numbered { number, part, taken: end - at })
}

/// Whether the word names a unit of a text, and if so, whether that is a part.
fn is_part(word: &str) -> Option<bool> {
    match word {
        "measure" | "article" | "art" | "provision" | "section" | "clause" | "tiao" => Some(false),
        "part" | "chapter" => Some(true),
        _ => None,
    }
}

fn is_number(word: &str) -> bool {
    matches!(word, "no" | "nr" | "number")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::words;

    #[test]
    fn numbers_of_units() {
        let read = |text: &str| {
            named(&words(text), 0).map(|found| (found.number, found.part, found.taken))
        };
        assert_eq!(read("measure 13 slaughter"), Some(("13".into(), false, 2)));
        assert_eq!(read("Article no. 38"), Some(("38".into(), false, 3)));
        assert_eq!(read("twenty-fourth measure"), Some(("24".into(), false, 3)));
        assert_eq!(read("part three"), Some(("3".into(), true, 2)));
        assert_eq!(read("section 2.1"), Some(("2.1".into(), false, 2)));
        assert_eq!(read("third party"), None);
        assert_eq!(read("part of the land"), None);
    }
}
