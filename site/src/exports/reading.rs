//! An edition prepared for writing: its translations and errata by sentence, found in one step.

use std::collections::HashMap;

use corpus::{Bilingual, Edition, Erratum, Sentence, Translation, Unit};

/// A stretch of a sentence as it is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words without a note.
    Plain(&'a str),
    /// Words as printed, with the erratum that lies over them.
    Noted(&'a str, &'a Erratum),
}

/// An edition with quick access to what lies over each sentence.
pub struct Reading<'a> {
    /// The edition.
    pub edition: &'a Edition,
    ordinals: HashMap<(Unit, u16), usize>,
    errata: HashMap<(Unit, u16), Vec<&'a Erratum>>,
}

impl<'a> Reading<'a> {
    /// Prepares an edition.
    pub fn new(edition: &'a Edition) -> Self {
        let ordinals = edition
            .document
            .sentences()
            .enumerate()
            .map(|(ordinal, (unit, sentence))| ((unit, sentence.number), ordinal))
            .collect();
        let mut errata: HashMap<(Unit, u16), Vec<&Erratum>> = HashMap::new();
        for erratum in &edition.errata {
            if let Some(number) = erratum.at.sentence {
                errata.entry((erratum.at.unit.clone(), number)).or_default().push(erratum);
            }
        }
        for here in errata.values_mut() {
            here.sort_by_key(|erratum| erratum.span);
        }
        Self { edition, ordinals, errata }
    }

    /// The translations, each with its language.
    pub fn translations(&self) -> &'a [Translation] {
        &self.edition.translations
    }

    /// The sentence in a translation; `None` where it is missing.
    pub fn translated(
        &self,
        translation: &'a Translation,
        unit: &Unit,
        sentence: u16,
    ) -> Option<&'a str> {
        let ordinal = *self.ordinals.get(&(unit.clone(), sentence))?;
        translation.sentences.get(ordinal).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The errata of a sentence, in the order of the text.
    pub fn errata(&self, unit: &Unit, sentence: u16) -> &[&'a Erratum] {
        self.errata.get(&(unit.clone(), sentence)).map_or(&[], Vec::as_slice)
    }

    /// The sentence in stretches, those with an erratum marked; the characters are the source's.
    pub fn runs(&self, unit: &Unit, sentence: &'a Sentence) -> Vec<Run<'a>> {
        let mut runs = Vec::new();
        let mut from = 0;
        for erratum in self.errata(unit, sentence.number) {
            let (start, end) = (erratum.span.start as usize, erratum.span.end as usize);
            let (Some(before), Some(printed)) =
                (sentence.text.get(from..start), sentence.text.get(start..end))
            else {
                continue;
            };
            if !before.is_empty() {
                runs.push(Run::Plain(before));
            }
            runs.push(Run::Noted(printed, erratum));
            from = end;
        }
        if let Some(rest) = sentence.text.get(from..).filter(|rest| !rest.is_empty()) {
            runs.push(Run::Plain(rest));
        }
        runs
    }
}

/// What stands between a label and the text behind it: a wide space after `第三条` and `第一章`, as
/// in print; other labels end with a mark of their own.
pub fn gap(label: &str) -> &'static str {
    if label.starts_with('第') { "　" } else { "" }
}

/// What an erratum tells a reader: the words printed, the reading meant, and why.
pub fn erratum_note(printed: &str, erratum: &Erratum, english: bool) -> String {
    let meant = match (&erratum.corrected, english) {
        (Some(meant), false) if meant.is_empty() => "，此处当删".to_owned(),
        (Some(meant), true) if meant.is_empty() => ", to be left out".to_owned(),
        (Some(meant), false) => format!("，当作“{meant}”"),
        (Some(meant), true) => format!(", read “{meant}”"),
        (None, _) => String::new(),
    };
    let head = if english {
        format!("The source prints “{printed}”{meant}.")
    } else {
        format!("原文作“{printed}”{meant}。")
    };
    let why = Bilingual::pick(&erratum.note, english);
    match (why.is_empty(), english) {
        (true, _) => head,
        (false, true) => format!("{head} {why}"),
        (false, false) => format!("{head}{why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn runs_keep_every_character_and_mark_the_erratum() {
        let library = sample::library();
        let edition = &library.editions[0];
        let reading = Reading::new(edition);
        let erratum = &edition.errata[0];
        let sentence = edition.document.sentence(&erratum.at).expect("the erratum has a sentence");
        let runs = reading.runs(&erratum.at.unit, sentence);
        let all: String = runs
            .iter()
            .map(|run| match run {
                Run::Plain(t) | Run::Noted(t, _) => *t,
            })
            .collect();
        assert_eq!(all, sentence.text);
        assert!(runs.iter().any(|run| matches!(run, Run::Noted("设设", _))), "{runs:?}");
        assert_eq!(erratum_note("设设", erratum, false), "原文作“设设”，当作“设”。字重复。");
    }
}
