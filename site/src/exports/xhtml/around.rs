//! What stands around the text: the portal's box, the notes of errata, where the text comes from.

use std::fmt::Write as _;

use corpus::Locale;
use corpus::info_box::{info_box, remark};

use super::super::escape::{href, xml};
use super::super::reading::erratum_note;
use super::{Markup, translated_paragraph};

impl Markup<'_, '_> {
    /// The portal's box of eight rows, in both languages.
    pub fn info(&self) -> String {
        let metadata = &self.reading.edition.metadata;
        let mut out = String::from("<table class=\"info\">\n<tbody>\n");
        for (zh, en) in info_box(metadata, false).iter().zip(info_box(metadata, true)) {
            let english = if en.is_empty() || en.value == zh.value {
                String::new()
            } else {
                format!("<br/><span lang=\"en\">{}</span>", xml(&en.value))
            };
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{} <span lang=\"en\">{}</span></th><td>{}{}{english}</td></tr>",
                zh.label,
                en.label,
                xml(zh.shown(false)),
                remark(zh.state, false).unwrap_or_default(),
            );
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }

    /// The notes of all errata; empty where there are none.
    pub fn errata(&self) -> String {
        let edition = self.reading.edition;
        let mut notes = String::new();
        for (erratum, number) in edition.errata.iter().zip(1..) {
            let Some(sentence) = edition.document.sentence(&erratum.at) else { continue };
            let printed = erratum.span.of(&sentence.text);
            let _ = writeln!(
                notes,
                "<li id=\"erratum-{number}\">{} <span lang=\"en\">{}</span></li>",
                xml(&erratum_note(printed, erratum, false)),
                xml(&erratum_note(printed, erratum, true)),
            );
        }
        if notes.is_empty() {
            return notes;
        }
        format!(
            "<section class=\"errata\">\n<h2>原文勘误 <span lang=\"en\">Errors in the \
             source</span></h2>\n\
             <ol>\n{notes}</ol>\n</section>\n"
        )
    }

    /// Where the text comes from, and which text counts.
    pub fn provenance(&self) -> String {
        let metadata = &self.reading.edition.metadata;
        let mut out = String::new();
        for remark in metadata.gaps() {
            let _ = writeln!(out, "<p>{}</p>", xml(&remark.zh));
            if !remark.en.is_empty() {
                out.push_str(&translated_paragraph(self.reading, &Locale::en(), &remark.en));
            }
        }
        if let Some(origin) = href(&metadata.origin) {
            let _ = writeln!(
                out,
                "<p>来源 <span lang=\"en\">Source</span>：<a href=\"{origin}\">{origin}</a></p>"
            );
        }
        if !self.reading.translations().is_empty() {
            out.push_str(
                "<p>译文不是官方的，以中文原文为准。 <span lang=\"en\">The Chinese text is \
                 authoritative; the translation is unofficial.</span></p>\n",
            );
        }
        out
    }
}
