//! `cargo xtask package`: the program for portals, with all that runs in a browser built in.

use crate::build;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;

/// Makes the program, for this computer or for the target that is named.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let target = match arguments {
        [] => None,
        [word, target] if word == "--target" => Some(target.as_str()),
        _ => bail!("`package` takes nothing but --target TRIPLE"),
    };
    let mut timeline = Timeline::start();
    let kit = build::kit(workspace, &mut timeline)?;
    let mut line = workspace
        .line("cargo")
        .args(["build", "--profile", "portable", "--package", "policy-explorer"])
        .with("POLICY_EXPLORER_KIT", &kit);
    let mut folder = workspace.path("target");
    if let Some(target) = target {
        line = line.args(["--target", target]);
        folder = folder.join(target);
    }
    let why = "compiling the program for portals, for speed; it takes minutes the first time";
    timeline.step("program", why, || line.run())?;
    let windows = target.map_or(cfg!(windows), |target| target.contains("windows"));
    let name = if windows { "policy-explorer.exe" } else { "policy-explorer" };
    let place = workspace.path("target/package");
    fs::create_dir_all(&place)?;
    let (made, out) = (folder.join("portable").join(name), place.join(name));
    fs::copy(&made, &out).with_context(|| format!("{} can't be copied", made.display()))?;
    println!("\nThe program is {}.\n{}", out.display(), timeline.table());
    Ok(())
}
