//! From the address in a request to a file in `dist/`, and never to one outside it.

use std::path::{Component, Path, PathBuf};

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// This file.
    File(PathBuf),
    /// A folder without its slash: go to this address, so that relative links work.
    Redirect(String),
    /// Nothing we have.
    Nothing,
}

/// Finds what a request's address stands for in `dist`.
pub fn find(address: &str, dist: &Path) -> Target {
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (address, None),
    };
    let Some(inside) = decoded(path).as_deref().and_then(safe) else { return Target::Nothing };
    let found = dist.join(inside);
    if found.is_file() && !path.ends_with('/') {
        return Target::File(found);
    }
    let index = found.join("index.html");
    if !index.is_file() {
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

/// A path that stays below where it starts: names only, no "..", no drive, no backslash.
fn safe(path: &str) -> Option<PathBuf> {
    if path.contains(['\\', '\0']) {
        return None;
    }
    let relative = Path::new(path.trim_start_matches('/'));
    let stays = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    relative.components().all(stays).then(|| relative.to_path_buf())
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
    use std::fs;

    #[test]
    fn nothing_leads_out_of_the_folder() {
        for path in ["/../secret", "/a/../../secret", "/..", "/a\\..\\b", "/\0"] {
            assert_eq!(safe(path), None, "{path:?}");
        }
        let encoded = decoded("/%2e%2e/%2e%2e/etc/passwd").expect("text");
        assert_eq!(safe(&encoded), None);
        assert_eq!(safe("//etc/passwd"), Some(PathBuf::from("etc/passwd")));
        assert_eq!(safe("/opinions-2026/13/"), Some(PathBuf::from("opinions-2026/13/")));
    }

    #[test]
    fn percent_signs_are_undone() {
        assert_eq!(decoded("/%E7%AC%AC/a"), Some("/第/a".to_owned()));
        assert_eq!(decoded("/%E7"), None, "half a character");
        assert_eq!(decoded("/%zz"), None);
        assert_eq!(decoded("/%2"), None);
    }

    #[test]
    fn folders_are_their_index_behind_a_slash() {
        let dist = std::env::temp_dir().join(format!("xtask-target-{}", std::process::id()));
        fs::create_dir_all(dist.join("page/empty")).expect("a folder");
        fs::write(dist.join("index.html"), "").expect("a file");
        fs::write(dist.join("page/index.html"), "").expect("a file");
        fs::write(dist.join("a.js"), "").expect("a file");
        let file = |name: &str| Target::File(dist.join(name));
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
            ("/none", Target::Nothing),
        ] {
            assert_eq!(find(address, &dist), expected, "{address}");
        }
        fs::remove_dir_all(dist).expect("the folder goes");
    }
}
