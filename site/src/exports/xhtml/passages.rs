//! What explains a unit, beneath it, and what a unit explains.

use std::fmt::Write as _;

use app::page_context::{part_of_one, provision_name};
use app::route::UiLocale;
use corpus::{Document, Unit, UnitRef};

use super::super::escape::xml;
use super::super::explained::{ExportedPassage, relation, unit_name};
use super::super::reading::AnnotatedEdition;
use super::{Markup, anchor, translated_paragraph};

impl Markup<'_, '_> {
    /// The passages that explain the unit, beneath it.
    pub(super) fn passages(&self, unit: &Unit) -> String {
        let id = &self.reading.edition.document.id;
        let passages = self.explained.passages(id, unit);
        if passages.is_empty() {
            return String::new();
        }
        let mut out = String::from(
            "<aside class=\"explained\">\n<p class=\"caption\">官方解读 <span lang=\"en\">Official \
             interpretation</span></p>\n",
        );
        for passage in &passages {
            out.push_str(&self.passage(passage));
        }
        out.push_str("</aside>\n");
        out
    }

    fn passage(&self, passage: &ExportedPassage<'_>) -> String {
        let reading = AnnotatedEdition::new(passage.edition);
        let unit = passage.unit.unit();
        let text: String = passage.sentences.iter().map(|s| s.text.as_str()).collect();
        let mut out = format!("<blockquote>\n<p>{}</p>\n", reading.raised(&text));
        for translation in reading.translations() {
            let texts: Vec<&str> = passage
                .sentences
                .iter()
                .filter_map(|s| reading.translated(translation, &unit, s.number))
                .collect();
            if !texts.is_empty() {
                let text = texts.join(" ");
                out.push_str(&translated_paragraph(&reading, &translation.locale, &text));
            }
        }
        let _ = write!(
            out,
            "<p class=\"source\">—— {} · {} <span lang=\"en\">{}</span></p>\n</blockquote>\n",
            self.link(passage, xml(passage.edition.metadata.name(false)).as_ref()),
            relation(passage.kind, false),
            relation(passage.kind, true),
        );
        out
    }

    /// What the unit's sentences explain, as a line of names.
    pub(super) fn explains(&self, unit: &Unit) -> String {
        let explained = self.explained.explains(&self.reading.edition.document.id, unit);
        if explained.is_empty() {
            return String::new();
        }
        let names: Vec<String> = explained
            .iter()
            .map(|passage| {
                let name = name_of(&passage.edition.document, &passage.unit);
                self.link(passage, xml(&name).as_ref())
            })
            .collect();
        format!(
            "<p class=\"explains\">说明 <span lang=\"en\">Explains</span>：{}</p>\n",
            names.join("；")
        )
    }

    fn link(&self, passage: &ExportedPassage<'_>, escaped: &str) -> String {
        match (self.other_page)(&passage.edition.document.id) {
            Some(page) => {
                format!("<a href=\"{page}#{}\">{escaped}</a>", anchor(&passage.unit.unit(), None))
            }
            None => escaped.to_owned(),
        }
    }
}

/// What a unit is called; without a label of its own as the part that it is all of, or as what it is.
fn name_of(document: &Document, unit: &UnitRef<'_>) -> String {
    match unit {
        UnitRef::Provision(provision) if provision.label.is_empty() => {
            match part_of_one(document, provision) {
                Some(part) => unit_name(&UnitRef::Division(part)),
                None => provision_name(document, provision, UiLocale::Zh, ""),
            }
        }
        unit => unit_name(unit),
    }
}

#[cfg(test)]
mod tests {
    use corpus::DocumentKind;

    use super::*;
    use crate::sample;

    #[test]
    fn the_text_of_a_part_that_has_no_other_has_the_name_of_the_part() {
        let text = "一、修路\n\n村路修好。\n\n二、造林\n\n今年造林。\n\n（一）育苗。育好。\n";
        let document = sample::edition("a", DocumentKind::Policy, text).document;
        let name = |number: &str| {
            let unit = Unit::Provision(number.into());
            name_of(&document, &document.unit(&unit).expect("a unit"))
        };
        assert_eq!([name("1.0"), name("2.0")], ["一、修路", "二、引言"]);
    }
}
