//! Which place of a document a number means: 第十条第二款第（三）项.

use std::collections::HashMap;

use crate::address::{Address, Unit, is_annex_number};
use crate::model::{Document, Provision};
use crate::numbering::{LabelKind, label};

/// The units of a document by their numbers.
pub(super) struct Units<'a> {
    pub document: &'a Document,
    /// Indices of provisions by annex, number and the number behind 之.
    articles: HashMap<(&'a str, u32, Option<u32>), Vec<usize>>,
}

/// A place within an article, as a text names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Within {
    /// The number of the paragraph (款).
    pub paragraph: Option<u32>,
    /// The number of the item (项).
    pub item: Option<u32>,
}

impl<'a> Units<'a> {
    /// Those of a document.
    pub fn new(document: &'a Document) -> Self {
        let mut articles: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, provision) in document.provisions.iter().enumerate() {
            let chars: Vec<char> = provision.label.chars().collect();
            let Some(own) = label(&chars).filter(|own| own.kind == LabelKind::Article) else {
                continue;
            };
            articles.entry((annex(provision), own.ordinal, own.suffix)).or_default().push(index);
        }
        Self { document, articles }
    }

    /// The article with this number in the text that holds the provision `near`, or in the main
    /// text; `None` where there is none, or more than one.
    pub fn article(&self, near: Option<usize>, number: u32, suffix: Option<u32>) -> Option<usize> {
        let annex = near.map_or("", |index| annex(&self.document.provisions[index]));
        match self.articles.get(&(annex, number, suffix))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Whether the provision is an article.
    pub fn is_article(&self, index: usize) -> bool {
        self.articles.values().any(|all| all.contains(&index))
    }

    /// The place in an article; `None` where the article does not have it: then another text is
    /// meant, or another edition.
    pub fn place(&self, article: usize, within: Within) -> Option<Address> {
        let provision = self.document.provisions.get(article)?;
        let whole = self.address(Unit::Provision(provision.number.clone()));
        if within == Within::default() || self.has_table(article) {
            return Some(whole);
        }
        let mut range = 0..provision.paragraphs.len();
        let mut at = None;
        if let Some(number) = within.paragraph {
            let begins = beginnings(provision);
            let index = usize::try_from(number).ok()?.checked_sub(1)?;
            let first = *begins.get(index)?;
            range = first..begins.get(index + 1).copied().unwrap_or(range.end);
            at = Some(first);
        }
        if let Some(number) = within.item {
            let items: Vec<usize> =
                range.filter(|index| item_number(provision, *index) == Some(number)).collect();
            at = match items.as_slice() {
                [] => return None,
                [only] => Some(*only),
                // The article holds it, whichever paragraph is meant.
                _ => at,
            };
        }
        let sentence = at.and_then(|at| provision.paragraphs[at].sentences.first());
        Some(Address { sentence: sentence.map(|sentence| sentence.number), ..whole })
    }

    /// The number of the paragraph (款) that stands before the one which holds the sentence.
    pub fn paragraph_before(&self, article: usize, sentence: u16) -> Option<u32> {
        let provision = self.document.provisions.get(article)?;
        let holds = |index: &usize| {
            provision.paragraphs[*index].sentences.iter().any(|own| own.number == sentence)
        };
        let here = (0..provision.paragraphs.len()).find(holds)?;
        let before = beginnings(provision).iter().filter(|begin| **begin <= here).count();
        u32::try_from(before.checked_sub(1)?).ok().filter(|number| *number > 0)
    }

    /// The chapter, or the section in it, with this number; `None` where there is none, or more than
    /// one, as in a code that numbers its chapters anew in each book.
    pub fn division(&self, chapter: u32, section: Option<u32>) -> Option<Address> {
        let chapter = self.only(LabelKind::Chapter, chapter, "")?;
        let division = match section {
            None => chapter,
            Some(section) => self.only(LabelKind::Section, section, chapter)?,
        };
        Some(self.address(Unit::Division(division.to_owned())))
    }

    fn only(&self, kind: LabelKind, number: u32, within: &str) -> Option<&str> {
        let mut found = self.document.divisions.iter().filter(|division| {
            let chars: Vec<char> = division.label.chars().collect();
            label(&chars).is_some_and(|own| own.kind == kind && own.ordinal == number)
                && (within.is_empty()
                    || division.number.strip_prefix(within).is_some_and(|r| r.starts_with('.')))
        });
        found.next().filter(|_| found.next().is_none()).map(|division| division.number.as_str())
    }

    fn address(&self, unit: Unit) -> Address {
        Address { document: self.document.id.clone(), unit, sentence: None }
    }

    fn has_table(&self, provision: usize) -> bool {
        self.document.tables.iter().any(|table| table.provision as usize == provision)
    }
}

/// Where the paragraphs (款) of an article begin: items stand within the one before them.
fn beginnings(provision: &Provision) -> Vec<usize> {
    let all = provision.paragraphs.iter().enumerate();
    all.filter(|(index, paragraph)| *index == 0 || paragraph.label.is_empty())
        .map(|(index, _)| index)
        .collect()
}

fn item_number(provision: &Provision, paragraph: usize) -> Option<u32> {
    let chars: Vec<char> = provision.paragraphs[paragraph].label.chars().collect();
    label(&chars).map(|own| own.ordinal)
}

/// The annex that holds the provision; empty for the main text.
fn annex(provision: &Provision) -> &str {
    let number = provision.number.as_str();
    if !is_annex_number(number) {
        return "";
    }
    number.split('.').next().unwrap_or(number)
}
