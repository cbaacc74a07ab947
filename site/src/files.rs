//! The files of a site, in memory: from here they are written to a folder, or answered by a server.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use anyhow::{Result, bail, ensure};
use corpus::bilingual;

use crate::folder;

/// Files by their path from the site's root.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file. Paths come from texts as well: none leads out of the site, and none is taken
    /// twice.
    ///
    /// # Errors
    /// Where the path is not below the root, or is taken.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let path = path.into();
        ensure_below(&path)?;
        ensure!(
            !self.0.contains_key(&path),
            bilingual!(
                "网站里有两个文件的路径都是“{path}”",
                "two files of the site have the path “{path}”"
            )
            .error()
        );
        self.0.insert(path, bytes.into());
        Ok(())
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// All files by their path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Writes all of them into a folder.
    ///
    /// # Errors
    /// Where one can't be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        self.iter().try_for_each(|(path, bytes)| folder::write(folder, path, bytes))
    }
}

/// Refuses a path that is not below the site's root.
///
/// # Errors
/// Where it is not.
pub fn ensure_below(path: &str) -> Result<()> {
    let below = Path::new(path).components().all(|step| matches!(step, Component::Normal(_)));
    if !below || path.is_empty() || path.contains('\\') {
        bail!(bilingual!("“{path}”不是网站里的路径", "“{path}” is not a path in the site").error());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_lies_outside_or_twice() {
        let mut files = Files::default();
        for path in ["../a", "/tmp/a", "a/../../b", "", "a\\b"] {
            assert!(files.add(path, *b"x").is_err(), "{path}");
        }
        files.add("a/b.html", *b"x").expect("inside");
        assert!(files.add("a/b.html", *b"y").is_err(), "taken");
        assert_eq!(files.iter().collect::<Vec<_>>(), [("a/b.html", b"x".as_slice())]);
    }
}
