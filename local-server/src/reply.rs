//! What a request is answered with.

use crate::Lookup;
use crate::media_type::media_type;
use crate::target::{self, Target};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Cursor;
use std::path::Path;
use tiny_http::{Header, Method, Response};

/// An answer before it takes the library's form.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// Answers a request for an address of a site; `known` is the `If-None-Match` that the browser
    /// sent.
    pub fn to(method: &Method, address: &str, known: Option<&str>, site: &Lookup) -> Self {
        if !matches!(method, Method::Get | Method::Head) {
            let headers = vec![("Allow", "GET, HEAD".to_owned())];
            return Self { status: 405, headers, body: Vec::new() };
        }
        match target::find(address, |path| site(path).is_some()) {
            Target::File(path) => Self::file(200, &path, known, site),
            Target::Redirect(location) => Self {
                status: 301,
                // A redirect kept for good would outlive the next project on this port.
                headers: vec![("Location", location), ("Cache-Control", "no-store".to_owned())],
                body: Vec::new(),
            },
            Target::Nothing => Self::file(404, "404.html", None, site),
        }
    }

    /// An answer of the caller's own, that no browser keeps.
    pub fn own(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers =
            vec![("Content-Type", media_type.to_owned()), ("Cache-Control", "no-store".to_owned())];
        Self { status: 200, headers, body: body.into() }
    }

    fn file(status: u16, path: &str, known: Option<&str>, site: &Lookup) -> Self {
        let Some(body) = site(path) else {
            let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
            return Self { status: 404, headers, body: b"Not found".to_vec() };
        };
        let mut hasher = DefaultHasher::new();
        body.hash(&mut hasher);
        let tag = format!("\"{:016x}\"", hasher.finish());
        // "no-cache" means: keep it, but ask every time whether it is still the one.
        let mut headers = vec![("ETag", tag.clone()), ("Cache-Control", "no-cache".to_owned())];
        if status == 200 && known.is_some_and(|known| names(known, &tag)) {
            return Self { status: 304, headers, body: Vec::new() };
        }
        headers.push(("Content-Type", media_type(Path::new(path))));
        headers.push(("X-Content-Type-Options", "nosniff".to_owned()));
        Self { status, headers, body }
    }

    /// The same as an answer that `tiny_http` sends. It leaves the body out for HEAD by itself.
    pub fn into_response(self) -> Response<Cursor<Vec<u8>>> {
        let headers = self
            .headers
            .iter()
            .filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok())
            .collect();
        let length = self.body.len();
        Response::new(self.status.into(), headers, Cursor::new(self.body), Some(length), None)
            // Sent in chunks, a file would lose its length, and the page its progress bar.
            .with_chunked_threshold(usize::MAX)
    }
}

/// Whether a list of tags, strong or weak, has this one.
fn names(list: &str, tag: &str) -> bool {
    list.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(address: &str, known: Option<&str>, files: &'static [(&str, &str)]) -> Reply {
        let site = |path: &str| {
            let (_, text) = files.iter().find(|(name, _)| *name == path)?;
            Some(text.as_bytes().to_vec())
        };
        Reply::to(&Method::Get, address, known, &site)
    }

    const HOME: &[(&str, &str)] = &[("index.html", "home")];

    impl Reply {
        fn header(&self, name: &str) -> Option<&str> {
            let found = self.headers.iter().find(|(header, _)| *header == name);
            found.map(|(_, value)| value.as_str())
        }
    }

    #[test]
    fn a_page_is_sent_once_and_confirmed_after() {
        let first = get("/", None, HOME);
        assert_eq!((first.status, first.body.as_slice()), (200, b"home".as_slice()));
        let tag = first.header("ETag").expect("a tag");
        let weak = format!("\"other\", W/{tag}");
        for known in [tag, &weak, "*"] {
            let again = get("/", Some(known), HOME);
            assert_eq!((again.status, again.body.len()), (304, 0), "{known}");
        }
        assert_eq!(get("/", Some("\"old\""), HOME).status, 200);
    }

    #[test]
    fn what_is_missing_gets_the_sites_own_page() {
        assert_eq!(get("/none", None, HOME).body, b"Not found");
        let reply = get("/none", Some("*"), &[("404.html", "sorry")]);
        assert_eq!((reply.status, reply.body.as_slice()), (404, b"sorry".as_slice()));
        assert_eq!(reply.header("Content-Type"), Some("text/html; charset=utf-8"));
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = |_: &str| Some(b"home".to_vec());
        assert_eq!(Reply::to(&Method::Post, "/", None, &site).status, 405);
        assert_eq!(Reply::to(&Method::Head, "/", None, &site).status, 200);
    }
}
