//! What each reference of a sentence leads to.

mod place;

use std::collections::HashMap;

use super::names::{Named, Names};
use super::units::{Units, Within};
use crate::address::{Address, Unit};
use crate::citing::boundary::counts_on;
use crate::citing::tokens::{Level, Token, What, note, quoted, tokens};
use crate::model::Span;
use place::Place;

/// A reference found in a sentence of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The words.
    pub span: Span,
    /// What they name.
    pub to: Address,
    /// The number of the article, as the text has it.
    pub article: Option<u32>,
}

/// A document as one that refers to others.
pub(super) struct Citing<'a> {
    pub names: &'a Names<'a>,
    pub units: &'a [Units<'a>],
    /// Its index in the library.
    pub index: usize,
    /// Its full title.
    pub title: &'a str,
    /// What it says that it calls other documents: 以下简称《…》; `None` where the library does not
    /// have that one, or not for sure.
    pub aliases: HashMap<String, Option<Named>>,
}

/// What has been read of a sentence so far.
struct Walk<'a> {
    citing: &'a Citing<'a>,
    chars: &'a [char],
    /// The provision that holds the sentence, and the sentence's number.
    here: Option<(usize, u16)>,
    /// Open quotation marks before each character.
    quoted: &'a [u32],
    place: Place,
    /// Whether another document has been named since this one was.
    foreign: bool,
    article: Option<(usize, u32)>,
    within: Within,
    chapter: Option<u32>,
    open: Option<(usize, usize)>,
    found: Vec<(usize, usize, Address, Option<u32>)>,
}

impl Citing<'_> {
    /// All references of a sentence, in its order. `depth` is how many quotation marks are open
    /// where it begins; what stands in them was said elsewhere, and so was 本法.
    pub fn read(&self, text: &str, here: Option<(usize, u16)>, depth: u32) -> Vec<Found> {
        let chars: Vec<char> = text.chars().collect();
        let all = tokens(&chars);
        if all.is_empty() {
            return Vec::new();
        }
        let quoted = quoted(&chars, depth);
        let mut walk = Walk {
            citing: self,
            chars: &chars,
            here,
            quoted: &quoted,
            place: Place::Own,
            foreign: false,
            article: None,
            within: Within::default(),
            chapter: None,
            open: None,
            found: Vec::new(),
        };
        for (index, token) in all.iter().enumerate() {
            walk.step(token, index.checked_sub(1).map(|before| &all[before]));
        }
        walk.close();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let found = walk.found.into_iter().map(|(start, end, to, article)| Found {
            span: Span::new(bytes[start], bytes[end]),
            to,
            article,
        });
        found.collect()
    }

    /// Whether it changes another text, and so speaks of the articles of that one.
    fn amends(&self) -> bool {
        self.title.contains("修正案") || self.title.contains("修改") || self.title.contains("修订")
    }

    fn named(&self, name: &str, note: &str) -> Option<Named> {
        match self.aliases.get(name) {
            Some(named) => *named,
            None => self.names.find(name, note, self.index),
        }
    }
}

impl Walk<'_> {
    fn step(&mut self, token: &Token, before: Option<&Token>) {
        let between = &self.chars[before.map_or(0, |before| before.end)..token.start];
        match &token.what {
            What::Name(name) => {
                self.close();
                self.name(token, name);
            }
            What::Number(level, number, suffix) => {
                let before = before.map(|before| &before.what);
                self.number(token, (*level, *number, *suffix), before, between);
            }
        }
    }

    fn name(&mut self, token: &Token, name: &str) {
        let note = note(&self.chars[token.end..]);
        self.article = None;
        let own = self.citing.index;
        match self.citing.named(name, &note) {
            Some(named) if named.edition == own => self.set(Place::Own),
            Some(named) => {
                self.set(Place::Other(named));
                let document = self.citing.units[named.edition].document.id.clone();
                let to = Address { document, unit: Unit::Title, sentence: None };
                self.found.push((token.start, token.end, to, None));
            }
            None => self.set(Place::Unknown),
        }
    }

    fn set(&mut self, place: Place) {
        self.place = place;
        self.foreign = place != Place::Own;
    }

    fn number(
        &mut self,
        token: &Token,
        (level, number, suffix): (Level, u32, Option<u32>),
        before: Option<&What>,
        between: &[char],
    ) {
        let outer = matches!(before, Some(What::Number(outer, ..)) if *outer < level);
        if between.is_empty() && outer {
            self.deepen(token, level, number);
            return;
        }
        self.close();
        let counted = matches!(before, Some(What::Number(..))) && counts_on(between);
        let lead = if counted { Some(0) } else { self.lead(token, before, between) };
        match level {
            Level::Chapter | Level::Section => {
                self.chapter = (lead.is_some() && level == Level::Chapter).then_some(number);
                // Without a name before it, nobody says which text has the chapter.
                let named =
                    lead.is_some_and(|lead| lead > 0) || matches!(before, Some(What::Name(_)));
                if self.chapter.is_none() || !named {
                    self.place = Place::Unknown;
                }
                self.article = None;
            }
            Level::Article => {
                let index = lead.and_then(|_| self.article(number, suffix));
                if index.is_none() {
                    self.name_alone(token.start, lead.unwrap_or(0));
                }
                self.article = index.map(|index| (index, number));
                (self.within, self.chapter) = (Within::default(), None);
            }
            Level::Paragraph => {
                if !counted {
                    self.article = lead.and_then(|_| self.this_article(between));
                }
                self.within = Within { paragraph: Some(number), item: None };
            }
            Level::Item => {
                if !counted {
                    self.article = None;
                    self.paragraph_before(between);
                }
                self.within.item = Some(number);
            }
        }
        self.open = Some((token.start - lead.unwrap_or(0), token.end));
    }

    /// Where its articles may be numbered otherwise, the name of a text leads to the text: 刑法 in
    /// 刑法第十条.
    fn name_alone(&mut self, end: usize, length: usize) {
        let Place::Other(named) = self.place else { return };
        if length > 0 && !named.articles {
            let document = self.citing.units[named.edition].document.id.clone();
            let to = Address { document, unit: Unit::Title, sentence: None };
            self.found.push((end - length, end, to, None));
        }
    }

    /// 第二款 behind 第十条, 第三项 behind 第二款.
    fn deepen(&mut self, token: &Token, level: Level, number: u32) {
        match level {
            Level::Paragraph => self.within = Within { paragraph: Some(number), item: None },
            Level::Item => self.within.item = Some(number),
            Level::Section => {
                let to = self
                    .chapter
                    .and_then(|chapter| self.document()?.division(chapter, Some(number)));
                let open = self.open.take();
                self.chapter = None;
                self.found
                    .extend(open.zip(to).map(|((start, _), to)| (start, token.end, to, None)));
            }
            Level::Chapter | Level::Article => {}
        }
        if let Some((_, end)) = &mut self.open {
            *end = token.end;
        }
    }

    /// Ends the reference that is being read.
    fn close(&mut self) {
        let Some((start, end)) = self.open.take() else { return };
        let to = match (self.article, self.chapter) {
            (Some((index, _)), _) => self.document().and_then(|own| own.place(index, self.within)),
            (None, Some(chapter)) => self.document().and_then(|own| own.division(chapter, None)),
            (None, None) => None,
        };
        let article = self.article.map(|(_, number)| number).filter(|number| *number > 0);
        self.chapter = None;
        if let Some(to) = to {
            self.found.push((start, end, to, article));
        }
    }
}
