//! Glossary, thesaurus, topics, places and bodies: what editors add for readers, as data whose
//! every quote is checked against the texts.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::bilingual;
use crate::locale::Locale;
use crate::model::Document;
use crate::problem::{Position, Problem, ProblemKind, Severity};

/// A term that readers may not know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Chinese forms as they occur in the texts; the first is the headword.
    pub zh: Vec<String>,
    /// English forms that occur in the translation; the first is the headword.
    #[serde(default)]
    pub en: Vec<String>,
    /// Forms that occur in translations into further languages.
    #[serde(default, rename = "translation")]
    pub translations: Vec<TermTranslation>,
    /// Explanation in Chinese.
    #[serde(default)]
    pub explain_zh: String,
    /// Explanation in English.
    #[serde(default)]
    pub explain_en: String,
    /// Where the explanation comes from: `editors`, or the address of a sentence.
    #[serde(default)]
    pub basis: String,
}

/// A term in a further language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermTranslation {
    /// The tag of the language.
    pub locale: String,
    /// Forms that occur in the translation; the first is the headword.
    pub forms: Vec<String>,
}

impl Term {
    /// Its forms in a language; empty where nobody has stated any.
    pub fn forms(&self, locale: &Locale) -> &[String] {
        let of = |one: &&TermTranslation| one.locale == locale.0;
        match self.translations.iter().find(of) {
            _ if locale.is_english() => &self.en,
            Some(one) => &one.forms,
            None => &[],
        }
    }
}

/// Everyday words for a term of the texts, used by the search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ThesaurusEntry {
    /// The term as official texts write it.
    pub term: String,
    /// Everyday Chinese words for it.
    pub zh: Vec<String>,
    /// The term in English.
    pub en_term: String,
    /// Everyday English words for it.
    pub en: Vec<String>,
    /// A note for editors.
    pub note: String,
    /// Whether it stands in the list of rarer words, which only the engine knows: the words that a
    /// page has before its engine stay few.
    #[serde(skip)]
    pub rare: bool,
}

/// A reader's concern, with the provisions that matter to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    #[serde(default)]
    pub title_en: String,
    /// One line in Chinese.
    #[serde(default)]
    pub lead_zh: String,
    /// One line in English.
    #[serde(default)]
    pub lead_en: String,
    /// The provisions.
    #[serde(default, rename = "measure")]
    pub measures: Vec<TopicMeasure>,
}

impl Topic {
    /// Its title for an English (`true`) or a Chinese reader, who gets the other where it is missing.
    pub fn title(&self, english: bool) -> &str {
        let (first, other) = if english {
            (&self.title_en, &self.title_zh)
        } else {
            (&self.title_zh, &self.title_en)
        };
        if first.is_empty() { other } else { first }
    }
}

/// What one provision says to a topic's readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicMeasure {
    /// The provision, `opinions-2026/2`.
    pub at: String,
    /// The words it rests on: exact characters of one sentence of that provision.
    pub quote: String,
    /// One line in plain Chinese, ours.
    #[serde(default)]
    pub plain_zh: String,
    /// One line in plain English, ours.
    #[serde(default)]
    pub plain_en: String,
}

/// A place named in the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Forms as they occur in the texts; the first is the headword.
    pub zh: Vec<String>,
    /// English name.
    #[serde(default)]
    pub en: String,
    /// League, city, banner, river ….
    #[serde(default)]
    pub kind: String,
    /// Whether it lies inside the region that the documents are about.
    #[serde(default)]
    pub inside: bool,
    /// A note in Chinese.
    #[serde(default)]
    pub note_zh: String,
    /// A note in English.
    #[serde(default)]
    pub note_en: String,
}

/// A body, organisation or platform named in the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Stable id, lower-case ASCII.
    pub id: String,
    /// Forms as they occur in the texts; the first is the headword.
    pub zh: Vec<String>,
    /// English name.
    #[serde(default)]
    pub en: String,
    /// Party, government, enterprise ….
    #[serde(default)]
    pub kind: String,
}

/// Places in the texts where one of the forms occurs, as addresses of sentences.
pub fn occurrences(forms: &[String], documents: &[Document]) -> Vec<Address> {
    let mut found = Vec::new();
    for document in documents {
        for (unit, sentence) in document.sentences() {
            if forms.iter().any(|form| sentence.text.contains(form.as_str())) {
                found.push(Address {
                    document: document.id.clone(),
                    unit,
                    sentence: Some(sentence.number),
                });
            }
        }
    }
    found
}

/// Checks that the forms of a glossary term, place or body occur in the texts.
pub fn check_forms(
    what: &str,
    forms: &[String],
    documents: &[Document],
    problems: &mut Vec<Problem>,
) {
    for form in forms {
        if occurrences(std::slice::from_ref(form), documents).is_empty() {
            problems.push(Problem::new(
                ProblemKind::Glossary,
                Severity::Warning,
                Position::default(),
                bilingual!(
                    "{what}：哪份文件里都没有“{form}”；请改正或删去",
                    "{what}: “{form}” occurs in no text; correct or remove it"
                ),
            ));
        }
    }
}

/// Checks that every quote of a topic stands in the provision that it names, and returns the
/// address of the sentence for each measure (`None` where the quote was not found).
pub fn locate(
    topic: &Topic,
    documents: &[Document],
    problems: &mut Vec<Problem>,
) -> Vec<Option<Address>> {
    let find = |measure: &TopicMeasure| {
        let address: Address = measure.at.parse().ok()?;
        let document = documents.iter().find(|document| document.id == address.document)?;
        let unit = document.unit(&address.unit)?;
        let number = unit.sentences().find(|s| s.text.contains(&measure.quote))?.number;
        Some(Address { sentence: Some(number), ..address })
    };
    topic
        .measures
        .iter()
        .map(|measure| {
            let found = find(measure);
            if found.is_none() {
                let (id, quote, at) = (&topic.id, &measure.quote, &measure.at);
                let message = bilingual!(
                    "话题 {id}：{at} 里没有“{quote}”；请一字不差地引用其中的一句话",
                    "topic {id}: “{quote}” is not in {at}; quote the exact characters of one \
                     sentence"
                );
                let (kind, severity) = (ProblemKind::Topic, Severity::Error);
                problems.push(Problem::new(kind, severity, Position::default(), message));
            }
            found
        })
        .collect()
}
