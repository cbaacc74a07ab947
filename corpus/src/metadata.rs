//! What is known about a document: `seeds/<id>/document.toml`.
//!
//! Nothing is invented. What is not there is told apart: the editor says that the source does not
//! state it (`not_stated`), or nobody has filled it in yet.

use serde::{Deserialize, Serialize};

use crate::address::DocumentId;
use crate::locale::Bilingual;

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DocumentKind {
    /// Opinions, measures, a notice: numbered provisions by GB/T 9704.
    #[default]
    Policy,
    /// An official interpretation of another document.
    Interpretation,
    /// A law or regulation in articles.
    Law,
}

/// The force of a text in law (Legislation Law of the PRC, chapter 5): where several texts speak of
/// the same, that of the greater force is the likelier answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// Not told, or none: policies and their interpretations.
    #[default]
    Unstated,
    /// 宪法.
    Constitution,
    /// 法律.
    Law,
    /// 行政法规.
    Regulation,
    /// 司法解释.
    Judicial,
    /// 部门规章.
    Rule,
    /// 地方性法规, 地方政府规章.
    Local,
}

/// A field that a document need not have, by its name in `document.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 索引号.
    IndexNumber,
    /// 主题分类.
    Subject,
    /// 发文机关.
    Issuers,
    /// 成文日期.
    Issued,
    /// 发文字号.
    DocumentNumber,
    /// 发布日期.
    Published,
    /// 主题词.
    Keywords,
    /// 主送机关.
    Addressee,
    /// Where the text was first published.
    Origin,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::IndexNumber,
        Self::Subject,
        Self::Issuers,
        Self::Issued,
        Self::DocumentNumber,
        Self::Published,
        Self::Keywords,
        Self::Addressee,
        Self::Origin,
    ];

    /// Its name in `document.toml`.
    pub fn key(self) -> &'static str {
        match self {
            Self::IndexNumber => "index_number",
            Self::Subject => "subject",
            Self::Issuers => "issuers",
            Self::Issued => "issued",
            Self::DocumentNumber => "document_number",
            Self::Published => "published",
            Self::Keywords => "keywords",
            Self::Addressee => "addressee",
            Self::Origin => "origin",
        }
    }
}

/// Whether a document is in force, as its editors last looked (a site knows no today).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// 现行有效.
    InForce,
    /// 尚未施行.
    NotYet,
    /// 已失效.
    Expired,
}

/// Why a field is as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// `document.toml` says it.
    Given,
    /// The text itself says it, and `document.toml` is silent.
    FromText,
    /// Empty: the editor says that the source does not state it.
    NotStated,
    /// Empty: nobody has said anything.
    NotFilledIn,
}

/// A document's metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// The document's id; also the name of its folder.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// The source file, relative to `seeds/`.
    pub source: String,
    /// First and last line of the document in the source file; the whole file if empty.
    #[serde(default)]
    pub lines: Option<[u32; 2]>,
    /// SHA-256 of the source file, in hexadecimal; checked by the build.
    #[serde(default)]
    pub sha256: String,
    /// The document that this one explains.
    #[serde(default)]
    pub explains: Option<DocumentId>,
    /// The edition before this one, which is out of force because of it.
    #[serde(default)]
    pub replaces: Option<DocumentId>,
    /// The document before this one in a series, such as the policy of last year, which this one
    /// does not put out of force.
    #[serde(default)]
    pub follows: Option<DocumentId>,
    /// The documents that this one carries out, such as that of a higher body.
    #[serde(default)]
    pub based_on: Vec<DocumentId>,
    /// Its force in law; the search ranks by it.
    #[serde(default)]
    pub force: Force,
    /// The full title.
    pub title: Bilingual,
    /// A short title for lists and for the browser's tab.
    #[serde(default)]
    pub short_title: Bilingual,
    /// What this is, in three plain sentences of ours.
    #[serde(default)]
    pub summary: Vec<Bilingual>,
    /// The bodies that issued it.
    #[serde(default)]
    pub issuers: Vec<Bilingual>,
    /// 索引号, the index number of the open-government catalogue.
    #[serde(default)]
    pub index_number: String,
    /// 主题分类, the subject class of the catalogue.
    #[serde(default)]
    pub subject: Bilingual,
    /// 发文字号, the document number.
    #[serde(default)]
    pub document_number: String,
    /// 主送机关, whom it is addressed to.
    #[serde(default)]
    pub addressee: String,
    /// 成文日期, the date of issue, `YYYY-MM-DD`.
    #[serde(default)]
    pub issued: String,
    /// 发布日期, the date and time of publication, `YYYY-MM-DD HH:MM`.
    #[serde(default)]
    pub published: String,
    /// 主题词, keywords.
    #[serde(default)]
    pub keywords: Vec<Bilingual>,
    /// Where the text was first published: an address, if known.
    #[serde(default)]
    pub origin: String,
    /// What readers should know about the source that is not in it (gaps, state of the copy).
    #[serde(default)]
    pub remarks: Vec<Bilingual>,
    /// Why the text at hand may not be the whole document, for readers; empty where it is whole.
    /// What an incomplete interpretation does not mention is not known to be passed over.
    #[serde(default)]
    pub incomplete: Bilingual,
    /// Whether it is in force.
    #[serde(default)]
    pub validity: Option<Validity>,
    /// 施行日期, the day from which it is in force, `YYYY-MM-DD`.
    #[serde(default)]
    pub effective: String,
    /// 有效期, the last day on which it is in force, `YYYY-MM-DD`.
    #[serde(default)]
    pub expires: String,
    /// The address of the official original as PDF.
    #[serde(default)]
    pub origin_pdf: String,
    /// When the texts of this document were last changed on this site, `YYYY-MM-DD`.
    #[serde(default)]
    pub updated: String,
    /// What the source does not state: the editor looked, and it is not there.
    #[serde(default)]
    pub not_stated: Vec<Field>,
    /// What was taken over from the text itself, as this file is silent.
    #[serde(skip)]
    pub from_text: Vec<Field>,
}

impl Metadata {
    /// The document that this one is compared with: the one that it replaces or follows.
    pub fn earlier(&self) -> Option<&DocumentId> {
        self.replaces.as_ref().or(self.follows.as_ref())
    }

    /// Why a field is as it is.
    pub fn state(&self, field: Field) -> State {
        if !self.lacks(field) {
            if self.from_text.contains(&field) { State::FromText } else { State::Given }
        } else if self.not_stated.contains(&field) {
            State::NotStated
        } else {
            State::NotFilledIn
        }
    }

    /// Whether a field is empty.
    pub fn lacks(&self, field: Field) -> bool {
        let none = |list: &[Bilingual]| list.iter().all(Bilingual::is_empty);
        let text = match field {
            Field::Issuers => return none(&self.issuers),
            Field::Keywords => return none(&self.keywords),
            Field::Subject => return self.subject.is_empty(),
            Field::IndexNumber => &self.index_number,
            Field::Issued => &self.issued,
            Field::DocumentNumber => &self.document_number,
            Field::Published => &self.published,
            Field::Addressee => &self.addressee,
            Field::Origin => &self.origin,
        };
        text.trim().is_empty()
    }

    /// What readers should know about the copy at hand, that it may not be whole first.
    pub fn gaps(&self) -> impl Iterator<Item = &Bilingual> {
        let incomplete = Some(&self.incomplete).filter(|text| !text.is_empty());
        incomplete.into_iter().chain(&self.remarks)
    }

    /// The short title, or the full one where there is none.
    pub fn name(&self, english: bool) -> &str {
        if self.short_title.is_empty() { &self.title } else { &self.short_title }.pick(english)
    }
}
