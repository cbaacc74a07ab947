//! Answers "has anything changed since the last build?" from the contents of files.
//!
//! Times of change would be quicker to read, but a fresh clone or a switched branch touches every
//! file without changing it. The hash is only compared with one that the same program wrote, so
//! the standard library's is enough.

use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Folders that tools fill; their contents follow from the files beside them.
const FILLED_BY_TOOLS: [&str; 3] = ["target", "node_modules", ".git"];

/// A number that stands for the contents of files and folders below `root`, their paths, and some
/// `words` that matter as well. What does not exist counts as being absent.
pub fn of(root: &Path, inputs: &[&str], words: &[String]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    for input in inputs {
        for file in files_below(&root.join(input))? {
            let name = file.strip_prefix(root).unwrap_or(&file);
            name.hash(&mut hasher);
            let content =
                fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?;
            content.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file in and below a path, in the same order on every machine.
fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(path)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(|| format!("failed to list {}", path.display()))?;
    entries.retain(|entry| {
        FILLED_BY_TOOLS.iter().all(|name| entry.file_name().to_string_lossy() != *name)
    });
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_below(&entry.path())?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A folder that goes when the test ends.
    struct Folder(TempDir);

    impl Folder {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a temporary folder");
            fs::create_dir_all(folder.path().join("sub")).expect("a folder in it");
            Self(folder)
        }

        fn write(&self, name: &str, text: &str) -> &Self {
            fs::write(self.0.path().join(name), text).expect("a temporary file");
            self
        }

        fn print(&self) -> String {
            of(self.0.path(), &["sub", "file"], &[]).expect("a readable folder")
        }
    }

    #[test]
    fn content_and_names_count_and_nothing_else() {
        let folder = Folder::new();
        folder.write("sub/a", "1").write("file", "2");
        let before = folder.print();
        folder.write("sub/a", "1").write("elsewhere", "3");
        assert_eq!(folder.print(), before, "same contents, written again");
        folder.write("sub/a", "other");
        assert_ne!(folder.print(), before, "a changed file");
        folder.write("sub/a", "1").write("sub/b", "");
        assert_ne!(folder.print(), before, "a new file, though empty");
    }

    #[test]
    fn words_count_and_absent_files_do_not() {
        let folder = Folder::new();
        let with =
            |word: &str| of(folder.0.path(), &["absent"], &[word.to_owned()]).expect("readable");
        assert_eq!(with("rustc 1"), with("rustc 1"));
        assert_ne!(with("rustc 1"), with("rustc 2"));
    }

    #[test]
    fn what_tools_fill_is_left_out() {
        let folder = Folder::new();
        let before = folder.print();
        fs::create_dir(folder.0.path().join("sub/node_modules")).expect("a folder");
        folder.write("sub/node_modules/x", "1");
        assert_eq!(folder.print(), before);
    }
}
