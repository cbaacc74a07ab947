//! What every page promises: a strict security policy that its own content obeys, no address of
//! another origin, no map of the source, one release for all, and the loader's digest.

use std::collections::BTreeSet;

use super::folder::Folder;
use super::markup::{Tag, tags};
use crate::assets::integrity;

/// Addresses that name something and are never fetched.
const NAMES: [&str; 10] = [
    "http://www.w3.org/",
    "https://www.w3.org/",
    "https://schema.org",
    "http://schema.org",
    "https://creativecommons.org/",
    "https://www.apache.org/licenses/",
    "https://opensource.org/",
    "https://spdx.org/",
    "http://docs.oasis-open.org/",
    "http://127.0.0.1",
];

/// At most so many problems of one kind are told; the rest are the same.
const SAMPLE: usize = 8;

/// Everything that is wrong with pages, scripts and style sheets.
pub fn problems(folder: &Folder) -> Vec<String> {
    let mut problems = Vec::new();
    let mut releases = BTreeSet::new();
    let digest = integrity(&folder.files[&folder.boot]);
    for (path, html) in folder.html() {
        let tags = tags(html);
        problems.extend(policy(path, &tags));
        problems.extend(addresses(path, &tags, html));
        problems.extend(loader(path, &tags, &digest));
        if path.ends_with("index.html") {
            releases.insert(meta(&tags, "release").unwrap_or_default().to_owned());
        }
    }
    if releases.len() != 1 || releases.contains("") {
        problems.push(format!("pages name these releases, not one: {releases:?}"));
    }
    for (path, text) in folder.texts(&[".js", ".css", ".html", ".svg"]) {
        if text.contains("sourceMappingURL") {
            problems.push(format!("{path} names a source map"));
        }
        if !path.ends_with(".html") {
            problems.extend(foreign(text).map(|url| format!("{path} names {url}")));
        }
    }
    problems.extend(folder.files.keys().filter(|path| path.ends_with(".map")).cloned());
    shortened(&problems)
}

