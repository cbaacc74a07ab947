//! The programs of the browser, compiled to WebAssembly for the smallest size, joined to JavaScript,
//! and packed with all else that does not depend on the texts into a kit. (Trunk compiles them as
//! well, for those who type `trunk`: `app/index.html` names the same programs.)

use crate::line::CommandLine;
use crate::stamp::Stamp;
use crate::timeline::Timeline;
use crate::tools;
use crate::tools::rust::Toolchain;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::thread;

/// All that a kit follows from.
pub const INPUTS: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "app",
    "corpus",
    "import",
    "public",
    "search-index",
    "site",
    "xtask",
    "rust-toolchain.toml",
];

/// The smallest WebAssembly: code for the first edition of the standard, and no panic messages.
const WASM_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Ctarget-cpu=mvp";

const TARGET: &str = "wasm32-unknown-unknown";

/// Where the kit lies.
pub const KIT: &str = "target/xtask/kit.bin";

/// Cargo's folder for the WebAssembly. It is its own, so that these settings never make cargo forget
/// what it built with others.
const FOLDER: &str = "target/wasm";

/// What is compiled: name, package, and further words for cargo.
const PROGRAMS: [(&str, &str, &[&str]); 3] = [
    ("search", "app", &["--features", "search"]),
    ("full-search", "app", &["--features", "full-search"]),
    ("worker", "search-index", &["--no-default-features", "--features", "worker"]),
];

/// The kit, made unless it is what a build would give.
///
/// # Errors
/// Where a tool is missing and can't be installed, or something does not compile.
pub fn kit(workspace: &Workspace, timeline: &mut Timeline) -> Result<PathBuf> {
    let stamp = stamp(workspace)?;
    if !stamp.holds() {
        make(workspace, timeline)?;
        stamp.write()?;
    }
    Ok(workspace.path(KIT))
}

/// The note on the kit.
///
/// # Errors
/// Where there is no compiler, or a source can't be read.
pub fn stamp(workspace: &Workspace) -> Result<Stamp<'_>> {
    Stamp::new(workspace, KIT, &INPUTS, &words(workspace)?)
}

/// What the bytes of a build depend on beside files: the compiler, and what the environment says.
///
/// # Errors
/// Where there is no compiler.
pub fn words(workspace: &Workspace) -> Result<Vec<String>> {
    let mut words = vec![workspace.line("rustc").arg("-vV").read()?, WASM_FLAGS.to_owned()];
    let told = |name: &str| name.starts_with("POLICY_") || name == "SOURCE_DATE_EPOCH";
    let mut told: Vec<_> = env::vars().filter(|(name, _)| told(name)).collect();
    told.sort();
    words.extend(told.into_iter().map(|(name, value)| format!("{name}={value}")));
    Ok(words)
}

fn make(workspace: &Workspace, timeline: &mut Timeline) -> Result<()> {
    let toolchain = timeline.step(
        "tools",
        "finding what builds the site; a first run installs it, once for all clones",
        || tools::for_building(workspace),
    )?;
    timeline.step("packages", "downloading Rust packages that are not there yet", || {
        workspace.line("cargo").args(["fetch", "--quiet"]).run()?;
        for_wasm(workspace, &toolchain).args(["fetch", "--quiet", "--target", TARGET]).run()
    })?;
    timeline.step(
        "compile",
        "compiling the program that makes pages and index and, beside it, the search for browsers \
         (WebAssembly of the smallest size); the first time Leptos, tantivy and Rust's standard \
         library are compiled, which takes minutes",
        || compile(workspace, &toolchain),
    )?;
    timeline.step("kit", "making programs and scripts small", || {
        let kit =
            workspace.line("cargo").args(["run", "--quiet", "--package", "site", "--", "kit"]);
        kit.args([&programs(workspace), &workspace.path(KIT)])
            .with("POLICY_WASM_OPT", "wasm-opt")
            .with("POLICY_WASM_FEATURES", "mvp")
            .with("POLICY_ESBUILD", "esbuild")
            .run()
    })
}

/// Compiles what makes the site and, at the same time, the programs of the browser; then writes
/// these, with the scripts that start them. Each of the two leaves a core idle for long at its end,
/// where it compiles one large crate.
fn compile(workspace: &Workspace, toolchain: &Toolchain) -> Result<()> {
    let out = programs(workspace);
    fs::create_dir_all(&out)?;
    fs::create_dir_all(workspace.path("target/xtask"))?;
    let (native, compiled) = thread::scope(|scope| {
        let compiled = scope.spawn(|| compile_programs(workspace, toolchain));
        let native = workspace.line("cargo").args(["build", "--package", "site"]).run();
        let native = native.and_then(|()| glue(workspace, "build").run());
        (native, compiled.join())
    });
    native?;
    compiled.unwrap_or_else(|_| bail!("compiling the programs of the browser was broken off"))?;
    let compiled = workspace.path(FOLDER).join(TARGET).join("release");
    let wasm = PROGRAMS.map(|(name, _, _)| compiled.join(format!("{name}.wasm")));
    glue(workspace, "run").arg("--").arg(&out).args(wasm).run()
}

/// Compiles the programs of the browser. Only errors are shown: beside it another cargo shows how
/// far it is.
fn compile_programs(workspace: &Workspace, toolchain: &Toolchain) -> Result<()> {
    for (name, package, further) in PROGRAMS {
        for_wasm(workspace, toolchain)
            .args(["build", "--quiet", "--release", "--offline", "--target", TARGET])
            .args(["--package", package, "--bin", name])
            .args(further)
            .run()?;
    }
    Ok(())
}

/// What joins a program to JavaScript. Its libraries are compiled for it alone, so it is asked for
/// by its feature.
fn glue(workspace: &Workspace, command: &str) -> CommandLine {
    let glue = workspace.line("cargo").args([command, "--package", "glue"]);
    glue.args(["--features", "bindgen"])
}

fn programs(workspace: &Workspace) -> PathBuf {
    workspace.path(FOLDER).join("programs")
}

/// A cargo that compiles for wasm as releases need it.
fn for_wasm(workspace: &Workspace, toolchain: &Toolchain) -> CommandLine {
    let line = workspace
        .line("cargo")
        // The standard library is compiled from source, which stable Rust does not offer yet.
        .with("RUSTC_BOOTSTRAP", "1")
        .with("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .with("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // A user's own flags would take the place of ours.
        .without("RUSTFLAGS")
        .without("CARGO_ENCODED_RUSTFLAGS")
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", WASM_FLAGS)
        .with("CARGO_TARGET_DIR", workspace.path(FOLDER));
    toolchain.applied_to(line)
}
