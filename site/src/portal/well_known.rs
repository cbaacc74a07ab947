//! Small files that programs look for by name.

use std::fmt::Write as _;

use corpus::Publication;

use crate::exports::escape::xml;

/// The `OpenSearch` description, by which a browser learns to search the site; `None` where the
/// site does not know its own address, which the format asks for. `search_path` is the page that
/// takes `?q=`.
pub fn open_search(publication: &Publication, english: bool, search_path: &str) -> Option<String> {
    let base = publication.base();
    if base.is_empty() {
        return None;
    }
    // The format allows 16 characters for the name.
    let name: String = publication.title.pick(english).chars().take(16).collect();
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n\
         <Language>{}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n",
        xml(&name),
        xml(publication.description.pick(english)),
        if english { "en" } else { "zh-Hans" },
        xml(&format!("{base}/{search_path}")),
    ))
}

/// `robots.txt`: everything may be read. It counts only at the root of a host.
pub fn robots(publication: &Publication) -> String {
    let base = publication.base();
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if !base.is_empty() {
        let _ = write!(out, "\nSitemap: {base}/sitemap.xml\n");
    }
    out
}

/// `.well-known/security.txt` (RFC 9116); `None` unless contact and expiry are both configured.
pub fn security_txt(publication: &Publication) -> Option<String> {
    let contact = publication.security_contact.trim();
    let expires = publication.security_expires.trim();
    let one_line = |text: &str| !text.contains(char::is_control);
    let known_scheme =
        ["mailto:", "https://", "tel:"].iter().any(|scheme| contact.starts_with(scheme));
    let is_day = expires.len() == 10 && expires.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !known_scheme || !is_day || !one_line(contact) {
        return None;
    }
    let mut out =
        format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: zh, en\n");
    let base = publication.base();
    if !base.is_empty() {
        let _ = writeln!(out, "Canonical: {base}/.well-known/security.txt");
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publication() -> Publication {
        Publication {
            base_url: "https://a.gov.cn/p/".into(),
            title: corpus::Bilingual { zh: "政策<导读>".into(), en: String::new() },
            security_contact: "mailto:a@a.gov.cn".into(),
            security_expires: "2027-01-01".into(),
            ..Publication::default()
        }
    }

    #[test]
    fn all_from_configuration() {
        let publication = publication();
        let search = open_search(&publication, false, "search/").expect("a description");
        assert!(search.contains("template=\"https://a.gov.cn/p/search/?q={searchTerms}\""));
        assert!(search.contains("政策&lt;导读&gt;"));
        assert!(robots(&publication).ends_with("Sitemap: https://a.gov.cn/p/sitemap.xml\n"));
        assert_eq!(
            security_txt(&publication).expect("configured"),
            "Contact: mailto:a@a.gov.cn\nExpires: 2027-01-01T00:00:00Z\n\
             Preferred-Languages: zh, en\nCanonical: https://a.gov.cn/p/.well-known/security.txt\n"
        );
    }

    #[test]
    fn nothing_without_configuration() {
        let empty = Publication::default();
        assert_eq!(open_search(&empty, false, ""), None);
        assert_eq!(security_txt(&empty), None);
        assert_eq!(robots(&empty), "User-agent: *\nAllow: /\n");
        let mut forged = publication();
        forged.security_contact = "mailto:a@b\nContact: x".into();
        assert_eq!(security_txt(&forged), None);
    }
}
