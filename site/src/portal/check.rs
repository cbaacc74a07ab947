//! What is still missing for a Chinese government portal, by page and field, in both languages.

use std::fmt::Write;

use corpus::{DocumentKind, Edition, Library, Publication};

use super::contrast::{Paper, contrast};
use super::fields::{DOCUMENT, Field, SITE};
use super::meta_tags::content_source;

/// Something that the guidelines ask for and that is not known, or not well-formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The page: `*` for every page, otherwise its address below the root.
    pub page: String,
    /// The field, as the guidelines name it.
    pub field: &'static str,
    /// Whether the guidelines demand it; otherwise it is recommended.
    pub required: bool,
    /// What to do, in Chinese.
    pub message_zh: String,
    /// What to do, in English.
    pub message_en: String,
}

/// All that is missing, page by page, what is demanded first.
pub fn check(library: &Library) -> Vec<Missing> {
    let mut missing = site(&library.publication);
    missing.extend(contrast(&library.publication.theme, Paper::default()));
    for edition in &library.editions {
        missing.extend(document(library, edition));
    }
    missing
}

/// The findings as a table for the command line, in both languages.
pub fn table(missing: &[Missing]) -> String {
    let mut out = String::new();
    if missing.is_empty() {
        return "门户网站要求的信息齐全。 / Everything that a portal asks for is there.\n"
            .to_owned();
    }
    let mut page = "";
    for one in missing {
        if one.page != page {
            page = &one.page;
            let name = if page == "*" { "所有页面 / all pages" } else { page };
            let _ = writeln!(out, "\n{name}");
        }
        let mark = if one.required { "必填 required   " } else { "建议 recommended" };
        let _ = writeln!(out, "  {mark}  {}", one.field);
        let _ = writeln!(out, "      {}\n      {}", one.message_zh, one.message_en);
    }
    let required = missing.iter().filter(|one| one.required).count();
    let _ = writeln!(
        out,
        "\n必填 {required} 项，建议 {} 项。 / {required} required, {0} recommended.",
        missing.len() - required
    );
    out
}

fn site(publication: &Publication) -> Vec<Missing> {
    let portal = &publication.portal;
    let mut list = List::new("*".to_owned(), "seeds/site.toml".to_owned());
    let values = [
        &portal.site_name,
        &portal.site_domain,
        &portal.site_id_code,
        &portal.column_name.zh,
        &portal.column_description,
        &portal.column_keywords,
        &portal.sponsor.zh,
        &portal.icp,
        &portal.police_record,
        &portal.party_government_sign,
        &portal.operator.zh,
        &portal.contact.zh,
        &publication.base_url,
    ];
    for (field, value) in SITE.iter().zip(values) {
        list.want(field, value);
    }
    if !publication.has_report_link() {
        list.say(
            true,
            "政府网站找错",
            "请填写 portal.report_error：读者报告错误的网址、mailto: 邮箱或 tel: 电话。",
            "Fill in portal.report_error: where readers report an error (https:, mailto: or tel:).",
        );
    }
    forms(publication, &mut list);
    list.found
}

/// What is there, but not as it must be.
fn forms(publication: &Publication, list: &mut List) {
    let code = publication.portal.site_id_code.trim();
    let well_formed = code.len() == 10 && code.bytes().all(|b| b.is_ascii_alphanumeric());
    if !code.is_empty() && !well_formed {
        list.say(
            true,
            "SiteIDCode",
            "网站标识码应为10位，请核对 portal.site_id_code。",
            "An identification code has 10 characters; check portal.site_id_code.",
        );
    }
    let base = publication.base_url.trim();
    if !base.is_empty() && !base.starts_with("https://") && !base.starts_with("http://") {
        list.say(
            true,
            "Url",
            "base_url 应以 https:// 开头。",
            "base_url must begin with https://.",
        );
    }
    let domain = publication.portal.site_domain.trim().trim_start_matches("www.");
    if !base.is_empty() && !base.contains(domain) {
        list.say(
            true,
            "SiteDomain",
            "portal.site_domain 与 base_url 的域名不一致。",
            "portal.site_domain and base_url name different domains.",
        );
    }
    if publication.security_contact.is_empty() != publication.security_expires.is_empty() {
        list.say(
            false,
            "security.txt",
            "security_contact 与 security_expires 要么都填，要么都不填。",
            "Give both security_contact and security_expires, or neither.",
        );
    }
}

