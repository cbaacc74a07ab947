//! What was found in translations as the page gets it: hits in their order, sentences with marks.

use std::cmp::Reverse;

use corpus::languages::Language;
use corpus::{Address, Locale, Span, Validity};

use super::evaluation::Matched;
use super::texts::{Found, TranslatedTexts};
use crate::protocol::{Fit, Hit, Notice, Order, Reason, Results, SearchRequest, Snippet};
use crate::query;
use crate::results::facets;
use crate::results::snippet::merged;
use crate::text::units::unit_at;

/// At most this many sentences are shown for a hit, the source of the first not counted.
const MOST: usize = 3;

impl<'l> TranslatedTexts<'l> {
    /// Searches the translations.
    pub fn search(&self, request: &SearchRequest) -> Results {
        let parsed = query::parse(&request.query);
        let readings = self.readings(&request.query);
        let all = 0..self.units.len();
        let mut found: Vec<Found<'_>> =
            all.filter_map(|unit| self.found(&parsed.ast, unit, &readings)).collect();
        let mut notices = Vec::new();
        if found.is_empty() {
            found = self.partial(&parsed.ast, &readings);
            let notice = if found.is_empty() { Notice::NothingFound } else { Notice::Relaxed };
            notices.push(notice);
        }
        if parsed.has_syntax_error {
            notices.push(Notice::ReadAsWords);
        }
        if parsed.shortened {
            notices.push(Notice::Shortened);
        }
        notices.extend(self.told_reading(&request.query, &found));
        let counted = facets::count(self.library, &self.units, found.iter().map(|own| own.unit));
        found.retain(|own| facets::keeps(&request.filters, self.library, &self.units[own.unit]));
        if request.order == Order::Relevance {
            found.sort_by_key(|own| self.rank(own));
        } else {
            found.sort_by_key(|own| own.fit);
        }
        let page = found.iter().skip(request.offset as usize).take(request.limit as usize);
        Results {
            id: request.id,
            total: found.len() as u32,
            exact: found.iter().filter(|own| own.fit == Fit::Exact).count() as u32,
            places: found.iter().map(|own| own.places).sum(),
            hits: page.map(|own| self.hit(own)).collect(),
            facets: counted,
            notices,
            fallback: false,
            at_least: false,
        }
    }

    /// What fits better first; then provisions, what is in force, what has more of it.
    fn rank(&self, found: &Found<'_>) -> impl Ord + use<> {
        let unit = &self.units[found.unit];
        let metadata = &self.library.editions[unit.edition].metadata;
        let expired = metadata.validity == Some(Validity::Expired);
        let few = (Reverse(found.words), Reverse(found.places));
        (found.fit, !unit.is_provision(), expired, few)
    }

    /// Which words a query in Latin or Cyrillic letters was read as.
    fn told_reading(&self, query: &str, found: &[Found<'_>]) -> Option<Notice> {
        let mut readings: Vec<String> = Vec::new();
        for own in found {
            for (language, matched) in own.matched.iter().filter(|(_, matched)| matched.latin) {
                for mark in &matched.marks {
                    let text = self.text(own.unit, language, mark.line).unwrap_or_default();
                    let word = mark.span.of(text).to_owned();
                    if !readings.contains(&word) {
                        readings.push(word);
                    }
                }
            }
        }
        let asked = query.trim().to_owned();
        (!readings.is_empty()).then_some(Notice::ReadAs { asked, readings })
    }

    /// The printed line of a unit.
    fn text(&self, unit: usize, language: &Language, line: usize) -> Option<&'l str> {
        let unit = &self.units[unit];
        let edition = &self.library.editions[unit.edition];
        let translation = edition.further().find(|own| own.locale == language.tag)?;
        translation.sentences.get(unit.first + line).map(String::as_str)
    }

    fn snippet(
        &self,
        unit: usize,
        language: &Language,
        line: usize,
        matched: &Matched,
    ) -> Option<Snippet> {
        let text = self.text(unit, language, line)?.to_owned();
        let unit = &self.units[unit];
        let sentence = unit.get(self.library).sentences().nth(line)?;
        let here = matched.marks.iter().filter(|mark| mark.line == line);
        let mut marks: Vec<Span> = here.map(|mark| mark.span).collect();
        marks.sort_unstable();
        Some(Snippet {
            at: unit.address(self.library, Some(sentence.number)),
            locale: language.tag.clone(),
            text,
            marks: merged(&marks),
            corrected: false,
        })
    }

    /// All marked lines of a unit, in their order, language by language.
    fn snippets(&self, found: &Found<'_>) -> Vec<(usize, Snippet)> {
        let mut snippets = Vec::new();
        for (language, matched) in &found.matched {
            for line in matched.lines() {
                let words = matched.words_of(line);
                let snippet = self.snippet(found.unit, language, line, matched);
                snippets.extend(snippet.map(|snippet| (words, snippet)));
            }
        }
        snippets
    }

    fn hit(&self, found: &Found<'_>) -> Hit {
        let unit = &self.units[found.unit];
        let mut best = self.snippets(found);
        best.sort_by_key(|(words, _)| Reverse(*words));
        let mut snippets: Vec<Snippet> =
            best.into_iter().map(|(_, snippet)| snippet).take(MOST).collect();
        let first = snippets.first().map(|snippet| snippet.at.clone());
        let source = first.as_ref().and_then(|at| Some((at, self.library.sentence(at)?)));
        if let Some((at, sentence)) = source {
            let (text, locale) = (sentence.text.clone(), Locale::zh());
            let at = at.clone();
            snippets.insert(1, Snippet { at, locale, text, marks: Vec::new(), corrected: false });
        }
        Hit {
            at: unit.address(self.library, first.and_then(|at| at.sentence)),
            fit: found.fit,
            score: found.places as f32,
            places: found.places,
            reasons: vec![Reason::Words],
            snippets,
        }
    }

    /// What the query finds in one unit, for the reading page.
    pub fn marks(&self, query: &str, at: &Address) -> Vec<Snippet> {
        let Some(unit) = unit_at(self.library, &self.units, at) else { return Vec::new() };
        let ast = query::parse(query).ast;
        let readings = self.readings(query);
        let found = self.found(&ast, unit, &readings);
        let found = found
            .or_else(|| self.partial(&ast, &readings).into_iter().find(|own| own.unit == unit));
        let marked = found.map(|found| self.snippets(&found)).unwrap_or_default();
        marked.into_iter().map(|(_, snippet)| snippet).collect()
    }
}
