//! Evaluates a parsed query: leaves are read and ranked, then put together as the query says.

use crate::index::postings::IndexedText;
use crate::interpret::clause::{Clause, Pattern};
use crate::interpret::interpreter::{Interpreter, Scope};
use crate::protocol::Fit;
use crate::query::Ast;
use crate::rank::ranking::{self, Evidence};
use crate::text::units::UnitInfo;

/// What a query found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// By unit.
    pub evidence: Vec<Evidence>,
    /// All clauses that may be marked (not those behind a minus).
    pub clauses: Vec<Clause>,
    /// Parts of the words, marked in units that have none of the words whole.
    pub parts: Vec<Pattern>,
    /// Whether `part:`, `document:` or `lang:` restricted the search.
    pub restricted: bool,
}

/// Evaluates the tree. `free` leaves restrictions to parts, documents and languages out.
pub fn evaluate(reader: &mut Interpreter<'_>, ast: &Ast, free: bool) -> Outcome {
    let mut outcome = Outcome::default();
    let mut evaluation = Evaluation { reader, outcome: &mut outcome, free };
    let evidence = evaluation.node(ast, Scope::default(), true);
    outcome.evidence = evidence.unwrap_or_default();
    outcome
}

struct Evaluation<'a, 'e> {
    reader: &'a mut Interpreter<'e>,
    outcome: &'a mut Outcome,
    free: bool,
}

impl Evaluation<'_, '_> {
    /// `None` where the node says nothing of its own (a restriction, an empty group).
    fn node(&mut self, ast: &Ast, scope: Scope, marked: bool) -> Option<Vec<Evidence>> {
        match ast {
            Ast::Words(run) => {
                let leaf = self.reader.words(run);
                Some(self.ranked(leaf, scope, marked))
            }
            Ast::Exact(text) => {
                let leaf = self.reader.quotation(text);
                Some(self.ranked(leaf, scope, marked))
            }
            // Never left out: what has it elsewhere was not asked for.
            Ast::Title(inner) => self.node(inner, Scope { title: true, ..scope }, marked),
            Ast::Or(items) => {
                let found: Vec<_> =
                    items.iter().filter_map(|item| self.node(item, scope, marked)).collect();
                found.into_iter().reduce(|a, b| zip(a, &b, either))
            }
            Ast::And(items) => self.all(items, scope, marked),
            Ast::Not(_) | Ast::Part(_) | Ast::Document(_) | Ast::Language(_) => {
                self.all(std::slice::from_ref(ast), scope, marked)
            }
        }
    }

    fn ranked(
        &mut self,
        leaf: crate::interpret::interpreter::InterpretedRun,
        scope: Scope,
        marked: bool,
    ) -> Vec<Evidence> {
        let evidence = ranking::leaf(self.reader.engine, &leaf, scope);
        if marked {
            // Where the words stand as typed is shown, whatever else they may mean.
            self.outcome.parts.push(Pattern::Exact(leaf.typed));
            let parts = leaf.bag.into_iter().map(|term| term.pattern);
            self.outcome.parts.extend(parts.filter(|part| !matches!(part, Pattern::Nothing)));
            self.outcome.clauses.extend(leaf.clauses);
        }
        evidence
    }

    fn all(&mut self, items: &[Ast], mut scope: Scope, marked: bool) -> Option<Vec<Evidence>> {
        for item in items {
            if let Ast::Language(english) = item {
                self.outcome.restricted = true;
                let side = if *english { IndexedText::Translation } else { IndexedText::Source };
                scope.side = Some(side).filter(|_| !self.free);
            }
        }
        let mut found: Option<Vec<Evidence>> = None;
        for item in items.iter().filter(|item| !is_filter(item)) {
            let hard = !matches!(item, Ast::Words(_));
            if let Some(own) = self.node(item, scope, marked) {
                found = Some(match found {
                    Some(before) => zip(before, &own, |a, b| both(a, b, hard)),
                    None => own,
                });
            }
        }
        let filters: Vec<&Ast> = items.iter().filter(|item| is_filter(item)).collect();
        if filters.is_empty() {
            return found;
        }
        // A filter alone lists what it leaves, in reading order.
        let all = || {
            let listed = |unit: &UnitInfo| Evidence {
                score: if unit.is_provision() { 1.0 } else { 0.5 },
                fit: Some(Fit::Exact),
                places: 0,
                words: true,
            };
            self.reader.engine.units.iter().map(listed).collect()
        };
        let only_language = filters.iter().all(|f| matches!(f, Ast::Language(_)));
        let mut found = match found {
            None if only_language => return None,
            found => found.unwrap_or_else(all),
        };
        for filter in filters {
            self.filter(filter, scope, &mut found);
        }
        Some(found)
    }

    fn filter(&mut self, filter: &Ast, scope: Scope, found: &mut [Evidence]) {
        let keep: Vec<bool> = match filter {
            Ast::Not(inner) => {
                let without = self.node(inner, scope, false).unwrap_or_default();
                (0..found.len())
                    .map(|unit| without.get(unit).and_then(|e| e.fit) != Some(Fit::Exact))
                    .collect()
            }
            Ast::Part(number) if !self.free => {
                self.outcome.restricted = true;
                let engine = self.reader.engine;
                engine.units.iter().map(|unit| unit.in_part(&engine.library, number)).collect()
            }
            Ast::Document(name) if !self.free => {
                self.outcome.restricted = true;
                let engine = self.reader.engine;
                engine.units.iter().map(|unit| unit.in_document(&engine.library, name)).collect()
            }
            _ => return,
        };
        for (evidence, keep) in found.iter_mut().zip(keep) {
            if !keep {
                *evidence = Evidence::default();
            }
        }
    }
}

fn is_filter(ast: &Ast) -> bool {
    matches!(ast, Ast::Not(_) | Ast::Part(_) | Ast::Document(_) | Ast::Language(_))
}

fn zip(
    a: Vec<Evidence>,
    b: &[Evidence],
    join: impl Fn(Evidence, Evidence) -> Evidence,
) -> Vec<Evidence> {
    a.into_iter().zip(b).map(|(a, b)| join(a, *b)).collect()
}

fn either(a: Evidence, b: Evidence) -> Evidence {
    // `Fit` orders the best first; nothing comes after everything.
    let fit = match (a.fit, b.fit) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Evidence {
        score: a.score + b.score,
        fit,
        places: a.places + b.places,
        words: a.words || b.words,
    }
}

/// `hard`: what is asked for must be there; otherwise what has only one of the two comes near.
fn both(a: Evidence, b: Evidence, hard: bool) -> Evidence {
    let fit = match (a.fit, b.fit) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ if hard => None,
        (a, b) => a.or(b).map(|_| Fit::Partial),
    };
    let places = if fit.is_some() { a.places + b.places } else { 0 };
    let score = if fit.is_some() { a.score + b.score } else { 0.0 };
    Evidence { score, fit, places, words: a.words || b.words }
}
