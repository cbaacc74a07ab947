//! `cargo xtask build`: everything from the seeds to `dist/`, and no work twice.

use crate::fingerprint;
use crate::line::CommandLine;
use crate::timeline::Timeline;
use crate::tools;
use crate::tools::rust::Toolchain;
use crate::workspace::{PATH_VARIABLE, Workspace};
use anyhow::{Context, Result, bail, ensure};
use std::env;
use std::fs;
use std::path::PathBuf;

/// All that the content of `dist/` follows from.
const INPUTS: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "app",
    "corpus",
    "import",
    "public",
    "search-index",
    "seeds",
    "site",
    "xtask",
    "rust-toolchain.toml",
];

/// The smallest WebAssembly: code for the first edition of the standard, and no panic messages.
const WASM_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Ctarget-cpu=mvp";

/// The name under which Trunk's hook finds its way back to this very program.
pub const XTASK_VARIABLE: &str = "POLICY_XTASK";

/// Runs `cargo xtask build`.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let force = match arguments {
        [] => false,
        [word] if word == "--force" => true,
        _ => bail!("`build` takes nothing but --force"),
    };
    let mut timeline = Timeline::start();
    if force {
        let _ = fs::remove_file(stamp_path(workspace));
    }
    if ensure_fresh(workspace, &mut timeline)? {
        println!("\nThe site is in dist/.\n{}", timeline.table());
    } else {
        println!("Nothing has changed since dist/ was built (--force builds anyway).");
    }
    Ok(())
}

/// Builds unless `dist/` is what a build would give; tells whether it built.
pub fn ensure_fresh(workspace: &Workspace, timeline: &mut Timeline) -> Result<bool> {
    // The compiler is asked before any tool is installed: a change of it is a change of `dist/`.
    let inputs = inputs_print(workspace)?;
    if fs::read_to_string(stamp_path(workspace)).is_ok_and(|stamp| {
        output_print(workspace).is_ok_and(|output| stamp == stamp_text(&inputs, &output))
    }) {
        return Ok(false);
    }
    build(workspace, timeline)?;
    let stamp = stamp_text(&inputs, &output_print(workspace)?);
    let path = stamp_path(workspace);
    fs::create_dir_all(workspace.path("target/xtask"))
        .and_then(|()| fs::write(&path, stamp))
        .with_context(|| format!("failed to write {}", path.display()))?;
    Ok(true)
}

/// The kit of a build that is what a build would give: what runs in the browser, for the program of
/// portals.
pub fn kit(workspace: &Workspace, timeline: &mut Timeline) -> Result<PathBuf> {
    let kit = kit_path(workspace);
    if !kit.exists() {
        let _ = fs::remove_file(stamp_path(workspace));
    }
    ensure_fresh(workspace, timeline)?;
    ensure!(kit.exists(), "the build ended without {}", kit.display());
    Ok(kit)
}

fn build(workspace: &Workspace, timeline: &mut Timeline) -> Result<()> {
    let toolchain = timeline.step(
        "tools",
        "finding what builds the site; a first run installs it, once for all clones",
        || tools::for_building(workspace),
    )?;
    // Trunk's hook writes the kit there.
    fs::create_dir_all(workspace.path("target/xtask"))?;
    timeline.step("packages", "downloading Rust packages that are not there yet", || {
        workspace.line("cargo").args(["fetch", "--quiet"]).run()?;
        for_wasm(workspace, &toolchain, "cargo")
            .args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"])
            .run()
    })?;
    timeline.step(
        "builder",
        "compiling the program that makes pages and index; the first time it compiles Leptos and \
         tantivy for this computer, which takes minutes",
        || workspace.line("cargo").args(["build", "--package", "site"]).run(),
    )?;
    timeline.step(
        "site",
        "Trunk compiles the app and the search worker to WebAssembly, for the smallest size \
         (minutes the first time, as Rust's standard library is compiled as well), then the \
         builder makes index and pages",
        || trunk(workspace, &toolchain)?.run(),
    )?;
    let index = workspace.path("dist/index.html");
    ensure!(index.exists(), "the build ended without {}", index.display());
    Ok(())
}

fn trunk(workspace: &Workspace, toolchain: &Toolchain) -> Result<CommandLine> {
    let this_program = env::current_exe().context("failed to find this program's own file")?;
    let users_path = env::var_os("PATH").unwrap_or_default();
    Ok(for_wasm(workspace, toolchain, "trunk")
        .args(["build", "--release", "--offline", "--skip-version-check"])
        .with(XTASK_VARIABLE, this_program)
        .with(PATH_VARIABLE, users_path)
        .with("POLICY_KIT", kit_path(workspace))
        .with("POLICY_WASM_OPT", "wasm-opt")
        .with("POLICY_WASM_FEATURES", "mvp")
        .with("POLICY_ESBUILD", "esbuild"))
}

/// A command in which cargo compiles for wasm as releases need it. Its target folder is its own,
/// so that these settings never make cargo forget what it built with others.
fn for_wasm(workspace: &Workspace, toolchain: &Toolchain, program: &str) -> CommandLine {
    let line = workspace
        .line(program)
        // The standard library is compiled from source, which stable Rust does not offer yet.
        .with("RUSTC_BOOTSTRAP", "1")
        .with("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .with("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // A user's own flags would take the place of ours.
        .without("RUSTFLAGS")
        .without("CARGO_ENCODED_RUSTFLAGS")
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", WASM_FLAGS)
        .with("CARGO_TARGET_DIR", workspace.path("target/wasm"));
    toolchain.applied_to(line)
}

/// Takes back what [`for_wasm`] set, for commands that Trunk starts and that compile natively.
pub fn for_this_machine(line: CommandLine) -> CommandLine {
    [
        "RUSTC_BOOTSTRAP",
        "RUSTC",
        "CARGO_UNSTABLE_BUILD_STD",
        "CARGO_UNSTABLE_BUILD_STD_FEATURES",
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
        "CARGO_TARGET_DIR",
    ]
    .iter()
    .fold(line, |line, name| line.without(name))
}

fn inputs_print(workspace: &Workspace) -> Result<String> {
    let mut words = vec![workspace.line("rustc").arg("-vV").read()?, WASM_FLAGS.to_owned()];
    // What `site` is told by its own variables changes the pages as well.
    let mut told: Vec<_> = env::vars().filter(|(name, _)| name.starts_with("POLICY_")).collect();
    told.sort();
    words.extend(told.into_iter().map(|(name, value)| format!("{name}={value}")));
    fingerprint::of(workspace.root(), &INPUTS, &words)
}

fn output_print(workspace: &Workspace) -> Result<String> {
    fingerprint::of(workspace.root(), &["dist"], &[])
}

fn stamp_text(inputs: &str, output: &str) -> String {
    format!("{inputs} {output}\n")
}

fn kit_path(workspace: &Workspace) -> PathBuf {
    workspace.path("target/xtask/kit.bin")
}

fn stamp_path(workspace: &Workspace) -> PathBuf {
    workspace.path("target/xtask/built")
}
