//! Reads the version of a package from `Cargo.lock`.
//!
//! wasm-bindgen's command line must be of exactly the version that the wasm was compiled with.

use crate::version::Version;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The version of `package` in a lock file.
pub fn locked_version(lockfile: &Path, package: &str) -> Result<Version> {
    let text = fs::read_to_string(lockfile)
        .with_context(|| format!("failed to read {}", lockfile.display()))?;
    version_of(&text, package)
        .with_context(|| format!("{} does not name {package}", lockfile.display()))
}

/// Cargo writes the file itself, one `name` line with its `version` line after it, so a parser of
/// all of TOML would only make this crate slower to compile.
fn version_of(text: &str, package: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Version::find_in(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_version_belongs_to_the_whole_name() {
        assert_eq!(version_of(LOCK, "wasm-bindgen"), Some(Version::new(0, 2, 130)));
        assert_eq!(version_of(LOCK, "wasm-bindgen-macro"), Some(Version::new(0, 2, 1)));
        assert_eq!(version_of(LOCK, "wasm"), None);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = locked_version(Path::new("/no/Cargo.lock"), "x").expect_err("no such file");
        assert_eq!(error.to_string(), "failed to read /no/Cargo.lock");
    }
}
