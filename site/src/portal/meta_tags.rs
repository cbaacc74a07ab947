//! The meta tags of the Government Website Development Guidelines (2017): site, column, article.

use corpus::{Bilingual, DocumentKind, Edition, Library, Metadata};

use super::page::{PageInfo, PageKind};

/// The tags of a page as (name, content), only those whose content is known.
pub fn tags(library: &Library, page: &PageInfo<'_>) -> Vec<(&'static str, String)> {
    let portal = &library.publication.portal;
    let mut tags = vec![
        ("SiteName", portal.site_name.clone()),
        ("SiteDomain", portal.site_domain.clone()),
        ("SiteIDCode", portal.site_id_code.clone()),
        ("ColumnName", portal.column_name.pick(page.english).to_owned()),
    ];
    match page.kind {
        PageKind::Site | PageKind::Unlisted => {
            tags.push(("ColumnDescription", portal.column_description.clone()));
            tags.push(("ColumnKeywords", portal.column_keywords.clone()));
            tags.push(("Description", page.description.to_owned()));
        }
        PageKind::Document(edition) | PageKind::Unit(edition, _) => {
            article(library, page, edition, &mut tags);
        }
    }
    tags.retain(|(_, content)| !content.trim().is_empty());
    tags
}

fn article(
    library: &Library,
    page: &PageInfo<'_>,
    edition: &Edition,
    tags: &mut Vec<(&'static str, String)>,
) {
    let metadata = &edition.metadata;
    let title = match page.kind {
        PageKind::Document(_) => metadata.title.pick(page.english),
        _ => page.title,
    };
    tags.push(("ColumnType", column_type(edition.document.kind).to_owned()));
    tags.push(("ArticleTitle", title.to_owned()));
    tags.push(("PubDate", metadata.published.clone()));
    tags.push(("ContentSource", content_source(library, metadata)));
    tags.push(("Keywords", joined(&metadata.keywords, page.english)));
    tags.push(("Author", joined(&metadata.issuers, page.english)));
    tags.push(("Description", page.description.to_owned()));
    tags.extend(page.url(library).map(|url| ("Url", url)));
}

/// The column's class in the words of the guidelines.
fn column_type(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Policy | DocumentKind::Law => "政策文件",
        DocumentKind::Interpretation => "政策解读",
    }
}

/// Where the text was first published: the document's own statement before that of the site.
pub fn content_source(library: &Library, metadata: &Metadata) -> String {
    let site = &library.publication.portal.content_source;
    if site.trim().is_empty() { &metadata.origin } else { site }.clone()
}

fn joined(words: &[Bilingual], english: bool) -> String {
    let words: Vec<&str> =
        words.iter().map(|word| word.pick(english)).filter(|word| !word.is_empty()).collect();
    words.join(if english { "; " } else { "；" })
}
