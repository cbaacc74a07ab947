//! Versions as tools print them: often with a part too few for semantic versions, or too many.

use semver::Version;

/// Finds the first word that is a version in what a tool prints for `--version`. Of its numbers the
/// first three count, and what a tool leaves out is zero; pre-release and build parts (`-rc1`,
/// `+dfsg1`) do not matter to us.
pub fn find_in(text: &str) -> Option<Version> {
    text.split(|c: char| c.is_whitespace() || "(),".contains(c)).find_map(parse)
}

fn parse(word: &str) -> Option<Version> {
    let word = word.strip_prefix('v').unwrap_or(word);
    let numbers = word.split(['-', '+', '~']).next()?;
    let mut parts = numbers.split('.').map(|part| part.parse().ok());
    let major = parts.next()??;
    let mut next = || parts.next().unwrap_or(Some(0));
    Some(Version::new(major, next()?, next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u64, u64, u64)>) {
        let expected = expected.map(|(major, minor, patch)| Version::new(major, minor, patch));
        assert_eq!(find_in(text), expected, "in {text:?}");
    }

    #[test]
    fn versions_are_found_in_what_tools_print() {
        check("trunk 0.21.14", Some((0, 21, 14)));
        check("wasm-bindgen 0.2.130\n", Some((0, 2, 130)));
        check("wasm-opt version 132 (version_132)", Some((132, 0, 0)));
        check("wasm-opt version 116-13-g12345", Some((116, 0, 0)));
        check("v20.20.2", Some((20, 20, 2)));
        check("rustc 1.95.0 (59807616e 2026-04-14)", Some((1, 95, 0)));
        check("rustc 1.96.0+dfsg1", Some((1, 96, 0)));
        check("Chromium 140.0.7339.80 built on Debian", Some((140, 0, 7339)));
        check("no version here", None);
        check("1.x", None);
    }
}
