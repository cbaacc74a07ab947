//! An edition prepared for writing: its translations and errata by sentence, found in one step.

use std::collections::HashMap;

use super::escape::xml;
use app::route::UiLocale;
use app::words::errata::ErratumNote;
use corpus::notes::{Notes, Piece};
use corpus::{Edition, Erratum, Sentence, Span, Translation, Unit, table};

/// A stretch of a sentence as it is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words without a note.
    Plain(&'a str),
    /// Words as printed, with the erratum that lies over them.
    Noted(&'a str, &'a Erratum),
}

/// An edition with quick access to what lies over each sentence.
pub struct AnnotatedEdition<'a> {
    /// The edition.
    pub edition: &'a Edition,
    ordinals: HashMap<(Unit, u16), usize>,
    errata: HashMap<(Unit, u16), Vec<&'a Erratum>>,
    /// The notes of the text.
    pub notes: Notes<'a>,
}

impl<'a> AnnotatedEdition<'a> {
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
        Self { edition, ordinals, errata, notes: Notes::of(&edition.document) }
    }

    /// The text with its words and its marks of notes written in a format's way.
    pub fn marked(
        &self,
        text: &str,
        words: impl Fn(&str) -> String,
        mark: impl Fn(&str, bool) -> String,
    ) -> String {
        let write = |piece| match piece {
            Piece::Words(text) => words(text),
            Piece::Reference(label) => mark(label, false),
            Piece::Label(label) => mark(label, true),
        };
        self.notes.pieces(text).into_iter().map(write).collect()
    }

    /// The text as XML, its marks of notes raised.
    pub fn raised(&self, text: &str) -> String {
        let mark = |label: &str, stands: bool| {
            format!("<sup>{}</sup>{}", xml(label), if stands { " " } else { "" })
        };
        self.marked(text, |words| xml(words).into_owned(), mark)
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

    /// The cells of a row of a table, in its own language or (`into`) in a translation.
    pub fn cells(
        &self,
        into: Option<&'a Translation>,
        unit: &Unit,
        row: &'a Sentence,
    ) -> Vec<Cell<'a>> {
        let translated = into.map(|into| self.translated(into, unit, row.number));
        let (text, runs) = match translated {
            Some(text) => {
                let text = text.unwrap_or(&row.text);
                (text, vec![Run::Plain(text)])
            }
            None => (row.text.as_str(), self.runs(unit, row)),
        };
        let cut = |stretch: &Span| cut(&runs, *stretch);
        let line = |line: &Vec<Span>| line.iter().flat_map(cut).collect();
        let cell = |cell: Span| table::lines(text, cell).iter().map(line).collect();
        table::cells(text).into_iter().map(cell).collect()
    }
}

/// The part of the runs of a text that lies in this stretch of it.
fn cut<'a>(runs: &[Run<'a>], stretch: Span) -> Vec<Run<'a>> {
    let mut found = Vec::new();
    let mut from = 0;
    for run in runs {
        let (Run::Plain(text) | Run::Noted(text, _)) = *run;
        let start = (stretch.start as usize).clamp(from, from + text.len()) - from;
        let end = (stretch.end as usize).clamp(from, from + text.len()) - from;
        if let Some(part) = text.get(start..end).filter(|part| !part.is_empty()) {
            found.push(match *run {
                Run::Plain(_) => Run::Plain(part),
                Run::Noted(_, erratum) => Run::Noted(part, erratum),
            });
        }
        from += text.len();
    }
    found
}

/// A cell of a table as it is to be shown: its lines, each in stretches.
pub type Cell<'a> = Vec<Vec<Run<'a>>>;

/// What stands between a label and the text behind it: a wide space after `第三条` and `第一章`, as
/// in print, a space after `1.1`; other labels end with a mark of their own.
pub fn gap(label: &str) -> &'static str {
    let by_levels = label.ends_with(|c: char| c.is_ascii_digit());
    if label.starts_with('第') {
        "　"
    } else if by_levels {
        " "
    } else {
        ""
    }
}

/// What an erratum tells a reader: the words printed, the reading meant, and why.
pub fn erratum_note(printed: &str, erratum: &Erratum, english: bool) -> String {
    let locale = if english { UiLocale::En } else { UiLocale::Zh };
    ErratumNote::new(printed, erratum, locale).text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn runs_keep_every_character_and_mark_the_erratum() {
        let library = sample::library();
        let edition = &library.editions[0];
        let reading = AnnotatedEdition::new(edition);
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
        assert_eq!(erratum_note("设设", erratum, false), "原文作“设设”，应作“设”。字重复。");
    }
}
