//! Which measure of a policy a number means, by the labels that the policy prints.

use std::collections::HashMap;

use super::listed::{Counted, Number};
use crate::address::{Unit, is_annex_number};
use crate::model::{Document, Provision};
use crate::numbering::{Label, LabelKind, label};

/// The measures and parts of a document by their numbers.
pub(super) struct Measures<'a> {
    document: &'a Document,
    by_number: HashMap<Number, Vec<usize>>,
    /// Whether the labels of measures stand in brackets, so that （十二） alone means one.
    bracketed: bool,
    /// Whether it consists of articles, which nobody counts as 第三项措施.
    articles: bool,
    /// Whether the numbers begin anew somewhere: then none says which measure is meant.
    restarts: bool,
}

impl<'a> Measures<'a> {
    /// Those of a document. In a text with articles only these are counted; what annexes number
    /// counts only where nothing else is numbered.
    pub fn new(document: &'a Document) -> Self {
        let all = || {
            let numbered = document.provisions.iter().enumerate();
            numbered.filter_map(|(index, provision)| Some((index, read(provision)?)))
        };
        let main = |index: usize| !is_annex_number(&document.provisions[index].number);
        let any_main = all().any(|(index, _)| main(index));
        let articles = all().any(|(_, own)| own.kind == LabelKind::Article);
        let mut by_number: HashMap<Number, Vec<usize>> = HashMap::new();
        let mut bracketed = false;
        for (index, own) in all() {
            let counts = !articles || own.kind == LabelKind::Article;
            if counts && (main(index) || !any_main) {
                bracketed |= matches!(own.kind, LabelKind::Bracketed | LabelKind::BracketedArabic);
                by_number.entry((own.ordinal, own.suffix)).or_default().push(index);
            }
        }
        let restarts = by_number.values().any(|all| all.len() > 1);
        Self { document, by_number, bracketed, articles, restarts }
    }

    /// The unit with this number; `None` where there is none, or more than one: then nobody can
    /// tell which is meant.
    pub fn unit(&self, counted: Counted, number: Number) -> Option<Unit> {
        match counted {
            Counted::Part => self.part(number.0),
            Counted::Article => self.measure(number),
            Counted::Measure if !self.articles => self.measure(number),
            Counted::Bare if self.bracketed => self.measure(number),
            Counted::Measure | Counted::Bare | Counted::Inner => None,
        }
    }

    fn measure(&self, number: Number) -> Option<Unit> {
        let only = self.by_number.get(&number).filter(|_| !self.restarts)?.first()?;
        Some(Unit::Provision(self.document.provisions[*only].number.clone()))
    }

    fn part(&self, number: u32) -> Option<Unit> {
        let mut found = self.document.divisions.iter().filter(|division| {
            let chars: Vec<char> = division.label.chars().collect();
            label(&chars).is_some_and(|own| {
                let part = matches!(own.kind, LabelKind::Chapter | LabelKind::Part);
                (part || own.kind == LabelKind::Book) && own.ordinal == number
            })
        });
        let only = found.next().filter(|_| found.next().is_none())?;
        Some(Unit::Division(only.number.clone()))
    }
}

fn read(provision: &Provision) -> Option<Label> {
    label(&provision.label.chars().collect::<Vec<_>>())
}
