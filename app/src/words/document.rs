//! The words of the box about a document, and what its files are called.

use corpus::downloads::Format;
use corpus::info_box::InfoRow;
use corpus::{Field, State};

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of document;

    index_number: "索引号", "Index number";
    subject: "主题分类", "Subject";
    issuers: "发文机关", "Issued by";
    issued: "成文日期", "Date of issue";
    title: "标题", "Title";
    document_number: "发文字号", "Document number";
    published: "发布日期", "Published";
    keywords: "主题词", "Keywords";
    addressee: "主送机关", "Addressed to";
    not_stated: "原文没有写明", "not stated in the source";
    not_filled_in: "本站尚未填写", "not filled in yet";
    from_text: "（据正文）", "(as the text states)";

    html: "离线单页（HTML）", "Single page for offline use (HTML)";
    epub: "电子书（EPUB）", "E-book (EPUB)";
    text: "纯文本（TXT）", "Plain text (TXT)";
    markdown: "Markdown 文本", "Markdown";
    json: "结构化数据（JSON）", "Structured data (JSON)";
    akoma_ntoso: "法律文件标准格式（Akoma Ntoso XML）", "Akoma Ntoso (XML)";
    provisions: "条目表格（CSV）", "Table of measures (CSV)";
    sentences: "逐句对照表格（CSV）", "Table of sentences (CSV)";
    facts_json: "数字与期限（JSON）", "Figures and deadlines (JSON)";
    facts_csv: "数字与期限（CSV）", "Figures and deadlines (CSV)";
    changes_json: "变化（JSON）", "What changed (JSON)";
    changes_csv: "变化（CSV）", "What changed (CSV)";
}

/// What a row of the box is called.
pub fn label(row: &InfoRow, locale: UiLocale) -> &'static str {
    let words = words(locale);
    match row.field {
        None => words.title,
        Some(Field::IndexNumber) => words.index_number,
        Some(Field::Subject) => words.subject,
        Some(Field::Issuers) => words.issuers,
        Some(Field::Issued) => words.issued,
        Some(Field::DocumentNumber) => words.document_number,
        Some(Field::Published) => words.published,
        Some(Field::Keywords) => words.keywords,
        Some(Field::Addressee) => words.addressee,
        // The box has no such row.
        Some(_) => row.label,
    }
}

/// The value of a row, or words that say why there is none.
pub fn shown(row: &InfoRow, locale: UiLocale) -> &str {
    if row.is_empty() { absent(row.state, locale) } else { &row.value }
}

/// What stands in place of a value that there is not.
pub fn absent(state: State, locale: UiLocale) -> &'static str {
    let words = words(locale);
    if state == State::NotStated { words.not_stated } else { words.not_filled_in }
}

/// What stands behind a value: that the text itself states it.
pub fn remark(state: State, locale: UiLocale) -> Option<&'static str> {
    (state == State::FromText).then_some(words(locale).from_text)
}

/// What a reader sees on the link to a file.
pub fn format(format: Format, locale: UiLocale) -> &'static str {
    let words = words(locale);
    match format {
        Format::Html => words.html,
        Format::Epub => words.epub,
        Format::Text => words.text,
        Format::Markdown => words.markdown,
        Format::Json => words.json,
        Format::AkomaNtoso => words.akoma_ntoso,
        Format::Provisions => words.provisions,
        Format::Sentences => words.sentences,
        Format::FactsJson => words.facts_json,
        Format::FactsCsv => words.facts_csv,
        Format::ChangesJson => words.changes_json,
        Format::ChangesCsv => words.changes_csv,
    }
}

#[cfg(test)]
mod tests {
    use corpus::info_box;
    use corpus::{Bilingual, Metadata};

    use super::*;

    #[test]
    fn the_box_has_the_same_words_here_as_in_files_to_take_away() {
        let metadata = Metadata {
            addressee: "某某".to_owned(),
            title: Bilingual { zh: "标题".to_owned(), en: String::new() },
            ..Metadata::default()
        };
        for (locale, english) in [(UiLocale::Zh, false), (UiLocale::En, true)] {
            for row in info_box::info_box(&metadata, english) {
                assert_eq!(label(&row, locale), row.label);
            }
            for state in [State::NotStated, State::NotFilledIn, State::FromText, State::Given] {
                assert_eq!(absent(state, locale), info_box::absent(state, english));
                assert_eq!(remark(state, locale), info_box::remark(state, english));
            }
        }
    }
}
