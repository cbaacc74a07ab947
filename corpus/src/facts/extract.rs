//! From a document to its facts.

use super::cells;
use super::conditions;
use super::context::Context;
use super::scan::{self, Doubt, Unclear};
use super::tense::{Tense, tense, tenses};
use super::{Fact, FactKind};
use crate::address::{Address, Unit};
use crate::bilingual;
use crate::chars::Chars;
use crate::metadata::DocumentKind;
use crate::model::{Document, Sentence, Span};
use crate::problem::{Position, Problem, ProblemKind, Severity};
use crate::quantities::spelled;
use crate::table;

/// Every figure, bound and deadline of a document, in reading order.
///
/// `places` are the forms of places as they occur in texts; they only serve to say where a fact
/// belongs.
pub fn facts(document: &Document, places: &[String]) -> Vec<Fact> {
    let sentences = document.sentences().zip(tenses(document)).zip(conditions::listed(document));
    sentences
        .filter(|(((unit, _), _), _)| !is_history(document, unit))
        .flat_map(|(((unit, sentence), tense), condition)| {
            let number = Some(sentence.number);
            let at = Address { document: document.id.clone(), unit, sentence: number };
            if document.is_row(&at.unit, sentence.number) {
                return cells::facts(document, &at, &sentence.text, tense, places);
            }
            let mut facts = of_text(&at, &spelled(&sentence.text), tense, places);
            for fact in facts.iter_mut().filter(|fact| condition && fact.kind == FactKind::Target) {
                fact.kind = FactKind::Threshold;
            }
            facts
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

pub(super) fn of_text(at: &Address, text: &Chars, tense: Tense, places: &[String]) -> Vec<Fact> {
    let figures = scan::figures(text).figures;
    let context = Context { text, figures: &figures, tense, places };
    figures.iter().map(|figure| context.fact(at, figure)).collect()
}

/// Numbers that can be read in more than one way (`840 2`, `2.3个县`): they are in no fact, and are
/// told with their place.
pub fn check_unclear(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (unit, sentence) in document.sentences() {
        let row = document.is_row(&unit, sentence.number);
        let whole = Span::new(0, sentence.text.len());
        let parts = if row { table::cells(&sentence.text) } else { vec![whole] };
        for part in parts {
            let printed = part.of(&sentence.text);
            let text = spelled(printed);
            for Unclear { range, doubt } in scan::figures(&text).unclear {
                let span = text.span(range);
                let words = span.of(printed);
                let message = match doubt {
                    Doubt::Readings => bilingual!(
                        "“{words}”可以读成不止一个数，因此不作为数字显示；能改时请只用一种写法",
                        "“{words}” can be read as more than one figure, so it is not shown as a \
                         figure; write it in one way if you can"
                    ),
                    Doubt::NoSuchDay => bilingual!(
                        "日历上没有“{words}”这一天，因此不作为日期显示；请与原件核对",
                        "“{words}” is not a day in the calendar, so it is not shown as a date; \
                         compare it with the original"
                    ),
                    Doubt::ShortYear => bilingual!(
                        "“{words}”没有写明世纪，因此不作为日期显示；能改时请把年份写成四位数",
                        "“{words}” leaves the century out, so it is not shown as a date; write the \
                         year in four digits if you can"
                    ),
                };
                let before = &sentence.text[..(part.start + span.start) as usize];
                let column = sentence.column + before.chars().count() as u32;
                let at = Position { line: sentence.line, column };
                let kind = ProblemKind::UnclearFigure;
                problems.push(Problem::new(kind, Severity::Notice, at, message));
            }
        }
    }
    problems
}
