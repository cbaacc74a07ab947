//! A Rust toolchain that can build the standard library for WebAssembly.
//!
//! Two ways lead to the same: rustup's `rust-src` with the toolchain in use, or, where rustup
//! cannot download, Debian's packages, whose compiler then serves for the wasm alone.

use super::system;
use super::tool::{Tool, Way};
use crate::line::CommandLine;
use crate::version;
use crate::workspace::Workspace;
use semver::Version;
use std::path::{Path, PathBuf};

/// The first compiler with `-Cpanic=immediate-abort` in the form we use.
const OLDEST: Version = Version::new(1, 95, 0);

/// A compiler with the sources of its standard library.
#[derive(Clone, Debug)]
pub struct Toolchain {
    /// The folder of `cargo` and `rustc`, if they are not the ones on the search path.
    pub folder: Option<PathBuf>,
    /// The linker, if the toolchain does not bring its own.
    pub linker: Option<PathBuf>,
    /// The compiler's version.
    pub version: Version,
}

/// The tool "sources of the standard library".
pub fn sources(workspace: &Workspace) -> Tool<'_, Toolchain> {
    let mut ways = Vec::new();
    if workspace.find("rustup").is_some() {
        let add = workspace.line("rustup").args(["component", "add", "rust-src"]);
        ways.push(Way::new(vec![add]));
    }
    let debian = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
    ways.extend(system::packages(workspace, &debian, "rustup"));
    Tool {
        name: "the source of Rust's standard library".to_owned(),
        purpose: "is compiled into the site's WebAssembly, so that it runs on old phones too",
        duration: "a minute at most",
        find: Box::new(move || {
            usable(workspace, None).or_else(|| usable(workspace, Some(Path::new("/usr/bin"))))
        }),
        ways,
    }
}

/// rustfmt or clippy.
pub fn component<'a>(workspace: &'a Workspace, name: &'a str) -> Tool<'a, ()> {
    let add = workspace.line("rustup").args(["component", "add", name]);
    Tool {
        name: name.to_owned(),
        purpose: "checks the code",
        duration: "a few seconds",
        find: Box::new(move || {
            let command = if name == "rustfmt" { "fmt" } else { name };
            workspace.line("cargo").args([command, "--version"]).read().ok().map(drop)
        }),
        ways: vec![Way::new(vec![add])],
    }
}

/// The standard library for a target, as rustup has it.
pub fn target<'a>(workspace: &'a Workspace, target: &'a str) -> Tool<'a, ()> {
    let mut ways = Vec::new();
    if workspace.find("rustup").is_some() {
        ways.push(Way::new(vec![workspace.line("rustup").args(["target", "add", target])]));
    }
    Tool {
        name: format!("Rust's standard library for {target}"),
        purpose: "links the program for portals statically",
        duration: "a minute at most",
        find: Box::new(move || {
            let sysroot = workspace.line("rustc").args(["--print", "sysroot"]).read().ok()?;
            let library = Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib");
            library.is_dir().then_some(())
        }),
        ways,
    }
}

fn usable(workspace: &Workspace, folder: Option<&Path>) -> Option<Toolchain> {
    let rustc = || match folder {
        Some(folder) => workspace.line(&folder.join("rustc").to_string_lossy()),
        None => workspace.line("rustc"),
    };
    let about = rustc().arg("-vV").read().ok()?;
    let version = version::find_in(&about).filter(|version| *version >= OLDEST)?;
    let sysroot = PathBuf::from(rustc().args(["--print", "sysroot"]).read().ok()?.trim());
    if !sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").exists() {
        return None;
    }
    let host = about.lines().find_map(|line| line.strip_prefix("host: "))?;
    let own_linker = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
    let linker = if own_linker.with_extension(std::env::consts::EXE_EXTENSION).exists() {
        None
    } else {
        Some(lld(workspace)?)
    };
    Some(Toolchain { folder: folder.map(Path::to_path_buf), linker, version })
}

/// LLVM's linker for wasm; Debian puts the version in its name.
fn lld(workspace: &Workspace) -> Option<PathBuf> {
    let numbered = (19..=30).rev().map(|number| format!("wasm-ld-{number}"));
    numbered.chain(["wasm-ld".to_owned()]).find_map(|name| workspace.find(&name))
}

impl Toolchain {
    /// Prepares a command whose cargo compiles for wasm with this toolchain.
    pub fn applied_to(&self, mut line: CommandLine) -> CommandLine {
        if let Some(folder) = &self.folder {
            line = line.searching_first(folder).with("RUSTC", folder.join("rustc"));
        }
        if let Some(linker) = &self.linker {
            line = line.with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        line
    }
}
