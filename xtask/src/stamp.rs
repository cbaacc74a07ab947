//! Answers "is what was built still what a build would give?": a note beside it of what it was made
//! from and of what it is.

use crate::fingerprint;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The note on one thing that was built.
#[derive(Debug)]
pub struct Stamp<'a> {
    workspace: &'a Workspace,
    path: PathBuf,
    inputs: String,
    output: &'a str,
}

impl<'a> Stamp<'a> {
    /// The note on `output`, a file or folder in the clone, which follows from the files and folders
    /// `inputs` and from `words`.
    ///
    /// # Errors
    /// Where an input can't be read.
    pub fn new(
        workspace: &'a Workspace,
        output: &'a str,
        inputs: &[&str],
        words: &[String],
    ) -> Result<Self> {
        let name = output.rsplit('/').next().unwrap_or(output);
        Ok(Self {
            workspace,
            path: workspace.path(&format!("target/xtask/{name}.stamp")),
            inputs: fingerprint::of(workspace.root(), inputs, words)?,
            output,
        })
    }

    /// Whether the output is there, and is what the inputs gave.
    pub fn holds(&self) -> bool {
        let noted = fs::read_to_string(&self.path).ok();
        noted.is_some_and(|noted| self.text().is_ok_and(|text| text == noted))
    }

    /// Notes that the output was just made.
    ///
    /// # Errors
    /// Where the output can't be read, or the note can't be written.
    pub fn write(&self) -> Result<()> {
        let folder = self.path.parent().context("a note lies in a folder")?;
        let text = self.text()?;
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.path, text))
            .with_context(|| format!("failed to write {}", self.path.display()))
    }

    /// Lets nobody believe that the output is good.
    pub fn remove(&self) {
        // Where there is none, that is already so.
        let _ = fs::remove_file(&self.path);
    }

    fn text(&self) -> Result<String> {
        let output = fingerprint::of(self.workspace.root(), &[self.output], &[])?;
        Ok(format!("{} {output}\n", self.inputs))
    }
}