/// Does the page have a policy without holes, and is everything inline named by it?
fn policy(path: &str, tags: &[Tag<'_>]) -> Vec<String> {
    let is_policy = |tag: &&Tag<'_>| {
        tag.attribute("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    };
    let Some(policy) = tags.iter().find(is_policy).and_then(|tag| tag.attribute("content")) else {
        return vec![format!("no content security policy: {path}")];
    };
    let policy = policy.replace("&#39;", "'");
    let mut problems = Vec::new();
    for hole in ["'unsafe-inline'", " * ", " http:", " https:", "default-src *"] {
        if policy.contains(hole) {
            problems.push(format!("the policy allows {}: {path}", hole.trim()));
        }
    }
    let strict = |tag: &Tag<'_>| tag.raw.contains("'wasm-unsafe-eval'");
    let takes_back = tags.iter().any(|tag| tag.name == "script" && strict(tag));
    if policy.contains("'unsafe-eval'") && !takes_back {
        problems.push(format!("no script takes 'unsafe-eval' back where it can: {path}"));
    }
    let default = ["default-src 'none'", "default-src 'self'"];
    if !default.iter().any(|words| policy.contains(words)) {
        problems.push(format!("the policy has no strict default-src: {path}"));
    }
    for tag in tags {
        let inline = match tag.name.as_str() {
            "script" => tag.attribute("src").is_none() && is_program(tag),
            "style" => true,
            _ => false,
        };
        if inline && !policy.contains(&format!("'{}'", integrity(tag.raw.as_bytes()))) {
            problems
                .push(format!("an inline <{}> that the policy has no hash of: {path}", tag.name));
        }
        for (name, _) in &tag.attributes {
            // `on` and a letter: an event handler. Presentation attributes of SVG are no styles.
            if name == "style" || (name.starts_with("on") && name.len() > 3) {
                problems.push(format!("an attribute {name} on <{}>: {path}", tag.name));
            }
        }
    }
    problems
}

/// Does the page ask for the loader with its digest, so that browsers run no other?
fn loader(path: &str, tags: &[Tag<'_>], digest: &str) -> Option<String> {
    let loader = tags.iter().find(|tag| tag.attribute("data-root").is_some())?;
    let fits = loader.attribute("integrity") == Some(digest);
    (!fits).then(|| format!("the loader is asked for without its digest: {path}"))
}

/// Whether a `<script>` runs; blocks of data don't.
fn is_program(tag: &Tag<'_>) -> bool {
    tag.attribute("type")
        .is_none_or(|kind| kind.is_empty() || kind == "module" || kind.contains("javascript"))
}

/// Addresses of other origins that the page would fetch. Links that a reader may follow, such as
/// those of a portal's footer, and addresses of the site itself in its metadata are none.
fn addresses(path: &str, tags: &[Tag<'_>], html: &str) -> Vec<String> {
    let own = tags
        .iter()
        .find(|tag| tag.attribute("rel") == Some("canonical"))
        .and_then(|tag| tag.attribute("href"));
    let mut problems = Vec::new();
    for tag in tags {
        let metadata = tag.name == "meta"
            || (tag.name == "link"
                && matches!(tag.attribute("rel"), Some("canonical" | "alternate" | "license")));
        if tag.name == "a" || (metadata && own.is_some()) {
            continue;
        }
        for (name, value) in &tag.attributes {
            if name.starts_with("xmlns") {
                continue;
            }
            let value =
                if value.starts_with("//") { format!("({value}") } else { (*value).to_owned() };
            problems.extend(
                foreign(&value).map(|url| format!("<{} {name}> names {url}: {path}", tag.name)),
            );
        }
        if tag.name == "style" || (tag.name == "script" && is_program(tag)) {
            problems
                .extend(foreign(tag.raw).map(|url| format!("<{}> names {url}: {path}", tag.name)));
        }
    }
    if html.contains("javascript:") && tags.iter().any(has_script_address) {
        problems.push(format!("an address that is a script: {path}"));
    }
    problems
}

fn has_script_address(tag: &Tag<'_>) -> bool {
    let script = |value: &str| value.trim_start().to_ascii_lowercase().starts_with("javascript:");
    ["href", "src", "action"].iter().any(|name| tag.attribute(name).is_some_and(script))
}

/// The absolute addresses in a text, but for those that only name something.
fn foreign(text: &str) -> impl Iterator<Item = &str> {
    ["http://", "https://", "\"//", "'//", "(//"].into_iter().flat_map(move |start| {
        text.match_indices(start).filter_map(move |(at, _)| {
            let rest = &text[at..];
            let ends = |c: char| c.is_whitespace() || "\"'`<>)\\".contains(c);
            let from = usize::from(!start.ends_with("://"));
            let length = rest[from..].find(ends).map_or(rest.len(), |end| end + from);
            let url = &rest[from..length];
            // `"//"` by itself is no address, nor is a comment's beginning in a string.
            let address = url.len() > start.len() && !url.ends_with("//");
            (address && !NAMES.iter().any(|name| url.starts_with(name))).then_some(url)
        })
    })
}

fn meta<'a>(tags: &[Tag<'a>], name: &str) -> Option<&'a str> {
    tags.iter().find(|tag| tag.attribute("name") == Some(name))?.attribute("content")
}

/// The first problems of each kind (the words before the colon), and how many more there are.
fn shortened(problems: &[String]) -> Vec<String> {
    let kind = |problem: &str| problem.rsplit_once(": ").map_or("", |(kind, _)| kind).to_owned();
    let kinds: BTreeSet<String> = problems.iter().map(|problem| kind(problem)).collect();
    let mut short = Vec::new();
    for one in kinds {
        let same: Vec<&String> = problems.iter().filter(|problem| kind(problem) == one).collect();
        short.extend(same.iter().take(SAMPLE).map(|problem| (*problem).clone()));
        if same.len() > SAMPLE {
            short.push(format!("{one}: and {} more", same.len() - SAMPLE));
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::assets::base64;

    fn page(policy: &str, body: &str) -> Vec<String> {
        let html =
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{body}");
        let tags = tags(&html);
        policy_and_addresses(&tags, &html)
    }

    fn policy_and_addresses(tags: &[Tag<'_>], html: &str) -> Vec<String> {
        policy("x", tags).into_iter().chain(addresses("x", tags, html)).collect()
    }

    #[test]
    fn a_page_that_obeys_its_policy() {
        let hash = base64(&Sha256::digest("f()"));
        let policy = format!("default-src 'none'; script-src 'self' 'sha256-{hash}'");
        let body = "<script>f()</script><script src=\"a.js\"></script>\
                    <script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"}</script>\
                    <svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"red\"></svg>\
                    <a href=\"https://portal.example/\">x</a>";
        assert_eq!(page(&policy, body), Vec::<String>::new());
    }

    #[test]
    fn every_hole_is_told() {
        let strict = "default-src 'none'";
        for (policy, body) in [
            ("default-src 'none'; script-src 'unsafe-inline'", ""),
            ("script-src 'self'", ""),
            ("default-src *", ""),
            (strict, "<script>f()</script>"),
            (strict, "<style>p{}</style>"),
            (strict, "<p style=\"color:red\">"),
            (strict, "<p onclick=\"f()\">"),
            (strict, "<img src=\"https://elsewhere.example/x.png\">"),
            (strict, "<img src=\"//elsewhere.example/x.png\">"),
            (strict, "<a href=\"javascript:f()\">"),
        ] {
            assert_ne!(page(policy, body), Vec::<String>::new(), "{policy} {body}");
        }
        assert_eq!(policy("x", &tags("<p>")).len(), 1, "no policy at all");
    }

    #[test]
    fn a_loader_without_its_digest_is_told() {
        let digest = integrity(b"boot");
        let told = |attributes: &str| {
            let html = format!("<script defer src=\"boot.js\"{attributes}></script>");
            loader("x", &tags(&html), &digest).is_some()
        };
        assert!(told(" data-root=\"./\""));
        assert!(told(" data-root=\"./\" integrity=\"sha256-other\""));
        assert!(!told(&format!(" integrity=\"{digest}\" data-root=\"./\"")));
        assert!(!told(""), "a script of another kind");
    }

    #[test]
    fn addresses_in_scripts() {
        let found = |text| foreign(text).collect::<Vec<_>>();
        assert_eq!(found("fetch(\"https://a.example/b\")"), ["https://a.example/b"]);
        assert_eq!(found("x(\"//a.example/b\")"), ["//a.example/b"]);
        assert_eq!(found("url(//a.example/b)"), ["//a.example/b"]);
        assert_eq!(found("\"http://www.w3.org/2000/svg\" // a comment"), Vec::<&str>::new());
        assert_eq!(found("split('//')"), Vec::<&str>::new());
    }
}
