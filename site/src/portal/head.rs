//! All head markup of a page that is not its title, style or program.

use std::fmt::Write as _;

use corpus::Library;

use super::page::{PageInfo, PageKind, absolute};
use super::{json_ld, meta_tags};
use crate::exports::escape::xml;

/// Portal tags, canonical and alternate addresses, Open Graph and JSON-LD of a page, one element
/// a line. The title and the character set are not among them.
pub fn head(library: &Library, page: &PageInfo<'_>) -> String {
    let mut out = String::new();
    if matches!(page.kind, PageKind::Unlisted) {
        out.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        return out;
    }
    for (name, content) in meta_tags::tags(library, page) {
        let _ = writeln!(out, "<meta name=\"{name}\" content=\"{}\">", xml(&content));
    }
    addresses(library, page, &mut out);
    open_graph(library, page, &mut out);
    if let Some(json) = json_ld::json_ld(library, page) {
        let _ = writeln!(out, "<script type=\"application/ld+json\">{json}</script>");
    }
    out
}

/// The page's own address and those of the same page in other languages, where the site's is known:
/// who reads them takes none that is relative (Google, "Tell Google about localized versions of your
/// page"; RFC 6596 for canonical ones). The link in the page leads to its twin in any case.
fn addresses(library: &Library, page: &PageInfo<'_>, out: &mut String) {
    let Some(url) = page.url(library) else { return };
    let _ = writeln!(out, "<link rel=\"canonical\" href=\"{}\">", xml(&url));
    let default = page.alternates.first().map(|(_, path)| ("x-default", path));
    let all = page.alternates.iter().map(|(language, path)| (*language, path)).chain(default);
    for (language, path) in all {
        let Some(url) = absolute(library, path) else { continue };
        let _ = writeln!(
            out,
            "<link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\">",
            xml(&url)
        );
    }
}

/// A language with the country that Open Graph asks for; nothing where we know of none.
fn og_locale(language: &str) -> Option<&'static str> {
    match language {
        "zh-Hans" => Some("zh_CN"),
        "en" => Some("en_US"),
        _ => None,
    }
}

fn open_graph(library: &Library, page: &PageInfo<'_>, out: &mut String) {
    let kind = match page.kind {
        PageKind::Site | PageKind::Unlisted => "website",
        PageKind::Document(_) | PageKind::Unit(..) => "article",
    };
    let mut properties = vec![
        ("og:type", kind.to_owned()),
        ("og:title", page.title.to_owned()),
        ("og:description", page.description.to_owned()),
        ("og:site_name", library.publication.title.pick(page.english).to_owned()),
    ];
    properties.extend(og_locale(page.language).map(|own| ("og:locale", own.to_owned())));
    let others = page.alternates.iter().filter(|(language, _)| *language != page.language);
    let others = others.filter_map(|(language, _)| og_locale(language));
    properties.extend(others.map(|other| ("og:locale:alternate", other.to_owned())));
    properties.extend(page.url(library).map(|url| ("og:url", url)));
    let image = page.image.and_then(|image| absolute(library, image));
    properties.extend(image.map(|image| ("og:image", image)));
    for (property, content) in properties.into_iter().filter(|(_, content)| !content.is_empty()) {
        let _ = writeln!(out, "<meta property=\"{property}\" content=\"{}\">", xml(&content));
    }
}

#[cfg(test)]
mod tests {
    use corpus::Unit;

    use super::*;
    use crate::sample;

    fn page<'a>(path: &'a str, kind: PageKind<'a>) -> PageInfo<'a> {
        PageInfo {
            path,
            language: "zh-Hans",
            english: false,
            alternates: &[],
            title: "修好村路",
            description: "新建农村公路。",
            image: None,
            kind,
        }
    }

    fn both(path: &str) -> [(&'static str, String); 2] {
        [("zh-Hans", path.to_owned()), ("en", format!("en/{path}"))]
    }

    fn known() -> Library {
        let mut library = sample::library();
        let publication = &mut library.publication;
        publication.base_url = "https://example.gov.cn/policy/".into();
        publication.portal.site_name = "某某政府网".into();
        publication.portal.site_domain = "example.gov.cn".into();
        publication.portal.site_id_code = "1500000000".into();
        publication.portal.column_name.zh = "政策".into();
        publication.licence = "https://example.gov.cn/licence".into();
        let metadata = &mut library.editions[0].metadata;
        metadata.document_number = "内政发〔2026〕1号".into();
        metadata.issued = "2026-02-10".into();
        metadata.published = "2026-02-12 09:30".into();
        metadata.origin = "https://example.gov.cn/1.html".into();
        metadata.issuers =
            vec![corpus::Bilingual { zh: "某某政府".into(), en: "Government".into() }];
        library
    }

    #[test]
    fn a_page_of_a_site_that_knows_everything() {
        let library = known();
        let unit: Unit = "1".parse().expect("a unit");
        let kind = PageKind::Unit(&library.editions[0], &unit);
        let mut info = page("roads/1/", kind);
        let alternates = both("roads/1/");
        info.alternates = &alternates;
        insta::assert_snapshot!("provision", head(&library, &info));
        let kind = PageKind::Document(&library.editions[0]);
        insta::assert_snapshot!("document", head(&library, &page("roads/", kind)));
        let kind = PageKind::Document(&library.editions[1]);
        let info = page("roads-explained/", kind);
        insta::assert_snapshot!("interpretation", head(&library, &info));
    }

    #[test]
    fn nothing_is_invented() {
        let library = sample::library();
        let mut info = page("", PageKind::Site);
        let alternates = both("");
        info.alternates = &alternates;
        insta::assert_snapshot!("unknown_site", head(&library, &info));
        let kind = PageKind::Document(&library.editions[0]);
        insta::assert_snapshot!("unknown_document", head(&library, &page("roads/", kind)));
    }

    #[test]
    fn hostile_text_stays_text() {
        let library = sample::hostile();
        let nasty = library.publication.title.zh.clone();
        for edition in &library.editions {
            for unit in edition.document.units().map(|unit| unit.unit()) {
                let mut info = page("a/", PageKind::Unit(edition, &unit));
                info.title = &nasty;
                info.description = &nasty;
                let markup = head(&library, &info);
                assert_eq!(markup.matches("<script").count(), 1, "{markup}");
                assert_eq!(markup.matches("</script").count(), 1, "{markup}");
                assert!(!markup.contains("<img"), "{markup}");
                let json = markup
                    .split_once("ld+json\">")
                    .and_then(|(_, rest)| rest.split_once("</script>"))
                    .expect("JSON-LD")
                    .0;
                let value: serde_json::Value = serde_json::from_str(json).expect("JSON");
                assert_eq!(value["@context"], "https://schema.org");
            }
        }
    }

    #[test]
    fn an_unlisted_page_says_only_that() {
        let library = known();
        let markup = head(&library, &page("404.html", PageKind::Unlisted));
        assert_eq!(markup, "<meta name=\"robots\" content=\"noindex\">\n");
    }
}
