//! Folders of texts, for the examples that measure on them.

use std::path::{Path, PathBuf};

/// Adds all files below a folder.
///
/// # Errors
/// Where a folder can't be listed, by its name.
pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
