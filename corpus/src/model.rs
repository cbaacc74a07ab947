//! The document model: what a parsed official text consists of.
//!
//! A [`Document`] keeps its provisions in one flat list in reading order; divisions point into it
//! by range. Every sentence keeps its exact characters and the place where it begins in the source.

mod counting;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::address::{Address, DocumentId, Unit};
use crate::metadata::DocumentKind;
use crate::table::Table;

pub use counting::Around;

/// One official text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its id, the first part of every address in it.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// The title lines as the source prints them, numbered from 1.
    pub title: Vec<Sentence>,
    /// All titled parts, outer before inner, in reading order.
    pub divisions: Vec<Division>,
    /// All provisions in reading order.
    pub provisions: Vec<Provision>,
    /// The tables among their paragraphs, in reading order.
    pub tables: Vec<Table>,
}

/// A titled part of a document: 一、…, 第二章 ….
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its number: `3`, or `3.2` when nested.
    pub number: String,
    /// The label as printed: `三、`, `第三章`; empty for an unnumbered heading.
    pub label: String,
    /// The heading without its label; its sentence number is 1.
    pub title: Sentence,
    /// Nesting depth, 0 for the outermost.
    pub depth: u8,
    /// Its provisions, those of nested divisions included: indices into `Document::provisions`.
    pub provisions: Range<u32>,
}

/// The numbered unit that people cite: measure （十三）, 第十三条, the paragraph 一是….
///
/// Unnumbered text has provisions of its own: `0` before everything, `2.0` at the start of part 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// Its number, unique in the document.
    pub number: String,
    /// The label as printed: `(十三)`, `第十三条`, `一是`; empty for unnumbered text.
    pub label: String,
    /// The run-in title; its sentence number is 0.
    pub title: Option<Sentence>,
    /// The text.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of a provision (a 款, or an item such as `1.`, `（一）` of a law).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The label as printed; empty where there is none.
    pub label: String,
    /// Its sentences; numbers run on through the provision.
    pub sentences: Vec<Sentence>,
}

/// The smallest addressable text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Number in its unit, the `2` of `#s2`.
    pub number: u16,
    /// The exact characters of the source, line breaks left out.
    pub text: String,
    /// Source line of its first character, from 1.
    pub line: u32,
    /// Source column of its first character, in characters, from 1.
    pub column: u32,
}

/// A stretch of a sentence's text: UTF-8 byte offsets on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The characters it covers; empty where it does not fit the text.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The same stretch counted in characters (Unicode code points) of the text, as data that is
    /// read outside Rust counts: first, and one past the last.
    pub fn in_characters(&self, text: &str) -> (usize, usize) {
        let start = text.get(..self.start as usize).map_or(0, |before| before.chars().count());
        (start, start + self.of(text).chars().count())
    }
}

