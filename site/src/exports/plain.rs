//! Plain text: the source as it was understood, paragraph by paragraph, or a translation of it.
//! The words are the source's; errata follow after the text.

use std::fmt::Write as _;

use corpus::{Paragraph, Sentence, Translation, Unit, UnitRef};

use super::reading::{AnnotatedEdition, erratum_note, gap};

/// The text of an edition, in its own language or (`into`) in a translation.
pub fn text<'a>(reading: &AnnotatedEdition<'a>, into: Option<&'a Translation>) -> String {
    let mut out = String::new();
    for unit in reading.edition.document.units() {
        let address = unit.unit();
        match unit {
            UnitRef::Title(lines) => {
                for line in lines {
                    out.push_str(&words(reading, into, &address, std::slice::from_ref(line)));
                    out.push('\n');
                }
            }
            UnitRef::Division(division) => {
                let title = std::slice::from_ref(&division.title);
                out.push('\n');
                out.push_str(&labelled(
                    &division.label,
                    into,
                    &words(reading, into, &address, title),
                ));
                out.push('\n');
            }
            UnitRef::Provision(provision) => {
                let title = provision.title.as_slice();
                let mut paragraphs = provision.paragraphs.iter();
                let first = paragraphs
                    .next()
                    .map_or(String::new(), |paragraph| body(reading, into, &address, paragraph));
                let gap = if into.is_some() && !title.is_empty() { " " } else { "" };
                let head = words(reading, into, &address, title);
                out.push('\n');
                out.push_str(&labelled(&provision.label, into, &format!("{head}{gap}{first}")));
                out.push('\n');
                for paragraph in paragraphs {
                    out.push_str(&body(reading, into, &address, paragraph));
                    out.push('\n');
                }
            }
        }
    }
    errata(reading, into.is_some(), &mut out);
    out
}

fn body<'a>(
    reading: &AnnotatedEdition<'a>,
    into: Option<&'a Translation>,
    unit: &Unit,
    paragraph: &Paragraph,
) -> String {
    labelled(&paragraph.label, into, &words(reading, into, unit, &paragraph.sentences))
}

fn labelled(label: &str, into: Option<&Translation>, text: &str) -> String {
    let gap = if into.is_some() && !label.is_empty() { " " } else { gap(label) };
    format!("{label}{gap}{text}")
}

/// The sentences in the asked language, joined as that language joins them.
pub fn words<'a>(
    reading: &AnnotatedEdition<'a>,
    into: Option<&'a Translation>,
    unit: &Unit,
    sentences: &[Sentence],
) -> String {
    let mark = |label: &str, stands: bool| format!("[{label}]{}", if stands { " " } else { "" });
    // A row of a table stays one line.
    let plain = |text: &str| reading.marked(text, |words| words.replace('\n', " "), mark);
    let Some(translation) = into else {
        return sentences.iter().map(|sentence| plain(&sentence.text)).collect();
    };
    let texts: Vec<String> = sentences
        .iter()
        .map(|s| plain(reading.translated(translation, unit, s.number).unwrap_or(&s.text)))
        .collect();
    texts.join(" ")
}

fn errata(reading: &AnnotatedEdition<'_>, english: bool, out: &mut String) {
    let document = &reading.edition.document;
    if reading.edition.errata.is_empty() {
        return;
    }
    out.push_str(if english {
        "\n----\nErrors in the source:\n"
    } else {
        "\n----\n原文勘误：\n"
    });
    for erratum in &reading.edition.errata {
        let Some(sentence) = document.sentence(&erratum.at) else { continue };
        let note = erratum_note(erratum.span.of(&sentence.text), erratum, english);
        let _ = writeln!(out, "{}: {note}", erratum.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_text_is_the_source_with_errata_after_it() {
        let library = sample::library();
        let text = text(&AnnotatedEdition::new(&library.editions[0]), None);
        assert_eq!(
            text,
            "关于修路的意见\n\n现提出如下意见。\n\n一、道路\n\n\
             (一)修好村路。新建农村公路500公里以上。完善排水设设施。\n\n(二)管好村路。落实管护责任。\n\n\
             二、附则\n\n(三)施行。自公布之日起施行。\n\n----\n原文勘误：\n\
             roads/1#s2: 原文作“设设”，应作“设”。字重复。\n"
        );
    }

    #[test]
    fn a_translation_reads_as_text() {
        let library = sample::library();
        let edition = &library.editions[0];
        let text = text(&AnnotatedEdition::new(edition), edition.translations.first());
        assert!(text.contains("(一) 1#s0. 1#s1. 1#s2.\n"), "{text}");
    }
}
