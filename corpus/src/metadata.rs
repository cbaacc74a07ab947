//! What is known about a document: `seeds/<id>/document.toml`.
//!
//! Nothing is invented: what the source does not state stays empty, and the site says so.

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
}

impl Metadata {
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
