//! The words that tell of a misprint, on pages and in the files to take away.

use corpus::Erratum;
use corpus::errata::Certainty;

use crate::route::UiLocale;
use crate::ui::table;
use crate::words::punctuation;

table! {
    words of errata;

    title: "原文勘误说明", "Notes on errors in the source";
    printed: "原文作", "The source reads";
    should_read: "应作", "should read";
    probably_read: "疑应作", "should probably read";
    left_out: "应删去", "should be left out";
    probably_left_out: "疑应删去", "should probably be left out";
}

/// What is told of an erratum, in pieces that make up one text: pages set some of them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErratumNote {
    /// What stands before the printed words.
    pub before: String,
    /// The printed words, in quotation marks.
    pub printed: String,
    /// What is said of the words that are meant; empty where only a note is given.
    pub between: String,
    /// The words that are meant, in quotation marks; empty where there are none.
    pub meant: String,
    /// The end of the sentence, and why.
    pub after: String,
}

impl ErratumNote {
    /// What is told of an erratum over these printed words.
    pub fn new(printed: &str, erratum: &Erratum, locale: UiLocale) -> Self {
        let words = words(locale);
        let space = punctuation::space(locale);
        let punctuation::Texts { comma, stop, .. } = punctuation::words(locale);
        let (between, meant) = match erratum.corrected.as_deref().map(str::trim) {
            None => (String::new(), String::new()),
            Some("") => {
                let left_out = match erratum.certainty {
                    Certainty::Certain => words.left_out,
                    Certainty::Likely => words.probably_left_out,
                };
                ([comma, left_out].concat(), String::new())
            }
            Some(meant) => {
                let read = match erratum.certainty {
                    Certainty::Certain => words.should_read,
                    Certainty::Likely => words.probably_read,
                };
                ([comma, read, space].concat(), quoted(meant))
            }
        };
        let why = erratum.note.pick(locale.english());
        Self {
            before: [words.printed, space].concat(),
            printed: quoted(printed.trim()),
            between,
            meant,
            after: [stop, why].concat().trim_end().to_owned(),
        }
    }

    /// All of it as one text.
    pub fn text(&self) -> String {
        let Self { before, printed, between, meant, after } = self;
        [before, printed, between, meant, after].map(String::as_str).concat()
    }
}

/// Chinese words in quotation marks that are not among them.
fn quoted(words: &str) -> String {
    let [open, close] =
        if words.contains(['“', '”']) { ["「", "」"] } else { ["“", "”"] };
    [open, words, close].concat()
}

#[cfg(test)]
mod tests {
    use corpus::{Address, Bilingual, Span, Unit};

    use super::*;

    #[track_caller]
    fn check(
        (printed, corrected): (&str, Option<&str>),
        certainty: Certainty,
        expected: [&str; 2],
    ) {
        let unit = Unit::Provision("1".into());
        let erratum = Erratum {
            at: Address { document: "roads".into(), unit, sentence: Some(1) },
            span: Span::new(0, printed.len()),
            corrected: corrected.map(str::to_owned),
            certainty,
            note: Bilingual { zh: "有误。".to_owned(), en: "It is wrong.".to_owned() },
        };
        let told = [UiLocale::Zh, UiLocale::En]
            .map(|locale| ErratumNote::new(printed, &erratum, locale).text());
        assert_eq!(told, expected.map(str::to_owned));
    }

    #[test]
    fn what_is_probable_is_never_told_as_certain() {
        check(
            ("乳业", Some("农机")),
            Certainty::Certain,
            [
                "原文作“乳业”，应作“农机”。有误。",
                "The source reads “乳业”, should read “农机”. It is wrong.",
            ],
        );
        check(
            ("乳业", Some("农机")),
            Certainty::Likely,
            [
                "原文作“乳业”，疑应作“农机”。有误。",
                "The source reads “乳业”, should probably read “农机”. It is wrong.",
            ],
        );
        check(
            ("乳业", None),
            Certainty::Likely,
            ["原文作“乳业”。有误。", "The source reads “乳业”. It is wrong."],
        );
    }

    #[test]
    fn what_is_to_be_left_out_is_no_empty_quotation() {
        check(
            ("精神", Some("")),
            Certainty::Certain,
            [
                "原文作“精神”，应删去。有误。",
                "The source reads “精神”, should be left out. It is wrong.",
            ],
        );
        check(
            ("精神", Some(" ")),
            Certainty::Likely,
            [
                "原文作“精神”，疑应删去。有误。",
                "The source reads “精神”, should probably be left out. It is wrong.",
            ],
        );
    }

    #[test]
    fn words_with_quotation_marks_stand_in_others() {
        check(
            ("小品种”", Some("“小品种”")),
            Certainty::Certain,
            [
                "原文作「小品种”」，应作「“小品种”」。有误。",
                "The source reads 「小品种”」, should read 「“小品种”」. It is wrong.",
            ],
        );
        check(
            (" and ", Some("和")),
            Certainty::Certain,
            [
                "原文作“and”，应作“和”。有误。",
                "The source reads “and”, should read “和”. It is wrong.",
            ],
        );
    }
}
