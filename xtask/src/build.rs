//! `cargo xtask build`: everything from the seeds to `dist/`, and no work twice.

use crate::programs;
use crate::stamp::Stamp;
use crate::timeline::Timeline;
use crate::workspace::Workspace;
use anyhow::{Result, bail};

/// The finished site.
const DIST: &str = "dist";

/// Runs `cargo xtask build`.
///
/// # Errors
/// Where the options are wrong, or the build fails.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let force = match arguments {
        [] => false,
        [word] if word == "--force" => true,
        _ => bail!("`build` takes nothing but --force"),
    };
    let mut timeline = Timeline::start();
    if force {
        programs::stamp(workspace)?.remove();
        stamp(workspace)?.remove();
    }
    if ensure_fresh(workspace, &mut timeline)? {
        println!("\nThe site is in dist/.\n{}", timeline.table());
    } else {
        println!("Nothing has changed since dist/ was built (--force builds anyway).");
    }
    Ok(())
}

/// Builds unless `dist/` is what a build would give; tells whether it built. Where only texts have
/// changed, the programs stay.
///
/// # Errors
/// Where the build fails.
pub fn ensure_fresh(workspace: &Workspace, timeline: &mut Timeline) -> Result<bool> {
    let stamp = stamp(workspace)?;
    if stamp.holds() {
        return Ok(false);
    }
    let kit = programs::kit(workspace, timeline)?;
    let why = "making index and pages, and packing them as small as can be";
    timeline.step("site", why, || {
        let build = workspace.line("cargo").args(["run", "--quiet", "--package", "site", "--"]);
        build.args(["build", "seeds"]).arg(&kit).arg(DIST).run()
    })?;
    stamp.write()?;
    Ok(true)
}

fn stamp(workspace: &Workspace) -> Result<Stamp<'_>> {
    let inputs: Vec<&str> = programs::INPUTS.into_iter().chain(["seeds"]).collect();
    Stamp::new(workspace, DIST, &inputs, &programs::words(workspace)?)
}
