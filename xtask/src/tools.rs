//! Finding and installing what the project needs on a machine.
//!
//! Every tool is a [`tool::Tool`]: how to find a fitting version, the ways to install one, and
//! what a person has to type where no way works. Tools go to the cache, never into the system,
//! but for packages of the operating system, and those only where this runs as root.

pub mod browser;
pub mod cargo_installed;
pub mod node;
pub mod other_browsers;
pub mod rust;
pub mod system;
pub mod tool;

use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use rust::Toolchain;

/// What a build needs; gives the toolchain that compiles the WebAssembly.
pub fn for_building(workspace: &Workspace) -> Result<Toolchain> {
    let toolchain = rust::sources(workspace).ensure(workspace)?;
    println!("  Rust {} compiles the WebAssembly", toolchain.version);
    node::node(workspace).ensure(workspace)?;
    node::wasm_opt(workspace).ensure(workspace)?;
    node::esbuild(workspace).ensure(workspace)?;
    Ok(toolchain)
}

/// What the tests need beside a build. Tries everything and names all that is missing, so that
/// nobody learns of it one run at a time.
pub fn for_testing(workspace: &Workspace) -> Result<()> {
    let mut missing = Vec::new();
    let mut note = |result: Result<()>| {
        if let Err(error) = result {
            missing.push(format!("{error:#}"));
        }
    };
    for name in ["rustfmt", "clippy"] {
        note(rust::component(workspace, name).ensure(workspace));
    }
    note(node::node(workspace).ensure(workspace).map(drop));
    note(node::test_packages(workspace));
    note(browser::chromium(workspace).ensure(workspace).map(drop));
    note(browser::chinese_font(workspace).ensure(workspace));
    for (name, purpose, debian) in [
        ("wasm-validate", "proves that old browsers can read the WebAssembly", ["wabt"]),
        ("pdftotext", "reads what the print tests print", ["poppler-utils"]),
        ("nginx", "serves the site the way hosts do, in the hosting tests", ["nginx"]),
    ] {
        note(system::program(workspace, name, purpose, &debian).ensure(workspace).map(drop));
    }
    if missing.is_empty() {
        return Ok(());
    }
    bail!("{}", missing.join("\n\n"))
}

/// `cargo xtask setup`.
pub fn everything(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let with_tests = match arguments {
        [] => false,
        [word] if word == "--test" => true,
        _ => bail!("`setup` takes nothing but --test"),
    };
    let mut timeline = Timeline::start();
    timeline.step(
        "tools",
        "finding what builds the site, and installing what is missing",
        || for_building(workspace),
    )?;
    if with_tests {
        timeline.step("test tools", "a browser and other programs that tests use", || {
            for_testing(workspace)
        })?;
    }
    println!("\nEverything is there.\n{}", timeline.table());
    Ok(())
}
