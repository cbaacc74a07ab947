//! From the address in a request to a file of the site.

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// The file at this path from the site's root.
    File(String),
    /// A folder without its slash: go to this address, so that relative links work.
    Redirect(String),
    /// Nothing we have.
    Nothing,
}

/// Finds what a request's address stands for in a site that `has` some paths.
pub fn find(address: &str, has: impl Fn(&str) -> bool) -> Target {
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (address, None),
    };
    let Some(decoded) = decoded(path) else { return Target::Nothing };
    let inside = decoded.trim_matches('/');
    if has(inside) && !path.ends_with('/') {
        return Target::File(inside.to_owned());
    }
    let index =
        if inside.is_empty() { "index.html".into() } else { [inside, "/index.html"].concat() };
    if !has(&index) {
        return Target::Nothing;
    }
    if path.ends_with('/') {
        return Target::File(index);
    }
    // One slash only: "//elsewhere" would be an address on another host.
    let own_path = path.trim_start_matches('/');
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Target::Redirect(format!("/{own_path}/{query}"))
}

/// Undoes percent-encoding; `None` if the result is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        rest = after;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn percent_signs_are_undone() {
        assert_eq!(decoded("/%E7%AC%AC/a"), Some("/第/a".to_owned()));
        assert_eq!(decoded("/%E7"), None, "half a character");
        assert_eq!(decoded("/%zz"), None);
        assert_eq!(decoded("/%2"), None);
    }

    #[test]
    fn folders_are_their_index_behind_a_slash() {
        let files = ["index.html", "page/index.html", "page/empty/x.txt", "a.js", "第/index.html"];
        let file = |name: &str| Target::File(name.to_owned());
        let to = |address: &str| Target::Redirect(address.to_owned());
        for (address, expected) in [
            ("/", file("index.html")),
            ("/?q=1", file("index.html")),
            ("/page/", file("page/index.html")),
            ("/page", to("/page/")),
            ("/page?q=a%20b", to("/page/?q=a%20b")),
            ("//page", to("/page/")),
            ("/page/empty", Target::Nothing),
            ("/page/empty/", Target::Nothing),
            ("/a.js", file("a.js")),
            ("/a.js?v=1", file("a.js")),
            ("/a.js/", Target::Nothing),
            ("/%E7%AC%AC/", file("第/index.html")),
            ("/none", Target::Nothing),
            ("/page/../a.js", Target::Nothing),
        ] {
            assert_eq!(find(address, |path| files.contains(&path)), expected, "{address}");
        }
    }
}
