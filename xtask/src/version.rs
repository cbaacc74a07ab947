//! Versions as tools print them.

use std::fmt;

/// A version of up to three numbers; what a tool leaves out counts as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second.
    pub minor: u32,
    /// The third.
    pub patch: u32,
}

impl Version {
    /// Spells a version out.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// Finds the first word that is a version in what a tool prints for `--version`.
    pub fn find_in(text: &str) -> Option<Self> {
        text.split(|c: char| c.is_whitespace() || "(),".contains(c)).find_map(Self::parse)
    }

    fn parse(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        // Pre-release and build parts ("-rc1", "+dfsg1") do not matter to us.
        let numbers = word.split(['-', '+', '~']).next()?;
        let mut parts = numbers.split('.').map(|part| part.parse::<u32>().ok());
        let major = parts.next()??;
        let mut next = || parts.next().unwrap_or(Some(0));
        Some(Self::new(major, next()?, next()?))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u32, u32, u32)>) {
        let expected = expected.map(|(major, minor, patch)| Version::new(major, minor, patch));
        assert_eq!(Version::find_in(text), expected, "in {text:?}");
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

    #[test]
    fn versions_compare_by_number() {
        assert!(Version::new(0, 2, 100) > Version::new(0, 2, 99));
        assert!(Version::new(20, 0, 0) <= Version::new(20, 20, 2));
    }
}
