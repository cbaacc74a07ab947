//! Errata: marked corrections laid over the source, which itself is never changed.
//!
//! `seeds/<id>/errata.toml` names the sentence, the words as printed, the reading that is meant
//! (empty where only a note is possible), and why.

use serde::{Deserialize, Serialize};

use crate::address::{Address, Unit};
use crate::bilingual;
use crate::locale::Bilingual;
use crate::model::{Document, Span};
use crate::problem::{Position, Problem, ProblemKind, Severity};

/// How sure the editors are of an erratum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Beyond doubt: a doubled character, an unmatched quotation mark.
    Certain,
    /// Very likely, from the context or another official text.
    #[default]
    Likely,
}

/// A marked correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erratum {
    /// The sentence.
    pub at: Address,
    /// The printed words in it.
    pub span: Span,
    /// The reading that is meant; `None` where only a note is given.
    pub corrected: Option<String>,
    /// How sure the editors are.
    pub certainty: Certainty,
    /// Why, for readers.
    pub note: Bilingual,
}

/// One entry of `errata.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErratumSeed {
    /// `13#s2`.
    pub at: String,
    /// The words as the source prints them.
    pub printed: String,
    /// The reading that is meant.
    #[serde(default)]
    pub corrected: Option<String>,
    /// How sure the editors are.
    #[serde(default)]
    pub certainty: Certainty,
    /// Why, in Chinese.
    pub note_zh: String,
    /// Why, in English.
    #[serde(default)]
    pub note_en: String,
}

/// Places the entries of `errata.toml` in the document; an entry that fits nowhere is an error.
pub fn place(document: &Document, seeds: Vec<ErratumSeed>) -> (Vec<Erratum>, Vec<Problem>) {
    let mut problems = Vec::new();
    let errata = seeds
        .into_iter()
        .filter_map(|seed| place_one(document, seed).map_err(|p| problems.push(p)).ok())
        .collect();
    (errata, problems)
}

fn place_one(document: &Document, seed: ErratumSeed) -> Result<Erratum, Problem> {
    let wrong = |message: Bilingual| {
        Problem::new(ProblemKind::Erratum, Severity::Error, Position::default(), message)
    };
    let at = Address::within(&document.id, &seed.at).map_err(|error| wrong(error.wording()))?;
    let sentence = document.sentence(&at).ok_or_else(|| {
        wrong(bilingual!(
            "没有 {at} 这一句；请改正 `at`",
            "there is no sentence {at}; correct `at`"
        ))
    })?;
    let (printed, text) = (&seed.printed, &sentence.text);
    let mut found = text.match_indices(printed);
    let (start, _) = found.next().ok_or_else(|| {
        wrong(bilingual!(
            "{at} 里没有“{printed}”，原句是：{text}",
            "“{printed}” is not in {at}: {text}"
        ))
    })?;
    if found.next().is_some() {
        return Err(wrong(bilingual!(
            "{at} 里有两处“{printed}”；请多引几个字",
            "“{printed}” stands in {at} twice; quote more words"
        )));
    }
    Ok(Erratum {
        span: Span::new(start, start + seed.printed.len()),
        at,
        corrected: seed.corrected,
        certainty: seed.certainty,
        note: Bilingual { zh: seed.note_zh, en: seed.note_en },
    })
}

/// The sentence's text with its certain and likely corrections applied, for searching.
/// `None` where no erratum changes it.
pub fn corrected(text: &str, unit: &Unit, sentence: u16, errata: &[Erratum]) -> Option<String> {
    let mut here: Vec<&Erratum> = errata
        .iter()
        .filter(|e| &e.at.unit == unit && e.at.sentence == Some(sentence) && e.corrected.is_some())
        .collect();
    if here.is_empty() {
        return None;
    }
    here.sort_by_key(|erratum| std::cmp::Reverse(erratum.span));
    let mut reading = text.to_owned();
    for erratum in here {
        let range = erratum.span.start as usize..erratum.span.end as usize;
        reading.replace_range(range, erratum.corrected.as_deref().unwrap_or_default());
    }
    Some(reading)
}
