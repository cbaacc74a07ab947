//! A copy of the `RustSec` database on this computer, in place of the one that is fetched.
//!
//! cargo-deny reads nothing but a repository that it fetched itself. So the copy becomes a small
//! repository, and git is told that the database's address is there.

use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Where cargo-deny fetches the database from.
const ADDRESS: &str = "https://github.com/RustSec/advisory-db";

/// Holds all crates against a copy of the database: a clone, or an archive that was unpacked.
pub fn check(workspace: &Workspace, copy: &Path) -> Result<()> {
    let place = workspace.path("target/advisories");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    let repository = place.join("database");
    let count = gather(copy, &repository.join("crates"))?;
    ensure!(
        count > 0,
        "{} is no copy of the RustSec database: no file crates/NAME/RUSTSEC-….md is in it; name the \
         folder that holds `crates`",
        copy.display()
    );
    println!("  {count} advisories in {}", copy.display());
    let git = |words: &[&str]| workspace.line("git").args(words).within(&repository).run();
    git(&["init", "--quiet", "--initial-branch=main"])?;
    git(&["add", "--all"])?;
    let who = ["-c", "user.name=audit", "-c", "user.email=audit@localhost"];
    git(&[&who[..], &["commit", "--quiet", "--message=A copy of the database"]].concat())?;
    let rules = place.join("deny.toml");
    let own = fs::read_to_string(workspace.path("deny.toml")).context("deny.toml")?;
    fs::write(&rules, with_folder(&own, &place.join("fetched"))?)?;
    workspace
        .line("cargo-deny")
        .args(["--workspace", "--config"])
        .arg(&rules)
        .args(["check", "--hide-inclusion-graph", "advisories"])
        .with("GIT_CONFIG_COUNT", "1")
        .with("GIT_CONFIG_KEY_0", format!("url.file://{}.insteadOf", repository.display()))
        .with("GIT_CONFIG_VALUE_0", ADDRESS)
        .run()
}

/// Copies the advisories, and counts them.
fn gather(copy: &Path, crates: &Path) -> Result<usize> {
    let mut count = 0;
    let Ok(folders) = fs::read_dir(copy.join("crates")) else { return Ok(0) };
    for folder in folders {
        let folder = folder?;
        for file in fs::read_dir(folder.path()).into_iter().flatten() {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if !name.starts_with("RUSTSEC-") || Path::new(&name).extension() != Some("md".as_ref())
            {
                continue;
            }
            let place = crates.join(folder.file_name());
            fs::create_dir_all(&place)?;
            fs::copy(file.path(), place.join(name))?;
            count += 1;
        }
    }
    Ok(count)
}

/// The project's rules, with the folder in which cargo-deny keeps what it fetches.
fn with_folder(rules: &str, folder: &Path) -> Result<String> {
    const TABLE: &str = "[advisories]\n";
    ensure!(rules.matches(TABLE).count() == 1, "deny.toml has no table [advisories]");
    Ok(rules.replace(TABLE, &format!("{TABLE}db-path = {:?}\n", folder.display().to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advisories_are_gathered_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path();
        let copy = place.join("copy");
        for file in ["crates/a/RUSTSEC-2030-0001.md", "crates/a/notes.txt", "support.toml"] {
            let file = copy.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, "x").expect("written");
        }
        let crates = place.join("database/crates");
        assert_eq!(gather(&copy, &crates).expect("copied"), 1);
        assert!(crates.join("a/RUSTSEC-2030-0001.md").exists());
        assert!(!crates.join("a/notes.txt").exists());
        assert_eq!(gather(place, &crates).expect("nothing there"), 0, "no copy of the database");
    }

    #[test]
    fn the_projects_own_rules_and_exceptions_count() {
        let own = include_str!("../../../deny.toml");
        let rules = with_folder(own, Path::new("/a \"b\"")).expect("rules");
        assert!(rules.contains("[advisories]\ndb-path = \"/a \\\"b\\\"\"\n"), "{rules}");
        assert!(rules.contains("RUSTSEC-2026-0253"));
        assert!(with_folder("[bans]\n", Path::new("/a")).is_err());
    }
}
