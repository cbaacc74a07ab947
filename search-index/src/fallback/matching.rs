//! What of a query stands in a unit: its runs of words and quotations, fields, `-`, `OR` and brackets,
//! as the engine takes them.

use super::texts::Texts;
use crate::query::Ast;
use crate::text::occurrences::{Mark, Needle, UnitStreams};
use crate::text::units::UnitInfo;

/// A run of words, or a quotation.
pub struct MatchedRun {
    /// All of it, which is counted.
    whole: Needle,
    /// What must be in a unit: the words, or the quotation.
    words: Vec<Needle>,
    /// Whether it is a quotation, which may begin and end within words.
    quoted: bool,
    /// Whether the whole stands in a source: then the places in translations don't count.
    in_source: bool,
}

/// The leaves of the query in their order. How they stand in the texts at large is looked up once.
pub fn leaves(texts: &Texts<'_>, query: &Ast) -> Vec<MatchedRun> {
    let mut leaves = Vec::new();
    read(query, &mut leaves, &|needle| {
        texts.all_streams().any(|streams| streams.in_source(needle))
    });
    let latin = |leaf: &&mut MatchedRun| leaf.whole.is_latin();
    if !leaves.iter_mut().any(|leaf| latin(&leaf)) {
        return leaves;
    }
    // Words are whole words of a translation, if there are any, otherwise parts of words.
    let mut whole: Vec<Vec<bool>> =
        leaves.iter().map(|leaf| vec![false; leaf.words.len()]).collect();
    for leaf in &mut leaves {
        leaf.in_source = false;
    }
    for streams in texts.all_streams() {
        for (leaf, whole) in leaves.iter_mut().zip(&mut whole) {
            leaf.in_source |= streams.in_source(&leaf.whole);
            for (word, whole) in leaf.words.iter().zip(whole) {
                *whole |= !word.in_translation(&streams.translation).is_empty();
            }
        }
    }
    for (leaf, whole) in leaves.iter_mut().zip(whole) {
        for (word, whole) in leaf.words.iter_mut().zip(whole) {
            word.parts = !whole;
        }
        if let [quotation] = &leaf.words[..]
            && leaf.quoted
        {
            leaf.whole.parts = quotation.parts;
        }
    }
    leaves
}

/// `stands`: whether a text has a quotation with its punctuation, or words with their brackets.
fn read(query: &Ast, leaves: &mut Vec<MatchedRun>, stands: &dyn Fn(&Needle) -> bool) {
    match query {
        Ast::Exact(text) => {
            let whole = Needle::quoted(text, stands);
            leaves.push(MatchedRun {
                words: vec![whole.clone()],
                whole,
                quoted: true,
                in_source: true,
            });
        }
        Ast::Words(run) => {
            let figures = |mut needle: Needle| {
                needle.source.figures = true;
                needle
            };
            let whole = figures(Needle::typed(run, stands));
            let words = run.split_whitespace().map(|text| figures(Needle::new(text)));
            let mut words: Vec<Needle> = words.filter(|needle| !needle.is_empty()).collect();
            if let [only] = &mut words[..] {
                only.clone_from(&whole);
            }
            leaves.push(MatchedRun { words, whole, quoted: false, in_source: true });
        }
        Ast::Title(inner) | Ast::Not(inner) => read(inner, leaves, stands),
        Ast::And(items) | Ast::Or(items) => {
            for item in items {
                read(item, leaves, stands);
            }
        }
        Ast::Part(_) | Ast::Document(_) | Ast::Language(_) => {}
    }
}

/// The marks of what the query finds in the unit, and the number of places, if it fits.
pub fn matches(
    texts: &Texts<'_>,
    unit: usize,
    query: &Ast,
    leaves: &[MatchedRun],
) -> Option<(Vec<Mark>, u32)> {
    let mut finder = Finder {
        library: texts.library(),
        unit: &texts.units()[unit],
        streams: texts.streams(unit),
        leaves,
        leaf: 0,
        word: 0,
    };
    finder.find(query, Scope::default()).filter(|(marks, _)| !marks.is_empty())
}

