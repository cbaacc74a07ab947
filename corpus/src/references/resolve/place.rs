//! Which text, and which article of it, a number without a name in 《》 is of.

use super::Walk;
use crate::citing::boundary::{begins_name, begins_number, ends_with, only_noted};
use crate::citing::tokens::{Token, What};
use crate::references::names::Named;
use crate::references::units::{Units, Within};

/// Which document the words before a number name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The one that they stand in.
    Own,
    /// Another one.
    Other(Named),
    /// One that the library does not have, or nobody can tell which.
    Unknown,
}

impl Walk<'_> {
    /// How many characters before a number name its document, which is taken from them; `None`
    /// where the number is none of a document that is known.
    pub(super) fn lead(
        &mut self,
        token: &Token,
        before: Option<&What>,
        between: &[char],
    ) -> Option<usize> {
        if matches!(before, Some(What::Name(_))) && only_noted(between) {
            return (self.place != Place::Unknown).then_some(0);
        }
        let quoted = self.quoted[token.start] > 0;
        if let Some((length, place)) = self.called(between) {
            self.set(if quoted && place == Place::Own { Place::Unknown } else { place });
            return (self.place != Place::Unknown).then_some(length);
        }
        let own = !self.foreign && !quoted && !self.citing.amends() && begins_number(between);
        self.place = if own { Place::Own } else { Place::Unknown };
        own.then_some(0)
    }

    /// The name without 《》 at the end of these characters, its length and whose it is: 本法, 本条,
    /// 刑法, or what the document calls another one.
    fn called(&self, between: &[char]) -> Option<(usize, Place)> {
        const PARTS: [&str; 6] = ["本条", "前条", "前款", "本章", "本节", "本编"];
        if let Some(part) = PARTS.iter().find(|part| ends_with(between, part)) {
            let own = if self.citing.amends() { Place::Unknown } else { Place::Own };
            return Some((part.chars().count(), own));
        }
        let longest = self.citing.names.longest.max(12).min(between.len());
        for length in (2..=longest).rev() {
            let (rest, name) = between.split_at(between.len() - length);
            // Names are compared without their punctuation, and don't begin with it.
            if !name[0].is_alphanumeric() {
                continue;
            }
            let text: String = name.iter().collect();
            if let Some(own) = text.strip_prefix('本').filter(|_| length <= 8) {
                if self.is_called(own) {
                    let amends = self.citing.amends();
                    return Some((length, if amends { Place::Unknown } else { Place::Own }));
                }
                continue;
            }
            let known = self.citing.aliases.contains_key(&text) || self.citing.names.knows(&text);
            if known && begins_name(rest) {
                let place = match self.citing.named(&text, "") {
                    Some(named) if named.edition == self.citing.index => Place::Own,
                    Some(named) => Place::Other(named),
                    None => Place::Unknown,
                };
                return Some((length, place));
            }
        }
        None
    }

    /// Whether 本 before these words means this document: 法, 条例, 实施细则.
    fn is_called(&self, words: &str) -> bool {
        let end = self.citing.title.rfind(['（', '(']).filter(|at| *at > 0);
        let title = self.citing.title[..end.unwrap_or(self.citing.title.len())].trim_end();
        title.ends_with(words) || (words == "法" && title.ends_with("法典"))
    }

    pub(super) fn document(&self) -> Option<&Units<'_>> {
        match self.place {
            Place::Own => self.citing.units.get(self.citing.index),
            Place::Other(named) => self.citing.units.get(named.edition),
            Place::Unknown => None,
        }
    }

    pub(super) fn article(&self, number: u32, suffix: Option<u32>) -> Option<usize> {
        let near = match self.place {
            Place::Own => self.here.map(|(index, _)| index),
            Place::Other(named) if named.articles => None,
            Place::Other(_) | Place::Unknown => return None,
        };
        self.document()?.article(near, number, suffix)
    }

    /// The article that 第二款 belongs to where none is named: 本条, 前条, or the one that says so.
    pub(super) fn this_article(&self, between: &[char]) -> Option<(usize, u32)> {
        let (index, _) = self.here.filter(|_| self.place == Place::Own)?;
        let index = if ends_with(between, "前条") { index.checked_sub(1)? } else { index };
        let own = !["本章", "本节", "本编", "前款"].iter().any(|part| ends_with(between, part));
        (own && self.citing.units[self.citing.index].is_article(index)).then_some((index, 0))
    }

    /// 前款第三项: the article is this one, and the paragraph the one before.
    pub(super) fn paragraph_before(&mut self, between: &[char]) {
        let own = &self.citing.units[self.citing.index];
        self.within = Within::default();
        let Some((index, sentence)) = self.here.filter(|_| self.place == Place::Own) else {
            return;
        };
        if ends_with(between, "前款") && own.is_article(index) {
            self.within.paragraph = own.paragraph_before(index, sentence);
            self.article = self.within.paragraph.map(|_| (index, 0));
        }
    }
}
