//! A command line: run it, read its output, and name it in errors exactly as one would type it.

use crate::workspace::find_program;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command that can be shown and run.
#[derive(Clone, Debug, Default)]
pub struct CommandLine {
    program: String,
    arguments: Vec<OsString>,
    variables: Vec<(String, Option<OsString>)>,
    folder: Option<PathBuf>,
    search: Vec<PathBuf>,
    interactive: bool,
}

impl CommandLine {
    /// A command without arguments.
    pub fn new(program: &str) -> Self {
        Self { program: program.to_owned(), ..Self::default() }
    }

    /// Adds one argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Sets an environment variable.
    pub fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.to_owned(), Some(value.as_ref().to_owned())));
        self
    }

    /// Removes an environment variable.
    pub fn without(mut self, name: &str) -> Self {
        self.variables.push((name.to_owned(), None));
        self
    }

    /// Runs in this folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_path_buf());
        self
    }

    /// Looks programs up in these folders, and lets the command's own children do so as well.
    pub fn searching(mut self, folders: &[PathBuf]) -> Self {
        self.search = folders.to_vec();
        self
    }

    /// Looks programs up in this folder before the others.
    pub fn searching_first(mut self, folder: &Path) -> Self {
        self.search.insert(0, folder.to_path_buf());
        self
    }

    /// Lets the command read what a person types.
    pub fn interactive(mut self) -> Self {
        self.interactive = true;
        self
    }

    /// Runs with the terminal as its output, and fails if the command does.
    pub fn run(&self) -> Result<()> {
        let status = self
            .command()?
            .stdin(if self.interactive { Stdio::inherit() } else { Stdio::null() })
            .status()
            .with_context(|| format!("failed to start `{self}`"))?;
        if status.success() {
            return Ok(());
        }
        match status.code() {
            Some(code) => bail!("`{self}` ended with status {code}"),
            None => bail!("`{self}` was ended by a signal"),
        }
    }

    /// Runs and gives what the command wrote to its standard output.
    pub fn read(&self) -> Result<String> {
        let output = self
            .command()?
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("failed to start `{self}`"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("`{self}` failed: {}", said.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn command(&self) -> Result<Command> {
        let path = if self.search.is_empty() {
            PathBuf::from(&self.program)
        } else {
            find_program(&self.program, &self.search)
                .with_context(|| format!("the program `{}` is not there", self.program))?
        };
        let mut command = Command::new(path);
        command.args(&self.arguments);
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        if !self.search.is_empty() {
            command.env("PATH", env::join_paths(&self.search)?);
        }
        for (name, _) in env::vars_os().filter(|(name, _)| is_from_cargo_run(name)) {
            command.env_remove(name);
        }
        for (name, value) in &self.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        Ok(command)
    }
}

/// What `cargo run` tells this program about itself. Passed on, it would describe the wrong
/// package to another cargo and its build scripts.
fn is_from_cargo_run(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name == "CARGO"
        || name == "OUT_DIR"
        || ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
}

impl fmt::Display for CommandLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&quoted(&self.program))?;
        for argument in &self.arguments {
            write!(formatter, " {}", quoted(&argument.to_string_lossy()))?;
        }
        Ok(())
    }
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:@,+~%^".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_would_be_typed() {
        let line = CommandLine::new("cargo").args(["install", "--root", "/a folder/x"]).arg("");
        assert_eq!(line.to_string(), "cargo install --root '/a folder/x' ''");
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }

    #[test]
    fn errors_name_the_command() {
        let search = [PathBuf::from("/usr/bin"), PathBuf::from("/bin")];
        let failing = CommandLine::new("false").searching(&search).run().expect_err("false fails");
        assert_eq!(failing.to_string(), "`false` ended with status 1");
        let missing =
            CommandLine::new("no-such-program").searching(&search).run().expect_err("missing");
        assert_eq!(missing.to_string(), "the program `no-such-program` is not there");
    }

    #[test]
    fn only_cargos_own_variables_are_held_back() {
        for name in ["CARGO", "CARGO_PKG_NAME", "CARGO_MANIFEST_DIR", "OUT_DIR"] {
            assert!(is_from_cargo_run(OsStr::new(name)), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_BUILD_JOBS", "PATH"] {
            assert!(!is_from_cargo_run(OsStr::new(name)), "{name}");
        }
    }
}
