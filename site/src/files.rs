//! The files of a site: in memory, where a server finds them, or in a folder, which each is written
//! to as soon as it is made. A large site has more bytes than a machine has memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail, ensure};
use corpus::bilingual;

use crate::folder;
use crate::release::sha256;
use crate::spool::Spool;

/// Files by their path from the site's root; they may be added from several threads.
#[derive(Debug, Default)]
pub struct Files {
    folder: Option<PathBuf>,
    files: Mutex<BTreeMap<String, File>>,
}

/// What is known of a file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// How many bytes it has.
    pub length: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The bytes, where they are kept in memory.
    bytes: Option<Arc<[u8]>>,
}

impl Files {
    /// Files that are written to a folder, and not kept in memory.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()), files: Mutex::default() }
    }

    /// A place for texts that files are made of later: on the disk where the files go there.
    ///
    /// # Errors
    /// Where the folder can't be written.
    pub fn spool(&self) -> Result<Spool> {
        self.folder.as_deref().map_or_else(|| Ok(Spool::in_memory()), Spool::in_folder)
    }

    /// Adds a file. Paths come from texts as well: none leads out of the site, and none is taken
    /// twice.
    ///
    /// # Errors
    /// Where the path is not below the root, or is taken, or the file can't be written.
    pub fn add(&self, path: impl Into<String>, bytes: impl AsRef<[u8]>) -> Result<()> {
        let (path, bytes) = (path.into(), bytes.as_ref());
        ensure_below(&path)?;
        let file = File {
            length: bytes.len() as u64,
            sha256: sha256(bytes),
            bytes: self.folder.is_none().then(|| bytes.into()),
        };
        {
            let mut files = self.files();
            ensure!(
                !files.contains_key(&path),
                bilingual!(
                    "网站里有两个文件的路径都是“{path}”",
                    "two files of the site have the path “{path}”"
                )
                .error()
            );
            files.insert(path.clone(), file);
        }
        // Other threads write theirs at the same time.
        self.folder.as_deref().map_or(Ok(()), |folder| folder::write(folder, &path, bytes))
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.files().get(path)?.clone();
        match (&self.folder, file.bytes) {
            (Some(folder), _) => fs::read(folder.join(path)).ok(),
            (None, bytes) => bytes.map(|bytes| bytes.to_vec()),
        }
    }

    /// What is known of all files so far, by their path.
    pub fn known(&self) -> BTreeMap<String, File> {
        self.files().clone()
    }

    /// A panic elsewhere leaves no file half known.
    fn files(&self) -> MutexGuard<'_, BTreeMap<String, File>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
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
        let folder = tempfile::tempdir().expect("a folder");
        for files in [Files::default(), Files::in_folder(folder.path())] {
            for path in ["../a", "/tmp/a", "a/../../b", "", "a\\b"] {
                assert!(files.add(path, b"x").is_err(), "{path}");
            }
            files.add("a/b.html", b"x").expect("inside");
            assert!(files.add("a/b.html", b"y").is_err(), "taken");
            assert_eq!(files.get("a/b.html").as_deref(), Some(b"x".as_slice()));
            assert_eq!(files.get("a/c.html"), None);
            let known = files.known();
            assert_eq!(known.keys().collect::<Vec<_>>(), ["a/b.html"]);
            assert_eq!((known["a/b.html"].length, &*known["a/b.html"].sha256), (1, &*sha256(b"x")));
        }
        assert_eq!(fs::read(folder.path().join("a/b.html")).expect("written"), b"x");
    }

    #[test]
    fn files_of_a_folder_are_not_kept_in_memory() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(folder.path());
        files.add("a", b"x").expect("written");
        assert!(files.known()["a"].bytes.is_none());
        fs::write(folder.path().join("a"), b"y").expect("altered");
        assert_eq!(files.get("a").as_deref(), Some(b"y".as_slice()), "read where it lies");
    }
}
