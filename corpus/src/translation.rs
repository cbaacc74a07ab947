//! Translations: `seeds/<id>/translation.<locale>.md`, aligned one to one with the sentences.
//!
//! The file is Markdown that a translator edits without tools: a heading per unit, each sentence
//! of the source quoted with `> `, its translation on the line beneath. The quoted source shows
//! at once when a translation has become stale.
//!
//! ```text
//! ## 13
//!
//! > 加强农畜产品精深加工。
//!
//! Strengthen intensive processing of agricultural and livestock products.
//! ```

#[cfg(feature = "analysis")]
mod align;
#[cfg(feature = "analysis")]
mod digits;
#[cfg(feature = "analysis")]
mod equivalents;
#[cfg(feature = "analysis")]
mod figures;
#[cfg(feature = "analysis")]
mod letters;
#[cfg(feature = "analysis")]
mod numerals;
#[cfg(feature = "analysis")]
mod place;
#[cfg(feature = "analysis")]
mod terms;

use serde::{Deserialize, Serialize};

use crate::address::{DocumentId, Unit};
use crate::locale::Locale;
use crate::model::Document;
#[cfg(feature = "analysis")]
use crate::problem::Problem;

#[cfg(feature = "analysis")]
pub use align::{align, skeleton};
#[cfg(feature = "analysis")]
pub use letters::check_letters;
#[cfg(feature = "analysis")]
pub(crate) use place::Places;
#[cfg(feature = "analysis")]
pub use terms::check_terms;

/// Compares the figures of a document with those of its translation, as far as the language of the
/// translation is known. `file` is the translation's file, for the places of problems.
#[cfg(feature = "analysis")]
pub fn check_figures(document: &Document, translation: &Translation, file: &str) -> Vec<Problem> {
    match crate::languages::language(&translation.locale) {
        _ if translation.locale.is_english() => figures::check(document, translation, file),
        Some(language) => digits::check(document, translation, language, file),
        None => Vec::new(),
    }
}

/// A document in another language, aligned sentence by sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The document it translates.
    pub document: DocumentId,
    /// Its language.
    pub locale: Locale,
    /// One text per sentence, by ordinal (see [`Document::sentences`]); empty where missing.
    pub sentences: Vec<String>,
}

impl Translation {
    /// The translation of the unit's sentence with this number.
    pub fn sentence(&self, document: &Document, unit: &Unit, number: u16) -> Option<&str> {
        let ordinal = document.sentences().position(|(u, s)| &u == unit && s.number == number)?;
        self.sentences.get(ordinal).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// How far the translators have come.
    pub fn progress(&self) -> Progress {
        let translated = self.sentences.iter().filter(|text| !text.is_empty()).count();
        Progress { translated, total: self.sentences.len() }
    }
}

/// How much of a document is translated, in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Sentences with a translation.
    pub translated: usize,
    /// All sentences.
    pub total: usize,
}

impl Progress {
    /// Whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self.translated == self.total
    }
}
