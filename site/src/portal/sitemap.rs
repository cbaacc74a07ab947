//! `sitemap.xml`: all pages with their language partners, split where there are too many for one.

use std::fmt::Write as _;
use std::sync::Arc;

use corpus::Publication;

use crate::exports::ExportFile;
use crate::exports::escape::xml;

/// As many addresses as the protocol allows in one file.
const MOST: usize = 50_000;

/// A page of the sitemap.
#[derive(Clone, Debug)]
pub struct SitemapEntry {
    /// Its address below the root.
    pub path: String,
    /// The same page in all languages, itself included: tag and address below the root.
    pub alternates: Arc<[(&'static str, String)]>,
}

/// The sitemap's files: none where the site does not know its own address, which the protocol
/// asks for.
pub fn sitemap(publication: &Publication, entries: &[SitemapEntry]) -> Vec<ExportFile> {
    let base = publication.base();
    if base.is_empty() || entries.is_empty() {
        return Vec::new();
    }
    let mut files: Vec<ExportFile> = entries
        .chunks(MOST)
        .zip(1..)
        .map(|(chunk, number)| file(format!("sitemap-{number}.xml"), &urls(base, chunk)))
        .collect();
    if let [only] = &mut files[..] {
        "sitemap.xml".clone_into(&mut only.path);
        return files;
    }
    let mut list = String::new();
    for file in &files {
        let url = format!("{base}/{}", file.path);
        let _ = writeln!(list, "<sitemap><loc>{}</loc></sitemap>", xml(&url));
    }
    let index = format!(
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</sitemapindex>\n"
    );
    files.push(file("sitemap.xml".to_owned(), &index));
    files
}

fn file(path: String, content: &str) -> ExportFile {
    let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{content}");
    ExportFile { path, bytes: text.into(), media_type: "application/xml" }
}

fn urls(base: &str, entries: &[SitemapEntry]) -> String {
    let mut out = String::from(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        let url = |path: &str| xml(&format!("{base}/{path}")).into_owned();
        let _ = write!(out, "<url><loc>{}</loc>", url(&entry.path));
        for (language, path) in &*entry.alternates {
            let _ = write!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>",
                url(path)
            );
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, zh: &str, en: &str) -> SitemapEntry {
        let alternates = [("zh-Hans", zh.to_owned()), ("en", en.to_owned())];
        SitemapEntry { path: path.into(), alternates: Arc::new(alternates) }
    }

    #[test]
    fn pages_come_with_their_partners() {
        let publication =
            Publication { base_url: "https://a.gov.cn/p/".into(), ..Publication::default() };
        let entries = [entry("", "", "en/"), entry("en/", "", "en/")];
        let files = sitemap(&publication, &entries);
        assert_eq!(files.len(), 1);
        insta::assert_snapshot!(String::from_utf8_lossy(&files[0].bytes));
    }

    #[test]
    fn many_pages_are_split_and_no_address_means_no_sitemap() {
        let mut publication = Publication::default();
        let entries: Vec<SitemapEntry> =
            (0..=MOST).map(|n| entry(&format!("a/{n}/"), "a", "b")).collect();
        assert_eq!(sitemap(&publication, &entries), []);
        publication.base_url = "https://a.gov.cn".into();
        let paths: Vec<String> =
            sitemap(&publication, &entries).into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
    }
}
