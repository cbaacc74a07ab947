//! The folder of seeds: files are read here alone, and only those that lie in it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use corpus::{Problem, bilingual, names};
use serde::de::DeserializeOwned;

use super::errors::BilingualContext;
use super::parsed::{Parsed, Wrong, parse};

/// A folder of seeds.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder at this path.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// A file as people would name it: from where they are, with `/` on every system.
    pub fn shown(&self, path: &str) -> String {
        let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
        let root = std::fs::canonicalize(&self.root);
        let root = match root.as_deref().map(|root| root.strip_prefix(&here)) {
            Ok(Ok(root)) => root.to_owned(),
            _ => self.root.clone(),
        };
        root.join(path).display().to_string().replace('\\', "/")
    }

    /// A problem of a file in this folder, as people would name the file.
    #[must_use]
    pub fn told(&self, problem: &Problem) -> Problem {
        problem.clone().in_file(&self.shown(&problem.file))
    }

    /// Whether something of this name is there, a symbolic link that leads nowhere included.
    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).symlink_metadata().is_ok()
    }

    /// The place of a file, once it is known to lie in the folder.
    ///
    /// # Errors
    /// Where the name leads out of the folder, or a step of it is a symbolic link.
    pub fn place(&self, path: &str) -> Result<PathBuf> {
        names::check_file(path)?;
        let mut place = self.root.clone();
        for step in path.split('/') {
            place.push(step);
            if place.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
                let path = self.shown(path);
                bail!(
                    bilingual!(
                        "{path} 是符号链接；请把文件本身放在那里，免得把文件夹以外的内容发布出去",
                        "{path} is a symbolic link; put the file itself there, so that nothing \
                         from outside the folder is published"
                    )
                    .error()
                );
            }
        }
        Ok(place)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// Where it can't be read, or does not lie in the folder.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        std::fs::read(self.place(path)?).with_wording(|| {
            let path = self.shown(path);
            bilingual!("无法读取 {path}；必须有这个文件", "{path} can't be read; it must exist")
        })
    }

    /// The text of a file.
    ///
    /// # Errors
    /// Where it can't be read, is not UTF-8, or does not lie in the folder.
    pub fn text(&self, path: &str) -> Result<String> {
        std::fs::read_to_string(self.place(path)?).with_wording(|| {
            let path = self.shown(path);
            bilingual!(
                "无法读取 {path}；必须有这个文件，并且是 UTF-8 编码",
                "{path} can't be read; it must exist and be UTF-8"
            )
        })
    }

    /// A TOML file. Keys that nothing reads become problems, and the rest is read.
    ///
    /// # Errors
    /// Where it can't be read or is not what it must be: file, line, what to do.
    pub fn toml<T: DeserializeOwned>(
        &self,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Result<Parsed<T>> {
        let (parsed, unknown) = parse(self.text(path)?).map_err(|Wrong { line, message }| {
            message.after(format_args!("{}:{line}", self.shown(path))).error()
        })?;
        problems.extend(unknown.into_iter().map(|problem| problem.in_file(path)));
        Ok(parsed)
    }

    /// A TOML file that need not be there.
    ///
    /// # Errors
    /// As [`Folder::toml`].
    pub fn optional<T: DeserializeOwned + Default>(
        &self,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Result<Parsed<T>> {
        if self.has(path) { self.toml(path, problems) } else { Ok(Parsed::default()) }
    }

    /// The names in a folder of it (`""` for itself), sorted, and whether each is a folder.
    pub fn entries(&self, path: &str) -> Vec<(String, bool)> {
        let entries = std::fs::read_dir(self.root.join(path)).into_iter().flatten().flatten();
        let mut names: Vec<(String, bool)> = entries
            .map(|entry| {
                let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                (entry.file_name().to_string_lossy().into_owned(), folder)
            })
            .collect();
        names.sort();
        names
    }
}
