//! `cargo xtask package`: the program for portals, with all that runs in a browser built in.
//!
//! On Linux it is linked statically, so that it runs on every distribution, however old. For
//! another system it is compiled there, from the same kit (`--kit`), which needs Rust alone.

use crate::programs;
use crate::timeline::Timeline;
use crate::tools::rust;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the command line says.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    target: Option<String>,
    kit: Option<PathBuf>,
}

/// Makes the program, for this computer or for the target that is named, and tries it.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let options = options(arguments)?;
    let mut timeline = Timeline::start();
    let kit = match &options.kit {
        Some(kit) => kit.canonicalize().with_context(|| kit.display().to_string())?,
        None => programs::kit(workspace, &mut timeline)?,
    };
    let target = options.target.clone().or_else(|| own_target(workspace));
    let made = compile(workspace, &mut timeline, &kit, target.as_deref())?;
    let place = workspace.path("target/package");
    fs::create_dir_all(&place)?;
    let out = place.join(made.file_name().unwrap_or_default());
    for (from, to) in [(&made, &out), (&kit, &place.join("kit.bin"))] {
        fs::copy(from, to).with_context(|| format!("{} can't be copied", from.display()))?;
    }
    if options.target.is_none() {
        let why = "making the site of seeds/ with it, without a search path and environment";
        timeline.step("trial", why, || trial(workspace, &out))?;
    }
    let size = fs::metadata(&out)?.len();
    println!(
        "\nThe program is {} ({}.{} MB, for {}).\nFor other systems: compile it there with \
         `cargo xtask package --kit kit.bin`; the kit lies beside it.\n{}",
        out.display(),
        size / 1_000_000,
        size / 100_000 % 10,
        target.as_deref().unwrap_or("systems like this one"),
        timeline.table()
    );
    Ok(())
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().cloned().with_context(|| format!("{word} needs a value"));
        match word.as_str() {
            "--target" => options.target = Some(value()?),
            "--kit" => options.kit = Some(value()?.into()),
            other => bail!("`package` knows --target TRIPLE and --kit FILE, not `{other}`"),
        }
    }
    Ok(options)
}

/// On Linux the target that is linked statically, if it can be had; elsewhere systems have one
/// library for all programs.
fn own_target(workspace: &Workspace) -> Option<String> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let target = format!("{}-unknown-linux-musl", std::env::consts::ARCH);
    let had = rust::target(workspace, &target).ensure(workspace);
    if let Err(error) = &had {
        println!("  not linked statically: {error:#}");
        println!("  the program will run on systems with the same C library or a newer one");
    }
    had.is_ok().then_some(target)
}

/// Compiles the program, and gives its file.
fn compile(
    workspace: &Workspace,
    timeline: &mut Timeline,
    kit: &Path,
    target: Option<&str>,
) -> Result<PathBuf> {
    let mut line = workspace
        .line("cargo")
        .args(["build", "--profile", "portable", "--package", "policy-explorer"])
        .with("POLICY_EXPLORER_KIT", kit);
    let mut folder = workspace.path("target");
    if let Some(target) = target {
        line = line.args(["--target", target]);
        folder = folder.join(target);
    }
    let why = "compiling the program for portals, for speed; it takes minutes the first time";
    timeline.step("program", why, || line.run())?;
    let windows = target.map_or(cfg!(windows), |target| target.contains("windows"));
    Ok(folder.join("portable").join(if windows {
        "policy-explorer.exe"
    } else {
        "policy-explorer"
    }))
}

/// The program as a clerk has it: nothing else can be found from it.
fn trial(workspace: &Workspace, program: &Path) -> Result<()> {
    let out = workspace.path("target/package/trial");
    let status = Command::new(program)
        .args(["build", "--seeds"])
        .arg(workspace.path("seeds"))
        .arg("--out")
        .arg(&out)
        .env_clear()
        .current_dir(workspace.root())
        .status()
        .with_context(|| format!("{} can't be started", program.display()))?;
    ensure!(status.success(), "the program could not make a site");
    ensure!(out.join("index.html").exists(), "the program made no first page");
    Ok(fs::remove_dir_all(&out)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Options> {
        options(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_and_wrong_ones_named() {
        assert_eq!(read(&[]).expect("none"), Options::default());
        let both = read(&["--kit", "kit.bin", "--target", "x"]).expect("both");
        assert_eq!(both, Options { target: Some("x".into()), kit: Some("kit.bin".into()) });
        let message = |words: &[&str]| read(words).expect_err("wrong").to_string();
        assert_eq!(message(&["--kit"]), "--kit needs a value");
        assert!(message(&["-o"]).contains("not `-o`"));
    }
}
