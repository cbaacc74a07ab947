//! What numbers in a query mean: quantities in any way of writing; and, in Latin letters, numbers
//! of units and dates: `13`, `measure 13`, `article no. 38`, `part three`, `the twenty-fourth
//! measure`, `December 29, 2025`, `2025-12-29`.

use corpus::Library;

use crate::clause::{Alternative, How, Pattern, counts, numbered};
use crate::fold::{self, Word, word_at};
use crate::number::{self, Quantity};
use crate::pattern::exact;
use crate::protocol::Fit;
use crate::read_latin::text;
use crate::reader::Reader;
use crate::stem::stem;
use crate::store::Side;
use crate::texts::UnitInfo;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Weight of a unit's number.
const NUMBERED_WEIGHT: f32 = 4.0;

/// The number of a unit in a query.
struct Numbered {
    /// As the texts number it: `13`, `2.1`.
    number: String,
    /// Whether a part is meant.
    part: bool,
    /// How many words say so.
    taken: usize,
}

impl Reader<'_> {
    /// A clause for a quantity, in whatever way the texts write it; where none does, for the same
    /// in another unit (hectares for mu), or for the same number of something else.
    pub fn quantity(&mut self, quantity: &Quantity, asked: &str) {
        let own = (asked.to_owned(), quantity.term());
        let mut alternatives: Vec<Alternative> =
            self.amounts(How::Number, 1.0, std::iter::once(own)).collect();
        if alternatives.is_empty() {
            let known = self.engine.quantities().iter();
            let near = known
                .filter(|(other, _)| quantity.converts_to(other) || quantity.milli == other.milli);
            let near = near.map(|(other, printed)| (printed.clone(), other.term()));
            alternatives.extend(self.amounts(How::Related, 0.6, near));
        }
        self.push(asked, alternatives, Fit::Exact, 3.0);
    }

    /// Where the texts have these quantities, given as told to the reader and as terms.
    fn amounts(
        &self,
        how: How,
        factor: f32,
        terms: impl Iterator<Item = (String, String)>,
    ) -> impl Iterator<Item = Alternative> {
        terms.filter_map(move |(found, term)| {
            let starts = self.engine.store.places(Side::Source, &term);
            (!starts.is_empty()).then(|| Alternative {
                how,
                found,
                factor,
                side: Side::Source,
                counts: counts(self.engine, Side::Source, &starts, 1),
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
                how: How::Numbered,
                found: asked.to_owned(),
                factor: 2.0,
                side: Side::Source,
                counts: units,
                pattern: Pattern::Nothing,
            });
        }
        self.push(asked, alternatives, Fit::Exact, NUMBERED_WEIGHT);
    }

    /// The number of a unit. `alone`: nothing else is in the query, so that a bare number is one.
    pub(crate) fn numbered(&mut self, words: &[Word], at: usize, alone: bool) -> Option<usize> {
        let found = if alone && words.len() == 1 { bare(&words[0]) } else { named(words, at) };
        let Numbered { number, part, taken } = found?;
        let asked = text(&words[at..at + taken]);
        let mut also = Vec::new();
        if taken == 1 {
            let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
            let places = exact(&self.engine.store, &digits);
            if !places.is_empty() {
                also.push(self.source(How::Words, 0.9, &digits, &places));
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
        let short = format!("{month}月{day}日");
        let long = year.map(|year| format!("{year}年{short}"));
        let written = long.iter().map(|long| (long, 1.0)).chain([(&short, 0.8)]);
        let found = written.filter_map(|(written, factor)| {
            let chars: Vec<char> = written.chars().collect();
            let places = exact(&self.engine.store, &chars);
            (!places.is_empty()).then(|| self.source(How::Number, factor, &chars, &places))
        });
        let mut alternatives: Vec<Alternative> = found.take(1).collect();
        for stems in [[stem(name), day.to_string()], [day.to_string(), stem(name)]] {
            alternatives.extend(self.translated(How::Words, 1.0, &stems, &asked));
        }
        self.push(&asked, alternatives, Fit::Exact, 3.0);
        self.bag(
            Side::Translation,
            self.engine.store.places(Side::Translation, &stem(name)).to_vec(),
            1,
            0.6,
            Pattern::Stems(vec![stem(name)]),
        );
        Some(taken)
    }
}

/// The quantities of the texts, each once, as printed.
pub(crate) fn quantities(library: &Library, units: &[UnitInfo]) -> Vec<(Quantity, String)> {
    let mut known: Vec<(Quantity, String)> = Vec::new();
    for piece in units.iter().flat_map(|unit| unit.source(library)) {
        let glyphs = fold::glyphs(piece.text);
        for quantity in number::in_chinese(&glyphs) {
            let known_already = |(other, _): &(Quantity, String)| {
                (other.milli, other.unit) == (quantity.milli, quantity.unit)
            };
            if !known.iter().any(known_already) {
                let (start, end) = (glyphs[quantity.start].start, glyphs[quantity.end - 1].end);
                known.push((quantity, piece.text[start as usize..end as usize].to_owned()));
            }
        }
    }
    known
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
    let (number, part, end) = if let Some((number, end)) = number::ordinal(words, at) {
        (number.to_string(), is_part(word(end))?, end + 1)
    } else {
        let part = is_part(word(at)).or_else(|| is_number(word(at)).then_some(false))?;
        let from = at + 1 + usize::from(is_number(word(at + 1)));
        // 2.1 is a number of the texts as it stands.
        match bare(words.get(from)?) {
            Some(bare) if bare.number.contains('.') => (bare.number, part, from + 1),
            _ => {
                let (number, end) = number::whole(words, from)?;
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Date {
    year: Option<u64>,
    month: u64,
    day: u64,
    taken: usize,
}

impl Date {
    fn read(words: &[Word]) -> Option<Self> {
        let month = |at: usize| month(&words.get(at)?.text);
        let number = |at: usize| words.get(at)?.text.parse::<u64>().ok();
        let day = |at: usize| {
            let day = number(at).or_else(|| Some(number::ordinal(words, at)?.0))?;
            (1..=31).contains(&day).then_some(day)
        };
        let year = |at: usize| number(at).filter(|year| (1900..2100).contains(year));
        let date = |year: Option<u64>, month: u64, day: u64, taken: usize| {
            Some(Self { year, month, day, taken })
        };
        if let (Some(month), Some(day)) = (month(0), day(1)) {
            return date(year(2), month, day, 2 + usize::from(year(2).is_some()));
        }
        if let (Some(day), Some(month)) = (day(0), month(1)) {
            return date(year(2), month, day, 2 + usize::from(year(2).is_some()));
        }
        let in_digits = number(1).filter(|month| (1..=12).contains(month));
        date(Some(year(0)?), in_digits?, day(2)?, 3)
    }
}

/// The month of this name or of its first three letters.
fn month(word: &str) -> Option<u64> {
    let short = |name: &&str| word == &name[..3] || word == "sept" && *name == "september";
    let at = MONTHS.iter().position(|name| *name == word || short(name))?;
    Some(at as u64 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::words;

    #[test]
    fn dates_in_every_order() {
        let read = |text: &str| {
            Date::read(&words(text)).map(|date| (date.year, date.month, date.day, date.taken))
        };
        for text in ["December 29, 2025", "29 Dec 2025", "29th December 2025", "2025-12-29"] {
            assert_eq!(read(text), Some((Some(2025), 12, 29, 3)), "{text}");
        }
        assert_eq!(read("sept 3"), Some((None, 9, 3, 2)));
        assert_eq!(read("may farmers"), None);
        assert_eq!(read("2025 13 29"), None);
    }

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
