//! What of a query stands in the lines of a unit, in one language.

use corpus::languages::Language;
use corpus::{Library, Span};

use super::folded::{FoldedLine, Occurrence};
use crate::query::Ast;
use crate::text::units::UnitInfo;

/// How a query is taken in one language.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'t> {
    /// The language.
    pub language: &'t Language,
    /// Whether words are compared as they are read in Latin letters.
    pub latin: bool,
}

/// A word in a line.
#[derive(Clone, Copy, Debug)]
pub struct LineMark {
    /// The line, counted from the first of the unit.
    pub line: usize,
    /// Its bytes as printed.
    pub span: Span,
    /// Which word of the query it is.
    word: usize,
}

/// What was found in a unit.
#[derive(Clone, Debug, Default)]
pub struct Matched {
    /// All that is to be marked.
    pub marks: Vec<LineMark>,
    /// In how many places all that was typed stands as whole words.
    pub places: u32,
    /// Whether every word stands there as a whole word.
    pub whole: bool,
    /// Whether words were compared as they are read in Latin letters.
    pub latin: bool,
}

impl Matched {
    /// How many words of the query were found.
    pub fn words(&self) -> usize {
        count(self.marks.iter().map(|mark| mark.word).collect())
    }

    /// How many of them one line has.
    pub fn words_of(&self, line: usize) -> usize {
        count(self.marks.iter().filter(|mark| mark.line == line).map(|mark| mark.word).collect())
    }

    /// The lines in which something was found, in their order.
    pub fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = self.marks.iter().map(|mark| mark.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    fn join(mut self, other: Self) -> Self {
        self.marks.extend(other.marks);
        self.places += other.places;
        self.whole &= other.whole;
        self
    }
}

fn count(mut words: Vec<usize>) -> usize {
    words.sort_unstable();
    words.dedup();
    words.len()
}

/// Where a query is looked for.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The texts.
    pub library: &'a Library,
    /// The unit.
    pub unit: &'a UnitInfo,
    /// Its lines in the language.
    pub lines: &'a [FoldedLine],
    /// The language, and how words are compared.
    pub reading: Reading<'a>,
    /// Whether only headings are looked at.
    pub title: bool,
}

impl Scope<'_> {
    fn nothing(&self) -> Matched {
        Matched { whole: true, latin: self.reading.latin, ..Matched::default() }
    }

    /// The places of what was typed, line by line.
    fn places(&self, typed: &str) -> Vec<(usize, Occurrence)> {
        let Reading { language, latin } = self.reading;
        let sought = FoldedLine::new(typed, language);
        let mut found = Vec::new();
        let sentences = self.unit.get(self.library).sentences();
        for (number, (line, sentence)) in self.lines.iter().zip(sentences).enumerate() {
            if self.title && self.unit.is_provision() && sentence.number > 0 {
                break;
            }
            let here =
                if latin { line.read_alike(&sought, language) } else { line.occurrences(&sought) };
            found.extend(here.into_iter().map(|own| (number, own)));
        }
        found
    }

    /// One word, or a quotation, as the `word`th of the query.
    fn word(&self, typed: &str, word: usize) -> Option<Matched> {
        let places = self.places(typed);
        let whole = places.iter().filter(|(_, own)| own.whole).count();
        let mark =
            |(line, own): &(usize, Occurrence)| LineMark { line: *line, span: own.span, word };
        // Where the word itself stands, longer ones that begin so are left unmarked.
        let shown = places.iter().filter(|(_, own)| own.whole || whole == 0);
        let marks: Vec<LineMark> = shown.map(mark).collect();
        (!marks.is_empty()).then(|| Matched {
            marks,
            places: whole as u32,
            whole: whole > 0,
            ..self.nothing()
        })
    }
}

/// The words of a run that mean something in the language: what has no letters is left out.
fn words<'q>(run: &'q str, scope: &Scope<'_>) -> Vec<&'q str> {
    let counts = |word: &&str| !FoldedLine::new(word, scope.reading.language).is_empty();
    run.split_whitespace().filter(counts).collect()
}

/// What the unit has of the query, if it fits.
pub fn evaluate(ast: &Ast, scope: &Scope<'_>) -> Option<Matched> {
    match ast {
        Ast::Words(run) => {
            let words = words(run, scope);
            let found = words.iter().enumerate().map(|(index, word)| scope.word(word, index));
            let found = found.collect::<Option<Vec<_>>>()?;
            // Signs alone ask for nothing.
            let Some(mut all) = found.into_iter().reduce(Matched::join) else {
                return Some(scope.nothing());
            };
            if words.len() > 1 {
                all.places = scope.word(run, 0).map_or(0, |own| own.places);
            }
            Some(all)
        }
        Ast::Exact(text) => scope.word(text, 0).filter(|own| own.whole),
        Ast::Title(inner) => evaluate(inner, &Scope { title: true, ..*scope }),
        Ast::Part(number) => scope.unit.in_part(scope.library, number).then(|| scope.nothing()),
        Ast::Document(name) => scope.unit.in_document(scope.library, name).then(|| scope.nothing()),
        // Neither Chinese nor English is searched here.
        Ast::Language(_) => None,
        Ast::Not(inner) => {
            let has = evaluate(inner, scope).is_some_and(|own| own.whole);
            (!has).then(|| scope.nothing())
        }
        Ast::And(items) => {
            let found = items.iter().map(|item| evaluate(item, scope));
            found.collect::<Option<Vec<_>>>()?.into_iter().reduce(Matched::join)
        }
        Ast::Or(items) => {
            let found = items.iter().filter_map(|item| evaluate(item, scope));
            found.reduce(|one, other| {
                let whole = one.whole || other.whole;
                Matched { whole, ..one.join(other) }
            })
        }
    }
}

/// What the unit has of plain words, if it has one of them.
pub fn evaluate_any(ast: &Ast, scope: &Scope<'_>) -> Option<Matched> {
    let Ast::Words(run) = ast else { return None };
    let words = words(run, scope);
    let found = words.iter().enumerate().filter_map(|(index, word)| scope.word(word, index));
    found.reduce(Matched::join)
}
