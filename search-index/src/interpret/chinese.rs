//! Reads Chinese: a stretch that the texts have is taken as it is; otherwise Traditional
//! characters, pinyin in between, quantities, everyday words and typing errors are looked for, and
//! what is left is cut into the longest stretches that the texts have.

use corpus::text::is_han;

use crate::index::phrases::Element;
use crate::index::postings::IndexedText;
use crate::interpret::clause::{Alternative, MatchKind, Pattern};
use crate::interpret::interpreter::Interpreter;
use crate::interpret::numbers::CalendarDay;
use crate::interpret::readings;
use crate::protocol::{Fit, Notice};
use crate::text::fold;
use crate::text::quantities::{self, Quantity};
use crate::text::stream::Phrase;

impl Interpreter<'_> {
    /// Reads a stretch without white space that has Chinese characters.
    pub(crate) fn chunk(&mut self, phrase: &Phrase) {
        let chars = &phrase.chars[..];
        let asked: String = chars.iter().collect();
        let places = self.engine.exact(phrase);
        let mut alternatives = Vec::new();
        if !places.is_empty() {
            alternatives.push(self.source(MatchKind::Words, 1.0, phrase, &places));
        }
        if let Some((number, part)) = unit_number(chars) {
            return self.number_of_unit(&asked, &number.to_string(), part, alternatives);
        }
        let quantities = quantities::in_chars(chars);
        if let Some(day) = day(&quantities)
            && (day.start, day.end) == (0, chars.len())
        {
            return self.calendar_day(&day, &asked, alternatives);
        }
        if let [one] = &quantities[..]
            && one.start == 0
            && one.end == chars.len()
            && phrase.breaks.is_empty()
        {
            self.quantity(one, &asked);
            let clause = self.leaf.clauses.last_mut();
            return clause.into_iter().for_each(|c| c.alternatives.append(&mut alternatives));
        }
        if alternatives.is_empty() {
            alternatives = self.traditional(phrase);
            self.read_as(&asked, &alternatives);
        }
        if alternatives.is_empty() {
            alternatives = self.with_pinyin(chars);
            self.read_as(&asked, &alternatives);
        }
        if alternatives.is_empty() {
            if !self.spoken(&asked, chars) {
                parts(phrase).for_each(|part| self.pieces(part));
            }
            return;
        }
        let found: Vec<char> = alternatives[0].found.chars().collect();
        alternatives.extend(self.related(&asked, &found));
        self.push(&asked, alternatives, Fit::Exact, chars.len() as f32);
        self.pairs(&found, 1.0);
    }

    /// The stretch read as Traditional characters.
    pub(crate) fn traditional(&self, phrase: &Phrase) -> Vec<Alternative> {
        let mut foreign = false;
        let pattern: Vec<Element> = phrase
            .chars
            .iter()
            .map(|c| {
                let mut of = vec![*c];
                of.extend(self.engine.lookup.simplified(*c));
                foreign |= of.len() > 1;
                Element::Of(of)
            })
            .collect();
        if !foreign {
            return Vec::new();
        }
        readings::readings(self.engine, &pattern, 3)
            .into_iter()
            .filter_map(|reading| {
                // As typed but for the script: with its punctuation, if it has some.
                let own = Phrase { chars: reading.text, ..phrase.clone() };
                let starts = self.engine.exact(&own);
                let factor = self.engine.weights.matches.traditional;
                (!starts.is_empty())
                    .then(|| self.source(MatchKind::Traditional, factor, &own, &starts))
            })
            .collect()
    }

    /// The character itself, or what it may be the Traditional form of.
    pub(crate) fn elements(&self, c: char) -> Element {
        let simplified: Vec<char> = self.engine.lookup.simplified(c).collect();
        if self.engine.lookup.occurs(c) || simplified.is_empty() {
            Element::from(c)
        } else {
            Element::Of(simplified)
        }
    }

    /// A stretch that the texts don't have: numbers and Latin words apart, the rest in segments.
    fn pieces(&mut self, chars: &[char]) {
        let mut from = 0;
        let engine = self.engine;
        let stands = |quantity: &Quantity| {
            !engine.store.places(IndexedText::Source, &quantity.term()).is_empty()
        };
        for (range, kind) in numbers(chars, stands) {
            self.scripts(&chars[from..range.0]);
            let asked: String = chars[range.0..range.1].iter().collect();
            match kind {
                NumberKind::Day(day) => self.calendar_day(&day, &asked, Vec::new()),
                NumberKind::Quantity(quantity) => self.quantity(&quantity, &asked),
                NumberKind::Unit(number, part) => {
                    self.number_of_unit(&asked, &number.to_string(), part, Vec::new());
                }
            }
            from = range.1;
        }
        self.scripts(&chars[from..]);
    }

    fn scripts(&mut self, chars: &[char]) {
        for part in chars.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
            if is_han(part[0]) {
                self.han(part);
            } else {
                let text: String = part.iter().collect();
                self.latin(&fold::words(&text), false);
            }
        }
    }

    /// What the thesaurus has for a word, if the texts have it.
    pub(crate) fn related(&mut self, asked: &str, word: &[char]) -> Vec<Alternative> {
        let entries = self.engine.synonyms.everyday.related(word);
        let related: Vec<Alternative> = entries
            .into_iter()
            .map(|entry| &self.engine.synonyms.entries[entry])
            .map(|entry| (entry, self.engine.exact(&entry.phrase)))
            .filter(|(_, places)| !places.is_empty())
            .map(|(entry, places)| Alternative {
                found: entry.term.clone(),
                ..self.source(
                    MatchKind::Related,
                    self.engine.weights.matches.synonym,
                    &entry.phrase,
                    &places,
                )
            })
            .collect();
        self.also(asked, &related);
        related
    }

    /// Says which related words were searched as well.
    pub(crate) fn also(&mut self, asked: &str, related: &[Alternative]) {
        if !related.is_empty() {
            let related = related.iter().map(|alternative| alternative.found.clone()).collect();
            self.notices.push(Notice::AlsoSearched { asked: asked.to_owned(), related });
        }
    }

    /// Neighbouring and single characters as terms for ranking.
    pub(crate) fn pairs(&mut self, chars: &[char], factor: f32) {
        let weights = &self.engine.weights.ranking;
        for two in chars.windows(2) {
            let places = self.engine.exact(&two.into());
            self.bag(
                IndexedText::Source,
                places,
                2,
                weights.pair * factor,
                Pattern::Source(two.into()),
            );
        }
        for one in chars {
            let places =
                self.engine.store.places(IndexedText::Source, one.encode_utf8(&mut [0; 4]));
            self.bag(
                IndexedText::Source,
                places.to_vec(),
                1,
                weights.single * factor,
                Pattern::Source(std::slice::from_ref(one).into()),
            );
        }
    }
}

