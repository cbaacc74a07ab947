//! The box that Chinese portals show above a document: 索引号, 主题分类, 发文机关, 成文日期, 标题,
//! 发文字号, 发布日期, 主题词, always all eight and in this order; 主送机关 follows where there is one.
//!
//! What has no value says why: the source does not state it, or nobody has filled it in.

use crate::locale::Bilingual;
use crate::metadata::{Field, Metadata, State};

/// One row of the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InfoRow {
    /// The field that it shows; `None` for the title.
    pub field: Option<Field>,
    /// What it tells, in the reader's language.
    pub label: &'static str,
    /// The value; empty where there is none.
    pub value: String,
    /// Why it is so.
    pub state: State,
}

impl InfoRow {
    /// The value, or words that say why there is none.
    pub fn shown(&self, english: bool) -> &str {
        if self.value.is_empty() { absent(self.state, english) } else { &self.value }
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }
}

/// What stands in place of a value that there is not.
pub fn absent(state: State, english: bool) -> &'static str {
    match (state, english) {
        (State::NotStated, false) => "原文没有写明",
        (State::NotStated, true) => "not stated in the source",
        (_, false) => "本站尚未填写",
        (_, true) => "not filled in yet",
    }
}

/// What stands behind a value: that the text itself states it.
pub fn remark(state: State, english: bool) -> Option<&'static str> {
    (state == State::FromText).then_some(if english {
        "(as the text states)"
    } else {
        "（据正文）"
    })
}

/// The rows of the box for an English (`true`) or a Chinese reader.
pub fn info_box(metadata: &Metadata, english: bool) -> Vec<InfoRow> {
    let separator = if english { "; " } else { "；" };
    let list = |words: &[Bilingual]| {
        let words: Vec<&str> =
            words.iter().map(|word| word.pick(english)).filter(|word| !word.is_empty()).collect();
        words.join(separator)
    };
    let row = |field, zh: &'static str, en: &'static str, value: &str, state| InfoRow {
        field,
        label: if english { en } else { zh },
        value: value.trim().to_owned(),
        state,
    };
    let of = |field, zh, en, value: &str| row(Some(field), zh, en, value, metadata.state(field));
    let mut rows = vec![
        of(Field::IndexNumber, "索引号", "Index number", &metadata.index_number),
        of(Field::Subject, "主题分类", "Subject", metadata.subject.pick(english)),
        of(Field::Issuers, "发文机关", "Issued by", &list(&metadata.issuers)),
        of(Field::Issued, "成文日期", "Date of issue", &metadata.issued),
        row(None, "标题", "Title", metadata.title.pick(english), State::Given),
        of(Field::DocumentNumber, "发文字号", "Document number", &metadata.document_number),
        of(Field::Published, "发布日期", "Published", &metadata.published),
        of(Field::Keywords, "主题词", "Keywords", &list(&metadata.keywords)),
    ];
    if !metadata.lacks(Field::Addressee) {
        rows.push(of(Field::Addressee, "主送机关", "Addressed to", &metadata.addressee));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentId, DocumentKind};

    fn metadata() -> Metadata {
        Metadata {
            id: DocumentId::from("a"),
            kind: DocumentKind::Policy,
            title: Bilingual { zh: "标题".into(), en: "Title".into() },
            issuers: vec![
                Bilingual { zh: "甲".into(), en: "A".into() },
                Bilingual { zh: "乙".into(), en: String::new() },
            ],
            document_number: " ".into(),
            issued: "2026-02-10".into(),
            not_stated: vec![Field::DocumentNumber, Field::Keywords],
            ..Metadata::default()
        }
    }

    #[test]
    fn all_eight_rows_are_there_and_why_one_is_empty_is_said() {
        let rows = info_box(&metadata(), false);
        let shown: Vec<String> =
            rows.iter().map(|row| format!("{}={}", row.label, row.shown(false))).collect();
        assert_eq!(
            shown,
            [
                "索引号=本站尚未填写",
                "主题分类=本站尚未填写",
                "发文机关=甲；乙",
                "成文日期=2026-02-10",
                "标题=标题",
                "发文字号=原文没有写明",
                "发布日期=本站尚未填写",
                "主题词=原文没有写明",
            ]
        );
    }

    #[test]
    fn english_falls_back_to_the_source_language() {
        let rows = info_box(&metadata(), true);
        assert_eq!(rows[2].value, "A; 乙");
        assert_eq!(rows[0].shown(true), "not filled in yet");
        assert_eq!(rows[5].shown(true), "not stated in the source");
    }
}
