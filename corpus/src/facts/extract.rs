//! From a document to its facts.

use super::context::Context;
use super::tense::{Tense, tense, tenses};
use super::{Fact, scan};
use crate::address::{Address, Unit};
use crate::chars::Chars;
use crate::metadata::DocumentKind;
use crate::model::{Document, Sentence};

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
            of_text(&at, &Chars::new(&sentence.text), tense, places)
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
    let text = Chars::new(&sentence.text);
    let tense = tense(&text, Tense::Ahead);
    of_text(at, &text, tense, places)
}

fn of_text(at: &Address, text: &Chars, tense: Tense, places: &[String]) -> Vec<Fact> {
    let figures = scan::figures(text);
    let context = Context { text, figures: &figures, tense, places };
    figures.iter().map(|figure| context.fact(at, figure)).collect()
}
