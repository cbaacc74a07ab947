//! The box that Chinese portals show above a document: 索引号, 主题分类, 发文机关, 成文日期, 标题,
//! 发文字号, 发布日期, 主题词, always all eight and in this order; 主送机关 follows where there is one.
//!
//! What the source does not state has no value: the reader is told so instead of finding a gap.

use crate::locale::Bilingual;
use crate::metadata::Metadata;

/// One row of the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InfoRow {
    /// What it tells, in the reader's language.
    pub label: &'static str,
    /// The value; `None` where the source does not state it.
    pub value: Option<String>,
}

impl InfoRow {
    /// The value, or words that say that there is none.
    pub fn shown(&self, english: bool) -> &str {
        self.value.as_deref().unwrap_or(not_stated(english))
    }
}

/// What stands in place of a value that the source does not state.
pub fn not_stated(english: bool) -> &'static str {
    if english { "not stated in the source" } else { "原文未载明" }
}

/// The rows of the box for an English (`true`) or a Chinese reader.
pub fn info_box(metadata: &Metadata, english: bool) -> Vec<InfoRow> {
    let separator = if english { "; " } else { "；" };
    let text = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let list = |words: &[Bilingual]| {
        let words: Vec<&str> =
            words.iter().map(|word| word.pick(english)).filter(|word| !word.is_empty()).collect();
        text(&words.join(separator))
    };
    let addressed = text(&metadata.addressee).map(|to| ("主送机关", "Addressed to", Some(to)));
    [
        ("索引号", "Index number", text(&metadata.index_number)),
        ("主题分类", "Subject", text(metadata.subject.pick(english))),
        ("发文机关", "Issued by", list(&metadata.issuers)),
        ("成文日期", "Date of issue", text(&metadata.issued)),
        ("标题", "Title", text(metadata.title.pick(english))),
        ("发文字号", "Document number", text(&metadata.document_number)),
        ("发布日期", "Published", text(&metadata.published)),
        ("主题词", "Keywords", list(&metadata.keywords)),
    ]
    .into_iter()
    .chain(addressed)
    .map(|(zh, en, value)| InfoRow { label: if english { en } else { zh }, value })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentId, DocumentKind};

    fn metadata() -> Metadata {
        Metadata {
            id: DocumentId::from("a"),
            kind: DocumentKind::Policy,
            source: String::new(),
            lines: None,
            sha256: String::new(),
            explains: None,
            title: Bilingual { zh: "标题".into(), en: "Title".into() },
            short_title: Bilingual::default(),
            summary: Vec::new(),
            issuers: vec![
                Bilingual { zh: "甲".into(), en: "A".into() },
                Bilingual { zh: "乙".into(), en: String::new() },
            ],
            index_number: String::new(),
            subject: Bilingual::default(),
            document_number: " ".into(),
            addressee: String::new(),
            issued: "2026-02-10".into(),
            published: String::new(),
            keywords: Vec::new(),
            origin: String::new(),
            remarks: Vec::new(),
            incomplete: Bilingual::default(),
        }
    }

    #[test]
    fn all_eight_rows_are_there_and_gaps_are_said() {
        let rows = info_box(&metadata(), false);
        let shown: Vec<String> =
            rows.iter().map(|row| format!("{}={}", row.label, row.shown(false))).collect();
        assert_eq!(
            shown,
            [
                "索引号=原文未载明",
                "主题分类=原文未载明",
                "发文机关=甲；乙",
                "成文日期=2026-02-10",
                "标题=标题",
                "发文字号=原文未载明",
                "发布日期=原文未载明",
                "主题词=原文未载明",
            ]
        );
    }

    #[test]
    fn english_falls_back_to_the_source_language() {
        let rows = info_box(&metadata(), true);
        assert_eq!(rows[2].value.as_deref(), Some("A; 乙"));
        assert_eq!(rows[0].shown(true), "not stated in the source");
    }
}
