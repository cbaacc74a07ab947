//! The way from Trunk's `post_build` hook back into the project.
//!
//! Trunk hands its environment on to hooks, and ours compiles for wasm with an unstable standard
//! library. `site` is a native program, so it gets a clean environment again. A plain
//! `trunk build` comes through here as well, with nothing to clean.

use crate::build::for_this_machine;
use crate::workspace::Workspace;
use anyhow::{Result, ensure};
use std::env;

/// Runs `site assemble`, which turns what Trunk staged into the finished site.
pub fn run(workspace: &Workspace) -> Result<()> {
    ensure!(
        env::var_os("TRUNK_STAGING_DIR").is_some(),
        "`assemble` is a step of Trunk's; run `cargo xtask build` or `trunk build`"
    );
    let site = workspace.line("cargo").args(["run", "--quiet", "--package", "site", "--"]);
    for_this_machine(site.arg("assemble")).run()
}
