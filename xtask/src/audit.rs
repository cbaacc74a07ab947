//! `cargo xtask audit`: is everything that we build on, and everything that we publish, in order?
//! What needs no network is part of `cargo xtask test` as well.

mod database;

use crate::build;
use crate::timeline::Timeline;
use crate::tools::{cargo_installed, system};
use crate::workspace::Workspace;
use anyhow::{Result, bail, ensure};
use std::path::{Path, PathBuf};

/// Runs every check; a failure is shown and the rest still runs.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let copy = match arguments {
        [] => None,
        [word, folder] if word == "--advisories" => Some(Path::new(folder)),
        _ => bail!("`audit` takes nothing but --advisories FOLDER"),
    };
    let mut timeline = Timeline::start();
    let why = "licences, banned crates, sources of all crates";
    timeline.attempt("supply", why, || supply(workspace, Duplicates::Told));
    let why = "known vulnerabilities of all crates";
    timeline.attempt("advisories", why, || advisories(workspace, copy));
    let why = "the published files against the official schemas and checkers";
    timeline.attempt("standards", why, || standards(workspace));
    let why = "the site again, from a clone in another folder: are the bytes the same? It compiles \
               everything anew, which takes minutes";
    timeline.attempt("again", why, || again(workspace));
    println!("\n{}", timeline.table());
    let failures = timeline.failures();
    ensure!(failures.is_empty(), "failed: {}", failures.join(", "));
    println!("All in order.");
    Ok(())
}

/// Whether crates that are there in two versions are listed; they are no failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicates {
    /// All of them, which takes pages.
    Told,
    /// None.
    Passed,
}

/// Licences, banned crates and sources, by the rules in `deny.toml`; needs no network.
pub fn supply(workspace: &Workspace, duplicates: Duplicates) -> Result<()> {
    cargo_installed::cargo_deny(workspace).ensure(workspace)?;
    let mut deny =
        workspace.line("cargo-deny").args(["--workspace", "check", "--hide-inclusion-graph"]);
    if duplicates == Duplicates::Passed {
        deny = deny.args(["--allow", "duplicate"]);
    }
    deny.args(["licenses", "bans", "sources"]).run()
}

/// Known vulnerabilities, by the database of `RustSec` or the `copy` of it that is named. Without one
/// nothing is known, and that is said as a failure: silence would look like a clean bill.
fn advisories(workspace: &Workspace, copy: Option<&Path>) -> Result<()> {
    cargo_installed::cargo_deny(workspace).ensure(workspace)?;
    if let Some(copy) = copy {
        return database::check(workspace, copy);
    }
    if workspace.line("cargo-deny").args(["fetch", "db"]).read().is_err() {
        bail!(
            "the RustSec database can't be fetched, so nothing is known about vulnerabilities; \
             it comes from github.com/rustsec/advisory-db; with a copy of it on this computer: \
             cargo xtask audit --advisories FOLDER"
        );
    }
    workspace.line("cargo-deny").args(["--workspace", "check", "advisories"]).run()
}

/// Akoma Ntoso, EPUB, JSON and the bill of materials, each with its official checker.
fn standards(workspace: &Workspace) -> Result<()> {
    build::ensure_fresh(workspace, &mut Timeline::start())?;
    let purpose = "runs the checker of EPUB";
    system::program(workspace, "java", purpose, &["default-jre-headless"]).ensure(workspace)?;
    let python = python(workspace)?;
    let check = workspace.line(&python.to_string_lossy()).arg("tests/conformance/check.py");
    check.arg("dist").run()
}

/// Two builds of a commit must give the same bytes, wherever they are made.
fn again(workspace: &Workspace) -> Result<()> {
    let changed = workspace.line("git").args(["status", "--porcelain"]).read()?;
    ensure!(changed.trim().is_empty(), "there are changes; commit them first");
    build::ensure_fresh(workspace, &mut Timeline::start())?;
    let folder = workspace.path("target/again");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    workspace.line("git").args(["clone", "--quiet", "."]).arg(&folder).run()?;
    workspace.line("cargo").args(["xtask", "build"]).within(&folder).run()?;
    let [one, other] = [workspace.path(""), folder].map(|root| root.join("dist/SHA256SUMS"));
    let (one, other) = (std::fs::read_to_string(one)?, std::fs::read_to_string(other)?);
    let differing: Vec<&str> =
        one.lines().filter(|line| !other.lines().any(|same| same == *line)).collect();
    ensure!(one == other, "these files differ:\n{}", differing.join("\n"));
    Ok(())
}

/// A Python with the checkers, in the cache; made anew when their list changes.
fn python(workspace: &Workspace) -> Result<PathBuf> {
    let home = workspace.cache("conformance");
    let python = home.join("bin/python");
    let list = workspace.path("tests/conformance/requirements.txt");
    let stamp = home.join("installed-from.txt");
    let wanted = std::fs::read(&list)?;
    if std::fs::read(&stamp).is_ok_and(|noted| noted == wanted) {
        return Ok(python);
    }
    println!("  installing what tests/conformance/requirements.txt asks for; takes a minute");
    let purpose = "runs the checkers of published files";
    system::program(workspace, "python3", purpose, &["python3-venv"]).ensure(workspace)?;
    workspace.line("python3").args(["-m", "venv", "--clear"]).arg(&home).run()?;
    let pip = workspace.line(&python.to_string_lossy()).args(["-m", "pip", "install", "--quiet"]);
    pip.arg("-r").arg(&list).run()?;
    std::fs::write(&stamp, wanted)?;
    Ok(python)
}