fn document(library: &Library, edition: &Edition) -> Vec<Missing> {
    let metadata = &edition.metadata;
    let id = &metadata.id;
    let mut list = List::new(format!("{id}/"), format!("seeds/{id}/document.toml"));
    let interpretation = edition.document.kind == DocumentKind::Interpretation;
    let source = content_source(library, metadata);
    let known = |any: bool| if any { "known" } else { "" };
    let values = [
        metadata.title.zh.as_str(),
        &metadata.published,
        &source,
        known(!metadata.issuers.is_empty()),
        known(!metadata.keywords.is_empty()),
        known(!metadata.summary.is_empty()),
        &metadata.index_number,
        &metadata.subject.zh,
        &metadata.issued,
        &metadata.document_number,
        known(metadata.validity.is_some()),
    ];
    let count = if interpretation { 6 } else { DOCUMENT.len() };
    let not_stated = |key: &str| metadata.not_stated.iter().any(|field| field.key() == key);
    for (field, value) in DOCUMENT.iter().zip(values).take(count) {
        // Nobody can fill in what the source does not state.
        if !not_stated(field.2) {
            list.want(field, value);
        }
    }
    if interpretation && metadata.explains.is_none() {
        list.say(
            true,
            "政策解读",
            "解读没有写明所解读的文件，请填写 explains。",
            "The interpretation does not say what it explains; fill in `explains`.",
        );
    }
    if !metadata.published.is_empty() && !has_form(&metadata.published, "dddd-dd-dd dd:dd") {
        list.say(
            true,
            "PubDate",
            "发布日期的格式应为“2026-02-10 09:30”。",
            "Write the date of publication as `2026-02-10 09:30`.",
        );
    }
    if !metadata.issued.is_empty() && !has_form(&metadata.issued, "dddd-dd-dd") {
        list.say(
            true,
            "成文日期",
            "成文日期的格式应为“2026-02-10”。",
            "Write the date of issue as `2026-02-10`.",
        );
    }
    list.found
}

/// Whether the text has this form, `d` standing for a digit.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text
            .bytes()
            .zip(form.bytes())
            .all(|(c, f)| if f == b'd' { c.is_ascii_digit() } else { c == f })
}

struct List {
    page: String,
    file: String,
    found: Vec<Missing>,
}

impl List {
    fn new(page: String, file: String) -> Self {
        Self { page, file, found: Vec::new() }
    }

    fn want(&mut self, field: &Field, value: &str) {
        let (required, field, key, zh, en) = *field;
        if value.trim().is_empty() {
            let file = &self.file;
            let (otherwise_zh, otherwise_en) =
                if corpus::Field::ALL.iter().any(|known| known.key() == key) {
                    (
                        format!("原文没有写明的，写进 not_stated = [\"{key}\"]"),
                        format!(" Where the source does not state it: not_stated = [\"{key}\"]."),
                    )
                } else {
                    ("不知道的请留空".to_owned(), String::new())
                };
            let message_zh = format!("缺少{zh}；查明后请填写 {file} 中的 {key}；{otherwise_zh}。");
            let message_en =
                format!("Missing: {en}. Once it is known, fill in {key} in {file}.{otherwise_en}");
            self.add(required, field, message_zh, message_en);
        }
    }

    fn say(&mut self, required: bool, field: &'static str, zh: &str, en: &str) {
        self.add(
            required,
            field,
            format!("{zh}（{}）", self.file),
            format!("{en} ({})", self.file),
        );
    }

    fn add(&mut self, required: bool, field: &'static str, message_zh: String, message_en: String) {
        let page = self.page.clone();
        self.found.push(Missing { page, field, required, message_zh, message_en });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_is_missing_is_told_by_page_and_field() {
        insta::assert_snapshot!(table(&check(&sample::library())));
    }

    #[test]
    fn wrong_forms_are_told() {
        let mut library = sample::library();
        library.publication.portal.site_id_code = "12".into();
        library.publication.base_url = "example.gov.cn".into();
        library.editions[0].metadata.published = "2026年2月10日".into();
        library.editions[0].metadata.issued = "2026-2-1".into();
        let found = check(&library);
        for field in ["SiteIDCode", "Url", "PubDate", "成文日期"] {
            assert!(found.iter().any(|one| one.field == field && one.required), "{field}");
        }
    }

    #[test]
    fn forms() {
        assert!(has_form("2026-02-10 09:30", "dddd-dd-dd dd:dd"));
        assert!(!has_form("2026-02-10", "dddd-dd-dd dd:dd"));
    }
}
