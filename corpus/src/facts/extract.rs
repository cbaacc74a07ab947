//! From a document to its facts.

use super::context::Context;
use super::tense::{Tense, tense, tenses};
use super::{Fact, scan};
use crate::address::{Address, Unit};
use crate::chars::Chars;
use crate::metadata::DocumentKind;
use crate::model::{Document, Sentence};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::quantities::spelled;

/// Every figure, bound and deadline of a document, in reading order.
///
/// `places` are the forms of places as they occur in texts; they only serve to say where a fact
/// belongs.
pub fn facts(document: &Document, places: &[String]) -> Vec<Fact> {
    document
        .sentences()
        .zip(tenses(document))
        .filter(|((unit, _), _)| !is_history(document, unit))
        .flat_map(|((unit, sentence), tense)| {
            let number = Some(sentence.number);
            let at = Address { document: document.id.clone(), unit, sentence: number };
            of_text(&at, &spelled(&sentence.text), tense, places)
        })
        .collect()
}

/// Whether a unit only tells when a law was passed and amended: what stands before its articles.
fn is_history(document: &Document, unit: &Unit) -> bool {
    let Unit::Provision(number) = unit else { return false };
    document.kind == DocumentKind::Law
        && document.provision(number).is_some_and(|provision| provision.label.is_empty())
}

/// The facts of a single sentence, taken as one that says what is to be done.
pub fn of_sentence(at: &Address, sentence: &Sentence, places: &[String]) -> Vec<Fact> {
    let text = spelled(&sentence.text);
    let tense = tense(&text, Tense::Ahead);
    of_text(at, &text, tense, places)
}

fn of_text(at: &Address, text: &Chars, tense: Tense, places: &[String]) -> Vec<Fact> {
    let figures = scan::figures(text).figures;
    let context = Context { text, figures: &figures, tense, places };
    figures.iter().map(|figure| context.fact(at, figure)).collect()
}

/// Numbers that can be read in more than one way (`840 2`, `2.3个县`): they are in no fact, and are
/// told with their place.
pub fn check_unclear(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (_, sentence) in document.sentences() {
        let text = spelled(&sentence.text);
        for range in scan::figures(&text).unclear {
            let words = text.span(range).of(&sentence.text);
            let message = format!(
                "“{words}” can be read as more than one figure, so it is shown as none; write it in \
                 one way if you can"
            );
            let at = Position { line: sentence.line, column: sentence.column };
            problems.push(Problem::new(ProblemKind::UnclearFigure, Severity::Notice, at, message));
        }
    }
    problems
}