/// Where a part of the query may match.
#[derive(Clone, Copy, Default)]
struct Scope {
    /// Only in headings.
    title: bool,
    /// Only in the translation (`true`) or the source.
    translation: Option<bool>,
}

struct Finder<'s> {
    library: &'s corpus::Library,
    unit: &'s UnitInfo,
    streams: &'s UnitStreams,
    leaves: &'s [MatchedRun],
    /// The next leaf.
    leaf: usize,
    word: u16,
}

impl Finder<'_> {
    fn find(&mut self, ast: &Ast, scope: Scope) -> Option<(Vec<Mark>, u32)> {
        let nothing = || (Vec::new(), 0);
        match ast {
            Ast::Exact(_) | Ast::Words(_) => {
                let leaf = &self.leaves[self.leaf];
                self.leaf += 1;
                self.words(leaf, scope)
            }
            Ast::Title(inner) => self.find(inner, Scope { title: true, ..scope }),
            Ast::Part(number) => self.unit.in_part(self.library, number).then(nothing),
            Ast::Document(name) => self.unit.in_document(self.library, name).then(nothing),
            Ast::Language(_) => Some(nothing()),
            Ast::Not(inner) => self.find(inner, scope).is_none().then(nothing),
            Ast::And(items) => {
                let language = items.iter().find_map(|item| match item {
                    Ast::Language(english) => Some(*english),
                    _ => None,
                });
                let scope = Scope { translation: language.or(scope.translation), ..scope };
                // All are looked at, so that the leaves keep their order.
                let found: Vec<_> = items.iter().map(|item| self.find(item, scope)).collect();
                Some(together(found.into_iter().collect::<Option<Vec<_>>>()?))
            }
            Ast::Or(items) => {
                let found: Vec<_> = items.iter().map(|item| self.find(item, scope)).collect();
                let found: Vec<_> = found.into_iter().flatten().collect();
                (!found.is_empty()).then(|| together(found))
            }
        }
    }

    /// The marks of the words, and in how many places all of it stands as typed.
    fn words(&mut self, leaf: &MatchedRun, scope: Scope) -> Option<(Vec<Mark>, u32)> {
        let mut marks = Vec::new();
        for word in &leaf.words {
            self.word += 1;
            let places = self.places(word, scope);
            if places.is_empty() {
                return None;
            }
            marks.extend(places.into_iter().flatten());
        }
        let counted = |place: &&Vec<Mark>| {
            scope.translation.is_some() || place.iter().all(|m| m.translation != leaf.in_source)
        };
        let count = self.places(&leaf.whole, scope).iter().filter(counted).count();
        Some((marks, count as u32))
    }

    fn places(&self, needle: &Needle, scope: Scope) -> Vec<Vec<Mark>> {
        let headings = |translation| -> Vec<bool> {
            let pieces = if translation {
                self.unit.translation(self.library)
            } else {
                self.unit.source(self.library)
            };
            pieces.iter().map(|piece| piece.heading).collect()
        };
        let headings =
            if scope.title { [headings(false), headings(true)] } else { [vec![], vec![]] };
        let mut places = self.streams.places(needle, self.word);
        places.retain(|place| {
            place.iter().all(|mark| {
                let own = &headings[usize::from(mark.translation)];
                let heading = own.get(usize::from(mark.origin.piece)).is_some_and(|own| *own);
                (!scope.title || heading)
                    && scope.translation.is_none_or(|translation| translation == mark.translation)
            })
        });
        places
    }
}

fn together(found: Vec<(Vec<Mark>, u32)>) -> (Vec<Mark>, u32) {
    let count = found.iter().map(|(_, count)| count).sum();
    (found.into_iter().flat_map(|(marks, _)| marks).collect(), count)
}
