//! The lines that are searched, folded at the first question, and which languages a question is in.

use std::cell::{OnceCell, RefCell};

use corpus::Library;
use corpus::languages::Language;
use corpus::text::is_han;

use super::evaluation::{Matched, Reading, Scope, evaluate, evaluate_any};
use super::folded::{FoldedLine, is_left_out};
use crate::protocol::Fit;
use crate::query;
use crate::query::Ast;
use crate::text::fold::fold;
use crate::text::units::{UnitInfo, units};

/// A unit that was found.
#[derive(Debug)]
pub struct Found<'t> {
    /// The unit.
    pub unit: usize,
    /// How well it fits.
    pub fit: Fit,
    /// In how many places all that was typed stands as whole words.
    pub places: u32,
    /// How many words of the question it has.
    pub words: usize,
    /// What was found in each language.
    pub matched: Vec<(&'t Language, Matched)>,
}

/// A library's further translations, folded at the first question.
#[derive(Debug)]
pub struct TranslatedTexts<'l> {
    pub(super) library: &'l Library,
    languages: Vec<Language>,
    pub(super) units: Vec<UnitInfo>,
    /// By edition and language, the lines by ordinal.
    lines: Vec<Vec<OnceCell<Vec<FoldedLine>>>>,
    /// What [`Self::finds`] was asked last, and what it said: a page asks once for each of its hits.
    last: RefCell<(String, bool)>,
}

impl<'l> TranslatedTexts<'l> {
    /// Lists what there is to search; folds nothing yet.
    pub fn new(library: &'l Library, languages: Vec<Language>) -> Self {
        let own = |_| languages.iter().map(|_| OnceCell::new()).collect();
        let lines = library.editions.iter().map(own).collect();
        Self { library, units: units(library), languages, lines, last: RefCell::default() }
    }

    /// Whether the query is written in letters that only further languages have.
    pub fn has_letters_of(&self, query: &str) -> bool {
        !self.own_readings(query).is_empty()
    }

    /// Whether a translation has what is typed in the letters of other languages, word by word. Digits
    /// alone are of no language.
    pub fn finds(&self, query: &str) -> bool {
        if !query.chars().any(char::is_alphabetic) {
            return false;
        }
        if self.last.borrow().0 != query {
            let found = self.has_words(query);
            self.last.replace((query.to_owned(), found));
        }
        self.last.borrow().1
    }

    fn has_words(&self, query: &str) -> bool {
        let ast = query::parse(query).ast;
        let readings = self.readings(query);
        (0..self.units.len()).any(|unit| {
            let mut found = readings.iter().filter_map(|own| self.matched(&ast, unit, *own));
            found.any(|matched| matched.whole && !matched.marks.is_empty())
        })
    }

    /// The languages that have all letters of the query but Latin and Chinese ones, and one at least.
    fn own_readings(&self, query: &str) -> Vec<Reading<'_>> {
        let foreign = |c: &char| {
            !fold(*c).is_ascii() && c.is_alphanumeric() && !is_han(*c) && !is_left_out(*c)
        };
        let letters: Vec<char> = query.chars().filter(foreign).collect();
        let knows = |language: &&Language| {
            let has = |c: &char| language.has_letter(*c) || language.digit(*c).is_some();
            !language.is_latin() && !letters.is_empty() && letters.iter().all(has)
        };
        let own = self.languages.iter().filter(knows);
        own.map(|language| Reading { language, latin: false }).collect()
    }

    /// All ways to take the query: in its own letters, then read in Latin ones.
    pub(super) fn readings(&self, query: &str) -> Vec<Reading<'_>> {
        let mut readings = self.own_readings(query);
        if readings.is_empty() {
            let latin = self.languages.iter().filter(|language| language.is_latin());
            readings.extend(latin.map(|language| Reading { language, latin: false }));
        }
        let own = |language: &&Language| {
            !language.latin.is_empty() && !readings.iter().any(|r| r.language.tag == language.tag)
        };
        let read: Vec<_> = self.languages.iter().filter(own).collect();
        readings.extend(read.into_iter().map(|language| Reading { language, latin: true }));
        readings
    }

    /// The lines of a unit in a language.
    fn lines(&self, unit: &UnitInfo, language: &Language) -> &[FoldedLine] {
        let place = self.languages.iter().position(|own| own.tag == language.tag);
        let edition = &self.library.editions[unit.edition];
        let translation = edition.further().find(|own| own.locale == language.tag);
        let all = self.lines[unit.edition][place.unwrap_or_default()].get_or_init(|| {
            let sentences = translation.map(|own| &own.sentences[..]).unwrap_or_default();
            sentences.iter().map(|text| FoldedLine::new(text, language)).collect()
        });
        let count = unit.get(self.library).sentences().count();
        all.get(unit.first..unit.first + count).unwrap_or_default()
    }

    fn matched(&self, ast: &Ast, unit: usize, reading: Reading<'_>) -> Option<Matched> {
        evaluate(ast, &self.scope(unit, reading))
    }

    fn scope<'s>(&'s self, unit: usize, reading: Reading<'s>) -> Scope<'s> {
        let unit = &self.units[unit];
        let lines = self.lines(unit, reading.language);
        Scope { library: self.library, unit, lines, reading, title: false }
    }

    /// What a unit has, in all languages that the query may be in.
    pub(super) fn found<'t>(
        &'t self,
        ast: &Ast,
        unit: usize,
        readings: &[Reading<'t>],
    ) -> Option<Found<'t>> {
        let mut found = Found { unit, fit: Fit::Related, places: 0, words: 0, matched: Vec::new() };
        for reading in readings {
            let Some(matched) = self.matched(ast, unit, *reading) else { continue };
            if matched.marks.is_empty() {
                continue;
            }
            if matched.whole && !reading.latin {
                found.fit = Fit::Exact;
            }
            if !reading.latin {
                found.places += matched.places;
            }
            found.words = found.words.max(matched.words());
            found.matched.push((reading.language, matched));
        }
        (!found.matched.is_empty()).then_some(found)
    }

    /// Where nothing has all words: what has some of them.
    pub(super) fn partial<'t>(&'t self, ast: &Ast, readings: &[Reading<'t>]) -> Vec<Found<'t>> {
        let Ast::Words(_) = ast else { return Vec::new() };
        let own = |index: usize| {
            let own = |reading: &Reading<'t>| {
                Some((reading.language, evaluate_any(ast, &self.scope(index, *reading))?))
            };
            let matched: Vec<_> = readings.iter().filter_map(own).collect();
            let words = matched.iter().map(|(_, own)| own.words()).max()?;
            Some(Found { unit: index, fit: Fit::Partial, places: 0, words, matched })
        };
        (0..self.units.len()).filter_map(own).collect()
    }
}
