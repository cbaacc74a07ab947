//! Trunk, wasm-bindgen and cargo-deny, which cargo compiles into the cache.

use super::tool::{Tool, Way};
use crate::line::CommandLine;
use crate::lockfile::locked_version;
use crate::version::Version;
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

/// The last Trunk that compiles with this project's Rust; 0.22 asks for a newer one.
const TRUNK: Version = Version::new(0, 21, 14);
/// The cargo-deny that `deny.toml` is written for.
const CARGO_DENY: Version = Version::new(0, 20, 2);

/// Trunk, which runs the build.
pub fn trunk(workspace: &Workspace) -> Tool<'_, PathBuf> {
    // Its features are downloads and https, which we don't use.
    let install = compiled_fast(workspace, "trunk", TRUNK);
    Tool {
        name: format!("trunk {TRUNK}"),
        purpose: "builds the Leptos app and the search worker",
        duration: "two to three minutes, as cargo compiles it once for all clones",
        find: Box::new(move || of_version(workspace, "trunk", TRUNK)),
        ways: vec![Way::new(vec![install])],
    }
}

/// cargo-deny, which looks at what we build on.
pub fn cargo_deny(workspace: &Workspace) -> Tool<'_, PathBuf> {
    Tool {
        name: format!("cargo-deny {CARGO_DENY}"),
        purpose: "checks licences and sources of all crates",
        duration: "two to three minutes, as cargo compiles it once for all clones",
        find: Box::new(move || of_version(workspace, "cargo-deny", CARGO_DENY)),
        ways: vec![Way::new(vec![compiled_fast(workspace, "cargo-deny", CARGO_DENY)])],
    }
}

/// Installs a program without its optional features. It works for moments only, so compiling it
/// fast matters more than a fast program: this takes a third of the time.
fn compiled_fast(workspace: &Workspace, program: &str, version: Version) -> CommandLine {
    workspace
        .line("cargo")
        .with("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .with("CARGO_PROFILE_RELEASE_LTO", "off")
        .with("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .args(["install", program, "--no-default-features", "--locked"])
        .args(["--version", &version.to_string(), "--root"])
        .arg(workspace.cache("tools"))
}

/// wasm-bindgen's command line, of the version that the code is locked to.
pub fn wasm_bindgen(workspace: &Workspace) -> Result<Tool<'_, PathBuf>> {
    let version = locked_version(&workspace.path("Cargo.lock"), "wasm-bindgen")?;
    // Without --locked: its own lock file names a dependency newer than some registries have.
    let install = workspace
        .line("cargo")
        .args(["install", "wasm-bindgen-cli", "--version", &version.to_string()])
        .args(["--no-default-features", "--root"])
        .arg(workspace.cache("tools"));
    Ok(Tool {
        name: format!("wasm-bindgen {version}"),
        purpose: "joins the WebAssembly to the page's JavaScript",
        duration: "about two minutes, as cargo compiles it once for all clones",
        find: Box::new(move || of_version(workspace, "wasm-bindgen", version)),
        ways: vec![Way::new(vec![install])],
    })
}

fn of_version(workspace: &Workspace, program: &str, wanted: Version) -> Option<PathBuf> {
    let printed = workspace.line(program).arg("--version").read().ok()?;
    (Version::find_in(&printed)? == wanted).then(|| workspace.find(program))?
}
