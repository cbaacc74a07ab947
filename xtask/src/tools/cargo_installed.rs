//! cargo-deny, which cargo compiles into the cache.

use super::tool::{Tool, Way};
use crate::line::CommandLine;
use crate::version;
use crate::workspace::Workspace;
use semver::Version;
use std::path::PathBuf;

/// The cargo-deny that `deny.toml` is written for.
const CARGO_DENY: Version = Version::new(0, 20, 2);

/// cargo-deny, which looks at what we build on.
pub fn cargo_deny(workspace: &Workspace) -> Tool<'_, PathBuf> {
    Tool {
        name: format!("cargo-deny {CARGO_DENY}"),
        purpose: "checks licences and sources of all crates",
        duration: "two to three minutes, as cargo compiles it once for all clones",
        find: Box::new(move || of_version(workspace, "cargo-deny", &CARGO_DENY)),
        ways: vec![Way::new(vec![compiled_fast(workspace, "cargo-deny", &CARGO_DENY)])],
    }
}

/// Installs a program without its optional features. It works for moments only, so compiling it
/// fast matters more than a fast program: this takes a third of the time.
fn compiled_fast(workspace: &Workspace, program: &str, version: &Version) -> CommandLine {
    workspace
        .line("cargo")
        .with("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .with("CARGO_PROFILE_RELEASE_LTO", "off")
        .with("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .args(["install", program, "--no-default-features", "--locked"])
        .args(["--version", &version.to_string(), "--root"])
        .arg(workspace.cache("tools"))
}

fn of_version(workspace: &Workspace, program: &str, wanted: &Version) -> Option<PathBuf> {
    let printed = workspace.line(program).arg("--version").read().ok()?;
    (version::find_in(&printed)? == *wanted).then(|| workspace.find(program))?
}