/// One unit of a document in reading order.
#[derive(Clone, Copy, Debug)]
pub enum UnitRef<'a> {
    /// The title lines.
    Title(&'a [Sentence]),
    /// A division's heading.
    Division(&'a Division),
    /// A provision.
    Provision(&'a Provision),
}

impl Division {
    /// Whether it lies in another: `1.2` in `1`.
    pub fn is_within(&self, outer: &Self) -> bool {
        self.number.strip_prefix(&*outer.number).is_some_and(|rest| rest.starts_with('.'))
    }
}

impl<'a> UnitRef<'a> {
    /// The unit's address within its document.
    pub fn unit(&self) -> Unit {
        match self {
            Self::Title(_) => Unit::Title,
            Self::Division(division) => Unit::Division(division.number.clone()),
            Self::Provision(provision) => Unit::Provision(provision.number.clone()),
        }
    }

    /// Its sentences in reading order, a run-in title first.
    pub fn sentences(&self) -> Box<dyn Iterator<Item = &'a Sentence> + 'a> {
        match *self {
            Self::Title(lines) => Box::new(lines.iter()),
            Self::Division(division) => Box::new(std::iter::once(&division.title)),
            Self::Provision(provision) => Box::new(provision.sentences()),
        }
    }
}

impl Provision {
    /// Its sentences in reading order, the run-in title first.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.title.iter().chain(self.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences))
    }

    /// The sentence with this number.
    pub fn sentence(&self, number: u16) -> Option<&Sentence> {
        self.sentences().find(|sentence| sentence.number == number)
    }

    /// The run-in title without its closing full stop, for headings and lists.
    pub fn heading(&self) -> &str {
        self.title.as_ref().map_or("", |title| title.text.trim_end_matches(['。', '.']))
    }
}

impl Document {
    /// All units in reading order: title, then divisions and provisions interleaved.
    pub fn units(&self) -> impl Iterator<Item = UnitRef<'_>> {
        let mut divisions = self.divisions.iter().peekable();
        let mut provisions = self.provisions.iter().enumerate().peekable();
        let mut units = Vec::new();
        // The red head stands above the title.
        while let Some((_, head)) = provisions.next_if(|(_, head)| self.heads_title(head)) {
            units.push(UnitRef::Provision(head));
        }
        units.push(UnitRef::Title(&self.title));
        for (index, provision) in provisions {
            while let Some(division) =
                divisions.next_if(|division| division.provisions.start as usize <= index)
            {
                units.push(UnitRef::Division(division));
            }
            units.push(UnitRef::Provision(provision));
        }
        units.extend(divisions.map(UnitRef::Division));
        units.into_iter()
    }

    /// Whether the provision is a part of the head and stands above the title.
    fn heads_title(&self, provision: &Provision) -> bool {
        let first = provision.sentences().next();
        first.zip(self.title.first()).is_some_and(|(first, title)| {
            let above = (first.line, first.column) < (title.line, title.column);
            provision.number.starts_with("head") && above
        })
    }

    /// All sentences with their units, in reading order. A sentence's position in this sequence
    /// is its *ordinal*, by which translations are aligned.
    pub fn sentences(&self) -> impl Iterator<Item = (Unit, &Sentence)> {
        self.units().flat_map(|unit| {
            let address = unit.unit();
            unit.sentences().map(move |sentence| (address.clone(), sentence))
        })
    }

    /// The provision with this number.
    pub fn provision(&self, number: &str) -> Option<&Provision> {
        self.provisions.iter().find(|provision| provision.number == number)
    }

    /// The division with this number.
    pub fn division(&self, number: &str) -> Option<&Division> {
        self.divisions.iter().find(|division| division.number == number)
    }

    /// The indices of the provisions that stand in no division, in their order.
    pub fn outside_divisions(&self) -> Vec<usize> {
        let mut outside = vec![true; self.provisions.len()];
        for division in &self.divisions {
            let own = division.provisions.start as usize..division.provisions.end as usize;
            outside[own].fill(false);
        }
        (0..outside.len()).filter(|index| outside[*index]).collect()
    }

    /// The innermost division that holds the provision with this index.
    pub fn division_of(&self, provision: usize) -> Option<&Division> {
        self.divisions
            .iter()
            .filter(|division| division.provisions.contains(&(provision as u32)))
            .max_by_key(|division| division.depth)
    }

    /// The unit with this address.
    pub fn unit(&self, unit: &Unit) -> Option<UnitRef<'_>> {
        match unit {
            Unit::Title => Some(UnitRef::Title(&self.title)),
            Unit::Division(number) => self.division(number).map(UnitRef::Division),
            Unit::Provision(number) => self.provision(number).map(UnitRef::Provision),
        }
    }

    /// The sentence at this address, if it names one of this document.
    pub fn sentence(&self, address: &Address) -> Option<&Sentence> {
        let number = address.sentence?;
        (address.document == self.id)
            .then(|| self.unit(&address.unit))
            .flatten()?
            .sentences()
            .find(|sentence| sentence.number == number)
    }

    /// Everything that was parsed, labels included, in reading order and without white space:
    /// equal to the source without white space and heading marks.
    pub fn characters(&self) -> String {
        let mut all = String::new();
        for unit in self.units() {
            match unit {
                UnitRef::Title(lines) => lines.iter().for_each(|line| all.push_str(&line.text)),
                UnitRef::Division(division) => {
                    all.push_str(&division.label);
                    all.push_str(&division.title.text);
                }
                UnitRef::Provision(provision) => {
                    all.push_str(&provision.label);
                    if let Some(title) = &provision.title {
                        all.push_str(&title.text);
                    }
                    for paragraph in &provision.paragraphs {
                        all.push_str(&paragraph.label);
                        paragraph.sentences.iter().for_each(|s| all.push_str(&s.text));
                    }
                }
            }
        }
        all.retain(|c| !c.is_whitespace());
        all
    }
}
