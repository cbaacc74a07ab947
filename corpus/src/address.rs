//! Addresses: how a place in a document is named, in seed files, in data and in URLs.
//!
//! `opinions-2026/13#s2` is the second sentence of measure 13; `#s0` is a run-in title.
//! `opinions-2026/part-3#s1` is the heading of part three, `opinions-2026/title#s1` the first
//! title line, `opinions-2026/0` the preamble and `interpretation-2026/2.0` the introductory text
//! of part two. `opinions-2026/close` is what stands under the text (signature, date, note on
//! publication), `opinions-2026/annex-1.2` the second provision of annex 1.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::bilingual;
use crate::locale::Bilingual;

/// The id of a document: lower-case ASCII letters, digits and hyphens, stable for ever.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub String);

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for DocumentId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// A part of a document that holds sentences.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// The document's title lines.
    Title,
    /// The heading of the division with this number (`3`, nested `3.2`).
    Division(String),
    /// The provision with this number (`13`, `2.1`, `0` for the preamble).
    Provision(String),
}

impl Unit {
    /// How it is written. In browsers this takes the place of `to_string`, whose machinery for
    /// formats weighs more than all that is formatted.
    pub fn text(&self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Division(number) => ["part-", number].concat(),
            Self::Provision(number) => number.clone(),
        }
    }

    /// Whether it stands in an annex.
    pub fn is_in_annex(&self) -> bool {
        match self {
            Self::Title => false,
            Self::Division(number) | Self::Provision(number) => is_annex_number(number),
        }
    }
}

/// Whether a part or provision with this number stands in an annex, or is one: `annex-1.2`, `annex-1`.
pub fn is_annex_number(number: &str) -> bool {
    number.starts_with("annex-")
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl FromStr for Unit {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let valid = |number: &str| {
            !number.is_empty()
                && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        };
        match text.strip_prefix("part-") {
            _ if text == "title" => Ok(Self::Title),
            Some(number) if valid(number) => Ok(Self::Division(number.to_owned())),
            None if valid(text) => Ok(Self::Provision(text.to_owned())),
            _ => Err(AddressError(text.to_owned())),
        }
    }
}

/// A place in a document: a unit, or one sentence of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address {
    /// The document.
    pub document: DocumentId,
    /// The unit in it.
    pub unit: Unit,
    /// The sentence's number in the unit; `None` means the whole unit.
    pub sentence: Option<u16>,
}

impl Address {
    /// How it is written, see [`Unit::text`].
    pub fn text(&self) -> String {
        let mut text = [&self.document.0, "/", &self.unit.text()].concat();
        if let Some(number) = self.sentence {
            text.push_str("#s");
            text.push_str(&number.to_string());
        }
        text
    }

    /// Reads `unit` or `unit#sN`, as seed files write it, in the given document.
    ///
    /// # Errors
    /// Says which part of the text is not an address.
    pub fn within(document: &DocumentId, text: &str) -> Result<Self, AddressError> {
        let wrong = || AddressError(text.to_owned());
        let (unit, sentence) = match text.split_once('#') {
            Some((unit, fragment)) => {
                let number = fragment.strip_prefix('s').ok_or_else(wrong)?;
                (unit, Some(number.parse().map_err(|_| wrong())?))
            }
            None => (text, None),
        };
        Ok(Self { document: document.clone(), unit: unit.parse()?, sentence })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (document, rest) = text.split_once('/').ok_or_else(|| AddressError(text.to_owned()))?;
        Self::within(&DocumentId::from(document), rest)
    }
}

/// The text is not an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.wording().en)]
pub struct AddressError(pub String);

impl AddressError {
    /// What is wrong, and what to do.
    pub fn wording(&self) -> Bilingual {
        let Self(text) = self;
        bilingual!(
            "“{text}”不是地址；请写成 文件代号/条号，或 文件代号/条号#s2",
            "“{text}” is not an address; write document/provision or document/provision#s2"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back_as_they_are_written() {
        for text in
            ["opinions-2026/13#s2", "a/0", "a/2.1#s0", "a/title#s1", "a/part-3.2#s1", "law/38"]
        {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn wrong_addresses_are_refused() {
        for text in ["", "a", "a/", "a/13#2", "a/13#sx", "a/十三", "a/part-"] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