/// The stretches of the phrase between signs that end a clause, and those of a range of figures.
fn parts(phrase: &Phrase) -> impl Iterator<Item = &[char]> {
    let chars = &phrase.chars[..];
    let digit = |at: usize| chars[at].is_ascii_digit();
    let ends = phrase.breaks.iter().filter(move |(at, parted)| {
        let in_figure = digit(*at as usize - 1) && digit(*at as usize);
        let ends = if in_figure { fold::is_range } else { fold::ends_clause };
        ends(*parted)
    });
    let ends = ends.map(|(at, _)| *at as usize);
    let mut from = 0;
    let parts = ends.chain(std::iter::once(chars.len())).map(move |end| {
        let part = &chars[from..end];
        from = end;
        part
    });
    parts.filter(|part| !part.is_empty())
}

enum NumberKind {
    Day(CalendarDay),
    Quantity(Quantity),
    /// The unit with this number; whether it is a part.
    Unit(u64, bool),
}

/// Quantities and numbers of units inside a stretch, with their ranges. A single Chinese numeral with
/// its unit is mostly a word: it counts where the texts have just that quantity (`stands`).
fn numbers(
    chars: &[char],
    stands: impl Fn(&Quantity) -> bool,
) -> Vec<((usize, usize), NumberKind)> {
    let mut found = Vec::new();
    let mut quantities = &quantities::in_chars(chars)[..];
    while let Some((quantity, rest)) = quantities.split_first() {
        if let Some(day) = day(quantities) {
            quantities = &quantities[day.quantities..];
            found.push(((day.start, day.end), NumberKind::Day(day)));
            continue;
        }
        quantities = rest;
        let quantity = quantity.clone();
        let (start, end) = (quantity.start, quantity.end);
        let ordinal = start > 0 && chars[start - 1] == '第';
        if ordinal && let Some((number, part)) = unit_number(&chars[start - 1..end]) {
            found.push(((start - 1, end), NumberKind::Unit(number, part)));
        } else if !quantity.chinese
            || !quantity.unit.is_empty() && (quantity.milli >= 10_000 || stands(&quantity))
        {
            found.push(((start, end), NumberKind::Quantity(quantity)));
        }
    }
    found
}

/// The day that the quantities begin with: `2026年2月3日`, `二月三日`.
fn day(quantities: &[Quantity]) -> Option<CalendarDay> {
    let value = |quantity: &Quantity| quantity.milli / 1000;
    let (year, rest) = match quantities {
        [year, rest @ ..] if year.unit == "年" => (Some(year), rest),
        rest => (None, rest),
    };
    let [month, day, ..] = rest else { return None };
    let joined = month.end == day.start && year.is_none_or(|year| year.end == month.start);
    let fits = joined && (month.unit, day.unit) == ("月", "日");
    fits.then(|| CalendarDay {
        year: year.map(value),
        month: value(month),
        day: value(day),
        start: year.unwrap_or(month).start,
        end: day.end,
        quantities: 2 + usize::from(year.is_some()),
    })
}

/// `第十三条`, `十三`, `第3部分`: the number of a unit, and whether it is a part.
fn unit_number(chars: &[char]) -> Option<(u64, bool)> {
    let starts: [&[char]; 4] = [&['第'], &['措', '施'], &['条', '款'], &['意', '见', '第']];
    let rest = starts.iter().find_map(|start| chars.strip_prefix(*start)).unwrap_or(chars);
    let ends: [(&[char], bool); 10] = [
        (&['部', '分'], true),
        (&['章'], true),
        (&['编'], true),
        (&['条', '措', '施'], false),
        (&['项', '措', '施'], false),
        (&['条', '意', '见'], false),
        (&['条'], false),
        (&['项'], false),
        (&['款'], false),
        (&[], false),
    ];
    let (end, part) = ends.into_iter().find(|(end, _)| rest.ends_with(end))?;
    let numeral = &rest[..rest.len() - end.len()];
    if quantities::is_name(numeral) {
        return None;
    }
    let number = corpus::numbering::number(numeral)?;
    // 二 alone is a word; 第二 or 二条 is a number.
    (chars.len() > 1).then_some((u64::from(number), part))
}
